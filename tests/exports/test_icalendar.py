"""
Calendars of a timeline: their events, texts and alarms.
"""

from datetime import UTC, datetime, time, timedelta, timezone
from itertools import takewhile
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    Exercise,
    Frequency,
    Hold,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Routine,
    Weekday,
    occurrences,
    schedule,
)
from stretchlib.exports.icalendar import to_icalendar
from stretchlib.testing import frequencies

from .calendars import BERLIN, CREATED, FRIDAY, events, export, export_routine, moments_in, routine

relaxed = settings(max_examples=50)
APRIL = datetime(2026, 4, 1, tzinfo=UTC)
MONDAYS_AND_THURSDAYS = Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY], times_of_day=[time(8), time(20)])
EVERY_36_HOURS = Frequency(every=36, unit=PeriodUnit.HOUR)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.timezones() | st.just(UTC))


def at_hour(hour):
    return FRIDAY.replace(hour=hour)


def expected(frequency, start, until, **options):
    moments = (moment.astimezone(UTC) for moment in occurrences(frequency, start, **options))
    return [*takewhile(lambda moment: moment < until, moments)]


class TestToICalendar:
    @relaxed
    @given(frequencies().filter(lambda frequency: frequency.unit is not PeriodUnit.MINUTE), moments, st.integers(0, 1))
    @example(EVERY_36_HOURS, FRIDAY, 0)
    @example(Frequency(every=1500, unit=PeriodUnit.MINUTE, weeks=3), FRIDAY, 0)
    @example(Frequency(10, unit=PeriodUnit.WEEK), FRIDAY, 0)
    @example(Frequency(3, every=2, unit=PeriodUnit.WEEK), FRIDAY, 0)
    @example(Frequency(), datetime(2026, 3, 20, 2, 30, tzinfo=BERLIN), 0)
    @example(Frequency(), datetime(2026, 3, 20, 2, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))), 0)
    def test_has_the_moments_of_occurrences(self, frequency, start, level):
        """
        A reader that expands the rules finds the moments of `occurrences`, through clock changes.
        """
        start = start.replace(microsecond=0)
        # A calendar needs at least one session.
        assume(any(occurrences(frequency, start, level=level)))
        until = start.astimezone(UTC) + timedelta(days=20)

        found = moments_in(export(frequency, start, level=level), until)

        assert expected(frequency, start, until, level=level) == found

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
            (Frequency(days=10), ["FREQ=DAILY;COUNT=10"]),
            (MONDAYS_AND_THURSDAYS, ["FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;BYDAY=MO,TH"]),
            (Frequency(every=2, times_of_day=[time(8), time(20)]), ["FREQ=DAILY;INTERVAL=2"] * 2),
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
            "days",
            "on weekdays at times of day",
            "every other day at times of day",
            "hours",
        ],
    )
    def test_has_rules_that_calendars_understand(self, frequency, rules):
        """
        Rules are in days and weeks, one for each time of day.
        """
        assert rules == [event["RRULE"].to_ical().decode() for event in events(export(frequency))]

    def test_has_one_event_without_a_frequency(self):
        """
        A routine without a frequency has one event, at the start.
        """
        [event] = events(export(None))

        assert "RRULE" not in event
        assert FRIDAY == event["DTSTART"].dt

    def test_accepts_times_of_day(self):
        """
        `at` determines the times of day.
        """
        at = [time(7, 30), time(19)]

        assert expected(Frequency(2), FRIDAY, APRIL, at=at) == moments_in(export(Frequency(2), at=at), APRIL)

    def test_accepts_waking_hours(self):
        """
        Every two hours is limited to the waking hours.
        """
        every_two_hours, hours = Frequency(every=2, unit=PeriodUnit.HOUR), (time(6), time(22))

        file = export(every_two_hours, waking_hours=hours)

        assert 9 == len(events(file))
        assert expected(every_two_hours, FRIDAY, APRIL, waking_hours=hours) == moments_in(file, APRIL)

    def test_describes_events(self):
        """
        An event has the name, the duration, the description of the routine and its outline.
        """
        timeline = schedule(routine(Frequency(), description="Slowly.\nBreathe."))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="neck@example.org", created=CREATED))

        assert ("Neck", timeline.duration) == (event["SUMMARY"], event["DURATION"].dt)
        assert "Slowly.\nBreathe.\n\nNeck, once a day\n1. Chin tuck: hold 5 s" == event["DESCRIPTION"]

    def test_has_only_the_outline_without_a_description(self):
        """
        There is no empty line.
        """
        [event] = events(export(None))

        assert "Neck\n1. Chin tuck: hold 5 s" == event["DESCRIPTION"]

    @pytest.mark.parametrize(
        ("text", "found"),
        [("Neck\n  1. Tuck\r\n\tslowly\0", "Neck\n  1. Tuck\nslowly"), ("", "")],
        ids=["text", "empty"],
    )
    def test_accepts_a_description(self, text, found):
        """
        Lines and their indents are kept; characters that calendars cannot contain are not.
        """
        [event] = events(export(Frequency(), description=text))

        assert found == event["DESCRIPTION"]

    def test_accepts_any_number_of_steps(self):
        """
        A routine may have any number of steps.
        """
        skips = Routine("Rope", [Exercise("Skip", Repetitions(1000))], frequency=Frequency())

        [event] = events(export_routine(skips, pacing=Pacing(prepare=0)))

        assert ("Rope", timedelta(minutes=50)) == (event["SUMMARY"], event["DURATION"].dt)
        assert "Rope, once a day\n1. Skip: 1000 repetitions" == event["DESCRIPTION"]

    @pytest.mark.parametrize(
        ("alarm", "trigger"),
        [(timedelta(), "P0D"), (timedelta(minutes=10), "-PT10M"), (timedelta(days=1), "-P1D")],
        ids=str,
    )
    def test_has_alarms(self, alarm, trigger):
        """
        An alarm shows the name, at the start or the given time before it.
        """
        for event in events(export(Frequency(2), alarm=alarm)):
            [found] = event.walk("VALARM")

            assert ("DISPLAY", "Neck") == (found["ACTION"], found["DESCRIPTION"])
            assert trigger == found["TRIGGER"].to_ical().decode()

    def test_has_no_alarm_by_default(self):
        """
        By default, the settings of the calendar decide.
        """
        assert b"VALARM" not in export(Frequency())

    def test_rounds_durations_up(self):
        """
        Durations are rounded up to whole seconds.
        """
        timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5.000001))]), Pacing(prepare=0))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="neck@example.org", created=CREATED))

        assert timedelta(seconds=6) == event["DURATION"].dt

    def test_defines_its_time_zone(self):
        """
        The file brings its time zone along.
        """
        calendar = icalendar.Calendar.from_ical(export(Frequency()))

        assert [] == list(calendar.get_missing_tzids())
        assert ["Europe/Berlin"] == [zone["TZID"] for zone in calendar.walk("VTIMEZONE")]

    def test_resolves_ranges_of_the_frequency_by_level(self):
        """
        "Two to four times a day" is four times at level 1, whatever the level of the pacing.
        """
        frequency = Frequency(Range(2, 4))

        assert [2, 2, 4] == [
            len(events(export(frequency))),
            len(events(export(frequency, pacing=Pacing(level=1)))),
            len(events(export(frequency, level=1))),
        ]


class TestIdentifiers:
    """
    "further events append "-2", "-3" and so on, before the "@" if there is one."
    """

    def test_come_from_the_caller(self):
        """
        So does the time stamp, so the same call gives the same file.
        """
        first, second = events(export(Frequency(2)))

        assert ("neck@example.org", "neck-2@example.org") == (first["UID"], second["UID"])
        assert CREATED == first["DTSTAMP"].dt == second["DTSTAMP"].dt
        assert export(Frequency(2)) == export(Frequency(2))

    def test_need_no_domain(self):
        """
        Without an "@", numbers are at the end.
        """
        file = to_icalendar(routine(Frequency(2)), FRIDAY, uid="neck", created=CREATED)

        assert ["neck", "neck-2"] == [event["UID"] for event in events(file)]

    @pytest.mark.parametrize("hour", [6, 10, 21])
    def test_stay_with_the_time_of_day(self, hour):
        """
        They do not depend on the time of the start.
        """
        found = {str(event["UID"]): event["DTSTART"].dt.hour for event in events(export(Frequency(3), at_hour(hour)))}

        assert {"neck@example.org": 8, "neck-2@example.org": 14, "neck-3@example.org": 20} == found


class TestClockChanges:
    """
    "No moment is yielded twice."
    """

    def test_omit_a_duplicate(self):
        """
        Half past two is put forward to half past three, at which there is another event.
        """
        early, late = events(export(Frequency(2), at=[time(2, 30), time(3, 30)]))
        skipped = [each.dt for each in early["EXDATE"].dts]

        assert datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN) == skipped[0]
        assert {(3, 2, 30)} == {(moment.month, moment.hour, moment.minute) for moment in skipped}
        assert "EXDATE" not in late

    def test_keep_a_skipped_time(self):
        """
        RFC 5545 puts it forward, too.
        """
        [event] = events(export(Frequency(), at=time(2, 30)))

        assert "EXDATE" not in event

    def test_omit_an_event_without_times(self):
        """
        The event is left out.
        """
        times = Frequency(times_of_day=[time(2, 30), time(3, 30)], days=1)

        [event] = events(export(times, datetime(2026, 3, 29, tzinfo=BERLIN)))

        assert datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN) == event["DTSTART"].dt

    def test_skip_a_day_once(self):
        """
        In Apia, 30 December 2011 was skipped; the next day has its own session.
        """
        [event] = events(export(Frequency(), datetime(2011, 12, 1, 9, tzinfo=ZoneInfo("Pacific/Apia"))))

        assert datetime(2011, 12, 30, 9, tzinfo=ZoneInfo("Pacific/Apia")) == event["EXDATE"].dts[0].dt
