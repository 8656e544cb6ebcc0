"""
Counts, durations and ranges.
"""

import math
from datetime import timedelta

import numpy
import pytest

from stretchlib import Breaths, Hold, Range, Repetitions

from .values import TIMEDELTAS_OF_NUMPY


class TestRange:
    """
    A range is of counts or of durations, and *low* is at most *high*.
    """

    @pytest.mark.parametrize(
        ("bounds", "inside"),
        [
            (Range(2, 4), [2, 3, 4]),
            (Range.at_least(3), [3, 4, 5]),
            (Range.up_to(3), [1, 2, 3]),
            (Range(timedelta(seconds=2), None), []),
        ],
    )
    def test_contains_values_between_its_ends(self, bounds, inside):
        """
        Both ends are included; a missing end is no limit.
        """
        numbers = [1, 2, 3, 4, 5] if inside else []

        assert inside == [number for number in numbers if number in bounds]

    def test_contains_durations_and_seconds(self):
        """
        A range of durations contains timedeltas and numbers of seconds.
        """
        held = Hold(Range(15, 30)).duration

        assert [True, False] == [timedelta(seconds=second) in held for second in (20, 31)]
        assert [True, True, False] == [second in held for second in (15, 29.5, 30.5)]
        assert timedelta(minutes=1) not in Hold(Range.up_to(30)).duration
        assert [True, False] == [second in Hold(Range.up_to(30)).duration for second in (30, 31)]
        assert [False, True] == [second in Hold(Range.at_least(30)).duration for second in (29, 30)]

    @pytest.mark.parametrize("bounds", [Range(0, 4), Range.up_to(4), Hold(Range(1, 30)).duration])
    @pytest.mark.parametrize("stranger", [None, "3", True, math.nan, math.inf, -math.inf, Breaths(2), Range(2, 3), [2]])
    def test_contains_no_values_of_other_types(self, bounds, stranger):
        """
        As for any container, asking is not an error.
        """
        is_below_all = stranger == -math.inf and bounds == Range.up_to(4)

        assert is_below_all == (stranger in bounds)

    def test_of_numbers_contains_no_durations(self):
        """
        A range of numbers has no unit, so it contains no durations.
        """
        assert timedelta(seconds=3) not in Range(2, 4)

    def test_contains_numbers_of_other_libraries(self):
        """
        Numbers of other libraries are compared as plain numbers.
        """
        assert numpy.int64(3) in Range(2, 4)
        assert numpy.float64(20) in Hold(Range(15, 30)).duration

    @pytest.mark.parametrize("value", TIMEDELTAS_OF_NUMPY, ids=repr)
    def test_refuses_timedeltas_of_numpy(self, value):
        """
        They are neither numbers nor of the class `timedelta`, so they are in no range, either.
        """
        with pytest.raises(TypeError) as refusal:
            Range(value, None)

        assert f"low must be a number (got {value!r})" == str(refusal.value)
        assert [False, False] == [value in bounds for bounds in (Range(1, 60), Hold(Range(1, 60)).duration)]

    def test_may_have_one_end(self):
        """
        "at least 30 seconds", "up to 3 times".
        """
        assert (Range(30, None), Range(None, 3)) == (Range.at_least(30), Range.up_to(3))
        assert Range(timedelta(seconds=30), None) == Hold(Range.at_least(30)).duration
        assert Range.at_least(timedelta()) == Repetitions(rest=Range.at_least(0)).rest

    def test_with_one_end_can_be_made_from_another(self):
        """
        Like those of `datetime`, its constructors are found on values, too.
        """
        assert (Range(3, None), Range(None, 5)) == (Range(1, 2).at_least(3), Range(1, 2).up_to(5))

    def test_has_an_end(self):
        """
        At least one end is required.
        """
        with pytest.raises(ValueError) as refusal:
            Range(None, None)

        assert "low or high must be given (got None and None)" == str(refusal.value)

    def test_may_have_equal_ends(self):
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
    def test_refuses_ends_in_the_wrong_order(self, low, high, rule):
        """
        The ends are not swapped silently.
        """
        with pytest.raises(ValueError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize(
        ("low", "high", "rule"),
        [
            (True, 2, "low must be a number (got True)"),
            (1, "2", "high must be a number (got '2')"),
            (timedelta(seconds=1), 2, "low must be a number, as high is (got datetime.timedelta(seconds=1))"),
            (1, timedelta(seconds=2), "low must be a timedelta, as high is (got 1)"),
        ],
    )
    def test_refuses_other_types(self, low, high, rule):
        """
        Both ends are counts, or both are durations.
        """
        with pytest.raises(TypeError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)
