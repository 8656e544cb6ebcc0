"""
Does a calendar remind at the right moments?
"""

import sys
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    Exercise,
    ExportError,
    Frequency,
    Hold,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Step,
    schedule,
    sessions,
)
from stretchlib.exports._characters import columns
from stretchlib.exports.icalendar import MOST_CHARACTERS, MOST_STEPS, to_icalendar
from stretchlib.testing import frequencies

from .hostile import ENDLESS, NAMES, NO_MOMENTS, UNTIL_THE_END_OF_TIME

relaxed = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = datetime(2026, 3, 27, 18, tzinfo=BERLIN)
CREATED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
EVERY_36_HOURS = Frequency(every=36, unit=PeriodUnit.HOUR)
moments = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.timezones() | st.just(UTC))


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


def occurrences(file, most):
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
    return [moment.astimezone(UTC) for moment in islice(sessions(frequency, start, **options), most)]


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
    def test_reminds_at_the_moments_of_sessions(self, frequency, start, level):
        """
        A reader that follows the rules finds the moments of `sessions`, whatever the clocks do.
        """
        start = start.replace(microsecond=0)
        wanted = expected(frequency, start, 40, level=level)

        found = occurrences(export(frequency, start, Pacing(level=level)), 40)

        assert wanted == found

    @pytest.mark.parametrize(
        ("frequency", "rules"),
        [
            (Frequency(), ["FREQ=DAILY"]),
            (Frequency(every=2), ["FREQ=DAILY;INTERVAL=2"]),
            (Frequency(3, unit=PeriodUnit.WEEK), ["FREQ=WEEKLY;BYDAY=FR,SU,TU"]),
            (Frequency(3, unit=PeriodUnit.WEEK, weeks=4), ["FREQ=WEEKLY;COUNT=12;BYDAY=FR,SU,TU"]),
            (Frequency(every=2, unit=PeriodUnit.WEEK), ["FREQ=WEEKLY;INTERVAL=2"]),
            (Frequency(2), ["FREQ=DAILY", "FREQ=DAILY"]),
            (EVERY_36_HOURS, ["FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;INTERVAL=3"]),
        ],
        ids=["daily", "every other day", "three days a week", "weeks", "every other week", "twice a day", "hours"],
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

        assert expected(Frequency(2), FRIDAY, 20, at=at) == occurrences(export(Frequency(2), at=at), 20)

    def test_takes_waking_hours(self):
        """
        Every two hours is every two hours of the day.
        """
        every_two_hours, hours = Frequency(every=2, unit=PeriodUnit.HOUR), (time(6), time(22))

        file = export(every_two_hours, waking_hours=hours)

        assert 9 == len(events(file))
        assert expected(every_two_hours, FRIDAY, 20, waking_hours=hours) == occurrences(file, 20)

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

    def test_takes_ranges_at_the_level_of_the_pacing(self):
        """
        "Two to four times a day" is four times at the highest level.
        """
        assert 4 == len(events(export(Frequency(Range(2, 4)), pacing=Pacing(level=1))))

    def test_ends_with_the_calendar(self):
        """
        What would come again only after the last day of the calendar comes once.
        """
        start = datetime(9999, 12, 30, 18, tzinfo=UTC)

        [event] = events(export(Frequency(every=2), start))

        assert "RRULE" not in event

    @pytest.mark.parametrize(
        ("frequency", "start", "options", "message"),
        [
            (Frequency(every=5, unit=PeriodUnit.MINUTE), FRIDAY, {}, "at most 100 events, one for each time of day"),
            (Frequency(every=25 * 60 + 1, unit=PeriodUnit.MINUTE), FRIDAY, {}, "at most 100 events"),
            (Frequency(), FRIDAY.replace(microsecond=1), {}, r"whole seconds \(got 18:00:00.000001\)"),
            (Frequency(every=9, weeks=1), FRIDAY, {"at": time(8)}, "at least one session, and Frequency.* has none"),
        ],
        ids=["many times a day", "drifting", "fractions", "none"],
    )
    def test_refuses_what_a_calendar_cannot_say(self, frequency, start, options, message):
        """
        What calendars have no way to say is refused with the reason.
        """
        with pytest.raises(ExportError, match=message):
            export(frequency, start, **options)

    def test_refuses_unknown_zones(self):
        """
        A zone without a name could not be found by the reader.
        """

        class Elsewhere(tzinfo):
            def utcoffset(self, _):
                return timedelta(hours=1)

        with pytest.raises(ExportError, match="start must be in a zone of zoneinfo, or at a fixed distance from UTC"):
            export(Frequency(), datetime(2026, 3, 27, tzinfo=Elsewhere()))

    @pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
    def test_refuses_endless_descriptions(self, endless):
        """
        A routine of too many steps is refused with the limit, at once.
        """
        timeline = schedule(Routine("Endless", [Exercise("Exercise", endless)]))

        with pytest.raises(ExportError, match=f"a description must have at most {MOST_STEPS} steps"):
            to_icalendar(timeline, FRIDAY, uid="x", created=CREATED)

    def test_tells_what_has_no_name_by_what_is_done(self):
        """
        Where a name or a label is blank, it is as if there were none.
        """
        items = [Exercise("\n", Hold(5, label=" ")), Exercise("Chin tuck", Hold(5, label="\t")), Rest(5, label="drink")]
        timeline = schedule(Routine("Neck", items), Pacing(prepare=0, transition=0, switch=0, release=0))

        [event] = events(to_icalendar(timeline, FRIDAY, uid="x", created=CREATED))

        assert [
            "0:00 hold for 5 s (set 1, repetition 1)",
            "0:05 Chin tuck: hold for 5 s (set 1, repetition 1)",
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

    @pytest.mark.parametrize("long", ["name", "description"])
    def test_refuses_what_is_too_long_in_all_events(self, long):
        """
        What each event repeats may be as long as their number allows.
        """

        def described(length):
            return export_routine(routine(Frequency(2), **{"name": "Neck", long: length * "x"}))

        # The steps take less than 200 characters.
        assert 2 == described(MOST_CHARACTERS // 2 - 200).count(b"BEGIN:VEVENT")
        with pytest.raises(ExportError, match=f"a calendar must have at most {MOST_CHARACTERS} characters in all"):
            described(MOST_CHARACTERS // 2)

    @pytest.mark.parametrize(
        ("timeline", "start"),
        [(UNTIL_THE_END_OF_TIME, FRIDAY), (schedule(routine(None)), datetime.max.replace(microsecond=0, tzinfo=UTC))],
        ids=["long", "late"],
    )
    def test_refuses_sessions_beyond_the_calendar(self, timeline, start):
        """
        An event that ends after the last day of the calendar has no end.
        """
        with pytest.raises(ExportError, match="^a session must end within the calendar .got <Timeline of '"):
            to_icalendar(timeline, start, uid="x", created=CREATED)

    def test_ends_with_the_last_second_of_the_calendar(self):
        """
        An event that just fits into the calendar is told.
        """
        timeline = schedule(routine(None))
        last = datetime.max.replace(microsecond=0, tzinfo=UTC)

        [event] = events(to_icalendar(timeline, last - timeline.duration, uid="x", created=CREATED))

        assert last == event["DTSTART"].dt + event["DURATION"].dt

    @pytest.mark.parametrize(
        ("frequency", "start", "hours"),
        [
            (None, datetime(1, 1, 1), 14),
            (Frequency(2), datetime(1, 1, 1), 14),
            (Frequency(), datetime(9999, 12, 31, 20), -12),
            (Frequency(weeks=2), datetime(9999, 12, 17, 22), -3),
        ],
        ids=["first hours", "first hours, often", "last hours", "over in the last hours"],
    )
    def test_refuses_sessions_outside_of_the_calendar(self, frequency, start, hours):
        """
        In UTC, at either end of the calendar, they may be in a year that there is not.
        """
        start = start.replace(tzinfo=timezone(timedelta(hours=hours)))

        with pytest.raises(ExportError, match=r"^sessions must be within the calendar in UTC, too \(got "):
            export(frequency, start)

    @pytest.mark.parametrize(("created", "error", "sentence"), NO_MOMENTS.values(), ids=NO_MOMENTS)
    def test_refuses_a_stamp_that_is_no_moment(self, created, error, sentence):
        """
        The moment of creation must be the same everywhere.
        """
        with pytest.raises(error, match=sentence):
            to_icalendar(schedule(routine(None)), FRIDAY, uid="x", created=created)

    @pytest.mark.parametrize(
        "created",
        [
            datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
            datetime.max.replace(tzinfo=timezone(-timedelta(hours=12))),
        ],
        ids=["before", "after"],
    )
    def test_refuses_a_stamp_outside_of_the_calendar(self, created):
        """
        At either end of the calendar it may be another year in UTC, which has no such year.
        """
        with pytest.raises(ExportError, match=r"^created must be within the calendar in UTC, too \(got "):
            to_icalendar(schedule(routine(None)), FRIDAY, uid="x", created=created)

    @pytest.mark.parametrize(("uid", "rule"), [("", "must not be empty"), ("one\rtwo", "must be printable")])
    def test_refuses_broken_identifiers(self, uid, rule):
        """
        An identifier is text on one line.
        """
        with pytest.raises(ValueError, match=f"uid {rule}"):
            to_icalendar(schedule(routine(None)), FRIDAY, uid=uid, created=CREATED)

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        A reader finds any name, with all its words, and no event but ours.
        """
        exercise = Exercise(name, Hold(5))
        timeline = schedule(Routine(name, [exercise], description=name), Pacing(prepare=0))
        words = " ".join(name.split())

        [event] = events(to_icalendar(timeline, FRIDAY, uid="x", created=CREATED))
        *description, step = event["DESCRIPTION"].split("\n")
        found = step.removeprefix("0:00 ").removesuffix(": hold for 5 s (set 1, repetition 1)")

        assert words == event["SUMMARY"]
        assert words.split() == " ".join(description).split()
        assert words.startswith(found.removesuffix("…"))
        assert (found == words) is (columns(words) <= 60)
