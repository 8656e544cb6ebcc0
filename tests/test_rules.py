"""
The rules of time, each in its own words.
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
    Side,
    Sidedness,
    StepKind,
    SwitchAfter,
    schedule,
)

from .telling import STILL, told

STRETCH = Exercise("Stretch", Hold(30))
SQUAT = Exercise("Squat", Move(20))
ONE_BY_ONE = Sidedness(sides=(Side.LEFT, Side.RIGHT), switch_after=SwitchAfter.ALL_SETS)


def pacing(**gaps):
    return Pacing(**{"prepare": 0, "transition": 0, "switch": 0, "release": 0} | gaps)


class TestPrepare:
    """
    "A timeline opens with a prepare step of `pacing.prepare` (no exercise, empty path and rounds)."
    """

    def test_comes_first(self):
        """
        The first step is there to get ready.
        """
        assert "prepare5 B30" == told(STRETCH, pacing=pacing(prepare=5))

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
        assert "B30" == told(STRETCH, pacing=pacing(prepare=0))


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

        assert "L30 L30 switch5 R30 R30" == told(exercise, pacing=pacing(switch=5))

    def test_release_between_holds_on_the_same_side(self):
        """
        "release between two repetitions on the same side when the repetition ends in a Hold", a rest.
        """
        assert "B30 rest3 B30" == told(Exercise("Stretch", Repetitions(2, Hold(30))), pacing=pacing(release=3))

    def test_release_between_the_last_hold_of_a_set_and_the_first_of_the_next(self):
        """
        Two repetitions follow each other on the same side between sets, too.
        """
        assert "B30 rest3 B30" == told(Exercise("Stretch", Hold(30), sets=2), pacing=pacing(release=3))

    def test_no_release_after_a_move(self):
        """
        After a repetition that ends in a movement, there is nothing to let go.
        """
        lift = Repetitions(2, [Hold(5), Move(2)])

        assert "B5 B2 B5 B2" == told(Exercise("Lift", lift), pacing=pacing(release=3))

    def test_release_after_repetitions_that_end_in_a_hold(self):
        """
        A repetition that ends in repetitions ends as they do.
        """
        holds = Repetitions(2, [Move(1), Repetitions(2, Hold(5))])

        assert "B1 B5 rest3 B5 rest3 B1 B5 rest3 B5" == told(Exercise("Pulses", holds), pacing=pacing(release=3))

    def test_no_release_after_repetitions_that_end_in_a_move(self):
        """
        A repetition that ends in repetitions ends as they do.
        """
        lifts = Repetitions(2, [Hold(1), Repetitions(2, Move(5))])

        assert "B1 B5 B5 B1 B5 B5" == told(Exercise("Pulses", lifts), pacing=pacing(release=3))

    def test_transition_between_items(self):
        """
        "transition between items".
        """
        assert "B30 transition5 B20" == told(STRETCH, SQUAT, pacing=pacing(transition=5))

    def test_transition_between_rounds(self):
        """
        "and between rounds".
        """
        assert "B30 transition5 B30" == told(Circuit([STRETCH], rounds=2), pacing=pacing(transition=5))


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

        assert f"L30 {gap} R30" == told(exercise, pacing=pacing(switch=5))

    @pytest.mark.parametrize(("rest", "gap"), [(4, "transition5"), (5, "rest5"), (6, "rest6"), (0, "transition5")])
    def test_between_items_gets_the_longer(self, rest, gap):
        """
        A rest that is as long as the transition, or longer, is all there is; otherwise the transition is.
        """
        assert f"B30 {gap} B20" == told(STRETCH, SQUAT, pacing=pacing(transition=5), rest_between_items=rest)

    def test_without_length_is_no_step(self):
        """
        "Zero-length gaps are no steps."
        """
        assert "B30 B20" == told(STRETCH, SQUAT, pacing=STILL)


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

        assert "L30 rest9 R30 switch5 L30 rest9 R30" == told(exercise, pacing=pacing(switch=5, release=7))

    def test_between_sets_at_which_the_side_changes(self):
        """
        From the last side of a set to the first of the next, the side changes.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=Sidedness.each())

        assert "L30 switch5 R30 switch5 L30 switch5 R30" == told(exercise, pacing=pacing(switch=5))

    def test_between_sets_on_one_side(self):
        """
        When all sets come before the other side, no side changes between them.
        """
        exercise = Exercise("Stretch", Hold(30), sets=2, sidedness=ONE_BY_ONE)

        assert "L30 rest3 L30 switch5 R30 rest3 R30" == told(exercise, pacing=pacing(switch=5, release=3))

    @pytest.mark.parametrize("switch_after", SwitchAfter)
    def test_with_one_side_change_no_side(self, switch_after):
        """
        An exercise on one side never switches.
        """
        sidedness = Sidedness(sides=[Side.LEFT], switch_after=switch_after)
        exercise = Exercise("Stretch", Repetitions(2, Hold(30)), sidedness=sidedness, sets=2)

        assert "L30 rest3 L30 rest3 L30 rest3 L30" == told(exercise, pacing=pacing(switch=5, release=3))

    def test_with_three_sides_do_all_of_them(self):
        """
        Left, then right, then both.
        """
        sidedness = Sidedness(sides=[Side.LEFT, Side.RIGHT, Side.BOTH], switch_after=SwitchAfter.REPETITION)

        assert "L5 R5 B5 L5 R5 B5" == told(Exercise("Knee to chest", Repetitions(2, Hold(5)), sidedness=sidedness))


class TestExplicitRest:
    """
    "An explicit `Rest` item is a step of its own."
    """

    def test_between_items_has_nothing_next_to_it(self):
        """
        "Next to it, between items, nothing is added."
        """
        assert "B30 rest7 B20" == told(STRETCH, Rest(7), SQUAT, pacing=pacing(transition=5), rest_between_items=10)

    def test_at_the_edge_of_a_routine_is_kept(self):
        """
        What is said explicitly is done, also first or last.
        """
        assert "rest7 B30 rest7" == told(Rest(7), STRETCH, Rest(7))

    @pytest.mark.parametrize("items", [[STRETCH, Rest(7)], [Rest(7), STRETCH]])
    def test_at_the_edge_of_rounds_spares_the_transition(self, items):
        """
        "between rounds the transition is left out".
        """
        words = {"B30 rest7 B30 rest7", "rest7 B30 rest7 B30"}

        assert told(Circuit(items, rounds=2), pacing=pacing(transition=5)) in words

    def test_at_the_edge_of_rounds_keeps_the_prescribed_rest(self):
        """
        "but the prescribed rest stays".
        """
        circuit = Circuit([STRETCH, Rest(7)], rounds=2, rest_between_rounds=4)

        assert "B30 rest7 rest4 B30 rest7" == told(circuit, pacing=pacing(transition=5))

    def test_at_the_end_of_a_nested_circuit_spares_the_transition(self):
        """
        "where a nested circuit ends with one, the transition is left out but the prescribed rest stays".
        """
        nested = Circuit([Circuit([STRETCH, Rest(7)])])

        assert "B30 rest7 B20" == told(nested, SQUAT, pacing=pacing(transition=5))
        assert "B30 rest7 rest4 B20" == told(nested, SQUAT, pacing=pacing(transition=5), rest_between_items=4)

    def test_at_the_beginning_of_a_nested_circuit_spares_the_transition(self):
        """
        "where a nested circuit begins with one, the transition is left out but the prescribed rest stays".
        """
        nested = Circuit([Circuit([Rest(7), STRETCH])])

        assert "B20 rest7 B30" == told(SQUAT, nested, pacing=pacing(transition=5))
        assert "B20 rest4 rest7 B30" == told(SQUAT, nested, pacing=pacing(transition=5), rest_between_items=4)

    def test_as_a_phase_is_no_item(self):
        """
        After a repetition that ends in a relaxing phase, the transition stays.
        """
        relax = Exercise("Hold and relax", Repetitions(1, [Hold(30), Rest(7)]))

        assert "B30 rest7 transition5 B20" == told(relax, SQUAT, pacing=pacing(transition=5))


class TestLevel:
    """
    "Ranges resolve by `level`."
    """

    @pytest.mark.parametrize(
        ("level", "count"), [(0, 2), (0.09, 2), (0.1, 3), (0.29, 3), (0.3, 4), (0.5, 5), (0.7, 6), (0.9, 7), (1, 7)]
    )
    def test_takes_a_count_half_up(self, level, count):
        """
        "a count is `low + floor((high - low) * level + 1/2)`", and 0.3 of 5 is one and a half.
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
    def test_takes_a_duration_to_the_whole_second_within_the_range(self, low, high, level, seconds):
        """
        "rounded half up to a whole second, then clamped to `[low, high]`".
        """
        hold = Hold(Range(low, high))

        assert timedelta(seconds=seconds) == Pacing(level=level).duration(hold.duration)

    def test_keeps_the_longest_of_durations(self):
        """
        Rounding never leaves the range, not even at the end of time.
        """
        third, later, longest = (timedelta.max - timedelta(seconds=tenths / 10) for tenths in (7, 4, 0))

        assert third == Pacing(level=1).duration(Range(third, third + timedelta(microseconds=1)))
        assert longest == Pacing(level=0).duration(Range(later, longest))

    @pytest.mark.parametrize("duration", [5, Range(15, 30), "30", None])
    def test_takes_durations_not_seconds(self, duration):
        """
        What is no duration of the model is refused, not guessed.
        """
        with pytest.raises(TypeError, match=r"^duration must be a timedelta, breaths or a range of timedeltas"):
            Pacing().duration(duration)

    @pytest.mark.parametrize("count", [2.5, "2", None])
    def test_takes_counts_not_numbers(self, count):
        """
        What is no count of the model is refused, not rounded.
        """
        with pytest.raises(TypeError, match=r"^count must be a whole number or a range of whole numbers"):
            Pacing().count(count)

    def test_counts_breaths_before_it_times_them(self):
        """
        "A breath is `pacing.breath`."
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

        assert "B10" == told(circuit, pacing=pacing(level=0))
        assert "B20 rest3 B20 rest6 B20 rest3 B20 B20 rest3 B20 rest6 B20 rest3 B20" == told(
            circuit, pacing=pacing(level=1)
        )

    def test_does_not_time_a_move_at_ones_own_pace(self):
        """
        "a `Move` without duration is `pacing.movement` and its step is marked `estimated`".
        """
        timeline = schedule(
            Routine("routine", [Exercise("Squat", Repetitions(1, [Move(), Move(3)]))]), pacing(movement=4)
        )

        assert [(timedelta(seconds=4), True), (timedelta(seconds=3), False)] == [
            (step.duration, step.estimated) for step in timeline
        ]


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
