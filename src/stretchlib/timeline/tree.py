"""
The compressed tree behind a timeline: leaves, chains and loops.

A leaf is one step, a chain a sequence of spans, and a loop a repeated span with a gap between its turns.
Each span knows its size, so any step is found without creating the others.
Spans are never changed, but not frozen, because that would make scheduling 1.4 times as slow.
Times are whole microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, Literal, TypeAlias, cast

import attrs

from stretchlib._classes import final
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import Step, StepDraft, StepKind
from stretchlib.model.timedeltas import MICROSECOND

#: The rulers that measure spans and positions: steps, time, holds and movements, and bouts.
STEPS: Final = 0
MICROSECONDS: Final = 1
WORK: Final = 2
BOUTS: Final = 3
#: A size on each ruler.
Size: TypeAlias = tuple[int, int, int, int]
Counter: TypeAlias = Literal["set", "repetition", "round"]
#: A place in the loops: set, sets, repetition, repetitions, round and rounds of a step.
Place: TypeAlias = tuple[int | None, int | None, int | None, int | None, tuple[int, ...], tuple[int | None, ...]]

_MAX_MICROSECONDS: Final = timedelta.max // MICROSECOND


@final
@attrs.define(eq=False)
class Leaf:
    """
    A step without its position.
    """

    size: Size
    duration: timedelta
    kind: StepKind
    path: tuple[int, ...]
    exercise: Exercise | None
    side: Side | None
    label: str
    estimated: bool
    #: Whether it is a self-paced movement, whose repetitions watches count.
    is_self_paced: bool

    def step(self, index: int, start: timedelta, place: Place) -> Step:
        """
        Return the step at its place among the others.
        """
        step: Any = StepDraft()
        step.index = index
        step.start = start
        step.duration = self.duration
        step.kind = self.kind
        step.exercise = self.exercise
        step.side = side = self.side
        step.label = self.label
        step.path = self.path
        step.estimated = self.estimated
        step.is_self_paced = self.is_self_paced
        if side is None:
            step.set = step.sets = step.repetition = step.repetitions = None
            _, _, _, _, step.round, step.rounds = place
        else:
            step.set, step.sets, step.repetition, step.repetitions, step.round, step.rounds = place
        step.__class__ = Step
        return cast(Step, step)


@final
@attrs.define(eq=False)
class Chain:
    """
    A sequence of spans.
    """

    size: Size
    estimated: bool
    parts: tuple[Span, ...]
    #: The start of each part.
    begins: list[Size]


@final
@attrs.define(eq=False)
class Loop:
    """
    A repeated span, counted, with a gap between its turns.
    """

    size: Size
    estimated: bool
    body: Span
    times: int
    #: The number of turns that steps show; `None` if it is only an estimate.
    total: int | None
    gap: Leaf | None
    counter: Counter
    #: The size from the start of one turn to the start of the next.
    period: Size
    #: The sides of repetitions, several if they alternate.
    sides: tuple[Side, ...]
    #: Whether it is a bout: the repetitions of a set.
    is_bout: bool


Span: TypeAlias = Leaf | Chain | Loop


def leaf(
    duration: timedelta,
    kind: StepKind,
    path: tuple[int, ...],
    exercise: Exercise | None = None,
    *,
    side: Side | None = None,
    label: str = "",
    estimated: bool = False,
    is_self_paced: bool = False,
) -> Leaf:
    """
    Return the leaf of a step of a *kind*, with its size.
    """
    size = (1, duration // MICROSECOND, kind.is_work, 0)
    return Leaf(size, duration, kind, path, exercise, side, label, estimated, is_self_paced)


def chain(parts: Iterable[Span]) -> Span:
    """
    Return a chain of spans, or the only one.

    Raises:
        OverflowError: They are longer than `timedelta.max` together.
    """
    parts = tuple(parts)
    first, *others = parts
    if not others:
        return first
    estimated = False
    steps = time = work = bouts = 0
    begins: list[Size] = []
    for part in parts:
        begins.append((steps, time, work, bouts))
        more_steps, more_time, more_work, more_bouts = part.size
        steps += more_steps
        time += more_time
        work += more_work
        bouts += more_bouts
        estimated = estimated or part.estimated
    _check_time(time)
    return Chain((steps, time, work, bouts), estimated, parts, begins)


def loop(
    body: Span,
    times: int,
    gap: Leaf | None,
    counter: Counter,
    total: int | None,
    *,
    sides: tuple[Side, ...] = (),
    is_bout: bool = False,
) -> Loop:
    """
    Return a loop of *body*, performed a number of *times* with a *gap* between.

    Raises:
        OverflowError: It is longer than `timedelta.max`.
    """
    steps, time, work, bouts = size = body.size
    period = (steps + 1, time + gap.size[MICROSECONDS], work, bouts) if gap else size
    if times > 1:
        more = times - 1
        size = (more * period[0] + steps, more * period[1] + time, times * work, times * bouts)
        _check_time(size[MICROSECONDS])
    if is_bout:
        size = (*size[:BOUTS], 1)
    estimated = body.estimated or (gap is not None and gap.estimated)
    return Loop(size, estimated, body, times, total, gap, counter, period, sides, is_bout)


def _check_time(time: int) -> None:
    # Check here: enclosing loops would otherwise multiply the numbers until memory is full.
    if time > _MAX_MICROSECONDS:
        message = "longer than timedelta.max"
        raise OverflowError(message)
