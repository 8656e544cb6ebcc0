"""
Timelines: their routine and pacing are the truth; their duration and steps must be what they lead to.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import islice
from typing import Any, cast

from stretchlib._validation import seconds, shown
from stretchlib.documents.migrations import Document
from stretchlib.documents.problems import MAX_PROBLEMS, limited, unknown
from stretchlib.documents.writing import write
from stretchlib.errors import Problem
from stretchlib.timeline.timeline import Timeline


def check_timeline(timeline: Timeline, document: Document) -> None:
    """
    Refuse a *document* whose duration or steps are not those of its *timeline*.

    Raises:
        InvalidDocumentError: They are not.
    """
    if problems := tuple(islice(_disagreements(timeline, document), MAX_PROBLEMS + 1)):
        raise limited(problems)


def _disagreements(timeline: Timeline, document: Document) -> Iterator[Problem]:
    rows: Any = document["steps"]
    yield from _disagreement(("duration",), document["duration"], seconds(timeline.duration))
    # `len` has a limit that a routine need not keep.
    count = timeline[-1].index + 1
    if not isinstance(rows, list):
        yield Problem(("steps",), f"must be a list (got {shown(rows)})")
    elif len(rows) != count:
        yield Problem(("steps",), f"must be {count} steps, as routine and pacing say (got {len(rows)})")
    else:
        for index, (row, step) in enumerate(zip(rows, timeline, strict=True)):
            yield from _disagreements_of_row(("steps", index), row, write(step))


def _disagreements_of_row(path: tuple[Hashable, ...], row: Any, expected: Document) -> Iterator[Problem]:
    if not isinstance(row, dict):
        yield Problem(path, f"must be an object (got {shown(row)})")
        return
    for key, value in row.items():
        if key in expected:
            yield from _disagreement((*path, key), value, expected[key])
        else:
            yield Problem((*path, key), unknown(key, expected))
    yield from (Problem((*path, key), "missing") for key in expected if key not in row)


def _disagreement(path: tuple[Hashable, ...], value: object, expected: object) -> Iterator[Problem]:
    if not _agrees(value, expected):
        yield Problem(path, f"must be {shown(expected)}, as routine and pacing say (got {shown(value)})")


def _agrees(value: object, expected: object) -> bool:
    """
    Return whether *value* is what is *expected*, also in its kind: truth is no number.
    """
    if isinstance(expected, list):
        said, numbers = cast(list[object], value), cast(list[object], expected)
        return isinstance(value, list) and len(said) == len(numbers) and all(map(_agrees, said, numbers))
    if isinstance(expected, bool | None):
        return value is expected
    kinds = str if isinstance(expected, str) else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool) and value == expected
