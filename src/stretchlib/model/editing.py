"""
Finding, replacing, inserting and removing items of nested circuits by path.

A path is a sequence of indices into `items`, outermost first.
A container is any object with `items`, so this module does not import the classes that use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import attrs

from stretchlib._validation import refuse, shown, to_tuple, to_whole

Container = TypeVar("Container")
Path: TypeAlias = tuple[int, ...]


def walk(items: Iterable[Any], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """
    Yield all *items* with their paths, in order, each container before its items.
    """
    for index, item in enumerate(items):
        yield (*path, index), item
        yield from walk(getattr(item, "items", ()), (*path, index))


def find(container: Any, path: Iterable[int]) -> Any:
    """
    Return the item of *container* at *path*.

    Raises:
        IndexError: There is no such item.
    """
    found = container
    indices = _to_path(path)
    for depth in range(len(indices)):
        found = _items(found, indices, depth)[indices[depth]]
    return found


def replaced(container: Container, path: Iterable[int], *items: object) -> Container:
    """
    Return *container* with the item at *path* replaced by *items*.

    Raises:
        IndexError: There is no such item.
        ValueError: The container cannot have these items.
    """
    return _edited(container, path, lambda before, index: (*before[:index], *items, *before[index + 1 :]), 0)


def inserted(container: Container, path: Iterable[int], item: object) -> Container:
    """
    Return *container* with *item* inserted before the item at *path*.

    Raises:
        IndexError: There is no such place.
        ValueError: The container cannot have this item.
    """
    return _edited(container, path, lambda before, index: (*before[:index], item, *before[index:]), 1)


def changed(items: tuple[Any, ...], change: Callable[[Any, Path], Any], path: Path = ()) -> list[Any]:
    """
    Return *items* with a *change* applied to all but containers; results of `None` and empty containers are dropped.
    """
    after: list[Any] = []
    for index, item in enumerate(items):
        here = (*path, index)
        if not hasattr(item, "items"):
            after.append(change(item, here))
        elif inside := changed(item.items, change, here):
            after.append(attrs.evolve(item, items=inside))
    return [item for item in after if item is not None]


def shown_path(path: Path) -> str:
    """
    Return *path* as it appears in messages.
    """
    return f"({', '.join(map(shown, path))}{',' if len(path) == 1 else ''})"


def _edited(
    container: Container, path: Iterable[int], edit: Callable[[tuple[Any, ...], int], tuple[Any, ...]], beyond: int
) -> Container:
    indices = _to_path(path)

    def edited(inside: Any, depth: int) -> Any:
        last = depth + 1 == len(indices)
        before = _items(inside, indices, depth, beyond if last else 0)
        index = indices[depth]
        if last:
            return attrs.evolve(inside, items=edit(before, index))
        return attrs.evolve(inside, items=(*before[:index], edited(before[index], depth + 1), *before[index + 1 :]))

    try:
        return cast(Container, edited(container, 0))
    except ValueError as error:
        message = f"at path {shown_path(indices)}: {error}"
        raise ValueError(message) from None


def _to_path(path: Iterable[int]) -> Path:
    indices = to_tuple(path)
    if not isinstance(indices, tuple):
        refuse("path", "must be a list of indices", path, TypeError)
    indices = tuple(map(to_whole, indices))
    for index in indices:
        if not isinstance(index, int) or isinstance(index, bool):
            refuse("path", "must be a list of indices", path, TypeError)
    if not indices:
        _refuse(indices, "it is empty")
    if min(indices) < 0:
        _refuse(indices, "indices count from 0")
    return indices


def _items(container: Any, path: Path, depth: int, beyond: int = 0) -> tuple[Any, ...]:
    """
    Return the items of *container*, after checking the index of *path* at *depth*.

    The index may exceed the last one by *beyond*.
    """
    here = type(container).__name__.lower() + (f" at {shown_path(path[:depth])}" if depth else "")
    if not hasattr(container, "items"):
        _refuse(path, f"the {here} has no items")
    items: tuple[Any, ...] = container.items
    if path[depth] >= len(items) + beyond:
        _refuse(path, f"the {here} has {len(items)} item{'s' if len(items) > 1 else ''}")
    return items


def _refuse(path: Path, why: str) -> NoReturn:
    message = f"no item at path {shown_path(path)}: {why}"
    raise IndexError(message)
