"""
The routine that the project began with, step by step.

Six gentle exercises for the lower back.
See a doctor first, stay within comfort, and stop where it hurts.
"""

from collections.abc import Iterator
from datetime import timedelta

from stretchlib import Side, Step, StepKind, Timeline, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF

SIDES = {None: "", Side.BOTH: "", Side.LEFT: "left", Side.RIGHT: "right"}
WORDS = {
    StepKind.PREPARE: "get ready",
    StepKind.REST: "let go",
    StepKind.SWITCH: "change sides",
    StepKind.TRANSITION: "next exercise",
}


def clock(moment: timedelta) -> str:
    minutes, seconds = divmod(moment // timedelta(seconds=1), 60)
    return f"{minutes}:{seconds:02}"


def what(step: Step) -> str:
    if step.exercise is None or step.repetition is None:
        return f"  {WORDS[step.kind]}"
    return f"{step.exercise.name}, {step.kind.value} {'about ' if step.estimated else ''}{step.duration.seconds} s"


def repetition(step: Step) -> str:
    if step.exercise is None or step.repetition is None:
        return ""
    return f"{step.repetition} of {step.exercise.work.count}"


def table(timeline: Timeline) -> Iterator[str]:
    yield f"{'time':>6}  {'what':<46}{'side':<8}{'repetition'}"
    for step in timeline:
        yield f"{clock(step.start):>6}  {what(step):<46}{SIDES[step.side]:<8}{repetition(step)}".rstrip()
    yield f"{clock(timeline.duration):>6}  done: {len(timeline)} steps"


print(f"{BACK_PAIN_RELIEF.name}: {BACK_PAIN_RELIEF.description}\n")
print("\n".join(table(schedule(BACK_PAIN_RELIEF))))
