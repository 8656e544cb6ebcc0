"""
The number of boxes to tick for a routine in a handout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.plan import Stage
from stretchlib.timeline.pacing import Pacing

#: The number of boxes if the number of sessions is not prescribed, and the upper bound otherwise.
DEFAULT_BOXES: Final = 14
MAX_BOXES: Final = 100

_DAYS = {PeriodUnit.DAY: 1, PeriodUnit.WEEK: 7}
_AT_MOST = Pacing(level=1).count


def boxes(frequency: Frequency | None, stage: Stage | None) -> int:
    """
    Return the number of boxes: the sessions at the highest level, within limits, if they are prescribed.

    >>> boxes(Frequency(3, unit=PeriodUnit.WEEK, weeks=6), None)
    18
    """
    days = min([*_days(frequency), *_days(stage)], default=None)
    if frequency is None or frequency.unit not in _DAYS or days is None:
        return DEFAULT_BOXES
    return min(_sessions(frequency, days), MAX_BOXES)


def _days(what: Frequency | Stage | None) -> Iterator[int]:
    if what and what.weeks is not None:
        yield 7 * _AT_MOST(what.weeks)
    if what and what.days is not None:
        yield _AT_MOST(what.days)


def _sessions(frequency: Frequency, days: int) -> int:
    """
    Return the number of sessions in some *days*; with weekdays, the largest possible number.
    """
    times, period = _AT_MOST(frequency.times), frequency.every * _DAYS[frequency.unit]
    if frequency.weekdays:
        weeks, rest = divmod(days, 7)
        return times * (weeks * len(frequency.weekdays) + min(rest, len(frequency.weekdays)))
    if frequency.times_of_day:
        # All of them are on the first day of a period.
        return times * -(-days // period)
    return -(-times * days // period)
