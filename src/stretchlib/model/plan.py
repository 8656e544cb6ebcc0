"""
A course of treatment: stages of routines, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs.validators import optional

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented, in_words
from stretchlib._messages import placed
from stretchlib._validation import is_name, is_some_of, is_text, to_text, to_tuple
from stretchlib.model.frequency import check_limits
from stretchlib.model.quantities import Count, is_count, to_count_or_none
from stretchlib.model.routine import Routine
from stretchlib.model.sidedness import Side, check_real_side


def _to_routines(routines: Routine | Iterable[Routine]) -> tuple[Routine, ...]:
    return to_tuple(routines, Routine)


@final
@documented
@attrs.frozen
class Stage:
    """
    A part of a plan: routines for some weeks or days, or until a goal is reached.

    >>> from stretchlib import Exercise, Hold
    >>> routine = Routine("Calves", [Exercise("Calf stretch", Hold(30))])
    >>> stage = Stage(routine, weeks=2, goal="walking is free of pain")

    "3 times a week for 6 weeks, then 2 times a week": the weeks are set in the stage, so that the next one starts.
    The weeks of a frequency end only its routine.

    >>> from stretchlib import Frequency, PeriodUnit
    >>> often, seldom = (Frequency(times, unit=PeriodUnit.WEEK) for times in (3, 2))
    >>> stretch = routine.items
    >>> first = Stage(Routine("Calves", stretch, frequency=often), weeks=6)
    >>> plan = Plan("Calves", [first, Stage(Routine("Calves", stretch, frequency=seldom))])

    Attributes:
        routines: The routines of this stage, for example one for the morning and one for the evening; at least one.
        weeks: How many weeks it lasts, at least one; `None` if not prescribed: then a person decides when the next
            stage starts, which `sessions` needs in `stage_starts`.
        days: How many days it lasts, at least one; `None` if not prescribed. It cannot be combined with *weeks*.
        name: What to call it, for example "Phase 1"; empty if it needs no name.
        goal: The goal to reach before the next stage, in words; empty if not prescribed.
    """

    routines: tuple[Routine, ...] = attrs.field(converter=_to_routines, validator=is_some_of(Routine))
    weeks: Count | None = attrs.field(
        default=None, converter=to_count_or_none, validator=optional(is_count), kw_only=True
    )
    days: Count | None = attrs.field(
        default=None, converter=to_count_or_none, validator=optional(is_count), kw_only=True
    )
    name: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    goal: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_limits(self.weeks, self.days)

    def with_affected_side(self, side: Side) -> Stage:
        """
        Return the stage with the affected side of all exercises replaced, as by `Routine.with_affected_side`.

        >>> from stretchlib import Exercise, Move, Sidedness
        >>> step = Exercise("Step", Move(), sidedness=Sidedness.each(Side.AFFECTED))
        >>> Stage(Routine("Ankle", [step])).with_affected_side(Side.LEFT).routines[0].items[0].sidedness.sides
        (<Side.LEFT: 'left'>, <Side.RIGHT: 'right'>)
        """
        check_real_side(side)
        return _with_affected_side(self, side)

    def __str__(self) -> str:
        return in_words(self)


def _with_affected_side(stage: Stage, side: Side, place: str = "") -> Stage:
    routines: list[Routine] = []
    for index, routine in enumerate(stage.routines):
        with placed(f"{place}routines[{index}]"):
            routines.append(routine.with_affected_side(side))
    return attrs.evolve(stage, routines=routines)


def _to_stages(stages: Stage | Iterable[Stage]) -> tuple[Stage, ...]:
    return to_tuple(stages, Stage)


@final
@documented
@attrs.frozen
class Plan:
    """
    A course of treatment: its stages, in order.

    >>> from stretchlib import Exercise, Hold
    >>> routine = Routine("Calves", [Exercise("Calf stretch", Hold(30))])
    >>> plan = Plan("Achilles", [Stage(routine, weeks=2), Stage(routine, weeks=4)])

    Attributes:
        name: What the plan is called; not empty.
        stages: The stages, in order; at least one.
        description: The purpose of the plan, and precautions.
        source: Who published it, and where.
        id: An identifier of the application; may be empty.
    """

    name: str = attrs.field(converter=to_text, validator=is_name)
    stages: tuple[Stage, ...] = attrs.field(converter=_to_stages, validator=is_some_of(Stage))
    description: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    source: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    id: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)

    def with_affected_side(self, side: Side) -> Plan:
        """
        Return the plan with `Side.AFFECTED` and `Side.UNAFFECTED` replaced by left and right.

        Args:
            side: The affected side, left or right.

        Raises:
            ValueError: *side* is neither left nor right, or an exercise would be done on one side twice.

        >>> from stretchlib import Exercise, Repetitions, Sidedness
        >>> raises = Exercise("Calf raise", Repetitions(10), sidedness=Sidedness.only(Side.AFFECTED))
        >>> plan = Plan("Ankle", [Stage(Routine("Daily", [raises]))]).with_affected_side(Side.LEFT)
        >>> plan.stages[0].routines[0].items[0].sidedness.sides
        (<Side.LEFT: 'left'>,)
        """
        check_real_side(side)
        stages = [_with_affected_side(stage, side, f"stages[{index}].") for index, stage in enumerate(self.stages)]
        return attrs.evolve(self, stages=stages)

    def __str__(self) -> str:
        return in_words(self)


resolve_types(Stage, Plan)
