"""
Which step follows which?

The rules of time: a routine at a pacing becomes a tree of spans.
Each boundary gets one gap at most, the longer of what is prescribed and what the body needs; a tie is a rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from itertools import pairwise, repeat
from typing import NamedTuple, assert_never, cast

from stretchlib._validation import shown
from stretchlib.errors import ScheduleError
from stretchlib.model.quantities import NO_TIME, Count, Duration
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.sidedness import Side, SwitchAfter
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.steps import StepKind
from stretchlib.timeline.tree import Moment, Span, chain, loop, moment


def expand(routine: Routine, pacing: Pacing) -> Span:
    """
    Return all that happens when *routine* is done at *pacing*.

    Raises:
        ScheduleError: It takes longer than `timedelta.max`.
    """
    prepare = [moment(pacing.prepare, StepKind.PREPARE, ())] if pacing.prepare else []
    try:
        return chain([*prepare, *_items(routine, pacing, ())])
    except OverflowError:
        message = f"routine {shown(routine.name)} is longer than timedelta.max"
        raise ScheduleError(message) from None


def _item(item: Item, pacing: Pacing, path: tuple[int, ...]) -> Span:
    match item:
        case Exercise():
            return _exercise(item, pacing, path)
        case Rest():
            return moment(pacing.duration(item.duration), StepKind.REST, path, label=item.label)
        case Circuit():
            return _circuit(item, pacing, path)
        case _:
            assert_never(item)


def _items(container: Routine | Circuit, pacing: Pacing, path: tuple[int, ...]) -> list[Span]:
    """
    Return the items of a *container* once, in order, with the gaps between them.
    """
    parts = [_item(item, pacing, (*path, index)) for index, item in enumerate(container.items)]
    rest = container.rest_between_items
    gaps = [_between_items(rest, *pair, pacing, path) for pair in pairwise(container.items)]
    return _joined(parts, gaps)


def _between_items(
    rest: Duration | None, before: Item, after: Item, pacing: Pacing, path: tuple[int, ...]
) -> Moment | None:
    # An explicit rest is all the rest there is.
    if isinstance(before, Rest) or isinstance(after, Rest):
        return None
    return _moving_on(rest, before, after, pacing, path)


def _circuit(circuit: Circuit, pacing: Pacing, path: tuple[int, ...]) -> Span:
    gap_between = partial(_moving_on, circuit.rest_between_rounds, circuit, circuit, pacing, path)
    return loop(chain(_items(circuit, pacing, path)), pacing.count(cast(Count, circuit.rounds)), gap_between, "round")


def _moving_on(
    rest: Duration | None, before: Item, after: Item, pacing: Pacing, path: tuple[int, ...]
) -> Moment | None:
    """
    Return the gap between two items, or between two rounds, with a prescribed *rest*.
    """
    # During an explicit rest one gets to the next exercise, too.
    rested = _at_edge(before, -1) or _at_edge(after, 0)
    return _gap(_prescribed(rest, pacing), NO_TIME if rested else pacing.transition, StepKind.TRANSITION, path)


def _at_edge(item: Item, edge: int) -> bool:
    """
    Return whether *item* begins (edge 0) or ends (edge -1) with an explicit rest.
    """
    while isinstance(item, Circuit):
        item = item.items[edge]
    return isinstance(item, Rest)


def _exercise(exercise: Exercise, pacing: Pacing, path: tuple[int, ...]) -> Span:
    """
    Return the loops over sets, sides and repetitions of an *exercise*, in the order of its sidedness.
    """
    work = _Work(exercise, pacing, path)
    changes = len(exercise.sidedness.sides) > 1
    match exercise.sidedness.switch_after:
        case SwitchAfter.REPETITION:
            return work.sets(work.repetitions(work.on_each_side(work.once), changes), changes)
        case SwitchAfter.SET:
            return work.sets(work.on_each_side(lambda side: work.repetitions(work.once(side))), changes)
        case SwitchAfter.ALL_SETS:
            return work.on_each_side(lambda side: work.sets(work.repetitions(work.once(side))))
        case _:
            assert_never(exercise.sidedness.switch_after)


class _Work(NamedTuple):
    """
    The loops that an exercise can consist of; a loop around both sides *changes* sides between its turns.
    """

    exercise: Exercise
    pacing: Pacing
    path: tuple[int, ...]

    def sets(self, body: Span, changes: bool = False) -> Span:
        exercise = self.exercise
        gap_between = partial(self.gap, exercise.rest_between_sets, exercise.work, changes)
        return loop(body, self.pacing.count(cast(Count, exercise.sets)), gap_between, "set")

    def repetitions(self, body: Span, changes: bool = False) -> Span:
        return self.again(self.exercise.work, body, changes)

    def on_each_side(self, span_on: Callable[[Side], Span]) -> Span:
        sidedness = self.exercise.sidedness
        first, *others = sidedness.sides
        if not others:
            return span_on(first)
        gap = self.gap(sidedness.rest, self.exercise.work, changes=True)
        return chain(_joined([span_on(side) for side in sidedness.sides], repeat(gap)))

    def once(self, side: Side) -> Span:
        return self.phases(self.exercise.work, side)

    def phases(self, work: Repetitions, side: Side) -> Span:
        return chain([self.phase(phase, side) for phase in work.phases])

    def phase(self, phase: Phase, side: Side) -> Span:
        match phase:
            case Hold():
                return self.moment(phase.duration, StepKind.HOLD, side, phase.label)
            case Move():
                duration = phase.duration or self.pacing.movement
                return self.moment(duration, StepKind.MOVE, side, phase.label, estimated=phase.duration is None)
            case Rest():
                return self.moment(phase.duration, StepKind.REST, side, phase.label)
            case Repetitions():
                return self.again(phase, self.phases(phase, side))
            case _:
                assert_never(phase)

    def moment(self, duration: Duration, kind: StepKind, side: Side, label: str, *, estimated: bool = False) -> Moment:
        return moment(self.pacing.duration(duration), kind, self.path, self.exercise, side, label, estimated)

    def again(self, work: Repetitions, body: Span, changes: bool = False) -> Span:
        gap_between = partial(self.gap, work.rest, work, changes)
        return loop(body, self.pacing.count(cast(Count, work.count)), gap_between, "repetition")

    def gap(self, rest: Duration | None, work: Repetitions, changes: bool) -> Moment | None:
        prescribed = _prescribed(rest, self.pacing)
        if changes:
            return _gap(prescribed, self.pacing.switch, StepKind.SWITCH, self.path, self.exercise)
        release = self.pacing.release if _ends_in_hold(work) else NO_TIME
        return _gap(prescribed, release, StepKind.REST, self.path, self.exercise)


def _prescribed(rest: Duration | None, pacing: Pacing) -> timedelta:
    return NO_TIME if rest is None else pacing.duration(rest)


def _ends_in_hold(work: Repetitions) -> bool:
    last = work.phases[-1]
    return _ends_in_hold(last) if isinstance(last, Repetitions) else isinstance(last, Hold)


def _gap(
    rest: timedelta, own: timedelta, kind: StepKind, path: tuple[int, ...], exercise: Exercise | None = None
) -> Moment | None:
    """
    Return the longer of a prescribed *rest* and the pacing's *own* gap of a *kind*; nothing where both are zero.
    """
    if not rest and not own:
        return None
    if rest >= own:
        return moment(rest, StepKind.REST, path, exercise)
    return moment(own, kind, path, exercise)


def _joined(parts: list[Span], gaps: Iterable[Moment | None]) -> list[Span]:
    """
    Return *parts* with the *gaps* between them that there are.
    """
    joined = parts[:1]
    for gap, part in zip(gaps, parts[1:], strict=False):
        joined += [gap, part] if gap else [part]
    return joined
