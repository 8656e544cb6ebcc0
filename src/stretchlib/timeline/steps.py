"""
Steps: what a person does from one moment of a timeline to the next.
"""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import final

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

    #: Whether it is a hold or a movement, not a rest or a change.
    is_work: bool

    def __init__(self, value: str) -> None:
        # An attribute is read faster than a property, and this one is read for each span of a tree.
        self.is_work = value in ("hold", "move")


# Steps are made by the thousand, so they do without weak references: see `Draft`.
@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Step:
    """
    One thing to do, from *start* until just before *end*.

    >>> from stretchlib import Hold, Repetitions, Routine, schedule
    >>> step = schedule(Routine("Neck", [Exercise("Chin tuck", Repetitions(3, Hold(5)))]))[1]
    >>> step.start, step.end
    (datetime.timedelta(seconds=5), datetime.timedelta(seconds=10))
    >>> print(step)
    Chin tuck: hold for 5 s (repetition 1 of 3)

    Attributes:
        index: The position of the step in its timeline, from 0.
        start: When the step begins; this moment belongs to it.
        duration: How long the step lasts, above 0 seconds.
        kind: What the person does.
        exercise: The exercise it belongs to; `None` between exercises.
        side: The side it is done on; `None` in gaps.
        set: Which set it belongs to, from 1 on each side; `None` in gaps.
        sets: How many sets there are; `None` in gaps, and where the number is only an estimate.
        repetition: Which repetition it belongs to, the innermost where they nest, from 1 on each side;
            `None` in gaps.
        repetitions: How many of these repetitions there are; `None` as for *sets*.
        label: The name of its phase or rest; often empty.
        round: Which round of each circuit around it, outermost first, from 1.
        rounds: How many rounds each of these circuits has; `None` where the number is only an estimate.
        path: The indices that lead to its item through `items`, outermost first. A gap between items has
            the path of the circuit around it, which in the routine itself is empty.
        estimated: Whether the person ends it, and not the clock: a movement at one's own pace,
            or a duration of "at least".
    """

    index: int
    start: timedelta
    duration: timedelta
    kind: StepKind
    exercise: Exercise | None
    side: Side | None
    set: int | None
    sets: int | None
    repetition: int | None
    repetitions: int | None
    label: str
    round: tuple[int, ...]
    rounds: tuple[int | None, ...]
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
        side = f"{self.side.value} side" if self.side and self.side is not Side.BOTH else ""
        places = [side, _place("set", self.set, self.sets), _place("repetition", self.repetition, self.repetitions)]
        place = ", ".join(filter(None, places))
        return f"{name}{label}{what} ({place})" if place else f"{name}{label}{what}"


def _place(name: str, number: int | None, total: int | None) -> str:
    """
    Return which one of how many, and nothing for the only one.
    """
    if number is None or total == 1:
        return ""
    return f"{name} {number} of {total}" if total else f"{name} {number}"


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
class Draft:
    """
    A step that is not complete yet, laid out like one.

    A frozen class pays for each field that its `__init__` sets.
    A draft that becomes a step by its `__class__` when it is complete does not: that is 5 times as fast.
    """

    __slots__ = tuple(field.name for field in attrs.fields(Step))
