"""
What happens in one span of time.
"""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import Any, cast, final

import attrs

from stretchlib._validation import seconds
from stretchlib.model.routine import Exercise
from stretchlib.model.sidedness import Side


@final
class StepKind(enum.Enum):
    """
    What a person does during a step.
    """

    #: Get ready for the first step.
    PREPARE = "prepare"
    #: Keep a position.
    HOLD = "hold"
    #: Do a movement.
    MOVE = "move"
    #: Pause.
    REST = "rest"
    #: Change sides.
    SWITCH = "switch"
    #: Get to the next exercise.
    TRANSITION = "transition"


# Steps are made by the thousand, so they do without weak references: see `make_step`.
@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Step:
    """
    One thing to do, from *start* until just before *end*.

    >>> from stretchlib import Hold, Routine, schedule
    >>> step = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))[1]
    >>> step.start, step.end
    (datetime.timedelta(seconds=5), datetime.timedelta(seconds=10))
    >>> print(step)
    Chin tuck: hold for 5 s (set 1, repetition 1)

    Attributes:
        index: The position of the step in its timeline, from 0.
        start: When the step begins; this moment belongs to it.
        duration: How long the step lasts, above 0 seconds.
        kind: What the person does.
        exercise: The exercise it belongs to; `None` between exercises.
        side: The side it is done on; `None` in gaps.
        set: Which set it belongs to, from 1 on each side; `None` in gaps.
        repetition: Which repetition it belongs to, the innermost where they nest, from 1 on each side;
            `None` in gaps.
        label: What its phase or rest is called; often empty.
        rounds: Which round of each circuit around it, outermost first, from 1.
        path: The indices that lead to its item through `items`, outermost first. A gap between items has
            the path of the circuit around it, which in the routine itself is empty.
        estimated: Whether the duration is the pacing's guess for a movement at one's own pace.
    """

    index: int
    start: timedelta
    duration: timedelta
    kind: StepKind
    exercise: Exercise | None
    side: Side | None
    set: int | None
    repetition: int | None
    label: str
    rounds: tuple[int, ...]
    path: tuple[int, ...]
    estimated: bool

    @property
    def end(self) -> timedelta:
        """
        When the step is over; this moment does not belong to it.
        """
        return self.start + self.duration

    def __str__(self) -> str:
        what = f"{VERBS[self.kind]} {'about' if self.estimated else 'for'} {seconds(self.duration)} s"
        name = f"{self.exercise.name}: " if self.exercise else ""
        label = f"{self.label}, " if self.label else ""
        if self.side is None:
            return f"{name}{label}{what}"
        side = "" if self.side is Side.BOTH else f"{self.side.value} side, "
        return f"{name}{label}{what} ({side}set {self.set}, repetition {self.repetition})"


#: What to do, as a person would say it.
VERBS = {
    StepKind.PREPARE: "get ready",
    StepKind.HOLD: "hold",
    StepKind.MOVE: "move",
    StepKind.REST: "rest",
    StepKind.SWITCH: "change sides",
    StepKind.TRANSITION: "move on",
}


@final
class _Draft:
    """
    A step that is not complete yet; laid out like one.
    """

    __slots__ = tuple(field.name for field in attrs.fields(Step))


def make_step(
    index: int,
    start: timedelta,
    duration: timedelta,
    kind: StepKind,
    exercise: Exercise | None,
    side: Side | None,
    set: int | None,
    repetition: int | None,
    label: str,
    rounds: tuple[int, ...],
    path: tuple[int, ...],
    estimated: bool,
) -> Step:
    """
    Make a step from its fields, in their order.

    A frozen class pays for each field that its `__init__` sets.
    A draft of the same layout that becomes a step when it is complete does not: that is 4 times as fast.
    """
    step: Any = _Draft()
    step.index = index
    step.start = start
    step.duration = duration
    step.kind = kind
    step.exercise = exercise
    step.side = side
    step.set = set
    step.repetition = repetition
    step.label = label
    step.rounds = rounds
    step.path = path
    step.estimated = estimated
    step.__class__ = Step
    return cast(Step, step)
