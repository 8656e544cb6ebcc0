"""
Workouts of Garmin Connect, replayed, and read by another package.
"""

import json
import warnings
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given

from stretchlib import (
    Circuit,
    Exercise,
    ExportError,
    Hold,
    Move,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    from_dict,
    schedule,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.garmin_connect import _size, to_garmin_connect
from stretchlib.testing import routines, timelines
from stretchlib.timeline.timeline import span_of

from ..shorthand import STILL
from .hostile import ENDLESS, NAMES, UNTIL_THE_END_OF_TIME, on_one_line

with warnings.catch_warnings():
    # Its models use a style that pydantic deprecates.
    warnings.simplefilter("ignore", DeprecationWarning)
    from garminconnect.workout import BaseWorkout

PROGRAMMES = sorted((Path(__file__).parents[1] / "programmes" / "documents").glob("*.json"))

short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)


def steps_of(workout):
    [segment] = workout["workoutSegments"]
    return segment["workoutSteps"]


def all_steps(steps):
    """
    Yield all steps, each repeat before its steps.
    """
    for step in steps:
        yield step
        yield from all_steps(step.get("workoutSteps", []))


def replayed(steps):
    """
    Yield the steps of a watch, with their times; counted movements one by one.
    """
    for step in steps:
        if step["type"] == "RepeatGroupDTO":
            for _ in range(step["numberOfIterations"]):
                yield from replayed(step["workoutSteps"])
            continue
        kind, end, value = step["stepType"]["stepTypeKey"], end_of(step), step.get("endConditionValue")
        yield from (int(value) if end == "reps" else 1) * [(kind, value if end == "time" else None)]


def end_of(step):
    return step["endCondition"]["conditionTypeKey"]


def scheduled(timeline):
    for step in timeline:
        yield (
            "interval" if step.kind.is_work else "rest",
            None if step.estimated else step.duration.total_seconds(),
        )


def export(*items, pacing=STILL, **options):
    return steps_of(to_garmin_connect(schedule(Routine("Routine", items), pacing), **options))


class TestToGarminConnect:
    @pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
    def test_has_the_steps_of_published_programmes(self, path):
        """
        The workout that garminconnect reads has the steps of the programme.
        """
        timeline = schedule(from_dict(json.loads(path.read_text(encoding="utf-8"))))

        workout = BaseWorkout.model_validate(to_garmin_connect(timeline)).to_dict()

        assert list(scheduled(timeline)) == list(replayed(steps_of(workout)))

    @example(schedule(Routine("Rests between", [Exercise("Press-ups", Repetitions(10, Move(), rest=5))])))
    @example(schedule(Routine("Sets", [Exercise("Press-ups", Repetitions(10, Move()), sets=9, rest_between_sets=0)])))
    @given(short_timelines)
    def test_has_the_same_steps(self, timeline):
        """
        With repeats expanded, timed steps last as long as in the timeline, and the others have the right counts.
        """
        assert list(scheduled(timeline)) == list(replayed(steps_of(to_garmin_connect(timeline))))

    @pytest.mark.parametrize("rounds", [1, 2, 3])
    @pytest.mark.parametrize("rest", [None, 9])
    def test_has_as_many_steps_as_computed(self, rounds, rest):
        """
        The number of steps and repeats is known before they are written.
        """
        inner = Circuit(
            [Exercise("Plank", Hold(5)), Exercise("Squats", Repetitions(10))], rounds=rounds, rest_between_rounds=rest
        )
        timeline = schedule(Routine("Legs", [Circuit([inner], rounds=rounds, rest_between_rounds=rest)]), STILL)

        assert _size(span_of(timeline)) == len(list(all_steps(steps_of(to_garmin_connect(timeline)))))

    @given(short_timelines)
    def test_numbers_steps_in_order(self, timeline):
        """
        Steps are numbered from 1, and a repeat comes before its steps.
        """
        steps = list(all_steps(steps_of(to_garmin_connect(timeline))))

        assert list(range(1, len(steps) + 1)) == [step["stepOrder"] for step in steps]
        assert all(
            ("iterations", step["numberOfIterations"], False)
            == (end_of(step), step["endConditionValue"], step["smartRepeat"])
            for step in steps
            if step["type"] == "RepeatGroupDTO"
        )

    def test_has_a_name_a_sport_and_a_duration(self):
        """
        The duration is in whole seconds, rounded up.
        """
        workout = to_garmin_connect(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5.5))]), STILL), sport="yoga")
        [segment] = workout.pop("workoutSegments")

        sport = {"sportTypeId": 7, "sportTypeKey": "yoga"}
        assert {"workoutName": "Neck", "sportType": sport, "estimatedDurationInSecs": 6} == workout
        assert (1, sport) == (segment["segmentOrder"], segment["sportType"])

    @pytest.mark.parametrize(("sport", "number"), [("mobility", 11), ("yoga", 7), ("pilates", 8), ("hiit", 9)])
    def test_has_the_number_of_its_sport(self, sport, number):
        """
        Garmin Connect knows sports by numbers.
        """
        workout = to_garmin_connect(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])), sport=sport)

        assert {"sportTypeId": number, "sportTypeKey": sport} == workout["sportType"]

    def test_has_the_numbers_of_kinds_and_ends(self):
        """
        Garmin Connect knows kinds of steps and their ends by numbers, too.
        """
        squat = Exercise("Squat", Repetitions(10), sets=5, rest_between_sets=30)
        plank = Exercise("Plank", Hold(Range.at_least(20)))
        steps = list(all_steps(steps_of(to_garmin_connect(schedule(Routine("Legs", [squat, plank]), STILL)))))

        kinds = {(step["stepType"]["stepTypeKey"], step["stepType"]["stepTypeId"]) for step in steps}
        ends = {(end_of(step), step["endCondition"]["conditionTypeId"]) for step in steps}
        assert {("interval", 3), ("rest", 5), ("repeat", 6)} == kinds
        assert {("reps", 10), ("time", 2), ("lap.button", 1), ("iterations", 7)} == ends

    def test_describes_steps(self):
        """
        A description has the exercise, the label and the side, or the kind of the gap.
        """
        exercise = Exercise("Stretch", Hold(30, label="deeper"), sidedness=Sidedness.each())
        items = [exercise, Rest(10, label="drink"), Rest(10)]

        steps = export(*items, pacing=Pacing())

        expected = ["get ready", "Stretch, deeper, left", "change sides", "Stretch, deeper, right", "drink", "rest"]
        assert expected == [step["description"] for step in steps]

    def test_has_no_target(self):
        """
        No step asks for a heart rate or a speed; the number is the one that Garmin gave to this choice.
        """
        steps = all_steps(export(Exercise("Stretch", Repetitions(2, [Hold(20), Move(), Rest(5)]))))
        targets = [step["targetType"] for step in steps if "targetType" in step]

        assert [{"workoutTargetTypeId": 1, "workoutTargetTypeKey": "no.target"}] * 3 == targets

    def test_has_times_in_seconds(self):
        """
        Times are whole numbers if possible.
        """
        [hold, rest] = export(Exercise("Hold", Hold(30)), Rest(2.5))

        assert ("time", 30, int) == (end_of(hold), hold["endConditionValue"], type(hold["endConditionValue"]))
        assert ("time", 2.5) == (end_of(rest), rest["endConditionValue"])
        assert ["interval", "rest"] == [step["stepType"]["stepTypeKey"] for step in (hold, rest)]

    @pytest.mark.parametrize(
        "exercise",
        [
            Exercise("x", Repetitions(10)),
            Exercise("x", Repetitions(5), sets=2, rest_between_sets=0),
            Exercise("x", Repetitions(2, Repetitions(5))),
            Exercise("x", Repetitions(1), sets=10, rest_between_sets=0),
        ],
        ids=["repetitions", "sets", "repetitions of repetitions", "sets of one"],
    )
    def test_counts_self_paced_movements(self, exercise):
        """
        Ten movements without gaps are one step of ten repetitions.
        """
        [step] = export(exercise)

        assert ("reps", 10) == (end_of(step), step["endConditionValue"])

    @pytest.mark.parametrize("phase", [Hold, Move, Rest])
    def test_ends_steps_without_upper_bound_by_the_lap_button(self, phase):
        """
        A step of "at least" some time lasts until the person ends it, even if it is a movement.
        """
        [step] = export(Exercise("x", Repetitions(1, phase(Range.at_least(3)))))

        assert "lap.button" == end_of(step)
        assert "endConditionValue" not in step

    def test_repeats_an_open_step(self):
        """
        Steps that the person ends are repeated, not counted.
        """
        [group] = export(Exercise("x", Repetitions(3, Move(Range.at_least(3)))))

        assert ("iterations", 3) == (end_of(group), group["numberOfIterations"])

    def test_nests_repeats(self):
        """
        Rounds contain sets, and sets repetitions; no gap follows the last turn.
        """
        exercise = Exercise("Squat", Repetitions(4, [Move(2), Hold(2)]), sets=3, rest_between_sets=60)

        [rounds] = export(Circuit([exercise], rounds=5))
        sets, last_set = rounds["workoutSteps"]
        repetitions, rest = sets["workoutSteps"]

        assert [5, 2, 4, 4] == [group["numberOfIterations"] for group in (rounds, sets, repetitions, last_set)]
        assert 60 == rest["endConditionValue"]

    def test_does_not_repeat_two_turns_with_a_gap(self):
        """
        A repeat of one turn would be longer than the turn.
        """
        steps = export(Exercise("Plank", Repetitions(2, Hold(30), rest=10)))

        assert [30, 10, 30] == [step["endConditionValue"] for step in steps]

    def test_names_exercises_of_the_catalogue(self):
        """
        Work has the category and the name from the caller; gaps and other exercises have none.
        """
        stretch = Exercise("Calf stretch", Hold(30), sidedness=Sidedness.each())
        names = {"Calf stretch": ("WARM_UP", "STANDING_CALF_STRETCH")}

        steps = export(stretch, Exercise("Plank", Hold(30)), pacing=Pacing(), exercise=lambda it: names.get(it.name))

        assert [
            ("Calf stretch, left", "WARM_UP", "STANDING_CALF_STRETCH"),
            ("Calf stretch, right", "WARM_UP", "STANDING_CALF_STRETCH"),
        ] == [(step["description"], step["category"], step["exerciseName"]) for step in steps if "exerciseName" in step]

    def test_holds_the_routine_of_the_catalog(self):
        """
        The routine of the catalog has no more steps than common watches accept.
        """
        steps = list(all_steps(steps_of(to_garmin_connect(schedule(BACK_PAIN_RELIEF)))))

        assert len(steps) <= 50


class TestLimits:
    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        A name is on one line, and shortened after a whole character.
        """
        workout = to_garmin_connect(schedule(Routine(name, [Exercise(name, Hold(30))]), STILL))
        [step] = steps_of(json.loads(json.dumps(workout)))
        words = on_one_line(name)

        for found, longest in ((workout["workoutName"], 80), (step["description"], 512)):
            kept = found.removesuffix("…")
            assert words.startswith(kept)
            assert len(found) <= longest
            assert (found == words) is (len(words) <= longest)

    @pytest.mark.parametrize("more", [0, 1])
    def test_keeps_texts_up_to_their_longest(self, more):
        """
        Names have 80 characters and descriptions 512; longer ones are shortened.
        """
        routine = Routine("x" * (80 + more), [Exercise("y" * (512 + more), Hold(5))])
        workout = to_garmin_connect(schedule(routine, STILL))
        [step] = steps_of(workout)

        assert ("x" * (80 - more) + "…" * more, "y" * (512 - more) + "…" * more) == (
            workout["workoutName"],
            step["description"],
        )

    def test_ignores_blank_texts(self):
        """
        A step with blank texts shows its kind.
        """
        workout = to_garmin_connect(schedule(Routine("\n", [Exercise("\n", Hold(30, label=" "))]), STILL))

        assert ("workout", ["hold"]) == (workout["workoutName"], [step["description"] for step in steps_of(workout)])

    def test_refuses_more_steps_than_the_limit(self):
        """
        A thousand steps are accepted; one more is refused with the limit and the number.
        """

        def items(count):
            return [Exercise(f"{number}", Hold(1)) for number in range(count)]

        assert 1000 == len(export(*items(1000)))
        with pytest.raises(
            ExportError,
            match=r"^a workout must have at most 1000 steps, but <Timeline of 'Routine': 1001 .*> needs 1001$",
        ):
            export(*items(1001))

    def test_refuses_exponential_numbers_of_steps(self):
        """
        The number of steps is known before they are created.
        """
        item = Exercise("x", Hold(1))
        for _ in range(28):
            item = Circuit([item], rounds=3, rest_between_rounds=timedelta.resolution)

        with pytest.raises(ExportError, match="needs 805306366$"):
            export(item)

    @pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
    def test_holds_endless_repeats(self, endless):
        """
        Any number of repetitions is one repeat.
        """
        assert len(list(all_steps(export(Exercise("Endless", endless))))) <= 3

    def test_holds_the_longest_step(self):
        """
        No duration is too long.
        """
        [step] = steps_of(to_garmin_connect(UNTIL_THE_END_OF_TIME))

        assert timedelta.max.total_seconds() == step["endConditionValue"]

    @pytest.mark.parametrize(
        ("options", "error", "sentence"),
        [
            ({"sport": "chess"}, ValueError, "^sport must be 'mobility', 'yoga', 'pilates' or 'hiit' .got 'chess'.$"),
            ({"sport": []}, ValueError, "^sport must be "),
            ({"exercise": lambda _: "x"}, TypeError, "^exercise must return a category and a name .got 'x'.$"),
            ({"exercise": lambda _: ("x", 5)}, TypeError, "^exercise must be text .got 5.$"),
        ],
        ids=["sport", "list", "text", "number"],
    )
    def test_refuses_wrong_options(self, options, error, sentence):
        """
        Options and their results are checked.
        """
        with pytest.raises(error, match=sentence):
            to_garmin_connect(schedule(BACK_PAIN_RELIEF), **options)

    def test_refuses_other_values(self):
        """
        A routine that was not scheduled is refused.
        """
        with pytest.raises(TypeError, match="^timeline must be a Timeline"):
            to_garmin_connect(BACK_PAIN_RELIEF)
