"""
The registration of the strategies of all classes with Hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, timedelta
from itertools import islice
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from stretchlib.dates.sessions import Session, sessions
from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import AsManyAsFit, Breaths, Range
from stretchlib.model.routine import Circuit, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.steps import Step
from stretchlib.model.work import Hold, Move, Repetitions, Rest
from stretchlib.testing.strategies import (
    circuits,
    exercises,
    frequencies,
    holds,
    moves,
    pacings,
    plans,
    repetitions,
    rests,
    routines,
    sidedness,
    stages,
    steps,
    timelines,
)
from stretchlib.testing.values import Value, as_many_as_fit, breaths, counts, ranges_of, timedeltas
from stretchlib.timeline.bouts import Bout
from stretchlib.timeline.cues import Cue, cues
from stretchlib.timeline.dose import Dose, dose
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.timeline import Timeline


def register() -> None:
    """
    Register the strategies of all classes with Hypothesis.

    Hypothesis does this itself if stretchlib is installed; calling it again does no harm.

    >>> register()
    >>> from hypothesis import find
    >>> find(st.from_type(Hold), lambda hold: True) == Hold(1)
    True
    """
    for kind, strategy in _STRATEGIES.items():
        st.register_type_strategy(kind, strategy)


def _ranges(kind: Any) -> SearchStrategy[Any]:
    """
    Generate ranges of a *kind*: `Range[int]`, `Range[timedelta]`, or both.
    """
    ends = get_args(kind) or (int, timedelta)
    ranges = {int: ranges_of(counts(allow_ranges=False)), timedelta: ranges_of(timedeltas())}
    return st.one_of([strategy for end, strategy in ranges.items() if end in ends])


def _parts(parts_of: Callable[[Timeline], Sequence[Value]]) -> SearchStrategy[Value]:
    """
    Generate parts of timelines that have any.
    """
    return timelines().map(parts_of).filter(bool).flatmap(st.sampled_from)


def _sessions() -> SearchStrategy[Session]:
    starts = st.datetimes(timezones=st.just(UTC))
    # There may be none at the very end of time.
    found = st.builds(sessions, routines(), starts)
    return found.map(_few).filter(bool).flatmap(st.sampled_from)


def _few(parts: Iterable[Value]) -> list[Value]:
    """
    Return the first of many *parts*, which may have no end.
    """
    return [*islice(parts, 10)]


_STRATEGIES: dict[type[Any], Callable[[type[Any]], SearchStrategy[Any]]] = {
    # Lazy, because registration runs whenever Hypothesis is imported.
    Range: _ranges,
    Breaths: lambda _: breaths(),
    AsManyAsFit: lambda _: as_many_as_fit(),
    Frequency: lambda _: frequencies(),
    Sidedness: lambda _: sidedness(),
    Hold: lambda _: holds(),
    Move: lambda _: moves(),
    Rest: lambda _: rests(),
    Repetitions: lambda _: repetitions(),
    Exercise: lambda _: exercises(),
    Circuit: lambda _: circuits(),
    Routine: lambda _: routines(),
    Stage: lambda _: stages(),
    Plan: lambda _: plans(),
    Pacing: lambda _: pacings(),
    Timeline: lambda _: timelines(),
    Step: lambda _: steps(),
    Bout: lambda _: _parts(lambda timeline: timeline.bouts),
    Dose: lambda _: _parts(dose),
    Cue: lambda _: _parts(lambda timeline: _few(cues(timeline))),
    Session: lambda _: _sessions(),
}
