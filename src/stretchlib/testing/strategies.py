"""
Hypothesis strategies for the classes of the model, pacings, timelines and steps.
"""

from __future__ import annotations

from itertools import permutations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.routine import MAX_CIRCUIT_DEPTH, Circuit, Item, Routine
from stretchlib.model.sidedness import Side, Sidedness
from stretchlib.model.steps import Step
from stretchlib.model.work import MAX_REPETITIONS_DEPTH, Hold, Move, Phase, Repetitions, Rest
from stretchlib.testing.derived import made
from stretchlib.testing.values import Value, at_most, check_limit
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.scheduler import schedule
from stretchlib.timeline.timeline import Timeline


def holds() -> SearchStrategy[Hold]:
    """
    Generate holds.

    >>> from hypothesis import find
    >>> find(holds(), lambda hold: True) == Hold(1)
    True
    """
    return made(Hold)


def moves() -> SearchStrategy[Move]:
    """
    Generate movements, timed and self-paced.

    >>> from hypothesis import find
    >>> find(moves(), lambda move: True) == Move()
    True
    """
    return made(Move)


def rests() -> SearchStrategy[Rest]:
    """
    Generate explicit rests.

    >>> from hypothesis import find
    >>> find(rests(), lambda rest: True) == Rest(1)
    True
    """
    return made(Rest)


def phases(*, max_depth: int = 1) -> SearchStrategy[Phase]:
    """
    Generate phases of a repetition, with nested repetitions up to *max_depth* levels deep.

    >>> from hypothesis import find
    >>> find(phases(), lambda phase: isinstance(phase, Repetitions)) == Repetitions()
    True
    """
    check_limit("max_depth", max_depth, 0, MAX_REPETITIONS_DEPTH)
    simple = moves() | holds() | rests()
    return simple | repetitions(max_size=2, max_depth=max_depth - 1) if max_depth else simple


def repetitions(*, min_size: int = 1, max_size: int | None = None, max_depth: int = 1) -> SearchStrategy[Repetitions]:
    """
    Generate repetitions of *min_size* to *max_size* phases, with nested repetitions up to *max_depth* levels deep.

    >>> from hypothesis import given
    >>> @given(repetitions(min_size=2))
    ... def test_has_several_phases(repetitions):
    ...     assert len(repetitions.phases) >= 2
    >>> test_has_several_phases()
    """
    check_limit("max_depth", max_depth, 0, MAX_REPETITIONS_DEPTH - 1)
    several = _lists(phases(max_depth=max_depth), min_size, max_size, usual=3)
    return made(Repetitions, phases=several)


def exercises(
    *, work: SearchStrategy[Repetitions] | None = None, sidedness: SearchStrategy[Sidedness] | None = None
) -> SearchStrategy[Exercise]:
    """
    Generate exercises of any *work* and *sidedness*, or those given.

    >>> from hypothesis import given
    >>> @given(exercises(sidedness=st.just(Sidedness.each())))
    ... def test_has_two_sides(exercise):
    ...     assert len(exercise.sidedness.sides) == 2
    >>> test_has_two_sides()
    """
    return made(
        Exercise,
        work=repetitions() if work is None else work,
        sidedness=_sidedness() if sidedness is None else sidedness,
    )


def circuits(
    items: SearchStrategy[Item] | None = None, *, min_size: int = 1, max_size: int | None = None, max_depth: int = 2
) -> SearchStrategy[Circuit]:
    """
    Generate circuits of *min_size* to *max_size* items, of any kind and nested up to *max_depth* deep, or those given.

    >>> from hypothesis import given
    >>> @given(circuits(rests(), max_size=2))
    ... def test_is_short(circuit):
    ...     assert len(circuit.items) in (1, 2)
    >>> test_is_short()
    """
    check_limit("max_depth", max_depth, 1, MAX_CIRCUIT_DEPTH)
    several = _lists(_items(max_depth - 1) if items is None else items, min_size, max_size, usual=3)
    return made(Circuit, items=several)


def routines(
    items: SearchStrategy[Item] | None = None, *, min_size: int = 1, max_size: int | None = None, max_depth: int = 2
) -> SearchStrategy[Routine]:
    """
    Generate routines of *min_size* to *max_size* items, of any kind, circuits up to *max_depth* deep, or those given.

    >>> from hypothesis import given
    >>> from stretchlib import schedule
    >>> @given(routines(exercises(), max_size=2))
    ... def test_takes_time(routine):
    ...     assert schedule(routine).duration
    >>> test_takes_time()
    """
    check_limit("max_depth", max_depth, 0, MAX_CIRCUIT_DEPTH)
    several = _lists(_items(max_depth) if items is None else items, min_size, max_size, usual=4)
    return made(Routine, items=several)


def _lists(
    elements: SearchStrategy[Value], min_size: int, max_size: int | None, *, usual: int = 2
) -> SearchStrategy[list[Value]]:
    check_limit("min_size", min_size, 1)
    return st.lists(elements, min_size=min_size, max_size=at_most(max_size, usual, min_size))


def _items(max_depth: int) -> SearchStrategy[Item]:
    simple = rests() | exercises()
    return simple | circuits(max_size=2, max_depth=max_depth) if max_depth else simple


def sidedness(*, min_size: int = 1, max_size: int = len(Side)) -> SearchStrategy[Sidedness]:
    """
    Generate sidedness with *min_size* to *max_size* sides, in any order.

    >>> from hypothesis import find
    >>> find(sidedness(), lambda sidedness: True) == Sidedness.both()
    True
    """
    check_limit("min_size", min_size, 1)
    check_limit("max_size", max_size, min_size, len(Side))
    return made(Sidedness, sides=st.integers(min_size, max_size).flatmap(_orders))


def _orders(size: int) -> SearchStrategy[tuple[Side, ...]]:
    # A permutation shrinks better than sides drawn one after the other.
    sides = (Side.BOTH, Side.LEFT, Side.RIGHT, Side.AFFECTED, Side.UNAFFECTED)
    return st.sampled_from(list(permutations(sides, size)))


def frequencies() -> SearchStrategy[Frequency]:
    """
    Generate frequencies: times in a period, on days of the week, and at times of day.

    >>> from hypothesis import find
    >>> find(frequencies(), lambda frequency: True) == Frequency()
    True
    """
    nothing, one, day = st.just(()), st.just(1), st.just(PeriodUnit.DAY)
    in_periods = made(Frequency, weekdays=nothing, times_of_day=nothing)
    on_weekdays = made(Frequency, every=one, unit=day, times_of_day=nothing)
    # By default, the times are as many as the times of day.
    at_times_of_day = made(Frequency, every=one, unit=day, times=None)
    return in_periods | on_weekdays | at_times_of_day


def stages(
    routines: SearchStrategy[Routine] | None = None, *, min_size: int = 1, max_size: int | None = None
) -> SearchStrategy[Stage]:
    """
    Generate stages of *min_size* to *max_size* routines, of any kind or those given.

    >>> from hypothesis import find
    >>> find(stages(), lambda stage: True) == Stage(Routine("0", [Rest(1)]))
    True
    """
    several = _lists(_routines(max_size=2) if routines is None else routines, min_size, max_size)
    return made(Stage, routines=several)


def plans(
    stages: SearchStrategy[Stage] | None = None, *, min_size: int = 1, max_size: int | None = None
) -> SearchStrategy[Plan]:
    """
    Generate plans of *min_size* to *max_size* stages, of any kind or those given.

    >>> from hypothesis import find
    >>> find(plans(), lambda plan: True) == Plan("0", [Stage(Routine("0", [Rest(1)]))])
    True
    """
    several = _lists(_stages() if stages is None else stages, min_size, max_size)
    return made(Plan, stages=several)


def pacings() -> SearchStrategy[Pacing]:
    """
    Generate pacings, with and without gaps.

    >>> from hypothesis import given
    >>> @given(pacings())
    ... def test_takes_time(pacing):
    ...     assert pacing.movement and pacing.breath
    >>> test_takes_time()
    """
    return made(Pacing)


def timelines(
    routines: SearchStrategy[Routine] | None = None, pacings: SearchStrategy[Pacing] | None = None
) -> SearchStrategy[Timeline]:
    """
    Generate timelines of any *routines* at any *pacings*, or those given.

    >>> from hypothesis import given
    >>> @given(timelines(routines(max_depth=0), pacings=st.just(Pacing())))
    ... def test_begins_with_a_pause(timeline):
    ...     assert timeline[0].kind.value == "prepare"
    >>> test_begins_with_a_pause()
    """
    return st.builds(
        schedule, _routines() if routines is None else routines, _pacings() if pacings is None else pacings
    )


# Some arguments have the names of the strategies that they default to.
_routines, _pacings, _sidedness, _stages = routines, pacings, sidedness, stages


def steps(timelines: SearchStrategy[Timeline] | None = None) -> SearchStrategy[Step]:
    """
    Generate steps of any *timelines*, or those given.

    >>> from hypothesis import given
    >>> @given(steps(timelines(routines(max_size=1, max_depth=0))))
    ... def test_takes_time(step):
    ...     assert step.end > step.start
    >>> test_takes_time()
    """
    return (_timelines() if timelines is None else timelines).flatmap(_steps_of)


def _steps_of(timeline: Timeline) -> SearchStrategy[Step]:
    return st.sampled_from(range(len(timeline))).map(timeline.__getitem__)


_timelines = timelines
