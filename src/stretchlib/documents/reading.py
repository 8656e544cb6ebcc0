"""
Reading documents: with quick readers, and with thorough readers if the quick ones fail.

The quick readers of objects, which cattrs generates, leave validation to the constructors, and stop at any problem.
Thorough readers find all problems. If a quick reader accepts a value, the thorough reader returns an equal one.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, cast

from cattrs import Converter, override
from cattrs.gen import make_dict_structure_fn_from_attrs

from stretchlib._messages import shown
from stretchlib._validation import Field, accept
from stretchlib.documents.kinds import DERIVED, NEEDS_SCHEMA, TAGS, constructor_of, field_of, fields_by_key, name_of
from stretchlib.documents.migrations import Document, check_schema, migrate
from stretchlib.documents.mistaken import mistaken
from stretchlib.documents.problems import enough, limited, raise_problem
from stretchlib.documents.readers import Reader, accept_by_parts, dispatched, read_as_it_is, thorough_reader
from stretchlib.documents.size import check_size
from stretchlib.documents.timelines import disagreements
from stretchlib.errors import InvalidDocumentError
from stretchlib.model.quantities import AsManyAsFit, Breaths
from stretchlib.timeline.timeline import Timeline


@cache
def reader_of(kind: Any) -> Callable[[object, int], Any]:
    """
    Return a function that reads a standalone *kind* of value from anything, with a limit of the number of values.

    It raises `InvalidDocumentError`.
    """
    quick = _standalone(quick_reader(kind), field_of(kind), accept)
    thorough = _standalone(thorough_reader(kind), field_of(kind), accept_by_parts)

    def read(raw: object, max_values: int) -> Any:
        is_plain = type(raw) is int or check_size(raw, max_values)
        if isinstance(raw, dict):
            raw = _current(raw, kind)
        if is_plain and kind not in DERIVED:
            # Other errors would be bugs.
            with suppress(AttributeError, LookupError, TypeError, ValueError):
                return quick(raw)
        try:
            value = thorough(raw)
        except InvalidDocumentError as error:
            raise limited(mistaken(raw, kind) or error.problems) from None
        differing = disagreements(value, cast(Document, raw)) if kind is Timeline else ()
        if problems := enough(differing):
            raise limited(problems)
        return value

    return read


def _standalone(read: Reader, field: Field | None, accept_in: Callable[[Field, Any], Any]) -> Reader:
    """
    Return *read*, followed by the checks of a *field* for numbers and ranges, if given.
    """
    if field is None:
        return read

    def read_and_accept(raw: Any) -> Any:
        value = read(raw)
        return value if isinstance(value, (Breaths, AsManyAsFit)) else accept_in(field, value)

    return read_and_accept


def _current(document: Document, kind: Any) -> Document:
    """
    Return the fields of a *document* after its migration to the current schema.
    """
    # The default is the first schema, if the class does not require one.
    fields = {**document} if kind in NEEDS_SCHEMA else {"schema": 1, **document}
    fields = migrate(fields, name_of(kind))
    del fields["schema"]
    address = fields.pop("$schema", "")
    if not isinstance(address, str):
        raise_problem(f"must be text (got {shown(address)})", "$schema")
    return fields


@cache
def quick_reader(kind: Any) -> Reader:
    """
    Return a function that reads a *kind* of value, or raises one of the errors that `read` ignores.
    """
    return dispatched(kind, quick_reader, _quick_list, _quick_object)


def _quick_list(read: Reader) -> Reader:
    def read_list(raw: Any, _: Any = None) -> list[Any]:
        if type(raw) is not list:
            raise TypeError
        return raw if read is read_as_it_is else [read(element) for element in raw]

    return read_list


@cache
def _quick_object(kind: Any) -> Reader:
    fields: Mapping[str, Any] = fields_by_key(kind)
    keys = {*fields, "kind"} if kind in TAGS else {*fields}
    overrides: dict[str, Any] = {}
    for key, field in fields.items():
        reader = quick_reader(field.type)
        # Values without a hook are passed to the converter of the field.
        is_raw = reader is read_as_it_is and field.converter
        overrides[field.name] = override(rename=key, struct_hook=None if is_raw else reader)
    read_fields = make_dict_structure_fn_from_attrs(
        [*fields.values()],
        constructor_of(kind),
        Converter(detailed_validation=False),
        _cattrs_prefer_attrib_converters=True,
        **overrides,
    )

    def read_object(raw: Any, _: Any = None) -> Any:
        if type(raw) is dict and keys.issuperset(raw):
            return read_fields(raw, None)
        check_schema(raw["schema"])
        return read_object({key: value for key, value in raw.items() if key != "schema"})

    return read_object
