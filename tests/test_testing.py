"""
The strategies reach everything that a routine can be, keep to their arguments, and shrink to what is simple.
"""

import subprocess
import sys
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import stretchlib
from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Step,
    StepKind,
    SwitchAfter,
    Timeline,
    testing,
)
from stretchlib.testing import (
    circuits,
    counts,
    durations,
    exercises,
    frequencies,
    holds,
    moves,
    pacings,
    phases,
    repetitions,
    rests,
    routines,
    sidedness,
    spans,
    steps,
    texts,
    timelines,
)

ONE_SECOND = timedelta(seconds=1)
#: Slow to make, quick to check.
PATIENT = settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)
#: To shrink is what is tested, so nothing is remembered, and the first failure is enough.
SHRINKING = settings(
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    max_examples=2_000,
    phases=[Phase.generate, Phase.shrink],
)


def smallest(strategy, condition=lambda _: True):
    return find(strategy, condition, settings=SHRINKING)


def depth(part, kind, inside):
    """
    Return how many parts of one *kind* are nested in *part*, itself included.
    """
    deeper = max((depth(p, kind, inside) for p in getattr(part, inside, ())), default=0)
    return deeper + isinstance(part, kind)


def leaves(items):
    for item in items:
        yield from leaves(item.items) if isinstance(item, Circuit) else (item,)


def any_exercise(condition):
    return lambda routine: any(isinstance(item, Exercise) and condition(item) for item in leaves(routine.items))


#: Everything that a routine can be.
SITUATIONS = {
    "repetitions in repetitions": any_exercise(lambda exercise: depth(exercise.work, Repetitions, "phases") > 1),
    "three sides": any_exercise(lambda exercise: len(exercise.sidedness.sides) == 3),
    "an explicit rest first": lambda routine: isinstance(routine.items[0], Rest),
    "an explicit rest last": lambda routine: len(routine.items) > 1 and isinstance(routine.items[-1], Rest),
    "two rests in a row": lambda routine: [Rest, Rest] == [type(item) for item in routine.items][:2],
    "a circuit in a circuit": lambda routine: max(depth(item, Circuit, "items") for item in routine.items) > 1,
    "a circuit that begins with a rest": lambda routine: any(
        isinstance(item, Circuit) and isinstance(item.items[0], Rest) for item in routine.items
    ),
    "a circuit that ends with a rest": lambda routine: any(
        isinstance(item, Circuit) and len(item.items) > 1 and isinstance(item.items[-1], Rest) for item in routine.items
    ),
    "a rest phase last": any_exercise(lambda exercise: isinstance(exercise.work.phases[-1], Rest)),
    "breaths": any_exercise(lambda exercise: isinstance(getattr(exercise.work.phases[0], "duration", 0), Breaths)),
    "ranges of sets": any_exercise(lambda exercise: isinstance(exercise.sets, Range)),
    "rests of no length and of some": lambda routine: (
        isinstance(routine.rest_between_items, Range) and any_exercise(lambda exercise: not exercise.work.rest)(routine)
    ),
    "fractions of seconds": lambda routine: (
        isinstance(routine.rest_between_items, timedelta) and routine.rest_between_items.microseconds
    ),
    "a frequency in weeks": lambda routine: routine.frequency and isinstance(routine.frequency.weeks, Range),
    "characters from afar": lambda routine: max(routine.name) > "\uffff",
}


class TestReach:
    @pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
    def test_of_routines(self, situation):
        """
        Every situation is generated sooner or later.
        """
        assert situation(find(routines(), situation, settings=settings(SHRINKING, phases=[Phase.generate])))

    @pytest.mark.parametrize("switch_after", SwitchAfter)
    @pytest.mark.parametrize("number", range(1, len(Side) + 1))
    def test_of_sidedness(self, switch_after, number):
        """
        Any number of sides is generated with every way to switch.
        """
        found = smallest(sidedness(), lambda s: s.switch_after is switch_after and len(s.sides) == number and s.rest)

        assert number == len(found.sides)

    @pytest.mark.parametrize("first", [side for side in Side if side is not Side.BOTH])
    def test_of_pairs(self, first):
        """
        Either side of a pair may come first.
        """
        pair = (first, first.opposite)

        assert Sidedness(sides=pair) == smallest(sidedness(), lambda found: found.sides == pair)

    @pytest.mark.parametrize("gap", ["prepare", "transition", "switch", "release"])
    def test_of_pacings(self, gap):
        """
        Each gap is generated alone, and alone missing.
        """
        gaps = {"prepare", "transition", "switch", "release"}
        alone = smallest(pacings(), lambda p: {name for name in gaps if getattr(p, name)} == {gap})
        missing = smallest(pacings(), lambda p: {name for name in gaps if not getattr(p, name)} == {gap})

        assert ONE_SECOND == getattr(alone, gap)
        assert not getattr(missing, gap)

    @pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
    def test_of_levels(self, level):
        """
        Both ends of the level and its middle are generated.
        """
        assert level == smallest(pacings(), lambda pacing: pacing.level == level).level

    @pytest.mark.parametrize("unit", PeriodUnit)
    def test_of_frequencies(self, unit):
        """
        Every unit is generated.
        """
        assert Frequency(unit=unit) == smallest(frequencies(), lambda frequency: frequency.unit is unit)


#: By the name of the strategy, what is plain.
PLAIN = {
    "counts": (counts, 1),
    "spans": (spans, ONE_SECOND),
    "durations": (durations, ONE_SECOND),
    "texts": (texts, ""),
    "frequencies": (frequencies, Frequency()),
    "sidedness": (sidedness, Sidedness.both()),
    "holds": (holds, Hold(1)),
    "moves": (moves, Move()),
    "rests": (rests, Rest(1)),
    "phases": (phases, Move()),
    "repetitions": (repetitions, Repetitions()),
    "exercises": (exercises, Exercise("0", Repetitions())),
    "circuits": (circuits, Circuit([Rest(1)])),
    "routines": (routines, Routine("0", [Rest(1)])),
    "pacings": (pacings, Pacing(prepare=0, transition=0, switch=0, release=0, movement=1, breath=1)),
}


class TestShrinking:
    @pytest.mark.parametrize(("strategy", "expected"), PLAIN.values(), ids=PLAIN)
    def test_ends_at_what_is_plain(self, strategy, expected):
        """
        The smallest value is short and has no extras.
        """
        assert expected == smallest(strategy())

    @pytest.mark.parametrize(
        ("condition", "most_items"),
        [
            (lambda routine: any(isinstance(item, Circuit) for item in routine.items), 1),
            (lambda routine: any(isinstance(item, Exercise) for item in routine.items), 1),
            (lambda routine: len(routine.items) > 1, 2),
            (any_exercise(lambda exercise: exercise.sidedness.switch_after is SwitchAfter.ALL_SETS), 1),
        ],
        ids=["a circuit", "an exercise", "two items", "all sets on one side first"],
    )
    def test_leaves_what_matters(self, condition, most_items):
        """
        The smallest routine with something in it has hardly anything else in it.
        """
        found = smallest(routines(max_size=3, max_depth=1), condition)

        assert condition(found)
        assert most_items == len(found.items)
        assert "0" == found.name
        assert ("", "", None, timedelta()) == (
            found.description,
            found.source,
            found.frequency,
            found.rest_between_items,
        )
        assert len(list(leaves(found.items))) == most_items

    def test_leaves_the_only_side_that_matters(self):
        """
        The smallest exercise for the right has no sets, no rests and no words.
        """
        expected = Exercise("0", Repetitions(), sidedness=Sidedness.only(Side.RIGHT))

        assert expected == smallest(exercises(), lambda exercise: Side.RIGHT in exercise.sidedness.sides)


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
        ends = (count.low, count.high) if isinstance(count, Range) else (count, count)

        assert low <= ends[0] <= ends[1] <= high

    @PATIENT
    @given(st.data())
    def test_limit_durations(self, data):
        """
        A duration is from `min_value` to `max_value`, to the microsecond, whatever they are.
        """
        low = data.draw(st.timedeltas(timedelta(), timedelta.max - ONE_SECOND))
        high = data.draw(st.timedeltas(low, timedelta.max)) if low < timedelta(days=1) else low + ONE_SECOND
        found = data.draw(durations(min_value=low, max_value=high, allow_breaths=False))
        ends = (found.low, found.high) if isinstance(found, Range) else (found, found)

        assert low <= ends[0] <= ends[1] <= high

    @pytest.mark.parametrize(("low", "high"), [(0.2, 0.4), (1.5, 1.7), (2, 2), (0, 0), (2**33, 2**33 + 5)])
    def test_may_be_seconds(self, low, high):
        """
        Ends of a duration are seconds or timedeltas, and may be near to each other.
        """
        found = smallest(spans(min_value=low, max_value=high))

        assert timedelta(seconds=low) <= found <= timedelta(seconds=high)

    def test_leave_out_ranges_and_breaths(self):
        """
        Ranges and breaths are only made where they are allowed.
        """
        kinds = set()

        @PATIENT
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
            (texts, len),
        ],
        ids=["repetitions", "circuits", "routines", "sidedness", "texts"],
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
        smallest(routines(max_depth=max_depth), lambda routine: depth(routine.items[0], Circuit, "items") == max_depth)
        smallest(phases(max_depth=max_depth), lambda phase: depth(phase, Repetitions, "phases") == max_depth)

    def test_may_be_strategies(self):
        """
        Parts can be made by the caller's own strategies.
        """
        work = st.just(Repetitions(3, Hold(30)))
        own = exercises(work=work, sidedness=st.just(Sidedness.each()))
        pacing = Pacing(prepare=0)

        assert {Exercise} == {type(item) for item in smallest(routines(own, min_size=3)).items}
        assert {Rest} == {type(item) for item in smallest(circuits(rests(), min_size=2)).items}
        assert Exercise("0", Repetitions(3, Hold(30)), sidedness=Sidedness.each()) == smallest(own)
        assert pacing == smallest(timelines(routines(own, max_size=1), st.just(pacing))).pacing
        assert 0 == smallest(steps(timelines(routines(own, max_size=1), st.just(pacing)))).index

    @pytest.mark.parametrize(
        "wrong",
        [
            lambda: routines(min_size=3, max_size=2),
            lambda: circuits(min_size=3, max_size=2),
            lambda: repetitions(min_size=3, max_size=2),
            lambda: sidedness(min_size=3, max_size=2),
            lambda: texts(min_size=3, max_size=2),
            lambda: counts(min_value=3, max_value=2),
            lambda: spans(min_value=3, max_value=2),
            lambda: spans(min_value=0.4, max_value=0.2),
        ],
        ids=["routines", "circuits", "repetitions", "sidedness", "texts", "counts", "spans", "short spans"],
    )
    def test_must_make_sense(self, wrong):
        """
        Arguments that nothing can meet are refused as Hypothesis refuses them.
        """
        with pytest.raises(InvalidArgument):
            find(wrong(), lambda _: True)


#: Every class that tests may ask for, in the words of their annotations.
KINDS = [
    *(Routine, Circuit, Exercise, Repetitions, Hold, Move, Rest, Sidedness, Frequency, Breaths, Pacing, Timeline, Step),
    *(Range[int], Range[timedelta], Side, SwitchAfter, PeriodUnit, StepKind),
]


class TestRegistration:
    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_makes_instances(self, kind):
        """
        `from_type` makes instances of every class.
        """
        found = smallest(st.from_type(kind))

        assert isinstance(found, getattr(kind, "__origin__", kind))

    @pytest.mark.parametrize(
        ("kind", "end"), [(Range[int], 1), (Range[timedelta], ONE_SECOND)], ids=["int", "timedelta"]
    )
    def test_knows_the_ends_of_ranges(self, kind, end):
        """
        A range has the ends that its type asks for.
        """
        assert Range(end, end) == smallest(st.from_type(kind))

    def test_knows_ranges_of_either_kind(self):
        """
        A range of no special type may be of counts or of durations.
        """
        for end in (int, timedelta):
            found = smallest(st.from_type(Range), lambda found, end=end: isinstance(found.low, end))

            assert type(found.low) is type(found.high)

    def test_leaves_no_class_out(self):
        """
        There is a strategy for every class of the library that says what is prescribed, paced or scheduled.
        """
        classes = {
            value
            for name in stretchlib.__all__
            if isinstance(value := getattr(stretchlib, name), type)
            and hasattr(value, "__attrs_attrs__")
            and value.__module__.partition(".")[2]
            in ("model", "quantities", "frequency", "sidedness", "pacing", "timeline", "steps")
        }

        assert classes == set(testing._STRATEGIES)

    @pytest.mark.parametrize("first", ["hypothesis", "stretchlib.testing"])
    def test_happens_by_itself(self, first):
        """
        In a new process, whatever is imported first, `from_type` knows routines.
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

    def test_of_parts_builds_on_it(self):
        """
        A strategy for a class of the caller's own finds the strategies for its fields.
        """

        def plan(routine: Routine, pacing: Pacing) -> tuple[Routine, Pacing]:
            return routine, pacing

        routine, pacing = smallest(st.builds(plan))

        assert (Routine, Pacing) == (type(routine), type(pacing))


class TestNames:
    @pytest.mark.parametrize("strategy", [exercises, circuits, routines, timelines, steps])
    def test_of_strategies_are_short(self, strategy):
        """
        A strategy can be printed without filling the screen.
        """
        assert len(repr(strategy())) < 2_000

    def test_are_sorted(self):
        """
        What the module offers is listed, in order.
        """
        assert sorted(testing.__all__) == testing.__all__
        assert all(getattr(testing, name).__doc__ for name in testing.__all__)
