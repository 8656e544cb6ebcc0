"""
Which sides of the body, and when to change between them.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import final

import attrs

from stretchlib._validation import Field, check_some_of, one_of, refuse, to_tuple
from stretchlib.model.quantities import NO_TIME, Duration, DurationLike, duration, to_duration


@final
class Side(enum.Enum):
    """
    A side of the body.

    >>> Side.LEFT.opposite
    <Side.RIGHT: 'right'>
    """

    LEFT = "left"
    RIGHT = "right"
    #: Both sides at once, or an exercise that has no sides.
    BOTH = "both"
    #: The side that hurts or was injured, whichever that is.
    AFFECTED = "affected"
    #: The other one.
    UNAFFECTED = "unaffected"

    @property
    def opposite(self) -> Side:
        """
        The side across; `BOTH` is its own.
        """
        return _OPPOSITES.get(self, self)


_OPPOSITES = {
    Side.LEFT: Side.RIGHT,
    Side.RIGHT: Side.LEFT,
    Side.AFFECTED: Side.UNAFFECTED,
    Side.UNAFFECTED: Side.AFFECTED,
}


@final
class SwitchAfter(enum.Enum):
    """
    When to change sides.
    """

    #: After each repetition: left, right, left, right.
    REPETITION = "repetition"
    #: After each set: a set on the left, a set on the right, and again.
    SET = "set"
    #: Once: everything on the left, then everything on the right.
    ALL_SETS = "all_sets"


def _sides(sides: Iterable[Side]) -> tuple[Side, ...]:
    return to_tuple(sides)


def _distinct_sides(_: object, attribute: Field, value: tuple[Side, ...]) -> None:
    check_some_of(attribute.name, value, (Side,))
    if len(set(value)) < len(value):
        refuse(attribute.name, "must not name a side twice", [side.value for side in value])


@final
@attrs.frozen(kw_only=True)
class Sidedness:
    """
    The sides on which an exercise is done, their order, and the pause between them.

    >>> Sidedness.alternating().sides
    (<Side.LEFT: 'left'>, <Side.RIGHT: 'right'>)
    """

    #: The sides in the order in which they are done; at least one, none twice.
    sides: tuple[Side, ...] = attrs.field(default=(Side.BOTH,), converter=_sides, validator=_distinct_sides)
    #: When to change to the next side.
    switch_after: SwitchAfter = attrs.field(default=SwitchAfter.SET, validator=one_of(SwitchAfter))
    #: The prescribed pause between two sides, at least 0 seconds.
    rest: Duration = attrs.field(default=NO_TIME, converter=to_duration, validator=duration)

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
    def each(cls, first: Side = Side.LEFT, *, rest: DurationLike = 0) -> Sidedness:
        """
        A whole set on the *first* side, then a whole set on its opposite.

        >>> Sidedness.each(first=Side.RIGHT).sides
        (<Side.RIGHT: 'right'>, <Side.LEFT: 'left'>)
        """
        return cls(sides=_pair(first), switch_after=SwitchAfter.SET, rest=rest)

    @classmethod
    def alternating(cls, first: Side = Side.LEFT, *, rest: DurationLike = 0) -> Sidedness:
        """
        One repetition on the *first* side, one on its opposite, and so on.

        A *rest* is the pause from the first side to the second.
        Back on the first, the next repetition begins, after `Repetitions.rest`.

        >>> Sidedness.alternating().switch_after
        <SwitchAfter.REPETITION: 'repetition'>
        """
        return cls(sides=_pair(first), switch_after=SwitchAfter.REPETITION, rest=rest)


def _pair(first: Side) -> tuple[Side, ...]:
    if not isinstance(first, Side) or first is Side.BOTH:
        refuse("first", "must be one side of two", first, TypeError if not isinstance(first, Side) else ValueError)
    return (first, first.opposite)
