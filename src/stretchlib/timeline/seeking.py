"""
Finding steps in the tree of a timeline: all in order, or the one at a position.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Final, assert_never

from stretchlib.model.steps import Step
from stretchlib.model.timedeltas import MICROSECOND, NO_TIME
from stretchlib.timeline.tree import BOUTS, MICROSECONDS, STEPS, WORK, Chain, Leaf, Loop, Place, Size, Span

_NOWHERE: Final[Place] = (None, None, None, None, (), ())
#: The size of a span on each ruler.
_READINGS: Final[tuple[Callable[[Size], int], ...]] = tuple(map(itemgetter, (STEPS, MICROSECONDS, WORK, BOUTS)))


def unroll(span: Span) -> Iterator[Step]:
    """
    Yield all steps of *span*, in order.
    """
    index, start = 0, NO_TIME
    # A stack of generators: with nested ones, each step would pass through all of them.
    around: list[Iterator[tuple[Span, Place]]] = [iter([(span, _NOWHERE)])]
    while around:
        for inside, place in around[-1]:
            if isinstance(inside, Leaf):
                yield inside.step(index, start, place)
                index += 1
                start += inside.duration
            else:
                around.append(_inside(inside, place))
                break
        else:
            around.pop()


def _inside(span: Chain | Loop, place: Place) -> Iterator[tuple[Span, Place]]:
    """
    Yield the children of *span*, in order.
    """
    if isinstance(span, Chain):
        for part in span.parts:
            yield part, place
        return
    body, gap = span.body, span.gap
    for turn in range(1, span.times + 1):
        if gap and turn > 1:
            yield gap, place
        yield body, _at_turn(place, span, turn)


def _at_turn(place: Place, loop: Loop, turn: int) -> Place:
    """
    Return *place* inside of a *turn* of *loop*, from 1.
    """
    set, sets, repetition, repetitions, round, rounds = place
    match loop.counter:
        case "repetition":
            return set, sets, turn, loop.total, round, rounds
        case "set":
            return turn, loop.total, repetition, repetitions, round, rounds
        case "round":
            return set, sets, repetition, repetitions, (*round, turn), (*rounds, loop.total)
        case _:
            assert_never(loop.counter)


def step_at(span: Span, position: int, ruler: int = STEPS) -> Step:
    """
    Return the step at a *position* within *span* on a *ruler*.
    """
    if ruler == MICROSECONDS:
        found, start, index, place = locate(span, position, MICROSECONDS, STEPS)
    else:
        found, index, start, place = locate(span, position, ruler, MICROSECONDS)
    assert isinstance(found, Leaf)
    return found.step(index, start * MICROSECOND, place)


def next_work(span: Span, index: int) -> int | None:
    """
    Return the index of the first hold or movement after the step at *index*.
    """
    found, _, work, _ = locate(span, index, STEPS, WORK)
    work += found.size[WORK]
    if work == span.size[WORK]:
        return None
    _, _, following, _ = locate(span, work, WORK, STEPS)
    return following


def bouts_before(span: Span, index: int) -> int:
    """
    Return how many bouts have ended when the step at *index* starts.
    """
    _, _, bouts, _ = locate(span, index, STEPS, BOUTS)
    return bouts


def locate(
    span: Span, position: int, ruler: int, other: int, *, bout: bool = False
) -> tuple[Leaf | Loop, int, int, Place]:
    """
    Return the leaf at a *position* within *span* on a *ruler*, or the *bout* around it, if any.

    Also return its start on this and on the *other* ruler, and its place.
    """
    begin, begin_on_other, place = position, 0, _NOWHERE
    while not isinstance(span, Leaf):
        if isinstance(span, Chain):
            # The last part that does not start later, which skips parts without a size on this ruler.
            nth = bisect_right(span.begins, position, key=_READINGS[ruler]) - 1
            position -= span.begins[nth][ruler]
            begin_on_other += span.begins[nth][other]
            span = span.parts[nth]
            continue
        if bout and span.is_bout:
            break
        body, gap = span.body, span.gap
        turn, position = divmod(position, span.period[ruler])
        begin_on_other += turn * span.period[other]
        if gap and position >= body.size[ruler]:
            position -= body.size[ruler]
            begin_on_other += body.size[other]
            span = gap
        else:
            place = _at_turn(place, span, turn + 1)
            span = body
    return span, begin - position, begin_on_other, place
