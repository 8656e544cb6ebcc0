"""
How can a timeline of any length be small?

A tree of three kinds of spans: one step, one span after another, again and again with a gap between.
Each knows its size, how many steps it holds and how long it lasts, so that any step is found without making the others.
Inside, time is counted in whole microseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterable
from datetime import timedelta
from itertools import accumulate
from typing import Final, Literal, NamedTuple, TypeAlias, final

from stretchlib.model import Exercise
from stretchlib.sidedness import Side
from stretchlib.steps import Step, StepKind, make_step

#: The two rulers on which a span has a size and a step has a position.
STEPS: Final = 0
MICROSECONDS: Final = 1
Ruler: TypeAlias = Literal[0, 1]
Size: TypeAlias = tuple[int, int]
Counter: TypeAlias = Literal["set", "repetition", "round"]


@final
class Moment(NamedTuple):
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
class Chain(NamedTuple):
    """
    One span after another.
    """

    size: Size
    parts: tuple[Span, ...]
    #: On each ruler, where each part begins.
    offsets: tuple[tuple[int, ...], tuple[int, ...]]


@final
class Loop(NamedTuple):
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
    size = (1, duration // timedelta.resolution)
    return Moment(size, duration, kind, path, exercise, side, label, estimated)


def chain(parts: Iterable[Span]) -> Span:
    """
    One span after another; a single one is itself.
    """
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    *steps, all_steps = accumulate((part.size[STEPS] for part in parts), initial=0)
    *times, all_time = accumulate((part.size[MICROSECONDS] for part in parts), initial=0)
    return Chain((all_steps, all_time), parts, (tuple(steps), tuple(times)))


def loop(body: Span, times: int, gap: Moment | None, counter: Counter) -> Loop:
    """
    *body* so many *times*, with a *gap* between.
    """
    steps, time = body.size
    period = (steps + 1, time + gap.size[MICROSECONDS]) if gap else body.size
    size = ((times - 1) * period[STEPS] + steps, (times - 1) * period[MICROSECONDS] + time)
    return Loop(size, body, times, gap, counter, period)


def unroll(
    span: Span,
    index: int = 0,
    start: timedelta = timedelta(),
    set: int | None = None,
    repetition: int | None = None,
    rounds: tuple[int, ...] = (),
) -> Generator[Step, None, tuple[int, timedelta]]:
    """
    Make all steps of *span* in order; return the index and the start of what comes after it.
    """
    match span:
        case Moment():
            yield span.step(index, start, set, repetition, rounds)
            return index + 1, start + span.duration
        case Chain():
            for part in span.parts:
                index, start = yield from unroll(part, index, start, set, repetition, rounds)
        case Loop(body=body, gap=gap, counter=counter):
            around = rounds
            for turn in range(1, span.times + 1):
                if gap and turn > 1:
                    index, start = yield from unroll(gap, index, start, rounds=around)
                if counter == "repetition":
                    repetition = turn
                elif counter == "set":
                    set = turn
                else:
                    rounds = (*around, turn)
                index, start = yield from unroll(body, index, start, set, repetition, rounds)
    return index, start


def locate(span: Span, position: int, ruler: Ruler) -> Step:
    """
    Make the one step at a *position* within *span*, as read on a *ruler*.
    """
    index = start = 0
    set = repetition = None
    rounds: tuple[int, ...] = ()
    while not isinstance(span, Moment):
        if isinstance(span, Chain):
            nth = bisect_right(span.offsets[ruler], position) - 1
            passed = (span.offsets[STEPS][nth], span.offsets[MICROSECONDS][nth])
            inside: Span = span.parts[nth]
        else:
            turn, offset = divmod(position, span.period[ruler])
            passed = (turn * span.period[STEPS], turn * span.period[MICROSECONDS])
            if span.gap and offset >= span.body.size[ruler]:
                passed = (passed[STEPS] + span.body.size[STEPS], passed[MICROSECONDS] + span.body.size[MICROSECONDS])
                inside = span.gap
            else:
                inside = span.body
                if span.counter == "repetition":
                    repetition = turn + 1
                elif span.counter == "set":
                    set = turn + 1
                else:
                    rounds = (*rounds, turn + 1)
        index += passed[STEPS]
        start += passed[MICROSECONDS]
        position -= passed[ruler]
        span = inside
    return span.step(index, timedelta(microseconds=start), set, repetition, rounds)
