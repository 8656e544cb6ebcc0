"""
Calendars of a routine for the neck, read by other libraries.
"""

from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr

from stretchlib import (
    Exercise,
    Hold,
    Pacing,
    Routine,
    schedule,
)
from stretchlib.exports.icalendar import to_icalendar

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = datetime(2026, 3, 27, 18, tzinfo=BERLIN)
CREATED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def routine(frequency, name="Neck", **options):
    return Routine(name, [Exercise("Chin tuck", Hold(5))], frequency=frequency, **options)


def export(frequency, start=FRIDAY, pacing=Pacing(), **options):
    return export_routine(routine(frequency), start, pacing, **options)


def export_routine(routine, start=FRIDAY, pacing=Pacing(), **options):
    return to_icalendar(schedule(routine, pacing), start, uid="neck@example.org", created=CREATED, **options)


def events(file):
    """
    Read the events of a calendar file with icalendar.
    """
    return icalendar.Calendar.from_ical(file).walk("VEVENT")


def in_its_zone(value):
    """
    Return a moment in the zone of zoneinfo with its name, because icalendar lacks some, and dateutil misreads gaps.
    """
    return value.dt.replace(tzinfo=ZoneInfo(value.params["TZID"])) if "TZID" in value.params else value.dt


def moments_in(file, until):
    """
    Return the moments of all events before *until*, in UTC and in order, as dateutil counts them.
    """
    found = []
    for event in events(file):
        start, excluded = in_its_zone(event["DTSTART"]), event.get("EXDATE")
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start) if "RRULE" in event else [start]
        left_out = {each.dt.replace(tzinfo=start.tzinfo) for each in excluded.dts} if excluded else set()
        moments = (moment.astimezone(UTC) for moment in rule if moment not in left_out)
        # In UTC, adjacent moments may be out of order, but at most by the length of a clock change.
        found += takewhile(lambda moment: moment < until + timedelta(days=1), moments)
    return sorted(moment for moment in found if moment < until)
