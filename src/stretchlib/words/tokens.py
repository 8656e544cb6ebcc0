"""
The words, numbers and signs of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stretchlib._classes import final
from stretchlib.words.labels import WORD

# A quotation mark after a digit may mean seconds or inches, so it does not start a label.
# No phrase has this mark, an unclosed quotation mark, or a number with a comma.
_TOKEN = re.compile(
    rf"""
    (?P<after> (?<=[0-9])" )
    | (?P<quoted> "(?:[^"\\]|\\.)*+" )
    | (?P<open> ".* )
    | (?P<clock> [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9]) )
    | (?P<comma> [0-9]+,[0-9]+ )
    | (?P<number> [0-9]+(?:\.[0-9]+)? )
    | (?P<word> {WORD} )
    | (?P<sign> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_KEYS = {"x": "×", "-": "–", "—": "–", "\N{MINUS SIGN}": "–"}


@final
class Token(NamedTuple):
    """
    A word, a number, a time of day, a label in quotation marks, or a sign.

    Patterns compare its *key*: in lower case, with "×" for "x", and one character for all dashes.
    """

    kind: str
    key: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """
    Yield the tokens of *text*.

    >>> [token.key for token in tokens("Hold 5s, 3X")]
    ['hold', '5', 's', ',', '3', '×']
    """
    for found in _TOKEN.finditer(text):
        kind, key = str(found.lastgroup), found[0].lower()
        yield Token(kind, _KEYS.get(key, key), found[0], found.start(), found.end())


def end_of_words(tokens: Sequence[Token], start: int) -> int:
    """
    Return the index after the words from *start* on; *start* if there are none.
    """
    end = start
    while end < len(tokens) and tokens[end].kind == "word":
        end += 1
    return end
