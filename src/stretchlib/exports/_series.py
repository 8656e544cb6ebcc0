"""
Recurring events for the sessions of a routine.

Calendars repeat by days and weeks, and common ones ignore rules with several times of day.
So there is one series for each time of day, with all its days of the week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from math import lcm
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from stretchlib._classes import final
from stretchlib.dates.recurrence import Recurrence
from stretchlib.errors import ExportError
from stretchlib.exports._zones import WEEKDAYS, Change, changes
from stretchlib.model.timedeltas import DAY, NO_TIME, SECOND

#: The most events an export creates; more would clutter a calendar.
_MAX_EVENTS: Final = 500

_WEEK = timedelta(weeks=1)


@final
@attrs.frozen
class Series:
    """
    A recurring event, or a single one.

    Attributes:
        first: The first time.
        rule: The recurrence rule of RFC 5545; empty for a single event.
        excluded: The excluded times of the rule.
    """

    first: datetime
    rule: Mapping[str, Any]
    excluded: list[datetime]


def to_series(recurrences: Iterable[Recurrence]) -> list[Series]:
    """
    Return the series with the same moments as *recurrences*, each moment once.

    Raises:
        ExportError: Calendars cannot express these times or their time zone, or there are too many events.
    """
    events: dict[object, list[Recurrence]] = {}
    by_days = chain.from_iterable(_by_days(_in_known_zone(each)) for each in recurrences)
    for number, each in enumerate(by_days):
        events.setdefault(each.first.time() if each.every == _WEEK else number, []).append(each)
        check_events(len(events))
    everything = [*chain.from_iterable(events.values())]
    shifts = _clock_changes(everything)
    series = [_series(same_time, sorted(_duplicates(same_time, shifts, everything))) for same_time in events.values()]
    return [each for each in series if each.rule or not each.excluded]


def check_events(count: int) -> None:
    """
    Accept at most `_MAX_EVENTS` events.
    """
    if count > _MAX_EVENTS:
        message = f"a calendar must have at most {_MAX_EVENTS} events, one for each time of day of each routine"
        raise ExportError(message)


def _in_known_zone(recurrence: Recurrence) -> Recurrence:
    """
    Return *recurrence* in a time zone that calendars know.
    """
    zone, first = recurrence.first.tzinfo, recurrence.first
    if first.microsecond:
        message = (
            "a calendar must have times in whole seconds, in start, stage_starts and at: "
            f"use for example start.replace(microsecond=0) (got {first.time()})"
        )
        raise ExportError(message)
    if zone is not None and zone.utcoffset(None) is not None:
        until = recurrence.until and in_utc("sessions", recurrence.until)
        return attrs.evolve(recurrence, first=in_utc("sessions", first), until=until)
    if not isinstance(zone, ZoneInfo) or not zone.key:
        message = f'a calendar must have a named time zone, for example ZoneInfo("Europe/Berlin") (got {zone!r})'
        raise ExportError(message)
    return recurrence


def in_utc(what: str, moment: datetime) -> datetime:
    """
    Return *moment* in UTC, unless it is out of range there.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        message = f"{what} must also be within the calendar in UTC (got {moment})"
        raise ExportError(message) from None


def _by_days(recurrence: Recurrence) -> Iterator[Recurrence]:
    """
    Yield recurrences at intervals of whole days with the same moments.
    """
    every, day = recurrence.every // SECOND, DAY // SECOND
    turns = lcm(every, day) // every
    for first in islice(recurrence.moments(), turns):
        yield attrs.evolve(recurrence, first=first, every=min(turns * every, timedelta.max // SECOND) * SECOND)


def _clock_changes(recurrences: list[Recurrence]) -> list[Change]:
    """
    Return the clock changes around and after the first of *recurrences*, which are in one time zone.
    """
    first = min((each.first for each in recurrences), default=None)
    if first is None or not isinstance(first.tzinfo, ZoneInfo):
        return []
    return changes(first.tzinfo, first)


def _duplicates(same_time: list[Recurrence], shifts: list[Change], everything: list[Recurrence]) -> Iterator[datetime]:
    """
    Yield the times that clock changes skip and that, put forward, coincide with a moment of *everything*.
    """
    for each in same_time:
        for shift in shifts:
            since = shift.onset.replace(tzinfo=each.first.tzinfo) - each.first
            ahead = -(-since // each.every) * each.every
            # Never if times occur twice, because then `skipped` is negative.
            if ahead < since + shift.skipped:
                moment = each.first + ahead
                if _has(each, moment) and any(_has(other, moment + shift.skipped) for other in everything):
                    yield moment


def _has(recurrence: Recurrence, moment: datetime) -> bool:
    since = moment - recurrence.first
    over = recurrence.until is not None and moment >= recurrence.until
    return since >= NO_TIME and not since % recurrence.every and not over


def _series(same_time: list[Recurrence], excluded: list[datetime]) -> Series:
    """
    Return the series of recurrences at the same time of day.
    """
    first, *others = same_time
    rule: dict[str, Any] = _interval(first.every)
    if others:
        rule["BYDAY"] = [WEEKDAYS[each.first.weekday()] for each in same_time]
    counts = [_count(each) for each in same_time]
    if None not in counts:
        rule["COUNT"] = sum(filter(None, counts))
    return Series(min(each.first for each in same_time), {} if rule.get("COUNT") == 1 else rule, excluded)


def _interval(every: timedelta) -> dict[str, Any]:
    weeks, left = divmod(every, _WEEK)
    unit, interval = ("DAILY", every.days) if left else ("WEEKLY", weeks)
    return {"FREQ": unit} if interval == 1 else {"FREQ": unit, "INTERVAL": interval}


def _count(recurrence: Recurrence) -> int | None:
    """
    Return the number of moments; `None` without an end.
    """
    if recurrence.until is not None:
        return -((recurrence.first - recurrence.until) // recurrence.every)
    # At the end of the calendar, a recurrence without an end has only one moment.
    return 1 if len([*islice(recurrence.moments(), 2)]) == 1 else None
