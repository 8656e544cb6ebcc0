"""
Pacing: the timings of a person, needed for scheduling.
"""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never, cast

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse, shown
from stretchlib._validation import Field
from stretchlib.errors import ScheduleError
from stretchlib.model.quantities import (
    Breaths,
    Count,
    DurationLike,
    Range,
    check_count,
    check_duration,
    to_count,
    to_duration,
)
from stretchlib.model.timedeltas import (
    MICROSECOND,
    SECOND,
    is_timedelta,
    is_timedelta_above_zero,
    to_plain,
    to_timedelta,
)


def _to_level(level: float) -> float:
    plain: float = to_plain(level)
    try:
        return float(plain) if type(plain) is int else plain
    except OverflowError:
        return plain


def _is_level(_: object, attribute: Field, value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        refuse(attribute.name, "must be a number", value, TypeError)
    if not 0 <= value <= 1:
        refuse(attribute.name, "must be from 0 to 1", value)


@final
@documented
@attrs.frozen(kw_only=True)
class Pacing:
    """
    How a person performs a routine: gaps, the length of movements and breaths, and the position within ranges.

    Gaps are inserted only if no rest is prescribed.

    Attributes:
        prepare: How long to get ready before the first step, at least 0 seconds.
        transition: How long to get from one exercise to the next, at least 0 seconds.
        switch: How long to change sides, at least 0 seconds.
        release: How long to let go between two repetitions of a single hold on one side, at least 0 seconds.
        recovery: How long to recover between two sets, at least 0 seconds.
        movement: How long a self-paced movement takes, above 0 seconds.
        breath: How long a breath takes, above 0 seconds.
        level: The position within every range, from 0 to 1: 0 is the low end, 1 the high end.

    >>> Pacing(level=0.5).count(Range(2, 4))
    3
    """

    prepare: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=is_timedelta)
    transition: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=is_timedelta)
    switch: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=is_timedelta)
    release: timedelta = attrs.field(default=timedelta(seconds=3), converter=to_timedelta, validator=is_timedelta)
    recovery: timedelta = attrs.field(default=timedelta(seconds=10), converter=to_timedelta, validator=is_timedelta)
    movement: timedelta = attrs.field(
        default=timedelta(seconds=3), converter=to_timedelta, validator=is_timedelta_above_zero
    )
    breath: timedelta = attrs.field(
        default=timedelta(seconds=4), converter=to_timedelta, validator=is_timedelta_above_zero
    )
    level: float = attrs.field(default=0.0, converter=_to_level, validator=_is_level)

    def count(self, count: Count) -> int:
        """
        Resolve *count* to an integer at this level, rounding half up; a range with one end is that end.

        >>> Pacing(level=0.5).count(Range(1, 2)), Pacing().count(Range.up_to(3))
        (2, 3)
        """
        exact = to_count(count)
        check_count("count", exact)
        if not isinstance(exact, Range):
            return exact
        if exact.low is not None and exact.high is not None:
            return self._between(exact.low, exact.high)
        return cast(int, exact.high if exact.low is None else exact.low)

    def duration(self, duration: DurationLike) -> timedelta:
        """
        Resolve *duration*, which may be seconds, to a time at this level and breath; a range with one end is that end.

        Within a range, it is rounded half up to a whole second, but stays within the range.

        Raises:
            ScheduleError: The breaths take longer than `timedelta.max`.

        >>> Pacing(level=0.5).duration(Range(timedelta(seconds=15), timedelta(seconds=30)))
        datetime.timedelta(seconds=23)
        """
        exact = to_duration(duration)
        check_duration("duration", exact)
        match exact:
            case timedelta():
                return exact
            case Breaths():
                return self._breaths(exact.count)
            case Range(low=timedelta() as low, high=timedelta() as high):
                nearest = self._between(low // MICROSECOND, high // MICROSECOND, SECOND // MICROSECOND)
                return min(max(low, nearest * MICROSECOND), high)
            case Range():
                return cast(timedelta, exact.high if exact.low is None else exact.low)
            case _:
                assert_never(exact)

    def _breaths(self, count: float | Count) -> timedelta:
        halves = int(2 * count) if isinstance(count, float) else 2 * self.count(count)
        microseconds = (halves * (self.breath // MICROSECOND) + 1) // 2
        try:
            return microseconds * MICROSECOND
        except OverflowError:
            message = f"{shown(count)} breaths of {shown(self.breath)} seconds are longer than timedelta.max"
            raise ScheduleError(message) from None

    def _between(self, low: int, high: int, unit: int = 1) -> int:
        """
        Return the multiple of *unit* nearest to this level, rounded half up.
        """
        # Imported late, because it is slow to import and few routines have ranges.
        from decimal import Decimal

        # The decimal form of the level, so that 0.3 of 5 is exactly 1.5.
        part, whole = Decimal(repr(self.level)).as_integer_ratio()
        exact = low * whole + (high - low) * part
        return (2 * exact + whole * unit) // (2 * whole * unit) * unit


resolve_types(Pacing)
