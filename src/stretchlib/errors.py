"""
What can go wrong: every error that stretchlib raises on purpose, beyond `ValueError` and `TypeError`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import final


class StretchlibError(Exception):
    """
    The base of all errors of this library.
    """


@final
class InvalidDocumentError(StretchlibError, ValueError):
    """
    A document says something that no routine can mean.

    Raised by `from_dict` and `timeline_from_dict`, once for all that is wrong.

    >>> raise InvalidDocumentError(("$.name: must not be empty (got '')",))
    Traceback (most recent call last):
    stretchlib.errors.InvalidDocumentError: $.name: must not be empty (got '')
    """

    #: Every problem found, in the order of the document, what is missing last, each a path and a sentence.
    problems: tuple[str, ...]

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


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
