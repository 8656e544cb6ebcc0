"""
How do routines and timelines become documents, and documents routines and timelines?

A document is made of dicts, lists, text, numbers and booleans, ready for JSON, YAML, TOML and others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

import attrs

from stretchlib._validation import seconds, shown
from stretchlib.documents import reading, writing
from stretchlib.documents.migrations import Document, schema_of
from stretchlib.documents.problems import MOST_PROBLEMS, Wrong, refuse, unknown
from stretchlib.documents.readers import as_it_is, as_object, by_kind, list_of, object_reader, read_all
from stretchlib.errors import ScheduleError
from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import Breaths, Count, Duration, Range
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline

if TYPE_CHECKING:
    # Loading cattrs takes as long as loading all of this library, so only those who use converters wait for it.
    from cattrs import BaseConverter, Converter

_MOST_VALUES = 1_000_000


def to_dict(routine: Routine) -> Document:
    """
    Return the document of *routine*.

    >>> to_dict(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))["items"]
    [{'kind': 'exercise', 'name': 'Chin tuck', 'work': {'phases': [{'kind': 'hold', 'duration': 5}]}}]
    """
    return writing.write_routine(routine)


def from_dict(document: object, *, max_values: int = _MOST_VALUES) -> Routine:
    """
    Return the routine that *document* describes.

    Nothing in it is guessed, converted or passed over; only durations are rounded to the microsecond.

    Args:
        document: What a JSON, YAML or TOML library has read, of this or an older schema.
            Instances of classes that lie about themselves are beyond its promises.
        max_values: How many values it may hold, counting each time that one is referred to;
            a long text counts as one more for every hundred characters.

    Raises:
        InvalidDocumentError: Something in it cannot be read; `problems` tells everything, but at most 1,000 problems.
            Their places are those in the document as the current schema has it.

    >>> from_dict({"schema": 1, "name": "Neck", "items": [{"kind": "exercise", "name": "Chin tuck"}]})
    Traceback (most recent call last):
    stretchlib.errors.InvalidDocumentError: $.items[0].work: missing
    """
    return read_all(_read_routine, document, max_values)


def _read_routine(raw: Any) -> Routine:
    return reading.read_routine(reading.migrated(raw))


def step_to_dict(step: Step) -> Document:
    """
    Return *step* as one row of plain values, `None` where it has no such thing.

    >>> from stretchlib import schedule
    >>> row = step_to_dict(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))[1])
    >>> row["start"], row["end"], row["kind"], row["exercise"], row["side"]
    (5, 10, 'hold', 'Chin tuck', 'both')
    """
    return writing.write_step(step)


def timeline_to_dict(timeline: Timeline) -> Document:
    """
    Return the document of *timeline*, with its routine, its pacing and all its steps.

    >>> from stretchlib import schedule
    >>> timeline_to_dict(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))["duration"]
    10
    """
    return writing.write_timeline(timeline)


def timeline_from_dict(document: object, *, max_values: int = _MOST_VALUES) -> Timeline:
    """
    Return the timeline that *document* describes.

    Its routine and pacing are the truth; its duration and steps must be what they lead to.

    Args:
        document: What a JSON, YAML or TOML library has read.
        max_values: How many values it may hold, counting each time that one is referred to;
            a long text counts as one more for every hundred characters.

    Raises:
        InvalidDocumentError: Something in it cannot be read, or does not agree with its routine and pacing.

    >>> from stretchlib import schedule
    >>> timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))
    >>> timeline_from_dict(timeline_to_dict(timeline)) == timeline
    True
    """
    return read_all(_read_timeline, document, max_values)


@attrs.frozen
class _TimelineDocument:
    routine: Routine
    pacing: Pacing
    duration: Any
    steps: list[Any]


def _read_timeline(raw: Any) -> Timeline:
    schema_of(as_object(raw))
    said = _timeline_document(raw)
    try:
        timeline = Timeline(said.routine, said.pacing)
    except ScheduleError as error:
        refuse(str(error))
    if problems := tuple(islice(_disagreements(said, timeline), MOST_PROBLEMS + 1)):
        raise Wrong(*problems)
    return timeline


_timeline_document = object_reader(
    _TimelineDocument,
    {
        "routine": _read_routine,
        "pacing": reading.read_pacing,
        "duration": as_it_is,
        "steps": list_of(as_it_is),
    },
    besides=("schema",),
)


def _disagreements(said: _TimelineDocument, timeline: Timeline) -> Iterator[str]:
    """
    Yield what a document says otherwise than its routine and pacing.
    """
    yield from _disagreement(".duration", said.duration, seconds(timeline.duration))
    # `len` has a limit that a routine need not keep.
    count = timeline[-1].index + 1
    if len(said.steps) != count:
        yield f".steps: must be {count} steps, as routine and pacing say (got {len(said.steps)})"
        return
    for index, (row, step) in enumerate(zip(said.steps, timeline, strict=True)):
        expected = writing.write_step(step)
        if not isinstance(row, dict):
            yield f".steps[{index}]: must be an object (got {shown(row)})"
            continue
        for key, value in cast(Document, row).items():
            if key in expected:
                yield from _disagreement(f".steps[{index}].{key}", value, expected[key])
            else:
                yield f".steps[{index}]{unknown(key, expected)}"
        yield from (f".steps[{index}].{key}: missing" for key in expected if key not in row)


def _disagreement(place: str, value: object, expected: object) -> Iterator[str]:
    if not _agrees(value, expected):
        yield f"{place}: must be {shown(expected)}, as routine and pacing say (got {shown(value)})"


def _agrees(value: object, expected: object) -> bool:
    """
    Return whether *value* is what is *expected*, also in its kind: truth is no number.
    """
    if isinstance(expected, list):
        said, numbers = cast(list[object], value), cast(list[object], expected)
        return isinstance(value, list) and len(said) == len(numbers) and all(map(_agrees, said, numbers))
    if isinstance(expected, bool | None):
        return value is expected
    kinds = str if isinstance(expected, str) else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool) and value == expected


def register_hooks(converter: BaseConverter) -> None:
    """
    Teach *converter*, any cattrs converter, to write and read the classes of this library.

    Its hooks for other types stay as they are.
    A `Step` is only written: it is read as part of its timeline.

    >>> from cattrs.preconf.json import make_converter as make_json_converter
    >>> converter = make_json_converter()
    >>> register_hooks(converter)
    >>> converter.dumps(Hold(30), Hold)
    '{"kind": "hold", "duration": 30}'
    """
    for kind, write in _WRITERS.items():
        converter.register_unstructure_hook(kind, write)
    for kind, read in _READERS.items():
        converter.register_structure_hook(kind, _hook(read))
    # Of a union, cattrs takes one with None for another union.
    for union in (Count, Duration, Phase, Item):
        converter.register_unstructure_hook(union | None, _or_none(_WRITERS[union]))
        converter.register_structure_hook(union | None, _hook(_or_none(_READERS[union])))
    converter.register_unstructure_hook_func(_is_range, writing.write_range)
    converter.register_structure_hook_func(_is_range, _structure_range)


def make_converter() -> Converter:
    """
    Return a new cattrs converter that writes and reads the classes of this library.

    >>> make_converter().unstructure(Pacing(level=0.5))["level"]
    0.5
    """
    from cattrs import Converter

    converter = Converter()
    register_hooks(converter)
    return converter


def _hook(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def structure(raw: Any, _: Any) -> Any:
        return read_all(read, raw, _MOST_VALUES)

    return structure


def _or_none(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def _is_range(kind: Any) -> bool:
    return kind is Range or get_origin(kind) is Range


def _structure_range(raw: Any, kind: Any) -> Any:
    # Whether the numbers are counts, seconds or something of the caller's is not in the document.
    [quantity] = get_args(kind) or [None]
    readers: dict[Any, Callable[[Any], Any]] = {
        int: reading.read_range_of_counts,
        timedelta: reading.read_range_of_durations,
    }
    return read_all(readers.get(quantity, reading.read_range), raw, _MOST_VALUES)


_WRITERS: Mapping[Any, Callable[[Any], Any]] = {
    Count: writing.write_count,
    Duration: writing.write_duration,
    Phase: writing.write_phase,
    Item: writing.write_item,
    Breaths: writing.write_breaths,
    Frequency: writing.write_frequency,
    Sidedness: writing.write_sidedness,
    Hold: writing.write_hold,
    Move: writing.write_move,
    Rest: writing.write_rest,
    Repetitions: writing.write_repetitions,
    Exercise: writing.write_exercise,
    Circuit: writing.write_circuit,
    Routine: writing.write_routine,
    Pacing: writing.write_pacing,
    Step: writing.write_step,
    Timeline: writing.write_timeline,
}
_READERS: Mapping[Any, Callable[[Any], Any]] = {
    Count: reading.read_count,
    Duration: reading.read_duration,
    Phase: reading.read_phase,
    Item: reading.read_item,
    Breaths: reading.read_breaths,
    Frequency: reading.read_frequency,
    Sidedness: reading.read_sidedness,
    Hold: by_kind({"hold": reading.read_hold}),
    Move: by_kind({"move": reading.read_move}),
    Rest: by_kind({"rest": reading.read_rest}),
    Repetitions: reading.read_repetitions,
    Exercise: by_kind({"exercise": reading.read_exercise}),
    Circuit: by_kind({"circuit": reading.read_circuit}),
    Routine: _read_routine,
    Pacing: reading.read_pacing,
    Timeline: _read_timeline,
}
