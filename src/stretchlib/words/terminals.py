"""
Parts of phrases without rows: numbers, labels, times of day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import time
from fractions import Fraction
from typing import Final

from stretchlib.words.labels import ends_label, is_remark
from stretchlib.words.patterns import Terminal
from stretchlib.words.tokens import Token, end_of_words
from stretchlib.words.vocabulary import NUMBERS

#: Python does not read longer numbers.
_MAX_DIGITS = 4300


def _whole(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    token = tokens[index]
    if token.key in NUMBERS:
        return index + 1, NUMBERS[token.key]
    if token.kind != "number" or "." in token.text:
        return None
    number = int(_digits(token.text))
    if number < 1:
        message = "must be at least 1"
        raise ValueError(message)
    return index + 1, number


def _number(tokens: Sequence[Token], index: int) -> tuple[int, Fraction] | None:
    token = tokens[index]
    if token.key in NUMBERS:
        return index + 1, Fraction(NUMBERS[token.key])
    return (index + 1, Fraction(_digits(token.text))) if token.kind == "number" else None


def _digits(text: str) -> str:
    if len(text) > _MAX_DIGITS:
        message = f"must have at most {_MAX_DIGITS} digits"
        raise ValueError(message)
    return text


def unquoted(token: Token) -> str:
    """
    Return the text in quotation marks.

    Raises:
        ValueError: It has an escape that JSON does not know.
    """
    try:
        return str(json.loads(token.text, strict=False))
    except json.JSONDecodeError as error:
        message = f"must be text as in JSON: {error.msg}"
        raise ValueError(message) from None


def _label(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    if tokens[index].kind == "quoted":
        return index + 1, unquoted(tokens[index])
    end = index
    while end < len(tokens) and tokens[end].kind == "word" and not _ends_label(tokens, end):
        end += 1
    words = tokens[index:end]
    remark = not words or is_remark([word.text.lower() for word in words])
    return None if remark else (end, _joined(words))


def _ends_label(tokens: Sequence[Token], index: int) -> bool:
    return ends_label([token.text.lower() for token in tokens[index : index + 2]], 0)


def _words(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    if tokens[index].kind == "quoted":
        return index + 1, unquoted(tokens[index])
    end = end_of_words(tokens, index)
    return None if tokens[index].key == "then" else (end, _joined(tokens[index:end]))


def _joined(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)


def _clock(tokens: Sequence[Token], index: int) -> tuple[int, time] | None:
    token = tokens[index]
    if token.kind != "clock":
        return None
    hour, minute, second = (*map(int, token.text.split(":")), 0)[:3]
    return index + 1, time(hour, minute, second)


_NUMBERS = frozenset({"number", *NUMBERS})
_LABELS = frozenset({"word", "quoted"})

#: The parts without rows.
TERMINALS: Final[Mapping[str, Terminal]] = {
    "whole": Terminal(_NUMBERS, _whole),
    "number": Terminal(_NUMBERS, _number),
    "label": Terminal(_LABELS, _label),
    "words": Terminal(_LABELS, _words),
    "clock": Terminal(frozenset({"clock"}), _clock),
}
