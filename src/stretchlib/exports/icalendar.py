"""
iCalendar files, for the calendars of phones and computers (extra: `calendar`).
"""

# icalendar does not declare the types of values.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import groupby
from operator import attrgetter
from zoneinfo import ZoneInfo

import attrs
from icalendar import Alarm, Calendar, Event, Timezone, vText

from stretchlib._classes import final
from stretchlib._messages import refuse
from stretchlib._validation import check_kind, check_name, check_text
from stretchlib.dates.moments import to_moment
from stretchlib.dates.rhythm import WAKING_HOURS
from stretchlib.dates.sessions import DatedRoutine, dated_routines
from stretchlib.errors import ExportError
from stretchlib.exports._limits import check_characters
from stretchlib.exports._series import Series, check_events, in_utc, to_series
from stretchlib.exports._zones import changes, to_timezone
from stretchlib.model.exercise import Exercise
from stretchlib.model.plan import Plan
from stretchlib.model.routine import Routine
from stretchlib.model.timedeltas import NO_TIME, SECOND
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.scheduler import schedule
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line
from stretchlib.words.clock import to_whole_seconds
from stretchlib.words.describe import describe
from stretchlib.words.language import ENGLISH, Language


def to_icalendar(
    what: Timeline | Routine | Plan,
    start: datetime,
    *,
    uid: str,
    created: datetime,
    pacing: Pacing | None = None,
    stage_starts: Mapping[int, datetime] = {},
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
    alarm: timedelta | None = None,
    description: str | None = None,
    language: Language = ENGLISH,
) -> bytes:
    """
    Return a calendar file with all sessions of a timeline, a routine or a plan.

    The events are at the moments of `sessions` with the same arguments; a timeline is its routine at its pacing.
    Each time of day of each routine is a separate recurring event, because calendars ignore rules with several times
    of day. Events end with their stage or frequency.
    An event has the name, description and outline of the routine, and its duration, rounded up to whole seconds.
    If exercises have their own frequency, each frequency has separate events, with the names of its exercises.

    Args:
        what: A timeline, a routine or a plan.
        start: The start of the first stage, in whole seconds, in a named zone or at a fixed offset.
        uid: A globally unique identifier of the first event of a timeline or routine; further events append
            "-2", "-3" and so on, before the "@" if there is one.
            Events of a plan, and of a routine with several frequencies, append the number of the stage and of the
            routine first: "-1-1", "-1-1-2", "-1-2". So they may change if an exercise gains or loses a
            frequency of its own.
        created: When the file was created or last changed, aware of its time zone.
        pacing: The pacing of a routine, or of the routines of a plan; a timeline has its own.
        stage_starts: The actual starts of stages, as for `sessions`.
        at: The time of day, or the times of day, as for `sessions`.
        waking_hours: When the day begins and ends, as for `sessions`.
        level: The position within every range of the stages and frequencies, independent of the pacing.
        alarm: The time of an alarm before each session, in whole seconds; `None` for no alarm.
        description: The description of all events, instead of the description and the outline of the routine.
        language: The words of the outline.

    Raises:
        ExportError: There are too many events, too long texts, or no session at all,
            or calendars cannot express the times or their time zone.
        ScheduleError: A routine lasts longer than `timedelta.max`.
        TypeError: *what* is neither a timeline, a routine nor a plan, or another argument is of the wrong type.
        ValueError: As for `sessions`; or *uid* is empty or not printable, or *created* has no time zone,
            or *alarm* is negative or not in whole seconds, or *pacing* is given with a timeline.

    >>> from datetime import UTC
    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> today = datetime(2026, 3, 27, 18, tzinfo=UTC)
    >>> file = to_icalendar(schedule(BACK_PAIN_RELIEF), today, uid="back@example.org", created=today)
    >>> print(*file.decode().splitlines()[3:6], sep=chr(10))
    BEGIN:VEVENT
    SUMMARY:Back pain relief
    DTSTART:20260327T180000Z
    """
    check_kind("what", what, Timeline, Routine, Plan)
    check_kind("language", language, Language)
    _check(uid, alarm, description)
    stamp = in_utc("created", to_moment("created", created))
    routine_or_plan, pacing = _prescribed(what, pacing)
    found = dated_routines(
        routine_or_plan,
        start,
        stage_starts=stage_starts,
        at=at,
        waking_hours=waking_hours,
        level=level,
    )
    with_suffixes = _with_suffixes(found, is_plan=isinstance(what, Plan))
    parts = [*_parts(with_suffixes, pacing, description, language)]
    if not parts:
        message = f"a calendar must have at least one session, and there is none from {start} on"
        raise ExportError(message)
    check_characters("a calendar", sum(part.characters for part in parts), "give a shorter description")
    return _calendar(parts, uid, stamp, alarm)


def _calendar(parts: list[_Part], uid: str, stamp: datetime, alarm: timedelta | None) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//stretchlib//stretchlib//EN")
    calendar.add("version", "2.0")
    events = (event for part in parts for event in _events(part, uid, stamp, alarm))
    for component in (*_zones(parts), *events):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _check(uid: str, alarm: timedelta | None, description: str | None) -> None:
    check_name("uid", uid)
    if not uid.isprintable():
        refuse("uid", "must be printable", uid)
    if description is not None:
        check_text("description", description)
    if alarm is None:
        return
    check_kind("alarm", alarm, timedelta)
    if alarm < NO_TIME or alarm % SECOND:
        refuse("alarm", "must be a whole number of seconds, at least 0", alarm)


@final
class _Text(vText):
    """
    A text of RFC 5545; the class of icalendar takes a backslash and an N for the end of a line.
    """

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", self).replace("\n", "\\n").encode()


@final
@attrs.frozen
class _Part:
    """
    The events of one routine of one stage.

    Attributes:
        suffix: The suffix of its identifiers.
        summary: The name of the routine, with the names of the exercises if others have other frequencies.
        description: The description of its events.
        duration: Its duration.
        series: Its recurring events, at least one.
    """

    suffix: str
    summary: _Text
    description: _Text
    duration: timedelta
    series: list[Series]

    @property
    def characters(self) -> int:
        """
        The length of all texts in all events.
        """
        return len(self.series) * (len(self.summary) + len(self.description))


def _prescribed(what: Timeline | Routine | Plan, pacing: Pacing | None) -> tuple[Routine | Plan, Pacing]:
    """
    Return the routine or plan, and the pacing of its routines.
    """
    if not isinstance(what, Timeline):
        return what, pacing or Pacing()
    if pacing is not None:
        refuse("pacing", "must be left out for a timeline, which has its own", pacing)
    return what.routine, what.pacing


def _with_suffixes(found: Iterable[DatedRoutine], *, is_plan: bool) -> Iterator[tuple[str, DatedRoutine]]:
    """
    Yield routines with the suffix of their identifiers: the numbers of the stage and of the routine in it, from 1.
    """
    for stage, in_stage in groupby(found, key=attrgetter("stage")):
        for number, dated in enumerate(in_stage, start=1):
            yield f"-{stage + 1}-{number}" if is_plan or dated.is_part else "", dated


def _parts(
    found: Iterable[tuple[str, DatedRoutine]],
    pacing: Pacing,
    description: str | None,
    language: Language,
) -> Iterator[_Part]:
    """
    Yield the parts of a calendar that have sessions.
    """
    events = 0
    for suffix, dated in found:
        series = to_series(dated.recurrences)
        events += len(series)
        check_events(events)
        if series:
            duration = _duration(schedule(dated.routine, pacing), max(each.first for each in series))
            text = _description(dated.routine, language) if description is None else _lines(description)
            yield _Part(suffix, _Text(_summary(dated)), _Text(text), duration, series)


def _summary(dated: DatedRoutine) -> str:
    """
    Return the name of a routine; if it is a part of one, with the names of its exercises.
    """
    name = one_line(dated.routine.name)
    exercises = [one_line(item.name) for _, item in dated.routine.walk() if isinstance(item, Exercise)]
    return f"{name}: {', '.join(dict.fromkeys(exercises))}" if dated.is_part else name


def _description(routine: Routine, language: Language) -> str:
    """
    Return the description of the routine, and its outline.
    """
    outline = describe(routine, language=language)
    return f"{_lines(routine.description)}\n\n{outline}" if routine.description.strip() else outline


def _lines(text: str) -> str:
    """
    Return *text* without control characters inside its lines, which stay indented.
    """
    return "\n".join(" " * (len(line) - len(line.lstrip(" "))) + one_line(line) for line in text.splitlines())


def _duration(timeline: Timeline, latest: datetime) -> timedelta:
    """
    Return the duration of an event, after checking that it ends within the calendar, even at the *latest* start.
    """
    seconds = to_whole_seconds(timeline.duration)
    if seconds > (datetime.max - latest.replace(tzinfo=None)) // SECOND:
        message = f"a session must end within the calendar (got {timeline!r} from {latest} on)"
        raise ExportError(message)
    return timedelta(seconds=seconds)


def _events(part: _Part, uid: str, stamp: datetime, alarm: timedelta | None) -> Iterator[Event]:
    local, at, domain = uid.partition("@")
    for number, series in enumerate(part.series, start=1):
        appended = part.suffix if number == 1 else f"{part.suffix}-{number}"
        event = Event()
        event.add("dtstart", series.first)
        event.add("dtstamp", stamp)
        event.add("uid", _Text(f"{local}{appended}{at}{domain}"))
        event.add("summary", part.summary)
        event.add("description", part.description)
        event.add("duration", part.duration)
        if series.rule:
            event.add("rrule", series.rule)
        if series.excluded:
            event.add("exdate", series.excluded)
        if alarm is not None:
            event.add_component(_alarm(part.summary, alarm))
        yield event


def _alarm(summary: _Text, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -before)
    return alarm


def _zones(parts: Iterable[_Part]) -> Iterator[Timezone]:
    """
    Yield the time zones of all events, each once.
    """
    firsts: dict[str, tuple[ZoneInfo, datetime]] = {}
    for first in (series.first for part in parts for series in part.series):
        if isinstance(zone := first.tzinfo, ZoneInfo):
            _, earliest = firsts.setdefault(zone.key, (zone, first))
            firsts[zone.key] = zone, min(first, earliest)
    for zone, first in firsts.values():
        yield to_timezone(zone, changes(zone, first))
