"""
Moments in local time, in any time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import heappop, heappush
from zoneinfo import ZoneInfo

from stretchlib._messages import refuse
from stretchlib.model.timedeltas import NO_TIME


def to_moment(field: str, value: object) -> datetime:
    """
    Convert *value*, of any subclass of `datetime`, to a plain `datetime` whose zone supports arithmetic.
    """
    # pandas.NaT is a datetime whose year is NaN.
    if not isinstance(value, datetime) or not isinstance(value.year, int):
        refuse(field, "must be a datetime", value, TypeError)
    zone = value.tzinfo
    if zone is None or value.utcoffset() is None:
        refuse(field, "must have a time zone", value.isoformat())
    # Subclasses of other libraries add elapsed time instead of local time.
    day = date(value.year, value.month, value.day)
    clock = time(value.hour, value.minute, value.second, value.microsecond, _to_zone(field, zone), fold=value.fold)
    return datetime.combine(day, clock)


def _to_zone(field: str, zone: tzinfo) -> tzinfo:
    """
    Convert a zone of pytz, whose instances have fixed offsets, to the zone of zoneinfo with the same name.
    """
    name = getattr(zone, "zone", None)
    if not isinstance(name, str):
        return zone
    try:
        return ZoneInfo(name)
    except KeyError:
        refuse(field, "must be in a time zone that zoneinfo knows; the package tzdata may be missing", name)


def later(moment: datetime, seconds: int, fraction: timedelta = NO_TIME) -> datetime | None:
    """
    Return the local time *seconds* after *moment*; `None` after the last day of the calendar.
    """
    try:
        return moment + (timedelta(seconds=seconds) + fraction)
    except OverflowError:
        return None


def as_clocks_show(moments: Iterable[datetime]) -> Iterator[datetime]:
    """
    Yield ordered *moments*, each once; those that the clocks skip are put forward.
    """
    waiting: list[datetime] = []
    latest = None
    for moment in moments:
        heappush(waiting, _put_forward(moment))
        # All further moments are later than this one.
        while waiting and waiting[0] <= moment:
            earliest = heappop(waiting)
            if earliest != latest:
                yield (latest := earliest)
    yield from sorted(waiting)


def _put_forward(moment: datetime) -> datetime:
    """
    Return *moment*; if the clocks skip it, put it forward by the same time.
    """
    try:
        shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    except OverflowError:
        # The first and last hours of the calendar may be out of range in UTC.
        return moment
    # Inside a gap, some zones return the offset before it, others the offset after it; the difference is the gap.
    return moment + abs(shown - moment)
