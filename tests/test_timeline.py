"""
Timelines as lazy sequences, like `range`.
"""

from datetime import timedelta
from fractions import Fraction

import attrs
import numpy
import pytest

from stretchlib import Circuit, Exercise, Hold, Move, Pacing, Repetitions, Rest, Routine, Sidedness, Timeline, schedule

from .long_timelines import STRETCH, of_steps
from .shorthand import STILL

ROUTINE = Routine("Legs", [STRETCH, Rest(10), Circuit([Exercise("Squat", Move()), STRETCH], rounds=2)])


class TestTimeline:
    """
    The properties of a timeline.
    """

    def test_has_a_short_repr(self):
        """
        Its `repr` names the routine, the number of steps and the duration.
        """
        timeline = schedule(Routine("Legs", [STRETCH]))

        assert "<Timeline of 'Legs': 12 steps, 0:03:30>" == repr(timeline)

    def test_has_a_short_repr_for_a_long_name(self):
        """
        The `repr` is short even if the name is long.
        """
        assert len(repr(schedule(Routine("x" * 100_000, [STRETCH])))) < 120

    def test_keeps_routine_and_pacing(self):
        """
        `routine` and `pacing` are the arguments.
        """
        pacing = Pacing(prepare=1)
        timeline = Timeline(ROUTINE, pacing)

        assert (ROUTINE, pacing) == (timeline.routine, timeline.pacing)

    @pytest.mark.parametrize(("routine", "pacing"), [(STRETCH, Pacing()), (ROUTINE, 5), (None, None)])
    def test_refuses_other_types(self, routine, pacing):
        """
        A timeline needs a routine and a pacing.
        """
        with pytest.raises(TypeError, match=r"^(routine must be a Routine|pacing must be a Pacing) \(got "):
            Timeline(routine, pacing)


class TestIndex:
    """
    `[i]`, `index`, `in` and `count`.
    """

    @pytest.mark.parametrize("index", [12, -13, 10**30])
    def test_beyond_the_ends_is_refused(self, index):
        """
        As for a list, it raises `IndexError`.
        """
        with pytest.raises(IndexError) as refusal:
            schedule(Routine("Legs", [STRETCH]))[index]

        assert f"there is no step {index} among 12" == str(refusal.value)

    def test_is_a_number(self):
        """
        As for a list, other values raise `TypeError`.
        """
        for sequence in (schedule(ROUTINE), schedule(ROUTINE)[2:], schedule(ROUTINE).bouts):
            with pytest.raises(TypeError, match=r"^index must be a whole number or a slice .got '1'.$"):
                sequence["1"]

    def test_of_a_step_needs_no_search(self):
        """
        A step of 10^12 is found at once, and only at its own index.
        """
        timeline = of_steps(10**12)
        step = timeline[5 * 10**11]

        assert 5 * 10**11 == timeline.index(step) == timeline.index(step, 10**11, 6 * 10**11)
        assert (True, 1) == (step in timeline, timeline.count(step))

    def test_of_a_step_may_be_limited(self):
        """
        As for a list, a step before *start* or from *stop* on is not found.
        """
        timeline = schedule(ROUTINE)

        for start, stop in [(4, None), (0, 3), (-1, None)]:
            with pytest.raises(ValueError, match=r"^'Stretch: hold for 30 s .*' is not one of these steps$"):
                timeline.index(timeline[3], start, stop)
        assert [0, 3] == [timeline.index(timeline[0]), timeline.index(timeline[3], 3, 4)]

    @pytest.mark.parametrize("index", [0, 13, -1])
    def test_leads_to_the_same_step_as_iteration(self, index):
        """
        Sets, repetitions, sides and rounds are equal.
        """
        exercise = Exercise("Stretch", Repetitions(3, Hold(1)), sets=3, sidedness=Sidedness.each())
        timeline = schedule(Routine("Legs", [Circuit([exercise], rounds=3), Rest(1)]))
        steps = list(timeline)

        assert steps == [timeline[position] for position in range(len(steps))]
        assert steps == [timeline.at(step.start) for step in steps]
        assert steps[index] in timeline

    @pytest.mark.parametrize("index", [-1, 12, 10**30], ids=str)
    def test_of_an_invalid_step_may_be_out_of_range(self, index):
        """
        A step with an index out of range is not in the timeline.
        """
        timeline = schedule(Routine("Legs", [STRETCH]))

        assert attrs.evolve(timeline[-1], index=index) not in timeline
        assert attrs.evolve(timeline[0], index=index) not in timeline

    @pytest.mark.parametrize(("index", "set", "repetition"), [(3, 2, 1), (-1, 0, 3)])
    def test_of_an_invalid_step_may_have_impossible_numbers(self, index, set, repetition):
        """
        A step with a set or repetition that does not exist is not in the timeline.
        """
        timeline = schedule(Routine("Neck", [Exercise("Stretch", Repetitions(3, Hold(10)))]), STILL)
        start = timedelta(seconds=10 * index)

        assert attrs.evolve(timeline[0], index=index, start=start, set=set, repetition=repetition) not in timeline

    @pytest.mark.parametrize(
        "stranger", [schedule(ROUTINE, STILL)[3], schedule(Routine("Arms", [STRETCH] * 9))[-1], None, 3, "step"]
    )
    def test_of_another_value_does_not_exist(self, stranger):
        """
        Values that equal no step are not in the timeline.
        """
        timeline = schedule(ROUTINE)

        assert (False, 0) == (stranger in timeline, timeline.count(stranger))
        with pytest.raises(ValueError, match="is not one of these steps$"):
            timeline.index(stranger)


class TestAt:
    """
    "Return the step at *elapsed*, or `None` if the timeline has ended."
    """

    def test_accepts_seconds_or_a_timedelta(self):
        """
        A number is seconds.
        """
        timeline = schedule(ROUTINE)

        assert timeline.at(40) == timeline.at(40.0) == timeline.at(timedelta(seconds=40)) == timeline[3]

    @pytest.mark.parametrize("part", [0, 0.5, 0.999])
    def test_finds_a_step_from_its_start_to_its_end(self, part):
        """
        A step, also a gap, includes its start and excludes its end.
        """
        timeline = schedule(Routine("Legs", [Exercise("Stretch", Repetitions(3, [Move(1), Hold(8)], rest=6)), Rest(4)]))

        assert list(timeline) == [timeline.at(step.start + step.duration * part) for step in timeline]

    def test_is_none_from_the_end_on(self):
        """
        The end, and later times, belong to no step.
        """
        timeline = schedule(ROUTINE)

        assert [None, None] == [timeline.at(timeline.duration), timeline.at(timedelta.max)]

    @pytest.mark.parametrize("elapsed", [-1, -0.5, timedelta(microseconds=-1)])
    def test_refuses_times_before_the_start(self, elapsed):
        """
        Negative times are refused.
        """
        with pytest.raises(ValueError, match=r"^elapsed must be at least 0 seconds \(got -"):
            schedule(ROUTINE).at(elapsed)

    @pytest.mark.parametrize(
        "elapsed", [2.5e-07, 0.1 + 0.2 - 0.3, 0.3 - 0.1 - 0.2, -0.0, 1e-300, numpy.float32(1e-9), Fraction(1, 10**9)]
    )
    def test_rounds_to_microseconds(self, elapsed):
        """
        Values that are rounded to zero are zero, also negative ones.
        """
        assert schedule(ROUTINE)[0] == schedule(ROUTINE).at(elapsed)

    @pytest.mark.parametrize("elapsed", [float("nan"), float("inf"), float("-inf")])
    def test_refuses_infinity_and_nan(self, elapsed):
        """
        No clock shows them.
        """
        with pytest.raises(ValueError, match=rf"^elapsed must be finite \(got {elapsed}\)"):
            schedule(ROUTINE).at(elapsed)

    def test_refuses_other_types(self):
        """
        A text is not a time.
        """
        with pytest.raises(TypeError, match=r"^elapsed must be seconds \(got '5'\)"):
            schedule(ROUTINE).at("5")


class TestBetween:
    """
    "Return the steps that overlap the time from *start*, included, to *end*, excluded, as a lazy sequence."
    """

    def test_includes_the_start_but_not_the_end(self):
        """
        A step that begins at *end* is left out.
        """
        timeline = schedule(Routine("Legs", [STRETCH]), STILL)

        assert [timeline[1]] == list(timeline.between(30, 60))

    def test_may_be_one_microsecond_wide(self):
        """
        One microsecond is enough to include the step that begins there.
        """
        timeline = schedule(Routine("Legs", [STRETCH]), STILL)
        just_after = timedelta(seconds=30, microseconds=1)

        assert [timeline[1]] == list(timeline.between(30, just_after))
        assert [timeline[0], timeline[1]] == list(timeline.between(0, just_after))

    def test_is_empty_if_the_stop_is_not_after_the_start(self):
        """
        If *end* is not after *start*, there are no steps.
        """
        timeline = schedule(ROUTINE)

        assert [[], []] == [list(timeline.between(10, 10)), list(timeline.between(20, 10))]

    def test_is_empty_after_the_end(self):
        """
        From the end on, there is no step, and what comes last does not go on.
        """
        timeline = schedule(Routine("Legs", [STRETCH, Rest(10)]))

        assert [] == list(timeline.between(timeline.duration, timeline.duration * 2))
        assert [] == list(timeline.between(timeline.duration * 2, timeline.duration * 3))

    def test_is_a_slice(self):
        """
        It may be asked for its length and its last step, and iterated over twice; no step is created for that.
        """
        timeline = schedule(Routine("Long", [Exercise("Blink", Move(1), sets=10**12)]), STILL)

        assert timeline[1 : 10**12] == timeline.between(1, 10**12)
        assert timeline[:] == timeline.between(0, timeline.duration * 2)

    @pytest.mark.parametrize(("start", "end", "name"), [(-1, 5, "start"), (5, -1, "end")])
    def test_refuses_times_before_the_start(self, start, end, name):
        """
        Both times are checked before the first step is yielded.
        """
        with pytest.raises(ValueError, match=f"^{name} must be at least 0 seconds"):
            schedule(ROUTINE).between(start, end)
