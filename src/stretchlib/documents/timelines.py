"""
Checking the derived duration and steps of timelines against their routine and pacing.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from stretchlib._messages import seconds, shown
from stretchlib.documents.migrations import Document
from stretchlib.documents.problems import unknown
from stretchlib.documents.writing import write
from stretchlib.errors import Problem
from stretchlib.timeline.timeline import Timeline, span_of
from stretchlib.timeline.tree import STEPS


def disagreements(timeline: Timeline, document: Document) -> Iterator[Problem]:
    """
    Yield the problems of the duration and the steps in a *document* of its *timeline*.
    """
    yield from _disagreement(("duration",), document["duration"], seconds(timeline.duration))
    rows = document["steps"]
    count = span_of(timeline).size[STEPS]
    if not isinstance(rows, list):
        yield Problem(("steps",), f"must be a list (got {shown(rows)})")
    elif len(rows) != count:
        yield Problem(("steps",), f"must be {count} steps for this routine and pacing (got {len(rows)})")
    else:
        for index, (row, step) in enumerate(zip(rows, timeline, strict=True)):
            expected = write(step)
            # Comparing texts distinguishes True from 1, and is fast; but Python writes no integers of any length.
            if row != expected or repr(row) != repr(expected):
                yield from _disagreement(("steps", index), row, expected)


def _disagreement(path: tuple[Hashable, ...], given: Any, expected: Any) -> Iterator[Problem]:
    if not isinstance(expected, dict):
        if not _agrees(given, expected):
            yield Problem(path, f"must be {shown(expected)} for this routine and pacing (got {shown(given)})")
    elif not isinstance(given, dict):
        yield Problem(path, f"must be an object (got {shown(given)})")
    else:
        for key, value in given.items():
            if key in expected:
                yield from _disagreement((*path, key), value, expected[key])
            else:
                yield Problem((*path, key), unknown(key, expected))
        yield from (Problem((*path, key), "missing") for key in expected if key not in given)


def _agrees(given: Any, expected: Any) -> bool:
    """
    Return whether *given* equals *expected*, including its type: `True` does not equal 1.
    """
    if isinstance(expected, list):
        return isinstance(given, list) and len(given) == len(expected) and all(map(_agrees, given, expected))
    if isinstance(expected, bool | None):
        return given is expected
    kinds = str if isinstance(expected, str) else (int, float)
    return isinstance(given, kinds) and not isinstance(given, bool) and given == expected
