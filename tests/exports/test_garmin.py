"""
Does a watch lead through the same steps?
"""

import io
from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import fitdecode
import pytest
from hypothesis import HealthCheck, example, given, settings

from stretchlib import (
    Circuit,
    Exercise,
    ExportError,
    Hold,
    Move,
    Pacing,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    StepKind,
    schedule,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.garmin import MOST_STEPS, to_fit
from stretchlib.testing import routines, timelines

from .hostile import NAMES, NO_MOMENTS, UNTIL_THE_END_OF_TIME

MILLISECOND = timedelta(milliseconds=1)
NO_GAPS = Pacing(prepare=0, transition=0, switch=0, release=0)
ACTIVE = (StepKind.HOLD, StepKind.MOVE)

relaxed = settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 60)


def read(workout):
    """
    Read all messages of a workout file with fitdecode, by their names.
    """
    with fitdecode.FitReader(io.BytesIO(workout), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        messages = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    found = {"file_id": [], "workout": [], "workout_step": []}
    for message in messages:
        found[message.name].append({field.name: field.value for field in message.fields if field.value is not None})
    return found


def steps_of(workout):
    return read(workout)["workout_step"]


def led_through(steps):
    """
    Yield the steps that a watch leads through, with their kinds, intensities and durations; a counted one by one.
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
            case "time":
                turn = [(kind, step["intensity"], step["duration_time"])]
        done.append(turn)
        yield from turn


def scheduled(timeline):
    for step in timeline:
        milliseconds = max(1, (step.duration + MILLISECOND / 2) // MILLISECOND)
        intensity = "active" if step.kind in ACTIVE else "rest"
        yield step.kind.value, intensity, None if step.estimated else milliseconds / 1000


class TestToFit:
    @relaxed
    @given(short_timelines)
    @example(schedule(Routine("Rests between", [Exercise("Press-ups", Repetitions(10, Move(), rest=5))])))
    @example(schedule(Routine("Sets", [Exercise("Press-ups", Repetitions(10, Move()), sets=9, rest_between_sets=5)])))
    def test_leads_through_the_same_steps(self, timeline):
        """
        A reader that follows the repeats finds the steps, in order, with their kinds and durations.
        """
        steps = steps_of(to_fit(timeline, most_steps=100_000))

        assert list(scheduled(timeline)) == list(led_through(steps))

    @relaxed
    @given(short_timelines)
    def test_is_never_longer_than_the_timeline(self, timeline):
        """
        Repeats only ever make a workout shorter, and steps are numbered from 0.
        """
        steps = steps_of(to_fit(timeline, most_steps=100_000))

        assert len(steps) <= len(timeline)
        assert [index for index, _ in zip(count(), steps, strict=False)] == [step["message_index"] for step in steps]

    def test_holds_the_first_routine(self):
        """
        The routine the project began with fits on a watch.
        """
        workout = read(to_fit(schedule(BACK_PAIN_RELIEF)))

        assert len(workout["workout_step"]) <= MOST_STEPS
        assert [
            {
                "wkt_name": BACK_PAIN_RELIEF.name,
                "num_valid_steps": len(workout["workout_step"]),
                "sport": "training",
                "sub_sport": "flexibility_training",
            }
        ] == workout["workout"]

    def test_tells_what_to_do(self):
        """
        A step says the exercise, the phase and the side, and its notes how.
        """
        exercise = Exercise(
            "Calf stretch",
            Hold(30, label="deeper"),
            sidedness=Sidedness.only(Side.LEFT),
            instructions="Heel down.",
        )

        [step] = steps_of(to_fit(schedule(Routine("Calves", [exercise]), NO_GAPS)))

        assert ("Calf stretch, deeper, left", "hold: Heel down.") == (step["wkt_step_name"], step["notes"])

    def test_names_gaps_by_what_happens_in_them(self):
        """
        A rest is called by its label, and otherwise by its kind.
        """
        routine = Routine("Neck", [Rest(10), Rest(10, label="drink")])

        steps = steps_of(to_fit(schedule(routine)))

        assert ["prepare", "rest", "drink"] == [step["wkt_step_name"] for step in steps]

    def test_counts_movements_at_their_own_pace(self):
        """
        Ten movements with nothing between them are one counted step.
        """
        routine = Routine("Back", [Exercise("Press-ups", Repetitions(10, Move()))])

        [_, step] = steps_of(to_fit(schedule(routine)))

        assert ("reps", 10) == (step["duration_type"], step["duration_reps"])

    def test_repeats_what_comes_again(self):
        """
        However often something comes again, it takes as few steps as if it came three times.
        """

        def steps(rounds):
            circuit = Circuit([Exercise("Squat", Move(20)), Rest(10)], rounds=rounds)
            return steps_of(to_fit(schedule(Routine("Tabata", [circuit]), NO_GAPS)))

        assert 3 == len(steps(3)) == len(steps(10**9))

    def test_repeats_the_level_that_saves_most(self):
        """
        Repeats cannot hold repeats, so the loop that is repeated is the one that makes the workout shortest.
        """
        often = Exercise("Often", Repetitions(20, Hold(1)), sets=2)
        seldom = Exercise("Seldom", Repetitions(2, Hold(1)), sets=20)

        starts = [
            [
                step["duration_step"]
                for step in steps_of(to_fit(schedule(Routine("Routine", [exercise]), NO_GAPS)))
                if step["duration_type"] == "repeat_until_steps_cmplt"
            ]
            for exercise in (often, seldom)
        ]

        assert [[0, 2], [0]] == starts

    def test_refuses_more_steps_than_a_watch_takes(self):
        """
        A workout that is too long is refused with the limit.
        """
        routine = Routine("Long", [Exercise(f"Move {number}", Move(10)) for number in range(26)])

        with pytest.raises(
            ExportError, match="a workout must have at most 50 steps, and <Timeline of 'Long': 52 steps"
        ):
            to_fit(schedule(routine))

    def test_takes_as_many_steps_as_the_watch(self):
        """
        Whoever knows their watch can raise the limit.
        """
        routine = Routine("Long", [Exercise(f"Move {number}", Move(10)) for number in range(26)])

        assert 52 == len(steps_of(to_fit(schedule(routine), most_steps=52)))

    def test_refuses_a_gigantic_timeline_at_once(self):
        """
        Nothing is unrolled in order to be refused.
        """
        inner = Exercise("Inner", Repetitions(10**6, [Hold(1), Repetitions(10**6, Hold(1))]))

        with pytest.raises(ExportError, match="at most 50 steps"):
            to_fit(schedule(Routine("Gigantic", [inner])))

    @pytest.mark.parametrize(
        ("work", "what"),
        [
            (Repetitions(10**10, Move()), "movements"),
            (Repetitions(10**10, Hold(1)), "times"),
            (Hold(timedelta(days=50)), "milliseconds"),
        ],
    )
    def test_refuses_numbers_that_the_format_cannot_hold(self, work, what):
        """
        A number of more than 32 bits is refused with the limit.
        """
        timeline = schedule(Routine("Long", [Exercise("Exercise", work)]))

        with pytest.raises(ExportError, match=f"the {what} of a step must be at most 4294967294"):
            to_fit(timeline)

    def test_refuses_a_step_until_the_end_of_time(self):
        """
        The longest of all steps is refused like any other that is too long.
        """
        with pytest.raises(ExportError, match="the milliseconds of a step must be at most 4294967294"):
            to_fit(UNTIL_THE_END_OF_TIME)

    def test_keeps_when_it_was_made(self):
        """
        The file carries the moment at which it was made, where that is told.
        """
        created = datetime(2026, 3, 27, 18, tzinfo=UTC)
        timeline = schedule(BACK_PAIN_RELIEF)

        [told], [untold] = read(to_fit(timeline, created=created))["file_id"], read(to_fit(timeline))["file_id"]

        assert created == told["time_created"]
        assert "time_created" not in untold

    @pytest.mark.parametrize(("created", "error", "sentence"), NO_MOMENTS.values(), ids=NO_MOMENTS)
    def test_refuses_what_is_no_moment(self, created, error, sentence):
        """
        The moment must be the same wherever the file is made.
        """
        with pytest.raises(error, match=sentence):
            to_fit(schedule(BACK_PAIN_RELIEF), created=created)

    @pytest.mark.parametrize(
        ("created", "too_far"),
        [
            (datetime(1998, 7, 3, 21, 24, 16, tzinfo=UTC), -timedelta.resolution),
            (datetime(2126, 2, 6, 6, 28, 14, tzinfo=UTC), timedelta.resolution),
        ],
        ids=["earliest", "latest"],
    )
    def test_takes_all_moments_that_watches_tell(self, created, too_far):
        """
        Watches count seconds in 32 bits, and take small numbers for something else.
        """
        timeline = schedule(BACK_PAIN_RELIEF)

        [file] = read(to_fit(timeline, created=created))["file_id"]

        assert created == file["time_created"]
        with pytest.raises(ExportError, match=r"^a workout must be created from 1998-07-03 .* to 2126-02-06 .* \(got "):
            to_fit(timeline, created=created + too_far)

    @pytest.mark.parametrize("year", [1, 1970, 9999])
    def test_refuses_moments_of_other_ages(self, year):
        """
        At either end of the calendar, too, wherever one is.
        """
        for zone in (UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=14))):
            with pytest.raises(ExportError, match="a workout must be created from 1998"):
                to_fit(schedule(BACK_PAIN_RELIEF), created=datetime(year, 1, 1, tzinfo=zone))

    @pytest.mark.parametrize(
        ("most_steps", "error", "sentence"),
        [
            (-5, ValueError, r"^most_steps must be at least 1 \(got -5\)$"),
            (0, ValueError, r"^most_steps must be at least 1 \(got 0\)$"),
            ("50", TypeError, r"^most_steps must be a whole number \(got '50'\)$"),
            (2.5, TypeError, r"^most_steps must be a whole number \(got 2.5\)$"),
        ],
    )
    def test_refuses_what_is_no_number_of_steps(self, most_steps, error, sentence):
        """
        A watch takes one step at least.
        """
        with pytest.raises(error, match=sentence):
            to_fit(schedule(BACK_PAIN_RELIEF), most_steps=most_steps)

    def test_refuses_more_steps_than_the_format_can_number(self):
        """
        Even of a watch that takes any number of steps.
        """
        inner = Exercise("Inner", Repetitions(2**16, [Hold(1), Repetitions(2**16, Hold(1))]))

        with pytest.raises(ExportError, match="a workout must have at most 65534 steps"):
            to_fit(schedule(Routine("Long", [inner]), NO_GAPS), most_steps=10**30)

    def test_is_the_same_each_time(self):
        """
        The same timeline makes the same file, byte for byte.
        """
        assert to_fit(schedule(BACK_PAIN_RELIEF)) == to_fit(schedule(BACK_PAIN_RELIEF))

    def test_gives_a_name_to_what_has_none(self):
        """
        Where a name, a label or an instruction is blank, it is as if there were none.
        """
        items = [
            Exercise("\n", Hold(30), instructions="\t"),
            Exercise("\n", Hold(30, label=" "), sidedness=Sidedness.only(Side.LEFT)),
            Rest(10, label="\n"),
        ]

        workout = read(to_fit(schedule(Routine("\n", items), NO_GAPS)))

        assert ["workout"] == [message["wkt_name"] for message in workout["workout"]]
        assert [("hold", "hold"), ("left", "hold"), ("rest", "rest")] == [
            (step["wkt_step_name"], step["notes"]) for step in workout["workout_step"]
        ]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        A name comes back on one line, cut after a whole character where the format has no room.
        """
        timeline = schedule(Routine(name, [Exercise(name, Hold(30), instructions=name)]), NO_GAPS)
        words = " ".join(name.split())

        workout = read(to_fit(timeline))
        [step] = workout["workout_step"]

        for expected, found in (
            (words, workout["workout"][0]["wkt_name"]),
            (words, step["wkt_step_name"]),
            (f"hold: {words}", step["notes"]),
        ):
            kept = found.removesuffix("…")
            assert expected.startswith(kept)
            assert found == kept or 254 - 18 - 3 < len(found.encode()) <= 254
