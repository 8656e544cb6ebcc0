"""
The rules of time about sets, repetitions and sides: their order, their numbers and their place.
"""

import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Move,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    StepKind,
    SwitchAfter,
    schedule,
)

from .telling import STILL, still_but, told

STRETCH = Exercise("Stretch", Hold(30))
SQUAT = Exercise("Squat", Move(20))
ONE_BY_ONE = Sidedness(sides=(Side.LEFT, Side.RIGHT), switch_after=SwitchAfter.ALL_SETS)


class TestLoops:
    """
    "Which boundary it is, is said by the outermost loop that moves on."
    """

    RESTS = {"rest_between_sets": 100, "sets": 2}

    def test_after_each_repetition(self):
        """
        "`REPETITION` set > repetition > side".
        """
        exercise = Exercise(
            "Stretch", Repetitions(2, Hold(30), rest=10), sidedness=Sidedness.alternating(rest=1), **self.RESTS
        )

        assert "L30 rest1 R30 rest10 L30 rest1 R30 rest100 L30 rest1 R30 rest10 L30 rest1 R30" == told(exercise)

    def test_after_each_set(self):
        """
        "`SET` set > side > repetition".
        """
        exercise = Exercise(
            "Stretch", Repetitions(2, Hold(30), rest=10), sidedness=Sidedness.each(rest=1), **self.RESTS
        )

        assert "L30 rest10 L30 rest1 R30 rest10 R30 rest100 L30 rest10 L30 rest1 R30 rest10 R30" == told(exercise)

    def test_after_all_sets(self):
        """
        "`ALL_SETS` side > set > repetition".
        """
        sidedness = Sidedness(sides=(Side.LEFT, Side.RIGHT), switch_after=SwitchAfter.ALL_SETS, rest=1)
        exercise = Exercise("Stretch", Repetitions(2, Hold(30), rest=10), sidedness=sidedness, **self.RESTS)

        assert "L30 rest10 L30 rest100 L30 rest10 L30 rest1 R30 rest10 R30 rest100 R30 rest10 R30" == told(exercise)

    def test_between_repetitions_at_which_the_side_changes(self):
        """
        "the longer of `Repetitions.rest` and `switch`", whatever the release and the rest between sides.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(30), rest=2), sidedness=Sidedness.alternating(rest=9))

        assert "L30 rest9 R30 switch5 L30 rest9 R30" == told(exercise, pacing=still_but(switch=5, release=7))

    def test_between_sets_at_which_the_side_changes(self):
        """
        From the last side of a set to the first of the next, the side changes.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=Sidedness.each())

        assert "L30 switch5 R30 switch5 L30 switch5 R30" == told(exercise, pacing=still_but(switch=5))

    def test_between_sets_on_one_side(self):
        """
        When all sets come before the other side, no side changes between them.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=ONE_BY_ONE)

        assert "L30 rest3 L30 switch5 R30 rest3 R30" == told(exercise, pacing=still_but(switch=5, release=3))

    @pytest.mark.parametrize("switch_after", SwitchAfter)
    def test_with_one_side_change_no_side(self, switch_after):
        """
        An exercise on one side never switches.
        """
        sidedness = Sidedness(sides=[Side.LEFT], switch_after=switch_after)
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=sidedness, sets=2)

        assert "L30 rest3 L30 rest3 L30 rest3 L30" == told(exercise, pacing=still_but(switch=5, release=3))

    def test_with_three_sides_do_all_of_them(self):
        """
        Left, then right, then both.
        """
        sidedness = Sidedness(sides=[Side.LEFT, Side.RIGHT, Side.BOTH], switch_after=SwitchAfter.REPETITION)

        assert "L5 R5 B5 L5 R5 B5" == told(Exercise("Knee to chest", Repetitions(2, Hold(5)), sidedness=sidedness))


class TestCounting:
    """
    "`set` and `repetition` count from 1, per side."
    """

    @pytest.mark.parametrize("sidedness", [Sidedness.alternating(), Sidedness.each(), ONE_BY_ONE])
    def test_starts_again_on_each_side(self, sidedness):
        """
        Whatever the order, each side has all sets and repetitions.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(1)), sets=2, sidedness=sidedness)
        timeline = schedule(Routine("routine", [exercise]), STILL)
        everything = [(1, 1), (1, 2), (2, 1), (2, 2)]

        for side in (Side.LEFT, Side.RIGHT):
            assert everything == [(step.set, step.repetition) for step in timeline if step.side is side]

    def test_takes_the_innermost_repetition(self):
        """
        Where repetitions nest, the inner ones are those that a person counts.
        """
        circles = Repetitions(2, [Repetitions(2, Move(label="in")), Move(label="out")])
        timeline = schedule(Routine("routine", [Exercise("Circles", circles)]), STILL)

        assert [("in", 1), ("in", 2), ("out", 1), ("in", 1), ("in", 2), ("out", 2)] == [
            (step.label, step.repetition) for step in timeline
        ]


class TestPlace:
    """
    Where a step says that it is.
    """

    def test_of_a_gap_inside_an_exercise(self):
        """
        "Gaps inside an exercise carry it, with `side`, `set`, `repetition` `None`."
        """
        gap = schedule(Routine("routine", [Exercise("Stretch", Repetitions(2, Hold(1), rest=1))]), STILL)[1]

        assert ("Stretch", None, None, None, (0,)) == (gap.exercise.name, gap.side, gap.set, gap.repetition, gap.path)

    def test_of_a_rest_phase(self):
        """
        "a `Rest` phase of a repetition is a REST step that has all three".
        """
        exercise = Exercise("Stretch", Repetitions(1, [Hold(1), Rest(2, label="relax")]))
        rest = schedule(Routine("routine", [exercise]), STILL)[1]

        assert (StepKind.REST, Side.BOTH, 1, 1, "relax") == (
            rest.kind,
            rest.side,
            rest.set,
            rest.repetition,
            rest.label,
        )

    def test_of_a_rest_item(self):
        """
        A rest item has its own path and label, and no exercise.
        """
        rest = schedule(Routine("routine", [STRETCH, Circuit([Rest(2, label="drink")], rounds=2)]), STILL)[2]

        assert (None, (1, 0), (2,), "drink") == (rest.exercise, rest.path, rest.rounds, rest.label)

    def test_of_a_gap_between_items(self):
        """
        "gaps between items carry the path of their container and no exercise"; its rounds are the container's.
        """
        circuit = Circuit([STRETCH, SQUAT], rounds=2, rest_between_items=1)
        gaps = [step for step in schedule(Routine("routine", [circuit]), STILL) if step.kind is StepKind.REST]

        assert [(None, (0,), (1,)), (None, (0,), (2,))] == [(gap.exercise, gap.path, gap.rounds) for gap in gaps]

    def test_of_a_gap_between_rounds(self):
        """
        "between rounds: the circuit's own enclosing rounds".
        """
        nested = Circuit([Circuit([STRETCH], rounds=2, rest_between_rounds=1)])
        gap = schedule(Routine("routine", [nested]), STILL)[1]

        assert ((0, 0), (1,)) == (gap.path, gap.rounds)
