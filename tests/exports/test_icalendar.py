"""
Does a calendar remind at the right moments?
"""

import sys
from datetime import UTC, datetime, time, timedelta, timezone
from itertools import islice

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    Exercise,
    Frequency,
    Hold,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Step,
    occurrences,
    schedule,
)
from stretchlib.exports.icalendar import to_icalendar
from stretchlib.testing import frequencies

from .calendars import BERLIN, CREATED, FRIDAY, events, export, routine

relaxed = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
EVERY_36_HOURS = Frequency(every=36, unit=PeriodUnit.HOUR)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.timezones() | st.just(UTC))


def moments_in(file, most):
    """
    Return the first *most* moments of all events, as dateutil counts them.
    """
    found = set()
    for event in events(file):
        start = event["DTSTART"].dt
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start) if "RRULE" in event else [start]
        found.update(moment.astimezone(UTC) for moment in islice(rule, most))
    return sorted(found)[:most]


def expected(frequency, start, most, **options):
    return [moment.astimezone(UTC) for moment in islice(occurrences(frequency, start, **options), most)]


def called(function, run):
    """
    Return how many times *run* calls a *function*, or any at all.
    """
    count = 0

    def note(frame, event, _):
        nonlocal count
        count += event == "call" and (function is None or frame.f_code is function.__code__)

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


class TestToICalendar:
    @relaxed
    @given(frequencies().filter(lambda frequency: frequency.unit is not PeriodUnit.MINUTE), moments, st.integers(0, 1))
    @example(EVERY_36_HOURS, FRIDAY, 0)
    @example(Frequency(every=1500, unit=PeriodUnit.MINUTE, weeks=3), FRIDAY, 0)
    @example(Frequency(10, unit=PeriodUnit.WEEK), FRIDAY, 0)
    @example(Frequency(3, every=2, unit=PeriodUnit.WEEK), FRIDAY, 0)
    @example(Frequency(), datetime(2026, 3, 20, 2, 30, tzinfo=BERLIN), 0)
    @example(Frequency(), datetime(2026, 3, 20, 2, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))), 0)
    def test_reminds_at_the_moments_of_occurrences(self, frequency, start, level):
        """
        A reader that follows the rules finds the moments of `occurrences`, whatever the clocks do.
        """
        start = start.replace(microsecond=0)
        wanted = expected(frequency, start, 40, level=level)

        found = moments_in(export(frequency, start, level=level), 40)

        assert wanted == found

    @pytest.mark.parametrize(
        ("frequency", "rules"),
        [
            (Frequency(), ["FREQ=DAILY"]),
            (Frequency(every=2), ["FREQ=DAILY;INTERVAL=2"]),
            (Frequency(2, unit=PeriodUnit.WEEK), ["FREQ=WEEKLY;BYDAY=FR,MO"]),
            (Frequency(3, unit=PeriodUnit.WEEK), ["FREQ=WEEKLY;BYDAY=FR,SU,TU"]),
            (Frequency(3, unit=PeriodUnit.WEEK, weeks=4), ["FREQ=WEEKLY;COUNT=12;BYDAY=FR,SU,TU"]),
            (Frequency(every=2, unit=PeriodUnit.WEEK), ["FREQ=WEEKLY;INTERVAL=2"]),
            (Frequency(2), ["FREQ=DAILY", "FREQ=DAILY"]),
            (EVERY_36_HOURS, ["FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3"]),
        ],
        ids=[
            "daily",
            "every other day",
            "two days a week",
            "three days a week",
            "weeks",
            "every other week",
            "twice a day",
            "hours",
        ],
    )
    def test_has_rules_that_calendars_understand(self, frequency, rules):
        """
        Rules are of days and weeks, one for each time of day.
        """
        assert rules == [event["RRULE"].to_ical().decode() for event in events(export(frequency))]

    def test_reminds_once_without_a_frequency(self):
        """
        A routine that says nothing of how often is done once, at the start.
        """
        [event] = events(export(None))

        assert "RRULE" not in event
        assert FRIDAY == event["DTSTART"].dt

    def test_takes_times_of_day(self):
        """
        Times of day are those asked for.
        """
        at = [time(7, 30), time(19)]

        assert expected(Frequency(2), FRIDAY, 20, at=at) == moments_in(export(Frequency(2), at=at), 20)

    def test_takes_waking_hours(self):
        """
        Every two hours is every two hours of the day.
        """
        every_two_hours, hours = Frequency(every=2, unit=PeriodUnit.HOUR), (time(6), time(22))

        file = export(every_two_hours, waking_hours=hours)

        assert 9 == len(events(file))
        assert expected(every_two_hours, FRIDAY, 20, waking_hours=hours) == moments_in(file, 20)

    def test_tells_what_happens(self):
        """
        An event carries the name, the duration and the steps.
        """
        timeline = schedule(routine(Frequency(), description="Slowly.\nBreathe."))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="neck@example.org", created=CREATED))

        assert ("Neck", timeline.duration) == (event["SUMMARY"], event["DURATION"].dt)
        assert ["Slowly.", "Breathe.", ""] + [
            f"{clock} {step}" for clock, step in zip(["0:00", "0:05"], timeline, strict=True)
        ] == event["DESCRIPTION"].split("\n")

    def test_rounds_durations_up(self):
        """
        A calendar knows whole seconds, and the last step is not cut short.
        """
        timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5.000001))]), Pacing(prepare=0))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="neck@example.org", created=CREATED))

        assert timedelta(seconds=6) == event["DURATION"].dt

    def test_is_told_apart_by_the_caller(self):
        """
        Identifier and time stamp are those given, so that the same call makes the same file.
        """
        first, second = events(export(Frequency(2)))

        assert ("neck@example.org", "neck@example.org-2") == (first["UID"], second["UID"])
        assert CREATED == first["DTSTAMP"].dt == second["DTSTAMP"].dt
        assert export(Frequency(2)) == export(Frequency(2))

    def test_tells_when_the_clocks_change(self):
        """
        The file brings its time zone along.
        """
        calendar = icalendar.Calendar.from_ical(export(Frequency()))

        assert [] == list(calendar.get_missing_tzids())
        assert ["Europe/Berlin"] == [zone["TZID"] for zone in calendar.walk("VTIMEZONE")]

    def test_tells_thirty_years_of_clock_changes(self):
        """
        From the year of the start on; the computer itself knows, too.
        """
        lines = export(Frequency()).decode().replace("\r\n ", "").splitlines()
        dates = [line.partition(":")[2] for line in lines if line.startswith(("DTSTART:", "RDATE:"))]
        changes = [int(date[:4]) for several in dates for date in several.split(",")]

        assert (FRIDAY.year, FRIDAY.year + 29) == (min(changes), max(changes))

    @pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 59 + "…")], ids=str)
    def test_shortens_long_names(self, length, shown):
        """
        "with names of exercises shortened to sixty columns", labels likewise.
        """
        exercise = Exercise("x" * length, Hold(5, label="x" * length))
        timeline = schedule(Routine("Neck", [exercise]), Pacing(prepare=0))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="x", created=CREATED))

        assert f"0:00 {shown}: {shown}, hold for 5 s" == event["DESCRIPTION"]

    def test_takes_ranges_at_a_level_of_their_own(self):
        """
        "Two to four times a day" is four times at the highest level, however hard a session is.
        """
        frequency = Frequency(Range(2, 4))

        assert [2, 2, 4] == [
            len(events(export(frequency))),
            len(events(export(frequency, pacing=Pacing(level=1)))),
            len(events(export(frequency, level=1))),
        ]

    def test_tells_what_has_no_name_by_what_is_done(self):
        """
        Where a name or a label is blank, it is as if there were none.
        """
        items = [Exercise("\n", Hold(5, label=" ")), Exercise("Chin tuck", Hold(5, label="\t")), Rest(5, label="drink")]
        timeline = schedule(Routine("Neck", items), Pacing(prepare=0, transition=0, switch=0, release=0))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="x", created=CREATED))

        assert [
            "0:00 hold for 5 s",
            "0:05 Chin tuck: hold for 5 s",
            "0:10 drink, rest for 5 s",
        ] == event["DESCRIPTION"].split("\n")

    def test_describes_a_step_once(self):
        """
        However many events say what happens, it is found out once.
        """

        def described(times):
            return called(Step.__str__, lambda: export(Frequency(times)))

        assert 2 == described(1) == described(8)

    def test_reads_a_name_once(self):
        """
        However many steps have a long name, it costs what it costs once.
        """

        def cost(steps):
            routine = Routine("Long", [Exercise("stretch " * 2_000, Repetitions(steps, Hold(5)))])
            return called(None, lambda: to_icalendar(schedule(routine), FRIDAY, uid="x", created=CREATED))

        assert cost(20) < 1.5 * cost(2)
