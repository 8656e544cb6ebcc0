"""
Captions for video players: WebVTT for browsers, SubRip (SRT) for other players.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from stretchlib._messages import refuse
from stretchlib._validation import check_kind
from stretchlib.exports._limits import all_of, check_characters
from stretchlib.model.steps import Step
from stretchlib.timeline.cues import Cue
from stretchlib.words.characters import one_line
from stretchlib.words.clock import to_milliseconds
from stretchlib.words.describe import describe
from stretchlib.words.language import ENGLISH, Language

Part = TypeVar("Part", Step, Cue)

#: The start and the end in milliseconds, and the lines of text.
_Caption: TypeAlias = tuple[int, int, list[str]]
#: The approximate number of characters of a caption besides its text.
_MAX_TIMES = 35


def to_webvtt(parts: Iterable[Part], *, text: Callable[[Part], str] | None = None, language: Language = ENGLISH) -> str:
    """
    Return captions for steps or cues as WebVTT.

    Times are rounded to the nearest millisecond, so adjacent captions stay adjacent.
    Steps and cues with no text, or shorter than a millisecond after rounding, get no caption.
    Control characters become spaces.

    Args:
        parts: A timeline, some of its steps, or cues, in time order.
        text: The function that returns the text for each of them, by default its own text; blank lines are left out.
        language: The words of the default text of steps; cues have the language of their wording.

    Raises:
        ExportError: The captions would have more than ten million characters.
        TypeError: *parts* are neither steps nor cues, or *text* does not return text, or *language* is not a language.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> print(to_webvtt(schedule(Routine("Neck", [Exercise("Chin <tuck>", Hold(5))]))), end="")
    WEBVTT
    <BLANKLINE>
    00:00:00.000 --> 00:00:05.000
    get ready for 5 s
    <BLANKLINE>
    00:00:05.000 --> 00:00:10.000
    Chin &lt;tuck&gt;: hold for 5 s
    """
    return "WEBVTT\n" + "".join(
        f"\n{_clock(start, '.')} --> {_clock(end, '.')}\n{_escaped(lines)}\n"
        for start, end, lines in _captions(parts, text, language)
    )


def to_srt(parts: Iterable[Part], *, text: Callable[[Part], str] | None = None, language: Language = ENGLISH) -> str:
    """
    Return captions for steps or cues as SubRip.

    The captions and their times are as in `to_webvtt`.
    Players could take some texts for numbers or times of SubRip, so a line that starts with a digit is joined to the
    previous line, and "-->" becomes "→".

    Args:
        parts: A timeline, some of its steps, or cues, in time order.
        text: The function that returns the text for each of them, by default its own text; blank lines are left out.
        language: The words of the default text of steps; cues have the language of their wording.

    Raises:
        ExportError: The captions would have more than ten million characters.
        TypeError: *parts* are neither steps nor cues, or *text* does not return text, or *language* is not a language.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))
    >>> print(to_srt(timeline[1:], text=lambda step: step.exercise.name), end="")
    1
    00:00:05,000 --> 00:00:10,000
    Chin tuck
    """
    return "\n".join(
        f"{number}\n{_clock(start, ',')} --> {_clock(end, ',')}\n{_without_numbers(lines)}\n"
        for number, (start, end, lines) in enumerate(_captions(parts, text, language), start=1)
    )


def _captions(parts: Iterable[Part], text: Callable[[Part], str] | None, language: Language) -> Iterator[_Caption]:
    check_kind("language", language, Language)
    characters, wanted = 0, "must be a timeline, as schedule() returns it, other steps, or cues"
    for part in all_of("parts", parts, wanted, Step, Cue):
        start, end = to_milliseconds(part.start), to_milliseconds(part.end)
        words = _text_of(part, language) if text is None else text(part)
        if not isinstance(words, str):
            refuse("text", "must return text", words, TypeError)
        # A blank line would end the caption.
        lines = [line for line in map(one_line, words.splitlines()) if line]
        if start < end and lines:
            characters += sum(map(len, lines)) + _MAX_TIMES
            check_characters("captions", characters, "pass fewer parts, or a text that is shorter")
            yield start, end, lines


def _text_of(part: Step | Cue, language: Language) -> str:
    return describe(part, language=language) if isinstance(part, Step) else part.text


def _clock(milliseconds: int, point: str) -> str:
    seconds, fraction = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{fraction:03}"


def _escaped(lines: list[str]) -> str:
    return html.escape("\n".join(lines), quote=False)


def _without_numbers(lines: list[str]) -> str:
    return re.sub(r"\n(?=\s*-?\d)", " ", "\n".join(lines)).replace("-->", "→")
