"""
Recurrences: a frequency as times of day, each repeated at a fixed interval.

This module computes local times, and ignores clock changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

import attrs

from stretchlib._classes import final
from stretchlib.dates.moments import later
from stretchlib.dates.rhythm import SECONDS_A_DAY, SECONDS_A_WEEK, WAKING_HOURS, Rhythm, since_midnight, to_rhythm
from stretchlib.model.frequency import Frequency
from stretchlib.model.plan import Stage
from stretchlib.model.timedeltas import SECOND
from stretchlib.timeline.pacing import Pacing

_MAX_SECONDS = timedelta.max // SECOND


@final
@attrs.frozen(kw_only=True)
class Recurrence:
    """
    A time of day repeated at a fixed interval, as one recurrence rule of a calendar.

    Attributes:
        first: The first time, aware of its time zone; a clock change may skip it.
        every: The interval, at least a day.
        until: The end, excluded, in the same time zone; `None` if there is none.
    """

    first: datetime
    every: timedelta
    until: datetime | None

    def moments(self) -> Iterator[datetime]:
        """
        Yield all times in order, including those that the clocks skip.
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
    end: datetime | None = None,
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
) -> tuple[Recurrence, ...]:
    """
    Return recurrences that together have the moments of `occurrences`, in the order of the period.

    All of them end before *end*, which is in the time zone of *start*.
    Other arguments and errors are as for `occurrences`.

    >>> from datetime import UTC
    >>> twice_a_day = recurrences(Frequency(2), datetime(2026, 3, 27, tzinfo=UTC))
    >>> [(each.first.hour, each.every.days) for each in twice_a_day]
    [(8, 1), (20, 1)]
    """
    rhythm = to_rhythm(frequency, start, at=at, waking_hours=waking_hours, level=level)
    ends = (end, end_of(frequency, start, level))
    until = min((moment for moment in ends if moment is not None), default=None)
    return tuple(_recurrences(rhythm, start, until))


def end_of(what: Frequency | Stage, start: datetime, level: float) -> datetime | None:
    """
    Return the end of the weeks or days of *what*; `None` if it has none, or none within the calendar.
    """
    at_level = Pacing(level=level)
    if what.weeks is not None:
        return later(start, at_level.count(what.weeks) * SECONDS_A_WEEK)
    return None if what.days is None else later(start, at_level.count(what.days) * SECONDS_A_DAY)


def _recurrences(rhythm: Rhythm, start: datetime, until: datetime | None) -> Iterator[Recurrence]:
    """
    Yield a recurrence for each slot of *rhythm* that comes before the end.
    """
    own_time = since_midnight("start", start.time())
    for day, clock in rhythm.slots:
        seconds, fraction = divmod(clock - own_time, SECOND)
        # A slot that has passed comes again one period later; an overnight slot may belong to the previous day.
        first = later(start, (day * SECONDS_A_DAY + seconds) % rhythm.seconds, fraction)
        if first and (not until or first < until):
            yield Recurrence(first=first, every=timedelta(seconds=min(rhythm.seconds, _MAX_SECONDS)), until=until)
