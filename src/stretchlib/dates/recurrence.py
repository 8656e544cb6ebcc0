"""
Which rules of a calendar say what a frequency means?

A frequency is a handful of times on the clock on the wall, each of which comes again in equal steps.
Here nothing is known of clocks that change: times are added up as the clock on the wall shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from math import gcd
from typing import Final, TypeAlias, final

import attrs

from stretchlib._validation import refuse, shown, to_tuple
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.quantities import SECOND
from stretchlib.timeline.pacing import Pacing

#: When the day begins and when it ends, unless something else is said.
WAKING_HOURS: Final = (time(8), time(20))
#: More sessions than this are no rhythm of a person.
MOST_SESSIONS_IN_A_PERIOD: Final = 24 * 60 * 60
#: A day, counted from that of the start, and a time of day.
_Slot: TypeAlias = tuple[int, timedelta]

_MINUTE, _HOUR, _DAY = 60, 60 * 60, 24 * 60 * 60
_SECONDS = {PeriodUnit.MINUTE: _MINUTE, PeriodUnit.HOUR: _HOUR, PeriodUnit.DAY: _DAY, PeriodUnit.WEEK: 7 * _DAY}
_ONE_DAY = timedelta(days=1)
_LONGEST = timedelta.max // SECOND
#: However early one starts, the calendar is at its end.
_MOST_DAYS = (date.max - date.min).days


@final
@attrs.frozen(kw_only=True)
class Recurrence:
    """
    One time of day that comes again: what one recurrence rule of a calendar can say.

    Sums of its fields are sums on the clock on the wall, whatever the clocks do in between.
    """

    #: The first time, aware of its time zone; the change of the clocks may skip it.
    first: datetime
    #: From one time to the next: whole days, or at least one day.
    every: timedelta
    #: Only before this; `None` for no end.
    until: datetime | None

    def moments(self) -> Iterator[datetime]:
        """
        Yield all times in order, those that the clocks skip included.
        """
        moment = self.first
        while self.until is None or moment < self.until:
            yield moment
            try:
                moment += self.every
            except OverflowError:
                return


def recurrences(
    frequency: Frequency,
    start: datetime,
    *,
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
) -> tuple[Recurrence, ...]:
    """
    Return the rules that together give the moments of `sessions`, in order of their first times.

    Arguments and errors are those of `sessions`.

    >>> from datetime import UTC
    >>> twice_a_day = recurrences(Frequency(2), datetime(2026, 3, 27, tzinfo=UTC))
    >>> [(rule.first.hour, rule.every.days) for rule in twice_a_day]
    [(8, 1), (20, 1)]
    """
    if not isinstance(frequency, Frequency):
        refuse("frequency", "must be a Frequency", frequency, TypeError)
    start = as_datetime("start", start)
    at_level = Pacing(level=level)
    times, period = at_level.count(frequency.times), frequency.every * _SECONDS[frequency.unit]
    day = _Day(_since_midnight(start.time()), _times_of_day(at), *_begin_and_end(waking_hours))
    if frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK):
        slots, every = day.spread(times, period // _DAY)
    else:
        slots, every = day.repeated(_gap(period, times))
    weeks = None if frequency.weeks is None else at_level.count(frequency.weeks)
    return tuple(sorted(_recurrences(start, day.own_time, slots, every, weeks), key=lambda rule: rule.first))


def as_datetime(field: str, value: object) -> datetime:
    """
    Return a moment that is aware of its time zone as a plain `datetime`; what is none is refused.
    """
    # Other libraries have a datetime that stands for none: it is of no year.
    if not isinstance(value, datetime) or not isinstance(value.year, int):
        refuse(field, "must be a datetime", value, TypeError)
    if value.utcoffset() is None:
        refuse(field, "must have a time zone", value.isoformat())
    # Other libraries make subclasses that add up hours as they pass, not as the clock on the wall shows them.
    clock = time(value.hour, value.minute, value.second, value.microsecond, value.tzinfo, fold=value.fold)
    return datetime.combine(date(value.year, value.month, value.day), clock)


@final
@attrs.frozen
class _Day:
    """
    When something can be done on a day, as distances from its midnight.
    """

    #: The time of day at which it began.
    own_time: timedelta
    #: The times of day that were asked for; none where nothing was asked.
    at: tuple[timedelta, ...]
    #: When the day begins.
    begin: timedelta
    #: When the day ends, at most a day later.
    end: timedelta

    def spread(self, times: int, days: int) -> tuple[list[_Slot], int]:
        """
        Return so many *times* in so many *days*, and the seconds until they come again.
        """
        common = gcd(times, days)
        if times // common > MOST_SESSIONS_IN_A_PERIOD:
            refuse("times", f"must be at most {MOST_SESSIONS_IN_A_PERIOD} in a period", times)
        times, days = times // common, days // common
        clock = self._clock(-(-times // days))
        slots: list[_Slot] = []
        for nth in range(times):
            day = nth * days // times
            if day > _MOST_DAYS:
                break
            first_of_the_day = -(-day * times // days)
            slots.append((day, clock[nth - first_of_the_day]))
        return slots, days * _DAY

    def repeated(self, gap: int) -> tuple[list[_Slot], int]:
        """
        Return all times of a day that are a *gap* apart, and the seconds until they come again.
        """
        if gap >= _DAY:
            [time_of_day] = self._clock(1)
            return [(0, time_of_day)], gap
        if self.at:
            refuse("at", "must be left out where the waking hours say when", _as_clocks(self.at))
        awake = min(self.end - self.begin, _ONE_DAY - SECOND) // SECOND
        return [(0, self.begin + timedelta(seconds=seconds)) for seconds in range(0, awake + 1, gap)], _DAY

    def _clock(self, times: int) -> tuple[timedelta, ...]:
        """
        Return the times of day for so many *times* on one day.
        """
        if self.at and len(self.at) != times:
            refuse("at", f"must have as many times as a day has sessions, {times}", _as_clocks(self.at))
        if self.at or times == 1:
            return self.at or (self.own_time,)
        seconds = min((self.end - self.begin) // SECOND, _DAY * (times - 1) // times)
        gap = _gap(seconds, times - 1)
        return tuple(self.begin + timedelta(seconds=nth * gap) for nth in range(times))


def _gap(seconds: int, times: int) -> int:
    """
    Return the seconds from one session to the next, with so many *times* in so many *seconds*.
    """
    gap = seconds // times
    if not gap:
        message = f"sessions must be at least a second apart (got {shown(times)} in {shown(seconds)} seconds)"
        raise ValueError(message)
    whole_minutes = gap - gap % _MINUTE
    return whole_minutes or gap


def _recurrences(
    start: datetime, own_time: timedelta, slots: Iterable[_Slot], every: int, weeks: int | None
) -> Iterator[Recurrence]:
    """
    Yield a rule for each of the *slots* that comes before the *weeks* are over.
    """
    until = None if weeks is None else _later(start, weeks * _SECONDS[PeriodUnit.WEEK])
    for day, clock in slots:
        seconds, fraction = divmod(clock - own_time, SECOND)
        # What is over comes again; and what is said of a night may still be ahead in the night before.
        first = _later(start, (day * _DAY + seconds) % every, fraction)
        if first and (not until or first < until):
            yield Recurrence(first=first, every=timedelta(seconds=min(every, _LONGEST)), until=until)


def _later(moment: datetime, seconds: int, fraction: timedelta = timedelta()) -> datetime | None:
    """
    Return what the clock shows so many *seconds* after a *moment*; nothing after the last day of the calendar.
    """
    try:
        return moment + (timedelta(seconds=seconds) + fraction)
    except OverflowError:
        return None


def _times_of_day(at: time | Iterable[time] | None) -> tuple[timedelta, ...]:
    if at is None:
        return ()
    times = (at,) if isinstance(at, time) else to_tuple(at)
    if not isinstance(times, tuple):
        refuse("at", "must be a time of day, or some of them", times, TypeError)
    if not times:
        refuse("at", "must not be empty", [])
    clock = sorted(_since_midnight(time_of_day, f"at[{index}]") for index, time_of_day in enumerate(times))
    if len(set(clock)) < len(clock):
        refuse("at", "must not name a time twice", _as_clocks(clock))
    return tuple(clock)


def _begin_and_end(waking_hours: tuple[time, time]) -> tuple[timedelta, timedelta]:
    pair = to_tuple(waking_hours)
    if not isinstance(pair, tuple) or len(pair) != 2:
        refuse("waking_hours", "must be two times of day", waking_hours, TypeError)
    begin, end = (_since_midnight(each, f"waking_hours[{index}]") for index, each in enumerate(pair))
    return begin, end if end > begin else end + _ONE_DAY


def _as_clocks(times: Iterable[timedelta]) -> list[str]:
    return [str(time_of_day) for time_of_day in times]


def _since_midnight(clock: time, name: str = "start") -> timedelta:
    if not isinstance(clock, time):
        refuse(name, "must be a time of day", clock, TypeError)
    if clock.tzinfo is not None:
        refuse(name, "must leave the time zone to start", clock.isoformat())
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)
