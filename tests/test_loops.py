"""
The rules of time for sets, repetitions and sides: their order, their numbers and their place.
"""

import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Move,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    StepKind,
    SwitchAfter,
    schedule,
)

from .shorthand import STILL, still_but, written

STRETCH = Exercise("Stretch", Hold(30))
SQUAT = Exercise("Squat", Move(20))
ONE_BY_ONE = Sidedness(sides=(Side.LEFT, Side.RIGHT), switch_after=SwitchAfter.ALL_SETS)


class TestSides:
    """
    "At each boundary, the outermost loop that advances determines the rest."
    """

    RESTS = {"rest_between_sets": 100, "sets": 2}

    def test_change_after_each_repetition(self):
        """
        `REPETITION`: "set > repetition > side".
        """
        exercise = Exercise(
            "Stretch", Repetitions(2, Hold(30), rest=10), sidedness=Sidedness.alternating(rest=1), **self.RESTS
        )

        assert "L30 rest1 R30 rest10 L30 rest1 R30 rest100 L30 rest1 R30 rest10 L30 rest1 R30" == written(exercise)

    def test_change_after_each_set(self):
        """
        `SET`: "set > side > repetition".
        """
        exercise = Exercise(
            "Stretch", Repetitions(2, Hold(30), rest=10), sidedness=Sidedness.each(rest=1), **self.RESTS
        )

        assert "L30 rest10 L30 rest1 R30 rest10 R30 rest100 L30 rest10 L30 rest1 R30 rest10 R30" == written(exercise)

    def test_change_after_all_sets(self):
        """
        `ALL_SETS`: "side > set > repetition".
        """
        sidedness = Sidedness(sides=(Side.LEFT, Side.RIGHT), switch_after=SwitchAfter.ALL_SETS, rest=1)
        exercise = Exercise("Stretch", Repetitions(2, Hold(30), rest=10), sidedness=sidedness, **self.RESTS)

        assert "L30 rest10 L30 rest100 L30 rest10 L30 rest1 R30 rest10 R30 rest100 R30 rest10 R30" == written(exercise)

    def test_rest_when_they_change_after_a_repetition(self):
        """
        "if it prescribes none and the side changes as well, `Sidedness.rest` applies", in both directions.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=Sidedness.alternating(rest=9))

        assert "L30 rest9 R30 rest9 L30 rest9 R30" == written(exercise, pacing=still_but(switch=5, release=7))

    def test_give_way_to_a_rest_between_repetitions(self):
        """
        A prescribed `Repetitions.rest` takes precedence, even if it is 0.
        """
        for rest, gap in ((2, "rest2 "), (0, "")):
            exercise = Exercise("Stretch", Repetitions(2, Hold(30), rest=rest), sidedness=Sidedness.alternating(rest=9))

            assert f"L30 rest9 R30 {gap}L30 rest9 R30" == written(exercise, pacing=still_but(switch=5))

    def test_change_between_sets(self):
        """
        From the last side of a set to the first side of the next set, the side changes.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=Sidedness.each())
        rests = Exercise("Stretch", Hold(30), sets=2, sidedness=Sidedness.each(rest=9))

        assert "L30 switch5 R30 switch5 L30 switch5 R30" == written(exercise, pacing=still_but(switch=5))
        assert "L30 rest9 R30 rest9 L30 rest9 R30" == written(rests, pacing=still_but(switch=5, recovery=20))

    def test_do_not_change_between_sets_if_all_sets_come_first(self):
        """
        Between two sets on one side, the side does not change; on the other side, the sets start again.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=ONE_BY_ONE)

        assert "L30 rest3 L30 switch5 R30 rest3 R30" == written(exercise, pacing=still_but(switch=5, release=3))
        assert "L30 rest9 L30 switch5 R30 rest9 R30" == written(exercise, pacing=still_but(switch=5, recovery=9))

    def test_do_not_change_if_there_is_only_one(self):
        """
        An exercise on one side never switches.
        """
        left = Sidedness.only(Side.LEFT)
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=left, sets=2)

        assert "L30 rest3 L30 rest3 L30 rest3 L30" == written(exercise, pacing=still_but(switch=5, release=3))

    def test_may_be_three(self):
        """
        Left, then right, then both.
        """
        sidedness = Sidedness(sides=[Side.LEFT, Side.RIGHT, Side.BOTH], switch_after=SwitchAfter.REPETITION)

        assert "L5 R5 B5 L5 R5 B5" == written(Exercise("Knee to chest", Repetitions(2, Hold(5)), sidedness=sidedness))


class TestNestedRepetitions:
    """
    "If the last phase … is `Repetitions` … the gap between them is the one between the inner repetitions".
    """

    def test_are_separated_by_the_rest_of_the_inner_ones(self):
        """
        "the gap between them is the one between the inner repetitions: their `rest`".
        """
        pulses = Repetitions(2, [Move(1), Repetitions(2, Hold(5), rest=4)])

        assert "B1 B5 rest4 B5 rest4 B1 B5 rest4 B5" == written(Exercise("Pulses", pulses))

    def test_are_separated_by_the_release_of_the_inner_ones(self):
        """
        "or the release".
        """
        pulses = Repetitions(2, [Move(1), Repetitions(2, Hold(5))])

        assert "B1 B5 rest3 B5 rest3 B1 B5 rest3 B5" == written(Exercise("Pulses", pulses), pacing=still_but(release=3))

    def test_are_separated_as_the_innermost_ones(self):
        """
        The innermost repetitions that end at a boundary determine the gap.
        """
        deep = Repetitions(2, [Repetitions(2, [Repetitions(1, Hold(5), rest=4)])])

        assert "B5 rest4 B5 rest4 B5 rest4 B5" == written(Exercise("Pulses", deep))

    @pytest.mark.parametrize(("rest", "gap"), [(9, "rest9 "), (0, "")])
    def test_give_way_to_a_prescribed_rest(self, rest, gap):
        """
        "no rest is prescribed between the outer repetitions".
        """
        pulses = Repetitions(2, [Repetitions(2, Hold(5), rest=4)], rest=rest)

        assert f"B5 rest4 B5 {gap}B5 rest4 B5" == written(Exercise("Pulses", pulses))

    def test_give_way_to_a_change_of_sides(self):
        """
        "and the side stays the same".
        """
        pulses = Repetitions(2, [Repetitions(2, Hold(5), rest=4)])
        exercise = Exercise("Pulses", pulses, sidedness=Sidedness.alternating())

        assert "L5 rest4 L5 switch9 R5 rest4 R5 switch9 L5 rest4 L5 switch9 R5 rest4 R5" == written(
            exercise, pacing=still_but(switch=9)
        )

    def test_need_no_release_after_movements(self):
        """
        Repetitions of movements inside repetitions need no release.
        """
        lifts = Repetitions(2, [Hold(1), Repetitions(2, Move(5))])

        assert "B1 B5 B5 B1 B5 B5" == written(Exercise("Pulses", lifts), pacing=still_but(release=3))

    def test_are_separated_from_the_next_ones_as_among_themselves(self):
        """
        "`Repetitions` that directly follow each other as phases are separated by the gap between … the first."
        """
        holds = [Repetitions(2, Hold(5)), Repetitions(2, Hold(6))]
        rests = [Repetitions(1, Move(5), rest=4), Repetitions(2, Move(6), rest=8)]

        assert "B5 rest3 B5 rest3 B6 rest3 B6" == written(
            Exercise("Holds", Repetitions(1, holds)), pacing=still_but(release=3)
        )
        assert "B5 rest4 B6 rest8 B6" == written(Exercise("Moves", Repetitions(1, rests)))

    def test_are_not_separated_from_other_phases(self):
        """
        A phase between repetitions already separates them.
        """
        phases = [Repetitions(1, Hold(5)), Move(1), Repetitions(1, Hold(6))]

        assert "B5 B1 B6" == written(Exercise("Holds", Repetitions(1, phases)), pacing=still_but(release=3))


class TestRelativeSides:
    """
    A phase may be on the other side, or on both.
    """

    def test_are_seen_from_the_side_of_the_repetition(self):
        """
        Lower with one leg, raise with the other.
        """
        drop = Repetitions(
            1, [Hold(1, side=RelativeSide.OPPOSITE), Move(2), Hold(3, side=RelativeSide.BOTH), Move(4), Rest(5)]
        )

        assert "R1 L2 B3 L4 rest5 L1 R2 B3 R4 rest5" == written(Exercise("Drop", drop, sidedness=Sidedness.each()))
        assert "B1 B2 B3 B4 rest5" == written(Exercise("Drop", drop))

    def test_change_no_gap(self):
        """
        "in these rules is the side of the loop, so such a phase changes no gap."
        """
        exercise = Exercise("Reach", Repetitions(2, Hold(3, side=RelativeSide.OPPOSITE)), sidedness=Sidedness.each())

        assert "R3 rest2 R3 switch5 L3 rest2 L3" == written(exercise, pacing=still_but(switch=5, release=2))


class TestCounting:
    """
    "`set`, `repetition` and `round` count from 1, per side; `sets`, `repetitions` and `rounds` are the totals."
    """

    @pytest.mark.parametrize("sidedness", [Sidedness.alternating(), Sidedness.each(), ONE_BY_ONE])
    def test_starts_again_on_each_side(self, sidedness):
        """
        Each side has all sets and repetitions in every order.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(1)), sets=3, sidedness=sidedness)
        timeline = schedule(Routine("routine", [exercise]), STILL)
        everything = [(1, 3, 1, 2), (1, 3, 2, 2), (2, 3, 1, 2), (2, 3, 2, 2), (3, 3, 1, 2), (3, 3, 2, 2)]

        for side in (Side.LEFT, Side.RIGHT):
            places = [
                (step.set, step.sets, step.repetition, step.repetitions) for step in timeline if step.side is side
            ]

            assert everything == places

    def test_takes_the_innermost_repetition(self):
        """
        "If repetitions nest, `repetition` and `repetitions` belong to the innermost ones around the phase."
        """
        circles = Repetitions(2, [Repetitions(3, Move(label="in")), Move(label="out")])
        timeline = schedule(Routine("routine", [Exercise("Circles", circles)]), STILL)

        places = [(step.label, step.repetition, step.repetitions) for step in timeline]
        inner = [("in", 1, 3), ("in", 2, 3), ("in", 3, 3)]

        assert [*inner, ("out", 1, 2), *inner, ("out", 2, 2)] == places

    def test_takes_all_rounds(self):
        """
        "a number for each circuit around the step, outermost first."
        """
        nested = Circuit([Circuit([STRETCH], rounds=3)], rounds=2)
        timeline = schedule(Routine("routine", [nested]), STILL)

        assert [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)] == [step.round for step in timeline]
        assert {(2, 3)} == {step.rounds for step in timeline}


class TestPlace:
    """
    The path and the rounds of a step.
    """

    def test_of_a_gap_inside_an_exercise_is_in_it(self):
        """
        "Gaps and `Rest` items have no set, no repetition and no side"; a gap inside an exercise has its path.
        """
        gap = schedule(Routine("routine", [Exercise("Stretch", Repetitions(2, Hold(1), rest=1))]), STILL)[1]
        places = (gap.side, gap.set, gap.sets, gap.repetition, gap.repetitions)

        assert ("Stretch", (0,), 5 * (None,)) == (gap.exercise.name, gap.path, places)

    def test_of_a_rest_phase_is_like_other_phases(self):
        """
        A `Rest` phase is a step of kind rest, with a set, a repetition and a side.
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

    def test_of_a_rest_item_is_its_own(self):
        """
        A rest item has its own path and label, and no exercise.
        """
        rest = schedule(Routine("routine", [STRETCH, Circuit([Rest(2, label="drink")], rounds=2)]), STILL)[2]

        assert (None, (1, 0), (2,), "drink") == (rest.exercise, rest.path, rest.round, rest.label)

    def test_of_a_gap_between_items_is_the_circuit_around_it(self):
        """
        It has the path and the rounds of the circuit around it, and no exercise.
        """
        circuit = Circuit([STRETCH, SQUAT], rounds=2, rest_between_items=1)
        gaps = [step for step in schedule(Routine("routine", [circuit]), STILL) if step.kind is StepKind.REST]

        assert [(None, (0,), (1,)), (None, (0,), (2,))] == [(gap.exercise, gap.path, gap.round) for gap in gaps]

    def test_of_a_gap_between_rounds_is_outside_of_the_rounds(self):
        """
        It has the path of the circuit, and the rounds of the circuits around that.
        """
        nested = Circuit([Circuit([STRETCH], rounds=2, rest_between_rounds=1)])
        gap = schedule(Routine("routine", [nested]), STILL)[1]

        assert ((0, 0), (1,)) == (gap.path, gap.round)
