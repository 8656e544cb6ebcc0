"""
The rules of time as nested loops, without spans.
"""

from datetime import timedelta
from fractions import Fraction

from stretchlib import AsManyAsFit, Breaths, Circuit, Exercise, Hold, Move, Range, Repetitions, Rest, SwitchAfter

ZERO, MICROSECOND = timedelta(), timedelta.resolution
HALF = Fraction(1, 2)
LOOPS = {
    SwitchAfter.REPETITION: ["set", "repetition", "side"],
    SwitchAfter.SET: ["set", "side", "repetition"],
    SwitchAfter.ALL_SETS: ["side", "set", "repetition"],
}


def number(count, pacing):
    if not isinstance(count, Range):
        return count
    if count.low is None or count.high is None:
        return count.low or count.high
    return count.low + int((count.high - count.low) * Fraction(str(pacing.level)) + HALF)


def length(duration, pacing):
    if isinstance(duration, Breaths):
        return int(Fraction(number(duration.count, pacing)) * (pacing.breath // MICROSECOND) + HALF) * MICROSECOND
    if not isinstance(duration, Range):
        return duration
    if duration.low is None or duration.high is None:
        return duration.high if duration.low is None else duration.low
    low, high = (Fraction(end // MICROSECOND, 1_000_000) for end in (duration.low, duration.high))
    wanted = int(low + (high - low) * Fraction(str(pacing.level)) + HALF)
    return min(max(timedelta(seconds=wanted), duration.low), duration.high)


def is_at_least(duration):
    ends = duration.count if isinstance(duration, Breaths) else duration
    return isinstance(ends, Range) and ends.high is None


def gap(rest, inserted, pacing, where):
    """
    Return the rows of a gap: one, or none.
    """
    if rest is None:
        kind, duration = max(inserted, key=lambda each: each[1], default=("rest", ZERO))
    else:
        kind, duration = "rest", length(rest, pacing)
    return [dict(kind=kind, duration=duration, estimated=is_at_least(rest), **where)] if duration else []


def again(times, turn, between, pacing, keeps_time=False):
    """
    Yield the rows of all turns, with the rows *between* them.
    """
    if isinstance(times, AsManyAsFit):
        once = list(turn(1, 1))
        own, gap_between = (sum((row["duration"] for row in rows), ZERO) for rows in (once, between))
        last = max(1, 1 + (length(times.duration, pacing) - own) // (own + gap_between))
        is_guess = any(row["estimated"] for row in [*once, *between]) and not keeps_time
        total = None if is_guess else last
    else:
        last = total = number(times, pacing)
    for nth in range(1, last + 1):
        yield from between if nth > 1 else []
        yield from turn(nth, total)


def last_phases(work):
    last = work.phases[-1]
    return last_phases(last) if isinstance(last, Repetitions) else work.phases


def release(work, pacing):
    phases = last_phases(work)
    return [("rest", pacing.release)] if len(phases) == 1 and isinstance(phases[0], Hold) else []


def between_repetitions(work, pacing, where):
    """
    Return the gap between two repetitions on the same side.
    """
    if work.rest is None and isinstance(work.phases[-1], Repetitions):
        return between_repetitions(work.phases[-1], pacing, where)
    return gap(work.rest, release(work, pacing), pacing, where)


def phases(work, pacing, side, where, count):
    before = None
    for phase in work.phases:
        if isinstance(phase, Repetitions):
            if isinstance(before, Repetitions):
                yield from between_repetitions(before, pacing, where)

            def turn(nth, total, phase=phase):
                return phases(phase, pacing, side, where, count | dict(repetition=nth, repetitions=total))

            yield from again(phase.count, turn, between_repetitions(phase, pacing, where), pacing)
        else:
            own_pace = isinstance(phase, Move) and phase.duration is None
            duration = pacing.movement if own_pace else length(phase.duration, pacing)
            yield (
                where
                | count
                | dict(
                    kind=type(phase).__name__.lower(),
                    duration=duration,
                    label=phase.label,
                    side=side if isinstance(phase, Rest) else phase.side.of(side),
                    estimated=own_pace or is_at_least(phase.duration),
                )
            )
        before = phase


def between(loop, loops, pacing, where):
    """
    Return the gap at a boundary where *loop* is the outermost loop that advances.
    """
    exercise = where["exercise"]
    work, sidedness = exercise.work, exercise.sidedness
    inside = loops[loops.index(loop) :]
    rest = {"set": exercise.rest_between_sets, "repetition": work.rest, "side": sidedness.rest}[loop]
    if "side" in inside and len(sidedness.sides) > 1:
        rest = sidedness.rest if rest is None else rest
        by_itself = loops[-1] == "side" and not isinstance(last_phases(work)[-1], Hold)
        inserted = [] if by_itself else [("switch", pacing.switch)]
    elif loop == "repetition":
        return between_repetitions(work, pacing, where)
    else:
        inserted = release(work, pacing)
    if loop == "set":
        own = ZERO if work.rest is None else length(work.rest, pacing)
        inserted = [*inserted, ("rest", max(pacing.recovery, own))]
    return gap(rest, inserted, pacing, where)


def exercise_steps(exercise, pacing, where):
    where = where | {"exercise": exercise}
    loops = LOOPS[exercise.sidedness.switch_after]

    def run(depth, side, count):
        if depth == len(loops):
            yield from phases(exercise.work, pacing, side, where, count)
            return
        loop = loops[depth]
        gap_between = between(loop, loops, pacing, where)
        if loop == "side":
            for nth, each in enumerate(exercise.sidedness.sides):
                yield from gap_between if nth else []
                yield from run(depth + 1, each, count)
        else:
            times = exercise.sets if loop == "set" else exercise.work.count

            def turn(nth, total):
                return run(depth + 1, side, count | {loop: nth, f"{loop}s": total})

            yield from again(times, turn, gap_between, pacing)

    yield from run(0, None, {})


def edge_is_rest(item, edge):
    return edge_is_rest(item.items[edge], edge) if isinstance(item, Circuit) else isinstance(item, Rest)


def moving_on(rest, before, after, pacing, where):
    is_rested = edge_is_rest(before, -1) or edge_is_rest(after, 0)
    return gap(rest, [] if is_rested else [("transition", pacing.transition)], pacing, where)


def circuit_steps(circuit, pacing, where):
    def turn(nth, total):
        here = where | dict(round=(*where["round"], nth), rounds=(*where["rounds"], total))
        return item_steps(circuit, pacing, here)

    if circuit.round_every is None:
        between = moving_on(circuit.rest_between_rounds, circuit, circuit, pacing, where)
        return again(circuit.rounds, turn, between, pacing)
    left = length(circuit.round_every, pacing) - sum((row["duration"] for row in turn(1, 1)), ZERO)
    waiting = gap(max(left, ZERO), [], pacing, where)
    return again(circuit.rounds, turn, waiting, pacing, keeps_time=left >= ZERO)


def item_steps(container, pacing, where):
    for index, item in enumerate(container.items):
        if index and not isinstance(item, Rest) and not isinstance(container.items[index - 1], Rest):
            yield from moving_on(container.rest_between_items, container.items[index - 1], item, pacing, where)
        here = where | {"path": (*where["path"], index)}
        if isinstance(item, Exercise):
            yield from exercise_steps(item, pacing, here)
        elif isinstance(item, Circuit):
            yield from circuit_steps(item, pacing, here)
        else:
            rest = dict(kind="rest", duration=length(item.duration, pacing), label=item.label)
            yield here | rest | dict(estimated=is_at_least(item.duration))


def naive_steps(routine, pacing):
    where = dict(path=(), round=(), rounds=())
    yield from gap(None, [("prepare", pacing.prepare)], pacing, where)
    yield from item_steps(routine, pacing, where)
