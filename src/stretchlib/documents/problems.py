"""
Functions that raise, limit and word the problems of documents.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from itertools import islice
from typing import NoReturn

from stretchlib._messages import listed, shown
from stretchlib.errors import InvalidDocumentError, Problem

#: The most problems that are collected, so that a damaged megabyte is refused quickly.
MAX_PROBLEMS = 1_000
#: Longer keys get no suggestion, because comparing them is slow.
_MAX_COMPARED = 40


def raise_problem(message: str, *path: Hashable) -> NoReturn:
    """
    Raise the error for one problem, at *path* inside the current value.
    """
    raise InvalidDocumentError((Problem(path, message),))


def raise_problem_of_value(rule: str, value: object) -> NoReturn:
    """
    Raise the error for a *value* that breaks a *rule*.
    """
    raise_problem(f"{rule} (got {shown(value)})")


def enough(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """
    Return the first `MAX_PROBLEMS`, and one more if there are more.
    """
    return tuple(islice(problems, MAX_PROBLEMS + 1))


def limited(problems: tuple[Problem, ...]) -> InvalidDocumentError:
    """
    Return the error for the first `MAX_PROBLEMS` of these *problems*.
    """
    if len(problems) > MAX_PROBLEMS:
        more = Problem((), f"has more problems; these are the first {MAX_PROBLEMS}")
        problems = (*problems[:MAX_PROBLEMS], more)
    return InvalidDocumentError(problems)


def problem_of(error: Exception) -> Problem:
    """
    Return the problem in the *error* of a constructor or a validator.
    """
    # Most messages begin with a place: "sets must be ...", "phases[1] must be ...".
    match = re.fullmatch(r"([\w.\[\]]*) (must .*)", str(error), re.DOTALL)
    place, rule = match.groups() if match else ("", str(error))
    path = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", place)]
    return Problem(tuple(path), rule)


def unknown(key: Hashable, expected: Iterable[str]) -> str:
    """
    Return the message for a *key* that is not *expected*.
    """
    if not isinstance(key, str):
        return "unknown field, the names of fields are text"
    # Imported late, because only misspelt keys need it.
    import difflib

    similar = difflib.get_close_matches(key[:_MAX_COMPARED].lower(), expected)
    hint = f"did you mean {similar[0]!r}?" if similar else f"expected {in_quotes(expected)}"
    return f"unknown field, {hint} (a newer version may know it)"


def in_quotes(words: Iterable[str]) -> str:
    """
    Return *words* in quotes, as an English list.
    """
    return listed([repr(word) for word in words])
