"""
Limits of the depth and size of a document, checked before it is read.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from typing import Any

from stretchlib.documents.problems import raise_problem

#: Deeper than any valid routine.
_MAX_DEPTH = 100
_NUMBERS = frozenset({int, float, bool})


def check_size(raw: object, max_values: int) -> bool:
    """
    Check the depth and size, and return whether all values are plain: of the types that `json` creates, and not null.

    A long text counts as one more value for every hundred characters.
    The check goes level by level, so it needs no stack, and ends even if a document contains itself.

    Raises:
        InvalidDocumentError: The document is too deep, or holds more than *max_values* values.
    """
    level: list[Any] = [[raw]]
    depth, values, is_plain = 0, 0, True
    while level and depth <= _MAX_DEPTH and (values := values + sum(map(len, level))) <= max_values:
        deeper: list[Any] = []
        for container in level:
            for value in container.values() if isinstance(container, dict) else container:
                kind = type(value)
                if kind is str:
                    values += len(value) // 100
                elif kind is dict or kind is list:
                    if value:
                        deeper.append(value)
                elif kind not in _NUMBERS:
                    is_plain = False
                    # Round-trip parsers, such as tomlkit, have subclasses of their own.
                    if isinstance(value, str):
                        values += len(value) // 100
                    elif value and isinstance(value, (dict, list)):
                        deeper.append(value)
        level, depth = deeper, depth + 1
    if level and depth > _MAX_DEPTH:
        raise_problem(f"must be at most {_MAX_DEPTH} levels deep")
    if values > max_values:
        raise_problem(f"must hold at most {max_values} values")
    return is_plain
