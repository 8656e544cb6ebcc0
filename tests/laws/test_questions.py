"""
Laws of time limits, doses, cues and paths.
"""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    CueKind,
    DoesNotFitError,
    Exercise,
    Move,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    StepKind,
    Timeline,
    cues,
    dose,
    schedule,
)
from stretchlib.testing import exercises, pacings, repetitions, routines, timelines

from ..shorthand import STILL

relaxed = settings(max_examples=50)
SECOND = timedelta(seconds=1)
#: All 101 levels are tried, so the timelines are short.
SHORT = timelines(routines(max_size=2))


def at_level(timeline, hundredths):
    return Timeline(timeline.routine, attrs.evolve(timeline.pacing, level=hundredths / 100))


class TestWithin:
    """
    "`schedule(…, within=…)` uses the highest level that fits."
    """

    @relaxed
    @given(SHORT, st.integers(0, 100), st.timedeltas(timedelta(), 10 * SECOND))
    def test_uses_the_highest_level(self, timeline, hundredths, spare):
        """
        The timeline fits, and no higher level does.
        """
        limit = at_level(timeline, hundredths).duration + spare
        found = schedule(timeline.routine, timeline.pacing, within=limit)
        level = round(found.pacing.level * 100)

        assert hundredths <= level
        assert found.duration <= limit
        assert all(at_level(timeline, higher).duration > limit for higher in range(level + 1, 101))

    @relaxed
    @given(SHORT, st.tuples(st.timedeltas(timedelta(), 600 * SECOND), st.timedeltas(timedelta(), 600 * SECOND)))
    def test_is_monotone(self, timeline, spares):
        """
        More time never gives a lower level.
        """
        lowest = at_level(timeline, 0).duration
        less, more = (
            schedule(timeline.routine, timeline.pacing, within=lowest + spare).pacing.level for spare in sorted(spares)
        )

        assert less <= more

    @relaxed
    @given(SHORT)
    def test_reports_the_shortest_duration(self, timeline):
        """
        Within one microsecond less than that, no level fits.
        """
        shortest = min(at_level(timeline, hundredths).duration for hundredths in range(101))
        with pytest.raises(DoesNotFitError) as error:
            schedule(timeline.routine, timeline.pacing, within=shortest - timedelta.resolution)

        assert shortest == error.value.shortest


def unlabelled(phase):
    return attrs.evolve(phase, label="")


def marked(work):
    """
    Return *work* with a label for the first phase of each innermost repetition, on the side of the repetition.
    """
    plain = [
        marked(phase) if isinstance(phase, Repetitions) else attrs.evolve(phase, label="") for phase in work.phases
    ]
    if not any(isinstance(phase, Repetitions) for phase in plain):
        first = attrs.evolve(plain[0], label="one")
        plain[0] = first if isinstance(first, Rest) else attrs.evolve(first, side=RelativeSide.SAME)
    return attrs.evolve(work, phases=plain)


class TestDose:
    """
    "Return the dose of each exercise on each side, in order of first appearance."
    """

    @relaxed
    @given(timelines())
    def test_equals_the_sum_over_the_steps(self, timeline):
        """
        `hold` is the sum of all holds, `move` the sum of all movements, on the sides of the steps.
        """
        summed = {}
        for step in timeline:
            if step.side is not None:
                time_by_kind = summed.setdefault((step.exercise, step.side), dict.fromkeys(StepKind, timedelta()))
                time_by_kind[step.kind] += step.duration
        expected = {key: (by_kind[StepKind.HOLD], by_kind[StepKind.MOVE]) for key, by_kind in summed.items()}
        amounts = {(row.exercise, row.side): (row.hold, row.move) for row in dose(timeline)}
        nothing = (timedelta(), timedelta())

        assert expected == {key: amount for key, amount in amounts.items() if key in summed or amount != nothing}
        assert list(dict.fromkeys(exercise for exercise, _ in summed)) == list(
            dict.fromkeys(exercise for exercise, _ in amounts)
        )

    @relaxed
    @given(timelines(routines(exercises(work=repetitions().map(marked)), max_size=2)))
    def test_counts_innermost_repetitions(self, timeline):
        """
        Each innermost repetition counts once, on the side of the loop.
        """
        expected = Counter((step.exercise, step.side) for step in timeline if step.label)

        assert expected == {(row.exercise, row.side): row.repetitions for row in dose(timeline) if row.repetitions}


COUNTDOWNS = st.integers(0, 10)
LENGTHS = st.timedeltas(timedelta(), 60 * SECOND)


class TestCues:
    """
    "Each cue is within its own step", and "at any moment there is one cue".
    """

    @relaxed
    @given(timelines(), COUNTDOWNS, LENGTHS, LENGTHS)
    def test_never_overlap(self, timeline, countdown, countdown_from, half_time_from):
        """
        In time order, each ends before the next begins, lies within its step, and has a text.
        """
        options = {"countdown_from": countdown_from, "half_time_from": half_time_from}
        found = list(cues(timeline, countdown=countdown, **options))

        assert all(cue.step.start <= cue.start < cue.end <= cue.step.end for cue in found)
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert all(cue.text and timeline.at(cue.start) == cue.step for cue in found)

    @relaxed
    @given(timelines())
    @example(schedule(Routine("a", [Rest(1), Exercise("b", Move(label=" "))]), STILL))
    def test_include_every_step(self, timeline):
        """
        Each step has a cue at its start.
        """
        openings = {CueKind.INTRO, CueKind.BEGIN, CueKind.PAUSE}

        assert [step.start for step in timeline] == [cue.start for cue in cues(timeline) if cue.kind in openings]

    @relaxed
    @given(timelines(), COUNTDOWNS, LENGTHS)
    def test_count_down_the_last_seconds(self, timeline, countdown, countdown_from):
        """
        In long steps, each of the last whole seconds has a number, unless another cue takes precedence.
        """
        expected = [
            (step.end - left * SECOND, str(left))
            for step in timeline
            for left in range(countdown, 0, -1)
            if left * SECOND < step.duration >= countdown_from and not step.estimated
        ]
        found = list(cues(timeline, countdown=countdown, countdown_from=countdown_from))
        others = {cue.start for cue in found if cue.kind in (CueKind.HALF_TIME, CueKind.OUTRO)}

        assert [cue for cue in expected if cue[0] not in others] == [
            (cue.start, cue.text) for cue in found if cue.kind is CueKind.COUNTDOWN
        ]


class TestPaths:
    """
    "A step knows the path of its exercise."
    """

    @relaxed
    @given(timelines())
    def test_lead_from_a_step_to_its_exercise(self, timeline):
        """
        The path of a step leads to the identical exercise.
        """
        assert all(step.exercise is timeline.routine.at(step.path) for step in timeline if step.exercise)

    @relaxed
    @given(timelines(), exercises(), st.data())
    def test_lead_to_a_replaced_item(self, timeline, exercise, data):
        """
        A replaced item is found at its path, and replacing it back gives an equal routine.
        """
        routine = timeline.routine
        path = data.draw(st.sampled_from([step.path for step in timeline if step.path]))
        changed = routine.replace(path, exercise)

        assert exercise is changed.at(path)
        assert routine == changed.replace(path, routine.at(path))

    @relaxed
    @given(routines(min_size=2), pacings(), st.data())
    def test_lead_to_the_next_item_after_a_removal(self, routine, pacing, data):
        """
        Without an item, its path leads to the next one; the steps of all others are the same.
        """
        index = data.draw(st.integers(0, len(routine.items) - 1))
        shorter = routine.without((index,))

        assert routine.items[index + 1 :] == shorter.items[index:]
        assert routine.items[:index] == shorter.items[:index]
