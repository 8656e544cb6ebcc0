"""
Occurrences at times of day.
"""

from datetime import UTC, datetime, time
from itertools import islice

import pytest

from stretchlib import Frequency, PeriodUnit, occurrences

from .agenda import AROUND_THE_CLOCK, START, hourly, listed, weekly


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
