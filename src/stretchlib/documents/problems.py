"""
What is wrong with a document, and where?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NoReturn, final

from stretchlib._validation import listed, shown
from stretchlib.errors import InvalidDocumentError

#: Reading stops when it has found more problems than this, so that a megabyte of damage is refused at once.
MOST_PROBLEMS = 1_000
#: Longer names of unknown fields are shortened.
_LONGEST_KEY = 40


@final
class Wrong(Exception):  # noqa: N818 - it never leaves the library
    """
    All that is wrong in one value.
    """

    #: Sentences behind their places, and what is wrong further inside behind the way there.
    problems: list[str | tuple[str, Wrong]]
    #: How many sentences there are, inside and all.
    count: int

    def __init__(self, *sentences: str) -> None:
        self.problems = [*sentences]
        self.count = len(sentences)

    def add(self, sentence: str) -> Wrong:
        """
        Add one problem.
        """
        self.problems.append(sentence)
        self.count += 1
        return self

    def add_inside(self, way: str, inside: Wrong) -> Wrong:
        """
        Add all that is wrong with the value that is found by going this *way*.
        """
        self.problems.append((way, inside.with_traceback(None)))
        self.count += inside.count
        return self

    def told(self, way: str) -> Iterator[str]:
        """
        Yield every problem, for a value that is found by going this *way*.
        """
        for problem in self.problems:
            if isinstance(problem, str):
                yield way + problem
            else:
                further, inside = problem
                yield from inside.told(way + further)


def refuse(problem: str) -> NoReturn:
    """
    Raise `Wrong` for one problem with the value itself.
    """
    sentence = f": {problem}"
    raise Wrong(sentence)


def invalid(problems: Iterable[str]) -> InvalidDocumentError:
    """
    Return the error for the first `MOST_PROBLEMS` of these *problems*.
    """
    first = tuple(islice(problems, MOST_PROBLEMS + 1))
    if len(first) > MOST_PROBLEMS:
        first = (*first[:-1], f"$: has more problems than these {MOST_PROBLEMS}, which are the first")
    return InvalidDocumentError(first)


def of_sentence(error: Exception) -> str:
    """
    Return the problem that a constructor tells in an *error*.
    """
    # A constructor's sentence begins with the place: "sets must be ...", "phases[1] must be ...".
    place, _, rule = str(error).partition(" ")
    return f".{place}: {rule}" if place else f": {rule}"


def unknown(key: object, fields: Iterable[str]) -> str:
    """
    Return the problem with a *key* that is none of the *fields*.
    """
    if not isinstance(key, str):
        return f"[{shown(key)}]: unknown field, the names of fields are text"
    place = f".{key}" if len(key) <= _LONGEST_KEY and key.isidentifier() else f"[{shown(key)}]"
    # Loaded when something is misspelt: importing it would cost everybody.
    import difflib

    similar = difflib.get_close_matches(key[:_LONGEST_KEY].lower(), fields, n=1)
    hint = f"did you mean {similar[0]!r}?" if similar else f"expected {quoted(fields)}"
    return f"{place}: unknown field, {hint}"


def quoted(words: Iterable[str]) -> str:
    """
    Return *words* in quotes, as a person lists them.
    """
    return listed([repr(word) for word in words])
