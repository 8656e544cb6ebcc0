"""
Counts, in fields of the classes.
"""

from datetime import timedelta
from fractions import Fraction

import numpy
import pytest

from stretchlib import AsManyAsFit, Breaths, Circuit, Exercise, Frequency, Hold, Range, Repetitions, Routine, Stage

from .values import STRETCH

ROUTINE = Routine("Calves", [STRETCH])


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
        assert 10**4300 - 1 == Frequency(every=10**4300 - 1).every
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
