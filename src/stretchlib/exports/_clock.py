"""
How does a person write a time?
"""

from __future__ import annotations

from datetime import timedelta

_SECOND = timedelta(seconds=1)


def clock(duration: timedelta) -> str:
    """
    Return *duration* in minutes and seconds, with hours and fractions of a second where there are some.

    >>> clock(timedelta(seconds=90)), clock(timedelta(hours=1, seconds=2.5))
    ('1:30', '1:00:02.5')
    """
    minutes, seconds = divmod(duration // _SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{duration.microseconds:06}".rstrip("0") if duration.microseconds else ""
    return f"{hours}:{minutes:02}:{seconds:02}{fraction}" if hours else f"{minutes}:{seconds:02}{fraction}"
