"""
The growth of cost with the size of routines, timelines and texts.

Calls are counted instead of seconds, so the results are the same on every machine.
"""

import contextlib
import pickle
import tracemalloc
from itertools import pairwise

import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Hold,
    NotationError,
    Pacing,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    dose,
    from_dict,
    parse_exercise,
    schedule,
    to_dict,
)
from stretchlib.timeline.seeking import locate
from stretchlib.timeline.tree import MICROSECONDS, STEPS

from .costs import calls

DECADES_OF_STEPS = [10**decade for decade in range(2, 16)]
DECADES_OF_EXERCISES = [10, 100, 1_000]


def routine_of(*, exercises=1, repetitions=10):
    work = Repetitions(repetitions, Hold(0.001))
    return Routine("r", [Exercise(f"e{number}", work, sidedness=Sidedness.each()) for number in range(exercises)])


def growth(costs):
    """
    Return the factors by which *costs* grow from one decade to the next.
    """
    return [after / before for before, after in pairwise(costs)]


def peak_memory(function, argument):
    tracemalloc.start()
    try:
        function(argument)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


QUESTIONS = {
    "schedule": lambda timeline: schedule(timeline.routine, timeline.pacing),
    "len": len,
    "duration": lambda timeline: timeline.duration,
    "at": lambda timeline: timeline.at(timeline.duration / 3),
    "between": lambda timeline: timeline.between(timeline.duration / 3, timeline.duration),
    "[i]": lambda timeline: timeline[len(timeline) // 3],
    "[-1]": lambda timeline: timeline[-1],
    "in": lambda timeline: timeline[7] in timeline,
    "index": lambda timeline: timeline.index(timeline[7]),
    "==": lambda timeline: timeline == schedule(timeline.routine, timeline.pacing),
    "hash": hash,
    "repr": repr,
    "pickle": pickle.dumps,
    "dose": dose,
    "[a:b]": lambda timeline: timeline[7:][-8],
    "next_work": lambda timeline: timeline.next_work(timeline[len(timeline) // 3]),
    "bouts[i]": lambda timeline: timeline.bouts[-1],
    "bout_of": lambda timeline: timeline.bout_of(timeline[len(timeline) // 3]),
}


class TestGrowthWithSteps:
    @pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
    def test_is_zero_for_queries(self, ask):
        """
        A query costs the same number of calls for a hundred steps and for 10^15.
        """
        costs = {calls(ask, timeline) for timeline in map(timeline_of, DECADES_OF_STEPS)}

        assert 1 == len(costs)

    def test_is_linear_for_unrolling(self):
        """
        Ten times as many steps take ten times as many calls.
        """
        costs = [calls(list, timeline) for timeline in map(timeline_of, DECADES_OF_STEPS[:4])]

        assert all(9 < factor < 11 for factor in growth(costs))

    @pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
    def test_is_zero_for_memory(self, ask):
        """
        Querying 10^15 steps needs at most 16 KiB.
        """
        timeline = timeline_of(DECADES_OF_STEPS[-1])
        ask(timeline)

        assert peak_memory(ask, timeline) < 16 * 1024

    def test_is_zero_for_the_memory_of_iterating(self):
        """
        Iterating without keeping steps needs the same memory for many steps as for few.
        """
        few, many = map(timeline_of, (100, 10_000))

        assert peak_memory(go_through, many) < 2 * peak_memory(go_through, few)


def go_through(timeline):
    for _ in timeline:
        pass


def timeline_of(steps):
    # Steps of a millisecond, because 10^15 longer ones would exceed `timedelta.max`.
    timeline = schedule(routine_of(repetitions=steps // 4), Pacing(prepare=0.001, switch=0.001, release=0.001))
    assert steps == len(timeline)
    return timeline


class TestGrowthWithRests:
    @pytest.mark.parametrize(
        "ask",
        [
            lambda timeline: timeline.next_work(timeline[1]),
            lambda timeline: timeline.bout_of(timeline[2]),
            lambda timeline: timeline.bout_of(timeline[-1]),
            lambda timeline: timeline.bouts[1],
        ],
        ids=["next_work", "bout_of a rest", "bout_of", "bouts[i]"],
    )
    def test_is_zero_for_the_next_work(self, ask):
        """
        The next work after 10^9 rests is found with as many calls as after ten.
        """
        exercise = Exercise("e", Hold(5))
        few, many = (schedule(Routine("r", [exercise, Circuit([Rest(1)], rounds=n), exercise])) for n in (10, 10**9))

        assert calls(ask, few) == calls(ask, many)
        assert few.next_work(few[1]).index == 12
        assert many.next_work(many[1]).index == 10**9 + 2


class TestGrowthWithExercises:
    @pytest.mark.parametrize("ask", [QUESTIONS["schedule"], QUESTIONS["dose"], list], ids=["schedule", "dose", "list"])
    def test_is_linear_for_scheduling(self, ask):
        """
        Ten times as many exercises take ten times as many calls.
        """
        timelines = [schedule(routine_of(exercises=exercises)) for exercises in DECADES_OF_EXERCISES]

        assert all(8 < factor < 11 for factor in growth([calls(ask, timeline) for timeline in timelines]))

    def test_of_doses_is_the_same_for_equal_hashes(self):
        """
        Exercises whose hashes are all equal cost as much as others.
        """
        # Python's hash of an integer is its remainder modulo this number.
        colliding, others = (
            schedule(Routine("r", [Exercise("e", Hold(1), frequency=Frequency(1 + k * step)) for k in range(200)]))
            for step in (2**61 - 1, 1)
        )

        assert calls(dose, colliding) == calls(dose, others)

    def test_is_linear_for_documents(self):
        """
        Reading and writing ten times as many exercises takes ten times as many calls.
        """
        routines = [routine_of(exercises=exercises) for exercises in DECADES_OF_EXERCISES]
        documents = [to_dict(routine) for routine in routines]
        # The first call creates the readers.
        from_dict(documents[0])

        assert all(8 < factor < 11 for factor in growth([calls(to_dict, routine) for routine in routines]))
        assert all(8 < factor < 11 for factor in growth([calls(from_dict, document) for document in documents]))

    @pytest.mark.parametrize("exercises", [*DECADES_OF_EXERCISES, 10_000])
    def test_is_logarithmic_for_seeking(self, exercises):
        """
        A step among n exercises is found with as many comparisons as n has bits, or one more for the gaps.
        """
        timeline = schedule(routine_of(exercises=exercises))
        position = Compared(len(timeline) // 3)

        locate(timeline._span, position, STEPS, MICROSECONDS)

        assert 0 < position.comparisons <= exercises.bit_length() + 1


class Compared(int):
    """
    A number that counts how often it is compared.
    """

    comparisons = 0

    def __lt__(self, other):
        self.comparisons += 1
        return super().__lt__(other)


NOTATIONS = {
    "phases": lambda size: f"({'hold 5–10 s on the other side, ' * size}lift)",
    "labels": lambda size: f"3 × (lift{', lift and lower' * size})",
    "links": lambda size: f"hold 5 s{', then 3 × up' * size}",
    "words": lambda size: f"3 × ({'lift ' * size})",
    "days": lambda size: f"10 reps on Mondays{', Mondays' * size}",
    "nonsense": lambda size: f"hold 5 s {'@ x ( 3' * size}",
}


class TestGrowthWithText:
    """
    Texts of any form take linear time.
    """

    @pytest.mark.parametrize("text", NOTATIONS.values(), ids=NOTATIONS)
    def test_is_linear_for_reading(self, text):
        """
        Ten times as many words take about ten times as many calls, read or refused.
        """

        def read(size):
            with contextlib.suppress(NotationError):
                parse_exercise(text(size), name="exercise")

        # Caches are filled before measuring.
        read(1)
        costs = [calls(read, size) for size in (10, 100, 1_000)]

        assert all(factor < 11 for factor in growth(costs))
