"""
The occurrences of a frequency.

All rules apply to local time: three times a day is at 8:00, 14:00 and 20:00, in summer and in winter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from heapq import merge

from stretchlib.dates.moments import as_clocks_show, to_moment
from stretchlib.dates.recurrence import recurrences
from stretchlib.dates.rhythm import SECONDS_A_WEEK, WAKING_HOURS, to_rhythm
from stretchlib.model.frequency import Frequency


def occurrences(
    frequency: Frequency,
    start: datetime,
    *,
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
) -> Iterator[datetime]:
    """
    Yield the occurrences of *frequency* in time order, from *start* on.

    1. A frequency in days or weeks is spread evenly over the days of its period, beginning with the day of *start*.
       Of n occurrences in d days, the k-th is on day `k * d // n`, counted from 0: three a week are on days 0, 2 and 4.
    2. With `weekdays`, the occurrences are on these days only, and `times` is how many are on each of them.
    3. With `times_of_day`, they are at these times. If the period has several days, all are on the first of them:
       at 8:00 and 20:00 every other day is twice on one day, and not at all on the next.
    4. Otherwise, a single occurrence on a day is at the time of *start*, or at the time given by *at*.
       Several are at the times given by *at*, or spread evenly over the waking hours, from beginning to end.
       They are closer together if the overnight gap would otherwise be the shortest.
       Days with fewer occurrences than others use the first of these times.
    5. A frequency in minutes or hours with less than a day between occurrences starts again each day, and repeats
       from the beginning of the waking hours to their end, included; *at* must be left out.
       With a day or more between them, they are counted from *start*, or from *at* on that day, also at night.
    6. The intervals of rules 4 and 5 are rounded down to whole minutes; below a minute, to whole seconds.
    7. Occurrences begin at *start*, included, and end after the `weeks` or `days` of the frequency, excluded.
       If *start* is within waking hours that began on the previous day, the rest of them is included.
       Without weeks or days, they end with the calendar.
       These limits are compared in local time, before rule 8 applies.
    8. A time that is skipped when clocks are put forward is as much later as they are put forward.
       A time that occurs twice when clocks are put back is the first of the two, and so is *start*.
       No moment is yielded twice.

    Args:
        frequency: How often.
        start: The beginning, aware of its time zone.
            Zones of zoneinfo, pytz, dateutil, pandas and pendulum are supported.
            A fixed offset, as in `datetime.now().astimezone()`, has no clock changes.
        at: The time of day, or the times of day, in local time; only if the frequency has no `times_of_day`.
        waking_hours: When the day begins and ends; an end that is not later is on the next day.
        level: The position within every range of the frequency: 0 is the low end, 1 the high end.

    Raises:
        TypeError: *start* is not a `datetime`, or another argument is of the wrong type.
        ValueError: *start* has no time zone, or one of pytz that zoneinfo does not know; *at* breaks rules 3 to 5,
            or the occurrences are less than a second apart.

    >>> from zoneinfo import ZoneInfo
    >>> from stretchlib import PeriodUnit
    >>> three_a_week = Frequency(3, unit=PeriodUnit.WEEK, weeks=1)
    >>> for moment in occurrences(three_a_week, datetime(2026, 3, 27, 18, tzinfo=ZoneInfo("Europe/Berlin"))):
    ...     print(moment)
    2026-03-27 18:00:00+01:00
    2026-03-29 18:00:00+02:00
    2026-03-31 18:00:00+02:00
    """
    start = to_moment("start", start)
    found = recurrences(frequency, start, at=at, waking_hours=waking_hours, level=level)
    return as_clocks_show(merge(*(each.moments() for each in found)))


def occurrences_a_week(
    frequency: Frequency, *, waking_hours: tuple[time, time] = WAKING_HOURS, level: float = 0.0
) -> float:
    """
    Return the average number of occurrences a week, for weekly doses.

    The weeks or days of the frequency are ignored. Arguments and errors are as for `occurrences`.

    >>> from stretchlib import PeriodUnit
    >>> every_other_day, every_two_hours = Frequency(every=2), Frequency(every=2, unit=PeriodUnit.HOUR)
    >>> occurrences_a_week(every_other_day), occurrences_a_week(every_two_hours)
    (3.5, 49.0)
    """
    rhythm = to_rhythm(frequency, datetime.min, at=None, waking_hours=waking_hours, level=level)
    return rhythm.count * SECONDS_A_WEEK / rhythm.seconds
