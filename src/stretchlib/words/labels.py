"""
Labels and names in cards: unchanged if they are plain words, otherwise in quotation marks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from stretchlib.words.vocabulary import DAY, NOUNS, NUMBERS, SIDES, WEEK, WEEKDAYS

#: A word: a letter, and then also characters beyond ASCII, except digits, spaces and signs of the notation.
WORD: Final = r"(?!½)[^\W\d_](?:[a-zA-Z'-]+|[^\x00-\x7f\s\d×–—\u2212½]+)*+"

_COUNTED = ("hour", "minute", "second", "breath", "repetition")


def _words(*alternatives: str) -> frozenset[str]:
    return frozenset("|".join(alternatives).split("|"))


#: The words that end a label, because another phrase starts there.
BEGINNINGS: Final = _words("x|hold|holding|rest|relax|move|repeat|once|twice|half|for|then|max|maximum|minimum")
#: The words that end a label together with the next word.
PAIRS: Final[Mapping[str, frozenset[str]]] = {
    "up": frozenset({"to"}),
    "at": frozenset({"least", "most"}),
    "no": frozenset({"more", "less", "fewer"}),
    "on": frozenset({"the", "both", "each"}),
    "with": _words("rest|pause|no|at|up|half", *NUMBERS),
} | dict.fromkeys(NUMBERS, _words("to", *(NOUNS[name] for name in _COUNTED)))
#: Labels that would be read as sides, a rest or a frequency: one word of REMARKS, or several words of REMARKING.
REMARKS: Final = _words(*SIDES.values(), *WEEKDAYS.values(), "daily|weekly|hourly|alternating|alternate|bid|tid|qid")
REMARKING: Final = REMARKS | _words(
    *(NOUNS[name] for name in ("part", "parts", "hour", "minute", "set", "repetition")),
    DAY,
    WEEK,
    *NUMBERS,
    "a|an|all|and|between|holds|on|with|the|both|each|every|ea|per|no|pause|only|first|second|together|other",
    "start|starting|begin|beginning",
)

_WORDS = re.compile(f"{WORD}(?: {WORD})*")
_LINE_ENDS = re.compile(r"[\x7f-\x9f\u2028\u2029]")


def in_card(label: str) -> str:
    """
    Return the label of a movement as it is written in cards, in quotation marks if needed.

    >>> in_card("lift"), in_card("hold on")
    ('lift', '"hold on"')
    """
    words = label.lower().split(" ")
    plain = _WORDS.fullmatch(label) and not any(ends_label(words, index) for index in range(len(words)))
    return label if plain and not is_remark(words) else quoted(label)


def ends_label(words: Sequence[str], index: int) -> bool:
    """
    Return whether a label ends before one of the lower-case *words*, because another phrase may start there.
    """
    word, following = words[index], words[index + 1] if index + 1 < len(words) else ""
    if word in BEGINNINGS or following in PAIRS.get(word, ()):
        return True
    # A number, and a rest after `with`, may belong to the next phrase.
    return (word in NUMBERS or word == "with") and not following.isalpha()


def is_remark(words: Sequence[str]) -> bool:
    """
    Return whether a label of these *words* would be read as something else.
    """
    return (REMARKS if len(words) == 1 else REMARKING).issuperset(words)


def before_colon(label: str) -> str:
    """
    Return the label of a hold or rest as it is written in cards, before a colon.

    >>> before_colon("hold on"), before_colon("lift 2")
    ('hold on', '"lift 2"')
    """
    return label if _WORDS.fullmatch(label) and label.lower().split(" ")[0] != "then" else quoted(label)


def quoted(label: str) -> str:
    """
    Return *label* in quotation marks, on one line.
    """
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(label, ensure_ascii=False))
