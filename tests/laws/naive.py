"""
The rules of time once more, as nested loops that know nothing of spans.
"""

from datetime import timedelta
from fractions import Fraction

from stretchlib import Breaths, Circuit, Exercise, Hold, Move, Range, Repetitions, Rest, SwitchAfter

ZERO = timedelta()


def number(count, pacing):
    if isinstance(count, Range):
        return count.low + int((count.high - count.low) * Fraction(str(pacing.level)) + Fraction(1, 2))
    return count


def length(duration, pacing):
    if isinstance(duration, Breaths):
        return number(duration.count, pacing) * pacing.breath
    if isinstance(duration, Range):
        wanted = Fraction(str(pacing.level)) * ((duration.high - duration.low) // timedelta(microseconds=1))
        wanted += duration.low // timedelta(microseconds=1)
        return min(max(timedelta(seconds=int(wanted / 1_000_000 + Fraction(1, 2))), duration.low), duration.high)
    return duration


def gap(rest, own, kind, **where):
    longest = max(rest, own)
    return [dict(duration=longest, kind="rest" if rest >= own else kind, **where)] if longest else []


def ends_in_hold(work):
    last = work.phases[-1]
    return ends_in_hold(last) if isinstance(last, Repetitions) else isinstance(last, Hold)


def starts_with_rest(item):
    return starts_with_rest(item.items[0]) if isinstance(item, Circuit) else isinstance(item, Rest)


def ends_with_rest(item):
    return ends_with_rest(item.items[-1]) if isinstance(item, Circuit) else isinstance(item, Rest)


def phases(work, pacing, **where):
    for phase in work.phases:
        if isinstance(phase, Repetitions):
            own = pacing.release if ends_in_hold(phase) else ZERO
            for repetition in range(1, number(phase.count, pacing) + 1):
                if repetition > 1:
                    outside = {key: where[key] for key in ("exercise", "path", "rounds")}
                    yield from gap(length(phase.rest, pacing), own, "rest", **outside)
                yield from phases(phase, pacing, **where | {"repetition": repetition})
        else:
            own_pace = isinstance(phase, Move) and phase.duration is None
            duration = pacing.movement if own_pace else length(phase.duration, pacing)
            kind = type(phase).__name__.lower()
            yield dict(duration=duration, kind=kind, label=phase.label, estimated=own_pace, **where)


def exercise_steps(exercise, pacing, path, rounds):
    work, sidedness, where = exercise.work, exercise.sidedness, dict(exercise=exercise, path=path, rounds=rounds)
    sets, repetitions = range(number(exercise.sets, pacing)), range(number(work.count, pacing))
    if sidedness.switch_after is SwitchAfter.REPETITION:
        turns = [(s, r, side) for s in sets for r in repetitions for side in sidedness.sides]
    elif sidedness.switch_after is SwitchAfter.SET:
        turns = [(s, r, side) for s in sets for side in sidedness.sides for r in repetitions]
    else:
        turns = [(s, r, side) for side in sidedness.sides for s in sets for r in repetitions]
    loops = {SwitchAfter.REPETITION: "srS", SwitchAfter.SET: "sSr", SwitchAfter.ALL_SETS: "Ssr"}[sidedness.switch_after]
    rests = {"s": exercise.rest_between_sets, "r": work.rest, "S": sidedness.rest}
    before = None
    for s, r, side in turns:
        if before:
            moved = {"s": before[0] != s, "r": before[1] != r, "S": before[2] != side}
            rest = length(rests[next(loop for loop in loops if moved[loop])], pacing)
            release = pacing.release if ends_in_hold(work) else ZERO
            yield from gap(rest, *((pacing.switch, "switch") if moved["S"] else (release, "rest")), **where)
        yield from phases(work, pacing, side=side, set=s + 1, repetition=r + 1, **where)
        before = s, r, side


def item_steps(items, rest, pacing, path, rounds):
    for index, item in enumerate(items):
        if index and not isinstance(item, Rest) and not isinstance(items[index - 1], Rest):
            resting = ends_with_rest(items[index - 1]) or starts_with_rest(item)
            own = ZERO if resting else pacing.transition
            yield from gap(length(rest, pacing), own, "transition", path=path, rounds=rounds)
        here = (*path, index)
        if isinstance(item, Exercise):
            yield from exercise_steps(item, pacing, here, rounds)
        elif isinstance(item, Rest):
            duration = length(item.duration, pacing)
            yield dict(duration=duration, kind="rest", label=item.label, path=here, rounds=rounds)
        else:
            for turn in range(1, number(item.rounds, pacing) + 1):
                if turn > 1:
                    own = ZERO if ends_with_rest(item) or starts_with_rest(item) else pacing.transition
                    yield from gap(
                        length(item.rest_between_rounds, pacing), own, "transition", path=here, rounds=rounds
                    )
                yield from item_steps(item.items, item.rest_between_items, pacing, here, (*rounds, turn))


def naive_steps(routine, pacing):
    yield from gap(ZERO, pacing.prepare, "prepare", path=(), rounds=())
    yield from item_steps(routine.items, routine.rest_between_items, pacing, (), ())
