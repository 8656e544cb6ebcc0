"""
The errors that stretchlib raises on purpose, beyond `ValueError` and `TypeError`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import timedelta
from typing import final

import attrs

from stretchlib._validation import shown

#: Longer keys are shortened in the text of a problem.
_MAX_KEY = 40


class StretchlibError(Exception):
    """
    The base of all errors of this library.
    """


@final
@attrs.frozen
class Problem:
    """
    One thing that is wrong with a document; its text is a line for people.

    Attributes:
        path: The keys and indices that lead to what is wrong, outermost first.
            A key is text, unless it is wrong itself.
        message: The rule that is broken, and the value that breaks it.

    >>> print(Problem(("items", 0, "work", "count"), "must be at least 1 (got 0)"))
    $.items[0].work.count: must be at least 1 (got 0)
    """

    path: tuple[Hashable, ...]
    message: str

    def __str__(self) -> str:
        return f"${''.join(map(_step, self.path))}: {self.message}"


def _step(key: Hashable) -> str:
    is_plain = isinstance(key, str) and len(key) <= _MAX_KEY and key.isidentifier()
    return f".{key}" if is_plain else f"[{shown(key)}]"


@final
class InvalidDocumentError(StretchlibError, ValueError):
    """
    A document says something that no value of this library can mean.

    Raised by `from_dict`, once for all that is wrong.

    Attributes:
        problems: Every problem found, in the order of the document, what is missing last.

    >>> raise InvalidDocumentError([Problem(("name",), "must not be empty (got '')")])
    Traceback (most recent call last):
    stretchlib.errors.InvalidDocumentError: $.name: must not be empty (got '')
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        self.problems = (Problem((), problems),) if isinstance(problems, str) else tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class ScheduleError(StretchlibError):
    """
    A routine lasts longer than `timedelta.max`, so no timeline can hold it.
    """


@final
class DoesNotFitError(ScheduleError):
    """
    A routine does not fit into the given time, not even at the lowest level.
    """

    #: The shortest duration that the routine can have at this pacing.
    shortest: timedelta

    def __init__(self, message: str, shortest: timedelta) -> None:
        super().__init__(message, shortest)
        self.shortest = shortest

    def __str__(self) -> str:
        return str(self.args[0])


@final
class ExportError(StretchlibError):
    """
    The target of an export cannot hold this timeline.
    """


@final
class NotationError(StretchlibError, ValueError):
    """
    A text cannot be read as an exercise.

    Raised by `parse_exercise`.

    >>> from stretchlib import parse_exercise
    >>> parse_exercise("Squats: 3 x max")
    Traceback (most recent call last):
    stretchlib.errors.NotationError: cannot read 'max' at character 12
    """

    #: The text that was to be read.
    text: str
    #: The index of the first character that is not understood.
    start: int
    #: The index behind the last character that is not understood.
    end: int

    def __init__(self, message: str, text: str, start: int, end: int) -> None:
        super().__init__(message, text, start, end)
        self.text = text
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return str(self.args[0])
