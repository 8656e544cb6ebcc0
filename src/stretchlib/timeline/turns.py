"""
The turns of loops, and the gaps between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import TypeAlias

from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Duration, Range
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import StepKind
from stretchlib.model.timedeltas import MICROSECOND, NO_TIME
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.tree import MICROSECONDS, Counter, Leaf, Loop, Span, leaf, loop

#: A gap that the pacing inserts if no rest is prescribed.
Inserted: TypeAlias = tuple[StepKind, timedelta]
# Looked up once, because looking up members of an enum takes longer than creating a leaf.
_REST = StepKind.REST


def repeated(
    body: Span,
    times: Count | AsManyAsFit,
    gap_between: Callable[[], Leaf | None],
    counter: Counter,
    pacing: Pacing,
    *,
    sides: tuple[Side, ...] = (),
    is_bout: bool = False,
    keeps_time: bool = False,
) -> Loop:
    """
    Return *body* a number of *times*, with a gap between; *keeps_time* if all turns start at fixed times.
    """
    if not isinstance(times, AsManyAsFit):
        count = pacing.count(times)
        # Create the gap only if it is needed, because it could be longer than `timedelta.max`.
        return loop(body, count, gap_between() if count > 1 else None, counter, count, sides=sides, is_bout=is_bout)
    between = gap_between()
    count = _fitting(pacing.duration(times.duration), body, between)
    is_estimated = body.estimated or (between is not None and between.estimated)
    total = None if is_estimated and not keeps_time else count
    return loop(body, count, between if count > 1 else None, counter, total, sides=sides, is_bout=is_bout)


def _fitting(time: timedelta, body: Span, between: Leaf | None) -> int:
    """
    Return how many turns fit into a *time* with a gap *between*, at least one.
    """
    pause = between.size[MICROSECONDS] if between else 0
    return max(1, (time // MICROSECOND + pause) // (body.size[MICROSECONDS] + pause))


def gap(
    rest: Duration | None,
    inserted: Sequence[Inserted],
    pacing: Pacing,
    path: tuple[int, ...],
    exercise: Exercise | None = None,
) -> Leaf | None:
    """
    Return the prescribed *rest*, otherwise the longest gap *inserted* by the pacing, the first if several are longest.
    """
    if rest is not None:
        duration, estimated = timed(rest, pacing)
        return leaf(duration, _REST, path, exercise, estimated=estimated) if duration else None
    kind, longest = _REST, NO_TIME
    for kind_of_gap, duration in inserted:
        if duration > longest:
            kind, longest = kind_of_gap, duration
    return leaf(longest, kind, path, exercise) if longest else None


def timed(duration: Duration, pacing: Pacing) -> tuple[timedelta, bool]:
    """
    Return the length of a step of this *duration*, and whether the person ends it because it has no upper bound.
    """
    match duration:
        case timedelta():
            return duration, False
        case Range(high=None) | Breaths(count=Range(high=None)):
            return pacing.duration(duration), True
        case _:
            return pacing.duration(duration), False


def joined(parts: list[Span], gaps: Iterable[Leaf | None]) -> list[Span]:
    """
    Interleave *parts* with *gaps*, skipping gaps that are `None`.
    """
    spans = parts[:1]
    for between, part in zip(gaps, parts[1:], strict=False):
        spans += [between, part] if between else [part]
    return spans
