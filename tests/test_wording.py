"""
The texts of cues, and their replacement.
"""

import attrs
import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Language,
    Move,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Wording,
    cues,
    schedule,
)

from .shorthand import SECOND, spoken
from .voices import EACH, TUCK, openings
from .words.languages import GERMAN, JAPANESE

SILENCE = Wording(**{field.name: lambda *_: "" for field in attrs.fields(Wording)})
STRETCH = Exercise("Stretch", Hold(30))


class TestOpening:
    """
    "A step starts with what to do, a gap also announces what follows."
    """

    def test_of_a_hold_says_how_long(self):
        """
        A hold is announced with its label, if any, and its time.
        """
        work = Repetitions(phases=[Hold(10, label="stretch"), Hold(1)])

        assert ["stretch for 10 seconds", "Hold for 1 second"] == openings(Exercise("Hamstring", work))

    def test_of_a_movement_says_its_label_or_time(self):
        """
        A self-paced movement without a label has a number.
        """
        work = Repetitions(2, [Move(2, label="lift"), Move(20), Move()])
        once = ["lift", "Move for 20 seconds"]

        assert [*once, "Number 1", *once, "Number 2"] == openings(Exercise("Leg raise", work))

    def test_of_a_movement_may_have_many_plurals(self):
        """
        The number of a movement has the form of a language for that number.
        """
        lifts = Wording.of(Language(number="{number} lift|{number} lifts"))
        told = cues(schedule(Routine("routine", [Exercise("Leg raise", Repetitions(2))])), wording=lifts)

        assert ["1 lift", "2 lifts"] == [cue.text for cue in told if "lift" in cue.text]

    def test_of_a_movement_with_a_label_counts_it(self):
        """
        "forward, 3"; of several self-paced phases, only the first is counted.
        """
        forward = Exercise("Shoulder rolls", Repetitions(2, Move(label="forward")))
        both = Exercise("Pump", Repetitions(2, [Move(label="up"), Move(label="down")]))
        once = Exercise("Roll up", Move(label="up"))

        assert ["forward, 1", "forward, 2"] == openings(forward)
        assert ["up, 1", "down", "up, 2", "down"] == openings(both)
        assert ["up"] == openings(once)

    @pytest.mark.parametrize("phase", [Hold(10), Move(10), Move(), Move(Range.at_least(10))])
    def test_with_a_blank_label_is_as_without(self, phase):
        """
        A label of spaces is not spoken, and leaves no step without a cue.
        """
        blank, plain = (
            Exercise("Leg raise", Repetitions(2, attrs.evolve(phase, label=label)), sidedness=Sidedness.alternating())
            for label in (" ", "")
        )

        assert openings(plain) == openings(blank)

    def test_of_a_movement_in_nested_repetitions_counts_it(self):
        """
        Nested repetitions are counted separately.
        """
        circles = Repetitions(1, [Repetitions(2, Move(label="in")), Hold(3), Repetitions(2, Move(label="out"))])

        assert ["in, 1", "in, 2", "Hold for 3 seconds", "out, 1", "out, 2"] == openings(Exercise("Circles", circles))

    def test_of_a_movement_with_a_label_counts_it_on_each_side(self):
        """
        Counting starts again on another side, and in another set or round.
        """
        pump = Exercise("Pump", Repetitions(2, [Move(label="up"), Move(label="down")]), sidedness=Sidedness.each())

        assert ["up, 1", "down", "up, 2", "down", "Change sides. Right side", "up, 1", "down"] == openings(pump)[:7]

    def test_of_a_step_that_the_person_ends_says_the_lower_bound(self):
        """
        "At least a minute" has no number, not even if it is a movement.
        """
        work = Repetitions(
            1, [Hold(Range.at_least(60)), Move(Range.at_least(30), label="walk"), Rest(Range.at_least(1))]
        )
        words = ["Hold for at least 1 minute", "walk for at least 30 seconds", "Rest for at least 1 second"]

        assert words == openings(Exercise("Plank", work))

    def test_of_a_rest_phase_is_like_other_phases(self):
        """
        A rest phase is announced as an activity, not as a gap.
        """
        work = Repetitions(phases=[Hold(10), Rest(2, label="relax"), Rest(3)])

        assert ["Hold for 10 seconds", "relax for 2 seconds", "Rest for 3 seconds"] == openings(
            Exercise("Hold-relax", work)
        )

    def test_of_a_transition_announces_the_next_exercise(self):
        """
        The announcement includes the side.
        """
        right = Exercise("Stretch", Hold(30), sidedness=Sidedness.only(Side.RIGHT))
        coming = "Next: Stretch, right side"

        assert ["Hold for 5 seconds", coming, "Hold for 30 seconds"] == openings(TUCK, right)

    def test_of_a_switch_announces_the_next_side(self):
        """
        Within an exercise, only the side is announced.
        """
        words = ["Hold for 5 seconds", "Change sides. Right side", "Hold for 5 seconds"]

        assert words == openings(Exercise("Stretch", Hold(5), sidedness=EACH))

    def test_of_a_rest_says_its_time_and_what_is_next(self):
        """
        A rest may also have a label.
        """
        words = ["Hold for 5 seconds", "drink for 1 minute. Next: Stretch", "Hold for 30 seconds"]

        assert words == openings(TUCK, Rest(60, label="drink"), STRETCH)

    def test_of_a_release_is_short(self):
        """
        Between repetitions on one side, nothing is announced.
        """
        words = ["Hold for 5 seconds", "Rest for 3 seconds", "Hold for 5 seconds"]

        assert words == openings(Exercise("Chin tuck", Repetitions(2, Hold(5))))

    def test_of_a_gap_before_a_gap_announces_nothing(self):
        """
        Consecutive rests are announced one by one, the last one without a next exercise.
        """
        words = ["Rest for 1 second", "Rest for 2 seconds. Next: Chin tuck", "Hold for 5 seconds", "Rest for 3 seconds"]

        assert words == openings(Rest(1), Rest(2), TUCK, Rest(3))

    def test_of_a_transition_before_a_rest_moves_on(self):
        """
        If a nested circuit starts with a rest, the prescribed pause is announced.
        """
        between = Circuit([Circuit([TUCK]), Circuit([Rest(9), TUCK])], rest_between_items=7)

        assert ["Rest for 7 seconds", "Rest for 9 seconds. Next: Chin tuck"] == openings(between)[1:3]

    def test_of_any_gap_has_a_text(self):
        """
        Even a transition that leads to no exercise has a text.
        """
        step = schedule(Routine("routine", [TUCK, TUCK]))[2]

        assert "Move on" == Wording().pause(step, None, None)


class TestWording:
    """
    Every text can be replaced.
    """

    def test_speaks_other_languages(self):
        """
        Functions that return a text for a step replace all texts.
        """
        german = Wording(
            intro=lambda step, following: f"Gleich: {following.exercise.name}",
            begin=lambda step, before: f"{step.duration / SECOND:g} Sekunden halten",
            pause=lambda step, before, following: "Pause" if following is None else f"Jetzt: {following.exercise.name}",
            half_time=lambda step: "Halbzeit",
            countdown=lambda step, left: ["eins", "zwei"][left - 1],
            outro=lambda step: "Geschafft",
        )
        told = cues(
            schedule(Routine("Nacken", [STRETCH, TUCK, Rest(5)])), countdown=2, countdown_from=5, wording=german
        )
        start = ["Gleich: Stretch", "zwei", "eins", "30 Sekunden halten", "Halbzeit", "zwei", "eins"]
        end = ["Jetzt: Chin tuck", "zwei", "eins", "5 Sekunden halten", "zwei", "eins", "Pause", "zwei", "Geschafft"]

        assert [*start, *end] == [cue.text for cue in told]

    def test_without_text_is_silent(self):
        """
        An empty text produces no cue, so a cue of lower precedence may take its place.
        """
        no_goodbye = attrs.evolve(SILENCE, countdown=Wording().countdown)

        assert ["2 3", "3 2", "4 1"] == spoken(TUCK, wording=no_goodbye, countdown_from=5)
        assert [] == spoken(TUCK, wording=SILENCE)

    def test_can_use_a_language(self):
        """
        As in English, the German texts distinguish counted movements from steps of at least some time.
        """
        calf = Exercise("Wade", Hold(Range.at_least(60)), sidedness=EACH)
        squat = Exercise("Beuge", Repetitions(2, [Move(label="tief"), Rest(Range.at_least(5))]), sets=2)
        rolls = Exercise("Rollen", Repetitions(2), sidedness=Sidedness.alternating())
        timeline = schedule(Routine("Beine", [Circuit([calf, squat], rounds=2), Rest(600, label="trinken"), rolls]))
        told = [cue.text for cue in cues(timeline, countdown=0, wording=Wording.of(GERMAN))]

        assert [
            "Vorbereitung: Wade, linke Seite. Runde 1 von 2",
            "Mindestens 1 Minute halten",
            "Seitenwechsel. Rechte Seite",
            "Mindestens 1 Minute halten",
            "Als Nächstes: Beuge. Satz 1 von 2",
            "tief, 1",
            "Mindestens 5 Sekunden Pause",
            "tief, 2",
            "Mindestens 5 Sekunden Pause",
            "10 Sekunden Pause. Satz 2 von 2",
        ] == told[:10]
        assert ["10 Minuten trinken. Als Nächstes: Rollen, linke Seite", "Nummer 1", "Rechts, 1"] == told[-6:-3]
        assert "Geschafft" == told[-1]

    def test_of_a_language_can_be_changed(self):
        """
        Single texts can be replaced, as in English.
        """
        calm = attrs.evolve(Wording.of(GERMAN), half_time=lambda step: "")
        told = cues(schedule(Routine("Beine", [STRETCH])), countdown=0, wording=calm)

        assert ["Vorbereitung: Stretch", "30 Sekunden halten", "Geschafft"] == [cue.text for cue in told]
        with pytest.raises(TypeError, match=r"^language must be a Language \(got 'de'\)$"):
            Wording.of("de")

    def test_joins_texts(self):
        """
        Several texts at the same time become sentences; no full stop follows a sentence that ends with a sign.
        """
        squats = Exercise("Squat", Repetitions(1), sets=2)
        japanese = attrs.evolve(Wording.of(JAPANESE), intro=lambda *_: "始め", set=lambda step: f"{step.set}セット")
        asking = Wording(intro=lambda *_: "Ready?")

        assert "0 始め。1セット" == spoken(squats, wording=japanese)[0]
        assert "0 Ready? Set 1 of 2" == spoken(squats, wording=asking)[0]
        assert "0 Ready? + Set 1 of 2" == spoken(squats, wording=attrs.evolve(asking, joined=" + ".join))[0]

    def test_finishes_texts(self):
        """
        `finish` of the language is applied to each text.
        """
        loud = Wording.of(Language(finish=str.upper))

        assert "0 CHIN TUCK. HOLD FOR 5 SECONDS" == spoken(TUCK, wording=loud)[0]

    def test_consists_of_functions(self):
        """
        Only functions are accepted.
        """
        with pytest.raises(TypeError, match=r"^half_time must be a function \(got 'Halbzeit'\)$"):
            Wording(half_time="Halbzeit")
