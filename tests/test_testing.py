"""
Strategies reach all forms of routines, respect their arguments, and shrink to simple ones.
"""

import math
import subprocess
import sys
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import stretchlib
from stretchlib import (
    AsManyAsFit,
    Bout,
    Breaths,
    Circuit,
    Cue,
    Dose,
    Exercise,
    Frequency,
    Hold,
    Language,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Problem,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Session,
    Side,
    Sidedness,
    Stage,
    Step,
    StepKind,
    SwitchAfter,
    Timeline,
    Weekday,
    Wording,
    schedule,
    testing,
)
from stretchlib.testing import (
    circuits,
    counts,
    durations,
    exercises,
    phases,
    plans,
    repetitions,
    rests,
    routines,
    sidedness,
    stages,
    steps,
    texts,
    timedeltas,
    timelines,
)

from .shrinking import depth, reached, smallest

ROUTINE = Routine("Break", [Rest(1)])
ONE_SECOND = timedelta(seconds=1)
#: Slow to create, quick to check.
PATIENT = settings(max_examples=50, suppress_health_check=list(HealthCheck))


def ends_of(value):
    """
    Return the ends of a range; other values unchanged.
    """
    ends = (value.low, value.high) if isinstance(value, Range) else (value,)
    return [end for end in ends if end is not None]


class TestArguments:
    @PATIENT
    @given(st.data())
    def test_limit_counts(self, data):
        """
        A count is from `min_value` to `max_value`, at both ends if it is a range.
        """
        low = data.draw(st.integers(1, 10))
        high = data.draw(st.integers(low, 12))
        count = data.draw(counts(min_value=low, max_value=high))

        assert all(low <= end <= high for end in ends_of(count))

    @PATIENT
    @given(st.data())
    def test_limit_durations(self, data):
        """
        A duration is from `min_value` to `max_value`, to the microsecond.
        """
        low = data.draw(st.timedeltas(timedelta(), timedelta.max - ONE_SECOND))
        high = data.draw(st.timedeltas(low, timedelta.max)) if low < timedelta(days=1) else low + ONE_SECOND
        found = data.draw(durations(min_value=low, max_value=high, allow_breaths=False))

        assert all(low <= end <= high for end in ends_of(found))

    @pytest.mark.parametrize(
        ("low", "high"), [(0.2, 0.4), (1.5, 1.7), (2, 2), (0, 0), (2**33, 2**33 + 5), (86399999999998, 86399999999999)]
    )
    def test_may_be_seconds(self, low, high):
        """
        The limits of a duration are seconds or timedeltas, and may be close to each other.
        """
        found = smallest(timedeltas(min_value=low, max_value=high))

        assert timedelta(seconds=low) <= found <= timedelta(seconds=high)

    def test_leave_out_ranges_with_one_end(self):
        """
        Ranges have both ends if ranges with one end are not allowed.
        """

        @PATIENT
        @given(counts(allow_open_ranges=False), durations(allow_open_ranges=False))
        def check(count, duration):
            for quantity in (count, duration, getattr(duration, "count", count)):
                assert not isinstance(quantity, Range) or None not in (quantity.low, quantity.high)

        check()

    def test_leave_out_ranges_and_breaths(self):
        """
        Ranges and breaths are only generated if allowed.
        """
        kinds = set()

        @settings(PATIENT, max_examples=300, derandomize=True)
        @given(
            durations(allow_ranges=False, allow_breaths=False),
            durations(allow_ranges=False),
            durations(allow_breaths=False),
            counts(allow_ranges=False),
        )
        def collect(span, breaths, ranges, count):
            kinds.add(("neither", type(span)))
            kinds.add(("breaths", type(breaths.count if isinstance(breaths, Breaths) else breaths)))
            kinds.add(("ranges", type(ranges)))
            kinds.add(("count", type(count)))

        collect()

        assert {
            ("neither", timedelta),
            ("breaths", timedelta),
            ("breaths", int),
            ("breaths", float),
            ("ranges", timedelta),
            ("ranges", Range),
            ("count", int),
        } == kinds

    @pytest.mark.parametrize(
        ("strategy", "size"),
        [
            (repetitions, lambda value: len(value.phases)),
            (circuits, lambda value: len(value.items)),
            (routines, lambda value: len(value.items)),
            (sidedness, lambda value: len(value.sides)),
            (stages, lambda value: len(value.routines)),
            (plans, lambda value: len(value.stages)),
            (texts, len),
        ],
        ids=["repetitions", "circuits", "routines", "sidedness", "stages", "plans", "texts"],
    )
    def test_limit_sizes(self, strategy, size):
        """
        There are from `min_size` to `max_size` parts.
        """
        sizes = set()

        @settings(PATIENT, max_examples=30)
        @given(strategy(min_size=2, max_size=3))
        def collect(value):
            sizes.add(size(value))

        collect()

        assert {2, 3} == sizes

    @PATIENT
    @given(sidedness(max_size=1))
    def test_may_ask_for_one_side(self, found):
        """
        A single side has neither a rest nor a switch.
        """
        assert 1 == len(found.sides)

    @pytest.mark.parametrize("max_depth", [0, 1, 2])
    def test_limit_depths(self, max_depth):
        """
        Circuits in routines nest up to `max_depth`, and so do repetitions in phases.
        """

        @settings(PATIENT, max_examples=30)
        @given(routines(max_size=2, max_depth=max_depth), phases(max_depth=max_depth))
        def check(routine, phase):
            assert all(depth(item, Circuit, "items") <= max_depth for item in routine.items)
            assert depth(phase, Repetitions, "phases") <= max_depth

        check()
        for strategy, deepest in (
            (circuits(max_depth=max_depth + 1), lambda circuit: depth(circuit, Circuit, "items") == max_depth + 1),
            (routines(max_depth=max_depth), lambda routine: depth(routine.items[0], Circuit, "items") == max_depth),
            (phases(max_depth=max_depth), lambda phase: depth(phase, Repetitions, "phases") == max_depth),
        ):
            assert reached(strategy, {"deepest": deepest})

    def test_limit_deep_repetitions(self):
        """
        Each level of repetitions may be one less deep than the one around it.
        """
        assert reached(phases(max_depth=3), {"deepest": lambda phase: depth(phase, Repetitions, "phases") == 3})

    def test_may_be_strategies(self):
        """
        Parts may be generated by the caller's strategies.
        """
        work = st.just(Repetitions(3, Hold(30)))
        own = exercises(work=work, sidedness=st.just(Sidedness.each()))
        pacing = Pacing(prepare=0)

        assert {Exercise} == {type(item) for item in smallest(routines(own, min_size=3)).items}
        assert {Rest} == {type(item) for item in smallest(circuits(rests(), min_size=2)).items}
        assert Exercise("0", Repetitions(3, Hold(30)), sidedness=Sidedness.each()) == smallest(own)
        assert 3 == len(smallest(plans(stages(routines(own), min_size=3, max_size=3))).stages[0].routines)
        assert pacing == smallest(timelines(routines(own, max_size=1), st.just(pacing))).pacing
        assert 0 == smallest(steps(timelines(routines(own, max_size=1), st.just(pacing)))).index

    @pytest.mark.parametrize(
        ("strategy", "least"),
        [
            (lambda: counts(min_value=10), 10),
            (lambda: counts(min_value=10, allow_ranges=False), 10),
            (lambda: timedeltas(min_value=600), timedelta(minutes=10)),
            (lambda: timedeltas(min_value=timedelta(600_000_000)), timedelta(600_000_000)),
            (lambda: durations(min_value=600, allow_ranges=False, allow_breaths=False), timedelta(minutes=10)),
            (lambda: texts(min_size=20).map(len), 20),
            (lambda: routines(rests(), min_size=5).map(lambda routine: len(routine.items)), 5),
            (lambda: circuits(rests(), min_size=5).map(lambda circuit: len(circuit.items)), 5),
            (lambda: repetitions(min_size=5, max_depth=0).map(lambda found: len(found.phases)), 5),
            (lambda: stages(st.just(ROUTINE), min_size=5).map(lambda stage: len(stage.routines)), 5),
            (lambda: plans(st.just(Stage(ROUTINE)), min_size=5).map(lambda plan: len(plan.stages)), 5),
            (lambda: sidedness(min_size=5).map(lambda found: len(found.sides)), 5),
        ],
        ids=[
            *("counts", "numbers", "timedeltas", "long timedeltas", "durations", "texts", "routines", "circuits"),
            *("repetitions", "stages", "plans", "sidedness"),
        ],
    )
    def test_need_no_upper_limit(self, strategy, least):
        """
        The default is above any lower limit.
        """
        assert least == smallest(strategy(), lambda found: not isinstance(found, Range))

    @pytest.mark.parametrize(
        ("strategy", "least", "most"),
        [
            (lambda least: counts(min_value=least, allow_ranges=False), 1, 4),
            (lambda least: counts(min_value=least, allow_ranges=False), 3, 6),
            (lambda least: timedeltas(min_value=least).map(lambda time: time / ONE_SECOND), 1, 60),
            (lambda least: timedeltas(min_value=least).map(lambda time: time / ONE_SECOND), 40, 80),
            (lambda least: texts(min_size=least).map(len), 0, 10),
            (lambda least: texts(min_size=least).map(len), 6, 12),
            (lambda least: repetitions(min_size=least, max_depth=0).map(lambda found: len(found.phases)), 1, 3),
            (lambda least: circuits(rests(), min_size=least).map(lambda circuit: len(circuit.items)), 1, 3),
            (lambda least: routines(rests(), min_size=least).map(lambda routine: len(routine.items)), 1, 4),
            (lambda least: stages(st.just(ROUTINE), min_size=least).map(lambda stage: len(stage.routines)), 1, 2),
            (lambda least: plans(st.just(Stage(ROUTINE)), min_size=least).map(lambda plan: len(plan.stages)), 1, 2),
            (lambda least: plans(st.just(Stage(ROUTINE)), min_size=least).map(lambda plan: len(plan.stages)), 2, 4),
            (lambda least: sidedness(min_size=least).map(lambda found: len(found.sides)), 1, 5),
        ],
        ids=[
            *("counts", "more counts", "times", "longer times", "texts", "longer texts", "repetitions", "circuits"),
            *("routines", "stages", "plans", "longer plans", "sidedness"),
        ],
    )
    def test_are_small_by_default(self, strategy, least, most):
        """
        Without an upper bound, values are from the lower bound to a few, or to twice the lower bound.
        """
        found = []

        @settings(PATIENT, max_examples=150, derandomize=True)
        @given(strategy(least))
        def collect(value):
            found.append(value)

        collect()

        assert (least, most) == (min(found), max(found))

    @pytest.mark.parametrize(
        ("strategy", "most"),
        [
            (lambda: phases().map(lambda phase: depth(phase, Repetitions, "phases")), 1),
            (lambda: repetitions().map(lambda found: depth(found, Repetitions, "phases")), 2),
            (lambda: circuits(max_size=1).map(lambda circuit: depth(circuit, Circuit, "items")), 2),
            (lambda: routines(max_size=1).map(lambda found: depth(found.items[0], Circuit, "items")), 2),
        ],
        ids=["phases", "repetitions", "circuits", "routines"],
    )
    def test_are_shallow_by_default(self, strategy, most):
        """
        Without a given depth, circuits nest up to two deep, and repetitions have one level of repetitions inside.
        """
        found = set()

        @settings(PATIENT, max_examples=100, derandomize=True)
        @given(strategy())
        def collect(value):
            found.add(value)

        collect()

        assert most == max(found)

    def test_raise_the_errors_of_the_class(self):
        """
        Optional fields are left out of the message.
        """
        deep = Circuit([Rest(1)])
        for _ in range(31):
            deep = Circuit([deep])

        with pytest.raises(ValueError, match=r"^items must nest circuits at most 32 deep \(got 33\)"):
            find(circuits(st.just(deep)), lambda _: True)

    def test_reach_all_steps(self):
        """
        Each step of a timeline of four steps is generated, and no other.
        """
        seen = set()

        @settings(PATIENT)
        @given(steps(st.just(schedule(Routine("Neck", [Rest(1), Rest(2), Rest(3), Rest(4)]), Pacing(prepare=0)))))
        def collect(step):
            seen.add(step.index)

        collect()

        assert {0, 1, 2, 3} == seen

    @pytest.mark.parametrize(
        "wrong",
        [
            lambda: routines(min_size=3, max_size=2),
            lambda: circuits(min_size=3, max_size=2),
            lambda: repetitions(min_size=3, max_size=2),
            lambda: sidedness(min_size=3, max_size=2),
            lambda: texts(min_size=3, max_size=2),
            lambda: counts(min_value=3, max_value=2),
            lambda: timedeltas(min_value=3, max_value=2),
            lambda: timedeltas(min_value=0.4, max_value=0.2),
            lambda: timedeltas(min_value=timedelta.max, max_value=timedelta.max),
            lambda: routines(max_depth=-1),
            lambda: circuits(max_depth=0),
            lambda: repetitions(max_depth=-1),
            lambda: phases(max_depth=-1),
            lambda: routines(max_depth=33),
            lambda: circuits(max_depth=33),
            lambda: repetitions(max_depth=8),
            lambda: phases(max_depth=9),
            lambda: sidedness(max_size=6),
            lambda: sidedness(min_size=0),
            lambda: routines(min_size=0),
        ],
        ids=[
            *(
                "routines",
                "circuits",
                "repetitions",
                "sidedness",
                "texts",
                "counts",
                "timedeltas",
                "short timedeltas",
                "long timedeltas",
            ),
            *("shallow routines", "shallow circuits", "shallow repetitions", "shallow phases"),
            *("deep routines", "deep circuits", "deep repetitions", "deep phases"),
            *("six sides", "no side", "no item"),
        ],
    )
    def test_refuse_impossible_limits(self, wrong):
        """
        They raise the error of Hypothesis.
        """
        with pytest.raises(InvalidArgument):
            find(wrong(), lambda _: True)

    @pytest.mark.parametrize(
        ("strategy", "limits", "sentence"),
        [
            (routines, {"max_depth": -1}, "max_depth must be at least 0 (got -1)"),
            (circuits, {"max_depth": 0}, "max_depth must be at least 1 (got 0)"),
            (circuits, {"max_depth": 33}, "max_depth must be at most 32 (got 33)"),
            (phases, {"max_depth": -1}, "max_depth must be at least 0 (got -1)"),
            (repetitions, {"max_depth": -1}, "max_depth must be at least 0 (got -1)"),
            (repetitions, {"max_depth": 8}, "max_depth must be at most 7 (got 8)"),
            (phases, {"max_depth": 9}, "max_depth must be at most 8 (got 9)"),
            (sidedness, {"min_size": 3, "max_size": 2}, "max_size must be at least 3 (got 2)"),
            (sidedness, {"max_size": 6}, "max_size must be at most 5 (got 6)"),
            (sidedness, {"min_size": 6, "max_size": 6}, "max_size must be at most 5 (got 6)"),
            (counts, {"min_value": 0}, "min_value must be at least 1 (got 0)"),
            (durations, {"min_value": -5}, "min_value must be at least 0 seconds (got -5)"),
            (timedeltas, {"min_value": "1"}, "min_value must be seconds (got '1')"),
            (timedeltas, {"max_value": 1e-9}, "max_value must be at least 1, as min_value is (got 1e-09)"),
            (timedeltas, {"max_value": 1e300}, "max_value must be below 86400000000000 seconds (got 1e+300)"),
            (timedeltas, {"max_value": math.inf}, "max_value must be finite (got inf)"),
            (timedeltas, {"max_value": 0.3}, "max_value must be at least 1, as min_value is (got 0.3)"),
            (durations, {"min_value": 5, "max_value": 4}, "max_value must be at least 5, as min_value is (got 4)"),
            (plans, {"min_size": 0}, "min_size must be at least 1 (got 0)"),
        ],
    )
    def test_name_the_limit(self, strategy, limits, sentence):
        """
        The message has the argument, the limit and the value.
        """
        with pytest.raises(InvalidArgument) as error:
            strategy(**limits)

        assert sentence == str(error.value)


#: Every class that tests may use, by its annotation.
KINDS = [
    *(Plan, Stage, Routine, Circuit, Exercise, Repetitions, Hold, Move, Rest, Sidedness, Frequency, Breaths),
    *(AsManyAsFit, Range[int], Range[timedelta], Pacing, Timeline, Step, Bout, Dose, Cue, Session),
    *(Side, RelativeSide, SwitchAfter, PeriodUnit, Weekday, StepKind),
]


class TestRegistration:
    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_makes_instances(self, kind):
        """
        `from_type` generates instances of every class.
        """
        found = find(st.from_type(kind), lambda _: True, settings=settings(PATIENT, phases=[Phase.generate]))

        assert isinstance(found, getattr(kind, "__origin__", kind))

    @pytest.mark.parametrize(
        ("kind", "end"), [(Range[int], 1), (Range[timedelta], ONE_SECOND)], ids=["int", "timedelta"]
    )
    def test_uses_the_type_of_a_range(self, kind, end):
        """
        A range has the ends that its type asks for.
        """
        assert Range.at_least(end) == smallest(st.from_type(kind))
        assert Range(end, end) == smallest(st.from_type(kind), lambda found: found.low and found.high)

    def test_generates_ranges_of_breaths_with_one_end(self):
        """
        Breaths may be "at least 1".
        """
        found = smallest(st.from_type(Breaths), lambda found: getattr(found.count, "high", 0) is None)

        assert Breaths(Range.at_least(1)) == found

    def test_generates_both_kinds_of_ranges(self):
        """
        A bare `Range` is of counts or of durations.
        """
        for end in (int, timedelta):
            found = smallest(st.from_type(Range), lambda found, end=end: isinstance(found.low, end) and found.high)

            assert {end} == {type(each) for each in ends_of(found)}

    def test_leaves_no_class_out(self):
        """
        Every class has a strategy, except words and problems, for which Hypothesis would invent values.
        """
        public = (getattr(stretchlib, name) for name in stretchlib.__all__)
        classes = {value for value in public if isinstance(value, type) and hasattr(value, "__attrs_attrs__")}

        assert classes - {Language, Wording, Problem} == set(testing.registration._STRATEGIES)

    @pytest.mark.parametrize("first", ["hypothesis", "stretchlib.testing"])
    def test_is_automatic(self, first):
        """
        `from_type` finds routines in a new process, with any order of imports.
        """
        program = f"""
import {first}
from hypothesis import Phase, find, settings, strategies as st
from stretchlib import Routine
quick = settings(database=None, phases=[Phase.generate])
find(st.from_type(Routine), lambda routine: type(routine) is Routine, settings=quick)
"""
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
        )

        assert "" == done.stderr

    def test_works_for_other_classes(self):
        """
        A class of the caller may have fields of these classes.
        """

        def plan(routine: Routine, pacing: Pacing) -> tuple[Routine, Pacing]:
            return routine, pacing

        routine, pacing = smallest(st.builds(plan))

        assert (Routine, Pacing) == (type(routine), type(pacing))


class TestNames:
    @pytest.mark.parametrize("strategy", [exercises, circuits, routines, plans, timelines, steps])
    def test_of_strategies_are_short(self, strategy):
        """
        A strategy can be printed without filling the screen.
        """
        assert len(repr(strategy())) < 2_000

    def test_are_sorted(self):
        """
        `__all__` lists the names of the module, in order.
        """
        assert sorted(testing.__all__) == testing.__all__
