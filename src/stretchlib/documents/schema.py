"""
The JSON Schema of documents, derived from the classes.

The form of a field is derived from its type, its description from the docstring of its class, and its limits from its
converter and validator, which are tried on a few values.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from functools import partial
from typing import Any, assert_never, get_args, get_origin

import attrs

from stretchlib._classes import final
from stretchlib._messages import refuse
from stretchlib._validation import Check, Field, accept, passes
from stretchlib.documents.kinds import (
    DERIVED,
    KIND_MAY_BE_LEFT_OUT,
    NEEDS_SCHEMA,
    TAGS,
    Shape,
    check_readable,
    fields_by_key,
    fields_of_row,
    members_of,
    name_of,
    needed_keys,
    shape_of,
)
from stretchlib.documents.migrations import SCHEMA, Document
from stretchlib.documents.readers import TIME_OF_DAY
from stretchlib.documents.writing import write
from stretchlib.model.quantities import AsManyAsFit, Range
from stretchlib.model.routine import Routine
from stretchlib.model.steps import Step
from stretchlib.model.timedeltas import BELOW_SECONDS, MIN_SECONDS


def json_schema(kind: type[Any] = Routine, *, id: str | None = None) -> Document:
    """
    Return the JSON Schema (draft 2020-12) for documents of routines, or of another *kind*.

    Editors use it for completion and validation; other languages use it to validate input.
    It accepts the same documents as `from_dict`, except that it does not check these rules:

    - `low` is at most `high`
    - circuits nest at most 32 deep, repetitions at most 8 deep
    - from 8,589,934,592 on, seconds are whole
    - whole numbers have at most 4,300 digits
    - text has no lone surrogates
    - a document holds at most `max_values` values
    - some fields cannot be combined, or only with certain others, such as `weeks` and `days`
    - the same time of day is not written in two ways, with and without seconds
    - the duration and the steps of a timeline follow from its routine and pacing
    - there are no NaN, infinities or keys that are not texts

    Args:
        kind: The class whose documents it describes, any that `from_dict` reads.
        id: The address of the schema, to which its references are relative.

    Raises:
        TypeError: *kind* is not a class that can be read.
        ValueError: *id* has a fragment.

    >>> sorted(json_schema()["$defs"]["Hold"]["properties"])
    ['duration', 'kind', 'label', 'schema', 'side']
    """
    check_readable(kind)
    if id and "#" in id:
        refuse("id", "must not have a fragment", id)
    schemas = _Schemas(f"{id or ''}#/$defs/")
    document = schemas.object_of(kind, needs_kind=kind is not KIND_MAY_BE_LEFT_OUT)
    address = {"type": "string", "description": "The address of a JSON Schema, for editors."}
    document["properties"] = {"$schema": address, **document["properties"]}
    if kind in NEEDS_SCHEMA:
        document["required"].insert(0, "schema")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **({"$id": id} if id else {}),
        "title": f"{kind.__name__}, schema {SCHEMA}",
        **document,
        "$defs": schemas.definitions,
    }


@final
class _Schemas:
    """
    Schemas of classes and types, and the definitions that they refer to at an *address*.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.definitions: Document = {}

    def object_of(self, kind: Any, *, needs_kind: bool = True, check: Check | None = None) -> Document:
        """
        Return the schema of the objects of a class; *check* limits their fields further.
        """
        tags: Document = {
            "schema": {
                "const": SCHEMA,
                "description": "The version of the format; optional inside a document.",
            }
        }
        if tag := TAGS.get(kind):
            default = {} if needs_kind else {"default": tag}
            tags["kind"] = {"const": tag, **default, "description": f"The kind of this object, {tag!r}."}
        descriptions = _descriptions_of(kind)
        properties = {
            key: {**self._value(field.type, check or partial(accept, field)), **_default(field)}
            | {"description": descriptions[field.name]}
            for key, field in fields_by_key(kind).items()
        }
        derived = {key: self._derived(kind, key) for key in DERIVED.get(kind, ())}
        required = [*["kind"] * (kind in TAGS and needs_kind), *needed_keys(kind)]
        return _closed(kind, {**tags, **properties, **derived}, required)

    def _value(self, kind: Any, check: Check) -> Document:
        """
        Return the schema of a *kind* of value that passes a check.
        """
        first, *_ = members = members_of(kind)
        shape = shape_of(kind)
        match shape:
            case Shape.SIMPLE:
                return _SIMPLE[first](check)
            case Shape.MEMBER:
                return {"enum": [member.value for member in first]}
            case Shape.LIST:
                return self._list(get_args(first)[0], check)
            case Shape.OBJECT:
                return self._reference(name_of(kind), lambda: self.object_of(*members))
            case Shape.TAGGED if members == (KIND_MAY_BE_LEFT_OUT,):
                name = f"{name_of(kind)}WithOptionalKind"
                return self._reference(name, lambda: self.object_of(*members, needs_kind=False))
            case Shape.TAGGED:
                return self._reference(name_of(kind), lambda: self._tagged(members))
            case Shape.EITHER:
                return {"anyOf": [self._either(member, check) for member in members]}
            case _:
                assert_never(shape)

    def _reference(self, name: str, define: Callable[[], Document]) -> Document:
        if name not in self.definitions:
            # Circuits contain circuits, so the name is defined before its schema.
            self.definitions[name] = {}
            self.definitions[name] |= define()
        return {"$ref": self.address + name}

    def _tagged(self, kinds: tuple[Any, ...]) -> Document:
        objects = {kind.__name__: partial(self.object_of, kind) for kind in kinds}
        return {"anyOf": [self._reference(name, define) for name, define in objects.items()]}

    def _list(self, kind: Any, check: Check) -> Document:
        schema: Document = {"type": "array", "items": self._value(kind, lambda value: check([value]))}
        if not passes(check, []):
            schema["minItems"] = 1
        same = time() if kind is time else next(iter(kind)) if shape_of(kind) is Shape.MEMBER else None
        if same is not None and not passes(check, [same, same]):
            schema["uniqueItems"] = True
        return schema

    def _either(self, kind: Any, check: Check) -> Document:
        if shape_of(kind) is not Shape.OBJECT:
            return self._value(kind, check)
        is_range = get_origin(kind) is Range

        # The field around such an object limits the fields inside.
        def check_inside(value: Any) -> None:
            check(Range(value, value) if is_range else kind(value))

        is_open = passes(check if is_range else check_inside, Range(1, None))
        name = name_of(kind)
        name += "AboveZero" * (kind == Range[timedelta] and not passes(check, 0))
        name += "WithBothEnds" * (kind is not AsManyAsFit and not is_open)
        rule = "anyOf" if is_open else "allOf"
        needed: Document = {rule: [{"required": ["low"]}, {"required": ["high"]}]} if is_range else {}
        return self._reference(name, lambda: self.object_of(kind, check=check_inside) | needed)

    def _derived(self, kind: Any, key: str) -> Document:
        if key == "steps":
            steps = self._reference(Step.__name__, lambda: _row(Step))
            return {"type": "array", "items": steps, "description": "The steps, in order."}
        return {"type": "number", "description": _first_line(getattr(kind, key))}


def attributes_of(kind: Any) -> Mapping[str, str]:
    """
    Return the descriptions of the fields in the docstring of a class, each on one line.
    """
    section = re.search(r"^Attributes:\n(?: +.*\n?)*", inspect.getdoc(get_origin(kind) or kind) or "", re.MULTILINE)
    found = re.findall(r"^    (\w+): (.*(?:\n     +.*)*)", section[0] if section else "", re.MULTILINE)
    return {name: " ".join(text.split()) for name, text in found}


def _descriptions_of(kind: Any, none: str = "left out") -> Mapping[str, str]:
    """
    Return the descriptions of the fields of a class, without markup, and with other words for `None`.
    """
    return {name: re.sub(r"[`*]", "", text.replace("`None`", none)) for name, text in attributes_of(kind).items()}


def _row(kind: Any) -> Document:
    """
    Return the schema of a row, which has all fields of a class.
    """
    descriptions = {**_descriptions_of(kind, "null"), "end": _first_line(kind.end)}
    properties: Document = {}
    for field in fields_of_row(kind):
        properties[field.name] = {**_in_row(field.type), "description": descriptions[field.name]}
    return _closed(kind, properties, [*properties])


def _in_row(kind: Any) -> Document:
    member, *_ = members_of(kind)
    name = _TYPES.get(get_origin(member) or member, "string")
    items = {"items": _in_row(get_args(member)[0])} if get_origin(member) is tuple else {}
    return {"type": name if kind is member else [name, "null"], **items}


#: Enumerations and exercises are texts in a row.
_TYPES: Mapping[Any, str] = {int: "integer", timedelta: "number", bool: "boolean", tuple: "array"}


def _number(check: Check) -> Document:
    """
    Return the schema of the numbers that pass a *check*, by trying a few.
    """
    may_be_half = passes(check, 0.5)
    schema: Document = {"type": "number" if may_be_half else "integer"}
    if not passes(check, -1):
        schema["minimum"] = next(number for number in (0, 0.5, 1) if passes(check, number))
    if not passes(check, 2):
        schema["maximum"] = 1
    if may_be_half and not passes(check, 0.75):
        schema["multipleOf"] = 0.5
    return schema


def _seconds(check: Check) -> Document:
    above_zero = {"type": "number", "minimum": MIN_SECONDS, "exclusiveMaximum": BELOW_SECONDS}
    return {"anyOf": [{"const": 0}, above_zero]} if passes(check, 0) else above_zero


def _text(check: Check) -> Document:
    return {"type": "string", **({} if passes(check, "") else {"minLength": 1})}


_SIMPLE: Mapping[Any, Callable[[Check], Document]] = {
    str: _text,
    time: lambda _: {"type": "string", "pattern": TIME_OF_DAY},
    timedelta: _seconds,
    **dict.fromkeys((int, float), _number),
}


def _closed(kind: Any, properties: Document, required: list[str]) -> Document:
    return {
        "description": _first_line(kind),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _first_line(documented: Any) -> str:
    return (inspect.getdoc(get_origin(documented) or documented) or "").partition("\n")[0]


def _default(field: Field) -> Document:
    default: Any = field.default
    # Rules about several fields are only in the descriptions.
    if default is None or default is attrs.NOTHING or hasattr(default, "takes_self"):
        return {}
    return {"default": write(default, field.type)}
