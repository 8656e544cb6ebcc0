"""
The same work written without a library.

Nested loops over a routine of `workloads.clinic`, and one instance of a plain class for each step.
"""

from dataclasses import dataclass
from datetime import timedelta

from stretchlib import Exercise, Pacing, Side, StepKind


@dataclass(frozen=True, slots=True)
class Row:
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
    rounds: tuple[int, ...]
    path: tuple[int, ...]
    estimated: bool


def unroll_by_hand(routine, pacing=Pacing()):
    start, kind = timedelta(), StepKind.PREPARE
    rows = [Row(0, start, pacing.prepare, kind, None, None, None, None, None, None, "", (), (), (), False)]
    start += pacing.prepare
    for number, exercise in enumerate(routine.items):
        path = (number,)
        if number:
            gap, kind = either(routine.rest_between_items, pacing.transition, StepKind.TRANSITION)
            rows.append(Row(len(rows), start, gap, kind, None, None, None, None, None, None, "", (), (), (), False))
            start += gap
        between_sets, sets_kind = either(exercise.rest_between_sets, pacing.recovery, StepKind.REST)
        between_sides, sides_kind = either(exercise.sidedness.rest, pacing.switch, StepKind.SWITCH)
        between_repetitions, repetitions_kind = either(exercise.work.rest, pacing.release, StepKind.REST)
        sets, repetitions = exercise.sets, exercise.work.count
        for set in range(1, sets + 1):
            if set > 1:
                rows.append(gap_of(exercise, path, len(rows), start, between_sets, sets_kind))
                start += between_sets
            for nth, side in enumerate(exercise.sidedness.sides):
                if nth:
                    rows.append(gap_of(exercise, path, len(rows), start, between_sides, sides_kind))
                    start += between_sides
                for repetition in range(1, repetitions + 1):
                    if repetition > 1:
                        rows.append(
                            Row(
                                len(rows),
                                start,
                                between_repetitions,
                                repetitions_kind,
                                exercise,
                                None,
                                None,
                                None,
                                None,
                                None,
                                "",
                                (),
                                (),
                                path,
                                False,
                            )
                        )
                        start += between_repetitions
                    for hold in exercise.work.phases:
                        rows.append(
                            Row(
                                len(rows),
                                start,
                                hold.duration,
                                StepKind.HOLD,
                                exercise,
                                side,
                                set,
                                sets,
                                repetition,
                                repetitions,
                                hold.label,
                                (),
                                (),
                                path,
                                False,
                            )
                        )
                        start += hold.duration
    return rows


def gap_of(exercise, path, index, start, duration, kind):
    return Row(index, start, duration, kind, exercise, None, None, None, None, None, "", (), (), path, False)


def either(rest, own, kind):
    return (own, kind) if rest is None else (rest, StepKind.REST)
