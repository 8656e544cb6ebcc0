"""
Finding, replacing, inserting and removing items of nested circuits by path.

A path is a sequence of indices into `items`, outermost first.
A container is any object with `items`, so this module does not import the classes that use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import attrs

from stretchlib._messages import placed, refuse, shown
from stretchlib._validation import to_tuple, to_whole

Container = TypeVar("Container")
Path: TypeAlias = tuple[int, ...]


def walk(items: Iterable[Any], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """
    Yield all *items* with their paths, in order, each container before its items.
    """
    for index, item in enumerate(items):
        yield (*path, index), item
        yield from walk(_items_of(item) or (), (*path, index))


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
    Return *items* with a *change* applied to all but containers.
    """
    after: list[Any] = []
    for index, item in enumerate(items):
        here, inside = (*path, index), _items_of(item)
        after.append(change(item, here) if inside is None else attrs.evolve(item, items=changed(inside, change, here)))
    return after


def selected(items: tuple[Any, ...], stays: Callable[[Any], bool | None]) -> list[Any]:
    """
    Return the *items* that stay, in the containers around them.

    An item whose result is `None` stays if the nearest other items before and after it in its container stay.
    """
    return _selected(items, stays)[0]


def _selected(items: tuple[Any, ...], stays: Callable[[Any], bool | None]) -> tuple[list[Any], bool | None]:
    """
    Return the items that stay, and whether any of them stays by itself; `None` if all results are `None`.
    """
    parts: list[Any] = []
    verdicts: list[bool | None] = []
    for item in items:
        inside = _items_of(item)
        if inside is None:
            part, verdict = item, stays(item)
        else:
            kept, verdict = _selected(inside, stays)
            part = attrs.evolve(item, items=kept) if kept else None
        parts.append(part)
        verdicts.append(verdict)
    before = accumulate(verdicts, _latest)
    after = reversed([*accumulate(reversed(verdicts), _latest)])
    kept = [part for part, *around in zip(parts, before, after, strict=True) if False not in around]
    return kept, None if all(verdict is None for verdict in verdicts) else True in verdicts


def _latest(last: bool | None, verdict: bool | None) -> bool | None:
    return last if verdict is None else verdict


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

    with placed(f"at path {shown_path(indices)}"):
        return cast(Container, edited(container, 0))


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
    items = _items_of(container)
    if items is None:
        _refuse(path, f"the {here} has no items")
    if path[depth] >= len(items) + beyond:
        _refuse(path, f"the {here} has {len(items)} item{'s' if len(items) > 1 else ''}")
    return items


def _items_of(item: Any) -> tuple[Any, ...] | None:
    """
    Return the items of a container; `None` if *item* is not a container.
    """
    items: tuple[Any, ...] | None = getattr(item, "items", None)
    return items


def _refuse(path: Path, why: str) -> NoReturn:
    message = f"no item at path {shown_path(path)}: {why}"
    raise IndexError(message)
