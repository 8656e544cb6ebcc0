"""
Checking the derived duration and steps of timelines against their routine and pacing.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from stretchlib._validation import seconds, shown
from stretchlib.documents.migrations import Document
from stretchlib.documents.problems import unknown
from stretchlib.documents.writing import write
from stretchlib.errors import Problem
from stretchlib.timeline.timeline import Timeline


def disagreements(timeline: Timeline, document: Document) -> Iterator[Problem]:
    """
    Yield the problems of the duration and the steps in a *document* of its *timeline*.
    """
    yield from _disagreement(("duration",), document["duration"], seconds(timeline.duration))
    rows = document["steps"]
    # `len` fails above sys.maxsize.
    count = timeline[-1].index + 1
    if not isinstance(rows, list):
        yield Problem(("steps",), f"must be a list (got {shown(rows)})")
    elif len(rows) != count:
        yield Problem(("steps",), f"must be {count} steps, as routine and pacing say (got {len(rows)})")
    else:
        for index, (row, step) in enumerate(zip(rows, timeline, strict=True)):
            expected = write(step)
            # This distinguishes True from 1, and is fast.
            if repr(row) != repr(expected):
                yield from _disagreement(("steps", index), row, expected)


def _disagreement(path: tuple[Hashable, ...], said: Any, expected: Any) -> Iterator[Problem]:
    if not isinstance(expected, dict):
        if not _agrees(said, expected):
            yield Problem(path, f"must be {shown(expected)}, as routine and pacing say (got {shown(said)})")
    elif not isinstance(said, dict):
        yield Problem(path, f"must be an object (got {shown(said)})")
    else:
        for key, value in said.items():
            if key in expected:
                yield from _disagreement((*path, key), value, expected[key])
            else:
                yield Problem((*path, key), unknown(key, expected))
        yield from (Problem((*path, key), "missing") for key in expected if key not in said)


def _agrees(said: Any, expected: Any) -> bool:
    """
    Return whether *said* equals *expected*, including its type: `True` does not equal 1.
    """
    if isinstance(expected, list):
        return isinstance(said, list) and len(said) == len(expected) and all(map(_agrees, said, expected))
    if isinstance(expected, bool | None):
        return said is expected
    kinds = str if isinstance(expected, str) else (int, float)
    return isinstance(said, kinds) and not isinstance(said, bool) and said == expected
