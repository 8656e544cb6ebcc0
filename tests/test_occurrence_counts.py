"""
The number of occurrences.
"""

from datetime import UTC, datetime, time

import pytest

from stretchlib import Frequency, PeriodUnit, Range, Weekday, occurrences, occurrences_a_week

from .agenda import BERLIN, START, hourly, listed, weekly


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
