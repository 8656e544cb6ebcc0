"""
Which item does a path lead to, and what is left when it changes?

A path is a row of indices into `items`, outermost first.
Whatever has `items` is a container here, so that this file stands below the model that uses it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn, TypeVar, cast

import attrs

from stretchlib._validation import refuse, shown, to_tuple

Container = TypeVar("Container")


def find(container: Any, path: Iterable[int]) -> Any:
    """
    Return the item of *container* at *path*.

    Raises:
        IndexError: There is no such item.
    """
    found = container
    indices = _indices(path)
    for depth, index in enumerate(indices):
        found = _items(found, indices, depth)[index]
    return found


def changed(container: Container, path: Iterable[int], *items: object) -> Container:
    """
    Return *container* with *items* in place of the one at *path*.

    Raises:
        IndexError: There is no such item.
    """
    return cast(Container, _changed(container, _indices(path), 0, items))


def _changed(container: Any, path: tuple[int, ...], depth: int, items: tuple[object, ...]) -> Any:
    before = _items(container, path, depth)
    index = path[depth]
    if depth + 1 < len(path):
        items = (_changed(before[index], path, depth + 1, items),)
    return attrs.evolve(container, items=(*before[:index], *items, *before[index + 1 :]))


def _indices(path: Iterable[int]) -> tuple[int, ...]:
    indices = to_tuple(path)
    if not isinstance(indices, tuple):
        refuse("path", "must be a list of indices", path, TypeError)
    for index in indices:
        if not isinstance(index, int) or isinstance(index, bool):
            refuse("path", "must be a list of indices", path, TypeError)
    if not indices:
        _refuse(indices, "it is empty")
    if min(indices) < 0:
        _refuse(indices, "indices count from 0")
    return indices


def _items(container: Any, path: tuple[int, ...], depth: int) -> tuple[Any, ...]:
    """
    Return the items of *container*, in which a *path* is followed at its index number *depth*.
    """
    here = type(container).__name__.lower() + (f" at {path[:depth]}" if depth else "")
    if not hasattr(container, "items"):
        _refuse(path, f"the {here} has no items")
    items: tuple[Any, ...] = container.items
    if path[depth] >= len(items):
        _refuse(path, f"the {here} has {len(items)} item{'s' if len(items) > 1 else ''}")
    return items


def _refuse(path: tuple[int, ...], why: str) -> NoReturn:
    indices = ", ".join(map(shown, path))
    message = f"no item at path ({indices}{',' if len(path) == 1 else ''}): {why}"
    raise IndexError(message)
