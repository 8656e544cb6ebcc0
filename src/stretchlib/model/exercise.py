"""
Exercises with their dose: work, sets and sides.
"""

from __future__ import annotations

import attrs
from attrs.validators import optional

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented, named_card
from stretchlib._messages import refuse, shown
from stretchlib._validation import (
    Field,
    check_kind,
    has_twice,
    is_name,
    is_names,
    is_one_of,
    is_text,
    to_text,
    to_texts,
)
from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import (
    AsManyAsFit,
    Count,
    Duration,
    is_duration,
    is_times,
    to_duration_or_none,
    to_times,
)
from stretchlib.model.sidedness import Side, Sidedness, check_real_side
from stretchlib.model.work import Hold, Move, Repetitions


def _to_work(work: Repetitions | Hold | Move) -> Repetitions:
    return Repetitions(1, work) if isinstance(work, (Hold, Move)) else work


def _is_work(_: object, attribute: Field, value: object) -> None:
    if not isinstance(value, Repetitions):
        check_kind(attribute.name, value, Hold, Move, Repetitions)


@final
@documented
@attrs.frozen
class Exercise:
    """
    An exercise with its dose: work, sets and sides.

    "Hold for 30 seconds, repeat with the other leg, three times in all":

    >>> stretch = Exercise("Rotators", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())

    Attributes:
        name: What the exercise is called; not empty.
        work: One set on one side; a single hold or movement is one repetition.
        sets: How many sets, at least one; a set on the left and one on the right are one set.
        rest_between_sets: The prescribed rest between two sets, at least 0 seconds; `None` if none is prescribed.
        sidedness: The sides on which it is done, and their order.
        instructions: How to do it, for the person.
        pictures: Addresses of pictures, none of them empty.
        videos: Addresses of videos, none of them empty.
        equipment: The things needed for it, for example "towel".
        tags: Tags for searching.
        frequency: How often it is done, if that differs from the routine;
            if it has no weeks or days, the weeks or days of the routine apply.
        id: An identifier of the application; may be empty.
    """

    name: str = attrs.field(converter=to_text, validator=is_name)
    work: Repetitions = attrs.field(converter=_to_work, validator=_is_work)
    sets: Count | AsManyAsFit = attrs.field(default=1, converter=to_times, validator=is_times, kw_only=True)
    rest_between_sets: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration), kw_only=True
    )
    sidedness: Sidedness = attrs.field(default=Sidedness(), validator=is_one_of(Sidedness), kw_only=True)
    instructions: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    pictures: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=is_names, kw_only=True)
    videos: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=is_names, kw_only=True)
    equipment: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=is_names, kw_only=True)
    tags: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=is_names, kw_only=True)
    frequency: Frequency | None = attrs.field(default=None, validator=optional(is_one_of(Frequency)), kw_only=True)
    id: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)

    def mirrored(self) -> Exercise:
        """
        Return the exercise with left and right exchanged, and also affected and unaffected.

        >>> Exercise("Lunge", Move(), sidedness=Sidedness.only(Side.LEFT)).mirrored().sidedness.sides
        (<Side.RIGHT: 'right'>,)
        """
        return _with_sides(self, [side.opposite for side in self.sidedness.sides])

    def with_affected_side(self, side: Side) -> Exercise:
        """
        Return the exercise with `Side.AFFECTED` and `Side.UNAFFECTED` replaced by left and right.

        Args:
            side: The affected side, left or right.

        Raises:
            ValueError: *side* is neither left nor right, or the exercise would be done on one side twice.

        >>> raises = Exercise("Calf raise", Repetitions(10), sidedness=Sidedness.only(Side.UNAFFECTED))
        >>> raises.with_affected_side(Side.LEFT).sidedness.sides
        (<Side.RIGHT: 'right'>,)
        """
        check_real_side(side)
        real = {Side.AFFECTED: side, Side.UNAFFECTED: side.opposite}
        sides = [real.get(each, each) for each in self.sidedness.sides]
        if has_twice(sides):
            named = [each.value for each in self.sidedness.sides]
            refuse(f"exercise {shown(self.name)}", "would be done on one side twice", named)
        return _with_sides(self, sides)

    def __str__(self) -> str:
        return named_card(self)


def _with_sides(exercise: Exercise, sides: list[Side]) -> Exercise:
    return attrs.evolve(exercise, sidedness=attrs.evolve(exercise.sidedness, sides=sides))


resolve_types(Exercise)
