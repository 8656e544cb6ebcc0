"""
Public reports about players, voices and files, with the results that people expected.
"""

import json
import re
from datetime import timedelta
from operator import itemgetter
from pathlib import Path

import pytest

from stretchlib import (
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
    Wording,
    cues,
    schedule,
)
from stretchlib.exports.fit import to_fit

from ..exports.fit import steps_of

SECOND = timedelta(seconds=1)
AT_ONCE = Pacing(prepare=0)
A, B, C, D = (Exercise(name, Move(seconds)) for name, seconds in zip("ABCD", (30, 40, 50, 60), strict=True))

_PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "build-a-player.md"


def player_of_the_page():
    """
    Return the class `Player` that the documentation builds.
    """
    [code] = [
        block
        for block in re.findall(r"```python\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)
        if "class Player:" in block
    ]
    page = {}
    exec(code, page)  # noqa: S102 - the page is ours
    return page["Player"]


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def play(timeline):
    clock = Clock()
    return player_of_the_page()(timeline, clock), clock


class TestPlayers:
    """
    A player needs only the elapsed time.
    """

    def test_next_and_back_work_at_both_ends(self):
        """
        A player works before the start, during the timeline and after the end.

        Reported for blockbasti/just_another_workout_timer, #99.
        """
        player, clock = play(schedule(Routine("Reported", [A, B])))
        player.skip()
        player.skip()
        player.skip()
        player.back()
        player.back()
        first = player.step
        for _ in range(20):
            player.skip()
        over = player.step
        player.back()
        last = player.step
        for _ in range(20):
            player.back()
        player.play()
        clock.now += 3

        assert (A, None, B) == (first.exercise, over, last.exercise)
        assert 3 * SECOND == player.elapsed

    @pytest.mark.parametrize(("second", "left"), [(2, 3), (29, 6)])
    def test_a_pause_keeps_the_place(self, second, left):
        """
        After a pause in any step, the player continues at the same place.

        Reported for randombits-dev/interval-timer, #14.
        """
        work = Circuit([Exercise("Work", Move(20))], rounds=3, rest_between_rounds=10)
        player, clock = play(schedule(Routine("Reported", [work])))
        player.seek(second * SECOND)
        player.play()
        player.pause()
        clock.now += 500
        player.play()

        assert left * SECOND == player.step.end - player.elapsed

    def test_the_next_work_is_known_with_its_dose(self):
        """
        Each gap shows "Squat, 30 s" or "Push-up, 20 x", also for ranges and for the second set.

        Reported for oliexdev/openWorkout, #12, and blockbasti/just_another_workout_timer, #46.
        """
        squat = Exercise("Squat", Move(30))
        push_up = Exercise("Push-up", Repetitions(Range(10, 20)), sets=2, rest_between_sets=20)
        plank = Exercise("Side plank", Hold(15), sidedness=Sidedness.each())
        timeline = schedule(Routine("Reported", [squat, push_up, plank]), Pacing(level=1))
        coming = [timeline.next_work(step) for step in timeline if not step.kind.is_work]

        assert [("Squat", 1), ("Push-up", 20), ("Push-up", 20), ("Side plank", 1), ("Side plank", 1)] == [
            (step.exercise.name, step.repetitions) for step in coming
        ]
        assert (30 * SECOND, 15 * SECOND) == (coming[0].duration, coming[-1].duration)

    def test_an_exercise_may_be_added_to_a_running_session(self):
        """
        The elapsed time and the stored routine do not change.

        Reported for wger-project/wger, #2253, InlitX/GymMane, #3, and sivertschou/dundring, #159.
        """
        rowing = Exercise("Rowing", Move(60))
        routine = Routine("Reported", [A, B, C])
        now = schedule(routine).at(50)
        path = (now.path[0] + 1,)
        session = schedule(routine.insert(path, rowing))

        assert (B, now) == (now.exercise, session.at(50))
        assert rowing == session.bouts[session.bout_of(now).index + 1].exercise
        assert Routine("Reported", [A, B, C]) == routine

    def test_an_exercise_may_be_replaced_from_now_on(self):
        """
        In the second of three rounds, the first one does not change.

        Reported for InlitX/GymMane, #62, and basarsubasi/simplefitnessapp, #24.
        """
        timeline = schedule(Routine("Reported", [Circuit([A, B, C], rounds=3)]))
        [second] = [step for step in timeline if step.exercise == A and step.round == (2,)]
        elapsed = second.start + 12 * SECOND
        changed = schedule(Routine("Reported", [Circuit([A, B, C]), Circuit([A, D, C], rounds=2)]))

        assert (A, 12 * SECOND) == (changed.at(elapsed).exercise, elapsed - changed.at(elapsed).start)
        assert [A, B, C, A, D, C, A, D, C] == [bout.exercise for bout in changed.bouts]


class TestVoices:
    """
    The texts and the times of cues can be chosen.
    """

    def test_one_word_may_be_spoken_in_the_last_second(self):
        """
        "Go" before work, "pause" before a rest, "stop" at the end.

        Reported for SecUSo/privacy-friendly-interval-timer, #16.
        """
        wording = Wording(
            intro=lambda step, following: "",
            begin=lambda step, before: "",
            pause=lambda step, before, following: "",
            round=lambda step, depth: "",
            half_time=lambda step: "",
            countdown=lambda step, left: "pause" if step.kind.is_work else "go",
            outro=lambda step: "stop",
        )
        timeline = schedule(Routine("Reported", [Circuit([A], rounds=3, rest_between_rounds=10)]))
        found = cues(timeline, countdown=1, countdown_from=5, wording=wording)
        said = [(cue.start / SECOND, cue.text) for cue in found]

        assert [(4, "go"), (34, "pause"), (44, "go"), (74, "pause"), (84, "go"), (114, "stop")] == said


class TestFiles:
    """
    Other programs read the files, and other files can be read.
    """

    def test_rests_of_intervals_are_as_prescribed(self):
        """
        Warm-up, twice four runs with a minute after each and five at the end, cool-down: 20 steps.

        Reported for mgifos/quick-plan, #38.
        """
        runs = Circuit([Exercise("Run", Move(155)), Rest(60)], rounds=4)
        both = Circuit([runs, Rest(300)], rounds=2)
        routine = Routine("Reported", [Exercise("Warm-up", Move(1200)), both, Exercise("Cool-down", Move(600))])
        timeline = schedule(routine, Pacing(prepare=0, transition=0))

        assert [1200, *2 * [*4 * [155, 60], 300], 600] == [step.duration / SECOND for step in timeline]

    @pytest.mark.parametrize("names", ["Squat Squat Squat", "Squat Row Squat", "Row Row"])
    def test_equal_exercises_keep_their_rests(self, names):
        """
        The number of rests between them is as prescribed, on a watch, too.

        Reported for Taxuspt/garmin_mcp, #292.
        """
        items = [Exercise(name, Repetitions(12)) for name in names.split()]
        timeline = schedule(Routine("Reported", items, rest_between_items=90), AT_ONCE)

        assert len(items) - 1 == [step.duration for step in timeline].count(90 * SECOND)

    @pytest.mark.parametrize("seconds", [0.5, 60, 3600, 360_000])
    def test_a_minute_is_a_minute_on_the_watch(self, seconds):
        """
        Times on the watch are as prescribed.

        Reported for jpickup/GarminWorkoutCreator, #1.
        """
        timeline = schedule(Routine("Reported", [Exercise("Run", Move(seconds))]), AT_ONCE)
        [step] = steps_of(to_fit(timeline))

        assert seconds == step["duration_time"]

    def test_the_backup_of_another_app_is_read_in_a_few_lines(self):
        """
        Its sets are rounds, its positions are the order, and its pauses are rests.

        Reported for blockbasti/just_another_workout_timer, #95.
        """
        part = {"name": "Exercise", "id": "73492695", "duration": 30}
        pause = {"name": "Pause", "id": "0", "duration": 10}
        backup = {
            "workouts": [
                {"title": "Later", "sets": [{"repetitions": 2, "exercises": [part, pause]}], "position": 11},
                {"title": "Test", "sets": [{"repetitions": 1, "exercises": [part]}], "position": 10},
            ]
        }
        first, second = read_backup(json.dumps(backup))

        assert Routine("Test", [Circuit([Exercise("Exercise", Move(30))])]) == first
        assert Routine("Later", [Circuit([Exercise("Exercise", Move(30)), Rest(10)], rounds=2)]) == second


def read_backup(text):
    for workout in sorted(json.loads(text)["workouts"], key=itemgetter("position")):
        yield Routine(workout["title"], [read_set(part) for part in workout["sets"]])


def read_set(part):
    inside = [
        Rest(each["duration"]) if each["name"] == "Pause" else Exercise(each["name"], Move(each["duration"]))
        for each in part["exercises"]
    ]
    return Circuit(inside, rounds=part["repetitions"])
