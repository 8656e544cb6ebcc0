"""
Workout files, replayed as by a watch.
"""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import example, given, settings

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Move,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    schedule,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.fit import MAX_STEPS, to_fit
from stretchlib.testing import routines, timelines

from ..shorthand import STILL
from .fit import read, steps_of

MILLISECOND = timedelta(milliseconds=1)

relaxed = settings(max_examples=50)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 60)


def led_through(steps):
    """
    Yield the steps of a watch, with their kinds, intensities and durations; counted movements one by one.
    """
    done = []
    for index, step in enumerate(steps):
        kind = step.get("notes", "").partition(":")[0]
        match step["duration_type"]:
            case "repeat_until_steps_cmplt":
                again = done[step["duration_step"] : index]
                assert None not in again, "a repeat within a repeat"
                yield from (done_once for _ in range(step["repeat_steps"] - 1) for turn in again for done_once in turn)
                done.append(None)
                continue
            case "reps":
                turn = step["duration_reps"] * [(kind, step["intensity"], None)]
            case "open":
                turn = [(kind, step["intensity"], None)]
            case "time":
                turn = [(kind, step["intensity"], step["duration_time"])]
        done.append(turn)
        yield from turn


def scheduled(timeline):
    for step in timeline:
        milliseconds = max(1, (step.duration + MILLISECOND / 2) // MILLISECOND)
        intensity = "active" if step.kind.is_work else "rest"
        yield step.kind.value, intensity, None if step.estimated else milliseconds / 1000


class TestToFit:
    @relaxed
    @given(short_timelines)
    @example(schedule(Routine("Rests between", [Exercise("Press-ups", Repetitions(10, Move(), rest=5))])))
    @example(schedule(Routine("Sets", [Exercise("Press-ups", Repetitions(10, Move()), sets=9, rest_between_sets=5)])))
    def test_has_the_same_steps(self, timeline):
        """
        A reader that follows the repeats finds the steps, in order, with their kinds and durations.
        """
        steps = steps_of(to_fit(timeline, max_steps=4096))

        assert list(scheduled(timeline)) == list(led_through(steps))

    @relaxed
    @given(short_timelines)
    def test_is_never_longer_than_the_timeline(self, timeline):
        """
        Repeats never make a workout longer, and steps are numbered from 0.
        """
        steps = steps_of(to_fit(timeline, max_steps=4096))

        assert len(steps) <= len(timeline)
        assert [index for index, _ in zip(count(), steps, strict=False)] == [step["message_index"] for step in steps]

    def test_holds_the_routine_of_the_catalog(self):
        """
        The routine of the catalog fits on a watch.
        """
        workout = read(to_fit(schedule(BACK_PAIN_RELIEF)))

        assert len(workout["workout_step"]) <= MAX_STEPS
        assert [
            {
                "wkt_name": BACK_PAIN_RELIEF.name,
                "num_valid_steps": len(workout["workout_step"]),
                "sport": "training",
                "sub_sport": "flexibility_training",
            }
        ] == workout["workout"]

    def test_describes_steps(self):
        """
        A step has the exercise, the label and the side, and notes with the instructions.
        """
        exercise = Exercise(
            "Calf stretch",
            Hold(30, label="deeper"),
            sidedness=Sidedness.only(Side.LEFT),
            instructions="Heel down.",
        )

        [step] = steps_of(to_fit(schedule(Routine("Calves", [exercise]), STILL)))

        assert ("Calf stretch, deeper, left", "hold: Heel down.") == (step["wkt_step_name"], step["notes"])

    def test_names_gaps(self):
        """
        The name of a rest is its label, otherwise its kind.
        """
        routine = Routine("Neck", [Rest(10), Rest(10, label="drink")])

        steps = steps_of(to_fit(schedule(routine)))

        assert ["prepare", "rest", "drink"] == [step["wkt_step_name"] for step in steps]

    def test_counts_self_paced_movements(self):
        """
        Ten movements without gaps are one counted step.
        """
        routine = Routine("Back", [Exercise("Press-ups", Repetitions(10, Move()))])

        [_, step] = steps_of(to_fit(schedule(routine)))

        assert ("reps", 10) == (step["duration_type"], step["duration_reps"])

    @pytest.mark.parametrize("phase", [Hold, Move, Rest])
    def test_leaves_steps_without_upper_bound_open(self, phase):
        """
        A step of "at least" some time lasts until the person ends it, even if it is a movement.
        """
        exercise = Exercise("x", Repetitions(1, phase(Range.at_least(3))))

        [step] = steps_of(to_fit(schedule(Routine("Routine", [exercise]), STILL)))

        assert "open" == step["duration_type"]

    def test_uses_repeats(self):
        """
        Any number of repetitions takes as many steps as three.
        """

        def steps(rounds):
            circuit = Circuit([Exercise("Squat", Move(20)), Rest(10)], rounds=rounds)
            return steps_of(to_fit(schedule(Routine("Tabata", [circuit]), STILL)))

        assert 3 == len(steps(3)) == len(steps(10**9))

    def test_repeats_the_level_that_saves_most(self):
        """
        Repeats cannot contain repeats, so the loop that shortens the workout most is repeated.
        """
        often = Exercise("Often", Repetitions(20, Hold(1)), sets=2, rest_between_sets=5)
        seldom = Exercise("Seldom", Repetitions(2, Hold(1)), sets=20, rest_between_sets=5)

        starts = [
            [
                step["duration_step"]
                for step in steps_of(to_fit(schedule(Routine("Routine", [exercise]), STILL)))
                if step["duration_type"] == "repeat_until_steps_cmplt"
            ]
            for exercise in (often, seldom)
        ]

        assert [[0, 3], [0]] == starts

    def test_has_its_time_of_creation(self):
        """
        The file has the moment of its creation in the field for it.
        """
        created = datetime(2026, 3, 27, 18, tzinfo=UTC)
        timeline = schedule(BACK_PAIN_RELIEF)

        [with_time], [without] = read(to_fit(timeline, created=created))["file_id"], read(to_fit(timeline))["file_id"]

        maker = {"type": "workout", "manufacturer": "development", "product": 0}
        assert (maker | {"time_created": created}, maker) == (with_time, without)

    def test_is_deterministic(self):
        """
        The same timeline gives the same file, byte for byte.
        """
        assert to_fit(schedule(BACK_PAIN_RELIEF)) == to_fit(schedule(BACK_PAIN_RELIEF))

    def test_ignores_blank_texts(self):
        """
        Blank names, labels and instructions are ignored.
        """
        items = [
            Exercise("\n", Hold(30), instructions="\t"),
            Exercise("\n", Hold(30, label=" "), sidedness=Sidedness.only(Side.LEFT)),
            Rest(10, label="\n"),
        ]

        workout = read(to_fit(schedule(Routine("\n", items), STILL)))

        assert ["workout"] == [message["wkt_name"] for message in workout["workout"]]
        assert [("hold", "hold"), ("left", "hold"), ("rest", "rest")] == [
            (step["wkt_step_name"], step["notes"]) for step in workout["workout_step"]
        ]
