"""
The steps of a timeline for formats whose repeats do not nest.

A greedy search over the tree: each loop becomes its turns or a repeat, whichever is shorter.
A repeat is joined with an equal repeat next to it, or with equal steps before or after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias, assert_never

import attrs

from stretchlib._classes import final
from stretchlib.timeline.tree import Chain, Leaf, Loop, Span

#: The most steps that are kept; above that, only the number is computed.
MAX_WRITTEN: Final = 4096
#: The turns after which it is known whether the turns of a loop are joined.
_TURNS_UNTIL_JOINED = 4


@final
class Once(NamedTuple):
    """
    One step: a leaf, or several equal counted movements.
    """

    leaf: Leaf
    movements: int = 1


@final
class Run(NamedTuple):
    """
    Steps, and how many times they are performed in all.
    """

    steps: tuple[Once, ...]
    times: int = 1

    @property
    def size(self) -> int:
        """
        The number of steps, with one more for a repeat.
        """
        return len(self.steps) + (self.times > 1)


@final
class Short(NamedTuple):
    """
    Runs, and their size; the runs are `None` if there are too many.
    """

    size: int
    runs: tuple[Run, ...] | None


@final
class Flat(NamedTuple):
    """
    Steps without repeats, and their number; the steps are `None` if there are too many.
    """

    size: int
    steps: tuple[Once, ...] | None


_Both: TypeAlias = tuple[Short, Flat]


def shortest(span: Span) -> Short:
    """
    Return the steps of *span*, with repeats if these make them fewer.
    """
    short, _ = _both(span, {})
    return short


def _both(span: Span, leaves: dict[object, Leaf]) -> _Both:
    """
    Return the steps of *span* with and without repeats; *leaves* has one leaf for all equal ones.
    """
    match span:
        case Leaf():
            once = _once(span, leaves)
            return Short(1, (Run((once,)),)), Flat(1, (once,))
        case Chain():
            parts = list[_Both]()
            # A comprehension would double the stack that deep trees need.
            for part in span.parts:
                parts.append(_both(part, leaves))
            return _joined(short for short, _ in parts), _concatenated([flat for _, flat in parts])
        case Loop():
            short, flat = _both(span.body, leaves)
            if span.times == 1:
                return short, flat
            gap = () if span.gap is None else (_once(span.gap, leaves),)
            return _looped(short, flat, gap, span.times)
        case _:
            assert_never(span)


def _once(leaf: Leaf, leaves: dict[object, Leaf]) -> Once:
    # Gaps do not show their exercise.
    exercise = id(leaf.exercise) if leaf.side else None
    look = (leaf.kind, leaf.duration, exercise, leaf.side, leaf.label, leaf.estimated, leaf.is_self_paced)
    return Once(leaves.setdefault(look, leaf))


def _looped(short: Short, flat: Flat, gap: tuple[Once, ...], times: int) -> _Both:
    once, *others = flat.steps or (None,)
    if once and once.leaf.is_self_paced and not others and not gap:
        all_times = Once(once.leaf, once.movements * times)
        return Short(1, (Run((all_times,)),)), Flat(1, (all_times,))
    # min() returns the first of several equally short ones.
    best = min(_turns(short, gap, times), _repeat(short, flat, gap, times), key=lambda written: written.size)
    size = times * flat.size + (times - 1) * len(gap)
    steps = (flat.steps + gap) * (times - 1) + flat.steps if flat.steps and size <= MAX_WRITTEN else None
    return best, Flat(size, steps)


def _joined(parts: Iterable[Short]) -> Short:
    joined, size = _Runs(), 0
    for part in parts:
        size += part.size
        joined.add(part.runs)
    return joined.written(size)


def _concatenated(parts: Sequence[Flat]) -> Flat:
    size = sum(part.size for part in parts)
    steps = (once for part in parts for once in part.steps or ())
    return Flat(size, tuple(steps) if size <= MAX_WRITTEN else None)


def _turns(short: Short, gap: tuple[Once, ...], times: int) -> Short:
    """
    Return the turns of a loop, one after the other.
    """
    joined, size = _Runs(), times * short.size + (times - 1) * len(gap)
    between, before = [Run((once,)) for once in gap], list[Run]()
    for turn in range(min(times, MAX_WRITTEN)):
        joined.add(between if turn else ())
        joined.add(short.runs)
        if not joined.is_complete:
            break
        if turn < _TURNS_UNTIL_JOINED:
            if [run.steps for run in before] == [run.steps for run in joined.runs]:
                # From here on, each turn only adds to the times of the runs.
                more = times - 1 - turn
                runs = [
                    Run(now.steps, now.times + more * (now.times - then.times))
                    for then, now in zip(before, joined.runs, strict=True)
                ]
                return Short(joined.size, tuple(runs))
            before = list(joined.runs)
    return joined.written(size)


def _repeat(short: Short, flat: Flat, gap: tuple[Once, ...], times: int) -> Short:
    """
    Return a loop as a repeat; if a gap follows all turns except the last, this turn follows the repeat.
    """
    size = flat.size + 2 + short.size if gap else flat.size + 1
    if flat.steps is None:
        return Short(size, None)
    joined = _Runs()
    joined.add([Run(flat.steps + gap, times - len(gap))])
    joined.add(short.runs if gap else ())
    return joined.written(size)


@final
@attrs.define
class _Runs:
    """
    Runs, joined if they are equal.
    """

    runs: list[Run] = attrs.field(factory=list[Run])
    size: int = 0
    #: The number of steps after the last repeat.
    trailing: int = 0
    is_complete: bool = True

    def written(self, size: int) -> Short:
        """
        Return the runs; *size* is their size without joining.
        """
        return Short(self.size, tuple(self.runs)) if self.is_complete else Short(size, None)

    def add(self, runs: Iterable[Run] | None) -> None:
        """
        Add *runs*, unless there are too many.
        """
        if runs is None:
            self.is_complete = False
        for run in runs or ():
            if not self.is_complete:
                break
            if run.times > 1:
                self._add_repeat(run)
            else:
                for once in run.steps:
                    self._add_once(once)
            self.is_complete = self.size <= MAX_WRITTEN

    def _add_once(self, once: Once) -> None:
        last = self.runs[-1].steps[0] if self.trailing else None
        if last and last.leaf is once.leaf and once.leaf.is_self_paced:
            self.runs[-1] = Run((Once(once.leaf, last.movements + once.movements),))
            return
        self._append(Run((once,)))
        repeat = self.runs[-self.trailing - 1] if self.trailing < len(self.runs) else Run(())
        if len(repeat.steps) == self.trailing and repeat.steps == self._last_steps(self.trailing):
            self._drop(self.trailing + 1)
            self._append(Run(repeat.steps, repeat.times + 1))

    def _add_repeat(self, run: Run) -> None:
        steps, times = run
        while steps == self._last_steps(len(steps)):
            self._drop(len(steps))
            times += 1
        if not self.trailing and self.runs and self.runs[-1].steps == steps:
            times += self.runs[-1].times
            self._drop(1)
        self._append(Run(steps, times))

    def _last_steps(self, number: int) -> tuple[Once, ...]:
        """
        Return a number of steps after the last repeat; none if there are fewer.
        """
        return tuple(run.steps[0] for run in self.runs[-number:]) if number <= self.trailing else ()

    def _append(self, run: Run) -> None:
        self.runs.append(run)
        self.size += run.size
        self.trailing = 0 if run.times > 1 else self.trailing + 1

    def _drop(self, number: int) -> None:
        self.size -= sum(run.size for run in self.runs[-number:])
        del self.runs[-number:]
        self.trailing = max(self.trailing - number, 0)
