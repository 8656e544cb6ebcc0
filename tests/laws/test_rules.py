"""
The heart of the project: a timeline is what nested loops over the model say it is.
"""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, event, find, given, settings

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Range,
    Repetitions,
    Rest,
    Step,
    StepKind,
    SwitchAfter,
    Timeline,
    schedule,
)
from stretchlib.testing import pacings, routines, timelines

from .naive import naive_steps

NOWHERE = {"exercise": None, "side": None, "set": None, "repetition": None, "label": "", "estimated": False}


def as_steps(rows):
    start = timedelta()
    for index, row in enumerate(rows):
        step = Step(index=index, start=start, **NOWHERE | row | {"kind": StepKind(row["kind"])})
        yield step
        start = step.end


def exercises(container):
    for item in container.items:
        if isinstance(item, Circuit):
            yield from exercises(item)
        elif isinstance(item, Exercise):
            yield item


def circuits(container):
    for item in container.items:
        if isinstance(item, Circuit):
            yield item
            yield from circuits(item)


def any_exercise(predicate):
    return lambda timeline: any(predicate(exercise, timeline.pacing) for exercise in exercises(timeline.routine))


def switches(order):
    def does(exercise, pacing):
        turns = [len(exercise.sidedness.sides), pacing.count(exercise.sets), pacing.count(exercise.work.count)]
        return exercise.sidedness.switch_after is order and min(turns) > 1

    return any_exercise(does)


def any_step(predicate):
    return lambda timeline: any(predicate(step) for step in timeline)


def any_neighbours(predicate):
    return lambda timeline: any(predicate(*pair) for pair in pairwise(timeline))


def nested_edge(edge):
    """
    Return whether a circuit within the routine begins or ends with a rest, next to something that is none.
    """

    def met(timeline):
        items = timeline.routine.items
        pairs = list(pairwise(items))
        circuit_first = [(b, a) for a, b in pairs] if edge == 0 else pairs
        return any(
            isinstance(circuit, Circuit) and isinstance(circuit.items[edge], Rest) and not isinstance(other, Rest)
            for circuit, other in circuit_first
        )

    return met


SITUATIONS = {
    "no prepare step": lambda timeline: timeline[0].kind is not StepKind.PREPARE,
    "a prepare step": lambda timeline: timeline[0].kind is StepKind.PREPARE,
    "alternating repetitions": switches(SwitchAfter.REPETITION),
    "alternating sets": switches(SwitchAfter.SET),
    "one side after the other": switches(SwitchAfter.ALL_SETS),
    "three sides": any_exercise(lambda exercise, _: len(exercise.sidedness.sides) == 3),
    "a rest that ties with a switch": any_exercise(
        lambda exercise, pacing: (
            len(exercise.sidedness.sides) > 1
            and pacing.duration(exercise.sidedness.rest) == pacing.switch > timedelta()
        )
    ),
    "a rest longer than the switch": any_exercise(
        lambda exercise, pacing: (
            len(exercise.sidedness.sides) > 1 and pacing.duration(exercise.sidedness.rest) > pacing.switch > timedelta()
        )
    ),
    "a switch": any_step(lambda step: step.kind is StepKind.SWITCH),
    "a transition": any_step(lambda step: step.kind is StepKind.TRANSITION),
    "a boundary without a gap": any_neighbours(
        lambda one, other: one.repetition and other.repetition and one.repetition != other.repetition
    ),
    "a release": any_step(lambda step: step.kind is StepKind.REST and step.exercise and step.set is None),
    "a rest between rounds": any_neighbours(
        lambda one, other: len(one.rounds) > len(other.rounds) and other.kind is StepKind.REST
    ),
    "circuits within circuits, again": any_step(lambda step: len(step.rounds) == 2 and min(step.rounds) > 1),
    "repetitions within repetitions": any_exercise(
        lambda exercise, _: any(isinstance(phase, Repetitions) for phase in exercise.work.phases)
    ),
    "a rest as the first item": lambda timeline: isinstance(timeline.routine.items[0], Rest),
    "a rest as the last item": lambda timeline: isinstance(timeline.routine.items[-1], Rest),
    "a circuit that begins with a rest, after something": nested_edge(0),
    "a circuit that ends with a rest, before something": nested_edge(-1),
    "rounds with a rest at their edge": lambda timeline: any(
        timeline.pacing.count(circuit.rounds) > 1 and isinstance(circuit.items[-1], Rest)
        for circuit in circuits(timeline.routine)
    ),
    "a count within a range": any_exercise(
        lambda exercise, pacing: (
            isinstance(exercise.sets, Range) and exercise.sets.low < pacing.count(exercise.sets) < exercise.sets.high
        )
    ),
    "a duration within a range": any_exercise(
        lambda exercise, pacing: any(
            isinstance(rest, Range) and rest.low < pacing.duration(rest) < rest.high
            for rest in (exercise.rest_between_sets, exercise.work.rest, exercise.sidedness.rest)
        )
    ),
    "a range of breaths": any_exercise(
        lambda exercise, _: isinstance(exercise.work.rest, Breaths) and isinstance(exercise.work.rest.count, Range)
    ),
    "a movement at one's own pace": any_step(lambda step: step.estimated),
}


class TestTimelineOfAnyRoutine:
    """
    "Loops, outermost first"; "each boundary gets one step at most".
    """

    @settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(routines(), pacings())
    def test_is_what_nested_loops_say(self, routine, pacing):
        """
        For every routine and pacing, the timeline equals the naive expansion, step by step.
        """
        timeline = schedule(routine, pacing)
        for situation, is_met in SITUATIONS.items():
            if is_met(timeline):
                event(situation)

        assert list(as_steps(naive_steps(routine, pacing))) == list(timeline)

    @pytest.mark.parametrize("situation", SITUATIONS)
    def test_meets_every_rule(self, situation):
        """
        The routines generated include every situation that a rule of time speaks about.
        """
        generated = settings(max_examples=5_000, database=None, derandomize=True, phases=[Phase.generate])

        assert isinstance(find(timelines(), SITUATIONS[situation], settings=generated), Timeline)
