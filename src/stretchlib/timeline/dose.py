"""
Doses: the total repetitions and time of each exercise on each side.

Computed over the tree of spans: the amounts of a span, times the turns of the loops around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple, assert_never

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import StepKind
from stretchlib.model.timedeltas import NO_TIME
from stretchlib.timeline.timeline import Timeline, check_scheduled, span_of
from stretchlib.timeline.tree import Chain, Leaf, Loop, Span


@final
@attrs.frozen(kw_only=True)
class Dose:
    """
    The amount of one exercise on one side.

    >>> from stretchlib import Hold, Repetitions, Routine, schedule
    >>> [total] = dose(schedule(Routine("Neck", [Exercise("Chin tuck", Repetitions(10, Hold(5)))])))
    >>> total.repetitions, total.hold
    (10, datetime.timedelta(seconds=50))

    Attributes:
        exercise: The exercise.
        side: The side: for *repetitions*, of the repetition; for *hold* and *move*, of the phase.
        repetitions: The number of repetitions; if they nest, of the innermost ones.
        hold: The total time of holds.
        move: The total time of movements.
    """

    exercise: Exercise
    side: Side
    repetitions: int
    hold: timedelta
    move: timedelta


def dose(timeline: Timeline) -> tuple[Dose, ...]:
    """
    Return the dose of each exercise on each side, in order of first appearance.

    Equal exercises are summed up, wherever they are in the routine.
    If repetitions nest, the innermost ones are counted: ten circles one way and ten the other way are twenty.
    The cost depends on the size of the routine, not on the number of its steps.

    >>> from stretchlib import Hold, Repetitions, Routine, Sidedness, schedule
    >>> stretch = Exercise("Rotators", Repetitions(3, Hold(30)), sets=2, sidedness=Sidedness.alternating())
    >>> for row in dose(schedule(Routine("Hips", [stretch]))):
    ...     print(row.side.value, row.repetitions, row.hold)
    left 6 0:03:00
    right 6 0:03:00
    """
    check_scheduled(timeline)
    # Keyed by repr: the hashes of hostile documents can be made to collide.
    texts: dict[int, str] = {}
    amounts: dict[tuple[str, Side], tuple[Exercise, _Amount]] = {}
    for exercise, side, amount in _amounts(span_of(timeline), 1):
        text = texts.get(id(exercise)) or texts.setdefault(id(exercise), repr(exercise))
        first, sum_so_far = amounts.get((text, side), (exercise, _NOTHING))
        amounts[text, side] = first, sum_so_far.plus(amount)
    return tuple(
        Dose(exercise=exercise, side=side, repetitions=amount.repetitions, hold=amount.hold, move=amount.move)
        for (_, side), (exercise, amount) in amounts.items()
    )


@final
class _Amount(NamedTuple):
    repetitions: int = 0
    hold: timedelta = NO_TIME
    move: timedelta = NO_TIME

    def plus(self, other: _Amount) -> _Amount:
        return _Amount(self.repetitions + other.repetitions, self.hold + other.hold, self.move + other.move)


_NOTHING = _Amount()


def _amounts(span: Span, times: int) -> Iterator[tuple[Exercise, Side, _Amount]]:
    """
    Yield the amounts of *span*, performed a number of *times*.
    """
    match span:
        case Leaf(exercise=Exercise() as exercise, side=Side() as side):
            yield exercise, side, _amount(span.kind, times * span.duration)
        case Leaf():
            pass
        case Chain():
            for part in span.parts:
                yield from _amounts(part, times)
        case Loop():
            inside = list(_amounts(span.body, times * span.times))
            yield from inside
            # If repetitions nest, the innermost ones count.
            if span.counter == "repetition" and not any(amount.repetitions for _, _, amount in inside):
                yield from ((inside[0][0], side, _Amount(repetitions=times * span.times)) for side in span.sides)
        case _:
            assert_never(span)


def _amount(kind: StepKind, duration: timedelta) -> _Amount:
    match kind:
        case StepKind.HOLD:
            return _Amount(hold=duration)
        case StepKind.MOVE:
            return _Amount(move=duration)
        case StepKind.PREPARE | StepKind.REST | StepKind.SWITCH | StepKind.TRANSITION:
            return _NOTHING
        case _:
            assert_never(kind)


resolve_types(Dose)
