"""
The picture in the README, compared with the timeline of its routine.
"""

import re
from datetime import timedelta
from pathlib import Path

from stretchlib import Exercise, Hold, Move, Repetitions, Routine, Side, Sidedness, StepKind, schedule

README = Path(__file__).parents[1] / "README.md"
COLUMN = timedelta(seconds=3)
MINUTE = timedelta(minutes=1)
MARKS = {StepKind.HOLD: "█", StepKind.MOVE: "▂"}


def picture(timeline):
    """
    Yield a line for each exercise and side, with a mark for every three seconds of work, and a ruler of minutes.
    """
    steps = [timeline.at(COLUMN * column + COLUMN / 2) for column in range(timeline.duration // COLUMN)]
    for exercise in timeline.routine.items:
        for side in (Side.LEFT, Side.RIGHT):
            marks = [
                MARKS.get(step.kind, " ") if (step.exercise, step.side) == (exercise, side) else " " for step in steps
            ]
            name = exercise.name if side is Side.LEFT else ""
            yield f"{name:<13}{side.value:<6}{''.join(marks)}".rstrip()
    minutes = range(timeline.duration // MINUTE + 1)
    yield " " * 19 + "".join(f"{minute} min".ljust(MINUTE // COLUMN) for minute in minutes).rstrip()


class TestReadme:
    def test_picture_shows_the_timeline(self):
        """
        The picture has a mark wherever the timeline has a hold or a movement.
        """
        rolls = Exercise("Knee rolls", Repetitions(10, Move()), sidedness=Sidedness.alternating())
        calf = Exercise("Calf stretch", Repetitions(3, Hold(30)), sidedness=Sidedness.each())
        [shown] = re.findall(r"```text\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)

        assert [*picture(schedule(Routine("Evening", [rolls, calf])))] == shown.splitlines()
