"""
Frequencies.
"""

from datetime import UTC, time

import attrs
import pytest

from stretchlib import Exercise, Frequency, Hold, PeriodUnit, Range, Routine, Stage, Weekday

ROUTINE = Routine("Calves", [Exercise("Calf stretch", Hold(30))])


class TestFrequency:
    """
    "3 times a week for 4 to 6 weeks", "every 2 hours", "every other day".
    """

    def test_is_once_a_day_by_default(self):
        """
        Once a day, without an end.
        """
        assert Frequency(1, every=1, unit=PeriodUnit.DAY, weeks=None) == Frequency()

    @pytest.mark.parametrize(
        ("arguments", "error", "rule"),
        [
            ({"every": 0}, ValueError, "every must be at least 1 (got 0)"),
            ({"every": Range(1, 2)}, TypeError, "every must be a whole number (got Range(low=1, high=2))"),
            ({"every": True}, TypeError, "every must be a whole number (got True)"),
            ({"unit": "day"}, TypeError, "unit must be a PeriodUnit, such as PeriodUnit.DAY (got 'day')"),
            # Text from elsewhere is not the same object as the value of the member.
            ({"unit": "".join("day")}, TypeError, "unit must be a PeriodUnit, such as PeriodUnit.DAY (got 'day')"),
        ],
    )
    def test_needs_a_whole_number_of_units(self, arguments, error, rule):
        """
        A period is a whole number of units, at least one.
        """
        with pytest.raises(error) as refusal:
            Frequency(**arguments)

        assert rule == str(refusal.value)


class TestTimesOfDay:
    """
    "at 8:00 and 20:00".
    """

    def test_determine_how_many_times(self):
        """
        The default of `times` is the number of times of day.
        """
        every_minute = [time(hour, minute) for hour in range(24) for minute in range(60)]

        assert 2 == Frequency(times_of_day=[time(8), time(20)]).times
        assert 1440 == Frequency(times_of_day=every_minute).times

    def test_are_sorted(self):
        """
        The order of the arguments does not matter.
        """
        assert (time(8), time(20)) == Frequency(times_of_day=[time(20), time(8)]).times_of_day

    def test_are_plain(self):
        """
        Equal times of day have no other differences, so `fold` and subclasses are dropped.
        """

        class Clock(time):
            pass

        plain = Frequency(times_of_day=[Clock(8, fold=1), Clock(20)])

        assert repr(Frequency(times_of_day=[time(8), time(20)])) == repr(plain)

    def test_may_change_with_the_times(self):
        """
        To change the number of times of day, `evolve` needs the new `times`, too.
        """
        twice = Frequency(times_of_day=[time(8), time(20)])

        assert Frequency(times_of_day=[time(9)]) == attrs.evolve(twice, times=1, times_of_day=[time(9)])
        with pytest.raises(ValueError, match=r"^times must be 1, as many as times_of_day \(got 2\)$"):
            attrs.evolve(twice, times_of_day=[time(9)])

    def test_leave_their_number_behind(self):
        """
        "At 8:00 and 20:00" without times of day is "twice a day".
        """
        assert Frequency(2) == attrs.evolve(Frequency(times_of_day=[time(8), time(20)]), times_of_day=[])

    @pytest.mark.parametrize(
        ("arguments", "error", "rule"),
        [
            ({"times_of_day": "8:00"}, TypeError, "times_of_day must be a list (got '8:00')"),
            ({"times_of_day": 8}, TypeError, "times_of_day must be a list (got 8)"),
            ({"times_of_day": ["8:00"]}, TypeError, "times_of_day[0] must be a time (got '8:00')"),
            (
                {"times_of_day": [time(8, tzinfo=UTC)]},
                ValueError,
                "times_of_day[0] must not have a time zone (got '08:00+00:00')",
            ),
            (
                {"times_of_day": [time(8), time(9, 0, 0, 1)]},
                ValueError,
                "times_of_day[1] must be in whole seconds (got '09:00:00.000001')",
            ),
            (
                {"times_of_day": [time(8), time(8)]},
                ValueError,
                "times_of_day must not name a time twice (got ['08:00', '08:00'])",
            ),
            (
                {"times_of_day": [time(8)], "unit": PeriodUnit.WEEK},
                ValueError,
                "times_of_day must be left out unless unit is day (got ['08:00'])",
            ),
            (
                {"times": 3, "times_of_day": [time(8), time(20)]},
                ValueError,
                "times must be 2, as many as times_of_day (got 3)",
            ),
            (
                {"times": Range(1, 2), "times_of_day": [time(8), time(20)]},
                ValueError,
                "times must be 2, as many as times_of_day (got {'low': 1, 'high': 2})",
            ),
        ],
    )
    def test_are_refused_if_they_contradict(self, arguments, error, rule):
        """
        Times of day are in whole seconds, without duplicates, and require the unit day.
        """
        with pytest.raises(error) as refusal:
            Frequency(**arguments)

        assert rule == str(refusal.value)


class TestWeekdays:
    """
    "Mondays and Thursdays".
    """

    def test_are_sorted(self):
        """
        Weeks start on Monday.
        """
        assert (Weekday.MONDAY, Weekday.SUNDAY) == Frequency(weekdays=[Weekday.SUNDAY, Weekday.MONDAY]).weekdays

    @pytest.mark.parametrize(
        ("arguments", "error", "rule"),
        [
            (
                {"weekdays": ["monday"]},
                TypeError,
                "weekdays[0] must be a Weekday, such as Weekday.MONDAY (got 'monday')",
            ),
            ({"weekdays": "monday"}, TypeError, "weekdays must be a list (got 'monday')"),
            (
                {"weekdays": [Weekday.MONDAY] * 2},
                ValueError,
                "weekdays must not name a day twice (got ['monday', 'monday'])",
            ),
            (
                {"weekdays": [Weekday.MONDAY], "unit": PeriodUnit.HOUR},
                ValueError,
                "weekdays must be left out unless unit is day and every is 1 (got ['monday'])",
            ),
            (
                {"weekdays": [Weekday.MONDAY], "every": 2},
                ValueError,
                "weekdays must be left out unless unit is day and every is 1 (got ['monday'])",
            ),
        ],
    )
    def test_are_refused_if_they_contradict(self, arguments, error, rule):
        """
        Weekdays have no duplicates, and require the unit day and every 1.
        """
        with pytest.raises(error) as refusal:
            Frequency(**arguments)

        assert rule == str(refusal.value)


@pytest.mark.parametrize("make", [Frequency, lambda **limits: Stage(ROUTINE, **limits)], ids=["Frequency", "Stage"])
class TestLimits:
    """
    "for 10 days", "for 6 weeks".
    """

    def test_are_weeks_or_days(self, make):
        """
        Weeks and days are refused together.
        """
        with pytest.raises(ValueError) as refusal:
            make(weeks=2, days=10)

        assert "days must not be given together with weeks (got 10)" == str(refusal.value)
