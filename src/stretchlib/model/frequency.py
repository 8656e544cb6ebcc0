"""
How often, and for how long: the rhythm of days and weeks in which a routine is done.
"""

from __future__ import annotations

import enum
from typing import final

import attrs
from attrs.validators import optional

from stretchlib._validation import one_of, to_whole, whole
from stretchlib.model.quantities import Count, count, to_count


@final
class PeriodUnit(enum.Enum):
    """
    The unit of the period over which a frequency counts.
    """

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


def _to_optional_count(value: Count | None) -> Count | None:
    return None if value is None else to_count(value)


@final
@attrs.frozen
class Frequency:
    """
    So many times in each period, for so many weeks.

    "3 times a week for 4 to 6 weeks":

    >>> from stretchlib import Range
    >>> three_a_week = Frequency(3, unit=PeriodUnit.WEEK, weeks=Range(4, 6))

    "Every 2 hours", and "every other day":

    >>> every_two_hours = Frequency(every=2, unit=PeriodUnit.HOUR)
    >>> every_other_day = Frequency(every=2)
    """

    #: How many times in each period, at least once.
    times: Count = attrs.field(default=1, converter=to_count, validator=count)
    #: How many units make a period, at least one.
    every: int = attrs.field(default=1, converter=to_whole, validator=whole, kw_only=True)
    #: The unit of the period.
    unit: PeriodUnit = attrs.field(default=PeriodUnit.DAY, validator=one_of(PeriodUnit), kw_only=True)
    #: For how many weeks, at least one; `None` where nothing is said.
    weeks: Count | None = attrs.field(
        default=None, converter=_to_optional_count, validator=optional(count), kw_only=True
    )
