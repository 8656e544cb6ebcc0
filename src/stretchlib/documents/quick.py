"""
The first reading, by functions that cattrs writes: it reads what is right, and fails at anything else.

It is given only what is plain, so that what documents cannot say needs no check.
The constructors of the classes convert and validate; where it fails, a thorough reading follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias, assert_never, get_args

from cattrs import Converter, override
from cattrs.gen import make_dict_structure_fn_from_attrs

from stretchlib.documents.kinds import (
    SIMPLE,
    TAGS,
    Shape,
    constructor_of,
    fields_by_key,
    members_of,
    objects_by_key,
    says_its_kind,
    shape_of,
)
from stretchlib.documents.values import member_reader, read_as_it_is, read_number, read_time_of_day

Hook: TypeAlias = Callable[[Any, Any], Any]


@cache
def quick_reader(kind: Any) -> Hook:
    """
    Return a function that reads a *kind* of object, standing by itself.
    """
    made = _converter()
    return _tagged([kind], made) if says_its_kind(kind) else made.get_structure_hook(kind)


@cache
def _converter() -> Converter:
    made = Converter(detailed_validation=False, forbid_extra_keys=True)
    made.register_structure_hook_factory(lambda _: True, _hook)
    for kind in SIMPLE:
        # For some of these cattrs has hooks that come first.
        made.register_structure_hook(kind, _hook(kind, made))
    return made


def _hook(kind: Any, made: Converter) -> Hook:
    """
    Return a function that reads a *kind* of value, as the field of an object.
    """
    members = members_of(kind)
    shape = shape_of(kind)
    match shape:
        case Shape.TEXT:
            return read_as_it_is
        case Shape.NUMBER:
            return read_number
        case Shape.TIME_OF_DAY:
            return read_time_of_day
        case Shape.MEMBER:
            return member_reader(members[0])
        case Shape.LIST:
            return _list(get_args(members[0])[0], made)
        case Shape.OBJECT:
            return _object(members[0], made)
        case Shape.TAGGED:
            return _tagged(members, made)
        case Shape.EITHER:
            return _either(kind, made)
        case _:
            assert_never(shape)


def _list(kind: Any, made: Converter) -> Hook:
    read = made.get_structure_hook(kind)

    def read_list(raw: Any, _: Any) -> list[Any]:
        if type(raw) is not list:
            raise TypeError
        return raw if read is read_as_it_is else [read(element, None) for element in raw]

    return read_list


def _object(kind: Any, made: Converter) -> Hook:
    fields = fields_by_key(kind)
    overrides: dict[str, Any] = {
        field.name: override(rename=key, struct_hook=made.get_structure_hook(field.type))
        for key, field in fields.items()
    }
    return make_dict_structure_fn_from_attrs([*fields.values()], constructor_of(kind), made, **overrides)


def _tagged(kinds: Iterable[Any], made: Converter) -> Hook:
    readers: dict[Any, Hook] = {}

    def read_tagged(raw: Any, _: Any) -> Any:
        if not readers:
            # Phases have phases, so how they are read is not known before it is asked for.
            readers.update({TAGS[kind]: made.get_structure_hook(kind) for kind in kinds})
        said = {**raw}
        return readers[said.pop("kind")](said, None)

    return read_tagged


def _either(kind: Any, made: Converter) -> Hook:
    readers = {key: made.get_structure_hook(each) for key, each in objects_by_key(kind).items()}

    def read_either(raw: Any, _: Any) -> Any:
        # All keys of one object lead to the same reader.
        return readers[next(iter(raw))](raw, None) if type(raw) is dict else read_number(raw)

    return read_either
