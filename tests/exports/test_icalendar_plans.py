"""
Calendars of whole plans.
"""

from datetime import UTC, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stretchlib import Exercise, Frequency, Hold, Pacing, Plan, Repetitions, Routine, Stage, Weekday, schedule, sessions
from stretchlib.exports.icalendar import to_icalendar

from ..laws.test_sessions import ROUTINES, started
from .calendars import BERLIN, CREATED, FRIDAY, events, moments_in

relaxed = settings(max_examples=40)
PUMPS = Exercise("Ankle pumps", Repetitions(10), frequency=Frequency(times_of_day=[time(9), time(15)]))
TUCK = Exercise("Chin tuck", Hold(5))
MORNING = Routine("Morning", [PUMPS, TUCK], frequency=Frequency(times_of_day=[time(8)]))
EVENING = Routine("Evening", [TUCK], frequency=Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY]))
TEST = Routine("Test", [Exercise("Squat", Repetitions(5))])
COURSE = Plan("Course", [Stage([TEST, MORNING], weeks=2), Stage([EVENING, MORNING], days=10), Stage(EVENING)])


def export(plan, start=FRIDAY, **options):
    return to_icalendar(plan, start, uid="plan@example.org", created=CREATED, **options)


def number(event):
    local, _, domain = event["UID"].partition("@")
    assert ("plan", "example.org") == (local[:4], domain)
    return local[4:]


def rows(file):
    """
    Return identifier, name, first moment and rule of each event.
    """
    return [
        (
            number(event),
            str(event["SUMMARY"]),
            f"{event['DTSTART'].dt:%d %b %H:%M}",
            event["RRULE"].to_ical().decode() if "RRULE" in event else "",
        )
        for event in events(file)
    ]


def expected(plan, start, until, **options):
    moments = (each.start.astimezone(UTC) for each in sessions(plan, start, **options))
    return [*takewhile(lambda moment: moment < until, moments)]


class TestPlan:
    """
    Each time of day of each routine is a recurring event; stages and frequencies limit it.
    """

    def test_has_a_series_for_each_routine_and_time_of_day(self):
        """
        Series end with their stage; a routine without a frequency has one event.
        """
        found = rows(export(COURSE))

        assert [
            ("-1-1", "Test", "27 Mar 18:00", ""),
            ("-1-2", "Morning: Ankle pumps", "28 Mar 09:00", "FREQ=DAILY;COUNT=14"),
            ("-1-2-2", "Morning: Ankle pumps", "28 Mar 15:00", "FREQ=DAILY;COUNT=14"),
            ("-1-3", "Morning: Chin tuck", "28 Mar 08:00", "FREQ=DAILY;COUNT=14"),
            ("-2-1", "Evening", "10 Apr 18:00", "FREQ=WEEKLY;COUNT=3;BYDAY=MO,FR"),
            ("-2-2", "Morning: Ankle pumps", "11 Apr 09:00", "FREQ=DAILY;COUNT=10"),
            ("-2-2-2", "Morning: Ankle pumps", "11 Apr 15:00", "FREQ=DAILY;COUNT=10"),
            ("-2-3", "Morning: Chin tuck", "11 Apr 08:00", "FREQ=DAILY;COUNT=10"),
            ("-3-1", "Evening", "20 Apr 18:00", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ] == found

    def test_names_exercises_with_their_own_frequency(self):
        """
        Exercises with their own frequency are separate events, with their names.
        """
        described = {number(event): event["DESCRIPTION"] for event in events(export(COURSE))}

        assert "Morning, twice a day at 9:00 and 15:00\n1. Ankle pumps: 10 repetitions" == described["-1-2"]
        assert "Morning, once a day at 8:00\n1. Chin tuck: hold 5 s" == described["-1-3"]

    def test_has_the_durations_of_the_pacing(self):
        """
        Each routine has its own duration.
        """
        pacing = Pacing(prepare=60, movement=2)

        found = {str(event["SUMMARY"]): event["DURATION"].dt for event in events(export(COURSE, pacing=pacing))}

        assert schedule(TEST, pacing).duration == found["Test"]
        assert schedule(EVENING, pacing).duration == found["Evening"]
        assert schedule(EVENING).duration == next(
            event["DURATION"].dt for event in events(export(COURSE)) if event["SUMMARY"] == "Evening"
        )

    def test_accepts_starts_of_stages(self):
        """
        Events of unchanged stages, including their identifiers, do not change.
        """
        before, after = (rows(export(COURSE, stage_starts=starts)) for starts in ({}, {2: FRIDAY + timedelta(weeks=9)}))
        changed = {uid for uid, *_ in set(before) ^ set(after)}

        assert {uid for uid, *_ in before} == {uid for uid, *_ in after}
        assert {"-2-1", "-2-2", "-2-2-2", "-2-3", "-3-1"} == changed

    def test_may_have_several_zones(self):
        """
        The file defines each of them once.
        """
        starts = {1: FRIDAY.replace(day=30, tzinfo=ZoneInfo("Asia/Tokyo")), 2: FRIDAY.replace(month=5)}
        file = export(COURSE, stage_starts=starts)

        assert ["Europe/Berlin", "Asia/Tokyo"] == [
            line.partition(":")[2] for line in file.decode().splitlines() if line.startswith("TZID:")
        ]
        assert expected(COURSE, FRIDAY, datetime(2026, 8, 1, tzinfo=UTC), stage_starts=starts) == moments_in(
            file, datetime(2026, 8, 1, tzinfo=UTC)
        )

    @relaxed
    @given(started(), st.timezones())
    def test_has_the_moments_of_sessions(self, course, zone):
        """
        "The moments are those of `sessions` with the same arguments", whatever the clocks do.
        """
        plan, moment, starts, level = course
        start, until = moment.replace(tzinfo=zone), moment.replace(tzinfo=UTC) + timedelta(days=40)
        options = {"stage_starts": {stage: each.replace(tzinfo=zone) for stage, each in starts.items()}, "level": level}

        assume(any(sessions(plan, start, **options)))

        assert expected(plan, start, until, **options) == moments_in(export(plan, start, **options), until)

    def test_is_read_by_other_readers(self):
        """
        recurring-ical-events finds the same moments, through a clock change.
        """
        night = Routine("Night", [TUCK], frequency=Frequency(times_of_day=[time(2, 30), time(3, 30)]))
        plan = Plan("Course", [*COURSE.stages[:2], Stage([night, EVENING])])
        start, end = datetime(2026, 3, 1, 18, tzinfo=BERLIN), datetime(2027, 4, 1, tzinfo=UTC)

        found = recurring_ical_events.of(icalendar.Calendar.from_ical(export(plan, start))).between(start, end)

        assert expected(plan, start, end) == sorted(event["DTSTART"].dt.astimezone(UTC) for event in found)


class TestRoutine:
    """
    Calendars of routines, and of their timelines.
    """

    def test_has_events_for_each_frequency(self):
        """
        Exercises with their own frequency have separate events.
        """
        found = rows(export(schedule(MORNING)))

        assert [
            ("-1-1", "Morning: Ankle pumps", "28 Mar 09:00", "FREQ=DAILY"),
            ("-1-1-2", "Morning: Ankle pumps", "28 Mar 15:00", "FREQ=DAILY"),
            ("-1-2", "Morning: Chin tuck", "28 Mar 08:00", "FREQ=DAILY"),
        ] == found
        assert found == rows(export(MORNING)) == rows(export(Plan("Course", [Stage(MORNING)])))

    def test_has_the_frequency_of_all_its_exercises(self):
        """
        Also if the routine has none, or another one.
        """
        pumps = Routine("Pumps", [PUMPS])

        assert [("", "Pumps", "28 Mar 09:00", "FREQ=DAILY"), ("-2", "Pumps", "28 Mar 15:00", "FREQ=DAILY")] == rows(
            export(schedule(pumps))
        )

    def test_has_the_durations_of_its_pacing(self):
        """
        A timeline has its own pacing; for a routine, it is an argument.
        """
        pacing = Pacing(prepare=60, movement=2)

        durations = [event["DURATION"].dt for event in events(export(schedule(MORNING, pacing)))]

        assert [timedelta(seconds=80), timedelta(seconds=80), timedelta(seconds=65)] == durations
        assert export(schedule(MORNING, pacing)) == export(MORNING, pacing=pacing)

    @relaxed
    @given(ROUTINES, st.timezones())
    def test_has_the_moments_of_sessions(self, routine, zone):
        """
        For a timeline, too.
        """
        start = FRIDAY.replace(tzinfo=zone)
        until = start.astimezone(UTC) + timedelta(days=40)

        assume(any(sessions(routine, start)))

        assert expected(routine, start, until) == moments_in(export(schedule(routine), start), until)
