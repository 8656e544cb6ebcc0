"""
Calendars of a routine for the neck, read by somebody else's library.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar

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
