"""
How many steps can a target hold?
"""

from __future__ import annotations

from stretchlib.errors import ExportError
from stretchlib.timeline.timeline import Timeline


def check_steps(target: str, timeline: Timeline, most: int) -> None:
    """
    Accept a *timeline* of at most so many steps, as the *target* can hold.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> check_steps("a haiku", schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])), 1)
    Traceback (most recent call last):
    stretchlib.errors.ExportError: a haiku must have at most 1 steps (got <Timeline of 'Neck': 2 steps, 0:00:10>)
    """
    # There may be more steps than `len` can tell.
    if timeline[-1].index >= most:
        message = f"{target} must have at most {most} steps (got {timeline!r})"
        raise ExportError(message)
