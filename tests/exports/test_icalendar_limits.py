"""
The limits of calendars, and hostile names.
"""

import struct
from datetime import UTC, datetime, time, timedelta, timezone
from io import BytesIO
from zoneinfo import ZoneInfo

import dateutil.tz
import pytest

from stretchlib import (
    Exercise,
    ExportError,
    Frequency,
    Hold,
    Pacing,
    PeriodUnit,
    Plan,
    Repetitions,
    Routine,
    Stage,
    schedule,
)
from stretchlib.exports import _limits
from stretchlib.exports.icalendar import to_icalendar

from .calendars import CREATED, FRIDAY, events, export, export_routine, routine
from .hostile import NAMES, NO_MOMENTS, UNTIL_THE_END_OF_TIME, on_one_line

#: A zone file as zoneinfo reads it, with one change of the clocks.
TZIF = (
    b"TZif" + bytes(16) + struct.pack(">6l l B lBB lBB", 0, 0, 0, 1, 2, 8, 0, 1, 3600, 0, 0, 7200, 1, 4) + b"CET\0EST\0"
)
#: The beginning of a sentence.
ALARM = "alarm must be a whole number of seconds, at least 0"


class TestLimits:
    """
    The limits of the format, and their messages.
    """

    def test_ends_with_the_calendar(self):
        """
        An event that would recur after the last day of the calendar occurs once.
        """
        start = datetime(9999, 12, 30, 18, tzinfo=UTC)

        [event] = events(export(Frequency(every=2), start))

        assert "RRULE" not in event

    @pytest.mark.parametrize(
        ("frequency", "start", "options", "message"),
        [
            (Frequency(every=1, unit=PeriodUnit.MINUTE), FRIDAY, {}, "at most 500 events, one for each time of day of"),
            (Frequency(every=25 * 60 + 1, unit=PeriodUnit.MINUTE), FRIDAY, {}, "at most 500 events"),
            (Frequency(), FRIDAY.replace(microsecond=1), {}, r"start.replace\(microsecond=0\) \(got 18:00:00.000001"),
            (Frequency(every=9, weeks=1), FRIDAY, {"at": time(8)}, "at least one session, and there is none from 2026"),
        ],
        ids=["many times a day", "drifting", "fractions", "none"],
    )
    def test_refuses_frequencies_of_no_rule(self, frequency, start, options, message):
        """
        Frequencies that calendars cannot express are refused with the reason.
        """
        with pytest.raises(ExportError, match=message):
            export(frequency, start, **options)

    @pytest.mark.parametrize(
        "zone",
        [dateutil.tz.gettz("Europe/Berlin"), ZoneInfo.from_file(BytesIO(TZIF))],
        ids=["of dateutil", "without a name"],
    )
    def test_refuses_zones_without_a_name(self, zone):
        """
        Zones without a name are refused, and the message names an alternative.
        """
        with pytest.raises(ExportError, match=r'a named time zone, for example ZoneInfo\("Europe/Berlin"\) \(got '):
            export(Frequency(), datetime(2026, 3, 27, tzinfo=zone))

    def test_accepts_any_number_of_steps(self):
        """
        A routine of 10^12 movements is exported without unrolling it.
        """
        endless = Routine("Endless", [Exercise("Blink", Repetitions(10**12))])

        [event] = events(export_routine(endless, pacing=Pacing(prepare=0, movement=timedelta.resolution)))

        assert timedelta(seconds=10**6) == event["DURATION"].dt

    def test_has_at_most_500_events(self):
        """
        One more time of day is refused.
        """
        assert 500 == len(events(export(Frequency(500))))
        with pytest.raises(ExportError, match="at most 500 events, one for each time of day of each routine"):
            export(Frequency(501))

    def test_counts_a_time_of_day_on_several_days_once(self):
        """
        Days of the week at the same time of day are one event.
        """
        file = export(Frequency(3500, unit=PeriodUnit.WEEK), waking_hours=(time(0), time(0)))

        assert 500 == len(events(file))

    def test_counts_the_events_of_all_routines(self):
        """
        The limit applies to plans, too.
        """
        often = Stage([routine(Frequency(250))] * 2, days=1)

        with pytest.raises(ExportError, match="at most 500 events"):
            to_icalendar(Plan("Plan", [often, often]), FRIDAY, uid="x", created=CREATED)

    def test_refuses_too_much_text(self, monkeypatch):
        """
        The texts of all events together are limited.
        """
        monkeypatch.setattr(_limits, "MAX_CHARACTERS", 1008)
        longest = (504 - len("Neck")) * "x"

        assert 2 == len(events(export(Frequency(2), description=longest)))
        with pytest.raises(ExportError, match="^a calendar must have at most 1008 characters: give a shorter descript"):
            export(Frequency(2), description=f"{longest}x")

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
        An event that just fits into the calendar is accepted.
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
        In UTC, sessions at either end of the calendar may be in a year that does not exist.
        """
        start = start.replace(tzinfo=timezone(timedelta(hours=hours)))

        with pytest.raises(ExportError, match=r"^sessions must also be within the calendar in UTC \(got "):
            export(frequency, start)

    @pytest.mark.parametrize(("created", "error", "sentence"), NO_MOMENTS.values(), ids=NO_MOMENTS)
    def test_refuses_a_stamp_without_zone(self, created, error, sentence):
        """
        The time of creation must have a time zone.
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
        In UTC, it may be in a year that does not exist.
        """
        with pytest.raises(ExportError, match=r"^created must also be within the calendar in UTC \(got "):
            to_icalendar(schedule(routine(None)), FRIDAY, uid="x", created=created)

    @pytest.mark.parametrize(("uid", "rule"), [("", "must not be empty"), ("one\rtwo", "must be printable")])
    def test_refuses_broken_identifiers(self, uid, rule):
        """
        An identifier is text on one line.
        """
        with pytest.raises(ValueError, match=f"uid {rule}"):
            to_icalendar(schedule(routine(None)), FRIDAY, uid=uid, created=CREATED)

    @pytest.mark.parametrize(
        ("options", "error", "sentence"),
        [
            (
                {"alarm": timedelta(seconds=-1)},
                ValueError,
                f"{ALARM} (got -1)",
            ),
            (
                {"alarm": timedelta(seconds=0.5)},
                ValueError,
                f"{ALARM} (got 0.5)",
            ),
            ({"alarm": 600}, TypeError, "alarm must be a timedelta (got 600)"),
            ({"description": 5}, TypeError, "description must be text (got 5)"),
            ({"stage_starts": {1: FRIDAY}}, ValueError, "stage_starts must be empty for a single stage (got 1)"),
        ],
        ids=str,
    )
    def test_refuses_wrong_arguments(self, options, error, sentence):
        """
        The message names the argument, the rule and the value.
        """
        with pytest.raises(error) as refused:
            export(Frequency(), **options)

        assert sentence == str(refused.value)

    def test_refuses_a_pacing_for_a_timeline(self):
        """
        A timeline has its own pacing.
        """
        with pytest.raises(ValueError, match="^pacing must be left out for a timeline, which has its own "):
            to_icalendar(schedule(routine(None)), FRIDAY, uid="x", created=CREATED, pacing=Pacing())

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        A reader finds any name, with all its words, and no other events.
        """
        exercise = Exercise(name, Hold(5))
        words = on_one_line(name)

        [event] = events(export_routine(Routine(name, [exercise], description=name), alarm=timedelta()))
        *description, heading, line = event["DESCRIPTION"].split("\n")

        assert words == event["SUMMARY"] == event.walk("VALARM")[0]["DESCRIPTION"] == heading
        assert f"1. {words}: hold 5 s" == line
        assert words.split() == " ".join(description).split()

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_descriptions(self, name):
        """
        A reader finds all words of any description.
        """
        [event] = events(export(Frequency(), description=name))

        assert on_one_line(name) == on_one_line(event["DESCRIPTION"])
