"""
Reading exercises from cards, and from what people write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NoReturn

import attrs

from stretchlib._classes import final
from stretchlib._messages import refuse
from stretchlib._validation import check_name
from stretchlib.errors import NotationError
from stretchlib.model.exercise import Exercise
from stretchlib.words import labels
from stretchlib.words.draft import ExerciseDraft
from stretchlib.words.matcher import Matcher, Refusal
from stretchlib.words.meanings import BARE, UNITLESS
from stretchlib.words.patterns import Rows, compiled
from stretchlib.words.phrases import ABBREVIATIONS, GRAMMAR, HINTS
from stretchlib.words.terminals import TERMINALS, unquoted
from stretchlib.words.tokens import Token, end_of_words, tokens

#: The most words, numbers and signs of a text.
MAX_WORDS = 10_000

#: Quotation marks, and controls, which would break the line.
_UNUSUAL = re.compile(r'["\x00-\x1f\x7f-\x9f\u2028\u2029]')
_COMMAS = (",", ";", ".")


def parse_exercise(text: str, *, name: str | None = None) -> Exercise:
    """
    Read an exercise from a card that `describe` writes in English, or from much of what people write.

    A text has one exercise; for several lines, use `[parse_exercise(line) for line in text.splitlines()]`.

    Args:
        text: The name of the exercise, a colon, and its dose, such as "Calf stretch: 3 x 30 s each side".
            A name with several lines, or one that contains a dose, needs quotation marks, as in JSON.
        name: The name, if *text* is only the dose.

    Raises:
        NotationError: The text is not understood, or is not a valid exercise; the error has the place and a reason.

    >>> from stretchlib import describe
    >>> print(parse_exercise("Calf stretch: hold for 15 to 30 seconds, 2 to 4 times, per leg"))
    Calf stretch: 2–4 × 15–30 s each side
    >>> parse_exercise("3x10 @ 50 kg", name="Squats")
    Traceback (most recent call last):
    stretchlib.errors.NotationError: cannot read '@ 50 kg' at character 5: put remarks into the instructions
    """
    if not isinstance(text, str):
        refuse("text", "must be a string", text, TypeError)
    if name is not None and not isinstance(name, str):
        refuse("name", "must be text", name, TypeError)
    reader = _Reader(text, list(islice(tokens(text), MAX_WORDS + 1)))
    if len(reader.tokens) > MAX_WORDS:
        reader.reject(MAX_WORDS, len(reader.tokens), f"must have at most {MAX_WORDS} words, numbers and signs")
    name, begin = reader.name() if name is None else (name, 0)
    return reader.exercise(name, begin)


def before_card(name: str) -> str:
    """
    Return the name of an exercise as it is written before its card, in quotation marks if needed.

    >>> before_card("Cat: slowly"), before_card("Cat: 3 times"), before_card("Cat :-(")
    ('Cat: slowly', '"Cat: 3 times"', '"Cat :-("')
    """
    return name if _is_plain(name) else labels.quoted(name)


def _is_plain(name: str) -> bool:
    if _UNUSUAL.search(name):
        return False
    try:
        read, _ = _Reader(f"{name}: ", list(islice(tokens(f"{name}: "), MAX_WORDS))).name()
    except NotationError:
        return False
    return read == name


@cache
def _rows() -> Rows:
    return compiled(GRAMMAR, TERMINALS)


@final
@attrs.frozen
class _Reader:
    text: str
    tokens: Sequence[Token]

    def name(self) -> tuple[str, int]:
        """
        Return the name, and the index of the first token after its colon.

        The colon is the last one before a space, outside of parentheses and quotation marks.
        """
        colons = [*self._colons()]
        if not colons:
            self.reject(0, len(self.tokens), "begin with a name, a colon and a space, or pass name=")
        *others, end = colons
        is_quoted = [token.kind for token in self.tokens[:end]] == ["quoted"]
        if not is_quoted:
            self._check_lone(others, end)
        try:
            name = unquoted(self.tokens[0]) if is_quoted else self.text[: self.tokens[end].start].strip()
            check_name("name", name)
        except ValueError as error:
            self.reject(0, end + 1, str(error))
        return name, end + 1

    def _colons(self) -> Iterator[int]:
        depth = 0
        for index, token in enumerate(self.tokens):
            depth = max(0, depth + (token.key == "(") - (token.key == ")"))
            if token.key == ":" and not depth and self.text[token.end : token.end + 1].isspace():
                yield index

    def _check_lone(self, colons: Sequence[int], end: int) -> None:
        """
        Refuse a name, up to *end*, that contains other exercises: several lines, or a dose after one of its *colons*.
        """
        reason = "write one exercise, or its name in quotation marks"
        first, *others = self.text[: self.tokens[end].start].strip().splitlines() or [""]
        if others:
            begin = self.text.index(first) + len(first)
            second = next(index for index, token in enumerate(self.tokens) if token.end > begin)
            self.reject(second, len(self.tokens), reason)
        matcher = Matcher(self.tokens, _rows(), TERMINALS)
        for colon in colons:
            # Text that is refused with a reason is a dose, too.
            if matcher.match("clause", colon + 1) or matcher.refusal:
                self.reject(colon + 1, end, reason)

    def exercise(self, name: str, begin: int) -> Exercise:
        """
        Return the exercise *name*, whose dose has the tokens from *begin* on.
        """
        matcher, draft = Matcher(self.tokens, _rows(), TERMINALS), ExerciseDraft(self.reject)
        index = begin
        while index < len(self.tokens):
            matcher.farthest = index
            clause = matcher.match("clause", index)
            refusal = matcher.refusal
            # If the longest phrase is refused, a shorter one would be a guess.
            if refusal and refusal.start >= index and (clause is None or refusal.end > clause[0]):
                self.reject(*self._without_number(matcher, refusal))
            if clause is None:
                self._reject_clause(matcher, matcher.farthest, index)
            self._check_bound(matcher, begin, index)
            end, parts = clause
            draft.add(parts, index, end)
            index = end
            while self._key(index) in _COMMAS:
                index += 1
        return draft.exercise(name, begin, len(self.tokens))

    def _without_number(self, matcher: Matcher, refusal: Refusal) -> Refusal:
        """
        Return *refusal*; if no clause begins with the word after a number, refuse this word instead.
        """
        _, end, reason = refusal
        if reason not in (BARE, UNITLESS) or end == len(self.tokens) or matcher.match("clause", end):
            return refusal
        following = self.tokens[end]
        if following.kind not in ("word", "sign", "after") or following.key in (*_COMMAS, ")"):
            return refusal
        return Refusal(end, end + 1, HINTS.get(following.key, reason))

    def _check_bound(self, matcher: Matcher, begin: int, index: int) -> None:
        """
        Refuse a bound at *index* that may belong to the clause before it, in a dose from *begin* on.
        """
        bound = matcher.match("most", index) or matcher.match("least", index)
        if bound and index > begin and not self._is_separated(index):
            words = self.text[self.tokens[index].start : self.tokens[bound[0] - 1].end]
            reason = f'may belong to the words before or after it: write "{words} …, …" or "…, {words} …"'
            self.reject(index, bound[0], reason)

    def _is_separated(self, index: int) -> bool:
        # A dose never begins with a comma, so two tokens are before a full stop.
        last = self.tokens[index - 1].key
        return last in _COMMAS and not (last == "." and self.tokens[index - 2].key in ABBREVIATIONS)

    def _reject_clause(self, matcher: Matcher, farthest: int, index: int) -> NoReturn:
        # Within parentheses, the phase that cannot be read helps more than the whole clause.
        start = self._innermost(matcher, index, farthest)
        if start > index:
            self._check_label(start)
        # So does the last token tried if there is a hint for it, or nothing after it.
        if farthest == len(self.tokens) or (self._key(farthest) in HINTS and self._key(index) not in HINTS):
            start = farthest
        hint = self._hint(start)
        if not hint and (movement := matcher.match("movement", index)) and movement[1].duration is not None:
            self.reject(index, movement[0], 'write movements in parentheses, as in "8 × (lower 3 s, lift 3 s)"')
        self.reject(start, len(self.tokens), hint)

    def _innermost(self, matcher: Matcher, index: int, farthest: int) -> int:
        """
        Return where the first phase that cannot be read starts in the innermost list open at *farthest*.

        Without an open list, return *index*.
        """
        lists: list[int] = []
        for each in range(index, farthest):
            if self.tokens[each].key == "(":
                lists.append(each)
            elif self.tokens[each].key == ")":
                lists.pop()
        if not lists:
            return index
        start = lists.pop() + 1
        while phase := matcher.match("phase", start):
            start = phase[0]
            if not (comma := matcher.match("comma", start)):
                break
            start = comma[0]
        return start

    def _check_label(self, start: int) -> None:
        """
        Refuse the words from *start* on if they would be a label in quotation marks.
        """
        end = end_of_words(self.tokens, start)
        words = [token.text.lower() for token in self.tokens[start:end]]
        is_whole = self._key(end) in (",", ";", ")")
        if words and (labels.is_remark(words) or (is_whole and labels.ends_label(words, 0))):
            self.reject(start, end, "put the label in quotation marks")

    def _hint(self, start: int) -> str:
        """
        Return the first hint for the words from *start* to the next comma.
        """
        for token in islice(self.tokens, start, None):
            if token.key in HINTS:
                return HINTS[token.key]
            if token.key in _COMMAS:
                break
        return ""

    def _key(self, index: int) -> str:
        """
        Return the key of the token at *index*; empty after the last one.
        """
        return self.tokens[index].key if index < len(self.tokens) else ""

    def reject(self, start: int, end: int, reason: str) -> NoReturn:
        """
        Raise the error for the tokens from *start* to *end*, excluded, with a *reason* if given.
        """
        if start < len(self.tokens):
            first, last = self.tokens[start].start, self.tokens[end - 1].end
        else:
            first = last = len(self.text)
        raise NotationError(self.text, first, last, reason)
