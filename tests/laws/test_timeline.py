"""
Laws of every timeline and its document.
"""

import copy
import json
import pickle
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from stretchlib import Timeline, from_dict, to_dict
from stretchlib.testing import routines, timelines

MICROSECOND = timedelta.resolution
relaxed = settings(max_examples=50)


class TestTimeline:
    """
    "It is a `Sequence`, and so is `timeline.bouts`; their slices are as lazy, and equal to the same slices of an equal
    timeline."
    """

    @relaxed
    @given(timelines())
    def test_has_no_gaps_and_no_overlaps(self, timeline):
        """
        Each step begins at the end of the previous one, the first at zero, and the last ends with the timeline.
        """
        steps = list(timeline)
        ends = [step.end for step in steps]

        assert [timedelta(), *ends] == [*(step.start for step in steps), timeline.duration]

    @relaxed
    @given(timelines())
    def test_lasts_as_long_as_its_steps(self, timeline):
        """
        The durations of all steps, none of them zero, add up to the duration.
        """
        durations = [step.duration for step in timeline]

        assert timeline.duration == sum(durations, timedelta())
        assert all(duration > timedelta() for duration in durations)

    @relaxed
    @given(timelines())
    def test_finds_a_step_by_its_index(self, timeline):
        """
        Indexing from either end agrees with iteration and with `Step.index`.
        """
        steps = list(timeline)

        assert len(steps) == len(timeline)
        assert steps == [timeline[index] for index in range(len(steps))]
        assert steps == [timeline[index - len(steps)] for index in range(len(steps))]
        assert list(range(len(steps))) == [step.index for step in steps]

    @relaxed
    @given(timelines())
    def test_finds_a_step_by_its_time(self, timeline):
        """
        A step includes its start and excludes its end.
        """
        steps = list(timeline)

        assert steps == [timeline.at(step.start) for step in steps]
        assert steps == [timeline.at(step.end - MICROSECOND) for step in steps]
        assert timeline.at(timeline.duration) is None

    @relaxed
    @given(timelines(), st.data())
    def test_slices_like_a_list(self, timeline, data):
        """
        A slice, and a slice of it, has the steps that a list would give.
        """
        wanted = data.draw(st.slices(len(timeline)))
        again = data.draw(st.slices(len(timeline[wanted])))
        steps = list(timeline)[wanted]

        assert (steps, len(steps)) == (list(timeline[wanted]), len(timeline[wanted]))
        assert steps[::-1] == list(reversed(timeline[wanted]))
        assert steps[again] == list(timeline[wanted][again])
        assert all(step in timeline[wanted] and timeline[wanted].index(step) == steps.index(step) for step in steps)

    @relaxed
    @given(timelines())
    def test_finds_the_next_work(self, timeline):
        """
        From each step, the first hold or movement that comes later.
        """
        work = [step for step in timeline if step.kind.is_work]
        expected = [next((later for later in work if later.index > step.index), None) for step in timeline]

        assert expected == [timeline.next_work(step) for step in timeline]

    @relaxed
    @given(timelines())
    def test_reverses_like_a_list(self, timeline):
        """
        In reverse, it yields the same steps.
        """
        assert list(timeline)[::-1] == list(reversed(timeline))

    @relaxed
    @given(timelines())
    def test_contains_its_steps(self, timeline):
        """
        Each step is in the timeline, once, at its index.
        """
        assert all(step in timeline and timeline.index(step) == step.index for step in timeline)

    @relaxed
    @given(timelines(), st.data())
    def test_yields_the_steps_that_overlap(self, timeline, data):
        """
        A step lies between two moments if some part of it does.
        """
        moments = st.timedeltas(timedelta(), timeline.duration + timedelta(seconds=1))
        start, end = data.draw(moments), data.draw(moments)
        overlapping = [step for step in timeline if max(step.start, start) < min(step.end, end)]

        assert overlapping == list(timeline.between(start, end))

    @relaxed
    @given(timelines(), timelines())
    def test_equals_by_routine_and_pacing(self, timeline, other):
        """
        Equal routines and pacings give equal timelines with equal hashes; others do not.
        """
        twin = Timeline(copy.deepcopy(timeline.routine), copy.deepcopy(timeline.pacing))

        assert (timeline, hash(timeline)) == (twin, hash(twin))
        assert (timeline == other) == (timeline.routine == other.routine and timeline.pacing == other.pacing)

    @relaxed
    @given(timelines())
    def test_survives_copying_and_pickling(self, timeline):
        """
        Copies and unpickled timelines are equal, including their steps.
        """
        copies = [copy.copy(timeline), copy.deepcopy(timeline), pickle.loads(pickle.dumps(timeline))]

        assert [timeline] * 3 == copies
        assert [list(timeline)] * 3 == [list(other) for other in copies]


class TestDocuments:
    """
    "Reading a written document gives an equal value."
    """

    @relaxed
    @given(routines())
    def test_of_routines_lose_nothing(self, routine):
        """
        A routine is equal after writing it to JSON and reading it back.
        """
        assert routine == from_dict(json.loads(json.dumps(to_dict(routine))))

    @relaxed
    @given(timelines())
    def test_of_timelines_lose_nothing(self, timeline):
        """
        A timeline is equal after writing it to JSON and reading it back.
        """
        assert timeline == from_dict(json.loads(json.dumps(to_dict(timeline))), Timeline)
