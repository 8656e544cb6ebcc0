"""
Scheduling a routine, optionally within a time limit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import timedelta
from math import inf
from typing import assert_never

import attrs

from stretchlib._messages import shown
from stretchlib._validation import check_kind
from stretchlib.errors import DoesNotFitError, ScheduleError
from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import AsManyAsFit, Count
from stretchlib.model.routine import Circuit, Item, Routine
from stretchlib.model.timedeltas import MICROSECOND, to_elapsed
from stretchlib.model.work import Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.timeline import Timeline


def schedule(routine: Routine, pacing: Pacing = Pacing(), *, within: timedelta | float | None = None) -> Timeline:
    """
    Schedule *routine* at a *pacing*.

    Args:
        routine: The routine.
        pacing: The pacing.
        within: A time limit, in seconds or as a `timedelta`.
            The pacing's level is replaced by the highest level, in steps of 0.01, whose timeline fits.

    Raises:
        ScheduleError: The routine lasts longer than `timedelta.max`.
        DoesNotFitError: No level fits *within* the limit.

    >>> from stretchlib import Hold, Range
    >>> routine = Routine("Neck", [Exercise("Chin tuck", Hold(Range(10, 20)))])
    >>> schedule(routine).duration
    datetime.timedelta(seconds=15)
    >>> schedule(routine, within=20).pacing.level
    0.54
    """
    if within is None:
        return Timeline(routine, pacing)
    limit = to_elapsed("within", within)
    check_kind("routine", routine, Routine)
    check_kind("pacing", pacing, Pacing)

    def at_level(hundredths: int) -> Timeline:
        return Timeline(routine, attrs.evolve(pacing, level=hundredths / 100))

    def lasts(hundredths: int) -> float:
        try:
            return at_level(hundredths).duration // MICROSECOND
        except ScheduleError:
            return inf

    grows = _grows_with_level(routine)
    highest = _highest(lasts, limit // MICROSECOND, grows)
    if highest is not None:
        return at_level(highest)
    shortest = at_level(0 if grows else min(_LEVELS, key=lasts)).duration
    message = f"routine {shown(routine.name)} takes at least {shortest}, but there is only {limit}"
    raise DoesNotFitError(message, shortest)


#: The levels that are tried, in hundredths.
_LEVELS = range(101)


def _highest(lasts: Callable[[int], float], most: float, grows: bool) -> int | None:
    """
    Return the highest level that *lasts* at most *most*, if any, by bisection if the duration *grows* with the level.
    """
    if grows:
        fitting = bisect_right(_LEVELS, most, key=lasts)
        return fitting - 1 if fitting else None
    return next((level for level in reversed(_LEVELS) if lasts(level) <= most), None)


def _grows_with_level(routine: Routine) -> bool:
    """
    Return whether a higher level never makes *routine* shorter, which `AsManyAsFit` may do.
    """
    return not any(isinstance(times, AsManyAsFit) for _, item in routine.walk() for times in _times(item))


def _times(item: Item) -> Iterator[Count | AsManyAsFit]:
    """
    Yield the counts of *item* itself: of its sets and repetitions, or of its rounds.
    """
    match item:
        case Exercise():
            yield item.sets
            yield from _counts(item.work)
        case Circuit():
            yield item.rounds
        case Rest():
            pass
        case _:
            assert_never(item)


def _counts(work: Repetitions) -> Iterator[Count | AsManyAsFit]:
    yield work.count
    for phase in work.phases:
        if isinstance(phase, Repetitions):
            yield from _counts(phase)
