"""
How much of each exercise is it in all?

Counted in the prescription and not in the steps: what is done in one repetition, times repetitions, sets and rounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple, assert_never, cast, final

import attrs

from stretchlib.model.quantities import Count
from stretchlib.model.routine import Circuit, Exercise, Item
from stretchlib.model.sidedness import Side
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.timeline import Timeline


@final
@attrs.frozen(kw_only=True)
class Dose:
    """
    How much of one exercise is done on one side.

    >>> from stretchlib import Routine, schedule
    >>> [total] = dose(schedule(Routine("Neck", [Exercise("Chin tuck", Repetitions(10, Hold(5)))])))
    >>> total.repetitions, total.hold
    (10, datetime.timedelta(seconds=50))

    Attributes:
        exercise: What is done.
        side: Where.
        repetitions: How many repetitions; where they nest, the innermost, which is what a person counts.
        hold: How long positions are kept.
        move: How long movements take.
    """

    exercise: Exercise
    side: Side
    repetitions: int
    hold: timedelta
    move: timedelta


def dose(timeline: Timeline) -> tuple[Dose, ...]:
    """
    Return how much of each exercise is done on each side, in order of first appearance.

    Equal exercises are one exercise, wherever they stand in the routine.
    A repetition that consists of repetitions counts for as many as are within it:
    ten circles one way and ten the other way are twenty.
    The cost depends on the size of the routine, not on the number of its steps.

    >>> from stretchlib import Routine, Sidedness, schedule
    >>> stretch = Exercise("Rotators", Repetitions(3, Hold(30)), sets=2, sidedness=Sidedness.alternating())
    >>> for row in dose(schedule(Routine("Hips", [stretch]))):
    ...     print(row.side.value, row.repetitions, row.hold)
    left 6 0:03:00
    right 6 0:03:00
    """
    pacing = timeline.pacing
    # By their text: numbers can be chosen so that all hashes of exercises are the same.
    amounts: dict[tuple[str, Side], tuple[Exercise, _Amount]] = {}
    for exercise, rounds in _exercises(timeline.routine.items, pacing, 1):
        text, amount = (
            repr(exercise),
            _work(exercise.work, pacing).times(rounds * pacing.count(cast(Count, exercise.sets))),
        )
        for side in exercise.sidedness.sides:
            first, sum_so_far = amounts.get((text, side), (exercise, _NOTHING))
            amounts[text, side] = first, sum_so_far.and_also(amount)
    return tuple(
        Dose(exercise=exercise, side=side, repetitions=amount.repetitions, hold=amount.hold, move=amount.move)
        for (_, side), (exercise, amount) in amounts.items()
    )


class _Amount(NamedTuple):
    repetitions: int = 0
    hold: timedelta = timedelta()
    move: timedelta = timedelta()

    def and_also(self, other: _Amount) -> _Amount:
        return _Amount(self.repetitions + other.repetitions, self.hold + other.hold, self.move + other.move)

    def times(self, count: int) -> _Amount:
        return _Amount(self.repetitions * count, self.hold * count, self.move * count)


_NOTHING = _Amount()


def _exercises(items: tuple[Item, ...], pacing: Pacing, rounds: int) -> Iterator[tuple[Exercise, int]]:
    """
    Yield each exercise in order, and in how many *rounds* it is done.
    """
    for item in items:
        match item:
            case Exercise():
                yield item, rounds
            case Circuit():
                yield from _exercises(item.items, pacing, rounds * pacing.count(cast(Count, item.rounds)))
            case Rest():
                pass
            case _:
                assert_never(item)


def _work(work: Repetitions, pacing: Pacing) -> _Amount:
    """
    Return what makes one set on one side.
    """
    once = _NOTHING
    for phase in work.phases:
        once = once.and_also(_phase(phase, pacing))
    return once._replace(repetitions=once.repetitions or 1).times(pacing.count(cast(Count, work.count)))


def _phase(phase: Phase, pacing: Pacing) -> _Amount:
    match phase:
        case Hold():
            return _Amount(hold=pacing.duration(phase.duration))
        case Move():
            return _Amount(move=pacing.movement if phase.duration is None else pacing.duration(phase.duration))
        case Rest():
            return _NOTHING
        case Repetitions():
            return _work(phase, pacing)
        case _:
            assert_never(phase)
