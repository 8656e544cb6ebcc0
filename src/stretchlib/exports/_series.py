"""
Which events of a calendar say when the sessions are?

Calendars repeat by days and weeks, and the most common ones ignore rules with several times of day.
So there is one event for each time of day, and it holds as many days of the week as there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain, islice
from math import lcm
from typing import Any, Final, final
from zoneinfo import ZoneInfo

import attrs

from stretchlib.dates.recurrence import Recurrence
from stretchlib.errors import ExportError
from stretchlib.model.quantities import SECOND

#: More events than this are no help to anybody.
MOST_EVENTS: Final = 100

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@final
@attrs.frozen
class Series:
    """
    When one event is.
    """

    #: The first time.
    first: datetime
    #: How it comes again, in the words of RFC 5545; empty where it does not.
    rule: Mapping[str, Any]


def to_series(rules: Iterable[Recurrence]) -> list[Series]:
    """
    Return the series of events with the same moments as *rules*, which are in order of their first times.

    Raises:
        ExportError: A calendar has no way to tell such times or their time zone, or it takes too many events.
    """
    events: dict[object, list[Recurrence]] = {}
    by_days = chain.from_iterable(_by_days(_in_known_zone(rule)) for rule in rules)
    for number, rule in enumerate(by_days):
        events.setdefault(rule.first.time() if rule.every == _WEEK else number, []).append(rule)
        if len(events) > MOST_EVENTS:
            message = f"a calendar must have at most {MOST_EVENTS} events, one for each time of day"
            raise ExportError(message)
    return [Series(min(each.first for each in same_time), _rule(same_time)) for same_time in events.values()]


def _in_known_zone(rule: Recurrence) -> Recurrence:
    """
    Return *rule* in a time zone that calendars know.
    """
    if rule.first.microsecond:
        message = f"a calendar tells time in whole seconds (got {rule.first.time()})"
        raise ExportError(message)
    match rule.first.tzinfo:
        case ZoneInfo(key=str()):
            return rule
        case timezone():
            until = rule.until and in_utc("sessions", rule.until)
            return attrs.evolve(rule, first=in_utc("sessions", rule.first), until=until)
        case other:
            message = f"start must be in a zone of zoneinfo, or at a fixed distance from UTC (got {other!r})"
            raise ExportError(message)


def in_utc(what: str, moment: datetime) -> datetime:
    """
    Return *moment* in UTC; at either end of the calendar there is none, for it would be in another year.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        message = f"{what} must be within the calendar in UTC, too (got {moment})"
        raise ExportError(message) from None


def _by_days(rule: Recurrence) -> Iterator[Recurrence]:
    """
    Yield rules that repeat after whole days, and together give the same moments as *rule*.
    """
    every, day = rule.every // SECOND, _DAY // SECOND
    turns = lcm(every, day) // every
    for first in islice(rule.moments(), turns):
        yield attrs.evolve(rule, first=first, every=min(turns * every, timedelta.max // SECOND) * SECOND)


def _rule(same_time: list[Recurrence]) -> dict[str, Any]:
    """
    Return how recurrences at the same time of day come again, together.
    """
    rule: dict[str, Any] = _interval(same_time[0].every)
    if len(same_time) > 1:
        rule["BYDAY"] = [_WEEKDAYS[recurrence.first.weekday()] for recurrence in same_time]
    counts = [_count(recurrence) for recurrence in same_time]
    if None not in counts:
        rule["COUNT"] = sum(filter(None, counts))
    return {} if rule.get("COUNT") == 1 else rule


def _interval(every: timedelta) -> dict[str, Any]:
    weeks, left = divmod(every, _WEEK)
    unit, interval = ("DAILY", every.days) if left else ("WEEKLY", weeks)
    return {"FREQ": unit} if interval == 1 else {"FREQ": unit, "INTERVAL": interval}


def _count(recurrence: Recurrence) -> int | None:
    """
    Return how many moments there are; `None` where there is no end.
    """
    if recurrence.until is not None:
        return -((recurrence.first - recurrence.until) // recurrence.every)
    # At the end of the calendar, even what has no end comes only once.
    return 1 if len([*islice(recurrence.moments(), 2)]) == 1 else None
