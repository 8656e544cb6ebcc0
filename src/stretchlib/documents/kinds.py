"""
The classes and unions that documents contain, and their keys and kinds.

Everything else about a field is derived from its class: the form from its type, the valid values from its validator,
and the description from the docstring.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import time, timedelta
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import attrs

from stretchlib._classes import final
from stretchlib._messages import listed, refuse
from stretchlib._validation import Field, fields_of
from stretchlib.dates.sessions import Session
from stretchlib.model.frequency import Frequency
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import AsManyAsFit, Breaths, Range
from stretchlib.model.routine import Item, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.steps import Step
from stretchlib.model.work import Phase, Repetitions
from stretchlib.timeline.bouts import Bout
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.timeline import Timeline

#: The classes that `from_dict` reads.
Readable = TypeVar(
    "Readable",
    bound=Routine | Plan | Stage | Timeline | Pacing | Item | Phase | Sidedness | Frequency | Breaths | AsManyAsFit,
)
READABLE: tuple[type[Any], ...] = get_args(Readable.__bound__)
#: The classes that are written as rows with all their keys, and never read.
ROWS: tuple[type[Any], ...] = (Step, Bout, Session)
WRITABLE: tuple[type[Any], ...] = (*READABLE, Range, *ROWS)
#: The classes whose standalone documents must have a schema.
NEEDS_SCHEMA: tuple[type[Any], ...] = (Routine, Plan, Timeline)

#: The classes whose objects have a `kind`, which repetitions may leave out where nothing else is possible.
TAGS: Mapping[Any, str] = {kind: kind.__name__.lower() for kind in (*get_args(Item), *get_args(Phase))}
KIND_MAY_BE_LEFT_OUT = Repetitions

#: What unions of numbers and objects consist of. A number in them is either a count or seconds.
_COUNTS, _DURATIONS = {int, Range[int]}, {timedelta, Range[timedelta]}
_OBJECTS = {Breaths, AsManyAsFit, Range[int], Range[timedelta]}
#: The derived fields that a document must contain.
DERIVED: Mapping[Any, tuple[str, ...]] = {Timeline: ("duration", "steps")}

#: The names of unions and ranges.
_NAMES: Any = {Item: "Item", Phase: "Phase", Range[int]: "RangeOfCounts", Range[timedelta]: "RangeOfDurations"}
#: The keys of fields that differ from their names.
_KEYS = {Breaths: {"count": "breaths"}, AsManyAsFit: {"duration": "as_many_as_fit"}}


@cache
def fields_by_key(kind: Any) -> Mapping[str, Field]:
    """
    Return the fields of a class, which may be generic, by their keys, in the order of the constructor.
    """
    generic: Any = get_origin(kind) or kind
    names = _KEYS.get(generic, {})
    in_order = sorted(fields_of(generic), key=attrgetter("kw_only"))
    fields = {names.get(field.name, field.name): field for field in in_order}
    if generic is not Range:
        return fields
    # An end that is `None` is left out, and a bare `Range` has no type for the other one.
    [quantity] = get_args(kind) or [float]
    return {key: field.evolve(type=quantity, default=None) for key, field in fields.items()}


def needed_keys(kind: Any) -> list[str]:
    """
    Return the keys of a class that have no default, and those of its derived fields.
    """
    needed = [key for key, field in fields_by_key(kind).items() if field.default is attrs.NOTHING]
    return [*needed, *DERIVED.get(kind, ())]


def known_keys(kind: Any) -> set[str]:
    """
    Return the keys that an object of a class may have, except its schema.
    """
    return {*fields_by_key(kind), *DERIVED.get(kind, ()), *["kind"] * (kind in TAGS)}


def fields_of_row(kind: type[Any]) -> list[Field]:
    """
    Return the fields of a class that equality compares, with the property `end` after its duration.
    """
    fields: list[Field] = []
    for field in attrs.fields(kind):
        if field.eq:
            fields += [field, field.evolve(name="end")] if field.name == "duration" else [field]
    return fields


def is_known(kind: Any) -> bool:
    """
    Return whether converters write *kind*: a class, a range, or a union of items, phases, counts or durations.
    """
    first, *others = members_of(kind)
    if not others:
        return kind in WRITABLE or get_origin(kind) is Range
    members = {first, *others}
    return members <= {*TAGS} or (
        members <= _COUNTS | _DURATIONS | _OBJECTS
        and not members.isdisjoint(_OBJECTS)
        and (members.isdisjoint(_COUNTS) or members.isdisjoint(_DURATIONS))
    )


def is_only_written(kind: Any) -> bool:
    """
    Return whether converters write *kind*, but cannot read it: rows, and ranges without the type of their ends.
    """
    return kind in ROWS or ((get_origin(kind) or kind) is Range and kind not in _OBJECTS)


@cache
def field_of(kind: Any) -> Field | None:
    """
    Return a field that accepts the numbers and ranges of a *kind*, if it has some.
    """
    members = {*members_of(kind)}
    if not members.isdisjoint(_DURATIONS):
        return attrs.fields(Sidedness).rest.evolve(name="")
    field = attrs.fields(Repetitions).count if AsManyAsFit in members else attrs.fields(Frequency).times
    return None if members.isdisjoint(_COUNTS) else field.evolve(name="")


@cache
def name_of(kind: Any) -> str:
    """
    Return the name of a class or union, which distinguishes ranges of counts and of durations.
    """
    return _NAMES.get(kind) or " | ".join(_NAMES.get(member, member.__name__) for member in members_of(kind))


def check_readable(kind: object) -> None:
    """
    Accept a class that can be read.
    """
    if kind not in cast(tuple[object, ...], READABLE):
        refuse("kind", f"must be {listed([each.__name__ for each in READABLE])}", kind, TypeError)


def constructor_of(kind: Any) -> Any:
    """
    Return the constructor of a class; the ends of a range may be left out.
    """
    return _range if get_origin(kind) is Range else kind


def _range(low: Any = None, high: Any = None) -> Range[Any]:
    return Range(low, high)


@final
class Shape(enum.Enum):
    """
    The form of a value in a document.
    """

    #: A text or a number.
    SIMPLE = enum.auto()
    #: One of some texts.
    MEMBER = enum.auto()
    LIST = enum.auto()
    OBJECT = enum.auto()
    #: An object with a `kind`, or one of several, distinguished by it.
    TAGGED = enum.auto()
    #: A number or one of several objects, distinguished by their keys.
    EITHER = enum.auto()


def shape_of(kind: Any) -> Shape:
    """
    Return the form of a *kind* of values: a class, a union or a type of tuple. `None` in a union is ignored.

    Raises:
        TypeError: Documents do not contain such values.
    """
    first, *others = members = members_of(kind)
    if {*members} <= {*TAGS}:
        return Shape.TAGGED
    if others:
        return Shape.EITHER
    if get_origin(first) is tuple:
        return Shape.LIST
    if attrs.has(get_origin(first) or first):
        return Shape.OBJECT
    if isinstance(first, enum.EnumMeta):
        return Shape.MEMBER
    if first not in _FORMS:
        message = f"documents contain no {first}"
        raise TypeError(message)
    return Shape.SIMPLE


#: The types that are neither objects nor lists, and their names in messages.
_FORMS = {str: "text", int: "a whole number", float: "a number", timedelta: "seconds", time: "a time of day"}


def members_of(kind: Any) -> tuple[Any, ...]:
    """
    Return the members of a union except `None`, or *kind* itself if it is not a union.
    """
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return tuple(member for member in members if member is not NoneType)


def form_of(kind: Any) -> str:
    """
    Return the written form of a number or an object, for messages.
    """
    return _FORMS.get(kind) or "{" + ", ".join(f'"{key}": ...' for key in fields_by_key(kind)) + "}"
