"""
What is prescribed: exercises, circuits of them, and the routine they make.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never, cast, final

import attrs
from attrs.validators import optional

from stretchlib._validation import (
    Field,
    check_some_of,
    name,
    names,
    one_of,
    refuse,
    shown,
    text,
    to_text,
    to_texts,
    to_tuple,
)
from stretchlib.model.editing import changed, find
from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import (
    NO_TIME,
    Count,
    Duration,
    DurationLike,
    count,
    duration,
    duration_above_zero,
    to_count,
    to_duration,
)
from stretchlib.model.sidedness import Side, Sidedness

#: How deep circuits may nest: beyond, Python and JSON libraries run out of stack.
DEEPEST_CIRCUIT = 32
#: How deep repetitions may nest within one exercise.
DEEPEST_REPETITIONS = 8


@final
@attrs.frozen
class Hold:
    """
    A position that is kept for a while.

    >>> from datetime import timedelta
    >>> Hold(30) == Hold(timedelta(seconds=30))
    True
    """

    #: How long the position is kept, above 0 seconds.
    duration: Duration = attrs.field(converter=to_duration, validator=duration_above_zero)
    #: What to call it, for example "contract".
    label: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)


def _own_pace(value: DurationLike | None) -> Duration | None:
    return None if value is None else to_duration(value)


@final
@attrs.frozen
class Move:
    """
    A movement, at one's own pace unless a duration is given.

    >>> Move().duration is None
    True
    """

    #: How long the movement takes, above 0 seconds; `None` at one's own pace.
    duration: Duration | None = attrs.field(default=None, converter=_own_pace, validator=optional(duration_above_zero))
    #: What to call it, for example "lift".
    label: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)


@final
@attrs.frozen
class Rest:
    """
    A pause: an item of a routine or circuit, or the relaxing phase of a repetition.

    >>> Rest(60, label="drink some water").label
    'drink some water'
    """

    #: How long the pause lasts, above 0 seconds.
    duration: Duration = attrs.field(converter=to_duration, validator=duration_above_zero)
    #: What to call it, for example "relax".
    label: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)


def _phases(phases: Phase | Iterable[Phase]) -> tuple[Phase, ...]:
    return (phases,) if isinstance(phases, (Hold, Move, Rest, Repetitions)) else to_tuple(phases)


def _some_phases(_: object, attribute: Field, value: tuple[Phase, ...]) -> None:
    check_some_of(attribute.name, value, (Hold, Move, Rest, Repetitions))


def _depth_around(inside: list[int], field: str, what: str, most: int) -> int:
    """
    Return how deep something is that holds others of its kind, each so deep *inside*.
    """
    depth = 1 + max(inside, default=0)
    if depth > most:
        refuse(field, f"must nest {what} at most {most} deep", depth)
    return depth


@final
@attrs.frozen
class Repetitions:
    """
    Phases done in order, then again, so many times on each side.

    Ten pelvic tilts, each with a tempo:

    >>> tilts = Repetitions(10, [Move(2, label="tilt"), Hold(5), Move(2, label="release")])

    A phase may be repetitions of its own: ten circles one way, then ten the other way.

    >>> circles = Repetitions(phases=[Repetitions(10, Move(label="in")), Repetitions(10, Move(label="out"))])
    """

    #: How many times, at least once, on each side.
    count: Count = attrs.field(default=1, converter=to_count, validator=count)
    #: What one repetition consists of; at least one phase.
    phases: tuple[Phase, ...] = attrs.field(default=(Move(),), converter=_phases, validator=_some_phases)
    #: The prescribed pause between two repetitions, at least 0 seconds.
    rest: Duration = attrs.field(default=NO_TIME, converter=to_duration, validator=duration, kw_only=True)
    # Kept, for counting anew at every level would make deep documents slow to read.
    _depth: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        inside = [phase._depth for phase in self.phases if isinstance(phase, Repetitions)]
        depth = _depth_around(inside, "phases", "repetitions", DEEPEST_REPETITIONS)
        object.__setattr__(self, "_depth", depth)


#: A part of one repetition.
Phase: TypeAlias = Hold | Move | Rest | Repetitions


def _work(work: Repetitions | Hold | Move) -> Repetitions:
    return Repetitions(1, work) if isinstance(work, (Hold, Move)) else work


@final
@attrs.frozen
class Exercise:
    """
    One exercise with its dose: what to do, how often, on which sides.

    "Hold for 30 seconds, repeat with the other leg, three times in all":

    >>> stretch = Exercise("Rotators", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())
    """

    #: What the exercise is called; not empty.
    name: str = attrs.field(converter=to_text, validator=name)
    #: What makes one set on one side; a lone hold or move is one repetition.
    work: Repetitions = attrs.field(converter=_work, validator=one_of(Repetitions))
    #: How many sets, at least one; a set on the left and one on the right are one set.
    sets: Count = attrs.field(default=1, converter=to_count, validator=count, kw_only=True)
    #: The prescribed pause between two sets, at least 0 seconds.
    rest_between_sets: Duration = attrs.field(default=NO_TIME, converter=to_duration, validator=duration, kw_only=True)
    #: The sides it is done on, in which order.
    sidedness: Sidedness = attrs.field(default=Sidedness(), validator=one_of(Sidedness), kw_only=True)
    #: How it is done, for the person who does it.
    instructions: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)
    #: What is needed for it, for example "towel".
    equipment: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=names, kw_only=True)
    #: Words to find it by.
    tags: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=names, kw_only=True)
    #: How often to do it, where that differs from the routine.
    frequency: Frequency | None = attrs.field(default=None, validator=optional(one_of(Frequency)), kw_only=True)


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    return to_tuple(items)


def _some_items(_: object, attribute: Field, value: tuple[Item, ...]) -> None:
    check_some_of(attribute.name, value, (Exercise, Rest, Circuit))


@final
@attrs.frozen
class Circuit:
    """
    Items done in order, then again, for a number of rounds; circuits nest up to 32 deep.

    Eight rounds of 20 seconds of squats and 10 seconds of rest:

    >>> tabata = Circuit([Exercise("Squat", Move(20)), Rest(10)], rounds=8)
    """

    #: What is done in one round, in order; at least one item.
    items: tuple[Item, ...] = attrs.field(converter=_items, validator=_some_items)
    #: How many rounds, at least one.
    rounds: Count = attrs.field(default=1, converter=to_count, validator=count, kw_only=True)
    #: The prescribed pause between two items, at least 0 seconds.
    rest_between_items: Duration = attrs.field(default=NO_TIME, converter=to_duration, validator=duration, kw_only=True)
    #: The prescribed pause between two rounds, at least 0 seconds.
    rest_between_rounds: Duration = attrs.field(
        default=NO_TIME, converter=to_duration, validator=duration, kw_only=True
    )
    #: What to call it, for example "warm-up".
    name: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)
    # Kept, as in repetitions.
    _depth: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        inside = [item._depth for item in self.items if isinstance(item, Circuit)]
        depth = _depth_around(inside, "items", "circuits", DEEPEST_CIRCUIT)
        object.__setattr__(self, "_depth", depth)


#: What routines and circuits are made of.
Item: TypeAlias = Exercise | Rest | Circuit


@final
@attrs.frozen
class Routine:
    """
    What a person is asked to do in one session.

    >>> routine = Routine("Morning", [Exercise("Reach up", Hold(10)), Exercise("Cat and camel", Repetitions(10))])
    """

    #: What the routine is called; not empty.
    name: str = attrs.field(converter=to_text, validator=name)
    #: What is done, in order; at least one item.
    items: tuple[Item, ...] = attrs.field(converter=_items, validator=_some_items)
    #: The prescribed pause between two items, at least 0 seconds.
    rest_between_items: Duration = attrs.field(default=NO_TIME, converter=to_duration, validator=duration, kw_only=True)
    #: What it is for and what to mind.
    description: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)
    #: Who published it, and where.
    source: str = attrs.field(default="", converter=to_text, validator=text, kw_only=True)
    #: How often to do it.
    frequency: Frequency | None = attrs.field(default=None, validator=optional(one_of(Frequency)), kw_only=True)

    def at(self, path: Iterable[int]) -> Item:
        """
        Return the item at *path*, the indices that lead to it through `items`, outermost first.

        Raises:
            IndexError: There is no item at *path*.

        >>> squat = Exercise("Squat", Move(20))
        >>> Routine("Legs", [Rest(5), Circuit([squat, Rest(10)])]).at((1, 0)).name
        'Squat'
        """
        return cast(Item, find(self, path))

    def replace(self, path: Iterable[int], item: Item) -> Routine:
        """
        Return the routine with *item* in place of the one at *path*.

        Raises:
            IndexError: There is no item at *path*.

        >>> squat, lunge = Exercise("Squat", Move(20)), Exercise("Lunge", Move(20))
        >>> Routine("Legs", [squat]).replace((0,), lunge) == Routine("Legs", [lunge])
        True
        """
        return changed(self, path, item)

    def without(self, path: Iterable[int]) -> Routine:
        """
        Return the routine without the item at *path*.

        Raises:
            IndexError: There is no item at *path*.
            ValueError: It is the only one in its circuit, or in the routine.

        >>> squat, lunge = Exercise("Squat", Move(20)), Exercise("Lunge", Move(20))
        >>> Routine("Legs", [squat, lunge]).without((1,)) == Routine("Legs", [squat])
        True
        """
        return changed(self, path)

    def with_affected_side(self, side: Side) -> Routine:
        """
        Return the routine with real sides in place of `Side.AFFECTED` and `Side.UNAFFECTED`.

        Args:
            side: The affected side, left or right.

        Raises:
            ValueError: *side* is neither left nor right, or an exercise would be done on one side twice.

        >>> exercise = Exercise("Calf raise", Repetitions(10), sidedness=Sidedness.only(Side.AFFECTED))
        >>> Routine("Ankle", [exercise]).with_affected_side(Side.LEFT).items[0].sidedness.sides
        (<Side.LEFT: 'left'>,)
        """
        if side not in (Side.LEFT, Side.RIGHT):
            refuse("side", "must be Side.LEFT or Side.RIGHT", side)
        return attrs.evolve(self, items=_with_sides(self.items, {Side.AFFECTED: side, Side.UNAFFECTED: side.opposite}))


def _with_sides(items: tuple[Item, ...], real: dict[Side, Side]) -> list[Item]:
    sided: list[Item] = []
    for item in items:
        match item:
            case Exercise(sidedness=sidedness):
                sides = [real.get(side, side) for side in sidedness.sides]
                if len(set(sides)) < len(sides):
                    named = [side.value for side in sidedness.sides]
                    refuse(f"exercise {shown(item.name)}", "would be done on one side twice", named)
                sided.append(attrs.evolve(item, sidedness=attrs.evolve(sidedness, sides=sides)))
            case Circuit():
                sided.append(attrs.evolve(item, items=_with_sides(item.items, real)))
            case Rest():
                sided.append(item)
            case _:
                assert_never(item)
    return sided
