"""
Moments by the clock on the wall, in any time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import heappop, heappush
from zoneinfo import ZoneInfo

from stretchlib._validation import refuse


def to_moment(field: str, value: object) -> datetime:
    """
    Convert *value*, of any subclass of `datetime`, to a plain `datetime` in a zone that can be counted in.
    """
    # pandas.NaT is a datetime whose year is NaN.
    if not isinstance(value, datetime) or not isinstance(value.year, int):
        refuse(field, "must be a datetime", value, TypeError)
    zone = value.tzinfo
    if zone is None or value.utcoffset() is None:
        refuse(field, "must have a time zone", value.isoformat())
    # Subclasses of other libraries add up hours that pass, not hours on the wall.
    day = date(value.year, value.month, value.day)
    clock = time(value.hour, value.minute, value.second, value.microsecond, _to_zone(field, zone), fold=value.fold)
    return datetime.combine(day, clock)


def _to_zone(field: str, zone: tzinfo) -> tzinfo:
    """
    Convert a zone of pytz, of which each moment has another one, to the zone of zoneinfo with the same name.
    """
    name = getattr(zone, "zone", None)
    if not isinstance(name, str):
        return zone
    try:
        return ZoneInfo(name)
    except KeyError:
        refuse(field, "must be in a time zone that zoneinfo knows; the package tzdata may be missing", name)


def later(moment: datetime, seconds: int, fraction: timedelta = timedelta()) -> datetime | None:
    """
    Return what the clock shows so many *seconds* after *moment*; `None` after the last day of the calendar.
    """
    try:
        return moment + (timedelta(seconds=seconds) + fraction)
    except OverflowError:
        return None


def as_clocks_show(moments: Iterable[datetime]) -> Iterator[datetime]:
    """
    Yield *moments*, which are in order, each once; those that the clocks skip are put forward.
    """
    waiting: list[datetime] = []
    latest = None
    for moment in moments:
        heappush(waiting, put_forward(moment))
        # All that follow are later than this one.
        while waiting and waiting[0] <= moment:
            earliest = heappop(waiting)
            if earliest != latest:
                yield (latest := earliest)
    yield from sorted(waiting)


def put_forward(moment: datetime) -> datetime:
    """
    Return *moment*, as much later as the clocks are put forward if they skip it.
    """
    try:
        shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    except OverflowError:
        # In UTC, the first and the last hours of the calendar may be outside of it.
        return moment
    # Inside a gap, some zones answer with the time before it, others with the time after it; the gap is the difference.
    return moment + abs(shown - moment)
