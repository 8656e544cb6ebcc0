"""
Which words does a video player show, and when?

Captions as WebVTT, for browsers, and as SubRip (SRT), for everything else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import TypeAlias

from stretchlib.steps import Step

_HALF_A_MILLISECOND = timedelta(microseconds=500)
_MILLISECOND = timedelta(milliseconds=1)

#: From when to when, in milliseconds, and what is shown, in lines.
_Caption: TypeAlias = tuple[int, int, list[str]]


def to_webvtt(steps: Iterable[Step], *, text: Callable[[Step], str] = str) -> str:
    """
    Return captions for *steps* as WebVTT.

    Times are rounded to the nearest millisecond, so that captions which touch do so to the millisecond.
    There is no caption for a step without text, nor for one of which rounding leaves nothing.

    Args:
        steps: A timeline, or a part of one.
        text: What to show for each step; blank lines are left out.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> print(to_webvtt(schedule(Routine("Neck", [Exercise("Chin <tuck>", Hold(5))]))), end="")
    WEBVTT
    <BLANKLINE>
    00:00:00.000 --> 00:00:05.000
    get ready for 5 s
    <BLANKLINE>
    00:00:05.000 --> 00:00:10.000
    Chin &lt;tuck&gt;: hold for 5 s (set 1, repetition 1)
    """
    captions = [
        f"\n{_clock(start, '.')} --> {_clock(end, '.')}\n{html.escape(chr(10).join(lines), quote=False)}\n"
        for start, end, lines in _captions(steps, text)
    ]
    return "".join(["WEBVTT\n", *captions])


def to_srt(steps: Iterable[Step], *, text: Callable[[Step], str] = str) -> str:
    """
    Return captions for *steps* as SubRip.

    Times, and what has no caption, are those of `to_webvtt`.
    SubRip has no way to tell a text from its own numbers and times, so a line that begins with a digit joins the
    line before.

    Args:
        steps: A timeline, or a part of one.
        text: What to show for each step; blank lines are left out.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))
    >>> print(to_srt(timeline[1:], text=lambda step: step.exercise.name), end="")
    1
    00:00:05,000 --> 00:00:10,000
    Chin tuck
    """
    return "\n".join(
        f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{_without_numbers(lines)}\n"
        for number, (start, end, lines) in enumerate(_captions(steps, text), start=1)
    )


def _captions(steps: Iterable[Step], text: Callable[[Step], str]) -> Iterator[_Caption]:
    for step in steps:
        start, end = _milliseconds(step.start), _milliseconds(step.end)
        # A blank line would end the caption.
        lines = [line for line in text(step).splitlines() if line.strip()]
        if start < end and lines:
            yield start, end, lines


def _milliseconds(moment: timedelta) -> int:
    return (moment + _HALF_A_MILLISECOND) // _MILLISECOND


def _clock(milliseconds: int, point: str) -> str:
    seconds, fraction = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:03}"


def _without_numbers(lines: list[str]) -> str:
    return re.sub(r"\n(?=\s*-?\d)", " ", "\n".join(lines))
