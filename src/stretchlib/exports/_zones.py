"""
Clock changes in calendar files: as a rule if one is in force, as dates if they are irregular.

Onsets are in the local time before the change, as RFC 5545 requires.
"""

# icalendar does not declare the types of values.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from stretchlib._classes import final
from stretchlib.model.timedeltas import NO_TIME, SECOND

#: The years for which a calendar has irregular changes; a rule is used if it holds at their end.
YEARS_OF_CHANGES: Final = 100

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

#: In Gaza, two changes in 2040 are an hour less than seven days apart.
_STEP = timedelta(days=6)


@final
@attrs.frozen
class Change:
    """
    A clock change of a time zone.

    Attributes:
        onset: The moment, in the local time before the change.
        before: The offset from UTC before the change.
        after: The offset from UTC after the change.
        name: The abbreviation of the zone after the change, for example "CEST".
    """

    onset: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def skipped(self) -> timedelta:
        """
        How much local time is skipped; negative if it occurs twice.
        """
        return self.after - self.before


def changes(zone: ZoneInfo, first: datetime) -> list[Change]:
    """
    Return the changes of a zone in the hundred years after *first*, and the two before it.
    """
    first = first.replace(tzinfo=None)
    start, *found = _changes_from(zone, first.year)
    # A zone without changes has its offset from the start.
    found.insert(0, attrs.evolve(start, onset=min(start.onset, first)))
    past = sum(change.onset <= first for change in found)
    return found[max(past - 2, 0) :]


@lru_cache
def _changes_from(zone: ZoneInfo, year: int) -> list[Change]:
    """
    Return the offset of a zone at the start of the previous year, and all changes from then on.
    """
    begin = datetime(max(year - 1, 1), 1, 3)
    end = datetime(min(year + YEARS_OF_CHANGES, datetime.max.year), 12, 20)
    return [_look(zone, begin, begin), *_changes(zone, begin, end)]


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[Change]:
    """
    Yield the changes between two moments in UTC.
    """
    moment, offset = begin, _offset(zone, begin)
    while moment < end:
        following = moment + _STEP
        if _offset(zone, following) != offset:
            following = _first_other(zone, moment, following)
            yield _look(zone, following - SECOND, following)
            offset = _offset(zone, following)
        moment = following


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return zone.fromutc(moment.replace(tzinfo=zone)).utcoffset() or NO_TIME


def _first_other(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """
    Return the first second after *low* with another offset, by bisection.
    """
    offset = _offset(zone, low)
    while high - low > SECOND:
        middle = low + (high - low) // 2 // SECOND * SECOND
        low, high = (middle, high) if _offset(zone, middle) == offset else (low, middle)
    return high


def _look(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """
    Return the change between two moments in UTC.
    """
    old, new = _offset(zone, before), zone.fromutc(after.replace(tzinfo=zone))
    return Change(after + old, old, _offset(zone, after), new.tzname() or "")


def to_timezone(zone: ZoneInfo, found: list[Change]) -> Timezone:
    """
    Return the time zone component for the changes that were *found*.
    """
    component = Timezone()
    component.add("tzid", zone.key)
    kinds: dict[Change, list[datetime]] = {}
    for change in found:
        kinds.setdefault(attrs.evolve(change, onset=datetime.min), []).append(change.onset)
    for kind, onsets in kinds.items():
        regular = _regular(onsets)
        irregular = onsets[: len(onsets) - len(regular)]
        if irregular:
            component.add_component(_observance(kind, irregular[0], "rdate", irregular if irregular[1:] else []))
        if regular:
            component.add_component(_observance(kind, regular[0], "rrule", [_rule(regular)]))
    return component


def _observance(kind: Change, first: datetime, name: str, values: list[Any]) -> TimezoneDaylight | TimezoneStandard:
    observance = TimezoneDaylight() if kind.skipped > NO_TIME else TimezoneStandard()
    observance.add("dtstart", first)
    observance.add("tzoffsetfrom", kind.before)
    observance.add("tzoffsetto", kind.after)
    observance.add("tzname", kind.name)
    # ical.js reads only one date of a property, and ignores the start if there are any.
    for value in values:
        observance.add(name, value)
    return observance


def _regular(onsets: list[datetime]) -> list[datetime]:
    """
    Return the last *onsets* that follow one rule; none if there are too few.
    """
    last = onsets[-1]
    years = 1
    for onset in reversed(onsets[:-1]):
        same = (onset.month, onset.weekday(), onset.time()) == (last.month, last.weekday(), last.time())
        if not same or onset.year != last.year - years:
            break
        years += 1
    regular = onsets[-years:]
    while regular and not _rule(regular):
        regular = regular[1:]
    return regular if len(regular) > 2 else []


def _rule(onsets: list[datetime]) -> dict[str, Any]:
    """
    Return the rule of *onsets* on the same weekday in the same month of each year; empty if there is none.
    """
    days = [onset.day for onset in onsets]
    first, *_ = onsets
    weekday = WEEKDAYS[first.weekday()]
    yearly = {"FREQ": "YEARLY", "BYMONTH": first.month}
    if all(onset.day + 7 > monthrange(onset.year, onset.month)[1] for onset in onsets):
        return yearly | {"BYDAY": f"-1{weekday}"}
    nth, *others = {(day - 1) // 7 + 1 for day in days}
    if not others:
        return yearly | {"BYDAY": f"{nth}{weekday}"}
    if max(days) - min(days) < 7:
        return yearly | {"BYMONTHDAY": [*range(min(days), max(days) + 1)], "BYDAY": weekday}
    return {}
