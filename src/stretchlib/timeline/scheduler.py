"""
Scheduling a routine, optionally within a time limit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import timedelta
from math import inf
from typing import assert_never

import attrs

from stretchlib._validation import check_kind, shown
from stretchlib.errors import DoesNotFitError, ScheduleError
from stretchlib.model.quantities import MICROSECOND, AsManyAsFit, Count, to_elapsed
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
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
            It replaces the pacing's level by the highest, in steps of 0.01, whose timeline fits.

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

    levels, grows = range(101), _grows_with_level(routine)
    most: float = limit // MICROSECOND
    if grows:
        highest = bisect_right(levels, most, key=lasts) - 1
    else:
        highest = next((level for level in reversed(levels) if lasts(level) <= most), -1)
    if highest >= 0:
        return at_level(highest)
    shortest = at_level(0 if grows else min(levels, key=lasts)).duration
    message = f"routine {shown(routine.name)} takes at least {shortest}, but there is only {limit}"
    raise DoesNotFitError(message, shortest)


def _grows_with_level(routine: Routine) -> bool:
    """
    Return whether a higher level never makes *item* shorter; with longer turns, fewer may fit into a time.
    """
    return not any(isinstance(times, AsManyAsFit) for _, item in routine.walk() for times in _times(item))


def _times(item: Item) -> Iterator[Count | AsManyAsFit]:
    """
    Yield how many times something in *item* itself is done again.
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
