"""
Pacings: gaps, and the level that resolves ranges.
"""

import math
from datetime import timedelta
from fractions import Fraction

import numpy
import pytest

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Hold,
    Move,
    Pacing,
    Range,
    Repetitions,
    Routine,
    schedule,
)

from .shorthand import still_but, written


class TestPacing:
    """
    A pacing has gaps, the length of movements and breaths, and a level.
    """

    def test_has_the_documented_defaults(self):
        """
        The defaults are those of the document format.
        """
        gaps = {"prepare": 5, "transition": 5, "switch": 5, "release": 3, "movement": 3, "breath": 4}

        assert Pacing(**gaps, level=0.0) == Pacing()

    @pytest.mark.parametrize("level", [0, 1, 0.5, numpy.float32(0.5), numpy.int64(1), Fraction(1, 2)], ids=repr)
    def test_keeps_its_level_as_a_float(self, level):
        """
        0 and 1 may be integers.
        """
        assert float is type(Pacing(level=level).level)

    @pytest.mark.parametrize(
        ("level", "error", "rule"),
        [
            (1.1, ValueError, "level must be from 0 to 1 (got 1.1)"),
            (-0.1, ValueError, "level must be from 0 to 1 (got -0.1)"),
            (2, ValueError, "level must be from 0 to 1 (got 2.0)"),
            pytest.param(10**400, ValueError, "level must be from 0 to 1 (got an integer of 1329 bits)", id="10**400"),
            (math.nan, ValueError, "level must be from 0 to 1 (got nan)"),
            (True, TypeError, "level must be a number (got True)"),
            ("1", TypeError, "level must be a number (got '1')"),
            pytest.param(
                numpy.timedelta64(1, "ns"),
                TypeError,
                f"level must be a number (got {numpy.timedelta64(1, 'ns')!r})",
                id="timedelta64",
            ),
        ],
    )
    def test_refuses_a_level_out_of_range(self, level, error, rule):
        """
        A level is from 0 to 1.
        """
        with pytest.raises(error) as refusal:
            Pacing(level=level)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("field", ["prepare", "transition", "switch", "release", "recovery"])
    @pytest.mark.parametrize(
        ("value", "error", "rule"),
        [
            (-1, ValueError, "must be at least 0 seconds (got -1)"),
            (math.nan, ValueError, "must be finite (got nan)"),
            (True, TypeError, "must be seconds (got True)"),
            (Range(1, 2), TypeError, "must be seconds (got Range(low=1, high=2))"),
            (Breaths(1), TypeError, "must be seconds (got Breaths(count=1))"),
        ],
    )
    def test_refuses_other_durations(self, field, value, error, rule):
        """
        Ranges and breaths are refused.
        """
        with pytest.raises(error) as refusal:
            Pacing(**{field: value})

        assert f"{field} {rule}" == str(refusal.value)

    @pytest.mark.parametrize("field", ["movement", "breath"])
    @pytest.mark.parametrize("value", [0, -1])
    def test_refuses_a_movement_or_breath_of_zero(self, field, value):
        """
        Both must be above 0.
        """
        with pytest.raises(ValueError) as refusal:
            Pacing(**{field: value})

        assert f"{field} must be above 0 seconds (got {value})" == str(refusal.value)

    @pytest.mark.parametrize("field", ["prepare", "transition", "switch", "release", "recovery"])
    def test_may_have_no_gaps(self, field):
        """
        Gaps may be 0.
        """
        assert timedelta() == getattr(Pacing(**{field: 0}), field)


class TestLevel:
    """
    "Ranges are resolved by `level`."
    """

    @pytest.mark.parametrize(
        ("level", "count"), [(0, 2), (0.09, 2), (0.1, 3), (0.29, 3), (0.3, 4), (0.5, 5), (0.7, 6), (0.9, 7), (1, 7)]
    )
    def test_rounds_counts_half_up(self, level, count):
        """
        A count is `low + floor((high - low) * level + 1/2)`, and 0.3 of 5 is one and a half.
        """
        assert count == Pacing(level=level).count(Range(2, 7))

    @pytest.mark.parametrize(
        ("low", "high", "level", "seconds"),
        [
            (15, 30, 0, 15),
            (15, 30, 1, 30),
            (15, 30, 0.5, 23),
            (15, 30, 0.1, 17),
            (15, 30, 0.09, 16),
            (0.2, 0.4, 0.5, 0.2),
            (0.6, 0.8, 0.5, 0.8),
            (1.2, 2.4, 0, 1.2),
            (1.2, 2.4, 1, 2),
        ],
    )
    def test_rounds_durations_to_whole_seconds(self, low, high, level, seconds):
        """
        A duration is rounded half up to a whole second, and stays within the range.
        """
        hold = Hold(Range(low, high))

        assert timedelta(seconds=seconds) == Pacing(level=level).duration(hold.duration)

    def test_resolves_the_longest_durations(self):
        """
        Rounding never leaves the range, not even at `timedelta.max`.
        """
        longest = timedelta.max - timedelta(microseconds=999_999)

        assert timedelta(seconds=2.2) == Pacing(level=1).duration(Range(2.2, 2.4))
        assert timedelta(seconds=2.8) == Pacing(level=0).duration(Range(2.6, 2.8))
        assert longest == Pacing(level=1).duration(Range(longest - timedelta(seconds=1), longest))

    @pytest.mark.parametrize("duration", [True, "30", None, [30]])
    def test_takes_durations(self, duration):
        """
        Values that are not durations are refused.
        """
        with pytest.raises(TypeError, match=r"^duration must be seconds, breaths or a range of seconds"):
            Pacing().duration(duration)

    @pytest.mark.parametrize(
        "count", [2.5, "2", None, True, Range(0.5, 1.5), Range(timedelta(seconds=1), timedelta(seconds=2))], ids=str
    )
    def test_resolves_only_counts(self, count):
        """
        Values that are not counts are refused.
        """
        with pytest.raises(TypeError, match=r"^count(\.low)? must be a whole number"):
            Pacing().count(count)

    def test_resolves_breaths_before_their_duration(self):
        """
        A range of breaths is resolved to a number, and then to a time.
        """
        assert timedelta(seconds=16) == Pacing(level=0.5, breath=4).duration(Breaths(Range(3, 5)))

    def test_applies_to_every_range(self):
        """
        Counts, durations, rests, sets, rounds and breaths all follow the level.
        """
        work = Repetitions(Range(1, 2), Hold(Range(10, 20)), rest=Range(1, 3))
        circuit = Circuit(
            [Exercise("Stretch", work, sets=Range(1, 2), rest_between_sets=Range(5, 6))], rounds=Range(1, 2)
        )

        assert "B10" == written(circuit, pacing=still_but(level=0))
        assert "B20 rest3 B20 rest6 B20 rest3 B20 B20 rest3 B20 rest6 B20 rest3 B20" == written(
            circuit, pacing=still_but(level=1)
        )

    def test_estimates_self_paced_movements(self):
        """
        "A `Move` without a duration lasts `pacing.movement`, and its step is `estimated`."
        """
        timeline = schedule(
            Routine("routine", [Exercise("Squat", Repetitions(1, [Move(), Move(3)]))]), still_but(movement=4)
        )

        assert [(timedelta(seconds=4), True), (timedelta(seconds=3), False)] == [
            (step.duration, step.estimated) for step in timeline
        ]

    @pytest.mark.parametrize("level", [0, 0.5, 1])
    def test_resolves_ranges_with_one_end(self, level):
        """
        "A range with one end resolves to that end at every level."
        """
        pacing = Pacing(level=level)
        durations = [Hold(Range.at_least(30)).duration, Hold(Range.up_to(60)).duration]

        assert [2, 3] == [pacing.count(Range.at_least(2)), pacing.count(Range.up_to(3))]
        assert [30, 60] == [pacing.duration(duration) / timedelta(seconds=1) for duration in durations]

    def test_takes_what_a_field_takes(self):
        """
        Seconds, numbers of other libraries, and ranges of them.
        """
        pacing = Pacing(level=0.5)

        assert [timedelta(seconds=30)] * 3 == [
            pacing.duration(duration) for duration in (30, numpy.float32(30), Range(20, numpy.int64(40)))
        ]
        assert [3, 3] == [pacing.count(numpy.int64(3)), pacing.count(Range(numpy.int64(2), 4))]
        assert int is type(pacing.count(numpy.int64(3)))

    @pytest.mark.parametrize(
        ("resolve", "value", "error", "rule"),
        [
            (Pacing().count, -4, ValueError, "count must be at least 1 (got -4)"),
            (Pacing().count, Range(0, 3), ValueError, "count.low must be at least 1 (got 0)"),
            (Pacing().count, 2.0, TypeError, "count must be a whole number or a range of whole numbers (got 2.0)"),
            (Pacing().duration, -4, ValueError, "duration must be at least 0 seconds (got -4)"),
            (Pacing().duration, Range(-4, 3), ValueError, "duration.low must be at least 0 seconds (got -4)"),
            (Pacing().duration, True, TypeError, "duration must be seconds, breaths or a range of seconds (got True)"),
        ],
        ids=["-4", "0 to 3", "2.0", "-4 seconds", "-4 to 3 seconds", "true"],
    )
    def test_refuses_what_a_field_refuses(self, resolve, value, error, rule):
        """
        In the same words.
        """
        with pytest.raises(error) as refusal:
            resolve(value)

        assert rule == str(refusal.value)

    def test_rounds_half_breaths_to_the_microsecond(self):
        """
        Half breaths are rounded half up to a microsecond.
        """
        pacing = Pacing(breath=timedelta(microseconds=4_000_001))

        assert timedelta(microseconds=2_000_001) == pacing.duration(Breaths(0.5))
        assert timedelta(microseconds=6_000_002) == pacing.duration(Breaths(1.5))
