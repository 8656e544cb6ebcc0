"""
What exports accept, and how much of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from stretchlib._validation import check_kind, refuse
from stretchlib.errors import ExportError
from stretchlib.timeline.timeline import Timeline

Value = TypeVar("Value")

#: The longest text of an export; a name that comes again in each step could make it endless.
MAX_CHARACTERS: Final = 10_000_000


def check_timeline(timeline: object) -> None:
    """
    Accept a timeline.

    >>> check_timeline(5)
    Traceback (most recent call last):
    TypeError: timeline must be a Timeline, as schedule() returns it (got 5)
    """
    if not isinstance(timeline, Timeline):
        refuse("timeline", "must be a Timeline, as schedule() returns it", timeline, TypeError)


def check_steps(target: str, timeline: Timeline, max_steps: int) -> None:
    """
    Accept a *timeline* of at most *max_steps* steps, which is what the *target* can hold.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> check_steps("a haiku", schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])), 1)
    Traceback (most recent call last):
    stretchlib.errors.ExportError: a haiku must have at most 1 steps (got <Timeline of 'Neck': 2 steps, 0:00:10>)
    """
    check_timeline(timeline)
    # There may be more steps than `len` can tell.
    if timeline[-1].index >= max_steps:
        message = f"{target} must have at most {max_steps} steps (got {timeline!r})"
        raise ExportError(message)


def check_characters(target: str, characters: int, remedy: str) -> None:
    """
    Accept so many *characters* in a *target*; the *remedy* says what would fit.

    >>> check_characters("a novel", 20_000_000, "write a haiku")
    Traceback (most recent call last):
    stretchlib.errors.ExportError: a novel must have at most 10000000 characters: write a haiku
    """
    if characters > MAX_CHARACTERS:
        message = f"{target} must have at most {MAX_CHARACTERS} characters: {remedy}"
        raise ExportError(message)


def all_of(kinds: tuple[type, ...], field: str, values: Iterable[Value], wanted: str) -> Iterator[Value]:
    """
    Yield *values*, accepting only instances of *kinds*; *wanted* says what the *field* takes.

    >>> list(all_of((int,), "numbers", 5, "must be whole numbers"))
    Traceback (most recent call last):
    TypeError: numbers must be whole numbers (got 5)
    """
    if not isinstance(values, Iterable):
        refuse(field, wanted, values, TypeError)
    for index, value in enumerate(values):
        check_kind(f"{field}[{index}]", value, *kinds)
        yield value
