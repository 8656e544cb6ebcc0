"""
The rules of time once more, as nested loops that know nothing of spans.
"""

from datetime import timedelta
from fractions import Fraction
from itertools import product

from stretchlib import Breaths, Circuit, Exercise, Hold, Move, Range, Repetitions, Rest, SwitchAfter

ZERO = timedelta()


def times(count, pacing):
    low, high = (count.low, count.high) if isinstance(count, Range) else (count, count)
    return range(1, low + int((high - low) * Fraction(str(pacing.level)) + Fraction(1, 2)) + 1)


def length(duration, pacing):
    if isinstance(duration, Breaths):
        return len(times(duration.count, pacing)) * pacing.breath
    if isinstance(duration, Range):
        low, high = (Fraction(end // timedelta.resolution, 1_000_000) for end in (duration.low, duration.high))
        wanted = int(low + (high - low) * Fraction(str(pacing.level)) + Fraction(1, 2))
        return min(max(timedelta(seconds=wanted), duration.low), duration.high)
    return duration


def gap(rest, own, kind, **where):
    return [dict(duration=max(rest, own), kind="rest" if rest >= own else kind, **where)] if rest or own else []


def ends_in_hold(phase):
    return ends_in_hold(phase.phases[-1]) if isinstance(phase, Repetitions) else isinstance(phase, Hold)


def edge_is_rest(item, edge):
    return edge_is_rest(item.items[edge], edge) if isinstance(item, Circuit) else isinstance(item, Rest)


def phases(work, pacing, **where):
    for phase in work.phases:
        if isinstance(phase, Repetitions):
            own, nowhere = pacing.release if ends_in_hold(phase) else ZERO, dict(side=None, set=None, repetition=None)
            for repetition in times(phase.count, pacing):
                if repetition > 1:
                    yield from gap(length(phase.rest, pacing), own, "rest", **where | nowhere)
                yield from phases(phase, pacing, **where | {"repetition": repetition})
        else:
            own_pace = isinstance(phase, Move) and phase.duration is None
            duration = pacing.movement if own_pace else length(phase.duration, pacing)
            how = dict(duration=duration, kind=type(phase).__name__.lower(), estimated=own_pace)
            yield where | how | dict(label=phase.label)


LOOPS = {
    SwitchAfter.REPETITION: ("set", "repetition", "side"),
    SwitchAfter.SET: ("set", "side", "repetition"),
    SwitchAfter.ALL_SETS: ("side", "set", "repetition"),
}


def exercise_steps(exercise, pacing, path, rounds):
    work, sidedness, where = exercise.work, exercise.sidedness, dict(exercise=exercise, path=path, rounds=rounds)
    turns = {"set": times(exercise.sets, pacing), "repetition": times(work.count, pacing), "side": sidedness.sides}
    rests = {"set": exercise.rest_between_sets, "repetition": work.rest, "side": sidedness.rest}
    loops, before = LOOPS[sidedness.switch_after], None
    for turn in product(*(turns[loop] for loop in loops)):
        now = dict(zip(loops, turn, strict=True))
        if before:
            outermost = next(loop for loop in loops if now[loop] != before[loop])
            release = (pacing.release if ends_in_hold(work) else ZERO, "rest")
            own = (pacing.switch, "switch") if now["side"] != before["side"] else release
            yield from gap(length(rests[outermost], pacing), *own, **where)
        yield from phases(work, pacing, **now, **where)
        before = now


def item_steps(items, rest, pacing, path, rounds):
    for index, item in enumerate(items):
        if index and not isinstance(item, Rest) and not isinstance(items[index - 1], Rest):
            own = ZERO if edge_is_rest(items[index - 1], -1) or edge_is_rest(item, 0) else pacing.transition
            yield from gap(length(rest, pacing), own, "transition", path=path, rounds=rounds)
        here = dict(path=(*path, index), rounds=rounds)
        if isinstance(item, Exercise):
            yield from exercise_steps(item, pacing, **here)
        elif isinstance(item, Rest):
            yield dict(duration=length(item.duration, pacing), kind="rest", label=item.label, **here)
        else:
            for turn in times(item.rounds, pacing):
                if turn > 1:
                    own = ZERO if edge_is_rest(item, -1) or edge_is_rest(item, 0) else pacing.transition
                    yield from gap(length(item.rest_between_rounds, pacing), own, "transition", **here)
                yield from item_steps(item.items, item.rest_between_items, pacing, here["path"], (*rounds, turn))


def naive_steps(routine, pacing):
    yield from gap(ZERO, pacing.prepare, "prepare", path=(), rounds=())
    yield from item_steps(routine.items, routine.rest_between_items, pacing, (), ())
