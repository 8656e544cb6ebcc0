"""
The situations of the rules of time, each with a function that returns whether a timeline has it.
"""

from datetime import timedelta
from itertools import pairwise

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Hold,
    Move,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    StepKind,
    SwitchAfter,
)

ZERO = timedelta()


def items(timeline, kind):
    return [item for _, item in timeline.routine.walk() if isinstance(item, kind)]


def nested(work):
    yield work
    for phase in work.phases:
        if isinstance(phase, Repetitions):
            yield from nested(phase)


def works(timeline):
    return [work for exercise in items(timeline, Exercise) for work in nested(exercise.work)]


def phases(timeline):
    return [phase for work in works(timeline) for phase in work.phases]


def is_several(times, pacing):
    return not isinstance(times, AsManyAsFit) and pacing.count(times) > 1


def rests(timeline):
    """
    Yield each prescribed rest that occurs, with its place.
    """
    pacing = timeline.pacing
    for exercise in items(timeline, Exercise):
        if is_several(exercise.work.count, pacing):
            yield "repetitions", exercise.work.rest
        if len(exercise.sidedness.sides) > 1:
            yield "sides", exercise.sidedness.rest
        if is_several(exercise.sets, pacing):
            yield "sets", exercise.rest_between_sets
    for container in (timeline.routine, *items(timeline, Circuit)):
        if any(Rest not in (type(before), type(after)) for before, after in pairwise(container.items)):
            yield "items", container.rest_between_items
    for circuit in items(timeline, Circuit):
        if circuit.round_every is None and is_several(circuit.rounds, pacing):
            yield "rounds", circuit.rest_between_rounds


def durations(timeline):
    yield from (phase.duration for phase in phases(timeline) if not isinstance(phase, Repetitions))
    yield from (rest.duration for rest in items(timeline, Rest))
    yield from (rest for _, rest in rests(timeline))


def counts(timeline):
    yield from (work.count for work in works(timeline))
    yield from (exercise.sets for exercise in items(timeline, Exercise))
    yield from (circuit.rounds for circuit in items(timeline, Circuit))


def some(found, condition):
    """
    Return whether any part of a timeline that is *found* meets a *condition*.
    """
    return lambda timeline: any(condition(each) for each in found(timeline))


def some_exercise(condition):
    return lambda timeline: any(condition(exercise, timeline.pacing) for exercise in items(timeline, Exercise))


def some_step(condition):
    return lambda timeline: any(map(condition, timeline))


def some_neighbours(condition):
    return lambda timeline: any(condition(*pair) for pair in pairwise(timeline))


def some_rest(place, condition):
    return lambda timeline: any(at == place and condition(rest, timeline.pacing) for at, rest in rests(timeline))


def switches(order):
    def does(exercise, pacing):
        is_again = is_several(exercise.sets, pacing) and is_several(exercise.work.count, pacing)
        return is_again and exercise.sidedness.switch_after is order and len(exercise.sidedness.sides) > 1

    return some_exercise(does)


def alternates(last_phase):
    def does(exercise, pacing):
        sidedness = exercise.sidedness
        alternating = sidedness.switch_after is SwitchAfter.REPETITION and len(sidedness.sides) > 1
        return alternating and isinstance(exercise.work.phases[-1], last_phase) and sidedness.rest is None

    return some_exercise(does)


def recovers(by):
    """
    Return whether a gap between sets has one of its three reasons as the longest.
    """

    def does(exercise, pacing):
        rest, sides = exercise.work.rest, exercise.sidedness.sides
        gaps = {
            "pacing": pacing.recovery,
            "repetitions": ZERO if rest is None else pacing.duration(rest),
            "switch": pacing.switch if len(sides) > 1 else ZERO,
        }
        is_free = exercise.rest_between_sets is None and exercise.sidedness.rest is None
        return is_free and is_several(exercise.sets, pacing) and gaps.pop(by) > max(gaps.values())

    return some_exercise(does)


def is_wait(timeline, step):
    """
    Return whether *step* is a gap between the rounds of a circuit with fixed times.
    """
    if step.kind is not StepKind.REST or step.exercise or len(step.round) != len(step.path) - 1:
        return False
    circuit = timeline.routine.at(step.path)
    return isinstance(circuit, Circuit) and circuit.round_every is not None


def overruns(timeline):
    """
    Return whether a round of a circuit with fixed times follows another without a gap.
    """
    timed = {path for path, item in timeline.routine.walk() if isinstance(item, Circuit) and item.round_every}
    return any(
        before.path[: len(path)] == after.path[: len(path)] == path
        and len(before.round) >= len(path) <= len(after.round)
        and before.round[: len(path)] < after.round[: len(path)]
        for before, after in pairwise(timeline)
        for path in timed
    )


def some_circuit_at_edge(edge):
    """
    Return whether a circuit begins or ends with a rest, next to something else.
    """

    def is_met(timeline):
        pairs = pairwise(timeline.routine.items)
        return any(
            isinstance(circuit, Circuit) and isinstance(circuit.items[edge], Rest) and not isinstance(other, Rest)
            for circuit, other in ((after, before) if edge == 0 else (before, after) for before, after in pairs)
        )

    return is_met


def is_within(low, value, high):
    return low is not None and high is not None and low < value < high


def is_open(end):
    """
    Return whether a quantity is a range without this *end*.
    """

    def is_met(quantity):
        ends = quantity.count if isinstance(quantity, Breaths) else quantity
        return isinstance(ends, Range) and getattr(ends, end) is None

    return is_met


RESTS = {
    f"{name} between {place}": some_rest(place, condition)
    for place in ("repetitions", "sides", "sets", "items", "rounds")
    for name, condition in {
        "no rest": lambda rest, _: rest is None,
        "a rest of no length": lambda rest, pacing: rest is not None and not pacing.duration(rest),
        "a rest": lambda rest, pacing: rest is not None and pacing.duration(rest),
    }.items()
}
SITUATIONS = RESTS | {
    "no prepare step": lambda timeline: timeline[0].kind is not StepKind.PREPARE,
    "a prepare step": lambda timeline: timeline[0].kind is StepKind.PREPARE,
    "alternating repetitions": switches(SwitchAfter.REPETITION),
    "alternating sets": switches(SwitchAfter.SET),
    "one side after the other": switches(SwitchAfter.ALL_SETS),
    "three sides": some_exercise(lambda exercise, _: len(exercise.sidedness.sides) == 3),
    "holds that alternate": alternates(Hold),
    "movements that alternate": alternates(Move),
    "rests that alternate": alternates(Rest),
    "repetitions that alternate": alternates(Repetitions),
    "a switch": some_step(lambda step: step.kind is StepKind.SWITCH),
    "a transition": some_step(lambda step: step.kind is StepKind.TRANSITION),
    "a release": lambda timeline: any(
        before.kind is StepKind.HOLD
        and before.set == after.set
        and before.repetition != after.repetition
        and gap.duration == timeline.pacing.release
        for before, gap, after in zip(timeline, list(timeline)[1:], list(timeline)[2:], strict=False)
    ),
    "a recovery of the pacing": recovers("pacing"),
    "a recovery as long as the rest between repetitions": recovers("repetitions"),
    "a switch longer than the recovery": recovers("switch"),
    "repetitions without a gap": some_neighbours(
        lambda before, after: before.repetition and after.repetition and before.repetition != after.repetition
    ),
    "repetitions at the end of repetitions": some(
        works, lambda work: isinstance(work.phases[-1], Repetitions) and work.rest is None
    ),
    "repetitions beside repetitions": some(
        works, lambda work: any(type(one) is type(other) is Repetitions for one, other in pairwise(work.phases))
    ),
    "a phase on the opposite side": some(phases, lambda phase: getattr(phase, "side", 0) is RelativeSide.OPPOSITE),
    "a phase on both sides": some(phases, lambda phase: getattr(phase, "side", 0) is RelativeSide.BOTH),
    "circuits within circuits, again": some_step(lambda step: len(step.round) == 2 and min(step.round) > 1),
    "a rest as the first item": lambda timeline: isinstance(timeline.routine.items[0], Rest),
    "a rest as the last item": lambda timeline: isinstance(timeline.routine.items[-1], Rest),
    "a circuit that begins with a rest": some_circuit_at_edge(0),
    "a circuit that ends with a rest": some_circuit_at_edge(-1),
    "rounds that end with a rest": lambda timeline: any(
        is_several(circuit.rounds, timeline.pacing) and isinstance(circuit.items[-1], Rest)
        for circuit in items(timeline, Circuit)
    ),
    "a count within a range": some_exercise(
        lambda exercise, pacing: (
            isinstance(exercise.sets, Range)
            and is_within(exercise.sets.low, pacing.count(exercise.sets), exercise.sets.high)
        )
    ),
    "a duration within a range": lambda timeline: any(
        isinstance(duration, Range) and is_within(duration.low, timeline.pacing.duration(duration), duration.high)
        for duration in durations(timeline)
    ),
    "at least so long": some(durations, is_open("high")),
    "up to so long": some(durations, is_open("low")),
    "at least so often": some(counts, is_open("high")),
    "up to so often": some(counts, is_open("low")),
    "a range of breaths": some(
        durations, lambda duration: isinstance(duration, Breaths) and isinstance(duration.count, Range)
    ),
    "half a breath": some(durations, lambda duration: duration == Breaths(0.5)),
    "a hold that the person ends": some_step(lambda step: step.kind is StepKind.HOLD and step.estimated),
    "a gap that the person ends": some_step(lambda step: step.side is None and step.exercise and step.estimated),
    "a movement at one's own pace": some(phases, lambda phase: phase == Move()),
    "as many repetitions as fit, several": some_step(
        lambda step: step.side and step.repetition > 1 and isinstance(step.exercise.work.count, AsManyAsFit)
    ),
    "as many sets as fit, several": some_step(
        lambda step: step.side and step.set > 1 and isinstance(step.exercise.sets, AsManyAsFit)
    ),
    "as many rounds as fit, several": lambda timeline: any(
        step.round[:1] > (1,) and isinstance(timeline.routine.at(step.path[:1]).rounds, AsManyAsFit)
        for step in timeline
    ),
    "as many repetitions as fit, about": some_step(lambda step: step.repetition and step.repetitions is None),
    "as many sets as fit, about": some_step(lambda step: step.set and step.sets is None),
    "as many rounds as fit, about": some_step(lambda step: None in step.rounds),
    "as many rounds as fit at fixed times, with guesses inside": lambda timeline: any(
        step.estimated and step.rounds[0] and isinstance(timeline.routine.at(step.path[:1]).rounds, AsManyAsFit)
        for step in timeline
        if len(step.rounds) == 1 and step.exercise
    ),
    "a wait for the next round": lambda timeline: any(is_wait(timeline, step) for step in timeline),
    "a round that takes longer than it should": overruns,
}
