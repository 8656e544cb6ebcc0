"""
Which words does a video player show, and when?

Captions as WebVTT, for browsers, and as SubRip (SRT), for everything else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from stretchlib.timeline.cues import Cue
from stretchlib.timeline.steps import Step
from stretchlib.words.clock import to_milliseconds

Part = TypeVar("Part", Step, Cue)

#: From when to when, in milliseconds, and what is shown, in lines.
_Caption: TypeAlias = tuple[int, int, list[str]]


def to_webvtt(parts: Iterable[Part], *, text: Callable[[Part], str] = str) -> str:
    """
    Return captions for steps or cues as WebVTT.

    Times are rounded to the nearest millisecond, so that captions which touch do so to the millisecond.
    There is no caption for what has no text, nor for that of which rounding leaves nothing.

    Args:
        parts: A timeline or some of its steps, or cues, in order of time.
        text: What to show for each of them; blank lines are left out.

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
    return "WEBVTT\n" + "".join(
        f"\n{_clock(start, '.')} --> {_clock(end, '.')}\n{_escaped(lines)}\n"
        for start, end, lines in _captions(parts, text)
    )


def to_srt(parts: Iterable[Part], *, text: Callable[[Part], str] = str) -> str:
    """
    Return captions for steps or cues as SubRip.

    Times, and what has no caption, are those of `to_webvtt`.
    SubRip has no way to tell a text from its own numbers and times, so a line that begins with a digit joins the
    line before, and an arrow of hyphens becomes "→".

    Args:
        parts: A timeline or some of its steps, or cues, in order of time.
        text: What to show for each of them; blank lines are left out.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))
    >>> print(to_srt(timeline[1:], text=lambda step: step.exercise.name), end="")
    1
    00:00:05,000 --> 00:00:10,000
    Chin tuck
    """
    return "\n".join(
        f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{_without_numbers(lines)}\n"
        for number, (start, end, lines) in enumerate(_captions(parts, text), start=1)
    )


def _captions(parts: Iterable[Part], text: Callable[[Part], str]) -> Iterator[_Caption]:
    for part in parts:
        start, end = to_milliseconds(part.start), to_milliseconds(part.end)
        # A blank line would end the caption.
        lines = [line for line in text(part).splitlines() if line.strip()]
        if start < end and lines:
            yield start, end, lines


def _clock(milliseconds: int, point: str) -> str:
    seconds, fraction = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:03}"


def _escaped(lines: list[str]) -> str:
    return html.escape("\n".join(lines), quote=False)


def _without_numbers(lines: list[str]) -> str:
    return re.sub(r"\n(?=\s*-?\d)", " ", "\n".join(lines)).replace("-->", "→")
