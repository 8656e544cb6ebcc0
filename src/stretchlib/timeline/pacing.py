"""
How this person does it today: the pace that turns a prescription into seconds.
"""

from __future__ import annotations

from datetime import timedelta
from typing import final

import attrs

from stretchlib._validation import Field, refuse, shown
from stretchlib.errors import ScheduleError
from stretchlib.model.quantities import (
    MICROSECOND,
    SECOND,
    Breaths,
    Count,
    Duration,
    Range,
    span,
    span_above_zero,
    to_timedelta,
)


def _to_float(level: float) -> float:
    if isinstance(level, bool) or not isinstance(level, int | float):
        return level
    try:
        return float(level)
    except OverflowError:
        return level


def _level(_: object, attribute: Field, value: object) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        refuse(attribute.name, "must be a number", value, TypeError)
    if not 0 <= value <= 1:
        refuse(attribute.name, "must be from 0 to 1", value)


@final
@attrs.frozen(kw_only=True)
class Pacing:
    """
    The gaps a person needs, the length of a movement and a breath, and where in each range to be.

    >>> Pacing(level=0.5).count(Range(2, 4))
    3
    """

    #: How long to get ready before the first step, at least 0 seconds.
    prepare: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=span)
    #: How long to get from one exercise to the next, at least 0 seconds.
    transition: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=span)
    #: How long to change sides, at least 0 seconds.
    switch: timedelta = attrs.field(default=timedelta(seconds=5), converter=to_timedelta, validator=span)
    #: How long to let go after a hold, before the next repetition or set on one side, at least 0 seconds.
    release: timedelta = attrs.field(default=timedelta(seconds=3), converter=to_timedelta, validator=span)
    #: How long a movement at one's own pace takes, above 0 seconds.
    movement: timedelta = attrs.field(default=timedelta(seconds=3), converter=to_timedelta, validator=span_above_zero)
    #: How long a breath takes, above 0 seconds.
    breath: timedelta = attrs.field(default=timedelta(seconds=4), converter=to_timedelta, validator=span_above_zero)
    #: Where in every range to be: 0 is the low end, 1 the high end.
    level: float = attrs.field(default=0.0, converter=_to_float, validator=_level)

    def count(self, count: Count) -> int:
        """
        Return how many times *count* is at this level; half a time rounds up.
        """
        match count:
            case int() if not isinstance(count, bool):
                return count
            case Range(low=int(), high=int()):
                return self._between(count.low, count.high)
            case _:
                refuse("count", "must be a whole number or a range of whole numbers", count, TypeError)

    def duration(self, duration: Duration) -> timedelta:
        """
        Return how long *duration* is at this level and breath.

        Within a range it is the nearest whole second, half a second rounding up, but never outside the range.

        Raises:
            ScheduleError: So many breaths take longer than `timedelta.max`.

        >>> Pacing(level=0.5).duration(Range(timedelta(seconds=15), timedelta(seconds=30)))
        datetime.timedelta(seconds=23)
        """
        match duration:
            case timedelta():
                return duration
            case Breaths(count=count):
                return self._breaths(self.count(count))
            case Range(low=timedelta()):
                low, high = duration.low // MICROSECOND, duration.high // MICROSECOND
                return min(max(low, self._between(low, high, SECOND // MICROSECOND)), high) * MICROSECOND
            case _:
                refuse("duration", "must be a timedelta, breaths or a range of timedeltas", duration, TypeError)

    def _breaths(self, count: int) -> timedelta:
        try:
            return count * self.breath
        except OverflowError:
            message = f"{shown(count)} breaths of {shown(self.breath)} seconds are longer than timedelta.max"
            raise ScheduleError(message) from None

    def _between(self, low: int, high: int, unit: int = 1) -> int:
        """
        Return the multiple of *unit* that is nearest to this level; half a unit rounds up.
        """
        # Loaded when there is a range: importing it would cost everybody.
        from decimal import Decimal

        # As it is written: of 5 more, a level of 0.3 makes 1.5, and not a little less.
        part, whole = Decimal(repr(self.level)).as_integer_ratio()
        exact = low * whole + (high - low) * part
        return (2 * exact + whole * unit) // (2 * whole * unit) * unit
