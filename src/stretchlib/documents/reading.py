"""
What does a document say?

The shape of a document is told here; what a value may be, the fields of the classes say, in the same sentences.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

import attrs

from stretchlib._validation import check_name, is_whole, shown
from stretchlib.documents.migrations import migrate
from stretchlib.documents.problems import Wrong, of_sentence, refuse
from stretchlib.documents.readers import Reader, alone, as_it_is, as_object, by_kind, list_of, member_of, object_reader
from stretchlib.errors import InvalidDocumentError
from stretchlib.model.frequency import Frequency, PeriodUnit, Weekday
from stretchlib.model.quantities import (
    Breaths,
    Count,
    Range,
    is_count,
    is_range_end,
    is_timedelta,
    to_timedelta,
)
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.sidedness import RelativeSide, Side, Sidedness, SwitchAfter
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.timeline.pacing import Pacing


def migrated(raw: Any) -> dict[str, Any]:
    """
    Return the document *raw* in the current schema.
    """
    try:
        return migrate(as_object(raw))
    except InvalidDocumentError as error:
        raise Wrong(*(problem.removeprefix("$") for problem in error.problems)) from None


#: What fields accept in code, and documents say in another way.
_OF_CODE = (timedelta, Range, Breaths)


def _word(raw: Any) -> Any:
    try:
        check_name("", raw)
    except (TypeError, ValueError) as error:
        raise Wrong(of_sentence(error)) from None
    return raw


def _number(raw: Any) -> Any:
    if isinstance(raw, _OF_CODE):
        refuse(f"must be a number (got {shown(cast(object, raw))})")
    # JSON does not tell 3.0 from 3.
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


_range = cast("type[Range[Any]]", Range)
_ends = {"low": _number, "high": _number}
read_range = object_reader(_range, _ends)


@attrs.frozen
class _Counts:
    """
    How a document says a `Range` of counts.
    """

    low: int = attrs.field(validator=[is_range_end, is_whole])
    high: int = attrs.field(validator=[is_range_end, is_whole])


@attrs.frozen
class _Spans:
    """
    How a document says a `Range` of durations.
    """

    low: timedelta = attrs.field(converter=to_timedelta, validator=[is_range_end, is_timedelta])
    high: timedelta = attrs.field(converter=to_timedelta, validator=[is_range_end, is_timedelta])


read_range_of_counts = object_reader(_range, _ends, fields=attrs.fields(_Counts))
_read_spans = object_reader(_range, _ends, fields=attrs.fields(_Spans))


def read_range_of_durations(raw: Any) -> Any:
    """
    Read a range of durations in seconds.
    """
    spans = _read_spans(raw)
    if spans.low == spans.high:
        # It may be only rounding that makes them equal.
        read_range(raw)
    return spans


def _count(raw: Any) -> Any:
    return read_range_of_counts(raw) if isinstance(raw, dict) else _number(raw)


@attrs.frozen
class _InBreaths:
    """
    How a document says `Breaths`.
    """

    breaths: Count = attrs.field(validator=is_count)


_in_breaths = object_reader(_InBreaths, {"breaths": _count})


def read_breaths(raw: Any) -> Breaths:
    """
    Read a duration in breaths.
    """
    return Breaths(_in_breaths(raw).breaths)


def _duration(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return _number(raw)
    if "breaths" in raw:
        return read_breaths(raw)
    if "low" not in raw and "high" not in raw:
        refuse(f'must be seconds, {{"low": ..., "high": ...}} or {{"breaths": ...}} (got {shown(cast(object, raw))})')
    return read_range_of_durations(raw)


def read_item(raw: Any) -> Item:
    """
    Read an exercise, a rest or a circuit.
    """
    return _any_item(raw)


def read_phase(raw: Any) -> Phase:
    """
    Read a hold, a move, a rest or repetitions.
    """
    return _any_phase(raw)


read_count = alone(attrs.fields(Repetitions).count, _count)
read_duration = alone(attrs.fields(Repetitions).rest, _duration)


read_frequency = object_reader(
    Frequency,
    {
        "times": _count,
        "every": _number,
        "unit": member_of(PeriodUnit),
        "weeks": _count,
        "days": _count,
        "weekdays": list_of(member_of(Weekday)),
        "times_of_day": list_of(as_it_is),
    },
)
read_sidedness = object_reader(
    Sidedness, {"sides": list_of(member_of(Side)), "switch_after": member_of(SwitchAfter), "rest": _duration}
)
_timed = {"duration": _duration, "label": as_it_is}
_sided = {**_timed, "side": member_of(RelativeSide)}
read_hold = object_reader(Hold, _sided, besides=("kind",))
read_move = object_reader(Move, _sided, besides=("kind",))
read_rest = object_reader(Rest, _timed, besides=("kind",))
_repeated = {"count": _count, "phases": list_of(read_phase), "rest": _duration}
read_repetitions = object_reader(Repetitions, _repeated)
read_exercise = object_reader(
    Exercise,
    {
        "name": as_it_is,
        "work": read_repetitions,
        "sets": _count,
        "rest_between_sets": _duration,
        "sidedness": read_sidedness,
        "instructions": as_it_is,
        "equipment": list_of(_word),
        "tags": list_of(_word),
        "pictures": list_of(_word),
        "videos": list_of(_word),
        "id": as_it_is,
        "frequency": read_frequency,
    },
    besides=("kind",),
)
read_circuit = object_reader(
    Circuit,
    {
        "items": list_of(read_item),
        "rounds": _count,
        "rest_between_items": _duration,
        "rest_between_rounds": _duration,
        "round_every": _duration,
        "name": as_it_is,
        "id": as_it_is,
    },
    besides=("kind",),
)
read_routine = object_reader(
    Routine,
    {
        "name": as_it_is,
        "items": list_of(read_item),
        "rest_between_items": _duration,
        "description": as_it_is,
        "source": as_it_is,
        "id": as_it_is,
        "frequency": read_frequency,
    },
    besides=("schema",),
)
read_pacing = object_reader(
    Pacing,
    {
        "prepare": _number,
        "transition": _number,
        "switch": _number,
        "release": _number,
        "recovery": _number,
        "movement": _number,
        "breath": _number,
        "level": _number,
    },
)
_any_item: Reader[Item] = by_kind({"exercise": read_exercise, "rest": read_rest, "circuit": read_circuit})
_any_phase: Reader[Phase] = by_kind(
    {
        "hold": read_hold,
        "move": read_move,
        "rest": read_rest,
        "repetitions": object_reader(Repetitions, _repeated, besides=("kind",)),
    }
)
