"""
Laws of the bouts of every timeline.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from stretchlib import SwitchAfter
from stretchlib.testing import timelines

relaxed = settings(max_examples=50)


def alternates(exercise):
    sidedness = exercise.sidedness
    return sidedness.switch_after is SwitchAfter.REPETITION and len(sidedness.sides) > 1


class TestBouts:
    """
    "A bout is done in one go and ticked off once: a set on one side, or on all sides if they alternate within the set."
    """

    @relaxed
    @given(timelines())
    def test_are_as_many_as_sets_times_sides(self, timeline):
        """
        One for each set, times each side unless they alternate, each time the exercise is done.
        """
        sets = {(step.path, step.round, step.set): step.exercise for step in timeline if step.side}
        expected = sum(1 if alternates(exercise) else len(exercise.sidedness.sides) for exercise in sets.values())

        assert expected == len(timeline.bouts)

    @relaxed
    @given(timelines())
    def test_contain_all_steps_with_a_side(self, timeline):
        """
        Each bout starts and ends with a step that has a side, and no such step is outside of bouts.
        """
        inside = [index for bout in timeline.bouts for index in bout.indices]

        assert inside == sorted(set(inside))
        assert {step.index for step in timeline if step.side} <= set(inside)
        assert all(timeline[bout.indices[0]].side and timeline[bout.indices[-1]].side for bout in timeline.bouts)

    @relaxed
    @given(timelines())
    def test_agree_with_their_steps(self, timeline):
        """
        Bouts have the start, duration and estimate of their steps.
        """
        for bout in timeline.bouts:
            steps = [timeline[index] for index in bout.indices]
            first, last = steps[0], steps[-1]
            place = (first.exercise, first.path, first.set, first.sets, first.round, first.rounds)

            assert place == (bout.exercise, bout.path, bout.set, bout.sets, bout.round, bout.rounds)
            assert (first.start, last.end, last.end - first.start) == (bout.start, bout.end, bout.duration)
            assert any(step.estimated for step in steps) == bout.estimated
            assert {bout.set, None} >= {step.set for step in steps}
            assert (bout.side is None) == alternates(bout.exercise)

    @relaxed
    @given(timelines(), st.data())
    def test_are_a_sequence(self, timeline, data):
        """
        They have their indices, and slices are as for a list.
        """
        bouts = list(timeline.bouts)
        wanted = data.draw(st.slices(len(bouts)))

        assert list(range(len(bouts))) == [bout.index for bout in bouts]
        assert bouts == [timeline.bouts[index] for index in range(len(bouts))]
        assert bouts[wanted] == list(timeline.bouts[wanted])

    @relaxed
    @given(timelines())
    def test_are_found_from_their_steps(self, timeline):
        """
        A step leads to the bout whose indices include it; a step between bouts leads to none.
        """
        expected = {index: bout for bout in timeline.bouts for index in bout.indices}

        assert [expected.get(step.index) for step in timeline] == [timeline.bout_of(step) for step in timeline]
