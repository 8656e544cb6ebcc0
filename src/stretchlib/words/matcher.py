"""
A small matcher of tables of phrases, where the longest match wins.

Results are memoised, so matching takes linear time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, assert_never

import attrs

from stretchlib._classes import final
from stretchlib.words.patterns import Element, Option, Part, Row, Rows, Terminal, Word
from stretchlib.words.tokens import Token

#: The index after a match, and its value; `None` if there is no match.
Match: TypeAlias = tuple[int, Any] | None

#: How deep parts may nest; no exercise needs more.
_MAX_DEPTH = 64


@final
class Refusal(NamedTuple):
    """
    The reason why the tokens from *start* to *end*, excluded, cannot be read.
    """

    start: int
    end: int
    reason: str


@final
@attrs.define
class Matcher:
    """
    The matches of a grammar in some tokens.

    Attributes:
        tokens: The tokens.
        rows: The rows of each name.
        terminals: The parts without rows, by name.
        farthest: The index of the last token that was tried.
        refusal: The refusal that ends last.
    """

    tokens: Sequence[Token]
    rows: Rows
    terminals: Mapping[str, Terminal]
    farthest: int = 0
    refusal: Refusal | None = None
    _depth: int = attrs.field(default=0, init=False)
    _known: dict[tuple[str, int], tuple[Match, int]] = attrs.field(factory=dict[Any, Any], init=False)

    def match(self, name: str, index: int) -> Match:
        """
        Return the longest match of *name* at *index*; if several are equally long, the one of the first row.
        """
        key, farthest = (name, index), self.farthest
        if key not in self._known:
            self.farthest = index
            self._depth += 1
            found = self._match(name, index)
            self._depth -= 1
            self._known[key] = found, self.farthest
        found, tried = self._known[key]
        self.farthest = max(farthest, tried)
        return found

    def _match(self, name: str, index: int) -> Match:
        if index == len(self.tokens):
            return None
        if self._depth > _MAX_DEPTH:
            return self._refused(index, index + 1, "must not nest so deep")
        if name in self.terminals:
            return self._terminal(self.terminals[name], index)
        longest, end, values = self._longest(self.rows[name], index)
        if longest is None or longest.value is None:
            return longest and (end, None)
        try:
            return end, longest.value(*values)
        except (ValueError, TypeError, OverflowError) as error:
            return self._refused(index, end, str(error))

    def _terminal(self, terminal: Terminal, index: int) -> Match:
        try:
            return terminal.read(self.tokens, index)
        except ValueError as error:
            return self._refused(index, index + 1, str(error))

    def _refused(self, start: int, end: int, reason: str) -> Match:
        refusal = Refusal(start, end, reason)
        self.refusal = max(refusal, self.refusal or refusal, key=lambda each: each.end)
        return None

    def _longest(self, rows: Sequence[Row], index: int) -> tuple[Row | None, int, list[Any]]:
        longest: tuple[Row | None, int, list[Any]] = None, index, []
        token = self.tokens[index]
        for row in rows:
            if token.key in row.starts or token.kind in row.starts:
                values: list[Any] = []
                end = self._sequence(row.elements, index, values)
                if end is not None and end > longest[1]:
                    longest = row, end, values
        return longest

    def _sequence(self, elements: tuple[Element, ...], index: int, values: list[Any]) -> int | None:
        """
        Return the index after *elements* at *index*, and add the values of their parts; `None` if one does not match.
        """
        for element in elements:
            end = self._element(element, index, values)
            if end is None:
                return None
            index = end
        return index

    def _element(self, element: Element, index: int, values: list[Any]) -> int | None:
        match element:
            case Word():
                self.farthest = max(self.farthest, index)
                return index + 1 if index < len(self.tokens) and self.tokens[index].key in element.keys else None
            case Part() if element.separator:
                return self._several(element, index, values)
            case Part():
                return self._part(element.name, index, values)
            case Option():
                return self._option(element, index, values)
            case _:
                assert_never(element)

    def _option(self, option: Option, index: int, values: list[Any]) -> int:
        before = len(values)
        end = self._sequence(option.elements, index, values)
        if end is None:
            del values[before:]
            return index
        return end

    def _several(self, part: Part, index: int, values: list[Any]) -> int | None:
        several: list[Any] = []
        end = self._part(part.name, index, several)
        if end is None:
            return None
        while (separator := self.match(part.separator, end)) and (one := self.match(part.name, separator[0])):
            end = one[0]
            several.append(one[1])
        values.append(several)
        return end

    def _part(self, name: str, index: int, values: list[Any]) -> int | None:
        found = self.match(name, index)
        if found is None:
            return None
        # A part without a function has no value.
        if found[1] is not None:
            values.append(found[1])
        return found[0]
