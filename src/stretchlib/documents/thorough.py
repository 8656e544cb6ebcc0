"""
The second reading, field by field: it tells every problem with its place.

Each field is accepted or refused by its own converter and validator, as by the constructor that is called in the end.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import Any, TypeAlias, assert_never, get_args

import attrs

from stretchlib._validation import Field, accept, listed, shown, to_text
from stretchlib.documents.kinds import (
    ALONE,
    DERIVED,
    TAGS,
    Shape,
    constructor_of,
    fields_by_key,
    forms_of,
    members_of,
    objects_by_key,
    says_its_kind,
    shape_of,
)
from stretchlib.documents.migrations import check_schema
from stretchlib.documents.problems import (
    MAX_PROBLEMS,
    inside,
    limited,
    problem_of,
    quoted,
    refuse,
    refuse_value,
    unknown,
)
from stretchlib.documents.values import member_reader, read_as_it_is, read_number, read_time_of_day
from stretchlib.errors import InvalidDocumentError, Problem, ScheduleError
from stretchlib.model.quantities import Range

Reader: TypeAlias = Callable[[Any], Any]

#: How keys of objects that are no fields are read.
_CHECKS: Mapping[str, Reader] = {"schema": check_schema}


def read_thoroughly(raw: Any, kind: Any) -> Any:
    """
    Return the *kind* of value that *raw* says, standing by itself.

    Raises:
        InvalidDocumentError: Something in it cannot be read.
    """
    checks = {**_CHECKS, "$schema": _check_text}
    try:
        if kind in ALONE:
            return accept(ALONE[kind], _accepted(ALONE[kind], _reader(kind)(raw)))
        if shape_of(kind) is Shape.OBJECT and not says_its_kind(kind):
            return _read_object(kind, raw, checks)
        return _read_tagged(members_of(kind), raw, checks)
    except InvalidDocumentError as error:
        problems = error.problems
    raise limited(problems)


@cache
def _reader(kind: Any) -> Reader:
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
            return partial(_read_list, get_args(members[0])[0])
        case Shape.OBJECT:
            return partial(_read_object, members[0])
        case Shape.TAGGED:
            return partial(_read_tagged, members)
        case Shape.EITHER:
            return partial(_read_either, kind)
        case _:
            assert_never(shape)


def _read_list(kind: Any, raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        refuse_value("must be a list", raw)
    read = _reader(kind)
    if read is read_as_it_is:
        return raw
    values: list[Any] = []
    problems: list[Problem] = []
    for index, element in enumerate(raw):
        try:
            values.append(read(element))
        except InvalidDocumentError as error:
            problems += inside(index, error)
            if len(problems) > MAX_PROBLEMS:
                break
    if problems:
        raise InvalidDocumentError(tuple(problems))
    return values


def _read_tagged(kinds: tuple[Any, ...], raw: Any, checks: Mapping[str, Reader] = _CHECKS) -> Any:
    _check_object(raw)
    expected = {TAGS[kind]: kind for kind in kinds}
    if "kind" not in raw:
        refuse(f"missing, expected {quoted(expected)}", "kind")
    said = to_text(raw["kind"])
    if not isinstance(said, str) or said not in expected:
        refuse(f"unknown kind {shown(said)}, expected {quoted(expected)}", "kind")
    return _read_object(expected[said], raw, {"kind": read_as_it_is, **checks})


def _read_either(kind: Any, raw: Any) -> Any:
    if not isinstance(raw, dict):
        return read_number(raw)
    objects = objects_by_key(kind)
    for key in raw:
        if key in objects:
            return _read_object(objects[key], raw)
    refuse_value(f"must be {listed(forms_of(kind))}", raw)


def _read_object(kind: Any, raw: Any, checks: Mapping[str, Reader] = _CHECKS) -> Any:
    """
    Return an instance of the class *kind*; keys besides those of its fields are read for their *checks* alone.
    """
    _check_object(raw)
    fields, derived = _nameless_fields(kind), DERIVED.get(kind, ())
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in raw.items():
        try:
            if field := fields.get(key):
                values[str(field.alias)] = _read_field(field, value)
            elif key in checks:
                checks[key](value)
            elif key not in derived:
                refuse(unknown(key, [*fields, *derived]))
        except InvalidDocumentError as error:
            problems += inside(key, error)
            if len(problems) > MAX_PROBLEMS:
                break
    needed = [*(key for key, field in fields.items() if field.default is attrs.NOTHING), *derived]
    problems += [Problem((key,), "missing") for key in needed if key not in raw]
    if problems:
        raise InvalidDocumentError(tuple(problems))
    return _made(kind, values)


@cache
def _nameless_fields(kind: Any) -> Mapping[str, Field]:
    """
    Return the fields of a class by their keys, without a name that would be in the sentences of their validators.
    """
    return {key: field.evolve(name="", alias=field.name) for key, field in fields_by_key(kind).items()}


def _read_field(field: Field, raw: Any) -> Any:
    kind: Any = field.type
    # In code, None may say that a field is not given; a document leaves the field out.
    if raw is None and field.default is not attrs.NOTHING:
        refuse("must not be null, leave the field out instead")
    return _accepted(field, _reader(kind)(raw))


def _accepted(field: Field, value: Any) -> Any:
    """
    Return *value* if *field* accepts it, and otherwise tell what it would refuse in each part of it.
    """
    problems = _refusal(field, value)
    if problems:
        parts = islice(_refusals_of_parts(field, value), MAX_PROBLEMS + 1)
        raise InvalidDocumentError((*parts,) or problems)
    return value


def _refusal(field: Field, value: Any) -> tuple[Problem, ...]:
    try:
        accept(field, value)
    except (TypeError, ValueError) as error:
        return (problem_of(error),)
    return ()


def _refusals_of_parts(field: Field, value: Any) -> Iterator[Problem]:
    """
    Yield what *field* would refuse in lists of one element of *value*, and in ranges of nothing but one end.
    """
    parts: list[tuple[Hashable, Any, Hashable]] = []
    if isinstance(value, list):
        parts = [(index, [element], 0) for index, element in enumerate(value)]
    elif isinstance(value, Range):
        ends = {"low": value.low, "high": value.high}
        parts = [(name, Range(end, end), "low") for name, end in ends.items() if end is not None]
    for key, part, key_in_part in parts:
        for problem in _refusal(field, part):
            if problem.path[:1] == (key_in_part,):
                yield Problem((key, *problem.path[1:]), problem.message)


def _made(kind: Any, values: dict[str, Any]) -> Any:
    try:
        return constructor_of(kind)(**values)
    except ScheduleError as error:
        problem = Problem((), str(error))
    except (TypeError, ValueError) as error:
        problem = problem_of(error)
    raise InvalidDocumentError((problem,))


def _check_object(raw: Any) -> None:
    if not isinstance(raw, dict):
        refuse_value("must be an object", raw)


def _check_text(raw: Any) -> None:
    if not isinstance(raw, str):
        refuse_value("must be text", raw)
