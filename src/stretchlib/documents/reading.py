"""
Reading documents with two cattrs converters: the quick one first, and the thorough one if that fails.

In the quick one, cattrs generates the functions that read objects, and constructors validate; it stops at any problem.
The thorough one finds all problems. Whatever the quick one accepts, the thorough one reads in the same way.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import Any, assert_never, cast, get_args

from cattrs import Converter, override
from cattrs.gen import make_dict_structure_fn_from_attrs

from stretchlib._validation import listed, shown
from stretchlib.documents.kinds import (
    ALONE,
    DERIVED,
    SAYS_SCHEMA,
    TAGS,
    Shape,
    constructor_of,
    fields_by_key,
    form_of,
    members_of,
    says_its_kind,
    shape_of,
)
from stretchlib.documents.migrations import Document, migrate
from stretchlib.documents.problems import limited, quoted, refuse, refuse_value
from stretchlib.documents.size import check_size
from stretchlib.documents.thorough import (
    SIMPLE,
    Hook,
    accepted,
    list_reader,
    member_reader,
    object_reader,
    read_as_it_is,
    read_number,
)
from stretchlib.documents.timelines import check_timeline
from stretchlib.errors import InvalidDocumentError
from stretchlib.timeline.timeline import Timeline


def read(raw: object, kind: Any, max_values: int) -> Any:
    """
    Return the *kind* of value that *raw* describes, which comes from outside and may be anything.

    Raises:
        InvalidDocumentError: It is not valid.
    """
    is_plain = check_size(raw, max_values)
    if isinstance(raw, dict):
        # Documents that need no schema are of the first by default.
        raw = migrate(cast(Document, raw if kind in SAYS_SCHEMA else {"schema": 1, **raw}))
        if is_plain and kind not in DERIVED:
            with suppress(Exception):
                return hook_of(kind, is_thorough=False)(_fields(raw), kind)
    try:
        value = hook_of(kind, is_thorough=True)(raw, kind)
        if isinstance(value, Timeline):
            check_timeline(value, cast(Document, raw))
    except InvalidDocumentError as error:
        raise limited(error.problems) from None
    return value


def _fields(document: Document) -> Document:
    fields = {**document}
    fields.pop("schema", None)
    if isinstance(fields.get("$schema"), str):
        del fields["$schema"]
    return fields


@cache
def hook_of(kind: Any, *, is_thorough: bool) -> Hook:
    """
    Return a function that reads a standalone *kind* of value.
    """
    made = _converter(is_thorough=is_thorough)
    if says_its_kind(kind):
        return _tagged([kind], made, is_top=True)
    if shape_of(kind) is Shape.OBJECT and kind not in ALONE:
        return _object(kind, made, is_top=True)
    read = made.get_structure_hook(kind)
    return (lambda raw, _: accepted(ALONE[kind], read(raw, kind))) if kind in ALONE else read


@cache
def _converter(*, is_thorough: bool) -> Converter:
    made = Converter(detailed_validation=is_thorough)
    made.register_structure_hook_factory(lambda _: True, _hook)
    for kind in SIMPLE:
        # cattrs has hooks of its own for some types, which would otherwise take precedence.
        made.register_structure_hook(kind, _hook(kind, made))
    return made


def _hook(kind: Any, made: Converter) -> Hook:
    """
    Return a function that reads a *kind* of value in a field or a list.
    """
    first, *_ = members = members_of(kind)
    shape = shape_of(kind)
    match shape:
        case Shape.SIMPLE:
            return SIMPLE[first]
        case Shape.MEMBER:
            return member_reader(first)
        case Shape.LIST:
            return _list(made.get_structure_hook(get_args(first)[0]), made)
        case Shape.OBJECT:
            return _object(first, made)
        case Shape.TAGGED:
            return _tagged(members, made)
        case Shape.EITHER:
            return _either(members, made)
        case _:
            assert_never(shape)


def _list(read: Hook, made: Converter) -> Hook:
    if made.detailed_validation:
        return list_reader(read)

    def read_list(raw: Any, _: Any) -> list[Any]:
        if type(raw) is not list:
            raise TypeError
        return raw if read is read_as_it_is else [read(element, None) for element in raw]

    return read_list


def _object(kind: Any, made: Converter, *, is_top: bool = False) -> Hook:
    fields = fields_by_key(kind)
    hooks: dict[str, Hook] = {key: made.get_structure_hook(field.type) for key, field in fields.items()}
    if made.detailed_validation:
        return object_reader(kind, hooks, is_top=is_top)
    overrides: dict[str, Any] = {
        # Values without a hook are passed to the converter of the field.
        field.name: override(rename=key, struct_hook=None if hooks[key] is read_as_it_is else hooks[key])
        for key, field in fields.items()
    }
    return make_dict_structure_fn_from_attrs(
        [*fields.values()],
        constructor_of(kind),
        made,
        _cattrs_forbid_extra_keys=True,
        _cattrs_prefer_attrib_converters=True,
        **overrides,
    )


def _tagged(kinds: Iterable[Any], made: Converter, *, is_top: bool = False) -> Hook:
    readers: dict[Any, Hook] = {}

    def read_tagged(raw: Any, _: Any) -> Any:
        if not readers:
            # Looked up late, because phases contain phases.
            readers.update({TAGS[kind]: _object(kind, made, is_top=is_top) for kind in kinds})
        if not isinstance(raw, dict):
            refuse_value("must be an object", raw)
        said = {**raw}
        try:
            read = readers[said.pop("kind")]
        except (KeyError, TypeError):
            rule = f"unknown kind {shown(raw['kind'])}" if "kind" in raw else "missing"
            refuse(f"{rule}, expected {quoted(readers)}", "kind")
        return read(said, None)

    return read_tagged


def _either(members: Iterable[Any], made: Converter) -> Hook:
    objects = [member for member in members if shape_of(member) is Shape.OBJECT]
    readers = {key: made.get_structure_hook(member) for member in objects for key in fields_by_key(member)}
    rule = f"must be {listed([form_of(member) for member in members])}"

    def read_either(raw: Any, _: Any) -> Any:
        if type(raw) is int:
            return raw
        if not isinstance(raw, dict):
            return read_number(raw)
        for key in raw:
            # Each key of an object leads to the same reader.
            if key in readers:
                return readers[key](raw, None)
        refuse_value(rule, raw)

    return read_either
