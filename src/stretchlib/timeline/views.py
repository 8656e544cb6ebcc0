"""
Lazy sequences of the steps or bouts of a timeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, SupportsIndex, TypeVar, overload

import attrs

from stretchlib._classes import final
from stretchlib._messages import refuse, shown
from stretchlib.model.steps import Step
from stretchlib.timeline.bouts import Bout

Part = TypeVar("Part", Step, Bout)


@final
@attrs.frozen(repr=False)
class View(Sequence[Part]):
    """
    The parts of a timeline at some *indices*, created when they are accessed.

    A view equals only views of the same parts of an equal timeline.
    """

    timeline: Sequence[Step]
    kind: type[Part]
    indices: range
    find: Callable[[int], Part] = attrs.field(eq=False)

    def __len__(self) -> int:
        return len(self.indices)

    def __bool__(self) -> bool:
        # `len` fails above sys.maxsize.
        return bool(self.indices)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> View[Part]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Part | View[Part]:
        if isinstance(index, slice):
            return attrs.evolve(self, indices=self.indices[index])
        if not hasattr(index, "__index__"):
            refuse("index", "must be a whole number or a slice", index, TypeError)
        try:
            return self.find(self.indices[index])
        except IndexError:
            message = f"there is no {self._name} {shown(index)} among {self._number or 'none'}"
            raise IndexError(message) from None

    def __iter__(self) -> Iterator[Part]:
        return map(self.find, self.indices)

    def __reversed__(self) -> Iterator[Part]:
        return map(self.find, reversed(self.indices))

    def __contains__(self, part: object) -> bool:
        # A part knows its index, so no search is needed.
        if not isinstance(part, self.kind) or type(part.index) is not int:
            return False
        return part.index in self.indices and self.find(part.index) == part

    def index(self, part: Any, start: int = 0, stop: int | None = None) -> int:
        position = self.indices.index(part.index) if part in self else -1
        if position in range(self._number)[start:stop]:
            return position
        what = shown(str(part)) if isinstance(part, self.kind) else shown(part)
        message = f"{what} is not one of these {self._name}s"
        raise ValueError(message)

    def count(self, part: Any) -> int:
        return int(part in self)

    def __repr__(self) -> str:
        return f"<{self._number} {self._name}{'s' if self._number != 1 else ''} of {self.timeline!r}>"

    @property
    def _name(self) -> str:
        return self.kind.__name__.lower()

    @property
    def _number(self) -> int:
        # `len` fails above sys.maxsize.
        start, stop, step = self.indices.start, self.indices.stop, self.indices.step
        return max(0, -((start - stop) // step))
