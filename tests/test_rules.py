"""
The rules of time, each in its own words.
"""

import pytest

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Hold,
    Move,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    schedule,
)

from .telling import STILL, still_but, told

STRETCH = Exercise("Stretch", Hold(30))
SQUAT = Exercise("Squat", Move(20))


class TestPrepare:
    """
    "A timeline opens with a prepare step of `pacing.prepare` (no exercise, empty path and rounds)."
    """

    def test_comes_first(self):
        """
        The first step is there to get ready.
        """
        assert "prepare5 B30" == told(STRETCH, pacing=still_but(prepare=5))

    def test_belongs_to_no_exercise(self):
        """
        It has no exercise, no path and no rounds.
        """
        step = schedule(Routine("routine", [Circuit([STRETCH])]))[0]

        assert (None, (), ()) == (step.exercise, step.path, step.rounds)

    def test_of_no_length_is_no_step(self):
        """
        "unless that is zero".
        """
        assert "B30" == told(STRETCH, pacing=still_but(prepare=0))


class TestPrescribedRests:
    """
    "Prescribed rests fall strictly between, never before the first or after the last."
    """

    def test_between_repetitions(self):
        """
        `Repetitions.rest` falls between repetitions.
        """
        assert "B30 rest10 B30 rest10 B30" == told(Exercise("Stretch", Repetitions(3, Hold(30), rest=10)))

    def test_between_sides(self):
        """
        `Sidedness.rest` falls between sides.
        """
        assert "L30 rest10 R30" == told(Exercise("Stretch", Hold(30), sidedness=Sidedness.each(rest=10)))

    def test_between_sets(self):
        """
        `rest_between_sets` falls between sets.
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sets=2, rest_between_sets=60)

        assert "B30 B30 rest60 B30 B30" == told(exercise)

    def test_between_items(self):
        """
        `rest_between_items` falls between the items of a routine, and of a circuit.
        """
        assert "B30 rest10 B20" == told(STRETCH, SQUAT, rest_between_items=10)
        assert "B30 rest10 B20" == told(Circuit([STRETCH, SQUAT], rest_between_items=10))

    def test_between_rounds(self):
        """
        `rest_between_rounds` falls between rounds.
        """
        assert "B30 rest10 B30" == told(Circuit([STRETCH], rounds=2, rest_between_rounds=10))


class TestOwnGaps:
    """
    "The pacing adds its own gap where the body needs one."
    """

    def test_switch_where_the_side_changes(self):
        """
        "switch where the side changes".
        """
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=Sidedness.each())

        assert "L30 L30 switch5 R30 R30" == told(exercise, pacing=still_but(switch=5))

    def test_release_between_holds_on_the_same_side(self):
        """
        "release between two repetitions on the same side when the repetition ends in a Hold", a rest.
        """
        assert "B30 rest3 B30" == told(Exercise("Stretch", Repetitions(2, Hold(30))), pacing=still_but(release=3))

    def test_release_between_the_last_hold_of_a_set_and_the_first_of_the_next(self):
        """
        Two repetitions follow each other on the same side between sets, too.
        """
        assert "B30 rest3 B30" == told(Exercise("Stretch", Hold(30), sets=2), pacing=still_but(release=3))

    def test_no_release_after_a_move(self):
        """
        After a repetition that ends in a movement, there is nothing to let go.
        """
        lift = Repetitions(2, [Hold(5), Move(2)])

        assert "B5 B2 B5 B2" == told(Exercise("Lift", lift), pacing=still_but(release=3))

    def test_release_after_repetitions_that_end_in_a_hold(self):
        """
        A repetition that ends in repetitions ends as they do.
        """
        holds = Repetitions(2, [Move(1), Repetitions(2, Hold(5))])

        assert "B1 B5 rest3 B5 rest3 B1 B5 rest3 B5" == told(Exercise("Pulses", holds), pacing=still_but(release=3))

    def test_no_release_after_repetitions_that_end_in_a_move(self):
        """
        A repetition that ends in repetitions ends as they do.
        """
        lifts = Repetitions(2, [Hold(1), Repetitions(2, Move(5))])

        assert "B1 B5 B5 B1 B5 B5" == told(Exercise("Pulses", lifts), pacing=still_but(release=3))

    def test_transition_between_items(self):
        """
        "transition between items".
        """
        assert "B30 transition5 B20" == told(STRETCH, SQUAT, pacing=still_but(transition=5))

    def test_transition_between_rounds(self):
        """
        "and between rounds".
        """
        assert "B30 transition5 B30" == told(Circuit([STRETCH], rounds=2), pacing=still_but(transition=5))


class TestRestThatNeverComes:
    """
    A rest is timed where it falls, not before.
    """

    ENDLESS = Breaths(10**30)

    @pytest.mark.parametrize(
        "item",
        [
            Exercise("Stretch", Repetitions(1, Hold(30), rest=ENDLESS)),
            Exercise("Stretch", Hold(30), rest_between_sets=ENDLESS),
            Exercise("Stretch", Hold(30), sidedness=Sidedness(rest=ENDLESS)),
            Circuit([STRETCH], rest_between_rounds=ENDLESS),
            Circuit([STRETCH], rest_between_items=ENDLESS),
        ],
        ids=["repetitions", "sets", "sides", "rounds", "items"],
    )
    def test_may_be_longer_than_any_time(self, item):
        """
        With nothing to fall between, it does not matter how long it would be.
        """
        assert "B30" == told(item)


class TestBoundary:
    """
    "Each boundary gets one step at most: the longer of the prescribed rest and the pacing's gap; a tie is a rest."
    """

    @pytest.mark.parametrize(("rest", "gap"), [(4, "switch5"), (5, "rest5"), (6, "rest6"), (0, "switch5")])
    def test_between_sides_gets_the_longer(self, rest, gap):
        """
        A rest that is as long as the switch, or longer, is all there is; otherwise the switch is.
        """
        exercise = Exercise("Stretch", Hold(30), sidedness=Sidedness.each(rest=rest))

        assert f"L30 {gap} R30" == told(exercise, pacing=still_but(switch=5))

    @pytest.mark.parametrize(("rest", "gap"), [(4, "transition5"), (5, "rest5"), (6, "rest6"), (0, "transition5")])
    def test_between_items_gets_the_longer(self, rest, gap):
        """
        A rest that is as long as the transition, or longer, is all there is; otherwise the transition is.
        """
        assert f"B30 {gap} B20" == told(STRETCH, SQUAT, pacing=still_but(transition=5), rest_between_items=rest)

    def test_without_length_is_no_step(self):
        """
        "Zero-length gaps are no steps."
        """
        assert "B30 B20" == told(STRETCH, SQUAT, pacing=STILL)


class TestExplicitRest:
    """
    "An explicit `Rest` item is a step of its own."
    """

    def test_between_items_has_nothing_next_to_it(self):
        """
        "Next to it, between items, nothing is added."
        """
        assert "B30 rest7 B20" == told(STRETCH, Rest(7), SQUAT, pacing=still_but(transition=5), rest_between_items=10)

    def test_at_the_edge_of_a_routine_is_kept(self):
        """
        What is said explicitly is done, also first or last.
        """
        assert "rest7 B30 rest7" == told(Rest(7), STRETCH, Rest(7))

    @pytest.mark.parametrize(
        ("items", "words"),
        [([STRETCH, Rest(7)], "B30 rest7 B30 rest7"), ([Rest(7), STRETCH], "rest7 B30 rest7 B30")],
    )
    def test_at_the_edge_of_rounds_spares_the_transition(self, items, words):
        """
        "between rounds the transition is left out".
        """
        assert words == told(Circuit(items, rounds=2), pacing=still_but(transition=5))

    def test_at_the_edge_of_rounds_keeps_the_prescribed_rest(self):
        """
        "but the prescribed rest stays".
        """
        circuit = Circuit([STRETCH, Rest(7)], rounds=2, rest_between_rounds=4)

        assert "B30 rest7 rest4 B30 rest7" == told(circuit, pacing=still_but(transition=5))

    def test_at_the_end_of_a_nested_circuit_spares_the_transition(self):
        """
        "where a nested circuit ends with one, the transition is left out but the prescribed rest stays".
        """
        nested = Circuit([Circuit([STRETCH, Rest(7)])])

        assert "B30 rest7 B20" == told(nested, SQUAT, pacing=still_but(transition=5))
        assert "B30 rest7 rest4 B20" == told(nested, SQUAT, pacing=still_but(transition=5), rest_between_items=4)

    def test_at_the_beginning_of_a_nested_circuit_spares_the_transition(self):
        """
        "where a nested circuit begins with one, the transition is left out but the prescribed rest stays".
        """
        nested = Circuit([Circuit([Rest(7), STRETCH])])

        assert "B20 rest7 B30" == told(SQUAT, nested, pacing=still_but(transition=5))
        assert "B20 rest4 rest7 B30" == told(SQUAT, nested, pacing=still_but(transition=5), rest_between_items=4)

    def test_as_a_phase_is_no_item(self):
        """
        After a repetition that ends in a relaxing phase, the transition stays.
        """
        relax = Exercise("Hold and relax", Repetitions(1, [Hold(30), Rest(7)]))

        assert "B30 rest7 transition5 B20" == told(relax, SQUAT, pacing=still_but(transition=5))
