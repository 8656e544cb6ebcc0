"""
The steps of a timeline.
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
    The activity of a step.
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

    #: Whether it is a hold or a movement.
    is_work: bool

    def __init__(self, value: str) -> None:
        # An attribute, because it is read for each span of a tree, and properties are slower.
        self.is_work = value in ("hold", "move")


# Without weak references, so that `Draft` has the same layout.
@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Step:
    """
    One step, from *start* until just before *end*.

    >>> from stretchlib import Hold, Repetitions, Routine, schedule
    >>> step = schedule(Routine("Neck", [Exercise("Chin tuck", Repetitions(3, Hold(5)))]))[1]
    >>> step.start, step.end
    (datetime.timedelta(seconds=5), datetime.timedelta(seconds=10))
    >>> print(step)
    Chin tuck: hold for 5 s (repetition 1 of 3)

    Attributes:
        index: The position of the step in its timeline, from 0.
        start: When the step starts, included.
        duration: How long the step lasts, above 0 seconds.
        kind: What the person does.
        exercise: The exercise it belongs to; `None` between exercises.
        side: The side; `None` in gaps.
        set: Which set it belongs to, from 1 on each side; `None` in gaps.
        sets: The number of sets; `None` in gaps, and if it is only an estimate.
        repetition: Which repetition it belongs to, from 1 on each side; if they nest, the innermost one.
            `None` in gaps.
        repetitions: The number of these repetitions; `None` as for *sets*.
        label: The label of its phase or rest; may be empty.
        round: Which round of each circuit around it, outermost first, from 1.
        rounds: The number of rounds of each of these circuits; `None` if it is only an estimate.
        path: The indices that lead to its item through `items`, outermost first. A gap between items has
            the path of the circuit around it, which is empty in the routine itself.
        estimated: Whether the person ends it instead of the clock: a self-paced movement, or an "at least" duration.
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
        When the step ends, excluded.
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
    Return "2 of 3", or nothing for "1 of 1".
    """
    if number is None or total == 1:
        return ""
    return f"{name} {number} of {total}" if total else f"{name} {number}"


#: Each kind as an imperative.
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
    An incomplete step with the same layout.

    The `__init__` of a frozen class is slow.
    Filling a draft and assigning its `__class__` is 5 times as fast.
    """

    __slots__ = tuple(field.name for field in attrs.fields(Step))
