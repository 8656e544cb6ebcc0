"""
Readers of each kind of value; those of lists and objects are thorough, and collect all problems with their places.

Each field is checked by its converter and validator, before the constructor is called.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import time, timedelta
from functools import cache, partial
from typing import Any, NoReturn, TypeAlias, assert_never, get_args

import attrs

from stretchlib._messages import listed, shown
from stretchlib._validation import Field, accept, to_text
from stretchlib.documents.kinds import (
    DERIVED,
    KIND_MAY_BE_LEFT_OUT,
    TAGS,
    Shape,
    constructor_of,
    fields_by_key,
    form_of,
    members_of,
    needed_keys,
    shape_of,
)
from stretchlib.documents.migrations import check_schema
from stretchlib.documents.problems import (
    MAX_PROBLEMS,
    enough,
    in_quotes,
    problem_of,
    raise_problem,
    raise_problem_of_value,
    unknown,
)
from stretchlib.errors import InvalidDocumentError, Problem, ScheduleError
from stretchlib.model.quantities import Range, ends_of

#: A function that reads a raw value; cattrs passes its type, too.
Reader: TypeAlias = Callable[..., Any]

#: A time of day, as a regular expression of Python and of JSON Schema.
TIME_OF_DAY = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"


@cache
def thorough_reader(kind: Any) -> Reader:
    """
    Return a function that reads a *kind* of value, or raises an error with all its problems.
    """
    return dispatched(kind, thorough_reader, _list_reader, _object_reader)


def dispatched(
    kind: Any,
    reader_of: Callable[[Any], Reader],
    list_of: Callable[[Reader], Reader],
    object_of: Callable[[Any], Reader],
) -> Reader:
    """
    Return a function that reads a *kind* of value with readers of its parts, and of lists and objects.
    """
    first, *_ = members = members_of(kind)
    shape = shape_of(kind)
    match shape:
        case Shape.SIMPLE:
            return SIMPLE[first]
        case Shape.MEMBER:
            return _member_reader(first)
        case Shape.LIST:
            return list_of(reader_of(get_args(first)[0]))
        case Shape.OBJECT:
            return object_of(first)
        case Shape.TAGGED:
            return _tagged(members, object_of)
        case Shape.EITHER:
            return _either(members, reader_of)
        case _:
            assert_never(shape)


def _tagged(members: tuple[Any, ...], object_of: Callable[[Any], Reader]) -> Reader:
    kinds = {TAGS[member]: member for member in members}
    left_out: Any = TAGS[KIND_MAY_BE_LEFT_OUT] if members == (KIND_MAY_BE_LEFT_OUT,) else None

    def read_tagged(raw: Any, _: Any = None) -> Any:
        try:
            kind = kinds[raw.get("kind", left_out)]
        except (AttributeError, KeyError, TypeError):
            if not isinstance(raw, dict):
                raise_problem_of_value("must be an object", raw)
            rule = f"unknown kind {shown(raw['kind'])}" if "kind" in raw else "missing"
            raise_problem(f"{rule}, expected {in_quotes(kinds)}", "kind")
        # Looked up late, because phases contain phases.
        return object_of(kind)(raw)

    return read_tagged


def _either(members: tuple[Any, ...], reader_of: Callable[[Any], Reader]) -> Reader:
    objects = [member for member in members if shape_of(member) is Shape.OBJECT]
    readers = {key: reader_of(member) for member in objects for key in fields_by_key(member)}
    rule = f"must be {listed([form_of(member) for member in members])}"
    may_be_number = objects != [*members]

    def read_either(raw: Any, _: Any = None) -> Any:
        if type(raw) is int and may_be_number:
            return raw
        if isinstance(raw, dict):
            for key in raw:
                # Each key of an object leads to the same reader.
                if key in readers:
                    return readers[key](raw)
        elif may_be_number:
            return _read_number(raw)
        raise_problem_of_value(rule, raw)

    return read_either


def _list_reader(read: Reader) -> Reader:
    def read_list(raw: Any) -> list[Any]:
        if not isinstance(raw, list):
            raise_problem_of_value("must be a list", raw)
        if read is read_as_it_is:
            return raw
        values, problems = _each((index, read, element) for index, element in enumerate(raw))
        if problems:
            raise InvalidDocumentError(problems)
        return [*values.values()]

    return read_list


@cache
def _object_reader(kind: Any) -> Reader:
    # The path is added later, so validators must not name the field.
    by_key: Mapping[str, Any] = fields_by_key(kind)
    fields = {key: field.evolve(name="", alias=field.name) for key, field in by_key.items()}
    derived = DERIVED.get(kind, ())
    readers: dict[str, Reader] = {"schema": check_schema, **dict.fromkeys(derived, read_as_it_is)}
    if kind in TAGS:
        readers["kind"] = read_as_it_is
    readers |= {key: partial(_read_field, field, thorough_reader(field.type)) for key, field in fields.items()}

    def refuse_key(key: Hashable, _: Any) -> NoReturn:
        raise_problem(unknown(key, [*fields, *derived]))

    def read_object(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise_problem_of_value("must be an object", raw)
        parts = ((key, readers.get(key) or partial(refuse_key, key), value) for key, value in raw.items())
        values, problems = _each(parts)
        problems += [Problem((key,), "missing") for key in needed_keys(kind) if key not in raw]
        if problems:
            raise InvalidDocumentError(problems)
        try:
            return constructor_of(kind)(**{fields[key].alias: values[key] for key in fields.keys() & values.keys()})
        except (ScheduleError, TypeError, ValueError) as error:
            raise InvalidDocumentError([problem_of(error)]) from None

    return read_object


def _each(parts: Iterable[tuple[Any, Reader, Any]]) -> tuple[dict[Any, Any], list[Problem]]:
    """
    Read the *parts* of a list or an object, each with its own reader; return the values by key, and all problems.
    """
    values: dict[Any, Any] = {}
    problems: list[Problem] = []
    for key, read, raw in parts:
        try:
            values[key] = read(raw)
        except InvalidDocumentError as error:
            problems += [Problem((key, *each.path), each.message) for each in error.problems]
            if len(problems) > MAX_PROBLEMS:
                break
    return values, problems


def _read_field(field: Field, read: Reader, raw: Any) -> Any:
    # Code may pass None for a missing value; documents leave the field out.
    if raw is None and field.default is not attrs.NOTHING:
        raise_problem("must not be null, leave the field out instead")
    value = read(raw)
    accept_by_parts(field, value)
    return value


def accept_by_parts(field: Field, value: Any) -> Any:
    """
    Return *value* converted for *field*, or raise the problems of each of its parts.
    """
    try:
        return accept(field, value)
    except (TypeError, ValueError) as error:
        problem = problem_of(error)
    raise InvalidDocumentError(enough(_refused_parts(field, value)) or [problem])


def _refused_parts(field: Field, value: Any) -> Iterator[Problem]:
    """
    Yield the problems of each element or end of *value*, validated separately.
    """
    parts: Iterable[tuple[Hashable, Any]] = ()
    if isinstance(value, list):
        parts = ((index, [element]) for index, element in enumerate(value))
    elif isinstance(value, Range):
        parts = ((name, Range(end, end)) for name, end in ends_of(value))
    for key, part in parts:
        try:
            accept(field, part)
        except (TypeError, ValueError) as error:
            match problem_of(error):
                case Problem((0 | "low", *inside), message):
                    yield Problem((key, *inside), message)
                case _:
                    # It is a problem of the whole, not of this part.
                    continue


def read_as_it_is(raw: Any, _: Any = None) -> Any:
    """
    Return *raw* for its field to validate.
    """
    return raw


def _read_number(raw: Any, _: Any = None) -> Any:
    """
    Return *raw* for its field to validate; refuse objects that are valid only in code.
    """
    if type(raw) is int:
        return raw
    if isinstance(raw, float):
        # JSON does not distinguish 3.0 from 3.
        return int(raw) if raw.is_integer() else raw
    if isinstance(raw, timedelta) or attrs.has(type(raw)):
        raise_problem_of_value("must be a number", raw)
    return raw


def _member_reader(kind: type[enum.Enum]) -> Reader:
    """
    Return a function that reads the members of an enumeration.
    """
    members: dict[str, enum.Enum] = {member.value: member for member in kind}

    def read_member(raw: Any, _: Any = None) -> enum.Enum:
        try:
            return members[raw]
        except (KeyError, TypeError):
            raise_problem_of_value(f"must be {in_quotes(members)}", raw)

    return read_member


def _read_time_of_day(raw: Any, _: Any = None) -> time:
    """
    Read a time of day, which must be text, because YAML and TOML convert unquoted ones.
    """
    if not isinstance(raw, str) or not re.fullmatch(TIME_OF_DAY, raw):
        raise_problem_of_value('must be a time of day as text, in quotes, such as "08:00" or "20:30:15"', raw)
    return time.fromisoformat(to_text(raw))


#: The readers of texts, numbers and times of day, by type.
SIMPLE: Mapping[type, Reader] = {
    str: read_as_it_is,
    time: _read_time_of_day,
    **dict.fromkeys((int, float, timedelta), _read_number),
}
