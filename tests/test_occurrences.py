"""
Occurrences of frequencies.
"""

from datetime import UTC, date, datetime, time
from itertools import islice

import pandas
import pytest

from stretchlib import Frequency, Weekday, occurrences

from .agenda import START, hourly, listed, weekly


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
