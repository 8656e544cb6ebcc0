"""
The number of boxes to tick for a frequency in a handout.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import attrs

from stretchlib.dates.rhythm import SECONDS, SECONDS_A_DAY, WAKING_HOURS, to_rhythm
from stretchlib.model.frequency import Frequency, PeriodUnit, Weekday
from stretchlib.model.plan import Stage
from stretchlib.timeline.pacing import Pacing

#: The number of boxes if the number of sessions is not prescribed, and the upper bound otherwise.
_DEFAULT_BOXES: Final = 14
_MAX_BOXES: Final = 100

_AT_MOST = Pacing(level=1).count


def boxes(frequency: Frequency | None, stage: Stage | None) -> int:
    """
    Return the number of boxes: the largest possible number of sessions, within limits, if it is prescribed.

    >>> boxes(Frequency(3, unit=PeriodUnit.WEEK, weeks=6), None)
    18
    """
    days = min([*_days(frequency), *_days(stage)], default=None)
    if frequency is None or days is None:
        return _DEFAULT_BOXES
    return min(_sessions(frequency, days), _MAX_BOXES)


def _days(what: Frequency | Stage | None) -> Iterator[int]:
    if what and what.weeks is not None:
        yield 7 * _AT_MOST(what.weeks)
    if what and what.days is not None:
        yield _AT_MOST(what.days)


def _sessions(frequency: Frequency, days: int) -> int:
    """
    Return the number of sessions in some *days*, from the midnight before the best day of the week to begin on.
    """
    times, period = _AT_MOST(frequency.times), frequency.every * SECONDS[frequency.unit]
    if frequency.weekdays:
        weeks, rest = divmod(days, 7)
        return times * (weeks * len(frequency.weekdays) + _most_weekdays(frequency, rest))
    if frequency.times_of_day:
        # All of them are on the first day of a period.
        return times * -(-days * SECONDS_A_DAY // period)
    if frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK):
        return -(-times * days * SECONDS_A_DAY // period)
    # More often than every minute, a single day has more sessions than boxes.
    seldom = attrs.evolve(frequency, times=min(times, period // SECONDS[PeriodUnit.MINUTE]))
    rhythm = to_rhythm(seldom, datetime.min, at=None, waking_hours=WAKING_HOURS, level=1)
    return -(-rhythm.count * days * SECONDS_A_DAY // rhythm.seconds)


def _most_weekdays(frequency: Frequency, days: int) -> int:
    """
    Return the largest number of its weekdays in a number of *days* below a week.
    """
    week = [weekday in frequency.weekdays for weekday in Weekday]
    return max(sum((week + week)[first : first + days]) for first in range(len(week)))
