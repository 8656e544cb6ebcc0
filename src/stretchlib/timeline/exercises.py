"""
The loops of an exercise: sets, sides and repetitions, with the gaps between them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise, repeat
from typing import NamedTuple, assert_never

from stretchlib._classes import final
from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import Duration
from stretchlib.model.sidedness import Side, SwitchAfter
from stretchlib.model.steps import StepKind
from stretchlib.model.timedeltas import NO_TIME
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.tree import Leaf, Loop, Span, chain, leaf
from stretchlib.timeline.turns import Inserted, gap, joined, repeated, timed

# Looked up once, because looking up members of an enum takes longer than creating a leaf.
_HOLD, _MOVE, _REST, _SWITCH = StepKind.HOLD, StepKind.MOVE, StepKind.REST, StepKind.SWITCH


def expand_exercise(exercise: Exercise, pacing: Pacing, path: tuple[int, ...]) -> Span:
    """
    Return the loops over sets, sides and repetitions of an *exercise*, in the order of its sidedness.
    """
    loops = _Loops(exercise, pacing, path)
    sides = exercise.sidedness.sides
    if len(sides) == 1:
        return loops.sets(loops.one_set(sides[0]), changes_sides=False)
    match exercise.sidedness.switch_after:
        case SwitchAfter.REPETITION:
            return loops.sets(loops.alternating_set(), changes_sides=True)
        case SwitchAfter.SET:
            return loops.sets(loops.on_each_side(loops.one_set), changes_sides=True)
        case SwitchAfter.ALL_SETS:
            return loops.on_each_side(lambda side: loops.sets(loops.one_set(side), changes_sides=False))
        case _:
            assert_never(exercise.sidedness.switch_after)


@final
class _Loops(NamedTuple):
    """
    The loops of an exercise, and the gaps between their turns.
    """

    exercise: Exercise
    pacing: Pacing
    path: tuple[int, ...]

    def sets(self, one_set: Span, *, changes_sides: bool) -> Loop:
        gap_between = partial(self.between_sets, changes_sides)
        return repeated(one_set, self.exercise.sets, gap_between, "set", self.pacing)

    def one_set(self, side: Side) -> Loop:
        return self.repetitions(self.exercise.work, side, is_bout=True)

    def alternating_set(self) -> Loop:
        work, sides = self.exercise.work, self.exercise.sidedness.sides
        once = self.on_each_side(partial(self.phases, work))
        gap_between = partial(self.changing_sides, work.rest)
        return repeated(once, work.count, gap_between, "repetition", self.pacing, sides=sides, is_bout=True)

    def on_each_side(self, span_on: Callable[[Side], Span]) -> Span:
        parts = [span_on(side) for side in self.exercise.sidedness.sides]
        return chain(joined(parts, repeat(self.changing_sides())))

    def repetitions(self, work: Repetitions, side: Side, *, is_bout: bool = False) -> Loop:
        gap_between = partial(self.between_repetitions, work)
        once = self.phases(work, side)
        return repeated(once, work.count, gap_between, "repetition", self.pacing, sides=(side,), is_bout=is_bout)

    def phases(self, work: Repetitions, side: Side) -> Span:
        if len(work.phases) == 1:
            return self.phase(work.phases[0], side)
        gaps = [
            self.between_repetitions(before)
            if isinstance(before, Repetitions) and isinstance(after, Repetitions)
            else None
            for before, after in pairwise(work.phases)
        ]
        return chain(joined([self.phase(phase, side) for phase in work.phases], gaps))

    def phase(self, phase: Phase, side: Side) -> Span:
        match phase:
            case Hold():
                return self.leaf(phase.duration, _HOLD, phase.side.of(side), phase.label)
            case Move():
                return self.leaf(phase.duration, _MOVE, phase.side.of(side), phase.label)
            case Rest():
                return self.leaf(phase.duration, _REST, side, phase.label)
            case Repetitions():
                return self.repetitions(phase, side)
            case _:
                assert_never(phase)

    def leaf(self, duration: Duration | None, kind: StepKind, side: Side, label: str) -> Leaf:
        if duration is None:
            time, estimated = self.pacing.movement, True
        else:
            time, estimated = timed(duration, self.pacing)
        return leaf(
            time,
            kind,
            self.path,
            self.exercise,
            side=side,
            label=label,
            estimated=estimated,
            is_self_paced=duration is None,
        )

    def between_sets(self, changes_sides: bool) -> Leaf | None:
        exercise = self.exercise
        rest = exercise.rest_between_sets
        if rest is None and changes_sides:
            rest = exercise.sidedness.rest
        if rest is not None:
            return self.gap(rest)
        own_rest = NO_TIME if exercise.work.rest is None else self.pacing.duration(exercise.work.rest)
        recovery = (_REST, max(self.pacing.recovery, own_rest))
        return self.gap(None, *(self.switch() if changes_sides else self.release(exercise.work)), recovery)

    def changing_sides(self, rest: Duration | None = None) -> Leaf | None:
        return self.gap(self.exercise.sidedness.rest if rest is None else rest, *self.switch())

    def between_repetitions(self, work: Repetitions) -> Leaf | None:
        """
        Return the gap between two repetitions of *work* on the same side.
        """
        last = work.phases[-1]
        if work.rest is None and isinstance(last, Repetitions):
            return self.between_repetitions(last)
        return self.gap(work.rest, *self.release(work))

    def switch(self) -> list[Inserted]:
        alternates = self.exercise.sidedness.switch_after is SwitchAfter.REPETITION
        # Movements that alternate need no time to change sides.
        if alternates and not isinstance(_last_phases(self.exercise.work)[-1], Hold):
            return []
        return [(_SWITCH, self.pacing.switch)]

    def release(self, work: Repetitions) -> list[Inserted]:
        # Several phases are a rhythm, which the pacing does not interrupt.
        phases = _last_phases(work)
        return [(_REST, self.pacing.release)] if len(phases) == 1 and isinstance(phases[0], Hold) else []

    def gap(self, rest: Duration | None, *inserted: Inserted) -> Leaf | None:
        return gap(rest, inserted, self.pacing, self.path, self.exercise)


def _last_phases(work: Repetitions) -> tuple[Phase, ...]:
    """
    Return the phases of the innermost repetition that ends where *work* ends.
    """
    last = work.phases[-1]
    return _last_phases(last) if isinstance(last, Repetitions) else work.phases
