"""
The checks and limits shared by exports, and the short texts of watches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from stretchlib._messages import refuse
from stretchlib._validation import check_kind
from stretchlib.errors import ExportError
from stretchlib.timeline.timeline import Timeline, check_scheduled, span_of
from stretchlib.timeline.tree import STEPS
from stretchlib.words.characters import one_line, shortened

Value = TypeVar("Value")

#: The longest text of an export, which could repeat a name in each step.
MAX_CHARACTERS: Final = 10_000_000


#: Later characters of a text for a watch are ignored.
_MAX_READ: Final = 10_000


def check_steps(target: str, timeline: Timeline, max_steps: int) -> None:
    """
    Accept a *timeline* of at most *max_steps* steps, the limit of the *target*.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> check_steps("a haiku", schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])), 1)
    Traceback (most recent call last):
    stretchlib.errors.ExportError: a haiku must have at most 1 steps (got <Timeline of 'Neck': 2 steps, 0:00:10>)
    """
    check_scheduled(timeline)
    if span_of(timeline).size[STEPS] > max_steps:
        message = f"{target} must have at most {max_steps} steps (got {timeline!r})"
        raise ExportError(message)


def check_characters(target: str, characters: int, remedy: str) -> None:
    """
    Accept a number of *characters* in a *target*; the message ends with a *remedy*.

    >>> check_characters("a novel", 20_000_000, "write a haiku")
    Traceback (most recent call last):
    stretchlib.errors.ExportError: a novel must have at most 10000000 characters: write a haiku
    """
    if characters > MAX_CHARACTERS:
        message = f"{target} must have at most {MAX_CHARACTERS} characters: {remedy}"
        raise ExportError(message)


def all_of(field: str, values: Iterable[Value], wanted: str, *kinds: type) -> Iterator[Value]:
    """
    Yield *values*, which must be instances of *kinds*, described in the message about *field* as *wanted*.

    >>> list(all_of("numbers", 5, "must be whole numbers", int))
    Traceback (most recent call last):
    TypeError: numbers must be whole numbers (got 5)
    """
    if not isinstance(values, Iterable):
        refuse(field, wanted, values, TypeError)
    for index, value in enumerate(values):
        check_kind(f"{field}[{index}]", value, *kinds)
        yield value


def short_text(parts: Iterable[str], between: str, room: int, size: Callable[[str], int] = len) -> str:
    """
    Return the *parts* that are not blank, joined to one line, and cut if its *size* is above *room*.

    >>> short_text(["Calf stretch", "", "left"], ", ", 15)
    'Calf stretch,…'
    """
    line = between.join(filter(None, (one_line(part[:_MAX_READ]) for part in parts)))
    return shortened(line, room, size)
