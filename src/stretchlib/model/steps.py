"""
The steps of a timeline, and their kinds.

They are in the model because both descriptions and timelines use them.
"""

from __future__ import annotations

import enum
from datetime import timedelta

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._late import in_words
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side


@final
class StepKind(enum.Enum):
    """
    The activity of a step.

    Attributes:
        PREPARE: Get ready for the first step.
        HOLD: Keep a position.
        MOVE: Do a movement.
        REST: Pause.
        SWITCH: Change sides.
        TRANSITION: Get to the next exercise.
        is_work: Whether it is a hold or a movement.
    """

    PREPARE = "prepare"
    HOLD = "hold"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"
    TRANSITION = "transition"

    is_work: bool

    def __init__(self, value: str) -> None:
        # An attribute, because it is read for each span of a tree, and properties are slower.
        self.is_work = value in ("hold", "move")


# Without weak references, so that `StepDraft` has the same layout.
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

    Only timelines create steps; the constructor does not check its arguments.

    Attributes:
        index: The position of the step in its timeline, from 0.
        start: When the step starts, included.
        duration: How long the step lasts, above 0 seconds.
        kind: What the person does.
        exercise: The exercise it belongs to; `None` between exercises.
        side: The side; `None` in gaps.
        set: Which set it belongs to, from 1 on each side; `None` in gaps.
        sets: The number of sets; `None` in gaps, and if it is only an estimate.
        repetition: Which repetition it belongs to, the innermost one if they nest, from 1 on each side;
            `None` in gaps.
        repetitions: The number of these repetitions; `None` as for *sets*.
        label: The label of its phase or rest; may be empty.
        round: Which round of each circuit around it, outermost first, from 1.
        rounds: The number of rounds of each of these circuits; `None` if it is only an estimate.
        path: The indices that lead to its item through `items`, outermost first. A gap between items has
            the path of the circuit around it, which is empty in the routine itself.
        estimated: Whether the person ends it, not the clock: a self-paced movement, or an "at least" duration.
        is_self_paced: Whether it is a movement without a prescribed duration, which a person counts;
            neither compared nor written.
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
    # The exercise and the place determine it.
    is_self_paced: bool = attrs.field(default=False, eq=False, repr=False)

    @property
    def end(self) -> timedelta:
        """
        The end of the step, excluded.
        """
        return self.start + self.duration

    def __str__(self) -> str:
        return in_words(self)


@final
class StepDraft:
    """
    An incomplete step with the same layout.

    The `__init__` of a frozen class is slow.
    Filling a draft and assigning its `__class__` is 5 times as fast.
    """

    __slots__ = tuple(field.name for field in attrs.fields(Step))


resolve_types(Step)
