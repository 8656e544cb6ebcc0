"""
How can a timeline of any length be small?

A tree of three kinds of spans: one step, one span after another, again and again with a gap between.
Each knows its size, how many steps it holds and how long it lasts, so that any step is found without making the others.
Inside, time is counted in whole microseconds.

Spans are never changed once they are made, but not frozen: that would make a timeline 1.2 times as slow to build.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final, Literal, TypeAlias, assert_never, final

import attrs

from stretchlib.model.quantities import MICROSECOND
from stretchlib.model.routine import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.timeline.steps import Step, StepKind, make_step

#: The two rulers on which a span has a size and a step has a position.
STEPS: Final = 0
MICROSECONDS: Final = 1
Size: TypeAlias = tuple[int, int]
_LONGEST: Final = timedelta.max // MICROSECOND
Counter: TypeAlias = Literal["set", "repetition", "round"]


@final
@attrs.define(eq=False)
class Moment:
    """
    One step.
    """

    size: Size
    duration: timedelta
    kind: StepKind
    path: tuple[int, ...]
    exercise: Exercise | None
    side: Side | None
    label: str
    estimated: bool

    def step(
        self, index: int, start: timedelta, set: int | None, repetition: int | None, rounds: tuple[int, ...]
    ) -> Step:
        """
        Make the step, at its place among the others.
        """
        if self.side is None:
            set = repetition = None
        return make_step(
            index,
            start,
            self.duration,
            self.kind,
            self.exercise,
            self.side,
            set,
            repetition,
            self.label,
            rounds,
            self.path,
            self.estimated,
        )


@final
@attrs.define(eq=False)
class Chain:
    """
    One span after another.
    """

    size: Size
    parts: tuple[Span, ...]
    #: On each ruler, where each part begins.
    offsets: tuple[tuple[int, ...], tuple[int, ...]]


@final
@attrs.define(eq=False)
class Loop:
    """
    The same span again and again, counted, with a gap between.
    """

    size: Size
    body: Span
    times: int
    gap: Moment | None
    counter: Counter
    #: From the beginning of one turn to the beginning of the next.
    period: Size


Span: TypeAlias = Moment | Chain | Loop
#: A span with the set, the repetition and the rounds in which it is done.
Turn: TypeAlias = tuple[Span, int | None, int | None, tuple[int, ...]]


def moment(
    duration: timedelta,
    kind: StepKind,
    path: tuple[int, ...],
    exercise: Exercise | None = None,
    side: Side | None = None,
    label: str = "",
    estimated: bool = False,
) -> Moment:
    """
    One step, wherever it will be.
    """
    return Moment((1, duration // MICROSECOND), duration, kind, path, exercise, side, label, estimated)


def chain(parts: Iterable[Span]) -> Span:
    """
    One span after another; a single one is itself.

    Raises:
        OverflowError: Together they are longer than `timedelta.max`.
    """
    parts = tuple(parts)
    first, *others = parts
    if not others:
        return first
    steps = time = 0
    steps_before: list[int] = []
    time_before: list[int] = []
    for part in parts:
        steps_before.append(steps)
        time_before.append(time)
        steps += part.size[STEPS]
        time += part.size[MICROSECONDS]
    return Chain(_bearable(steps, time), parts, (tuple(steps_before), tuple(time_before)))


def loop(body: Span, times: int, gap_between: Callable[[], Moment | None], counter: Counter) -> Loop:
    """
    *body* so many *times*, with a gap between.

    A gap that never comes is not made, for it may be a rest that no time is long enough for.

    Raises:
        OverflowError: All of it is longer than `timedelta.max`.
    """
    gap = gap_between() if times > 1 else None
    steps, time = body.size
    period = (steps + 1, time + gap.size[MICROSECONDS]) if gap else body.size
    size = _bearable((times - 1) * period[STEPS] + steps, (times - 1) * period[MICROSECONDS] + time)
    return Loop(size, body, times, gap, counter, period)


def _bearable(steps: int, time: int) -> Size:
    # At once, for numbers that grow with each span around would fill the memory.
    if time > _LONGEST:
        message = "longer than timedelta.max"
        raise OverflowError(message)
    return steps, time


def unroll(span: Span) -> Iterator[Step]:
    """
    Make all steps of *span*, in order.
    """
    index, start = 0, timedelta()
    # One generator for each span around the step; were they nested, each step would pass through them all.
    around: list[Iterator[Turn]] = [iter([(span, None, None, ())])]
    while around:
        for inside, set, repetition, rounds in around[-1]:
            if isinstance(inside, Moment):
                yield inside.step(index, start, set, repetition, rounds)
                index += 1
                start += inside.duration
            else:
                around.append(_inside(inside, set, repetition, rounds))
                break
        else:
            around.pop()


def _inside(span: Chain | Loop, set: int | None, repetition: int | None, rounds: tuple[int, ...]) -> Iterator[Turn]:
    """
    Yield what is directly within *span*, in order.
    """
    if isinstance(span, Chain):
        for part in span.parts:
            yield part, set, repetition, rounds
        return
    for turn in range(1, span.times + 1):
        if span.gap and turn > 1:
            yield span.gap, None, None, rounds
        match span.counter:
            case "repetition":
                yield span.body, set, turn, rounds
            case "set":
                yield span.body, turn, repetition, rounds
            case "round":
                yield span.body, set, repetition, (*rounds, turn)
            case _:
                assert_never(span.counter)


def locate(span: Span, position: int, ruler: int) -> Step:
    """
    Make the one step at a *position* within *span*, as read on a *ruler*.
    """
    other = STEPS if ruler == MICROSECONDS else MICROSECONDS
    begin, begin_on_other = position, 0
    set = repetition = None
    rounds: tuple[int, ...] = ()
    while not isinstance(span, Moment):
        if isinstance(span, Chain):
            nth = bisect_right(span.offsets[ruler], position) - 1
            position -= span.offsets[ruler][nth]
            begin_on_other += span.offsets[other][nth]
            span = span.parts[nth]
            continue
        body, gap, counter = span.body, span.gap, span.counter
        turn, position = divmod(position, span.period[ruler])
        begin_on_other += turn * span.period[other]
        if gap and position >= body.size[ruler]:
            position -= body.size[ruler]
            begin_on_other += body.size[other]
            span = gap
            continue
        match counter:
            case "repetition":
                repetition = turn + 1
            case "set":
                set = turn + 1
            case "round":
                rounds = (*rounds, turn + 1)
            case _:
                assert_never(counter)
        span = body
    begin -= position
    index, start = (begin, begin_on_other) if ruler == STEPS else (begin_on_other, begin)
    return span.step(index, start * MICROSECOND, set, repetition, rounds)
