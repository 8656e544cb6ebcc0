"""
When does a calendar remind of it?

An iCalendar file, for the calendars of phones and computers; needs the extra `calendar`.
"""

# Of the values of properties, icalendar declares nothing.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from stretchlib._fields import check_name, refuse
from stretchlib._recurrences import WAKING_HOURS, as_datetime, recurrences
from stretchlib.errors import ExportError
from stretchlib.exports._characters import one_line
from stretchlib.exports._clock import clock
from stretchlib.exports._limits import check_steps
from stretchlib.exports._series import Series, to_series
from stretchlib.frequency import Frequency, PeriodUnit
from stretchlib.timeline import Timeline

#: More steps than this make no description.
MOST_STEPS: Final = 1_000

_SECOND = timedelta(seconds=1)
_ONCE = Frequency(unit=PeriodUnit.WEEK, weeks=1)
#: For how long, from its start on, a file says when the clocks change; the computer itself knows, too.
_YEARS_OF_CLOCK_CHANGES = 30


def to_icalendar(
    timeline: Timeline,
    start: datetime,
    *,
    uid: str,
    created: datetime,
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
) -> bytes:
    """
    Return a calendar file with the sessions of *timeline*, as often as its routine says, or once if it does not.

    The moments are those of `sessions`, at the level of the pacing.
    Each time of day is an event of its own, because calendars ignore rules with several times of day.
    An event carries the name of the routine, its duration in whole seconds, rounded up, and what happens in it.

    Args:
        timeline: What is done.
        start: The moment from which on to count, in a zone of `zoneinfo` or at a fixed distance from UTC.
        uid: What tells the event from all others in the world; a second event appends "-2", and so on.
        created: When it was made, aware of its time zone.
        at: The time of day, or the times of day, as for `sessions`.
        waking_hours: When the day begins and when it ends, as for `sessions`.

    Raises:
        ExportError: There are too many steps or events, or no session at all,
            or a calendar has no way to tell such times or their time zone.
        TypeError: As for `sessions`; or *created* is no `datetime`.
        ValueError: As for `sessions`; or *uid* is empty or not printable, or *created* has no time zone.

    >>> from stretchlib import schedule
    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> today = datetime(2026, 3, 27, 18, tzinfo=UTC)
    >>> file = to_icalendar(schedule(BACK_PAIN_RELIEF), today, uid="back@example.org", created=today)
    >>> print(*file.decode().splitlines()[3:9], sep=chr(10))
    BEGIN:VEVENT
    SUMMARY:Back pain relief
    DTSTART:20260327T180000Z
    DURATION:PT16M59S
    DTSTAMP:20260327T180000Z
    UID:back@example.org
    """
    check_name("uid", uid)
    if not uid.isprintable():
        refuse("uid", "must be printable", uid)
    stamp = _stamp(created)
    frequency = timeline.routine.frequency or _ONCE
    rules = recurrences(frequency, start, at=at, waking_hours=waking_hours, level=timeline.pacing.level)
    if not rules:
        message = f"a calendar must have at least one session, and {frequency} has none from {start} on"
        raise ExportError(message)
    calendar = Calendar()
    calendar.add("prodid", "-//stretchlib//stretchlib//EN")
    calendar.add("version", "2.0")
    for number, series in enumerate(to_series(rules), start=1):
        event = _event(timeline, series)
        event.add("uid", _Text(uid if number == 1 else f"{uid}-{number}"))
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    _tell_clock_changes(calendar, start.year)
    return bytes(calendar.to_ical())


def _stamp(created: datetime) -> datetime:
    moment = as_datetime("created", created)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        message = f"created must be within the calendar in UTC, too (got {moment})"
        raise ExportError(message) from None


class _Text(vText):
    """
    A text as RFC 5545 has it; that of icalendar takes a backslash before an N for the end of a line.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", "\\n").encode()


def _event(timeline: Timeline, series: Series) -> Event:
    event = Event()
    event.add("summary", _Text(one_line(timeline.routine.name)))
    event.add("description", _Text(_description(timeline)))
    event.add("dtstart", series.first)
    event.add("duration", -(-timeline.duration // _SECOND) * _SECOND)
    if series.rule:
        event.add("rrule", series.rule)
    return event


def _description(timeline: Timeline) -> str:
    """
    Return what the routine is for, and what happens when.
    """
    check_steps("a description", timeline, MOST_STEPS)
    about = [one_line(line) for line in timeline.routine.description.splitlines()]
    steps = [f"{clock(step.start)} {one_line(str(step))}" for step in timeline]
    return "\n".join([*about, "", *steps] if about else steps)


def _tell_clock_changes(calendar: Calendar, year: int) -> None:
    last = min(year + _YEARS_OF_CLOCK_CHANGES, date.max.year)
    calendar.add_missing_timezones(date(year, 1, 1), date(last, 1, 1))
