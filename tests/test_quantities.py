"""
How many and how long: what a count, a duration and a range may be.
"""

import math
from datetime import timedelta
from functools import partial

import pytest

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
)

STRETCH = Exercise("Stretch", Hold(30))


class TestDuration:
    """
    "fields take numbers too: seconds".
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

    def test_of_a_rest_between_may_be_nothing(self):
        """
        The prescribed rests may be zero, and are by default.
        """
        assert timedelta() == Repetitions(rest=0).rest == Repetitions().rest

    def test_forgets_the_type_of_other_libraries(self):
        """
        A subclass becomes the plain type, so that equal values are alike in everything.
        """

        class Delta(timedelta):
            pass

        class Seconds(float):
            pass

        durations = [
            Hold(Delta(seconds=30)).duration,
            Hold(Seconds(30)).duration,
            Rest(Range(Seconds(1), 2)).duration.low,
        ]

        assert [timedelta] * 3 == [type(duration) for duration in durations]

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (0, "duration must be above 0 seconds (got 0)"),
            (timedelta(), "duration must be above 0 seconds (got 0)"),
            (-1, "duration must be at least 0 seconds (got -1)"),
            (timedelta(microseconds=-1), "duration must be at least 0 seconds (got -1e-06)"),
            (-1e300, "duration must be at least 0 seconds (got -1e+300)"),
            (math.nan, "duration must be finite (got nan)"),
            (math.inf, "duration must be finite (got inf)"),
            (-math.inf, "duration must be finite (got -inf)"),
            (1e300, "duration must be below 86400000000000 seconds (got 1e+300)"),
            pytest.param(
                10**400, "duration must be below 86400000000000 seconds (got an integer of 1329 bits)", id="10**400"
            ),
            (2.5e-132, "duration must be at least a microsecond, or 0 (got 2.5e-132)"),
            (timedelta.max, "duration must be whole seconds from 8589934592 on (got 86400000000000.0)"),
            (Range(0, 30), "duration.low must be above 0 seconds (got 0)"),
            (Range(-2, -1), "duration.low must be at least 0 seconds (got -2)"),
            (Range(15, 2**33 + 0.5), "duration.high must be whole seconds from 8589934592 on (got 8589934592.5)"),
            (Range(15, 1e300), "duration.high must be below 86400000000000 seconds (got 1e+300)"),
        ],
    )
    @pytest.mark.parametrize("kind", [Hold, Move, Rest])
    def test_refuses_what_is_no_time(self, kind, value, rule):
        """
        Zero, negative, endless and immeasurable durations are refused, in either end of a range.
        """
        with pytest.raises(ValueError) as refusal:
            kind(value)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("value", [True, "30", b"x", [30], {}, 30j, STRETCH])
    def test_refuses_other_types(self, value):
        """
        Nothing is coerced, least of all truth.
        """
        with pytest.raises(TypeError, match=r"^duration must be seconds, breaths or a range of seconds \(got "):
            Hold(value)

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
    def test_of_a_rest_between_is_not_negative(self, make, field):
        """
        Each prescribed rest refuses what is below zero, and says its own name.
        """
        with pytest.raises(ValueError) as refusal:
            make(**{field: -5})

        assert f"{field} must be at least 0 seconds (got -5)" == str(refusal.value)


class TestCount:
    """
    "`int` >= 1 or `Range` of ints".
    """

    MAKERS = (
        pytest.param(lambda count: Repetitions(count), "count", id="Repetitions.count"),
        pytest.param(lambda count: Breaths(count), "count", id="Breaths.count"),
        pytest.param(lambda count: Exercise("x", Hold(1), sets=count), "sets", id="Exercise.sets"),
        pytest.param(lambda count: Circuit([STRETCH], rounds=count), "rounds", id="Circuit.rounds"),
        pytest.param(lambda count: Frequency(count), "times", id="Frequency.times"),
        pytest.param(lambda count: Frequency(weeks=count), "weeks", id="Frequency.weeks"),
    )

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    def test_may_be_one_or_a_range(self, make, field):
        """
        One is the least, a range may be of any width.
        """
        assert [1, Range(1, 1), Range(2, 4)] == [getattr(make(count), field) for count in (1, Range(1, 1), Range(2, 4))]

    def test_may_be_as_long_as_python_writes(self):
        """
        A number of 4300 digits is the longest that JSON can carry from here.
        """
        assert 10**4300 - 1 == Repetitions(10**4300 - 1).count

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (0, " must be at least 1 (got 0)"),
            (-3, " must be at least 1 (got -3)"),
            (Range(0, 3), ".low must be at least 1 (got 0)"),
            pytest.param(10**4300, " must have at most 4300 digits (got an integer of 14285 bits)", id="10**4300"),
        ],
    )
    def test_refuses_what_is_no_count(self, make, field, value, rule):
        """
        Below one there is nothing to do, and what Python does not write down cannot be kept.
        """
        with pytest.raises(ValueError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (True, " must be a whole number (got True)"),
            (2.0, " must be a whole number or a range of whole numbers (got 2.0)"),
            ("2", " must be a whole number or a range of whole numbers (got '2')"),
            (Range(1.0, 2.0), ".low must be a whole number (got 1.0)"),
            (Range(1, 2.5), ".high must be a whole number (got 2.5)"),
            (Range(timedelta(1), timedelta(2)), ".low must be a whole number (got 86400)"),
        ],
    )
    def test_refuses_other_types(self, make, field, value, rule):
        """
        A count is a whole number, not something that could be made one.
        """
        with pytest.raises(TypeError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)


class TestRange:
    """
    "`low <= high`, of counts or of durations".
    """

    def test_may_be_empty_of_choice(self):
        """
        Both ends may be the same.
        """
        assert Range(3, 3).low == Range(3, 3).high

    @pytest.mark.parametrize(
        ("low", "high", "rule"),
        [
            (4, 2, "low must be at most high (got 4 and 2)"),
            (timedelta(seconds=2), timedelta(seconds=1), "low must be at most high (got 2 and 1)"),
            (math.nan, 1, "low must be finite (got nan)"),
            (1, math.inf, "high must be finite (got inf)"),
            (1, 10**4300, "high must have at most 4300 digits (got an integer of 14285 bits)"),
            (-(10**4300), 1, "low must have at most 4300 digits (got an integer of 14285 bits)"),
        ],
        ids=["numbers", "spans", "not a number", "infinite", "large", "small"],
    )
    def test_refuses_ends_that_leave_nothing_between(self, low, high, rule):
        """
        A range is not turned round silently.
        """
        with pytest.raises(ValueError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize(
        ("low", "high", "rule"),
        [
            (True, 2, "low must be a number (got True)"),
            (1, "2", "high must be a number (got '2')"),
            (timedelta(seconds=1), 2, "low must be a number, as high is (got 1)"),
            (1, timedelta(seconds=2), "low must be a timedelta, as high is (got 1)"),
        ],
    )
    def test_refuses_other_types(self, low, high, rule):
        """
        Both ends are numbers, or both are spans of time.
        """
        with pytest.raises(TypeError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)
