"""
The errors of stretchlib, besides `ValueError` and `TypeError`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import timedelta

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._messages import shown

#: Longer keys are shortened in messages.
_MAX_KEY = 40


class StretchlibError(Exception):
    """
    The base class of the errors that this library defines; all of them are also subclasses of `ValueError`.
    """


@final
@attrs.frozen
class Problem:
    """
    A problem of a document; `str()` returns its place and its message.

    Attributes:
        path: The keys and indices that lead to the invalid value, outermost first.
            Keys are texts, unless the key itself is invalid.
        message: The rule, and the value that breaks it.

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
    An invalid document.

    `from_dict` raises it once, with all problems. Rules about several fields, such as `weeks` and `days`, are checked
    only if each of the fields is valid.

    Attributes:
        problems: The problems, in the order of the document; in each object, missing keys come last.

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


class ScheduleError(StretchlibError, ValueError):
    """
    A routine, or a number of breaths, that lasts longer than `timedelta.max`, or than the given time.
    """


@final
class DoesNotFitError(ScheduleError):
    """
    A routine that does not fit into the given time at any level.

    Attributes:
        shortest: The shortest duration that the routine can have at this pacing.
    """

    shortest: timedelta

    def __init__(self, message: str, shortest: timedelta) -> None:
        super().__init__(message, shortest)
        self.shortest = shortest

    def __str__(self) -> str:
        return str(self.args[0])


@final
class ExportError(StretchlibError, ValueError):
    """
    A value that the format of an export cannot represent.
    """


@final
class NotationError(StretchlibError, ValueError):
    """
    A text that cannot be read as an exercise.

    `parse_exercise` raises it; `str()` returns the words that are not understood, their place, and the reason.

    Attributes:
        text: The text.
        start: The index of the first character that is not understood.
        end: The index after the last character that is not understood.
        reason: Why it is not understood, or what to write instead; empty if unknown.

    >>> from stretchlib import parse_exercise
    >>> parse_exercise("Squats: 3 x max")
    Traceback (most recent call last):
    stretchlib.errors.NotationError: cannot read 'max' at character 12: write a number or a time
    """

    text: str
    start: int
    end: int
    reason: str

    def __init__(self, text: str, start: int, end: int, reason: str = "") -> None:
        super().__init__(text, start, end, reason)
        self.text = text
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        misread = self.text[self.start : self.end]
        what = f"cannot read {shown(misread)}" if misread else "unexpected end"
        reason = f": {self.reason}" if self.reason else ""
        return f"{what} at character {self.start}{reason}"


resolve_types(Problem)
