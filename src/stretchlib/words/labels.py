"""
Labels and names in cards: as they are where they are plain words, otherwise in quotation marks.
"""

from __future__ import annotations

import json
import re
from typing import Final

#: A word begins with a letter; what is not ASCII may follow, except digits, spaces and signs of the notation.
WORD: Final = r"(?!½)[^\W\d_](?:[a-zA-Z'-]|[^\x00-\x7f\s\d×–—\u2212½])*"

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_BEGINNINGS = """
    x hold holding rest relax move repeat once twice half
    for at as on with then each every per both alternating
"""

#: The numbers that are read in words.
NUMBERS: Final = {word: number for number, word in enumerate(_NUMBERS.split(), 1)}
#: The words at which a label ends, since something else begins there.
RESERVED: Final = frozenset(_BEGINNINGS.split()) | frozenset(NUMBERS)

_WORDS = re.compile(f"{WORD}(?: {WORD})*")
_LINE_ENDS = re.compile(r"[\x7f-\x9f\u2028\u2029]")
_UNUSUAL = re.compile(r'["\x00-\x1f\x7f-\x9f\u2028\u2029]|^\s|\s$')


def in_card(label: str) -> str:
    """
    Return the label of a movement as it is written in cards.

    >>> in_card("lift"), in_card("hold on")
    ('lift', '"hold on"')
    """
    words = label.lower().split(" ")
    plain = _WORDS.fullmatch(label) and not RESERVED.intersection(words) and "up to" not in label.lower()
    return label if plain else quoted(label)


def before_colon(label: str) -> str:
    """
    Return the label of a hold or rest as it is written in cards, where a colon ends it.

    >>> before_colon("hold on"), before_colon("lift 2")
    ('hold on', '"lift 2"')
    """
    return label if _WORDS.fullmatch(label) and label.lower().split(" ")[0] != "then" else quoted(label)


def before_card(name: str) -> str:
    """
    Return the name of an exercise as it is written before its card.

    >>> before_card("Cat (advanced)"), before_card("Cat :-(")
    ('Cat (advanced)', '"Cat :-("')
    """
    return quoted(name) if _UNUSUAL.search(name) or not _is_balanced(name) else name


def _is_balanced(name: str) -> bool:
    depth = 0
    for character in name:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return not depth


def quoted(label: str) -> str:
    """
    Return *label* in quotation marks, on one line.
    """
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(label, ensure_ascii=False))
