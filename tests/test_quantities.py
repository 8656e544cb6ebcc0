"""
Counts, durations and ranges.
"""

import math
from datetime import timedelta
from fractions import Fraction
from functools import partial

import numpy
import pytest

from stretchlib import (
    AsManyAsFit,
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
    Stage,
)

STRETCH = Exercise("Stretch", Hold(30))
ROUTINE = Routine("Calves", [STRETCH])

#: Nanoseconds, seconds, a unit without a fixed length, and no value.
TIMEDELTAS_OF_NUMPY = [
    numpy.timedelta64(30, "ns"),
    numpy.timedelta64(30, "s"),
    numpy.timedelta64(1, "Y"),
    numpy.timedelta64("NaT", "s"),
]


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
    @pytest.mark.parametrize(("value", "shown"), [(-5, "-5"), (-1e300, "-1e+300")])
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


class TestCount:
    """
    A count is a whole number of at least 1, or a range of such numbers.
    """

    MAKERS = (
        pytest.param(lambda count: Repetitions(count), "count", id="Repetitions.count"),
        pytest.param(lambda count: Exercise("x", Hold(1), sets=count), "sets", id="Exercise.sets"),
        pytest.param(lambda count: Circuit([STRETCH], rounds=count), "rounds", id="Circuit.rounds"),
        pytest.param(lambda count: Frequency(count), "times", id="Frequency.times"),
        pytest.param(lambda count: Frequency(weeks=count), "weeks", id="Frequency.weeks"),
        pytest.param(lambda count: Frequency(days=count), "days", id="Frequency.days"),
        pytest.param(lambda count: Stage(ROUTINE, weeks=count), "weeks", id="Stage.weeks"),
        pytest.param(lambda count: Stage(ROUTINE, days=count), "days", id="Stage.days"),
    )

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    def test_may_be_one_or_a_range(self, make, field):
        """
        The lower bound is one; a range may have any width.
        """
        assert [1, Range(1, 1), Range(2, 4)] == [getattr(make(count), field) for count in (1, Range(1, 1), Range(2, 4))]

    def test_may_have_4300_digits(self):
        """
        Python writes whole numbers of at most 4300 digits.
        """
        assert 10**4300 - 1 == Repetitions(10**4300 - 1).count
        assert 10**4300 - 1 == Range(1 - 10**4300, 10**4300 - 1).high

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
    def test_refuses_invalid_values(self, make, field, value, rule):
        """
        A count is at least 1, and Python must be able to write it.
        """
        with pytest.raises(ValueError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (Range(1.0, 2.0), ".low must be a whole number (got 1.0)"),
            (Range(1, 2.5), ".high must be a whole number (got 2.5)"),
            (Range(timedelta(1), timedelta(2)), ".low must be a whole number (got datetime.timedelta(days=1))"),
        ],
    )
    def test_refuses_other_types(self, make, field, value, rule):
        """
        Values are not coerced to whole numbers.
        """
        with pytest.raises(TypeError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)

    @pytest.mark.parametrize("value", [True, 2.0, "2", numpy.float64(2), numpy.True_], ids=repr)
    @pytest.mark.parametrize(
        ("make", "field", "alternatives"),
        [
            (lambda count: Repetitions(count), "count", ", a range of whole numbers or as many as fit"),
            (lambda count: Exercise("x", Hold(1), sets=count), "sets", ", a range of whole numbers or as many as fit"),
            (lambda count: Circuit([STRETCH], rounds=count), "rounds", ", a range of whole numbers or as many as fit"),
            (lambda count: Frequency(count), "times", " or a range of whole numbers"),
            (lambda count: Frequency(weeks=count), "weeks", " or a range of whole numbers"),
        ],
        ids=["count", "sets", "rounds", "times", "weeks"],
    )
    def test_names_what_it_accepts(self, make, field, alternatives, value):
        """
        The message lists the valid types.
        """
        with pytest.raises(TypeError) as refusal:
            make(value)

        assert str(refusal.value).startswith(f"{field} must be a whole number{alternatives} (got ")

    @pytest.mark.parametrize(
        "make", [lambda count: Repetitions(count).count, lambda count: Frequency(count).times], ids=["count", "times"]
    )
    def test_may_be_any_object_with_an_index(self, make):
        """
        The integers of numpy become plain ones, also at the ends of ranges.
        """
        counts = [make(numpy.int64(3)), make(Range(numpy.int8(2), 3)).low]

        assert [3, 2] == counts
        assert [int, int] == list(map(type, counts))

    @pytest.mark.parametrize("error", [TypeError, ValueError, OverflowError])
    def test_refuses_a_failing_index(self, error):
        """
        An object whose `__index__` fails is not a number.
        """

        class Claim:
            def __index__(self):
                raise error

        with pytest.raises(TypeError, match=r"^count must be a whole number"):
            Repetitions(Claim())

    def test_refuses_a_fraction_above_all_floats(self):
        """
        A fraction is seconds if a float can hold it.
        """
        with pytest.raises(TypeError, match=r"^duration must be seconds, .*got Fraction\(1000"):
            Hold(Fraction(10**400))


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


class TestAsManyAsFit:
    """
    "for 5 minutes".
    """

    @pytest.mark.parametrize("duration", [300, Range(120, 300), Breaths(20), Breaths(Range(10, 20)), Breaths(0.5)])
    def test_takes_a_duration_with_an_end(self, duration):
        """
        A time, a range of times, and breaths.
        """
        assert Hold(duration).duration == AsManyAsFit(duration).duration

    @pytest.mark.parametrize("make", [Repetitions, lambda fit: Exercise("x", Hold(1), sets=fit)], ids=["count", "sets"])
    def test_may_be_repetitions_sets_or_rounds(self, make):
        """
        Repetitions and sets; rounds, too.
        """
        fit = AsManyAsFit(300)

        assert fit in (getattr(make(fit), "count", None), getattr(make(fit), "sets", None))
        assert fit == Circuit([STRETCH], rounds=fit).rounds

    def test_is_refused_for_other_counts(self):
        """
        For example, it is refused for weeks.
        """
        with pytest.raises(TypeError, match=r"^weeks must be a whole number or a range of whole numbers \(got AsMany"):
            Frequency(weeks=AsManyAsFit(300))


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
