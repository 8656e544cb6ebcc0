"""
What a calendar cannot say, and what no name can break.
"""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

import pytest

from stretchlib import (
    Exercise,
    ExportError,
    Frequency,
    Hold,
    Move,
    Pacing,
    PeriodUnit,
    Repetitions,
    Routine,
    schedule,
)
from stretchlib.exports.icalendar import to_icalendar
from stretchlib.words.characters import columns

from .calendars import CREATED, FRIDAY, events, export, export_routine, routine
from .hostile import ENDLESS, NAMES, NO_MOMENTS, UNTIL_THE_END_OF_TIME, on_one_line


class TestLimits:
    """
    Where the format ends, and how it is told.
    """

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

        with pytest.raises(ExportError, match="a description must have at most 1000 steps"):
            to_icalendar(timeline, FRIDAY, uid="x", created=CREATED)

    def test_takes_a_hundred_events(self):
        """
        One more time of day is refused.
        """
        assert 100 == len(events(export(Frequency(100))))
        with pytest.raises(ExportError, match="at most 100 events, one for each time of day"):
            export(Frequency(101))

    def test_takes_a_hundred_times_of_day_of_several_days(self):
        """
        Days of the week at the same time of day are one event.
        """
        file = export(Frequency(700, unit=PeriodUnit.WEEK), waking_hours=(time(0), time(0)))

        assert 100 == len(events(file))

    def test_takes_a_thousand_steps(self):
        """
        One more is refused.
        """

        def moves(count):
            return schedule(Routine("Long", [Exercise("Sway", Repetitions(count, Move(1)))]), Pacing(prepare=0))

        assert to_icalendar(moves(1_000), FRIDAY, uid="x", created=CREATED)
        with pytest.raises(ExportError, match="a description must have at most 1000 steps"):
            to_icalendar(moves(1_001), FRIDAY, uid="x", created=CREATED)

    @pytest.mark.parametrize("long", ["name", "description"])
    def test_refuses_what_is_too_long_in_all_events(self, long):
        """
        What each event repeats may be as long as their number allows.
        """

        def described(length):
            return export_routine(routine(Frequency(2), **{"name": "Neck", long: length * "x"}))

        with pytest.raises(ExportError, match="a calendar must have at most 1000000 characters in all") as refusal:
            described(500_000)
        too_many = int(re.search(r"\(got (\d+)\)", str(refusal.value))[1]) - 1_000_000
        longest = 500_000 - too_many // 2

        assert 2 == described(longest).count(b"BEGIN:VEVENT")
        with pytest.raises(ExportError, match=r"\(got 1000002\)$"):
            described(longest + 1)

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
        words = on_one_line(name)

        [event] = events(to_icalendar(timeline, FRIDAY, uid="x", created=CREATED))
        *description, step = event["DESCRIPTION"].split("\n")
        found = step.removeprefix("0:00 ").removesuffix(": hold for 5 s")

        assert words == event["SUMMARY"]
        assert words.split() == " ".join(description).split()
        assert words.startswith(found.removesuffix("…"))
        assert (found == words) is (columns(words) <= 60)
