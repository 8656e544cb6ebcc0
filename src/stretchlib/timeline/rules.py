"""
The rules of time: a routine at a pacing becomes a tree of spans.

A prescribed rest is kept exactly; if none is prescribed, the pacing inserts a gap.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import assert_never

from stretchlib._messages import shown
from stretchlib.errors import ScheduleError
from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import AsManyAsFit, Duration
from stretchlib.model.routine import Circuit, Item, Routine
from stretchlib.model.steps import StepKind
from stretchlib.model.timedeltas import MICROSECOND, NO_TIME
from stretchlib.model.work import Rest
from stretchlib.timeline.exercises import expand_exercise
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.tree import MICROSECONDS, Leaf, Span, chain, leaf
from stretchlib.timeline.turns import gap, joined, repeated, timed


def expand(routine: Routine, pacing: Pacing) -> Span:
    """
    Return the tree of *routine* at *pacing*.

    Raises:
        ScheduleError: It takes longer than `timedelta.max`.
    """
    prepare = [leaf(pacing.prepare, StepKind.PREPARE, ())] if pacing.prepare else []
    try:
        return chain([*prepare, *_items(routine, pacing, ())])
    except OverflowError:
        message = f"routine {shown(routine.name)} is longer than timedelta.max"
        raise ScheduleError(message) from None


def _item(item: Item, pacing: Pacing, path: tuple[int, ...]) -> Span:
    match item:
        case Exercise():
            return expand_exercise(item, pacing, path)
        case Rest():
            duration, estimated = timed(item.duration, pacing)
            return leaf(duration, StepKind.REST, path, label=item.label, estimated=estimated)
        case Circuit():
            return _circuit(item, pacing, path)
        case _:
            assert_never(item)


def _items(container: Routine | Circuit, pacing: Pacing, path: tuple[int, ...]) -> list[Span]:
    """
    Return the items of a *container*, performed once, with the gaps between them.
    """
    parts = [_item(item, pacing, (*path, index)) for index, item in enumerate(container.items)]
    rest = container.rest_between_items
    gaps = [_between_items(rest, *pair, pacing, path) for pair in pairwise(container.items)]
    return joined(parts, gaps)


def _between_items(
    rest: Duration | None, before: Item, after: Item, pacing: Pacing, path: tuple[int, ...]
) -> Leaf | None:
    # A `Rest` item replaces any gap.
    if isinstance(before, Rest) or isinstance(after, Rest):
        return None
    return _moving_on(rest, before, after, pacing, path)


def _moving_on(rest: Duration | None, before: Item, after: Item, pacing: Pacing, path: tuple[int, ...]) -> Leaf | None:
    """
    Return the gap between two items, or between two rounds.
    """
    is_rested = _is_rest_at_edge(before, -1) or _is_rest_at_edge(after, 0)
    return gap(rest, [] if is_rested else [(StepKind.TRANSITION, pacing.transition)], pacing, path)


def _is_rest_at_edge(item: Item, edge: int) -> bool:
    """
    Return whether *item* starts (edge 0) or ends (edge -1) with an explicit rest.
    """
    while isinstance(item, Circuit):
        item = item.items[edge]
    return isinstance(item, Rest)


def _circuit(circuit: Circuit, pacing: Pacing, path: tuple[int, ...]) -> Span:
    once, every = chain(_items(circuit, pacing, path)), circuit.round_every
    if every is None:
        gap_between = partial(_moving_on, circuit.rest_between_rounds, circuit, circuit, pacing, path)
        return repeated(once, circuit.rounds, gap_between, "round", pacing)
    keeps_time = isinstance(circuit.rounds, AsManyAsFit) and _time_left(every, once, pacing) >= NO_TIME
    gap_between = partial(_wait, every, once, pacing, path)
    return repeated(once, circuit.rounds, gap_between, "round", pacing, keeps_time=keeps_time)


def _wait(every: Duration, once: Span, pacing: Pacing, path: tuple[int, ...]) -> Leaf | None:
    left = _time_left(every, once, pacing)
    return leaf(left, StepKind.REST, path) if left > NO_TIME else None


def _time_left(every: Duration, once: Span, pacing: Pacing) -> timedelta:
    """
    Return the time until the next round; below 0 if the round takes longer.
    """
    return pacing.duration(every) - once.size[MICROSECONDS] * MICROSECOND
