"""
Repeats that do not nest, compared with the fewest possible steps.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given

from stretchlib import Circuit, Exercise, Hold, Move, Repetitions, Rest, Routine, from_dict, schedule
from stretchlib.exports._repeats import shortest
from stretchlib.testing import routines, timelines
from stretchlib.timeline.timeline import span_of

from ..shorthand import STILL

PROGRAMMES = sorted((Path(__file__).parents[1] / "programmes" / "documents").glob("*.json"))

short_timelines = timelines(routines(max_size=3, max_depth=2)).filter(lambda timeline: len(timeline) <= 200)


def look(step):
    exercise = step.exercise if step.side else None
    return step.kind, step.duration, exercise, step.side, step.label, step.estimated


def replayed(runs):
    for run in runs:
        for _ in range(run.times):
            for leaf, movements in run.steps:
                yield from movements * [look(leaf)]


def fewest(steps, longest=60):
    """
    Return the fewest steps of all ways to write steps as repeats of a limited length.
    """
    least, repeated, equal = [0], {}, [0] * (longest + 1)
    for end in range(1, len(steps) + 1):
        best = least[end - 1] + 1
        for size in range(1, min(longest, end - 1) + 1):
            equal[size] = equal[size] + 1 if steps[end - 1] == steps[end - 1 - size] else 0
            if equal[size] >= size:
                begun = least[end - 2 * size] + size + 1
                repeated[end, size] = min(begun, repeated.get((end - size, size), begun))
                best = min(best, repeated[end, size])
        least.append(best)
    return least[-1]


def without_counted(timeline):
    """
    Return the looks of all steps, where movements that are counted together are one.
    """
    looks = []
    for step in timeline:
        if not (step.estimated and looks and looks[-1] == look(step)):
            looks.append(look(step))
    return looks


def written(*items):
    size, runs = shortest(span_of(schedule(Routine("Routine", items), STILL)))
    return size, [(len(run.steps), run.times) for run in runs]


SQUAT, REST = Exercise("Squat", Move(20)), Rest(10)


class TestShortest:
    @given(short_timelines)
    def test_keeps_all_steps(self, timeline):
        """
        Expanded, the runs are the steps, and they have the computed size.
        """
        size, runs = shortest(span_of(timeline))

        assert [look(step) for step in timeline] == list(replayed(runs))
        assert sum(len(run.steps) + (run.times > 1) for run in runs) == size <= len(timeline)

    def test_is_nearly_optimal_for_published_programmes(self):
        """
        All programmes together take less than a hundredth more than the fewest steps, and most of them exactly these.
        """
        sizes = []
        for path in PROGRAMMES:
            timeline = schedule(from_dict(json.loads(path.read_text(encoding="utf-8"))))
            sizes.append((shortest(span_of(timeline)).size, fewest(without_counted(timeline))))

        found, least = map(sum, zip(*sizes, strict=True))
        assert found <= 1.01 * least
        assert sum(size <= fewest for size, fewest in sizes) >= 0.95 * len(sizes)

    def test_joins_rounds_of_rounds(self):
        """
        Rounds of rounds without a gap are one repeat.
        """
        assert (3, [(2, 15)]) == written(Circuit([Circuit([SQUAT, REST], rounds=5)], rounds=3))
        assert (3, [(2, 10**12)]) == written(Circuit([Circuit([SQUAT, REST], rounds=10**6)], rounds=10**6))

    def test_joins_sets_with_equal_rests(self):
        """
        If the rest between sets equals the rest between repetitions, both loops become one repeat.
        """
        plank = Exercise("Plank", Repetitions(4, Hold(30), rest=10), sets=3, rest_between_sets=10)

        assert (4, [(2, 11), (1, 1)]) == written(plank)

    def test_joins_a_repeat_with_the_same_steps_next_to_it(self):
        """
        The same steps just before or after a repeat become one of its turns.
        """
        rounds = Circuit([SQUAT, REST], rounds=4)

        assert (3, [(2, 6)]) == written(SQUAT, REST, rounds, SQUAT, REST)
        assert (3, [(2, 8)]) == written(rounds, rounds)

    def test_joins_them_after_other_steps_too(self):
        """
        The steps before stay as they are.
        """
        rounds = Circuit([SQUAT, REST], rounds=4)

        assert (4, [(1, 1), (2, 5)]) == written(Rest(5), rounds, SQUAT, REST)
        assert (4, [(1, 1), (2, 8)]) == written(Rest(5), rounds, rounds)
        assert (4, [(1, 1), (2, 6)]) == written(Rest(5), SQUAT, REST, SQUAT, REST, rounds)

    def test_does_not_join_different_steps(self):
        """
        Other steps in between, or only a part of a turn, stay on their own.
        """
        rounds = Circuit([SQUAT, REST], rounds=4)

        assert (5, [(1, 1), (2, 4), (1, 1)]) == written(REST, rounds, SQUAT)
        assert (7, [(2, 4), (1, 1), (2, 4)]) == written(rounds, Rest(5), rounds)
        assert (6, [(1, 3), (1, 1), (1, 1), (1, 1), (1, 1)]) == written(
            Circuit([REST], rounds=3), SQUAT, REST, SQUAT, REST
        )

    def test_counts_movements_together(self):
        """
        Consecutive self-paced movements are one step, in sets and circuits, too.
        """
        raises = Exercise("Raises", Repetitions(10), sets=3, rest_between_sets=0)

        size, [run] = shortest(span_of(schedule(Routine("Routine", [Circuit([raises], rounds=2), raises]), STILL)))

        assert (1, 1, [90]) == (size, run.times, [once.movements for once in run.steps])

    def test_counts_movements_of_items_together(self):
        """
        The same exercise twice is one step, and other steps stay as they are.
        """
        raises = Exercise("Raises", Repetitions(10))

        size, runs = shortest(span_of(schedule(Routine("Routine", [REST, SQUAT, raises, raises]), STILL)))

        assert (3, [1, 1, 20]) == (size, [once.movements for run in runs for once in run.steps])

    def test_repeats_one_level(self):
        """
        Repeats contain no repeats, so either the sets or the repetitions are repeated.
        """
        often = Exercise("Often", Repetitions(20, Hold(1), rest=1), sets=2, rest_between_sets=5)
        seldom = Exercise("Seldom", Repetitions(2, Hold(1), rest=1), sets=20, rest_between_sets=5)

        assert (9, [(2, 19), (1, 1), (1, 1), (2, 19), (1, 1)]) == written(often)
        assert (8, [(4, 19), (1, 1), (1, 1), (1, 1)]) == written(seldom)

    def test_computes_its_size(self):
        """
        The size of a very long timeline is computed at once.
        """
        inner = Repetitions(10**6, [Hold(1), Repetitions(10**6, Hold(1), rest=1)], rest=2)

        size, runs = shortest(span_of(schedule(Routine("Routine", [Exercise("x", inner)]), STILL)))

        assert runs is None
        # The outer loop as a repeat: the steps of a turn, its rest, the repeat itself, and the last turn.
        assert 2 * 10**6 + 2 + 5 == size

    def test_keeps_steps_up_to_a_limit(self):
        """
        Of more than 4,096 steps, only the number is computed.
        """
        steps = [Rest(seconds) for seconds in range(1, 4098)]

        assert (4096, [(1, 1)] * 4096) == written(*steps[:-1])
        assert (4097, None) == shortest(span_of(schedule(Routine("Long", steps), STILL)))

    @pytest.mark.parametrize(
        ("rounds", "rest", "expected"),
        [(3, None, 5002), (2, 9, 10_003), (3, 9, 10_004), (10**6, 9, 10_004)],
        ids=["without rests", "two turns", "a repeat and the last turn", "a million turns"],
    )
    def test_computes_the_size_of_long_rounds(self, rounds, rest, expected):
        """
        Rounds of 5,001 different steps are one repeat, or their turns if these are shorter.
        """
        steps = [Rest(seconds) for seconds in range(1, 5002)]
        long = Circuit(steps, rounds=rounds, rest_between_rounds=rest)

        assert (expected, None) == shortest(span_of(schedule(Routine("Long", [long]), STILL)))

    def test_computes_the_size_of_rounds_of_long_rounds(self):
        """
        The outer rounds are one repeat of all steps and rests of the inner ones.
        """
        inner = Circuit([Rest(seconds) for seconds in range(1, 5001)], rounds=3, rest_between_rounds=9)
        timeline = schedule(Routine("Long", [Circuit([inner], rounds=3)]), STILL)

        assert (3 * 5000 + 2 + 1, None) == shortest(span_of(timeline))

    def test_computes_the_size_of_long_parts(self):
        """
        The sizes of parts are added if one of them is too long.
        """
        long = Circuit([Rest(seconds) for seconds in range(1, 5001)], rounds=3)
        short = Circuit([SQUAT, REST], rounds=4)

        assert (3 + 5001 + 3, None) == shortest(span_of(schedule(Routine("Long", [short, long, short]), STILL)))
