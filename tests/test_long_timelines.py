"""
Timelines with more steps or time than could be listed.
"""

import pickle
import tracemalloc
from datetime import timedelta

import attrs
import pytest

from stretchlib import Breaths, Circuit, Exercise, Hold, Move, Repetitions, Rest, Routine, ScheduleError, Side, schedule

from .long_timelines import STRETCH, of_steps
from .shorthand import STILL


def everything(timeline):
    """
    Use all operations of a timeline, except unrolling it.
    """
    last = timeline[-1]
    middle = timeline.at(timeline.duration / 2)
    len(timeline.between(middle.start, middle.end))
    return hash(timeline), repr(timeline), pickle.dumps(timeline), last in timeline, timeline.index(middle)


class TestLongTimeline:
    """
    "So no cost depends on the number of steps."
    """

    def test_has_all_its_steps(self):
        """
        The last step is found like the first.
        """
        timeline = of_steps(10**12)
        last = timeline[-1]

        assert 10**12 == len(timeline)
        assert (timeline.duration, 10**12 - 1) == (last.end, last.index)
        assert (5, 10**10, (10,), Side.RIGHT) == (last.set, last.repetition, last.round, last.side)

    def test_takes_little_memory(self):
        """
        Scheduling, querying and pickling need less than 256 KiB.
        """
        everything(of_steps(10**3))
        tracemalloc.start()
        everything(of_steps(10**12))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert peak < 256 * 1024

    def test_that_is_too_long_takes_little_memory(self):
        """
        A routine that is too long is refused before its numbers grow.
        """
        item = STRETCH
        for _ in range(32):
            item = Circuit([item], rounds=10**4000)
        routine = Routine("Long", [item, *[Rest(1)] * 1_000])
        tracemalloc.start()
        with pytest.raises(ScheduleError, match="^routine 'Long' is longer than timedelta.max$"):
            schedule(routine)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert peak < 1024 * 1024

    def test_pickles_like_its_routine(self):
        """
        A pickle contains the routine and the pacing, not the steps.
        """
        timeline = of_steps(10**12)
        parts = len(pickle.dumps(timeline.routine)) + len(pickle.dumps(timeline.pacing))

        assert len(pickle.dumps(timeline)) < parts + 100

    def test_may_have_more_steps_than_sys_maxsize(self):
        """
        As for `range`, only `len` fails.
        """
        timeline = schedule(Routine("Long", [Exercise("Blink", Repetitions(2**63, Move(0.000001)))]), STILL)

        assert 2**63 - 1 == timeline[-1].index == next(reversed(timeline)).index
        with pytest.raises(OverflowError):
            len(timeline)
        with pytest.raises(IndexError, match=f"^there is no step {2**63} among {2**63}$"):
            timeline[2**63]

    def test_is_true(self):
        """
        It is true with any number of steps.
        """
        assert schedule(Routine("Long", [Exercise("Blink", Repetitions(2**63, Move(0.000001)))]))

    def test_may_last_timedelta_max(self):
        """
        The longest timeline lasts `timedelta.max`.
        """
        longest = Exercise("Stretch", Hold(timedelta.max // timedelta(seconds=1)))
        timeline = schedule(Routine("Long", [longest]), attrs.evolve(STILL, prepare=0.999999))

        assert timedelta.max == timeline.duration == timeline[-1].end

    def test_one_microsecond_longer_is_refused(self):
        """
        The limit is exact.
        """
        longest = Exercise("Stretch", Hold(timedelta.max // timedelta(seconds=1)))
        with pytest.raises(ScheduleError, match=r"longer than timedelta\.max$"):
            schedule(Routine("Long", [longest]), attrs.evolve(STILL, prepare=1))

    @pytest.mark.parametrize(
        "items",
        [
            [Exercise("Stretch", Repetitions(10**20, Hold(1)))],
            [Exercise("Stretch", Repetitions(10**4000, Hold(1)), sets=10**4000)],
            [Exercise("Stretch", Hold(timedelta.max // timedelta(seconds=1))), Rest(1)],
            [Exercise("Breathe", Hold(Breaths(10**20)))],
        ],
        ids=["repetitions", "sets", "items", "breaths"],
    )
    def test_longer_than_timedelta_max_is_refused(self, items):
        """
        A routine longer than `timedelta.max` raises `ScheduleError`.
        """
        with pytest.raises(ScheduleError, match=r"longer than timedelta\.max$"):
            schedule(Routine("Long", items))
