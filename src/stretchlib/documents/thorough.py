"""
Readers of texts and numbers, and of objects and lists with all problems and their places.

Each field is checked by its own converter and validator, as by the constructor that is called in the end.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import time, timedelta
from itertools import islice
from typing import Any, TypeAlias

import attrs

from stretchlib._validation import Field, accept, to_text
from stretchlib.documents.kinds import DERIVED, TAGS, constructor_of, fields_by_key
from stretchlib.documents.migrations import check_schema
from stretchlib.documents.problems import MAX_PROBLEMS, inside, problem_of, quoted, refuse, refuse_value, unknown
from stretchlib.errors import InvalidDocumentError, Problem, ScheduleError
from stretchlib.model.quantities import Range

#: A function that reads a raw value; cattrs passes its type, too.
Reader: TypeAlias = Callable[..., Any]

#: A time of day, as a regular expression of Python and of JSON Schema.
TIME_OF_DAY = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"


def read_as_it_is(raw: Any, _: Any = None) -> Any:
    """
    Return *raw* for its field to validate.
    """
    return raw


def read_number(raw: Any, _: Any = None) -> Any:
    """
    Return *raw* for its field to validate, also numbers of other libraries, but no objects that only code can pass.
    """
    if type(raw) is int:
        return raw
    if isinstance(raw, float):
        # JSON does not distinguish 3.0 from 3.
        return int(raw) if raw.is_integer() else raw
    if isinstance(raw, timedelta) or attrs.has(type(raw)):
        refuse_value("must be a number", raw)
    return raw


def member_reader(kind: type[enum.Enum]) -> Reader:
    """
    Return a function that reads the members of an enumeration.
    """
    members: dict[str, enum.Enum] = {member.value: member for member in kind}

    def read_member(raw: Any, _: Any = None) -> enum.Enum:
        try:
            return members[raw]
        except (KeyError, TypeError):
            refuse_value(f"must be {quoted(members)}", raw)

    return read_member


def read_time_of_day(raw: Any, _: Any = None) -> time:
    """
    Read a time of day, which YAML and TOML would otherwise convert if it is not in quotes.
    """
    if not isinstance(raw, str) or not re.fullmatch(TIME_OF_DAY, raw):
        refuse_value('must be a time of day as text, in quotes, such as "08:00" or "20:30:15"', raw)
    return time.fromisoformat(to_text(raw))


#: The readers of texts, numbers and times of day, by type.
SIMPLE: Mapping[type, Reader] = {
    str: read_as_it_is,
    time: read_time_of_day,
    **dict.fromkeys((int, float, timedelta), read_number),
}


def list_reader(read: Reader) -> Reader:
    """
    Return a function that reads lists.
    """

    def read_list(raw: Any) -> list[Any]:
        if not isinstance(raw, list):
            refuse_value("must be a list", raw)
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
            raise InvalidDocumentError(problems)
        return values

    return read_list


def object_reader(kind: Any, reader_of: Callable[[Any], Reader]) -> Reader:
    """
    Return a function that reads objects of a class, with a reader for the type of each field.
    """
    # The path is added around, so validators need not name the field.
    fields = {key: field.evolve(name="", alias=field.name) for key, field in fields_by_key(kind).items()}
    readers = {key: reader_of(field.type) for key, field in fields.items()}
    derived = DERIVED.get(kind, ())
    checks: dict[str, Reader] = {"schema": check_schema, **dict.fromkeys(derived, read_as_it_is)}
    if kind in TAGS:
        checks["kind"] = read_as_it_is
    needed = [*(key for key, field in fields.items() if field.default is attrs.NOTHING), *derived]

    def read_key(key: str, value: Any) -> Any:
        if key in fields:
            return _read_field(fields[key], readers[key], value)
        if key not in checks:
            refuse(unknown(key, [*fields, *derived]))
        return checks[key](value)

    def read_object(raw: Any) -> Any:
        if not isinstance(raw, dict):
            refuse_value("must be an object", raw)
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for key, value in raw.items():
            try:
                values[key] = read_key(key, value)
            except InvalidDocumentError as error:
                problems += inside(key, error)
                if len(problems) > MAX_PROBLEMS:
                    break
        problems += [Problem((key,), "missing") for key in needed if key not in raw]
        if problems:
            raise InvalidDocumentError(problems)
        return _constructed(kind, {str(field.alias): values[key] for key, field in fields.items() if key in values})

    return read_object


def _constructed(kind: Any, values: dict[str, Any]) -> Any:
    try:
        return constructor_of(kind)(**values)
    except ScheduleError as error:
        problem = Problem((), str(error))
    except (TypeError, ValueError) as error:
        problem = problem_of(error)
    raise InvalidDocumentError([problem])


def _read_field(field: Field, read: Reader, raw: Any) -> Any:
    # Code may pass None for a missing value; documents leave the field out.
    if raw is None and field.default is not attrs.NOTHING:
        refuse("must not be null, leave the field out instead")
    value = read(raw)
    accepted(field, value)
    return value


def accepted(field: Field, value: Any) -> Any:
    """
    Return *value* converted for *field*, or raise the problems of each of its parts.
    """
    try:
        return accept(field, value)
    except (TypeError, ValueError) as error:
        problem = problem_of(error)
    parts = islice(_refused_parts(field, value), MAX_PROBLEMS + 1)
    raise InvalidDocumentError([*parts] or [problem])


def _refused_parts(field: Field, value: Any) -> Iterator[Problem]:
    """
    Yield the problems of each element or end of *value*, each tried alone.
    """
    parts: Iterator[tuple[Hashable, Any]] = iter(())
    if isinstance(value, list):
        parts = ((index, [element]) for index, element in enumerate(value))
    elif isinstance(value, Range):
        ends = {"low": value.low, "high": value.high}
        parts = ((name, Range(end, end)) for name, end in ends.items() if end is not None)
    for key, part in parts:
        try:
            accept(field, part)
        except (TypeError, ValueError) as error:
            problem = problem_of(error)
            if problem.path[:1] in ((0,), ("low",)):
                yield Problem((key, *problem.path[1:]), problem.message)
