"""
What could a routine look like?

Hypothesis strategies for the tests of those who build on stretchlib; install the extra `testing`.
Where it is installed, `hypothesis.strategies.from_type(Routine)` finds them by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from stretchlib.frequency import Frequency, PeriodUnit
from stretchlib.model import Circuit, Exercise, Hold, Item, Move, Phase, Repetitions, Rest, Routine
from stretchlib.pacing import Pacing
from stretchlib.quantities import Breaths, Count, Duration, Range
from stretchlib.scheduler import schedule
from stretchlib.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.timeline import Timeline

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)


def _ordered(ends: tuple[Any, Any]) -> Range[Any]:
    return Range(min(ends), max(ends))


def counts(*, min_value: int = 1, max_value: int = 4) -> SearchStrategy[Count]:
    """
    Generate counts and ranges of counts, from *min_value* to *max_value*, both included.
    """
    number = st.integers(min_value, max_value)
    return number | st.tuples(number, number).map(_ordered)


def spans(*, min_value: timedelta = _SECOND, max_value: timedelta = _MINUTE) -> SearchStrategy[timedelta]:
    """
    Generate spans of time, mostly of whole seconds, from *min_value* to *max_value*, both included.
    """
    seconds = st.integers(-(-min_value // _SECOND), max_value // _SECOND).map(lambda whole: whole * _SECOND)
    return seconds | st.timedeltas(min_value, max_value)


def durations(*, min_value: timedelta = _SECOND, max_value: timedelta = _MINUTE) -> SearchStrategy[Duration]:
    """
    Generate durations of every form: spans from *min_value* to *max_value*, ranges of them, and breaths.
    """
    span = spans(min_value=min_value, max_value=max_value)
    return span | st.tuples(span, span).map(_ordered) | counts().map(Breaths)


def _rests() -> SearchStrategy[Duration]:
    return st.just(timedelta()) | durations(min_value=timedelta(), max_value=timedelta(seconds=10))


def texts(*, min_size: int = 0, max_size: int = 10) -> SearchStrategy[str]:
    """
    Generate text of any script, of *min_size* to *max_size* characters.
    """
    return st.text(st.characters(codec="utf-8"), min_size=min_size, max_size=max_size)


def _labels() -> SearchStrategy[str]:
    return st.just("") | texts()


def frequencies() -> SearchStrategy[Frequency]:
    """
    Generate frequencies.
    """
    return st.builds(
        Frequency,
        counts(),
        every=st.integers(1, 6),
        unit=st.sampled_from(PeriodUnit),
        weeks=st.none() | counts(max_value=12),
    )


def sidedness(*, max_size: int = len(Side)) -> SearchStrategy[Sidedness]:
    """
    Generate sidedness with one to *max_size* sides, in any order.
    """
    return st.builds(
        Sidedness,
        sides=st.lists(st.sampled_from(Side), min_size=1, max_size=max_size, unique=True),
        switch_after=st.sampled_from(SwitchAfter),
        rest=_rests(),
    )


def rests() -> SearchStrategy[Rest]:
    """
    Generate explicit rests.
    """
    return st.builds(Rest, durations(), label=_labels())


def phases(*, max_depth: int = 1) -> SearchStrategy[Phase]:
    """
    Generate phases of a repetition, with repetitions of their own up to *max_depth* levels deep.
    """
    holds = st.builds(Hold, durations(), label=_labels())
    moves = st.builds(Move, st.none() | durations(), label=_labels())
    simple = holds | moves | rests()
    return simple | repetitions(max_size=2, max_depth=max_depth - 1) if max_depth else simple


def repetitions(*, min_size: int = 1, max_size: int = 3, max_depth: int = 1) -> SearchStrategy[Repetitions]:
    """
    Generate repetitions of *min_size* to *max_size* phases.
    """
    several = st.lists(phases(max_depth=max_depth), min_size=min_size, max_size=max_size)
    return st.builds(Repetitions, counts(), several, rest=_rests())


def exercises() -> SearchStrategy[Exercise]:
    """
    Generate exercises.
    """
    return st.builds(
        Exercise,
        texts(min_size=1),
        repetitions(),
        sets=counts(max_value=3),
        rest_between_sets=_rests(),
        sidedness=sidedness(),
        instructions=_labels(),
        equipment=st.lists(texts(min_size=1), max_size=2),
        tags=st.lists(texts(min_size=1), max_size=2),
        frequency=st.none() | frequencies(),
    )


def _items(max_depth: int) -> SearchStrategy[Item]:
    simple = exercises() | rests()
    return simple | circuits(max_size=2, max_depth=max_depth) if max_depth else simple


def circuits(*, min_size: int = 1, max_size: int = 3, max_depth: int = 2) -> SearchStrategy[Circuit]:
    """
    Generate circuits of *min_size* to *max_size* items, nested up to *max_depth* deep.
    """
    return st.builds(
        Circuit,
        st.lists(_items(max_depth - 1), min_size=min_size, max_size=max_size),
        rounds=counts(max_value=3),
        rest_between_items=_rests(),
        rest_between_rounds=_rests(),
        name=_labels(),
    )


def routines(*, min_size: int = 1, max_size: int = 4, max_depth: int = 2) -> SearchStrategy[Routine]:
    """
    Generate routines of *min_size* to *max_size* items, with circuits up to *max_depth* deep.
    """
    return st.builds(
        Routine,
        texts(min_size=1),
        st.lists(_items(max_depth), min_size=min_size, max_size=max_size),
        rest_between_items=_rests(),
        description=_labels(),
        source=_labels(),
        frequency=st.none() | frequencies(),
    )


def pacings() -> SearchStrategy[Pacing]:
    """
    Generate pacings, with gaps and without.
    """
    gaps = st.just(timedelta()) | spans(min_value=timedelta(), max_value=timedelta(seconds=10))
    paces = spans(max_value=timedelta(seconds=10))
    hundredths = st.integers(0, 100).map(lambda whole: whole / 100)
    return st.builds(
        Pacing,
        prepare=gaps,
        transition=gaps,
        switch=gaps,
        release=gaps,
        movement=paces,
        breath=paces,
        level=hundredths | st.floats(0, 1),
    )


def timelines(
    routines: SearchStrategy[Routine] | None = None, pacings: SearchStrategy[Pacing] | None = None
) -> SearchStrategy[Timeline]:
    """
    Generate timelines of *routines* at *pacings*.
    """
    routines = _routines() if routines is None else routines
    pacings = _pacings() if pacings is None else pacings
    return st.builds(schedule, routines, pacings)


# The arguments of `timelines` are called like the strategies they default to.
_routines, _pacings = routines, pacings

_STRATEGIES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    Breaths: lambda: counts().map(Breaths),
    Frequency: frequencies,
    Sidedness: sidedness,
    Hold: lambda: phases().filter(lambda phase: isinstance(phase, Hold)),
    Move: lambda: phases().filter(lambda phase: isinstance(phase, Move)),
    Rest: rests,
    Repetitions: repetitions,
    Exercise: exercises,
    Circuit: circuits,
    Routine: routines,
    Pacing: pacings,
    Timeline: timelines,
}


def register() -> None:
    """
    Tell Hypothesis which strategy generates which class.
    """
    for kind, strategy in _STRATEGIES.items():
        st.register_type_strategy(kind, _when_asked(strategy))


def _when_asked(strategy: Callable[[], SearchStrategy[Any]]) -> Callable[[type[Any]], SearchStrategy[Any]]:
    # Registration happens wherever Hypothesis is imported, so nothing is made before it is asked for.
    return lambda _: strategy()


# The entry point names this module and not `register`, which is not there yet where Hypothesis loads it
# because this module is being imported.
register()
