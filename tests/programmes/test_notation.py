"""
The notation of expansions.
"""

from datetime import timedelta

import attrs
import pytest

from stretchlib import Side

from .notation import Expected, expand


def seconds(steps):
    return [(step.side, step.duration and step.duration.total_seconds()) for step in steps]


class TestExpand:
    def test_repeats_groups(self):
        """
        A group is repeated by its count, also within another group.
        """
        steps = expand("2(2(L30) r10 R5)", 0)

        left, rest, right = (Side.LEFT, 30), (None, 10), (Side.RIGHT, 5)
        assert 2 * [left, left, rest, right] == seconds(steps)

    @pytest.mark.parametrize(("level", "count", "duration"), [(0, 2, 10), (1, 4, 30)])
    def test_ranges_have_two_ends(self, level, count, duration):
        """
        The level chooses one end of every range.
        """
        steps = expand("2-4(N10-30)", level)

        assert count * [(Side.BOTH, duration)] == seconds(steps)

    def test_untimed_steps_have_labels(self):
        """
        A star is a step without a time, and its label follows a colon.
        """
        steps = expand("A*:slide-closer", 0)

        assert [Expected(Side.AFFECTED, None, "slide-closer")] == steps

    @pytest.mark.parametrize(("label", "breaths"), [("breath", 1), ("2-breaths", 2), ("5-10-breaths", 10)])
    def test_breaths_are_durations(self, label, breaths):
        """
        A label that counts breaths is the duration of its step.
        """
        [step] = expand(f"N*:{label}", 1)

        assert ("", None, breaths) == (step.label, step.duration, step.breaths)

    def test_split_steps_change_sides(self):
        """
        The first half of a split step is left, and the second right.
        """
        steps = expand("N30:split2", 0)

        assert [(Side.LEFT, 15), (Side.RIGHT, 15)] == seconds(steps)

    @pytest.mark.parametrize(
        ("notation", "expected"),
        [
            ("Nm30", Expected(Side.BOTH, timedelta(seconds=30), moves=True)),
            ("U60+", Expected(Side.UNAFFECTED, timedelta(seconds=60), is_open=True)),
            ("Lb3-5:fold", Expected(Side.LEFT, None, "fold", breaths=5)),
            ("Rmb0.5", Expected(Side.RIGHT, None, breaths=0.5, moves=True)),
            ("N*", Expected(Side.BOTH, None, moves=True, is_open=True)),
        ],
    )
    def test_distinguishes_kinds_of_steps(self, notation, expected):
        """
        Movements, times that the person ends, and breaths, including half ones.
        """
        [step] = expand(notation, 1)

        assert attrs.astuple(expected) == attrs.astuple(step)

    def test_refuses_other_text(self):
        """
        Text that is not notation is reported, not skipped.
        """
        with pytest.raises(ValueError, match="cannot read 'X5' in 'L5 X5'"):
            expand("L5 X5", 0)

    @pytest.mark.parametrize("notation", ["2(L5", "L5)"])
    def test_refuses_unbalanced_groups(self, notation):
        """
        Every group is opened and closed.
        """
        with pytest.raises((ValueError, IndexError)):
            expand(notation, 0)
