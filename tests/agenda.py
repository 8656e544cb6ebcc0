"""
Occurrences as short texts, for tests.
"""

from datetime import datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from stretchlib import Frequency, PeriodUnit, occurrences

BERLIN = ZoneInfo("Europe/Berlin")
#: A Friday, two days before the clocks are put forward from 2:00 to 3:00.
START = datetime(2026, 3, 27, 9, 30, tzinfo=BERLIN)
AROUND_THE_CLOCK = (time(0), time(0))
TOO_CLOSE = "occurrences must be at least a second apart"


def listed(count, frequency, start=START, **options):
    """
    Return the first *count* occurrences as "day hour:minute".
    """
    return [f"{moment:%d %H:%M}" for moment in islice(occurrences(frequency, start, **options), count)]


def weekly(times, **options):
    return Frequency(times, unit=PeriodUnit.WEEK, **options)


def hourly(every=1, times=1):
    return Frequency(times, every=every, unit=PeriodUnit.HOUR)
