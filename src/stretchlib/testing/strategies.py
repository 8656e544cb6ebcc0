"""
Hypothesis strategies for the classes of the model, pacings, timelines and steps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import NO_TIME, AsManyAsFit, Breaths, Range
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.sidedness import RelativeSide, Sidedness
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.testing.fields import (
    TOSS,
    Value,
    check_depth,
    counts,
    durations,
    frequencies,
    labels,
    ordered,
    rest_durations,
    sidedness,
    spans,
    texts,
    times,
    usually,
)
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.scheduler import schedule
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline


def holds() -> SearchStrategy[Hold]:
    """
    Generate holds.

    >>> from hypothesis import find
    >>> find(holds(), lambda hold: True) == Hold(1)
    True
    """
    return st.builds(Hold, durations(), label=labels(), side=_relative_sides())


def moves() -> SearchStrategy[Move]:
    """
    Generate movements, at one's own pace and otherwise.

    >>> from hypothesis import find
    >>> find(moves(), lambda move: True) == Move()
    True
    """
    return st.builds(Move, st.none() | durations(), label=labels(), side=_relative_sides())


def _relative_sides() -> SearchStrategy[RelativeSide]:
    return usually(RelativeSide.SAME, st.sampled_from(RelativeSide))


def rests() -> SearchStrategy[Rest]:
    """
    Generate explicit rests.

    >>> from hypothesis import find
    >>> find(rests(), lambda rest: True) == Rest(1)
    True
    """
    return st.builds(Rest, durations(), label=labels())


def phases(*, max_depth: int = 1) -> SearchStrategy[Phase]:
    """
    Generate phases of a repetition, with repetitions of their own up to *max_depth* levels deep.

    >>> from hypothesis import find
    >>> find(phases(), lambda phase: isinstance(phase, Repetitions)) == Repetitions()
    True
    """
    check_depth(max_depth, 0)
    simple = moves() | holds() | rests()
    return simple | repetitions(max_size=2, max_depth=max_depth - 1) if max_depth else simple


def repetitions(*, min_size: int = 1, max_size: int = 3, max_depth: int = 1) -> SearchStrategy[Repetitions]:
    """
    Generate repetitions of *min_size* to *max_size* phases, with repetitions inside up to *max_depth* levels deep.

    >>> from hypothesis import given
    >>> @given(repetitions(min_size=2))
    ... def test_has_several_phases(repetitions):
    ...     assert len(repetitions.phases) in (2, 3)
    >>> test_has_several_phases()
    """
    several = st.lists(phases(max_depth=max_depth), min_size=min_size, max_size=max_size)
    return st.builds(Repetitions, times(), several, rest=rest_durations())


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
    details: dict[str, SearchStrategy[Any]] = {
        "instructions": texts(),
        "equipment": st.lists(texts(min_size=1), max_size=2),
        "tags": st.lists(texts(min_size=1), max_size=2),
        "frequency": st.none() | frequencies(),
    }
    parts: dict[str, SearchStrategy[Any]] = {
        "name": texts(min_size=1),
        "work": repetitions() if work is None else work,
        "sets": times(max_value=3),
        "rest_between_sets": rest_durations(),
        "sidedness": _sidedness() if sidedness is None else sidedness,
    }
    return _made(Exercise, parts, details)


def circuits(
    items: SearchStrategy[Item] | None = None, *, min_size: int = 1, max_size: int = 3, max_depth: int = 2
) -> SearchStrategy[Circuit]:
    """
    Generate circuits of *min_size* to *max_size* items, of any kind and nested up to *max_depth* deep, or those given.

    >>> from hypothesis import given
    >>> @given(circuits(rests(), max_size=2))
    ... def test_is_short(circuit):
    ...     assert len(circuit.items) in (1, 2)
    >>> test_is_short()
    """
    check_depth(max_depth, 1)
    parts: dict[str, SearchStrategy[Any]] = {
        "items": _several(items, min_size, max_size, max_depth - 1),
        "rounds": times(max_value=3),
        "rest_between_items": rest_durations(),
        "name": labels(),
    }
    resting = _made(Circuit, parts | {"rest_between_rounds": rest_durations()}, {})
    return resting | _made(Circuit, parts | {"round_every": durations(max_value=120, allow_open_ranges=False)}, {})


def routines(
    items: SearchStrategy[Item] | None = None, *, min_size: int = 1, max_size: int = 4, max_depth: int = 2
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
    details: dict[str, SearchStrategy[Any]] = {
        "description": texts(),
        "source": texts(),
        "frequency": st.none() | frequencies(),
    }
    parts: dict[str, SearchStrategy[Any]] = {
        "name": texts(min_size=1),
        "items": _several(items, min_size, max_size, max_depth),
        "rest_between_items": rest_durations(),
    }
    return _made(Routine, parts, details)


def _several(
    items: SearchStrategy[Item] | None, min_size: int, max_size: int, max_depth: int
) -> SearchStrategy[list[Item]]:
    return st.lists(_items(max_depth) if items is None else items, min_size=min_size, max_size=max_size)


def _items(max_depth: int) -> SearchStrategy[Item]:
    check_depth(max_depth, 0)
    simple = rests() | exercises()
    return simple | circuits(max_size=2, max_depth=max_depth) if max_depth else simple


def _made(
    kind: Callable[..., Value], parts: dict[str, SearchStrategy[Any]], details: dict[str, SearchStrategy[Any]]
) -> SearchStrategy[Value]:
    """
    Generate instances of *kind* from all *parts*, half of them with *details*.
    """

    # Without arguments, its name is short: Hypothesis warns of strategies that take pages to print.
    @st.composite
    def made(draw: DrawFn) -> Value:
        detailed = bool(details) and draw(TOSS)
        strategies = parts | details if detailed else parts
        return kind(**{name: draw(strategy) for name, strategy in strategies.items()})

    return made()


def pacings() -> SearchStrategy[Pacing]:
    """
    Generate pacings, with gaps and without.

    >>> from hypothesis import given
    >>> @given(pacings())
    ... def test_knows_how_fast(pacing):
    ...     assert pacing.movement and pacing.breath
    >>> test_knows_how_fast()
    """
    gaps = usually(NO_TIME, spans(min_value=0, max_value=10))
    paces = spans(max_value=10)
    return st.builds(
        Pacing,
        prepare=gaps,
        transition=gaps,
        switch=gaps,
        release=gaps,
        recovery=gaps,
        movement=paces,
        breath=paces,
        level=st.integers(0, 100).map(_hundredths) | st.floats(0, 1),
    )


def _hundredths(whole: int) -> float:
    return whole / 100


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


# Some arguments are called like the strategies they default to.
_routines, _pacings, _sidedness = routines, pacings, sidedness


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
    return st.integers(0, len(timeline) - 1).map(timeline.__getitem__)


_timelines = timelines


def _ranges(kind: Any) -> SearchStrategy[Any]:
    """
    Generate ranges as *kind* asks for: `Range[int]`, `Range[timedelta]`, or both.
    """
    ends = get_args(kind) or (int, timedelta)
    number, span = st.integers(1, 4), spans()
    ranges = {int: st.tuples(number, number).map(ordered), timedelta: st.tuples(span, span).map(ordered)}
    return st.one_of([strategy for end, strategy in ranges.items() if end in ends])


def register() -> None:
    """
    Tell Hypothesis which strategy generates which class.

    It happens by itself where stretchlib is installed; a second time does no harm.

    >>> register()
    >>> from hypothesis import find
    >>> find(st.from_type(Hold), lambda hold: True) == Hold(1)
    True
    """
    for kind, strategy in _STRATEGIES.items():
        st.register_type_strategy(kind, strategy)


_STRATEGIES: dict[type[Any], Callable[[type[Any]], SearchStrategy[Any]]] = {
    # Registration happens wherever Hypothesis is imported, so nothing is made before it is asked for.
    Range: _ranges,
    Breaths: lambda _: counts().map(Breaths),
    AsManyAsFit: lambda _: durations(allow_open_ranges=False).map(AsManyAsFit),
    Frequency: lambda _: frequencies(),
    Sidedness: lambda _: sidedness(),
    Hold: lambda _: holds(),
    Move: lambda _: moves(),
    Rest: lambda _: rests(),
    Repetitions: lambda _: repetitions(),
    Exercise: lambda _: exercises(),
    Circuit: lambda _: circuits(),
    Routine: lambda _: routines(),
    Pacing: lambda _: pacings(),
    Timeline: lambda _: timelines(),
    Step: lambda _: steps(),
}
