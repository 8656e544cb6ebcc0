"""
What happens when: the steps of a routine, as an immutable sequence that is never unrolled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Any, SupportsIndex, final, overload

import attrs

from stretchlib._late import pydantic_core_schema, pydantic_json_schema
from stretchlib._validation import is_one_of, shown
from stretchlib.model.quantities import MICROSECOND, to_elapsed
from stretchlib.model.routine import Routine
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.rules import expand
from stretchlib.timeline.steps import Step
from stretchlib.timeline.tree import MICROSECONDS, STEPS, Span, locate, unroll


@final
@attrs.frozen(repr=False)
class Timeline(Sequence[Step]):
    """
    All steps of a *routine* at a *pacing*, in order of time.

    A timeline is to a routine what `range` is to numbers.
    It knows its length, its duration, its n-th step and the step at any moment, however many steps there are.
    Two timelines are equal when their routines and pacings are.

    Raises:
        ScheduleError: The routine lasts longer than `timedelta.max`.

    >>> from stretchlib import Exercise, Hold, Repetitions
    >>> timeline = Timeline(Routine("Neck", [Exercise("Chin tuck", Repetitions(10**12, Hold(5)))]), Pacing())
    >>> len(timeline)
    2000000000000
    >>> print(timeline[-1])
    Chin tuck: hold for 5 s (set 1, repetition 1000000000000)

    Attributes:
        routine: What is done.
        pacing: How it is done.
    """

    routine: Routine = attrs.field(validator=is_one_of(Routine))
    pacing: Pacing = attrs.field(validator=is_one_of(Pacing))
    _span: Span = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_span", expand(self.routine, self.pacing))

    @property
    def duration(self) -> timedelta:
        """
        From the start of the first step to the end of the last.
        """
        return self._span.size[MICROSECONDS] * MICROSECOND

    def at(self, elapsed: timedelta | float) -> Step | None:
        """
        Return the step at the moment *elapsed*, or `None` when all is over.

        A step begins with its start and ends just before its end.

        Args:
            elapsed: The time since the start of the timeline, in seconds or as a `timedelta`.

        Raises:
            ValueError: *elapsed* is negative.

        >>> from stretchlib import Exercise, Hold, schedule
        >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(10))]))
        >>> timeline.at(5).kind, timeline.at(15)
        (<StepKind.HOLD: 'hold'>, None)
        """
        position = _microseconds("elapsed", elapsed)
        if position >= self._span.size[MICROSECONDS]:
            return None
        return locate(self._span, position, MICROSECONDS)

    def between(self, start: timedelta | float, stop: timedelta | float) -> Iterator[Step]:
        """
        Yield the steps of which some part lies between *start*, included, and *stop*, excluded.

        Args:
            start: The time since the start of the timeline, in seconds or as a `timedelta`.
            stop: Likewise.

        Raises:
            ValueError: *start* or *stop* is negative.

        >>> from stretchlib import Exercise, Hold, schedule
        >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(10))]))
        >>> [step.kind.value for step in timeline.between(4, 6)]
        ['prepare', 'hold']
        """
        first, last = _microseconds("start", start), _microseconds("stop", stop) - 1
        if last < first or first >= self._span.size[MICROSECONDS]:
            return iter(())
        end = last * MICROSECOND
        steps = map(self._step, range(locate(self._span, first, MICROSECONDS).index, self._span.size[STEPS]))
        return takewhile(lambda step: step.start <= end, steps)

    def _step(self, index: int) -> Step:
        return locate(self._span, index, STEPS)

    def __len__(self) -> int:
        return self._span.size[STEPS]

    def __bool__(self) -> bool:
        # It has a step, even where it has more of them than `len` can say.
        return True

    @overload
    def __getitem__(self, index: SupportsIndex) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Step | tuple[Step, ...]:
        """
        Return the step at *index*, or a tuple of the steps in a slice.
        """
        steps = range(self._span.size[STEPS])
        if isinstance(index, slice):
            return tuple(map(self._step, steps[index]))
        try:
            return self._step(steps[index])
        except IndexError:
            message = f"a timeline of {self._span.size[STEPS]} steps has no step {index}"
            raise IndexError(message) from None

    def __iter__(self) -> Iterator[Step]:
        return unroll(self._span)

    def __reversed__(self) -> Iterator[Step]:
        return map(self._step, reversed(range(self._span.size[STEPS])))

    def __contains__(self, step: object) -> bool:
        # A step knows its place, so there is nothing to search.
        return isinstance(step, Step) and 0 <= step.index < self._span.size[STEPS] and self._step(step.index) == step

    def index(self, step: Any, start: int = 0, stop: int | None = None) -> int:
        """
        Return the index of *step*, without a search.

        Raises:
            ValueError: *step* is not in the timeline, or not from *start* to before *stop*.
        """
        if step in self and step.index in range(self._span.size[STEPS])[start:stop]:
            return int(step.index)
        message = f"{step!s} is not in the timeline"
        raise ValueError(message)

    def count(self, step: Any) -> int:
        """
        Return 1 if *step* is in the timeline, otherwise 0.
        """
        return int(step in self)

    def __repr__(self) -> str:
        return f"<Timeline of {shown(self.routine.name)}: {self._span.size[STEPS]} steps, {self.duration}>"

    def __reduce__(self) -> tuple[type[Timeline], tuple[Routine, Pacing]]:
        return Timeline, (self.routine, self.pacing)

    __get_pydantic_core_schema__ = classmethod(pydantic_core_schema)
    __get_pydantic_json_schema__ = classmethod(pydantic_json_schema)


def _microseconds(name: str, value: timedelta | float) -> int:
    return to_elapsed(name, value) // MICROSECOND
