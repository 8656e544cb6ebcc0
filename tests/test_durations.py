"""
Durations, in fields of the classes.
"""

import math
from datetime import timedelta
from fractions import Fraction
from functools import partial

import numpy
import pytest

from stretchlib import AsManyAsFit, Breaths, Circuit, Exercise, Hold, Move, Range, Repetitions, Rest, Routine, Sidedness

from .values import STRETCH, TIMEDELTAS_OF_NUMPY


class TestDuration:
    """
    Durations may be given in seconds.
    """

    @pytest.mark.parametrize("thirty", [30, 30.0, timedelta(seconds=30)])
    def test_may_be_seconds(self, thirty):
        """
        A number is seconds, whole or not.
        """
        assert Hold(timedelta(seconds=30)) == Hold(thirty)

    def test_may_be_a_fraction_of_a_second(self):
        """
        Durations are exact whole microseconds.
        """
        assert timedelta(seconds=2, microseconds=500_001) == Hold(2.500001).duration

    def test_may_be_a_range_of_seconds(self):
        """
        In a field for a duration, the numbers of a range are seconds.
        """
        assert Range(timedelta(seconds=15), timedelta(seconds=30)) == Hold(Range(15, 30)).duration

    def test_may_be_breaths(self):
        """
        Breaths stay breaths.
        """
        assert Breaths(Range(3, 5)) == Hold(Breaths(Range(3, 5))).duration

    def test_of_a_rest_between_may_be_zero(self):
        """
        A prescribed rest may be zero; the default is `None`.
        """
        assert (timedelta(), None) == (Repetitions(rest=0).rest, Repetitions().rest)

    def test_is_a_plain_timedelta(self):
        """
        A subclass becomes a plain `timedelta`.
        """

        class Delta(timedelta):
            # As in pendulum, which stores weeks and minutes separately.
            days, seconds = 0, 0

        class Seconds(float):
            pass

        durations = [
            Hold(Delta(seconds=30)).duration,
            Hold(Seconds(30)).duration,
            Rest(Range(Seconds(1), 2)).duration.low,
            Hold(numpy.float32(2.5)).duration,
            Rest(Range(numpy.float32(1.5), Fraction(7, 2))).duration.high,
        ]

        assert [timedelta] * 5 == [type(duration) for duration in durations]
        assert [30, 30, 1, 2.5, 3.5] == [duration.total_seconds() for duration in durations]

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (0, "duration must be above 0 seconds (got 0)"),
            (timedelta(), "duration must be above 0 seconds (got 0)"),
            (-1, "duration must be above 0 seconds (got -1)"),
            (timedelta(microseconds=-1), "duration must be above 0 seconds (got -1e-06)"),
            (-1e300, "duration must be above 0 seconds (got -1e+300)"),
            (-1e-7, "duration must be above 0 seconds (got -1e-07)"),
            (math.nan, "duration must be finite (got nan)"),
            (math.inf, "duration must be finite (got inf)"),
            (-math.inf, "duration must be finite (got -inf)"),
            (1e300, "duration must be below 86400000000000 seconds (got 1e+300)"),
            pytest.param(
                10**400, "duration must be below 86400000000000 seconds (got an integer of 1329 bits)", id="10**400"
            ),
            pytest.param(-(10**400), "duration must be above 0 seconds (got an integer of 1329 bits)", id="-(10**400)"),
            (2.5e-132, "duration must be at least a microsecond (got 2.5e-132)"),
            (timedelta.max, "duration must be whole seconds from 8589934592 on (got 86400000000000.0)"),
            (2**33 + 0.5, "duration must be whole seconds from 8589934592 on (got 8589934592.5)"),
            (Range(0, 30), "duration.low must be above 0 seconds (got 0)"),
            (Range(-2, -1), "duration.low must be above 0 seconds (got -2)"),
            (Range(15, 2**33 + 0.5), "duration.high must be whole seconds from 8589934592 on (got 8589934592.5)"),
            (Range(15, 1e300), "duration.high must be below 86400000000000 seconds (got 1e+300)"),
        ],
    )
    @pytest.mark.parametrize("kind", [Hold, Move, Rest])
    def test_refuses_invalid_values(self, kind, value, rule):
        """
        Zero, negative, infinite and too small durations are refused, also as an end of a range.
        """
        with pytest.raises(ValueError) as refusal:
            kind(value)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("value", [True, "30", b"x", [30], {}, 30j, STRETCH])
    def test_refuses_other_types(self, value):
        """
        Values are not coerced, booleans included.
        """
        with pytest.raises(TypeError, match=r"^duration must be seconds, breaths or a range of seconds \(got "):
            Hold(value)

    @pytest.mark.parametrize("value", TIMEDELTAS_OF_NUMPY, ids=repr)
    def test_refuses_timedeltas_of_numpy(self, value):
        """
        Their numbers are not seconds, although numpy registers them as integers.
        """
        with pytest.raises(TypeError) as refusal:
            Hold(value)

        assert f"duration must be seconds, breaths or a range of seconds (got {value!r})" == str(refusal.value)

    @pytest.mark.parametrize("error", [TypeError, ValueError, OverflowError, ZeroDivisionError])
    def test_refuses_numbers_without_a_value(self, error):
        """
        If the conversion of a number fails, the message names the field.
        """

        class Vague(Fraction):
            def __float__(self):
                raise error

        with pytest.raises(TypeError, match=r"^duration must be seconds, .*got Vague\(3, 2\)"):
            Hold(Vague(3, 2))

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            pytest.param(Repetitions, "rest", id="Repetitions"),
            pytest.param(Sidedness, "rest", id="Sidedness"),
            pytest.param(partial(Exercise, "x", Hold(1)), "rest_between_sets", id="Exercise"),
            pytest.param(partial(Circuit, [STRETCH]), "rest_between_items", id="Circuit, items"),
            pytest.param(partial(Circuit, [STRETCH]), "rest_between_rounds", id="Circuit, rounds"),
            pytest.param(partial(Routine, "x", [STRETCH]), "rest_between_items", id="Routine"),
        ],
    )
    @pytest.mark.parametrize(("value", "shown"), [(-5, "-5"), (-1e300, "-1e+300"), (-1e-7, "-1e-07")])
    def test_of_a_rest_between_is_not_negative(self, make, field, value, shown):
        """
        Each prescribed rest refuses negative durations; the message has its name.
        """
        with pytest.raises(ValueError) as refusal:
            make(**{field: value})

        assert f"{field} must be at least 0 seconds (got {shown})" == str(refusal.value)


class TestWrongType:
    """
    A duration in the place of another type is shown as it is.
    """

    @pytest.mark.parametrize(
        ("make", "rule"),
        [
            (lambda: Repetitions(timedelta(seconds=30)), "or as many as fit (got datetime.timedelta(seconds=30))"),
            (lambda: Exercise(timedelta(seconds=30), Hold(5)), "must be text (got datetime.timedelta(seconds=30))"),
            (lambda: Exercise("x", timedelta(seconds=30)), "Repetitions (got datetime.timedelta(seconds=30))"),
        ],
    )
    def test_is_not_shown_in_seconds(self, make, rule):
        """
        A message such as "must be a whole number (got 30)" would be misleading.
        """
        with pytest.raises(TypeError) as refusal:
            make()

        assert str(refusal.value).endswith(rule)


class TestBreaths:
    """
    "5 breaths", "one pose each inhale": half a breath.
    """

    @pytest.mark.parametrize("count", [1, 5, 0.5, 1.5, Range(3, 5), Range.at_least(3), Range.up_to(3)])
    def test_may_be_whole_half_or_a_range(self, count):
        """
        A number is a multiple of a half, a range one of whole numbers, with one end or two.
        """
        assert count == Breaths(count).count

    def test_are_whole_if_possible(self):
        """
        Two halves become a whole number, also as an end of a range.
        """
        assert int is type(Breaths(2.0).count)
        assert Breaths(Range(5, 6)) == Breaths(Range(5.0, 6.0))
        assert "Breaths(count=Range(low=5, high=None))" == repr(Breaths(Range.at_least(5.0)))

    @pytest.mark.parametrize("count", TIMEDELTAS_OF_NUMPY, ids=repr)
    def test_refuse_timedeltas_of_numpy(self, count):
        """
        A time is not a number of breaths.
        """
        with pytest.raises(TypeError) as refusal:
            Breaths(count)

        assert f"count must be a number or a range of whole numbers (got {count!r})" == str(refusal.value)

    @pytest.mark.parametrize(
        ("count", "error", "rule"),
        [
            (0.3, ValueError, "count must be a whole number, or half of one (got 0.3)"),
            (-0.5, ValueError, "count must be at least a half (got -0.5)"),
            (0, ValueError, "count must be at least a half (got 0)"),
            (0.0, ValueError, "count must be at least a half (got 0)"),
            (-3, ValueError, "count must be at least a half (got -3)"),
            (math.inf, ValueError, "count must be finite (got inf)"),
            (Range(0, 2), ValueError, "count.low must be at least 1 (got 0)"),
            (Range(0.5, 2), TypeError, "count.low must be a whole number (got 0.5)"),
            (True, TypeError, "count must be a number or a range of whole numbers (got True)"),
            ("5", TypeError, "count must be a number or a range of whole numbers (got '5')"),
        ],
    )
    def test_refuse_other_fractions(self, count, error, rule):
        """
        Thirds of a breath, and halves in ranges, are refused.
        """
        with pytest.raises(error) as refusal:
            Breaths(count)

        assert rule == str(refusal.value)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        pytest.param(AsManyAsFit, "duration", id="AsManyAsFit"),
        pytest.param(lambda duration: Circuit([STRETCH], round_every=duration), "round_every", id="round_every"),
    ],
)
class TestClosedDuration:
    """
    A closed duration is not a range with one end, not even of breaths.
    """

    @pytest.mark.parametrize(
        "value", [Range.at_least(30), Range.up_to(30), Breaths(Range.at_least(3)), Breaths(Range.up_to(3))], ids=str
    )
    def test_refuses_a_range_with_one_end(self, make, field, value):
        """
        A range with one end is refused.
        """
        with pytest.raises(ValueError, match=rf"^{field} must not be a range with one end \(got "):
            make(value)

    @pytest.mark.parametrize("value", [0, -5])
    def test_is_above_zero(self, make, field, value):
        """
        A time of zero is refused.
        """
        with pytest.raises(ValueError) as refusal:
            make(value)

        assert f"{field} must be above 0 seconds (got {value})" == str(refusal.value)
