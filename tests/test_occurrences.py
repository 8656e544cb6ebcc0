"""
Occurrences of frequencies.
"""

from datetime import UTC, date, datetime, time
from itertools import islice

import pandas
import pytest

from stretchlib import Frequency, PeriodUnit, Range, Weekday, occurrences, occurrences_a_week

from .agenda import AROUND_THE_CLOCK, BERLIN, START, hourly, listed, weekly

TOO_CLOSE = "occurrences must be at least a second apart"


class TestDays:
    """
    "A frequency in days or weeks is spread evenly over the days of its period."
    """

    def test_come_every_day(self):
        """
        Once a day is at the time of the start.
        """
        assert ["27 09:30", "28 09:30", "29 09:30", "30 09:30"] == listed(4, Frequency())

    def test_come_every_other_day(self):
        """
        The day of the start is the first.
        """
        assert ["27 09:30", "29 09:30", "31 09:30", "02 09:30"] == listed(4, Frequency(every=2))

    @pytest.mark.parametrize(
        ("times", "days"),
        [
            (1, "Fri Fri Fri"),
            (2, "Fri Mon Fri Mon"),
            (3, "Fri Sun Tue Fri"),
            (4, "Fri Sat Mon Wed Fri"),
            (5, "Fri Sat Sun Tue Wed Fri"),
            (6, "Fri Sat Sun Mon Tue Wed Fri"),
            (7, "Fri Sat Sun Mon Tue Wed Thu Fri"),
        ],
    )
    def test_come_on_the_same_days_of_each_week(self, times, days):
        """
        Three a week, beginning on a Friday, are on Friday, Sunday and Tuesday.
        """
        weekdays = days.split()

        assert weekdays == [f"{moment:%a}" for moment in islice(occurrences(weekly(times), START), len(weekdays))]

    def test_are_spread_over_longer_periods(self):
        """
        Three in two weeks are on days 0, 4 and 9 of fourteen.
        """
        assert ["27 09:30", "31 09:30", "05 09:30", "10 09:30"] == listed(4, weekly(3, every=2))

    def test_depend_on_the_ratio_only(self):
        """
        As many times as days are one a day.
        """
        assert listed(2, Frequency()) == listed(2, Frequency(86_400, every=86_400))

    def test_are_spread_over_periods_of_days(self):
        """
        Two in two days are one a day.
        """
        assert listed(10, Frequency()) == listed(10, Frequency(2, every=2))

    def test_come_at_the_given_time(self):
        """
        A time that has passed on the day of the start leaves out that day.
        """
        assert ["29 07:00", "31 07:00", "03 07:00"] == listed(3, weekly(3), at=time(7))


class TestTimesOfDay:
    """
    "Several are at the times given by *at*, or spread evenly over the waking hours."
    """

    @pytest.mark.parametrize(
        ("times", "clock"),
        [
            (2, "08:00 20:00"),
            (3, "08:00 14:00 20:00"),
            (4, "08:00 12:00 16:00 20:00"),
            (5, "08:00 11:00 14:00 17:00 20:00"),
            (8, "08:00 09:42 11:24 13:06 14:48 16:30 18:12 19:54"),
        ],
    )
    def test_are_spread(self, times, clock):
        """
        The first is at the beginning of the waking hours, the last at the end, in whole minutes.
        """
        midnight = START.replace(hour=0, minute=0)

        assert clock.split() == [f"{moment:%H:%M}" for moment in islice(occurrences(Frequency(times), midnight), times)]

    def test_before_the_start_are_left_out(self):
        """
        At half past nine, 8:00 has already passed.
        """
        assert ["27 14:00", "27 20:00", "28 08:00"] == listed(3, Frequency(3))

    def test_leave_the_longest_gap_at_night(self):
        """
        The overnight gap is at least as long as any other.
        """
        assert ["27 19:00", "28 07:00", "28 19:00"] == listed(3, Frequency(2), waking_hours=(time(7), time(22)))
        assert ["27 12:00", "27 18:00", "28 00:00"] == listed(3, Frequency(4), waking_hours=AROUND_THE_CLOCK)

    def test_are_the_given_ones(self):
        """
        In any order.
        """
        at = [time(18), time(7), time(12, 30)]

        assert ["27 12:30", "27 18:00", "28 07:00", "28 12:30"] == listed(4, Frequency(3), at=at)

    def test_may_be_after_midnight(self):
        """
        Waking hours may cross midnight.
        """
        waking_hours = (time(22), time(6))

        assert ["27 22:00", "28 02:00", "28 06:00", "28 22:00"] == listed(4, Frequency(3), waking_hours=waking_hours)

    @pytest.mark.parametrize("hour", [10, 1, 3, 5, 21])
    def test_are_as_many_if_the_start_is_overnight(self, hour):
        """
        A start within overnight waking hours includes the rest of them.
        """
        start, night = START.replace(hour=hour), (time(20), time(4))

        assert 21 == len(list(occurrences(Frequency(3, weeks=1), start, waking_hours=night)))

    def test_include_the_night_of_the_start(self):
        """
        At half past one, the waking hours of the previous day have not ended.
        """
        start, night = START.replace(hour=1), (time(20), time(4))

        assert ["27 04:00", "27 20:00", "28 00:00"] == listed(3, Frequency(3), start, waking_hours=night)
        assert ["27 02:00", "27 03:00", "27 04:00", "27 20:00"] == listed(4, hourly(), start, waking_hours=night)

    def test_end_with_the_calendar_at_night(self):
        """
        No night begins after the last day of the calendar.
        """
        start = datetime(9999, 12, 31, 1, tzinfo=UTC)

        assert ["31 04:00", "31 20:00"] == listed(9, Frequency(3), start, waking_hours=(time(20), time(4)))

    def test_are_fewer_on_some_days(self):
        """
        Three in two days are two and one; a single one is at the first time.
        """
        midnight = START.replace(hour=0, minute=0)

        assert ["27 08:00", "27 20:00", "28 08:00", "29 08:00"] == listed(4, Frequency(3, every=2), midnight)

    def test_are_several_on_any_day(self):
        """
        Five in two days are three and two.
        """
        midnight = START.replace(hour=0, minute=0)

        assert ["27 08:00", "27 14:00", "27 20:00", "28 08:00", "28 14:00"] == listed(
            5, Frequency(5, every=2), midnight
        )

    @pytest.mark.parametrize(
        ("frequency", "count", "others"),
        [(Frequency(3), 3, [2, 4]), (weekly(3), 1, [2]), (Frequency(3, every=2), 2, [1, 3])],
    )
    def test_must_be_as_many_as_the_occurrences_of_a_day(self, frequency, count, others):
        """
        Too many or too few are refused.
        """
        for other in others:
            at = [time(hour) for hour in range(other)]
            with pytest.raises(
                ValueError, match=rf"^at must have as many times as a day has occurrences, {count}, or the frequency "
            ):
                occurrences(frequency, START, at=at)


class TestWeekdays:
    """
    "With `weekdays`, the occurrences are on these days only."
    """

    @pytest.mark.parametrize(
        ("weekdays", "days"),
        [
            ((Weekday.MONDAY, Weekday.WEDNESDAY), "Mon 30, Wed 01, Mon 06, Wed 08"),
            ((Weekday.FRIDAY,), "Fri 27, Fri 03"),
            ([*Weekday][:5], "Fri 27, Mon 30, Tue 31, Wed 01, Thu 02, Fri 03, Mon 06"),
            ((Weekday.SUNDAY, Weekday.SATURDAY), "Sat 28, Sun 29, Sat 04"),
        ],
        ids=["two days", "the day of the start", "Monday to Friday", "weekends"],
    )
    def test_are_the_only_days(self, weekdays, days):
        """
        In order of time, beginning on Friday.
        """
        expected = days.split(", ")

        moments = islice(occurrences(Frequency(weekdays=weekdays), START), len(expected))

        assert expected == [f"{moment:%a %d}" for moment in moments]

    def test_take_the_time_of_the_start(self):
        """
        Or the given time; a time that has passed on the day of the start comes a week later.
        """
        friday = Frequency(weekdays=[Weekday.FRIDAY])

        assert ["27 09:30", "03 09:30"] == listed(2, friday)
        assert ["27 10:00", "03 10:00"] == listed(2, friday, at=time(10))
        assert ["03 09:00", "10 09:00"] == listed(2, friday, at=time(9))

    def test_have_several_times_each(self):
        """
        Twice each Monday and Thursday is four times a week.
        """
        frequency = Frequency(2, weekdays=[Weekday.MONDAY, Weekday.THURSDAY])

        assert ["30 08:00", "30 20:00", "02 08:00", "02 20:00", "06 08:00"] == listed(5, frequency)

    def test_may_have_times_of_day(self):
        """
        "Mondays and Thursdays at 8:00 and 18:00, for one week."
        """
        frequency = Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY], times_of_day=[time(18), time(8)], weeks=1)

        assert ["30 08:00", "30 18:00", "02 08:00", "02 18:00"] == listed(9, frequency)

    def test_include_the_following_night(self):
        """
        Overnight waking hours that begin on a Thursday belong to Thursday.
        """
        frequency, start = Frequency(3, weekdays=[Weekday.THURSDAY]), START.replace(hour=1)

        assert ["27 04:00", "02 20:00", "03 00:00"] == listed(3, frequency, start, waking_hours=(time(20), time(4)))


class TestTimesOfDayOfTheFrequency:
    """
    "With `times_of_day`, they are at these times."
    """

    def test_are_used(self):
        """
        "At 8:00 and 20:30, for two days" is four times.
        """
        frequency = Frequency(times_of_day=[time(20, 30), time(8)], days=2)

        assert ["27 20:30", "28 08:00", "28 20:30", "29 08:00"] == listed(9, frequency)

    def test_are_all_on_the_first_day_of_a_period(self):
        """
        "Every other day at 9:30 and 18:00" is twice on one day, and not at all on the next.
        """
        frequency = Frequency(every=2, times_of_day=[time(9, 30), time(18)])

        assert ["27 09:30", "27 18:00", "29 09:30", "29 18:00", "31 09:30"] == listed(5, frequency)

    def test_exclude_at(self):
        """
        *at* is refused if the frequency has times of day.
        """
        frequency = Frequency(times_of_day=[time(8)])

        with pytest.raises(
            ValueError, match=r"^at must be left out if the frequency has times_of_day \(got \['7:00:00'\]\)$"
        ):
            occurrences(frequency, START, at=time(7))


class TestHours:
    """
    A frequency in minutes or hours repeats within the waking hours.
    """

    def test_start_again_each_day(self):
        """
        Every five hours is at 8:00, 13:00 and 18:00.
        """
        assert ["27 13:00", "27 18:00", "28 08:00", "28 13:00"] == listed(4, hourly(5))

    def test_end_with_the_waking_hours(self):
        """
        The last occurrence may be at the end of the waking hours.
        """
        assert ["27 18:00", "27 20:00", "28 08:00"] == listed(7, hourly(2))[4:]

    def test_are_divided_by_the_number_of_times(self):
        """
        Two in three hours are an hour and a half apart; 90 times an hour is every 40 seconds.
        """
        often = islice(occurrences(hourly(times=90), START), 3)

        assert ["27 09:30", "27 11:00", "27 12:30"] == listed(3, hourly(3, times=2))
        assert ["09:30:00", "09:30:40", "09:31:20"] == [f"{moment:%H:%M:%S}" for moment in often]

    def test_may_be_minutes(self):
        """
        "Every 20 minutes."
        """
        assert ["27 09:40", "27 10:00"] == listed(2, Frequency(every=20, unit=PeriodUnit.MINUTE))

    def test_may_be_all_day(self):
        """
        Waking hours of a whole day yield no moment twice.
        """
        late = START.replace(hour=16)

        assert ["27 18:00", "28 00:00", "28 06:00"] == listed(3, hourly(6), late, waking_hours=AROUND_THE_CLOCK)

    def test_of_a_day_and_more_count_from_the_start(self):
        """
        Every 24 hours is at the same time, every 36 hours by day, then by night.
        """
        assert ["27 09:30", "28 09:30", "29 09:30"] == listed(3, hourly(24))
        assert ["27 09:30", "28 21:30", "30 09:30"] == listed(3, hourly(36))
        assert ["28 14:00", "30 02:00", "31 14:00"] == listed(3, hourly(36), at=time(2))

    def test_may_be_seconds(self):
        """
        Sixty times a minute is every second, including the end of the day.
        """
        waking_hours = (time(8), time(8, 0, 1))
        every_second = occurrences(Frequency(60, unit=PeriodUnit.MINUTE), START, waking_hours=waking_hours)

        assert ["28 08:00:00", "28 08:00:01", "29 08:00:00"] == [f"{s:%d %H:%M:%S}" for s in islice(every_second, 3)]

    def test_exclude_at(self):
        """
        A frequency in hours refuses *at*.
        """
        with pytest.raises(
            ValueError, match=r"^at must be left out if occurrences are less than a day apart \(got \['7:00:00'"
        ):
            occurrences(hourly(2), START, at=time(7))


class TestWeeks:
    """
    "Occurrences begin at *start*, included, and end after the `weeks` or `days` of the frequency, excluded."
    """

    def test_determine_the_number_of_occurrences(self):
        """
        Three times a week for four weeks is twelve times, whatever the time of the start.
        """
        assert 12 == len(list(occurrences(weekly(3, weeks=4), START)))
        assert 12 == len(list(occurrences(weekly(3, weeks=4), START, at=time(7))))
        assert 84 == len(list(occurrences(Frequency(3, weeks=4), START)))

    def test_end_before_the_time_of_the_start(self):
        """
        The last occurrence is before the end of the weeks, to the minute.
        """
        *_, last = occurrences(Frequency(weeks=1), START)

        assert datetime(2026, 4, 2, 9, 30, tzinfo=BERLIN) == last

    def test_may_be_days(self):
        """
        "Three times a day for ten days" is thirty times; once a day, the last is on the tenth day.
        """
        *_, last = occurrences(Frequency(days=10), START)

        assert 30 == len(list(occurrences(Frequency(3, days=10), START)))
        assert datetime(2026, 4, 5, 9, 30, tzinfo=BERLIN) == last

    def test_may_end_before_the_first_occurrence(self):
        """
        Occurrences that would start after the end never occur.
        """
        assert [] == list(occurrences(weekly(1, every=3, weeks=1), START, at=time(7)))

    def test_end_with_the_calendar(self):
        """
        The last day is in the year 9999, with or without weeks.
        """
        start = datetime(9999, 12, 30, tzinfo=UTC)

        assert ["30 00:00", "31 00:00"] == listed(9, Frequency(), start) == listed(9, Frequency(weeks=10**9), start)
        assert ["31 08:00"] == listed(9, Frequency(3, every=2), start.replace(hour=21))

    def test_may_be_longer_than_the_calendar(self):
        """
        Such a period has one occurrence.
        """
        assert ["27 09:30"] == listed(9, Frequency(every=10**4000)) == listed(9, hourly(10**4000))
        assert ["27 09:30"] == listed(9, Frequency(2, every=10**4000 + 1))


class TestRanges:
    """
    "The position within every range of the frequency."
    """

    @pytest.mark.parametrize(("level", "count"), [(0, 2 * 4 * 7), (0.5, 3 * 5 * 7), (1.0, 3 * 6 * 7)])
    def test_are_resolved_by_the_level(self, level, count):
        """
        "2 to 3 times a day for 4 to 6 weeks."
        """
        frequency = Frequency(Range(2, 3), weeks=Range(4, 6))

        assert count == len(list(occurrences(frequency, START, level=level)))

    @pytest.mark.parametrize(("level", "days"), [(0, 7), (1, 10)])
    def test_of_days_are_resolved_by_the_level(self, level, days):
        """
        "For 7 to 10 days."
        """
        assert days == len(list(occurrences(Frequency(days=Range(7, 10)), START, level=level)))

    def test_with_one_end_resolve_to_that_end(self):
        """
        "At least twice a day, for up to three days" is six times, at any level.
        """
        frequency = Frequency(Range.at_least(2), days=Range.up_to(3))

        assert [6, 6] == [len(list(occurrences(frequency, START, level=level))) for level in (0, 1)]


class TestOccurrencesAWeek:
    """
    "Return the average number of occurrences a week, for weekly doses."
    """

    @pytest.mark.parametrize(
        ("frequency", "count"),
        [
            (Frequency(), 7),
            (Frequency(every=2), 3.5),
            (Frequency(3, weeks=1), 21),
            (Frequency(3, every=2, unit=PeriodUnit.WEEK), 1.5),
            (hourly(2), 49),
            (hourly(36), 168 / 36),
            (Frequency(every=20, unit=PeriodUnit.MINUTE), 37 * 7),
            (Frequency(2, weekdays=[Weekday.MONDAY, Weekday.THURSDAY]), 4),
            (Frequency(every=3, times_of_day=[time(8), time(20)]), 14 / 3),
            (Frequency(86_399, every=10**4000), 0),
        ],
        ids=str,
    )
    def test_are_counted(self, frequency, count):
        """
        Every other day is 3.5 times, every two waking hours 49 times.
        """
        assert count == occurrences_a_week(frequency)

    def test_depend_on_the_waking_hours_and_the_level(self):
        """
        From 6:00 to 22:00, every two hours is nine times a day; "2 to 4 times a day" is 28 times at most.
        """
        assert 63 == occurrences_a_week(hourly(2), waking_hours=(time(6), time(22)))
        assert [14, 28] == [occurrences_a_week(Frequency(Range(2, 4)), level=level) for level in (0, 1)]

    def test_refuse_other_values(self):
        """
        A routine has a frequency, but is not one.
        """
        with pytest.raises(TypeError, match=r"^frequency must be a Frequency \(got None\)$"):
            occurrences_a_week(None)


class TestRefusals:
    """
    Invalid arguments are refused immediately, before the first occurrence.
    """

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            ({"frequency": None}, "frequency must be a Frequency (got None)"),
            ({"start": date(2026, 3, 27)}, "start must be a datetime (got datetime.date(2026, 3, 27))"),
            ({"start": pandas.NaT}, "start must be a datetime (got NaT)"),
            ({"start": datetime(2026, 3, 27)}, "start must have a time zone (got '2026-03-27T00:00:00')"),
            ({"at": "7:00"}, "at must be a time of day, or several (got '7:00')"),
            ({"at": ["7:00"]}, "at[0] must be a time of day (got '7:00')"),
            ({"at": []}, "at must not be empty (got [])"),
            ({"at": [time(7), time(7)]}, "at must not name a time twice (got ['7:00:00', '7:00:00'])"),
            ({"at": time(7, tzinfo=UTC)}, "at[0] must not have a time zone, which start has (got '07:00:00+00:00')"),
            ({"waking_hours": time(7)}, "waking_hours must be two times of day (got datetime.time(7, 0))"),
            ({"waking_hours": [time(7)]}, "waking_hours must be two times of day (got [datetime.time(7, 0)])"),
            ({"waking_hours": [None] * 3}, "waking_hours must be two times of day (got [None, None, None])"),
            ({"waking_hours": (7, 22)}, "waking_hours[0] must be a time of day (got 7)"),
            ({"level": 2}, "level must be from 0 to 1 (got 2.0)"),
            ({"frequency": Frequency(86_401)}, "times must be at most 86400 in a period (got 86401)"),
            ({"frequency": Frequency(200_002, every=2)}, "times must be at most 86400 in a period (got 200002)"),
            (
                {"frequency": Frequency(86_400)},
                "occurrences must be at least a second apart (got 86399 in 43200 seconds)",
            ),
            (
                {"frequency": hourly(times=3601)},
                "occurrences must be at least a second apart (got 3601 in 3600 seconds)",
            ),
        ],
        ids=str,
    )
    def test_say_why(self, arguments, sentence):
        """
        One sentence names the argument, the rule and the value.
        """
        arguments = {"frequency": Frequency(), "start": START} | arguments
        with pytest.raises((TypeError, ValueError)) as refused:
            occurrences(arguments.pop("frequency"), arguments.pop("start"), **arguments)

        assert sentence == str(refused.value)
