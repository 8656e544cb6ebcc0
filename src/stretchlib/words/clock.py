"""
Durations as text and as whole numbers.
"""

from __future__ import annotations

from datetime import timedelta

from stretchlib.model.timedeltas import MICROSECOND, SECOND


def clock(duration: timedelta) -> str:
    """
    Return *duration* as minutes and seconds, with hours and fractions of a second if there are any.

    >>> clock(timedelta(seconds=90)), clock(timedelta(hours=1, seconds=2.5))
    ('1:30', '1:00:02.5')
    """
    minutes, seconds = divmod(duration // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{duration.microseconds:06}".rstrip("0") if duration.microseconds else ""
    return f"{hours}:{minutes:02}:{seconds:02}{fraction}" if hours else f"{minutes}:{seconds:02}{fraction}"


def to_milliseconds(duration: timedelta) -> int:
    """
    Return *duration* in milliseconds, rounded half up.

    >>> to_milliseconds(timedelta(seconds=1.0005)), to_milliseconds(timedelta.max)
    (1001, 86400000000000000)
    """
    # Computed with integers: rounded up, it may be longer than `timedelta.max`.
    return (duration // MICROSECOND + 500) // 1000


def to_whole_seconds(duration: timedelta) -> int:
    """
    Return *duration* in whole seconds, rounded up.

    >>> to_whole_seconds(timedelta(seconds=5.000001)), to_whole_seconds(timedelta.max)
    (6, 86400000000000)
    """
    return -(duration // -SECOND)
