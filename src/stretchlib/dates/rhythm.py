"""
The times of a period, and its length.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from math import gcd
from typing import Final, TypeAlias

import attrs

from stretchlib._classes import final
from stretchlib._messages import refuse, shown
from stretchlib._validation import check_kind, has_twice, to_tuple
from stretchlib.model.frequency import Frequency, PeriodUnit, Weekday
from stretchlib.model.timedeltas import DAY, SECOND
from stretchlib.timeline.pacing import Pacing

#: When the day begins and ends by default.
WAKING_HOURS: Final = (time(8), time(20))
#: The most occurrences in a period of days.
_MAX_OCCURRENCES_IN_A_PERIOD: Final = 24 * 60 * 60

#: The lengths of periods as integers, because some are longer than `timedelta.max`.
SECONDS_A_DAY, SECONDS_A_WEEK = 24 * 60 * 60, 7 * 24 * 60 * 60
SECONDS = {
    PeriodUnit.MINUTE: 60,
    PeriodUnit.HOUR: 3600,
    PeriodUnit.DAY: SECONDS_A_DAY,
    PeriodUnit.WEEK: SECONDS_A_WEEK,
}
#: The number of days in the calendar.
_MAX_DAYS = (date.max - date.min).days

#: A day, counted from the first of the period, and a time of day.
_Slot: TypeAlias = tuple[int, timedelta]


@final
@attrs.frozen
class Rhythm:
    """
    The times of a period, and its length.

    Attributes:
        slots: The days and times of the period, in order; without days that would be after the end of the calendar.
        seconds: The length of the period.
        count: How many slots the period has, including those left out.
    """

    slots: tuple[_Slot, ...]
    seconds: int
    count: int


def to_rhythm(
    frequency: Frequency,
    start: datetime,
    *,
    at: time | Iterable[time] | None,
    waking_hours: tuple[time, time],
    level: float,
) -> Rhythm:
    """
    Return the rhythm of *frequency*, whose first period begins on the day of *start*.

    Arguments and errors are as for `occurrences`.
    """
    check_kind("frequency", frequency, Frequency)
    times, period = Pacing(level=level).count(frequency.times), frequency.every * SECONDS[frequency.unit]
    clock = _times_of_day(at)
    if clock and frequency.times_of_day:
        refuse("at", "must be left out if the frequency has times_of_day", _shown_clock(clock))
    clock = clock or _times_of_day(frequency.times_of_day or None)
    day = _Day(since_midnight("start", start.time()), clock, *_begin_and_end(waking_hours))
    if frequency.weekdays:
        return day.on_weekdays(times, [_days_until(weekday, start) for weekday in frequency.weekdays])
    if frequency.times_of_day:
        return Rhythm(tuple((0, time_of_day) for time_of_day in clock), period, times)
    if frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK):
        return day.spread(times, period // SECONDS_A_DAY)
    return day.repeated(_gap(period, times))


def _days_until(weekday: Weekday, start: datetime) -> int:
    return ([*Weekday].index(weekday) - start.weekday()) % 7


@final
@attrs.frozen
class _Day:
    """
    The times of a day, as distances from its midnight.

    Attributes:
        own_time: The time of day of the start.
        at: The requested times of day; may be empty.
        begin: When the waking hours begin.
        end: When the waking hours end, at most a day later.
    """

    own_time: timedelta
    at: tuple[timedelta, ...]
    begin: timedelta
    end: timedelta

    def on_weekdays(self, times: int, days: list[int]) -> Rhythm:
        """
        Return a number of *times* on each of the *days* of a week.
        """
        clock = self._clock(times)
        return Rhythm(tuple((day, each) for day in days for each in clock), SECONDS_A_WEEK, len(days) * times)

    def spread(self, times: int, days: int) -> Rhythm:
        """
        Return a number of *times* spread over a number of *days*.
        """
        common = gcd(times, days)
        if times // common > _MAX_OCCURRENCES_IN_A_PERIOD:
            refuse("times", f"must be at most {_MAX_OCCURRENCES_IN_A_PERIOD} in a period", times)
        times, days = times // common, days // common
        clock = self._clock(-(-times // days))
        slots: list[_Slot] = []
        for nth in range(times):
            day = nth * days // times
            if day > _MAX_DAYS:
                break
            first_of_the_day = -(-day * times // days)
            slots.append((day, clock[nth - first_of_the_day]))
        return Rhythm(tuple(slots), days * SECONDS_A_DAY, times)

    def repeated(self, gap: int) -> Rhythm:
        """
        Return all times of a day that are a *gap* apart.
        """
        if gap >= SECONDS_A_DAY:
            [time_of_day] = self._clock(1)
            return Rhythm(((0, time_of_day),), gap, 1)
        if self.at:
            refuse("at", "must be left out if occurrences are less than a day apart", _shown_clock(self.at))
        awake = min(self.end - self.begin, DAY - SECOND) // SECOND
        slots = tuple((0, self.begin + timedelta(seconds=seconds)) for seconds in range(0, awake + 1, gap))
        return Rhythm(slots, SECONDS_A_DAY, len(slots))

    def _clock(self, times: int) -> tuple[timedelta, ...]:
        """
        Return the times of day for a number of *times* on one day.
        """
        if self.at and len(self.at) != times:
            rule = f"must have as many times as a day has occurrences, {shown(times)}, or the frequency times_of_day"
            refuse("at", rule, _shown_clock(self.at))
        if self.at or times == 1:
            return self.at or (self.own_time,)
        seconds = min((self.end - self.begin) // SECOND, SECONDS_A_DAY * (times - 1) // times)
        gap = _gap(seconds, times - 1)
        return tuple(self.begin + timedelta(seconds=nth * gap) for nth in range(times))


def _gap(seconds: int, times: int) -> int:
    """
    Return the seconds from one occurrence to the next, for a number of *times* in *seconds*.
    """
    gap = seconds // times
    if not gap:
        message = f"occurrences must be at least a second apart (got {shown(times)} in {shown(seconds)} seconds)"
        raise ValueError(message)
    whole_minutes = gap - gap % 60
    return whole_minutes or gap


def check_options(at: time | Iterable[time] | None, waking_hours: tuple[time, time], level: float) -> None:
    """
    Accept options of `occurrences` that are valid for at least one frequency.
    """
    _times_of_day(at)
    _begin_and_end(waking_hours)
    Pacing(level=level)


def _times_of_day(at: time | Iterable[time] | None) -> tuple[timedelta, ...]:
    if at is None:
        return ()
    times = to_tuple(at, time)
    if not isinstance(times, tuple):
        refuse("at", "must be a time of day, or several", times, TypeError)
    if not times:
        refuse("at", "must not be empty", [])
    clock = sorted(since_midnight(f"at[{index}]", time_of_day) for index, time_of_day in enumerate(times))
    if has_twice(clock):
        refuse("at", "must not name a time twice", _shown_clock(clock))
    return tuple(clock)


def _begin_and_end(waking_hours: tuple[time, time]) -> tuple[timedelta, timedelta]:
    pair = to_tuple(waking_hours)
    if not isinstance(pair, tuple) or len(pair) != 2:
        refuse("waking_hours", "must be two times of day", waking_hours, TypeError)
    begin, end = (since_midnight(f"waking_hours[{index}]", each) for index, each in enumerate(pair))
    return begin, end if end > begin else end + DAY


def _shown_clock(times: Iterable[timedelta]) -> list[str]:
    return [str(time_of_day) for time_of_day in times]


def since_midnight(field: str, clock: time) -> timedelta:
    """
    Return the distance of a time of day from midnight.
    """
    if not isinstance(clock, time):
        refuse(field, "must be a time of day", clock, TypeError)
    if clock.tzinfo is not None:
        refuse(field, "must not have a time zone, which start has", clock.isoformat())
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)
