"""
Timelines: the steps of a routine at a pacing, as an immutable sequence that is never unrolled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any, SupportsIndex, overload

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse, shown
from stretchlib._validation import check_kind, is_one_of
from stretchlib.model.routine import Routine
from stretchlib.model.steps import Step
from stretchlib.model.timedeltas import MICROSECOND, to_elapsed
from stretchlib.timeline.bouts import Bout, bout_around, bout_at
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.rules import expand
from stretchlib.timeline.seeking import next_work, step_at, unroll
from stretchlib.timeline.tree import BOUTS, MICROSECONDS, STEPS, Span
from stretchlib.timeline.views import View


@final
@documented
@attrs.frozen(repr=False)
class Timeline(Sequence[Step]):
    """
    All steps of a *routine* at a *pacing*, in time order.

    Like `range`, it is lazy: computing its length, its duration, its n-th step and the step at a time is equally fast
    for any number of steps.
    Timelines are equal if their routines and pacings are equal.

    Raises:
        ScheduleError: The routine lasts longer than `timedelta.max`.

    >>> from stretchlib import Exercise, Hold, Repetitions
    >>> timeline = Timeline(Routine("Neck", [Exercise("Chin tuck", Repetitions(10**12, Hold(5)))]), Pacing())
    >>> len(timeline)
    2000000000000
    >>> print(timeline[-1])
    Chin tuck: hold for 5 s (repetition 1000000000000 of 1000000000000)

    Attributes:
        routine: The routine.
        pacing: The pacing.
    """

    routine: Routine = attrs.field(validator=is_one_of(Routine))
    pacing: Pacing = attrs.field(validator=is_one_of(Pacing))

    def __attrs_post_init__(self) -> None:
        # Created at once, because it may raise an error.
        _ = self._span

    @cached_property
    def _span(self) -> Span:
        return expand(self.routine, self.pacing)

    @property
    def duration(self) -> timedelta:
        """
        The time from the start of the first step to the end of the last.
        """
        return self._span.size[MICROSECONDS] * MICROSECOND

    def at(self, elapsed: timedelta | float) -> Step | None:
        """
        Return the step at *elapsed*, or `None` if the timeline has ended.

        A step includes its start and excludes its end.

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
        return step_at(self._span, position, MICROSECONDS)

    def between(self, start: timedelta | float, end: timedelta | float) -> Sequence[Step]:
        """
        Return the steps that overlap the time from *start*, included, to *end*, excluded, as a lazy sequence.

        Args:
            start: The time since the start of the timeline, in seconds or as a `timedelta`.
            end: The end of that time, like *start*.

        Raises:
            ValueError: *start* or *end* is negative.

        >>> from stretchlib import Exercise, Hold, schedule
        >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(10))]))
        >>> [step.kind.value for step in timeline.between(4, 6)]
        ['prepare', 'hold']
        """
        first = _microseconds("start", start)
        last = min(_microseconds("end", end), self._span.size[MICROSECONDS]) - 1
        if last < first:
            return self[:0]
        indices = [step_at(self._span, position, MICROSECONDS).index for position in (first, last)]
        return self[indices[0] : indices[1] + 1]

    def next_work(self, step: Step) -> Step | None:
        """
        Return the next hold or movement after *step*, past all gaps, or `None` if there is none.

        Raises:
            ValueError: *step* is not in the timeline.

        >>> from stretchlib import Exercise, Hold, schedule
        >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(10))]))
        >>> print(timeline.next_work(timeline[0]))
        Chin tuck: hold for 10 s
        """
        check_kind("step", step, Step)
        index = next_work(self._span, self.index(step))
        return None if index is None else self._step(index)

    @property
    def bouts(self) -> Sequence[Bout]:
        """
        The bouts, which a person ticks off once, as a lazy sequence.

        A bout is a set on one side, or on all sides if they alternate within the set.

        >>> from stretchlib import Exercise, Hold, Sidedness, schedule
        >>> exercise = Exercise("Calf stretch", Hold(30), sets=2, sidedness=Sidedness.each())
        >>> [(bout.set, bout.side.value) for bout in schedule(Routine("Legs", [exercise])).bouts]
        [(1, 'left'), (1, 'right'), (2, 'left'), (2, 'right')]
        """
        return View(self, Bout, range(self._span.size[BOUTS]), self._bout)

    def bout_of(self, step: Step) -> Bout | None:
        """
        Return the bout with *step*, or `None` between bouts.

        Raises:
            ValueError: *step* is not in the timeline.

        >>> from stretchlib import Exercise, Hold, schedule
        >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(10))]))
        >>> timeline.bout_of(timeline[0]), timeline.bout_of(timeline[1]).index
        (None, 0)
        """
        check_kind("step", step, Step)
        return bout_around(self._span, self.index(step))

    def _step(self, index: int) -> Step:
        return step_at(self._span, index)

    def _bout(self, index: int) -> Bout:
        return bout_at(self._span, index)

    @property
    def _steps(self) -> View[Step]:
        return View(self, Step, range(self._span.size[STEPS]), self._step)

    def __len__(self) -> int:
        return self._span.size[STEPS]

    def __bool__(self) -> bool:
        # Always true; `len` fails above sys.maxsize.
        return True

    @overload
    def __getitem__(self, index: SupportsIndex) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Step | Sequence[Step]:
        """
        Return the step at *index*, or the steps of a slice as a lazy sequence.

        >>> from stretchlib import Exercise, Hold, Repetitions
        >>> timeline = Timeline(Routine("Neck", [Exercise("Chin tuck", Repetitions(10**12, Hold(5)))]), Pacing())
        >>> len(timeline[1::2]) == 10**12
        True
        """
        return self._steps[index]

    def __iter__(self) -> Iterator[Step]:
        return unroll(self._span)

    def __reversed__(self) -> Iterator[Step]:
        return reversed(self._steps)

    def __contains__(self, step: object) -> bool:
        return step in self._steps

    def index(self, step: Any, start: int = 0, stop: int | None = None) -> int:
        """
        Return the index of *step*, without a search.

        Raises:
            ValueError: *step* is not in the timeline, or not from *start* to before *stop*.
        """
        return self._steps.index(step, start, stop)

    def count(self, step: Any) -> int:
        """
        Return 1 if *step* is in the timeline, otherwise 0.
        """
        return self._steps.count(step)

    def __repr__(self) -> str:
        return f"<Timeline of {shown(self.routine.name)}: {self._span.size[STEPS]} steps, {self.duration}>"

    def _repr_svg_(self) -> str | None:
        # Notebooks call this method; nothing else needs pictures.
        from stretchlib.timeline.picture import picture

        return picture(self)

    def __reduce__(self) -> tuple[type[Timeline], tuple[Routine, Pacing]]:
        return Timeline, (self.routine, self.pacing)


def check_scheduled(timeline: object) -> None:
    """
    Accept a timeline.

    >>> check_scheduled(5)
    Traceback (most recent call last):
    TypeError: timeline must be a Timeline, as schedule() returns it (got 5)
    """
    if not isinstance(timeline, Timeline):
        refuse("timeline", "must be a Timeline, as schedule() returns it", timeline, TypeError)


def span_of(timeline: Timeline) -> Span:
    """
    Return the tree behind *timeline*.
    """
    return timeline._span  # pyright: ignore[reportPrivateUsage]


def _microseconds(name: str, value: timedelta | float) -> int:
    return to_elapsed(name, value) // MICROSECOND


resolve_types(Timeline)
