"""
Doses.
"""

from datetime import timedelta

import pytest

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    Hold,
    Move,
    Pacing,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    dose,
    schedule,
)

from .shorthand import STILL


def amounts(*items, pacing=Pacing()):
    rows = dose(schedule(Routine("routine", items), pacing))
    return [(row.repetitions, row.hold.total_seconds(), row.move.total_seconds()) for row in rows]


def repetitions(work):
    return [count for count, _, _ in amounts(Exercise("Exercise", work))]


class TestDose:
    """
    A dose sums up one exercise on one side.
    """

    def test_counts_repetitions_sets_and_rounds(self):
        """
        The dose is repetitions times sets times the rounds of all circuits around.
        """
        tuck = Exercise("Chin tuck", Repetitions(10, Hold(5)), sets=3)

        assert [(10 * 3 * 4 * 2, 10 * 3 * 4 * 2 * 5, 0)] == amounts(Circuit([Circuit([tuck], rounds=4)], rounds=2))

    def test_distinguishes_holds_and_movements(self):
        """
        Holds are added to `hold`, movements to `move`, rests to neither.
        """
        tilt = Repetitions(10, [Move(2), Hold(5), Rest(9), Move(1)], rest=20)

        assert [(10, 50, 30)] == amounts(Exercise("Pelvic tilt", tilt))

    def test_adds_up_nested_repetitions(self):
        """
        Ten circles one way and twelve the other way are added up.
        """
        circles = Repetitions(2, [Repetitions(10, Move(2)), Hold(5), Repetitions(12, [Move(1), Hold(3)])])

        assert [(44, 82, 64)] == amounts(Exercise("Circles", circles))

    def test_depends_on_the_pacing(self):
        """
        The pacing determines the duration of self-paced movements and ranges.
        """
        work = Repetitions(Range(2, 4), [Move(), Hold(Range(10, 20))])

        assert [(4, 80, 24)] == amounts(Exercise("Exercise", work), pacing=Pacing(level=1, movement=6))

    @pytest.mark.parametrize("sidedness", [Sidedness.each(Side.RIGHT), Sidedness.alternating(Side.RIGHT)])
    def test_has_a_row_for_each_side(self, sidedness):
        """
        Counts are per side, and sides are in the order in which they are done.
        """
        rows = dose(schedule(Routine("Hips", [Exercise("Rotators", Repetitions(3, Hold(30)), sidedness=sidedness)])))

        assert [(Side.RIGHT, 3), (Side.LEFT, 3)] == [(row.side, row.repetitions) for row in rows]

    def test_sums_up_equal_exercises(self):
        """
        Equal exercises share a row; any difference makes another row.
        """
        again, other = Exercise("Chin tuck", Hold(5)), Exercise("Chin tuck", Hold(5), instructions="Slowly.")

        assert [(2, 10, 0), (1, 5, 0)] == amounts(again, Rest(60), other, again)

    def test_leaves_out_rests(self):
        """
        A rest item has no dose.
        """
        assert [] == amounts(Rest(60))

    def test_counts_as_many_as_fit(self):
        """
        It has as many repetitions as the timeline.
        """
        breathing = Exercise("Breathe", Repetitions(AsManyAsFit(240), [Move(4), Hold(4), Move(4), Hold(4)]))

        assert [(15, 120, 120)] == amounts(breathing)

    def test_distinguishes_sides_of_phases_and_repetitions(self):
        """
        `hold` and `move` are on the side of the phase, `repetitions` on the side of the loop.
        """
        drop = Repetitions(10, [Move(3), Move(1, side=RelativeSide.OPPOSITE), Hold(2, side=RelativeSide.BOTH)])
        rows = dose(schedule(Routine("Calf", [Exercise("Drop", drop, sidedness=Sidedness.only(Side.LEFT))])))

        assert [(Side.LEFT, 10, 0, 30), (Side.RIGHT, 0, 0, 10), (Side.BOTH, 0, 20, 0)] == [
            (row.side, row.repetitions, row.hold.total_seconds(), row.move.total_seconds()) for row in rows
        ]

    def test_needs_a_timeline(self):
        """
        A routine has no dose without a pacing.
        """
        with pytest.raises(TypeError, match=r"^timeline must be a Timeline, as schedule\(\) returns it \(got Routine"):
            dose(Routine("Neck", [Rest(5)]))

    def test_of_an_endless_timeline_is_cheap(self):
        """
        Steps are not counted one by one.
        """
        endless = Exercise("Chin tuck", Repetitions(10**15, Hold(timedelta(microseconds=1))))

        assert [(10**15, 10**9, 0)] == amounts(endless, pacing=STILL)


class TestRepetitions:
    """
    "If repetitions nest, the innermost ones are counted."
    """

    def test_count_once_for_all_phases(self):
        """
        A repetition of several phases counts once.
        """
        assert [10] == repetitions(Repetitions(10, [Move(2), Hold(5), Move(2)]))

    def test_count_in_nested_repetitions(self):
        """
        Ten circles one way and ten the other way are twenty.
        """
        assert [20] == repetitions(Repetitions(1, [Repetitions(10, Move()), Repetitions(10, Move())]))

    def test_count_only_the_innermost(self):
        """
        Hold, three times contract and relax, hold: three; done twice, six.
        """
        assert [6] == repetitions(Repetitions(2, [Hold(10), Repetitions(3, [Hold(6), Rest(3)]), Hold(20)]))

    def test_may_consist_of_rests(self):
        """
        Relaxing ten times counts as ten.
        """
        assert [10] == repetitions(Repetitions(10, Rest(5)))
