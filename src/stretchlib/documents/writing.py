"""
How is a value written down?

One function for each class; fields come in the order of the class, and those at their default are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import Any, TypeAlias, assert_never

import attrs

from stretchlib._validation import fields_of, seconds
from stretchlib.documents.migrations import SCHEMA, Document
from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import Breaths, Range
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline

Writer: TypeAlias = Callable[[Any], Any]
ObjectWriter: TypeAlias = Callable[[Any], Document]


def write_range(value: Range[Any]) -> Document:
    """
    Write a range of counts or of durations.
    """
    ends = (value.low, value.high)
    low, high = (seconds(end) if isinstance(end, timedelta) else end for end in ends)
    return {"low": low, "high": high}


def write_breaths(value: Breaths) -> Document:
    """
    Write a duration in breaths.
    """
    return {"breaths": write_count(value.count)}


def write_count(value: Any) -> Any:
    """
    Write a number of times.
    """
    return write_range(value) if isinstance(value, Range) else value


def write_duration(value: Any) -> Any:
    """
    Write a duration of any form.
    """
    match value:
        case timedelta():
            return seconds(value)
        case Range():
            return write_range(value)
        case Breaths():
            return write_breaths(value)
        case _:
            return value


def write_item(item: Item) -> Document:
    """
    Write an exercise, a rest or a circuit.
    """
    match item:
        case Exercise():
            return write_exercise(item)
        case Rest():
            return write_rest(item)
        case Circuit():
            return write_circuit(item)
        case _:
            assert_never(item)


def write_phase(phase: Phase) -> Document:
    """
    Write a hold, a move, a rest or repetitions.
    """
    match phase:
        case Hold():
            return write_hold(phase)
        case Move():
            return write_move(phase)
        case Rest():
            return write_rest(phase)
        case Repetitions():
            return _write_nested(phase)
        case _:
            assert_never(phase)


def _list_of(write: Writer) -> Writer:
    return lambda values: [write(value) for value in values]


def _object(make: type[Any], kind: str = "", /, *, omit_defaults: bool = True, **writers: Writer) -> ObjectWriter:
    """
    Return a writer of instances of a class, with *writers* for the fields that are not written as they are.
    """
    tag = {"kind": kind} if kind else {}
    fields = [
        (field.name, field.default, writers.get(field.name), omit_defaults and field.default is not attrs.NOTHING)
        for field in fields_of(make)
    ]

    def write_object(instance: Any) -> Document:
        document: Document = {**tag}
        for name, default, write, is_optional in fields:
            value = getattr(instance, name)
            if is_optional and (value is default or value == default):
                continue
            document[name] = write(value) if write else value
        return document

    return write_object


# What `value` returns, without a call.
_value = attrgetter("_value_")
_texts: Writer = list

write_frequency = _object(Frequency, times=write_count, unit=_value, weeks=write_count)
write_sidedness = _object(Sidedness, sides=_list_of(_value), switch_after=_value, rest=write_duration)
write_hold = _object(Hold, "hold", duration=write_duration, side=_value)
write_move = _object(Move, "move", duration=write_duration, side=_value)
write_rest = _object(Rest, "rest", duration=write_duration)
write_repetitions = _object(Repetitions, count=write_count, phases=_list_of(write_phase), rest=write_duration)
_write_nested = _object(
    Repetitions, "repetitions", count=write_count, phases=_list_of(write_phase), rest=write_duration
)
write_exercise = _object(
    Exercise,
    "exercise",
    work=write_repetitions,
    sets=write_count,
    rest_between_sets=write_duration,
    sidedness=write_sidedness,
    equipment=_texts,
    pictures=_texts,
    videos=_texts,
    tags=_texts,
    frequency=write_frequency,
)
write_circuit = _object(
    Circuit,
    "circuit",
    items=_list_of(write_item),
    rounds=write_count,
    rest_between_items=write_duration,
    rest_between_rounds=write_duration,
    round_every=write_duration,
)
_routine = _object(Routine, items=_list_of(write_item), rest_between_items=write_duration, frequency=write_frequency)
write_pacing = _object(
    Pacing,
    omit_defaults=False,
    **{field.name: seconds for field in fields_of(Pacing) if field.name != "level"},
)


def write_routine(routine: Routine) -> Document:
    """
    Write a whole document.
    """
    return {"schema": SCHEMA, **_routine(routine)}


def write_step(step: Step) -> Document:
    """
    Write a step in full, the exercise by its name.
    """
    return {
        "index": step.index,
        "start": seconds(step.start),
        "duration": seconds(step.duration),
        "end": seconds(step.end),
        "kind": step.kind.value,
        "exercise": step.exercise.name if step.exercise else None,
        "side": step.side.value if step.side else None,
        "set": step.set,
        "repetition": step.repetition,
        "label": step.label,
        "rounds": list(step.rounds),
        "path": list(step.path),
        "estimated": step.estimated,
    }


def write_timeline(timeline: Timeline) -> Document:
    """
    Write a timeline with all its steps.
    """
    return {
        "schema": SCHEMA,
        "routine": write_routine(timeline.routine),
        "pacing": write_pacing(timeline.pacing),
        "duration": seconds(timeline.duration),
        "steps": [write_step(step) for step in timeline],
    }
