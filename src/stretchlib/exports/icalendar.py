"""
When does a calendar remind of it?

An iCalendar file, for the calendars of phones and computers; needs the extra `calendar`.
"""

# Of the values of properties, icalendar declares nothing.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final

import attrs
from icalendar import Calendar, Event, vText

from stretchlib._validation import check_name, refuse
from stretchlib.dates.moments import to_moment
from stretchlib.dates.recurrence import recurrences
from stretchlib.dates.rhythm import WAKING_HOURS
from stretchlib.errors import ExportError
from stretchlib.exports._limits import check_steps
from stretchlib.exports._series import Series, in_utc, to_series
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.quantities import SECOND
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line, shortened
from stretchlib.words.clock import clock, to_whole_seconds

#: More steps than this make no description.
MOST_STEPS: Final = 1_000

#: Each event repeats the name and the description; together they may have so many characters.
MOST_CHARACTERS: Final = 1_000_000

#: In columns; that much of a name or a label tells it from others, and the rest of a line has some forty.
_LONGEST_NAME = 60
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
    level: float = 0.0,
) -> bytes:
    """
    Return a calendar file with the sessions of *timeline*, as often as its routine says, or once if it does not.

    The moments are those of `sessions` with the same arguments.
    Each time of day is an event of its own, because calendars ignore rules with several times of day.
    An event carries the name of the routine, its duration in whole seconds, rounded up, and what happens in it,
    with names of exercises shortened to sixty columns.

    Args:
        timeline: What is done.
        start: The moment from which on to count, in a zone of `zoneinfo` or at a fixed distance from UTC.
        uid: What tells the event from all others in the world; a second event appends "-2", and so on.
        created: When it was made, aware of its time zone.
        at: The time of day, or the times of day, as for `sessions`.
        waking_hours: When the day begins and when it ends, as for `sessions`.
        level: Where in each range of the frequency to be, as for `sessions`, whatever the level of the pacing.

    Raises:
        ExportError: There are too many steps or events, or too much to say in each of them, or no session at all,
            or a calendar has no way to tell such times or their time zone.
        TypeError: As for `sessions`; or *created* is no `datetime`.
        ValueError: As for `sessions`; or *uid* is empty or not printable, or *created* has no time zone.

    >>> from datetime import UTC
    >>> from stretchlib import schedule
    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> today = datetime(2026, 3, 27, 18, tzinfo=UTC)
    >>> file = to_icalendar(schedule(BACK_PAIN_RELIEF), today, uid="back@example.org", created=today)
    >>> print(*file.decode().splitlines()[3:9], sep=chr(10))
    BEGIN:VEVENT
    SUMMARY:Back pain relief
    DTSTART:20260327T180000Z
    DURATION:PT15M24S
    DTSTAMP:20260327T180000Z
    UID:back@example.org
    """
    check_name("uid", uid)
    if not uid.isprintable():
        refuse("uid", "must be printable", uid)
    stamp = in_utc("created", to_moment("created", created))
    frequency = timeline.routine.frequency or _ONCE
    start = to_moment("start", start)
    rules = recurrences(frequency, start, at=at, waking_hours=waking_hours, level=level)
    if not rules:
        message = f"a calendar must have at least one session, and {frequency} has none from {start} on"
        raise ExportError(message)
    all_series = to_series(rules)
    calendar = Calendar()
    calendar.add("prodid", "-//stretchlib//stretchlib//EN")
    calendar.add("version", "2.0")
    same = {"dtstamp": stamp, **_what_happens(timeline, all_series)}
    for number, series in enumerate(all_series, start=1):
        event = _event(series, same)
        event.add("uid", _Text(uid if number == 1 else f"{uid}-{number}"))
        calendar.add_component(event)
    _tell_clock_changes(calendar, start.year)
    return bytes(calendar.to_ical())


class _Text(vText):
    """
    A text as RFC 5545 has it; that of icalendar takes a backslash before an N for the end of a line.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", "\\n").encode()


def _what_happens(timeline: Timeline, all_series: list[Series]) -> dict[str, Any]:
    """
    Return what all events say alike.
    """
    summary, description = one_line(timeline.routine.name), _description(timeline)
    characters = len(all_series) * (len(summary) + len(description))
    if characters > MOST_CHARACTERS:
        message = f"a calendar must have at most {MOST_CHARACTERS} characters in all of its events (got {characters})"
        raise ExportError(message)
    duration = _duration(timeline, max(series.first for series in all_series))
    return {"summary": _Text(summary), "description": _Text(description), "duration": duration}


def _description(timeline: Timeline) -> str:
    """
    Return what the routine is for, and what happens when.
    """
    check_steps("a description", timeline, MOST_STEPS)
    about = [one_line(line) for line in timeline.routine.description.splitlines()]
    # A name is read once, however many steps have it.
    short = cache(_short)
    steps = [_line(step, short(step.exercise.name) if step.exercise else "", short(step.label)) for step in timeline]
    return "\n".join([*about, "", *steps] if about else steps)


def _short(name: str) -> str:
    return shortened(one_line(name), _LONGEST_NAME)


def _line(step: Step, name: str, label: str) -> str:
    what = str(attrs.evolve(step, exercise=None, label=label))
    return f"{clock(step.start)} {name}: {what}" if name else f"{clock(step.start)} {what}"


def _duration(timeline: Timeline, latest: datetime) -> timedelta:
    """
    Return how long an event is; one that begins at the *latest* of all must end within the calendar, too.
    """
    seconds = to_whole_seconds(timeline.duration)
    if seconds > (datetime.max - latest.replace(tzinfo=None)) // SECOND:
        message = f"a session must end within the calendar (got {timeline!r} from {latest} on)"
        raise ExportError(message)
    return timedelta(seconds=seconds)


def _event(series: Series, same: Mapping[str, Any]) -> Event:
    event = Event()
    event.add("dtstart", series.first)
    for name, value in same.items():
        event.add(name, value)
    if series.rule:
        event.add("rrule", series.rule)
    return event


def _tell_clock_changes(calendar: Calendar, year: int) -> None:
    last = min(year + _YEARS_OF_CLOCK_CHANGES, date.max.year)
    calendar.add_missing_timezones(date(year, 1, 1), date(last, 1, 1))
