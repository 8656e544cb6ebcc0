"""
Tables of phrases, and their compiled patterns.

Each name of a grammar has rows: a pattern, and a function from the values of its parts to the value of the row.
A pattern consists of words and signs, with alternatives separated by "|", parts in braces, and optional elements in
brackets; `{phase+comma}` is one or more phases separated by commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, assert_never

import attrs

from stretchlib._classes import final
from stretchlib.words.tokens import Token

#: A function from the values of the parts of a row to its own, by the number of parts.
Value: TypeAlias = Callable[[Any], Any] | Callable[[Any, Any], Any]
#: The rows of each name; a part whose rows have no function has no value.
Grammar: TypeAlias = Mapping[str, Sequence[tuple[str, Value | None]]]


@final
class Terminal(NamedTuple):
    """
    A part without rows, with its possible first tokens, as kinds or keys.

    Its function returns the index after it and its value, or `None`, from the tokens and an index.
    """

    starts: frozenset[str]
    read: Callable[[Sequence[Token], int], tuple[int, Any] | None]


@final
@attrs.frozen
class Word:
    """
    One of some words or signs.
    """

    keys: frozenset[str]


@final
@attrs.frozen
class Part:
    """
    A part with a name, or several of them with a *separator*.
    """

    name: str
    separator: str


@final
@attrs.frozen
class Option:
    """
    Optional elements.
    """

    elements: tuple[Element, ...]


Element: TypeAlias = Word | Part | Option


@final
class Row(NamedTuple):
    """
    A row of a grammar, with its possible first tokens, as kinds or keys.
    """

    elements: tuple[Element, ...]
    value: Value | None
    starts: frozenset[str]


#: The rows of each name.
Rows: TypeAlias = Mapping[str, Sequence[Row]]

_PART = re.compile(r"\{(\w+)(?:\+(\w+))?\}")


def compiled(grammar: Grammar, terminals: Mapping[str, Terminal]) -> Rows:
    """
    Return the rows of a *grammar* with compiled patterns.
    """
    patterns = {
        name: [(elements(iter(pattern.split())), value) for pattern, value in rows] for name, rows in grammar.items()
    }

    def starts(sequence: tuple[Element, ...]) -> frozenset[str]:
        match sequence[0]:
            case Word(keys):
                return keys
            case Option(optional):
                return starts(optional) | starts(sequence[1:])
            case Part(name) if name in terminals:
                return terminals[name].starts
            case Part(name):
                return frozenset[str]().union(*(starts(row) for row, _ in patterns[name]))
            case _:
                assert_never(sequence[0])

    return {name: [Row(row, value, starts(row)) for row, value in rows] for name, rows in patterns.items()}


def elements(words: Iterator[str]) -> tuple[Element, ...]:
    """
    Return the elements of a pattern up to a closing bracket, from its *words*.
    """
    found: list[Element] = []
    for word in words:
        if word == "]":
            break
        if word == "[":
            found.append(Option(elements(words)))
        elif part := _PART.fullmatch(word):
            found.append(Part(part[1], part[2] or ""))
        else:
            found.append(Word(frozenset(word.split("|"))))
    return tuple(found)
