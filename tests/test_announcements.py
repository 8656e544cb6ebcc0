"""
What a voice announces: exercises, sides, sets and rounds.
"""

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    Hold,
    Pacing,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    SwitchAfter,
    Wording,
    cues,
    schedule,
)

from .shorthand import STILL, spoken
from .voices import EACH, TUCK, openings


class TestAnnouncement:
    """
    "If no gap announces the exercise or the side of a step, the step itself does."
    """

    def test_is_in_the_first_step_without_a_prepare_step(self):
        """
        Without a prepare step, the first step announces its exercise.
        """
        exercise = Exercise("Stretch", Hold(5), sidedness=EACH)

        assert ["Stretch, left side. Hold for 5 seconds"] == openings(exercise, pacing=STILL)[:1]

    def test_is_in_the_first_step_without_a_transition(self):
        """
        Without a transition, the first step announces the next exercise or round.
        """
        both = Circuit([TUCK, Exercise("Stretch", Repetitions(2), sidedness=Sidedness.only(Side.LEFT))], rounds=2)
        once = ["Chin tuck. Hold for 5 seconds", "Stretch, left side. Number 1", "Number 2"]
        first, second = ([f"Round {number} of 2. {once[0]}", *once[1:]] for number in (1, 2))

        assert [*first, *second] == openings(both, pacing=STILL)

    def test_includes_repeated_exercises(self):
        """
        The same exercise in another round or place is announced like any other.
        """
        said = "Chin tuck. Hold for 5 seconds"
        rounds = [f"Round {number} of 3. {said}" for number in (1, 2, 3)]

        assert [*rounds, said] == openings(Circuit([TUCK], rounds=3), TUCK, pacing=STILL)

    def test_is_the_side_if_only_that_changes(self):
        """
        Without a switch, the side is announced if it changes.
        """
        raises = Exercise("Leg raise", Repetitions(2), sidedness=EACH)
        first, *others = openings(raises, pacing=STILL)

        assert "Leg raise, left side. Number 1" == first
        assert ["Number 2", "Right, 1", "Number 2"] == others

    def test_of_movements_that_alternate_is_short(self):
        """
        There is only time for the side and the number.
        """
        rolls = Exercise("Knee rolls", Repetitions(2), sidedness=Sidedness.alternating())

        assert ["Number 1", "Right, 1", "Left, 2", "Right, 2"] == openings(rolls)

    def test_does_not_depend_on_the_start(self):
        """
        The cues from a start in the middle equal those from the beginning.
        """
        raises = Exercise("Leg raise", Repetitions(2), sidedness=EACH)
        plank = Exercise("Plank", Hold(30), sets=2, rest_between_sets=10)
        timeline = schedule(Routine("routine", [raises, TUCK, plank]), STILL)

        for step in timeline:
            assert [cue for cue in cues(timeline) if cue.start >= step.start] == list(cues(timeline, start=step.start))

    def test_is_not_repeated(self):
        """
        A step does not repeat the announcement of a gap.
        """
        raises = Exercise("Leg raise", Repetitions(1), sidedness=EACH)

        assert ["Number 1", "Change sides. Right side", "Number 1", "Next: Chin tuck"] == openings(raises, TUCK)[:4]

    def test_of_a_rest_between_sides_is_only_the_side(self):
        """
        A rest announces the side only if it changes.
        """
        stretch = Exercise("Stretch", Repetitions(2, Hold(5)), sidedness=Sidedness.each(rest=9))
        rests = [words for words in openings(stretch) if words.startswith("Rest")]

        assert ["Rest for 3 seconds", "Rest for 9 seconds. Right side", "Rest for 3 seconds"] == rests


class TestPlaces:
    """
    "The start of one of several sets or rounds is announced."
    """

    def test_of_sets_are_announced_in_the_gap_before_them(self):
        """
        The first set is announced in the prepare step.
        """
        squats = Exercise("Squat", Repetitions(1), sets=2, rest_between_sets=30)
        told = [words for words in spoken(squats, pacing=Pacing()) if "Set" in words]

        assert ["0 Get ready: Squat. Set 1 of 2", "8 Rest for 30 seconds. Set 2 of 2"] == told

    def test_of_sets_are_announced_once_for_both_sides(self):
        """
        A set on the left and one on the right are one set, unless all sets of one side come first.
        """
        sides = {"sides": [Side.LEFT, Side.RIGHT]}
        each, after_all = (
            Exercise("Squat", Repetitions(1), sets=2, sidedness=Sidedness(**sides, switch_after=switch_after))
            for switch_after in (SwitchAfter.SET, SwitchAfter.ALL_SETS)
        )

        assert [
            *("Number 1", "Change sides. Right side", "Number 1"),
            *("Rest for 10 seconds. Left side. Set 2 of 2", "Number 1", "Change sides. Right side", "Number 1"),
        ] == openings(each)
        assert [
            *("Number 1", "Rest for 10 seconds. Set 2 of 2", "Number 1"),
            *("Change sides. Right side. Set 1 of 2", "Number 1", "Rest for 10 seconds. Set 2 of 2", "Number 1"),
        ] == openings(after_all)

    def test_without_gaps_are_announced_first(self):
        """
        The step then starts with the activity.
        """
        squats = Exercise("Squat", Repetitions(2), sets=2)

        assert ["Set 1 of 2. Squat. Number 1", "Number 2", "Set 2 of 2. Number 1", "Number 2"] == openings(
            squats, pacing=STILL
        )

    def test_of_rounds_are_announced_before_the_first_exercise(self):
        """
        After the name of the exercise, before its set.
        """
        circuit = Circuit([Exercise("Squat", Repetitions(1), sets=2), TUCK], rounds=2)
        told = [words for words in openings(circuit, TUCK) if words.startswith("Next")]

        assert ["Next: Chin tuck", "Next: Squat. Round 2 of 2. Set 1 of 2"] == told[:2]
        assert ["Next: Chin tuck", "Next: Chin tuck"] == told[2:]

    def test_of_nested_rounds_are_the_outermost_that_changes(self):
        """
        If inner rounds start again because outer ones advance, the outer round is announced.
        """
        circuit = Circuit([Circuit([TUCK], rounds=2)], rounds=2)
        told = openings(circuit, pacing=STILL)

        assert ["Round 1", "Round 2", "Round 2", "Round 2"] == [words[:7] for words in told]
        assert ["Round 2 of 2. Chin tuck. Hold for 5 seconds"] * 3 == told[1:]

    def test_of_a_single_round_are_not_announced(self):
        """
        "Round 1 of 1" is not announced.
        """
        circuit = Circuit([Circuit([TUCK], rounds=3)])

        assert "Round 2 of 3. Chin tuck. Hold for 5 seconds" == openings(circuit, pacing=STILL)[1]

    def test_of_a_single_round_or_set_are_never_asked_for(self):
        """
        The functions of a wording are called only if there are several.
        """
        loud = Wording(round=lambda _, __: "Round!", set=lambda _: "Set!")
        told = cues(schedule(Routine("routine", [Circuit([TUCK])])), wording=loud)

        assert not [cue.text for cue in told if "!" in cue.text]

    def test_of_estimated_numbers_have_no_total(self):
        """
        For example, as many as fit of a step that the person ends.
        """
        squats = Circuit([Exercise("Squat", Repetitions(2), sets=AsManyAsFit(12))], rounds=AsManyAsFit(30))

        assert "Round 1. Set 1. Squat. Number 1" == openings(squats, pacing=STILL)[0]

    def test_do_not_depend_on_the_start(self):
        """
        After rests, which have no sets, the set is announced again.
        """
        squats = Exercise("Squat", Repetitions(2, Hold(3)), sets=2, sidedness=EACH)
        timeline = schedule(Routine("routine", [Circuit([squats, Rest(1), Rest(2)], rounds=2), Rest(1), TUCK]))

        for step in timeline:
            assert [cue for cue in cues(timeline) if cue.start >= step.start] == list(cues(timeline, start=step.start))

    def test_can_be_replaced(self):
        """
        The texts of sets and rounds can be replaced.
        """
        circuit = Circuit([Circuit([Exercise("Squat", Repetitions(1), sets=2)], rounds=2)])
        wording = Wording(set=lambda step: f"Satz {step.set}", round=lambda step, depth: f"Runde {step.round[depth]}")

        assert "0 Get ready: Squat. Runde 1. Satz 1" == spoken(circuit, pacing=Pacing(), wording=wording)[0]

    def test_without_text_are_not_announced(self):
        """
        Without a text for sets, the other texts are as for a single set.
        """
        squats = Exercise("Squat", Repetitions(1), sets=2)
        wording = Wording(set=lambda step: "")

        assert ["0 Squat. Number 1", "3 Number 1"] == spoken(squats, wording=wording)[:2]
