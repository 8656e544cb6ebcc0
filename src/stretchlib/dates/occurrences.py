"""
When is it time to do the routine again?

All rules are rules of the clock on the wall: three times a day is at 8:00, 14:00 and 20:00, in summer and in winter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from heapq import heappop, heappush, merge

from stretchlib.dates.recurrence import WAKING_HOURS, recurrences
from stretchlib.model.frequency import Frequency


def sessions(
    frequency: Frequency,
    start: datetime,
    *,
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
) -> Iterator[datetime]:
    """
    Yield the moments at which to do a routine with a *frequency*, in order, from *start* on.

    1. A frequency in days or weeks spreads its sessions evenly over the days of its period, from the day of *start* on.
       Of n sessions in d days, the k-th is on day `k * d // n`, both from 0: three a week are on days 0, 2 and 4.
    2. On a day with one session it is at the time of *start*, or at the time given by *at*.
       On a day with several they are at the times given by *at*, or spread evenly over the waking hours,
       the first when they begin, the last when they end; sooner where the night would be the shortest gap of all.
       Where some days have fewer than others, they take the first of these times.
       No time may be named twice.
    3. A frequency in minutes or hours repeats within the waking hours:
       when they begin, and again until they end, that moment included; it begins anew each day.
       With a day or more from one session to the next, it counts from *start*, or from *at* on that day, day and night;
       with less, *at* has nothing to say and is refused.
    4. What is spread evenly is spaced by whole minutes, rounded down; by whole seconds below one minute.
    5. Moments are from *start*, included, to so many `weeks` later by the clock on the wall, excluded.
       What is left of waking hours that began the day before is among them.
       Without `weeks` they end with the calendar.
       For this rule, all are compared as the clock on the wall shows them, before the next rule moves any.
    6. A time that a change of the clocks skips comes as much later as they are put forward.
       A time that occurs twice is meant the first time, and *start* likewise.
       No moment is told twice.

    Args:
        frequency: How often.
        start: The moment from which on to count, aware of its time zone.
        at: The time of day, or the times of day, by the clock on the wall.
        waking_hours: When the day begins and when it ends; an end that is not later is on the next day.
        level: Where in each range of the frequency to be: 0 is the low end, 1 the high end.

    Raises:
        TypeError: *start* is no `datetime`, or another argument no time.
        ValueError: *start* has no time zone, *at* is not what rules 2 and 3 ask for,
            or the sessions are less than a second apart.

    >>> from zoneinfo import ZoneInfo
    >>> from stretchlib import PeriodUnit
    >>> three_a_week = Frequency(3, unit=PeriodUnit.WEEK, weeks=1)
    >>> for session in sessions(three_a_week, datetime(2026, 3, 27, 18, tzinfo=ZoneInfo("Europe/Berlin"))):
    ...     print(session)
    2026-03-27 18:00:00+01:00
    2026-03-29 18:00:00+02:00
    2026-03-31 18:00:00+02:00
    """
    rules = recurrences(frequency, start, at=at, waking_hours=waking_hours, level=level)
    return _as_clocks_show(merge(*(rule.moments() for rule in rules)))


def _as_clocks_show(moments: Iterable[datetime]) -> Iterator[datetime]:
    """
    Yield *moments*, those that the clocks skip as much later as they are put forward, each once and in order.
    """
    waiting: list[datetime] = []
    latest = None
    for moment in moments:
        heappush(waiting, _put_forward(moment))
        # Whatever comes later is later than this.
        while waiting and waiting[0] <= moment:
            earliest = heappop(waiting)
            if earliest != latest:
                yield (latest := earliest)
    yield from sorted(waiting)


def _put_forward(moment: datetime) -> datetime:
    before, after = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    # Within a gap the first reading takes the clocks as they were before it, the second as they are after it.
    return moment + (after - before) if before is not None and after is not None and after > before else moment
