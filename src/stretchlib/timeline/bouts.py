"""
Bouts: the parts of a timeline that a person ticks off once.
"""

from __future__ import annotations

from datetime import timedelta

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.model.timedeltas import MICROSECOND
from stretchlib.timeline.seeking import locate, step_at
from stretchlib.timeline.tree import BOUTS, MICROSECONDS, STEPS, Loop, Span


@final
@attrs.frozen(kw_only=True)
class Bout:
    """
    A set on one side, or on all sides if they alternate within the set.

    Ten knee rolls on each side, left, right, left, right, are one bout of twenty steps:

    >>> from stretchlib import Repetitions, Routine, Sidedness, schedule
    >>> rolls = Exercise("Knee rolls", Repetitions(10), sidedness=Sidedness.alternating())
    >>> [bout] = schedule(Routine("Back", [rolls])).bouts
    >>> bout.side, bout.indices
    (None, range(1, 21))

    Attributes:
        index: The position of the bout among the bouts of its timeline, from 0.
        exercise: The exercise it belongs to.
        side: The side; `None` if it alternates.
        set: Which set it is, from 1 on each side.
        sets: The number of sets; `None` if it is only an estimate.
        round: Which round of each circuit around it, outermost first, from 1.
        rounds: The number of rounds of each of these circuits; `None` if it is only an estimate.
        path: The indices that lead to its exercise through `items`, outermost first.
        start: When its first step starts, included.
        duration: How long it lasts, above 0 seconds.
        indices: The indices of its steps in the timeline, including the gaps between them.
        estimated: Whether any of its steps is estimated.
    """

    index: int
    exercise: Exercise
    side: Side | None
    set: int
    sets: int | None
    round: tuple[int, ...]
    rounds: tuple[int | None, ...]
    path: tuple[int, ...]
    start: timedelta
    duration: timedelta
    indices: range
    estimated: bool

    @property
    def end(self) -> timedelta:
        """
        The end of the bout, excluded.
        """
        return self.start + self.duration


def bout_at(span: Span, nth: int) -> Bout:
    """
    Return the *nth* bout of *span*, from 0.
    """
    found, _, first, _ = locate(span, nth, BOUTS, STEPS, bout=True)
    step = step_at(span, first)
    assert isinstance(found, Loop)
    assert step.exercise
    assert step.set
    return Bout(
        index=nth,
        exercise=step.exercise,
        side=found.sides[0] if len(found.sides) == 1 else None,
        set=step.set,
        sets=step.sets,
        round=step.round,
        rounds=step.rounds,
        path=step.path,
        start=step.start,
        duration=found.size[MICROSECONDS] * MICROSECOND,
        indices=range(first, first + found.size[STEPS]),
        estimated=found.estimated,
    )


def bout_around(span: Span, index: int) -> Bout | None:
    """
    Return the bout of *span* with the step at *index*, if any.
    """
    found, _, nth, _ = locate(span, index, STEPS, BOUTS, bout=True)
    return bout_at(span, nth) if isinstance(found, Loop) else None


resolve_types(Bout)
