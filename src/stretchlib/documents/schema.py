"""
What does a document look like, in the words of editors and other languages?

The names, order and defaults of the fields come from the classes; only what each field holds is told here.
"""

from __future__ import annotations

import enum
import inspect
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, TypeAlias, cast

import attrs

from stretchlib._validation import Field, fields_of, seconds
from stretchlib.documents.migrations import SCHEMA, Document
from stretchlib.documents.writing import write_move, write_sidedness
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.routine import Circuit, Exercise, Routine
from stretchlib.model.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.model.work import Hold, Move, Repetitions, Rest

#: A schema, and what the field it is for means.
_Described: TypeAlias = tuple[Document, str]

_FROM_SECONDS_ON = 1e-6
_BELOW_SECONDS = 86_400_000_000_000


def json_schema() -> Document:
    """
    Return the JSON Schema, of draft 2020-12, for documents of routines.

    With it editors complete and check what is written by hand, and other languages what is sent to them.
    It accepts what `from_dict` reads, but for these rules that only `from_dict` knows:

    - `low` is at most `high`
    - circuits nest at most 32 deep, repetitions at most 8 deep
    - from 8,589,934,592 on, seconds are whole
    - whole numbers have at most 4,300 digits
    - text has no lone surrogates
    - a document holds at most `max_values` values
    - NaN, infinities and whatever else JSON does not know, such as names of fields that are no text

    >>> sorted(json_schema()["$defs"]["Hold"]["properties"])
    ['duration', 'kind', 'label']
    """
    shared: Document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Routine, schema {SCHEMA}",
        **_object(Routine, first={"schema": {"const": SCHEMA, "description": "The version of the format."}}),
        "$defs": _definitions(),
    }
    return {name: _copied(part) for name, part in shared.items()}


def _copied(part: Any) -> Any:
    """
    Return a *part* of a schema that shares nothing with any other, so that whoever changes it changes only that.
    """
    if isinstance(part, dict):
        return {name: _copied(inside) for name, inside in cast(Document, part).items()}
    if isinstance(part, list):
        return [_copied(inside) for inside in cast(list[Any], part)]
    return part


def _definitions() -> Document:
    return {
        "Item": {"anyOf": [_ref("Exercise"), _ref("Rest"), _ref("Circuit")]},
        "Exercise": _object(Exercise, kind="exercise"),
        "Circuit": _object(Circuit, kind="circuit"),
        "Work": _object(Repetitions),
        "Phase": {"anyOf": [_ref("Hold"), _ref("Move"), _ref("Rest"), _ref("Repetitions")]},
        "Hold": _object(Hold, kind="hold"),
        "Move": _object(Move, kind="move"),
        "Rest": _object(Rest, kind="rest"),
        "Repetitions": _object(Repetitions, kind="repetitions"),
        "Sidedness": _object(Sidedness),
        "Frequency": _object(Frequency),
        "Count": _either(
            "A number of times: at least 1, or a range of such numbers.", _WHOLE, _range_of(_WHOLE, "number of times")
        ),
        "Duration": _duration({"anyOf": [{"const": 0}, _SECONDS]}, "at least 0"),
        "DurationAboveZero": _duration(_SECONDS, "above 0"),
        "Breaths": _closed(
            "A duration told in breaths.",
            {"breaths": {**_ref("Count"), "description": "How many breaths."}},
            ["breaths"],
        ),
    }


def _object(kind_of: type[Any], *, kind: str = "", first: Document | None = None) -> Document:
    """
    Return the schema of the documents of a class, which may say their *kind* or other things *first*.
    """
    properties: Document = dict(first or {})
    if kind:
        properties["kind"] = {"const": kind, "description": f"Says that this is of the kind {kind!r}."}
    required = list(properties)
    for field in fields_of(kind_of):
        schema, description = _FIELDS[kind_of].get(field.name, (_TEXT, ""))
        properties[field.name] = {**schema, **_default(field), "description": description}
        if field.default is attrs.NOTHING:
            required.append(field.name)
    return _closed(inspect.cleandoc(kind_of.__doc__ or "").partition("\n")[0], properties, required)


def _closed(description: str, properties: Document, required: list[str]) -> Document:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _default(field: Field) -> Document:
    if field.default is attrs.NOTHING or field.default is None:
        return {}
    return {"default": _plain(field.default)}


def _plain(value: Any) -> Any:
    match value:
        case timedelta():
            return seconds(value)
        case enum.Enum():
            return value.value
        case tuple():
            return [_plain(element) for element in cast("tuple[Any, ...]", value)]
        case Sidedness():
            return write_sidedness(value)
        case Move():
            return write_move(value)
        case _:
            return value


def _ref(name: str) -> Document:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(schema: Document, **rules: Any) -> Document:
    return {"type": "array", "items": schema, **rules}


def _one_of(members: type[enum.Enum]) -> Document:
    return {"enum": [member.value for member in members]}


def _either(description: str, *schemas: Document) -> Document:
    return {"description": description, "anyOf": list(schemas)}


def _range_of(end: Document, unit: str) -> Document:
    properties = {
        "low": {**end, "description": f"The smallest {unit} that will do."},
        "high": {**end, "description": f"The largest {unit} that will do, not below low."},
    }
    return _closed("What is left open between two ends, both included.", properties, ["low", "high"])


def _duration(end: Document, rule: str) -> Document:
    description = f"How long: seconds, {rule}, or a range of seconds, or a number of breaths."
    return _either(description, end, _range_of(end, "number of seconds"), _ref("Breaths"))


_TEXT: Document = {"type": "string"}
_WORD: Document = {"type": "string", "minLength": 1}
_WHOLE: Document = {"type": "integer", "minimum": 1}
_SECONDS: Document = {"type": "number", "minimum": _FROM_SECONDS_ON, "exclusiveMaximum": _BELOW_SECONDS}
_COUNT, _DURATION, _ABOVE_ZERO = _ref("Count"), _ref("Duration"), _ref("DurationAboveZero")

_BETWEEN_ITEMS = (_DURATION, "The prescribed pause between two items, at least 0 seconds.")
_ITEMS = _list_of(_ref("Item"), minItems=1)

#: What each field holds, and what it means in the words of its class.
_FIELDS: Mapping[type[Any], Mapping[str, _Described]] = MappingProxyType(
    {
        Hold: {
            "duration": (_ABOVE_ZERO, "How long the position is kept, above 0 seconds."),
            "label": (_TEXT, 'What to call it, for example "contract".'),
        },
        Move: {
            "duration": (_ABOVE_ZERO, "How long the movement takes, above 0 seconds; left out at one's own pace."),
            "label": (_TEXT, 'What to call it, for example "lift".'),
        },
        Rest: {
            "duration": (_ABOVE_ZERO, "How long the pause lasts, above 0 seconds."),
            "label": (_TEXT, 'What to call it, for example "relax".'),
        },
        Repetitions: {
            "count": (_COUNT, "How many times, at least once, on each side."),
            "phases": (_list_of(_ref("Phase"), minItems=1), "What one repetition consists of; at least one phase."),
            "rest": (_DURATION, "The prescribed pause between two repetitions, at least 0 seconds."),
        },
        Sidedness: {
            "sides": (
                _list_of(_one_of(Side), minItems=1, uniqueItems=True),
                "The sides in the order in which they are done; at least one, none twice.",
            ),
            "switch_after": (_one_of(SwitchAfter), "When to change to the next side."),
            "rest": (_DURATION, "The prescribed pause between two sides, at least 0 seconds."),
        },
        Frequency: {
            "times": (_COUNT, "How many times in each period, at least once."),
            "every": (_WHOLE, "How many units make a period, at least one."),
            "unit": (_one_of(PeriodUnit), "The unit of the period."),
            "weeks": (_COUNT, "For how many weeks, at least one; left out where nothing is said."),
        },
        Exercise: {
            "name": (_WORD, "What the exercise is called; not empty."),
            "work": (_ref("Work"), "What makes one set on one side."),
            "sets": (_COUNT, "How many sets, at least one; a set on the left and one on the right are one set."),
            "rest_between_sets": (_DURATION, "The prescribed pause between two sets, at least 0 seconds."),
            "sidedness": (_ref("Sidedness"), "The sides it is done on, in which order."),
            "instructions": (_TEXT, "How it is done, for the person who does it."),
            "equipment": (_list_of(_WORD), 'What is needed for it, for example "towel".'),
            "tags": (_list_of(_WORD), "Words to find it by."),
            "frequency": (_ref("Frequency"), "How often to do it, where that differs from the routine."),
        },
        Circuit: {
            "items": (_ITEMS, "What is done in one round, in order; at least one item."),
            "rounds": (_COUNT, "How many rounds, at least one."),
            "rest_between_items": _BETWEEN_ITEMS,
            "rest_between_rounds": (_DURATION, "The prescribed pause between two rounds, at least 0 seconds."),
            "name": (_TEXT, 'What to call it, for example "warm-up".'),
        },
        Routine: {
            "name": (_WORD, "What the routine is called; not empty."),
            "items": (_ITEMS, "What is done, in order; at least one item."),
            "rest_between_items": _BETWEEN_ITEMS,
            "description": (_TEXT, "What it is for and what to mind."),
            "source": (_TEXT, "Who published it, and where."),
            "frequency": (_ref("Frequency"), "How often to do it."),
        },
    }
)
