"""
The rules of time for prescribed rests, and for the gaps that the pacing inserts.
"""

from datetime import timedelta

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
    Rest,
    Routine,
    Sidedness,
    StepKind,
    schedule,
)

from .shorthand import STILL, still_but, written

STRETCH = Exercise("Stretch", Hold(30))
SQUAT = Exercise("Squat", Move(20))
#: All gaps, each with a different length.
GAPS = Pacing(prepare=0, transition=4, switch=5, release=3, recovery=7)


def sets(work, *sides, **rests):
    """
    Return two sets of *work*, on both sides or on *sides*.
    """
    return Exercise("Exercise", work, sets=2, sidedness=sides[0] if sides else Sidedness.both(), **rests)


class TestPrepareStep:
    """
    "A timeline starts with a prepare step of `pacing.prepare` … unless that is zero."
    """

    def test_comes_first(self):
        """
        The first step is there to get ready.
        """
        assert "prepare5 B30" == written(STRETCH, pacing=still_but(prepare=5))

    def test_belongs_to_no_exercise(self):
        """
        A prepare step has no exercise, no path and no rounds.
        """
        step = schedule(Routine("routine", [Circuit([STRETCH])]))[0]

        assert (None, (), (), ()) == (step.exercise, step.path, step.round, step.rounds)

    def test_is_left_out_if_zero(self):
        """
        "unless that is zero".
        """
        assert "B30" == written(STRETCH, pacing=still_but(prepare=0))


class TestPrescribedRests:
    """
    "Prescribed rests fall strictly between things, never before the first or after the last."
    """

    def test_between_repetitions_fall_between_repetitions(self):
        """
        `Repetitions.rest` falls between repetitions.
        """
        assert "B30 rest10 B30 rest10 B30" == written(Exercise("Stretch", Repetitions(3, Hold(30), rest=10)))

    def test_between_sides_fall_between_sides(self):
        """
        `Sidedness.rest` falls between sides.
        """
        assert "L30 rest10 R30" == written(Exercise("Stretch", Hold(30), sidedness=Sidedness.each(rest=10)))

    def test_between_sets_fall_between_sets(self):
        """
        `rest_between_sets` falls between sets.
        """
        assert "B30 B30 rest60 B30 B30" == written(sets(Repetitions(2, Hold(30)), rest_between_sets=60))

    def test_between_items_fall_between_items(self):
        """
        `rest_between_items` falls between the items of a routine, and of a circuit.
        """
        assert "B30 rest10 B20" == written(STRETCH, SQUAT, rest_between_items=10)
        assert "B30 rest10 B20" == written(Circuit([STRETCH, SQUAT], rest_between_items=10))

    def test_between_rounds_fall_between_rounds(self):
        """
        `rest_between_rounds` falls between rounds.
        """
        assert "B30 rest10 B30" == written(Circuit([STRETCH], rounds=2, rest_between_rounds=10))


class TestExactRests:
    """
    "A prescribed rest is kept exactly; a rest of 0 produces no step."
    """

    @pytest.mark.parametrize("rest", [1, 4, 5, 6])
    def test_may_be_shorter_or_longer_than_gaps(self, rest):
        """
        The pacing does not change a prescribed rest.
        """
        both_sides = Exercise("Stretch", Hold(30), sidedness=Sidedness.each(rest=rest))

        assert f"L30 rest{rest} R30" == written(both_sides, pacing=GAPS)
        assert f"B30 rest{rest} B20" == written(STRETCH, SQUAT, pacing=GAPS, rest_between_items=rest)
        assert f"B1 rest{rest} B1" == written(Exercise("Stretch", Repetitions(2, Hold(1), rest=rest)), pacing=GAPS)
        assert f"B1 rest{rest} B1" == written(sets(Hold(1), rest_between_sets=rest), pacing=GAPS)
        assert f"B30 rest{rest} B30" == written(Circuit([STRETCH], rounds=2, rest_between_rounds=rest), pacing=GAPS)

    def test_of_zero_produce_no_step(self):
        """
        A rest of 0 prescribes that there is no gap.
        """
        assert "L30 R30" == written(Exercise("Stretch", Hold(30), sidedness=Sidedness.each(rest=0)), pacing=GAPS)
        assert "B30 B20" == written(STRETCH, SQUAT, pacing=GAPS, rest_between_items=0)
        assert "B1 B1" == written(Exercise("Stretch", Repetitions(2, Hold(1), rest=0)), pacing=GAPS)
        assert "B1 B1" == written(sets(Hold(1), rest_between_sets=0), pacing=GAPS)
        assert "B30 B30" == written(Circuit([STRETCH], rounds=2, rest_between_rounds=0), pacing=GAPS)

    @pytest.mark.parametrize(
        "item",
        [
            Exercise("Stretch", Repetitions(1, Hold(30), rest=Breaths(10**30))),
            Exercise("Stretch", Hold(30), rest_between_sets=Breaths(10**30)),
            Exercise("Stretch", Repetitions(1, Hold(30), rest=Breaths(10**30)), sets=2, rest_between_sets=0),
            Circuit([STRETCH], rest_between_rounds=Breaths(10**30)),
            Circuit([STRETCH], rest_between_items=Breaths(10**30)),
            Circuit([STRETCH], round_every=Breaths(10**30)),
        ],
        ids=["repetitions", "sets", "recovery", "rounds", "items", "every"],
    )
    def test_that_never_occur_may_have_any_length(self, item):
        """
        Only rests that occur are resolved, so others may be longer than `timedelta.max`.
        """
        assert {"B30"} == set(written(item).split())


class TestSwitch:
    """
    "*Switch*, if the side changes."
    """

    def test_comes_between_sides(self):
        """
        The switch comes after all repetitions on one side.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=Sidedness.each())

        assert "L30 L30 switch5 R30 R30" == written(exercise, pacing=still_but(switch=5))

    def test_comes_after_movements_too(self):
        """
        Unless movements alternate, changing sides takes time.
        """
        exercise = Exercise("Lunge", Repetitions(2, Move(3)), sidedness=Sidedness.each())

        assert "L3 L3 switch5 R3 R3" == written(exercise, pacing=still_but(switch=5))

    def test_comes_between_holds_that_alternate(self):
        """
        "If repetitions alternate between sides, only if the repetition ends in a hold".
        """
        exercise = Exercise("Stretch", Repetitions(2, [Move(1), Hold(30)]), sidedness=Sidedness.alternating())

        assert "L1 L30 switch5 R1 R30 switch5 L1 L30 switch5 R1 R30" == written(exercise, pacing=still_but(switch=5))

    @pytest.mark.parametrize(
        ("last", "word"),
        [(Move(2), "{}2"), (Rest(2), "rest2"), (Repetitions(1, [Hold(1), Move(2)]), "{0}1 {0}2")],
        ids=["move", "rest", "repetitions"],
    )
    def test_does_not_come_between_movements_that_alternate(self, last, word):
        """
        "a movement (or a rest) that alternates changes sides by itself."
        """
        exercise = Exercise("Roll", Repetitions(2, [Hold(3), last]), sidedness=Sidedness.alternating())
        expected = " ".join(f"{side}3 {word.format(side)}" for side in "LRLR")

        assert expected == written(exercise, pacing=GAPS)

    def test_does_not_come_between_sets_of_movements_that_alternate(self):
        """
        The last repetition of a set and the first of the next alternate, too.
        """
        exercise = sets(Move(3), Sidedness.alternating())

        assert "L3 R3 L3 R3" == written(exercise, pacing=still_but(switch=5))


class TestRelease:
    """
    "between two repetitions on the same side … if the innermost repetition … consists of a single `Hold`."
    """

    def test_comes_between_holds_on_the_same_side(self):
        """
        Letting go is a step of kind rest.
        """
        assert "B30 rest3 B30" == written(Exercise("Stretch", Repetitions(2, Hold(30))), pacing=still_but(release=3))

    def test_comes_between_sets_too(self):
        """
        "including the last of one set and the first of the next".
        """
        assert "B30 rest3 B30" == written(sets(Hold(30)), pacing=still_but(release=3))

    @pytest.mark.parametrize("phases", [[Hold(5), Move(2)], [Move(2), Hold(5)], [Hold(5), Hold(2)], [Move(2)]])
    def test_does_not_interrupt_a_rhythm(self, phases):
        """
        "Several phases are a rhythm, and nothing is inserted into a rhythm."
        """
        assert "rest3" not in written(Exercise("Lift", Repetitions(2, phases)), pacing=still_but(release=3))

    def test_is_left_out_if_the_side_changes(self):
        """
        A change of sides needs no release.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(1)), sidedness=Sidedness.alternating())

        assert "L1 R1 L1 R1" == written(exercise, pacing=still_but(release=3))


class TestRecovery:
    """
    "*Recovery* (a step of kind rest), where the loop of sets advances."
    """

    def test_comes_between_sets(self):
        """
        Recovery is a step of kind rest, after movements and after holds.
        """
        assert "B3 B3 rest7 B3 B3" == written(sets(Repetitions(2, Move(3))), pacing=still_but(recovery=7))
        assert "L3 R3 rest7 L3 R3" == written(sets(Hold(3), Sidedness.each()), pacing=still_but(recovery=7))

    def test_is_as_long_as_the_rest_between_repetitions(self):
        """
        "or the `rest` of the exercise's own `Repetitions` if that is longer".
        """
        assert "B3 rest9 B3 rest9 B3 rest9 B3" == written(sets(Repetitions(2, Hold(3), rest=9)), pacing=GAPS)
        assert "B3 rest2 B3 rest7 B3 rest2 B3" == written(sets(Repetitions(2, Hold(3), rest=2)), pacing=GAPS)

    def test_ignores_the_rest_of_nested_repetitions(self):
        """
        "of the exercise's own `Repetitions`".
        """
        nested = Repetitions(1, [Repetitions(2, Hold(3), rest=9)])

        assert "B3 rest9 B3 rest7 B3 rest9 B3" == written(sets(nested), pacing=GAPS)

    def test_gives_way_to_a_longer_switch(self):
        """
        "the longest of those that apply".
        """
        exercise = sets(Hold(3), Sidedness.each())

        assert "L3 switch8 R3 switch8 L3 switch8 R3" == written(exercise, pacing=still_but(recovery=7, switch=8))

    def test_gives_way_to_an_equally_long_switch(self):
        """
        "if several are equally long, the first of them in this list".
        """
        exercise = sets(Hold(3), Sidedness.each())

        assert "L3 switch7 R3 switch7 L3 switch7 R3" == written(exercise, pacing=still_but(recovery=7, switch=7))

    def test_is_not_estimated(self):
        """
        "Gaps inserted by the pacing are never `estimated`."
        """
        endless = sets(Repetitions(1, Hold(3), rest=Range.at_least(60)))
        rest = schedule(Routine("routine", [endless]), STILL)[1]

        assert (StepKind.REST, timedelta(seconds=60), False) == (rest.kind, rest.duration, rest.estimated)


class TestTransition:
    """
    "*Transition*, between items and between rounds."
    """

    def test_comes_between_items(self):
        """
        Of a routine and of a circuit.
        """
        assert "B30 transition5 B20" == written(STRETCH, SQUAT, pacing=still_but(transition=5))
        assert "B30 transition5 B20" == written(Circuit([STRETCH, SQUAT]), pacing=still_but(transition=5))

    def test_comes_between_rounds(self):
        """
        A round starts again with the first exercise.
        """
        assert "B30 transition5 B30" == written(Circuit([STRETCH], rounds=2), pacing=still_but(transition=5))


class TestRestItem:
    """
    "A `Rest` item is a step of its own and replaces any gap between the items next to it."
    """

    def test_replaces_gaps(self):
        """
        Neither a transition nor a prescribed rest is next to a rest item.
        """
        assert "B30 rest7 B20" == written(
            STRETCH, Rest(7), SQUAT, pacing=still_but(transition=5), rest_between_items=10
        )

    def test_may_be_first_or_last(self):
        """
        A rest item is performed, also as the first or last item.
        """
        assert "rest7 B30 rest7" == written(Rest(7), STRETCH, Rest(7))

    @pytest.mark.parametrize(
        ("items", "words"),
        [([STRETCH, Rest(7)], "B30 rest7 B30 rest7"), ([Rest(7), STRETCH], "rest7 B30 rest7 B30")],
    )
    def test_at_the_edge_of_rounds_replaces_the_transition(self, items, words):
        """
        "If a round … begins or ends with a `Rest`, the transition there is omitted".
        """
        assert words == written(Circuit(items, rounds=2), pacing=still_but(transition=5))

    def test_at_the_edge_of_rounds_keeps_the_prescribed_rest(self):
        """
        "but a prescribed rest is kept".
        """
        circuit = Circuit([STRETCH, Rest(7)], rounds=2, rest_between_rounds=4)

        assert "B30 rest7 rest4 B30 rest7" == written(circuit, pacing=still_but(transition=5))

    def test_at_the_end_of_a_nested_circuit_replaces_the_transition(self):
        """
        "If a circuit begins or ends with a `Rest`, at any depth, the transition at that edge".
        """
        nested = Circuit([Circuit([STRETCH, Rest(7)])])

        assert "B30 rest7 B20" == written(nested, SQUAT, pacing=still_but(transition=5))
        assert "B30 rest7 rest4 B20" == written(nested, SQUAT, pacing=still_but(transition=5), rest_between_items=4)

    def test_at_the_beginning_of_a_nested_circuit_replaces_the_transition(self):
        """
        In either order of the circuit and the other item.
        """
        nested = Circuit([Circuit([Rest(7), STRETCH])])

        assert "B20 rest7 B30" == written(SQUAT, nested, pacing=still_but(transition=5))
        assert "B20 rest4 rest7 B30" == written(SQUAT, nested, pacing=still_but(transition=5), rest_between_items=4)

    def test_is_not_a_rest_phase(self):
        """
        After a repetition that ends in a `Rest` phase, there is still a transition.
        """
        relax = Exercise("Hold and relax", Repetitions(1, [Hold(30), Rest(7)]))

        assert "B30 rest7 transition5 B20" == written(relax, SQUAT, pacing=still_but(transition=5))
