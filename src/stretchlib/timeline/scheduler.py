"""
How long does a routine take, and what happens when?
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta

import attrs

from stretchlib._validation import refuse, shown
from stretchlib.errors import DoesNotFitError, ScheduleError
from stretchlib.model.quantities import to_elapsed
from stretchlib.model.routine import Routine
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.timeline import Timeline


def schedule(routine: Routine, pacing: Pacing = Pacing(), *, within: timedelta | float | None = None) -> Timeline:
    """
    Schedule *routine* at a *pacing*.

    Args:
        routine: What is prescribed.
        pacing: How it is done.
        within: The time there is, in seconds or as a `timedelta`.
            In place of the pacing's own level comes the highest, in hundredths, at which the timeline is no longer.

    Raises:
        ScheduleError: The routine lasts longer than `timedelta.max`.
        DoesNotFitError: Not even the lowest level fits *within* the time there is.

    >>> from stretchlib import Exercise, Hold, Range
    >>> routine = Routine("Neck", [Exercise("Chin tuck", Hold(Range(10, 20)))])
    >>> schedule(routine).duration
    datetime.timedelta(seconds=15)
    >>> schedule(routine, within=20).pacing.level
    0.54
    """
    if within is None:
        return Timeline(routine, pacing)
    limit = to_elapsed("within", within)

    if not isinstance(pacing, Pacing):
        refuse("pacing", "must be a Pacing", pacing, TypeError)

    def at_level(hundredths: int) -> Timeline:
        return Timeline(routine, attrs.evolve(pacing, level=hundredths / 100))

    def too_long(hundredths: int) -> bool:
        try:
            return at_level(hundredths).duration > limit
        except ScheduleError:
            return True

    # Durations only grow with the level, so the levels that fit come first.
    levels_that_fit = bisect_left(range(101), True, key=too_long)
    if levels_that_fit:
        return at_level(levels_that_fit - 1)
    shortest = at_level(0).duration
    message = f"routine {shown(routine.name)} takes at least {shortest}, but there is only {limit}"
    raise DoesNotFitError(message, shortest)
