"""
A plain-text table of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from stretchlib._messages import refuse
from stretchlib._validation import check_kind, check_text, positive, to_tuple
from stretchlib.errors import ExportError
from stretchlib.exports._limits import all_of, check_characters
from stretchlib.model.steps import Step
from stretchlib.words.characters import columns, isolated, one_line, shortened
from stretchlib.words.clock import clock
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.writer import Writer

#: The headings of the columns.
HEADINGS: Final = ("start", "duration", "kind", "exercise", "side", "round", "set", "repetition")
_EXERCISE = HEADINGS.index("exercise")
_IS_NUMBER = [heading in {"start", "duration", "round", "set", "repetition"} for heading in HEADINGS]
_GAP = "  "


def to_text(
    steps: Iterable[Step],
    *,
    width: int | None = None,
    language: Language = ENGLISH,
    headings: Sequence[str] = HEADINGS,
) -> str:
    """
    Return *steps* as a table with one line for each step.

    Empty columns are left out.
    Estimated durations start with "~".
    Right-to-left names are isolated, so that they do not reorder adjacent cells.

    Args:
        steps: A timeline, or a part of one.
        width: The width of a line in columns of a terminal; names of exercises are shortened to fit.
        language: The words for kinds of steps and sides.
        headings: The headings of the eight columns.

    Raises:
        ExportError: The other columns leave no room for the exercises,
            or the table would have more than ten million characters.
        TypeError: *steps* are not steps, or another argument is of the wrong type.
        ValueError: *width* is less than 1, or there are not eight headings.

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
    if width is not None:
        width = positive("width", width)
    check_kind("language", language, Language)
    named = _checked(headings)
    writer = Writer(language)
    # Each name is measured and shortened once.
    read, measure, show = cache(one_line), cache(columns), cache(_shown)
    rows: list[tuple[str, ...]] = []
    widths = [0] * len(HEADINGS)
    for step in all_of("steps", steps, "must be a timeline, as schedule() returns it, or other steps", Step):
        rows.append(_row(step, read, writer))
        widths = [max(so_far, measure(cell)) for so_far, cell in zip(widths, rows[-1], strict=True)]
        line = sum(widths) if width is None else min(sum(widths), width)
        check_characters("a table", len(rows) * line, "pass fewer steps, or a smaller width")
    widths = [max(so_far, columns(heading)) if so_far else 0 for so_far, heading in zip(widths, named, strict=True)]
    if width is not None:
        widths[_EXERCISE] = _room(widths, width, columns(named[_EXERCISE]))
    return "\n".join(_line(row, widths, show) for row in (named, *rows))


def _checked(headings: Sequence[str]) -> tuple[str, ...]:
    texts = to_tuple(headings)
    if not isinstance(texts, tuple):
        refuse("headings", "must be a list", headings, TypeError)
    if len(texts) != len(HEADINGS):
        refuse("headings", f"must be {len(HEADINGS)} texts", headings)
    for index, text in enumerate(texts):
        check_text(f"headings[{index}]", text)
    return tuple(map(one_line, texts))


def _row(step: Step, read: Callable[[str], str], writer: Writer) -> tuple[str, ...]:
    # In a gap, the name would be misleading.
    name = step.exercise.name if step.exercise and step.side else ""
    return (
        clock(step.start),
        f"{'~' if step.estimated else ''}{clock(step.duration)}",
        writer.text_of("kind", step.kind),
        ", ".join(filter(None, map(read, (name, step.label)))),
        writer.side(step.side),
        ".".join(map(str, step.round)),
        str(step.set or ""),
        str(step.repetition or ""),
    )


def _room(widths: list[int], width: int, heading: int) -> int:
    """
    Return the width of the column of exercises, with its *heading*, in lines of *width*.
    """
    others = sum(widths) - widths[_EXERCISE] + len(_GAP) * (sum(map(bool, widths)) - 1)
    needed = others + min(widths[_EXERCISE], heading)
    if width < needed:
        message = f"width must be at least {needed} for these steps (got {width})"
        raise ExportError(message)
    return min(widths[_EXERCISE], width - others)


def _line(row: tuple[str, ...], widths: list[int], show: Callable[[str, int, bool], str]) -> str:
    columns_of_row = zip(row, widths, _IS_NUMBER, strict=True)
    cells = [show(cell, width, is_number) for cell, width, is_number in columns_of_row if width]
    return _GAP.join(cells).rstrip()


def _shown(cell: str, width: int, right_aligned: bool) -> str:
    kept = shortened(cell, width)
    blank = " " * (width - columns(kept))
    return f"{blank}{kept}" if right_aligned else f"{isolated(kept)}{blank}"
