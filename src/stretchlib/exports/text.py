"""
What would one print and put on the wall?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from stretchlib.errors import ExportError
from stretchlib.model.sidedness import Side
from stretchlib.timeline.steps import Step
from stretchlib.words.characters import columns, one_line, shortened
from stretchlib.words.clock import clock

_HEADINGS = ("start", "duration", "kind", "exercise", "side", "round", "set", "repetition")
_EXERCISE = _HEADINGS.index("exercise")
_NUMBERS = {"start", "duration", "round", "set", "repetition"}
_GAP = "  "


def to_text(steps: Iterable[Step], *, width: int | None = None) -> str:
    """
    Return *steps* as a table that a person reads, one line a step.

    Columns with nothing in them are left out.
    Durations that are only estimated begin with "~".

    Args:
        steps: A timeline, or a part of one.
        width: How many columns a line may take; exercises are shortened to fit.

    Raises:
        ExportError: The other columns leave no room for the exercises.

    >>> from stretchlib import Exercise, Hold, Repetitions, Routine, Sidedness, schedule
    >>> exercise = Exercise("Calf stretch", Repetitions(2, Hold(30)), sidedness=Sidedness.each())
    >>> print(to_text(schedule(Routine("Calves", [exercise]))))
    start  duration  kind     exercise      side   set  repetition
     0:00      0:05  prepare
     0:05      0:30  hold     Calf stretch  left     1           1
     0:35      0:03  rest
     0:38      0:30  hold     Calf stretch  left     1           2
     1:08      0:05  switch
     1:13      0:30  hold     Calf stretch  right    1           1
     1:43      0:03  rest
     1:46      0:30  hold     Calf stretch  right    1           2
    """
    # A text is read once, however many steps have it.
    read = cache(one_line)
    rows = [_HEADINGS, *(_row(step, read) for step in steps)]
    widths = [max(map(columns, cells)) if any(cells[1:]) else 0 for cells in zip(*rows, strict=True)]
    if width is not None:
        widths[_EXERCISE] = _room(widths, width)
    return "\n".join(_line(row, widths) for row in rows)


def _row(step: Step, read: Callable[[str], str]) -> tuple[str, ...]:
    # In a gap the name would say to do what is not done.
    name = step.exercise.name if step.exercise and step.side else ""
    return (
        clock(step.start),
        f"{'~' if step.estimated else ''}{clock(step.duration)}",
        step.kind.value,
        ", ".join(filter(None, map(read, (name, step.label)))),
        step.side.value if step.side and step.side is not Side.BOTH else "",
        ".".join(map(str, step.rounds)),
        str(step.set or ""),
        str(step.repetition or ""),
    )


def _room(widths: list[int], width: int) -> int:
    """
    Return how wide the exercises may be for lines of *width*.
    """
    others = sum(widths) - widths[_EXERCISE] + len(_GAP) * (sum(map(bool, widths)) - 1)
    needed = others + min(widths[_EXERCISE], len("exercise"))
    if width < needed:
        message = f"width must be at least {needed} for these steps (got {width})"
        raise ExportError(message)
    return min(widths[_EXERCISE], width - others)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (
        _aligned(shortened(cell, width), width, heading)
        for cell, width, heading in zip(row, widths, _HEADINGS, strict=True)
        if width
    )
    return _GAP.join(cells).rstrip()


def _aligned(cell: str, width: int, heading: str) -> str:
    blank = " " * (width - columns(cell))
    return f"{blank}{cell}" if heading in _NUMBERS else f"{cell}{blank}"
