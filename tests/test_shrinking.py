"""
Strategies reach all forms of routines, and shrink to simple ones.
"""

from datetime import UTC, datetime, time, timedelta
from functools import cache
from math import ceil, floor

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Session,
    Side,
    Sidedness,
    Stage,
    SwitchAfter,
)
from stretchlib._validation import accept, fields_of
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
    plans,
    repetitions,
    rests,
    routines,
    sidedness,
    stages,
    texts,
    timedeltas,
)
from stretchlib.testing.derived import made, strategy_of

from .shrinking import depth, reached, smallest

ONE_SECOND = timedelta(seconds=1)


def leaves(items):
    for item in items:
        yield from leaves(item.items) if isinstance(item, Circuit) else (item,)


def any_exercise(condition):
    return lambda routine: any(isinstance(item, Exercise) and condition(item) for item in leaves(routine.items))


#: All forms of exercises.
EXERCISES = {
    "repetitions in repetitions": lambda exercise: depth(exercise.work, Repetitions, "phases") > 1,
    "three sides": lambda exercise: len(exercise.sidedness.sides) == 3,
    "a rest phase last": lambda exercise: isinstance(exercise.work.phases[-1], Rest),
    "breaths": lambda exercise: isinstance(getattr(exercise.work.phases[0], "duration", 0), Breaths),
    "ranges of sets": lambda exercise: isinstance(exercise.sets, Range),
    "rests of no length and of some": lambda exercise: exercise.work.rest == timedelta() and exercise.rest_between_sets,
    "ranges with one end": lambda exercise: isinstance(exercise.sets, Range) and exercise.sets.high is None,
    "half breaths": lambda exercise: getattr(exercise.work.phases[0], "duration", 0) in (Breaths(0.5), Breaths(1.5)),
    "as many as fit": lambda exercise: isinstance(exercise.work.count, AsManyAsFit),
    "phases on the other side": lambda exercise: getattr(exercise.work.phases[0], "side", 0) is RelativeSide.OPPOSITE,
    "weekdays": lambda exercise: exercise.frequency and len(exercise.frequency.weekdays) > 1,
    "times of day": lambda exercise: exercise.frequency and exercise.frequency.times_of_day,
    "pictures": lambda exercise: exercise.pictures,
}
#: All forms of routines.
ROUTINES = {
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
    "fractions of seconds": lambda routine: (
        isinstance(routine.rest_between_items, timedelta) and routine.rest_between_items.microseconds
    ),
    "rounds on time": lambda routine: any(isinstance(item, Circuit) and item.round_every for item in routine.items),
    "a frequency in weeks": lambda routine: routine.frequency and isinstance(routine.frequency.weeks, Range),
    "characters from afar": lambda routine: max(routine.name) > "\uffff",
}


GAPS = ("prepare", "transition", "switch", "release", "recovery")


def gaps_of(pacing):
    return {gap for gap in GAPS if getattr(pacing, gap)}


#: The condition of each situation, by strategy.
REACH = {
    **{(exercises, name): condition for name, condition in EXERCISES.items()},
    **{(routines, name): condition for name, condition in ROUTINES.items()},
    **{
        (sidedness, f"{number} sides, switched after {switch.name}"): lambda found, number=number, switch=switch: (
            found.switch_after is switch and len(found.sides) == number and found.rest
        )
        for number in range(2, len(Side) + 1)
        for switch in SwitchAfter
    },
    **{
        (sidedness, f"{side.value} first"): lambda found, side=side: found.sides == (side, side.opposite)
        for side in Side
        if side is not Side.BOTH
    },
    **{(pacings, f"{gap} alone"): lambda pacing, gap=gap: gaps_of(pacing) == {gap} for gap in GAPS},
    **{(pacings, f"all but {gap}"): lambda pacing, gap=gap: gaps_of(pacing) == {*GAPS} - {gap} for gap in GAPS},
    **{(pacings, f"level {level}"): lambda pacing, level=level: pacing.level == level for level in (0.0, 0.5, 1.0)},
    (pacings, "a level between hundredths"): lambda pacing: not (100 * pacing.level).is_integer(),
    (pacings, "a gap below a second"): lambda pacing: timedelta() < pacing.recovery < ONE_SECOND,
    (sidedness, "a rest below a second"): lambda found: (
        isinstance(found.rest, timedelta) and timedelta() < found.rest < ONE_SECOND
    ),
    **{(frequencies, unit.name): lambda frequency, unit=unit: frequency.unit is unit for unit in PeriodUnit},
}


@cache
def reached_by(strategy):
    return reached(strategy(), {name: condition for (of, name), condition in REACH.items() if of is strategy})


class TestReach:
    @pytest.mark.parametrize(("strategy", "situation"), REACH, ids=lambda part: getattr(part, "__name__", part))
    def test_includes_every_situation(self, strategy, situation):
        """
        Every situation is generated sooner or later.
        """
        assert situation in reached_by(strategy)


def numbers(quantity):
    """
    Return the ends of a quantity as numbers, durations in seconds; none for breaths and for as many as fit.
    """
    match quantity:
        case Range(low, high):
            return [*numbers(low), *numbers(high)]
        case timedelta():
            return [quantity / ONE_SECOND]
        case int():
            return [quantity]
        case _:
            return []


def seconds_of(time_of_day):
    return (time_of_day.hour * 60 + time_of_day.minute) * 60 + time_of_day.second


def sizes(parts, kind, inside):
    return [len(getattr(part, inside)) for part in parts if isinstance(part, kind)]


#: The lowest and the highest value of fields.
LIMITS = {
    "counts": (repetitions, lambda found: numbers(found.count), 1, 3),
    "durations to fill": (lambda: st.from_type(AsManyAsFit), lambda found: numbers(found.duration), 1, 30),
    "half breaths": (
        lambda: st.from_type(Breaths),
        lambda found: [found.count] if isinstance(found.count, float) else [],
        0,
        2,
    ),
    "rests": (lambda: sidedness(min_size=2, max_size=2), lambda found: numbers(found.rest), 0, 10),
    "phases inside": (repetitions, lambda found: sizes(found.phases, Repetitions, "phases"), 1, 2),
    "items inside": (lambda: circuits(max_size=1), lambda found: sizes(found.items, Circuit, "items"), 1, 2),
    "items in stages": (lambda: stages(max_size=1), lambda found: sizes(found.routines, Routine, "items"), 1, 2),
    "weeks": (frequencies, lambda found: numbers(found.weeks), 1, 3),
    "periods": (frequencies, lambda found: [found.every], 1, 4),
    "times of day": (frequencies, lambda found: [len(found.times_of_day)], 0, 3),
    "seconds of the day": (frequencies, lambda found: map(seconds_of, found.times_of_day), 0, 86_399),
    "gaps": (pacings, lambda found: numbers(found.recovery), 0, 10),
    "movements": (pacings, lambda found: numbers(found.movement), 1, 10),
}


#: Fields whose strategies are given.
GIVEN = {"phases", "items", "work", "stages", "routines"}


class TestFields:
    @pytest.mark.parametrize("kind", [Pacing, Frequency, Hold, Move, Rest, Repetitions, Sidedness, Exercise, Circuit])
    def test_accept_all_values(self, kind):
        """
        The values drawn for a field are valid, so that no field is left out because of its own value.
        """
        fields = [field for field in fields_of(kind) if field.name not in GIVEN]

        @settings(database=None, max_examples=100, phases=[Phase.generate])
        @given(st.tuples(*map(strategy_of, fields)))
        def check(values):
            for field, value in zip(fields, values, strict=True):
                accept(field, value)

        check()

    def test_that_are_given_are_not_left_out(self):
        """
        If fields cannot be combined, only those that are not given are left out.
        """
        one_side, rest = st.just((Side.LEFT,)), st.just(ONE_SECOND)

        assert Sidedness.only(Side.LEFT) == smallest(made(Sidedness, sides=one_side))
        with pytest.raises(ValueError, match="^rest must be left out for a single side"):
            smallest(made(Sidedness, sides=one_side, rest=rest))

    @pytest.mark.parametrize(
        ("fields", "others"),
        [(fields_of(Hold), fields_of(Rest)), (fields_of(Repetitions), fields_of(Exercise)[2:])],
        ids=["durations", "counts"],
    )
    def test_of_one_kind_share_a_strategy(self, fields, others):
        """
        Creating a strategy for each field of each class would take long.
        """
        (field, *_), (other, *_) = fields, others

        assert field.type == other.type
        assert strategy_of(field) is strategy_of(other)


class TestLimits:
    @pytest.mark.parametrize(("strategy", "part", "least", "most"), LIMITS.values(), ids=LIMITS)
    def test_of_fields_are_low(self, strategy, part, least, most):
        """
        The values of fields are low, so that timelines are short; durations reach them to the second.
        """

        def reaches(limit, rounded):
            return lambda value: any(rounded(each) == limit for each in part(value))

        @settings(database=None, max_examples=100, phases=[Phase.generate])
        @given(strategy())
        def check(value):
            assert all(least <= each <= most for each in part(value))

        check()
        limits = {"least": reaches(least, floor), "most": reaches(most, ceil)}

        assert limits.keys() == reached(strategy(), limits)


#: The simplest value of each strategy.
PLAIN = {
    "counts": (counts, 1),
    "timedeltas": (timedeltas, ONE_SECOND),
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
    "stages": (stages, Stage(Routine("0", [Rest(1)]))),
    "plans": (plans, Plan("0", [Stage(Routine("0", [Rest(1)]))])),
    "pacings": (pacings, Pacing(prepare=0, transition=0, switch=0, release=0, recovery=0, movement=1, breath=1)),
    "sessions": (
        lambda: st.from_type(Session),
        Session(start=datetime(2000, 1, 1, tzinfo=UTC), routine=Routine("0", [Rest(1)]), stage=0),
    ),
}


class TestShrinking:
    @pytest.mark.parametrize(("strategy", "expected"), PLAIN.values(), ids=PLAIN)
    def test_ends_at_a_simple_value(self, strategy, expected):
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
    def test_keeps_only_what_is_needed(self, condition, most_items):
        """
        The smallest routine with something in it has hardly anything else in it.
        """
        found = smallest(routines(max_size=3, max_depth=1), condition)

        assert condition(found)
        assert most_items == len(found.items)
        assert "0" == found.name
        assert ("", "", None, None) == (
            found.description,
            found.source,
            found.frequency,
            found.rest_between_items,
        )
        assert len(list(leaves(found.items))) == most_items

    def test_keeps_only_the_needed_side(self):
        """
        The smallest exercise for the right has no sets, no rests and no words.
        """
        expected = Exercise("0", Repetitions(), sidedness=Sidedness.only(Side.RIGHT))

        assert expected == smallest(exercises(), lambda exercise: Side.RIGHT in exercise.sidedness.sides)

    def test_keeps_only_the_needed_time(self):
        """
        A time of day shrinks to the earliest one that matters, and a level to a hundredth.
        """
        frequency = smallest(frequencies(), lambda found: any(at >= time(12, 34, 56) for at in found.times_of_day))

        assert (time(12, 34, 56),) == frequency.times_of_day
        assert (time(0),) == smallest(frequencies(), lambda found: found.times_of_day).times_of_day
        assert 0.37 == smallest(pacings(), lambda found: found.level >= 0.37).level
