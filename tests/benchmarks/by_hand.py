"""
What would one write without a library?

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
    repetition: int | None
    label: str
    rounds: tuple[int, ...]
    path: tuple[int, ...]
    estimated: bool


def unroll_by_hand(routine, pacing=Pacing()):
    start, kind = timedelta(), StepKind.PREPARE
    rows = [Row(0, start, pacing.prepare, kind, None, None, None, None, "", (), (), False)]
    start += pacing.prepare
    for number, exercise in enumerate(routine.items):
        path = (number,)
        if number:
            gap, kind = longer(routine.rest_between_items, pacing.transition, StepKind.TRANSITION)
            rows.append(Row(len(rows), start, gap, kind, None, None, None, None, "", (), (), False))
            start += gap
        between_sets, sets_kind = longer(exercise.rest_between_sets, pacing.release, StepKind.REST)
        between_sides, sides_kind = longer(exercise.sidedness.rest, pacing.switch, StepKind.SWITCH)
        between_repetitions, repetitions_kind = longer(exercise.work.rest, pacing.release, StepKind.REST)
        for set in range(1, exercise.sets + 1):
            if set > 1:
                row = Row(len(rows), start, between_sets, sets_kind, exercise, None, None, None, "", (), path, False)
                rows.append(row)
                start += between_sets
            for nth, side in enumerate(exercise.sidedness.sides):
                if nth:
                    row = Row(
                        len(rows), start, between_sides, sides_kind, exercise, None, None, None, "", (), path, False
                    )
                    rows.append(row)
                    start += between_sides
                for repetition in range(1, exercise.work.count + 1):
                    if repetition > 1:
                        row = Row(
                            len(rows),
                            start,
                            between_repetitions,
                            repetitions_kind,
                            exercise,
                            None,
                            None,
                            None,
                            "",
                            (),
                            path,
                            False,
                        )
                        rows.append(row)
                        start += between_repetitions
                    for hold in exercise.work.phases:
                        row = Row(
                            len(rows),
                            start,
                            hold.duration,
                            StepKind.HOLD,
                            exercise,
                            side,
                            set,
                            repetition,
                            hold.label,
                            (),
                            path,
                            False,
                        )
                        rows.append(row)
                        start += hold.duration
    return rows


def longer(rest, own, kind):
    return (rest, StepKind.REST) if rest >= own else (own, kind)
