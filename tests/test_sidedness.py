"""
Sides, and the order in which they are used.
"""

import pytest

from stretchlib import (
    Range,
    RelativeSide,
    Side,
    Sidedness,
    SwitchAfter,
)


class TestSidedness:
    """
    Sides as data.
    """

    def test_is_both_by_default(self):
        """
        By default, an exercise has no separate sides.
        """
        assert Sidedness.both() == Sidedness() == Sidedness(sides=[Side.BOTH], switch_after=SwitchAfter.SET, rest=None)

    def test_may_be_one_side(self):
        """
        `only` leaves the other side out.
        """
        assert Sidedness(sides=(Side.AFFECTED,)) == Sidedness.only(Side.AFFECTED)

    @pytest.mark.parametrize(
        ("shortcut", "switch_after"),
        [(Sidedness.each, SwitchAfter.SET), (Sidedness.alternating, SwitchAfter.REPETITION)],
    )
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (Side.LEFT, Side.RIGHT),
            (Side.RIGHT, Side.LEFT),
            (Side.AFFECTED, Side.UNAFFECTED),
            (Side.UNAFFECTED, Side.AFFECTED),
        ],
    )
    def test_of_two_sides_begins_with_the_first(self, shortcut, switch_after, first, second):
        """
        `each` changes sides after a set, `alternating` after a repetition, to the opposite side.
        """
        sidedness = Sidedness(sides=(first, second), switch_after=switch_after, rest=2)

        assert sidedness == shortcut(first=first, rest=2)

    def test_begins_on_the_left_by_default(self):
        """
        The left side comes first by default.
        """
        assert (Side.LEFT, Side.RIGHT) == Sidedness.each().sides == Sidedness.alternating().sides

    def test_of_two_sides_cannot_begin_with_both(self):
        """
        `BOTH` has no opposite side.
        """
        with pytest.raises(ValueError) as refusal:
            Sidedness.each(first=Side.BOTH)

        assert "first must be a side with an opposite (got <Side.BOTH: 'both'>)" == str(refusal.value)

    def test_of_two_sides_begins_with_a_side(self):
        """
        A text is not a side.
        """
        with pytest.raises(TypeError, match=r"^first must be a Side, such as Side\.LEFT \(got 'left'\)"):
            Sidedness.alternating(first="left")

    def test_has_both_as_their_own_opposite(self):
        """
        The opposite of `BOTH` is `BOTH`.
        """
        assert Side.BOTH is Side.BOTH.opposite

    @pytest.mark.parametrize(
        ("sides", "error", "rule"),
        [
            ([], ValueError, "sides must not be empty (got [])"),
            ([Side.LEFT, Side.LEFT], ValueError, "sides must not name a side twice (got ['left', 'left'])"),
            ("left", TypeError, "sides must be a list (got 'left')"),
            (["left"], TypeError, "sides[0] must be a Side, such as Side.LEFT (got 'left')"),
            (SwitchAfter.SET, TypeError, "sides must be a list (got <SwitchAfter.SET: 'set'>)"),
        ],
    )
    def test_refuses_invalid_sides(self, sides, error, rule):
        """
        At least one side, no duplicates, and only sides.
        """
        with pytest.raises(error) as refusal:
            Sidedness(sides=sides)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("sides", [[Side.BOTH], [Side.LEFT]])
    @pytest.mark.parametrize(
        ("field", "value", "shown"),
        [
            ("rest", 0, "0"),
            ("rest", 30, "30"),
            ("rest", Range(5, 10), "{'low': 5, 'high': 10}"),
            ("switch_after", SwitchAfter.REPETITION, "'repetition'"),
            ("switch_after", SwitchAfter.ALL_SETS, "'all_sets'"),
        ],
    )
    def test_of_one_side_refuses_a_rest_and_a_switch(self, sides, field, value, shown):
        """
        A rest between sides would be on the card but never done.
        """
        with pytest.raises(ValueError) as refusal:
            Sidedness(sides=sides, **{field: value})

        assert f"{field} must be left out for a single side (got {shown})" == str(refusal.value)

    def test_refuses_other_values_of_switch_after(self):
        """
        Sides change after a repetition, a set or all sets.
        """
        with pytest.raises(TypeError) as refusal:
            Sidedness(switch_after="set")

        assert "switch_after must be a SwitchAfter, such as SwitchAfter.SET (got 'set')" == str(refusal.value)


class TestRelativeSide:
    """
    A relative side is seen from the side of the repetition.
    """

    @pytest.mark.parametrize(
        ("relative", "side", "real"),
        [
            (RelativeSide.SAME, Side.AFFECTED, Side.AFFECTED),
            (RelativeSide.OPPOSITE, Side.LEFT, Side.RIGHT),
            (RelativeSide.OPPOSITE, Side.UNAFFECTED, Side.AFFECTED),
            (RelativeSide.OPPOSITE, Side.BOTH, Side.BOTH),
            (RelativeSide.BOTH, Side.RIGHT, Side.BOTH),
        ],
    )
    def test_is_seen_from_the_side_of_the_repetition(self, relative, side, real):
        """
        The same, the opposite, or both.
        """
        assert real is relative.of(side)
