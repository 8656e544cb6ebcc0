"""
Splitting text into characters, measuring it, and shortening it to fit a cell or a line.

A character as people see it may be many code points, and may be wide.
This module has the rules of Unicode for shortening and aligning names, without its tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

_JOINER = "\N{ZERO WIDTH JOINER}"
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
#: Spaces, line ends and control characters, except no-break and ideographic spaces.
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f]+")
_ISOLATES = re.compile("[\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]")
#: The classes of code points that may change the direction of adjacent text.
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})


def characters(text: str) -> Iterator[str]:
    """
    Yield the characters of *text*, each with all its code points.

    >>> [len(character) for character in characters("e\N{COMBINING ACUTE ACCENT}a")]
    [2, 1]
    """
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _joins(text[end], text[end - 1], end - begin):
            yield text[begin:end]
            begin = end


def _joins(following: str, last: str, length: int) -> bool:
    """
    Return whether a code point belongs to the character before it, given its *length* and its *last* code point.
    """
    if _is_flag_half(following):
        return length == 1 and _is_flag_half(last)
    return (
        unicodedata.category(following) in ("Mn", "Mc", "Me")
        or following in (_JOINER, "\N{ZERO WIDTH NON-JOINER}")
        or last == _JOINER
        or "\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}" <= following <= "\N{EMOJI MODIFIER FITZPATRICK TYPE-6}"
        or "\N{HANGUL JUNGSEONG FILLER}" <= following <= "\N{HANGUL JONGSEONG SSANGNIEUN}"
        or "\N{TAG SPACE}" <= following <= "\N{CANCEL TAG}"
    )


def _is_flag_half(code_point: str) -> bool:
    # A flag is a pair of regional indicators.
    return "\N{REGIONAL INDICATOR SYMBOL LETTER A}" <= code_point <= "\N{REGIONAL INDICATOR SYMBOL LETTER Z}"


def columns(text: str) -> int:
    """
    Return the width of *text* in columns of a terminal.

    >>> columns("stretch"), columns("伸展")
    (7, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, characters(text)))


def _columns(character: str) -> int:
    base = character[0]
    if _EMOJI_STYLE in character or _is_flag_half(base) or unicodedata.east_asian_width(base) in "WF":
        return 2
    if unicodedata.category(base) in ("Mn", "Me", "Mc", "Cf"):
        return 0
    # Terminals add one column for all spacing marks of a character.
    return 1 + ("Mc" in map(unicodedata.category, character))


def shortened(text: str, room: int, size: Callable[[str], int] = columns) -> str:
    """
    Return *text*, cut after a whole character and ended with "…" if its *size* is above *room*.

    >>> shortened("Hamstring stretch", 10)
    'Hamstring…'
    """
    # Most texts fit. Longer texts are measured only up to the part that is kept.
    if len(text) <= room and size(text) <= room:
        return text
    kept, end, taken = 0, 0, 0
    for character in characters(text):
        end += len(character)
        taken += size(character)
        if taken > room:
            return f"{text[:kept].rstrip()}…"
        if taken <= room - size("…"):
            kept = end
    return text


def one_line(text: str) -> str:
    r"""
    Return *text* with each run of spaces, line breaks and control characters replaced by one space.

    No-break spaces and ideographic spaces inside the text are kept.

    >>> one_line("Cat\nand\tcamel")
    'Cat and camel'
    """
    return _BLANKS.sub(" ", text).strip()


def may_reorder(text: str) -> bool:
    """
    Return whether *text* may reorder adjacent text.
    """
    return not text.isascii() and not _TURNING.isdisjoint(map(unicodedata.bidirectional, text))


def isolated(text: str, *, always: bool = False) -> str:
    r"""
    Return *text*, isolated so that its writing direction does not reorder adjacent text.

    Left-to-right text is returned unchanged, except *always*, for adjacent text that is right-to-left.

    >>> ascii(isolated("\N{HEBREW LETTER ALEF}")), isolated("stretch")
    ("'\\u2068\\u05d0\\u2069'", 'stretch')
    """
    if not text or not (always or may_reorder(text)):
        return text
    # An isolate that the text itself ends or leaves open would end this one too early or too late.
    return f"\N{FIRST STRONG ISOLATE}{_ISOLATES.sub('', text)}\N{POP DIRECTIONAL ISOLATE}"


def capitalised(text: str) -> str:
    """
    Return *text* with its first letter, after any punctuation, capitalised.

    >>> capitalised("hold for 5 seconds"), capitalised("(lift, then lower) twice")
    ('Hold for 5 seconds', '(Lift, then lower) twice')
    """
    for index, character in enumerate(text):
        if unicodedata.category(character)[0] not in "PZC":
            # In title case, letters of scripts without capitals at the start of a sentence stay as they are.
            return text[:index] + character.title() + text[index + 1 :]
    return text
