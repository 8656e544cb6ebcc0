"""
Sides of the body, and the order in which an exercise uses them.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse
from stretchlib._validation import Field, check_kind, check_some_of, has_twice, is_one_of, to_tuple
from stretchlib.model.quantities import Duration, DurationLike, as_written, is_duration, to_duration_or_none


@final
class Side(enum.Enum):
    """
    A side of the body.

    Attributes:
        LEFT: The left side.
        RIGHT: The right side.
        BOTH: Both sides at once, or no sides at all.
        AFFECTED: The side that hurts or was injured.
        UNAFFECTED: The side that is not affected.

    >>> Side.LEFT.opposite
    <Side.RIGHT: 'right'>
    """

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    AFFECTED = "affected"
    UNAFFECTED = "unaffected"

    @property
    def opposite(self) -> Side:
        """
        The opposite side; `BOTH` is its own opposite.
        """
        return _OPPOSITES.get(self, self)


_OPPOSITES: Final = {
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
    Side.AFFECTED: Side.UNAFFECTED,
    Side.UNAFFECTED: Side.AFFECTED,
}


@final
class RelativeSide(enum.Enum):
    """
    The side of a phase, relative to the side of its repetition.

    Attributes:
        SAME: The side of the repetition.
        OPPOSITE: The opposite side.
        BOTH: Both sides at once.

    >>> RelativeSide.OPPOSITE.of(Side.LEFT)
    <Side.RIGHT: 'right'>
    """

    SAME = "same"
    OPPOSITE = "opposite"
    BOTH = "both"

    def of(self, side: Side) -> Side:
        """
        Return the side of the body, relative to *side*.
        """
        if self is RelativeSide.SAME:
            return side
        return Side.BOTH if self is RelativeSide.BOTH else side.opposite


@final
class SwitchAfter(enum.Enum):
    """
    When to change sides.

    Attributes:
        REPETITION: After each repetition: left, right, left, right.
        SET: After each set: a set on the left, a set on the right, and so on.
        ALL_SETS: Once: everything on the left, then everything on the right.
    """

    REPETITION = "repetition"
    SET = "set"
    ALL_SETS = "all_sets"


def _to_sides(sides: Side | Iterable[Side]) -> tuple[Side, ...]:
    return to_tuple(sides, Side)


def _is_distinct_sides(_: object, attribute: Field, value: tuple[Side, ...]) -> None:
    check_some_of(attribute.name, value, Side)
    if has_twice(value):
        refuse(attribute.name, "must not name a side twice", [side.value for side in value])


@final
@documented
@attrs.frozen(kw_only=True)
class Sidedness:
    """
    The sides of an exercise, their order, and the rest between them.

    Attributes:
        sides: The sides, in order; at least one, none twice.
        switch_after: When to change to the next side; requires several sides.
        rest: The prescribed rest between two sides, at least 0 seconds; `None` if none is prescribed.
            Requires several sides.

    >>> Sidedness.alternating().sides
    (<Side.LEFT: 'left'>, <Side.RIGHT: 'right'>)
    """

    sides: tuple[Side, ...] = attrs.field(default=(Side.BOTH,), converter=_to_sides, validator=_is_distinct_sides)
    switch_after: SwitchAfter = attrs.field(default=SwitchAfter.SET, validator=is_one_of(SwitchAfter))
    rest: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=attrs.validators.optional(is_duration)
    )

    def __attrs_post_init__(self) -> None:
        if len(self.sides) > 1:
            return
        if self.switch_after is not SwitchAfter.SET:
            refuse("switch_after", "must be left out for a single side", self.switch_after.value)
        if self.rest is not None:
            refuse("rest", "must be left out for a single side", as_written(self.rest))

    @classmethod
    def both(cls) -> Sidedness:
        """
        Both sides at once, or no sides at all.

        >>> Sidedness.both() == Sidedness()
        True
        """
        return cls()

    @classmethod
    def only(cls, side: Side) -> Sidedness:
        """
        One side and not the other.

        >>> Sidedness.only(Side.AFFECTED).sides
        (<Side.AFFECTED: 'affected'>,)
        """
        return cls(sides=(side,))

    @classmethod
    def each(cls, first: Side = Side.LEFT, *, rest: DurationLike | None = None) -> Sidedness:
        """
        A whole set on the *first* side, then a whole set on its opposite.

        >>> Sidedness.each(first=Side.RIGHT).sides
        (<Side.RIGHT: 'right'>, <Side.LEFT: 'left'>)
        """
        return cls(sides=_pair(first), switch_after=SwitchAfter.SET, rest=rest)

    @classmethod
    def alternating(cls, first: Side = Side.LEFT, *, rest: DurationLike | None = None) -> Sidedness:
        """
        One repetition on the *first* side, one on its opposite, and so on.

        The *rest* applies to every change of sides, in both directions, unless `Repetitions.rest` is prescribed.

        >>> Sidedness.alternating().switch_after
        <SwitchAfter.REPETITION: 'repetition'>
        """
        return cls(sides=_pair(first), switch_after=SwitchAfter.REPETITION, rest=rest)


def check_real_side(side: object) -> None:
    """
    Accept left or right, as an affected side.
    """
    check_kind("side", side, Side)
    if side not in (Side.LEFT, Side.RIGHT):
        refuse("side", "must be Side.LEFT or Side.RIGHT", side)


def _pair(first: Side) -> tuple[Side, ...]:
    check_kind("first", first, Side)
    if first is Side.BOTH:
        refuse("first", "must be a side with an opposite", first)
    return (first, first.opposite)


resolve_types(Sidedness)
