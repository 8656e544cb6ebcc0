"""
What documents are made of: the classes and unions that they hold, and the keys and kinds that they are told by.

Everything else about a field is told by its class: its type says how it is read and written, its validator what it
may be, its docstring what it means.
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

from stretchlib._validation import Field, fields_of, listed, refuse
from stretchlib.dates.sessions import Session
from stretchlib.model.frequency import Frequency
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Duration, Range
from stretchlib.model.routine import Item, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.work import Phase, Repetitions
from stretchlib.timeline.bouts import Bout
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline

#: What `from_dict` reads.
Readable = TypeVar(
    "Readable",
    bound=Routine | Plan | Stage | Timeline | Pacing | Item | Phase | Sidedness | Frequency | Breaths | AsManyAsFit,
)
READABLE: tuple[type[Any], ...] = get_args(Readable.__bound__)
#: What is written as a row with all its keys, and not read.
ROWS: tuple[type[Any], ...] = (Step, Bout, Session)
WRITABLE: tuple[type[Any], ...] = (*READABLE, Range, *ROWS)
#: What is read by itself only if it says its schema.
SAYS_SCHEMA: tuple[type[Any], ...] = (Routine, Plan, Timeline)

#: The objects that say of which kind they are.
TAGS: Mapping[Any, str] = {kind: kind.__name__.lower() for kind in (*get_args(Item), *get_args(Phase))}
#: The unions that only converters read and write.
UNIONS: tuple[Any, ...] = (Item, Phase, Count, Duration)
_COUNT = attrs.fields(Frequency).times.evolve(name="")
_DURATION = attrs.fields(Sidedness).rest.evolve(name="")
#: For what may stand by itself without a class of its own, a field that accepts just that.
ALONE: Mapping[Any, Field] = {Count: _COUNT, Range[int]: _COUNT, Duration: _DURATION, Range[timedelta]: _DURATION}
#: What must be said of an object, though it follows from its fields.
DERIVED: Mapping[Any, tuple[str, ...]] = {Timeline: ("duration", "steps")}

#: What documents call fields in their own way.
_KEYS = {Breaths: {"count": "breaths"}, AsManyAsFit: {"duration": "as_many_as_fit"}}


@cache
def fields_by_key(kind: Any) -> Mapping[str, Field]:
    """
    Return the fields of a class, which may be generic, by the keys that documents have for them.

    They are in the order of the constructor.
    """
    made: Any = get_origin(kind) or kind
    names = _KEYS.get(made, {})
    in_order = sorted(fields_of(attrs.resolve_types(made)), key=attrgetter("kw_only"))
    fields = {names.get(field.name, field.name): field for field in in_order}
    if made is not Range:
        return fields
    # An end that is `None` is left out, and without a type the others may be anything.
    [quantity] = get_args(kind) or [float]
    return {key: field.evolve(type=quantity, default=None) for key, field in fields.items()}


def fields_of_row(kind: type[Any]) -> list[Field]:
    """
    Return all fields of a class, and its end, which is no field, behind its duration.
    """
    fields: list[Field] = []
    for field in attrs.fields(attrs.resolve_types(kind)):
        fields += [field, field.evolve(name="end")] if field.name == "duration" else [field]
    return fields


def check_readable(kind: object) -> None:
    """
    Accept a class that can be read.

    Raises:
        TypeError: *kind* is none.
    """
    if kind not in cast(tuple[object, ...], READABLE):
        refuse("kind", f"must be {listed([each.__name__ for each in READABLE])}", kind, TypeError)


def constructor_of(kind: Any) -> Any:
    """
    Return what makes instances of a class, which may be generic, of values for its fields.
    """
    made = get_origin(kind) or kind
    return _range if made is Range else made


def _range(low: Any = None, high: Any = None) -> Range[Any]:
    return Range(low, high)


class Shape(enum.Enum):
    """
    What a value looks like in a document.
    """

    #: A text or a number.
    SIMPLE = enum.auto()
    #: One of a few texts.
    MEMBER = enum.auto()
    LIST = enum.auto()
    OBJECT = enum.auto()
    #: One of several objects, whose `kind` says which.
    TAGGED = enum.auto()
    #: A number, or one of several objects, which differ in their keys.
    EITHER = enum.auto()


def shape_of(kind: Any) -> Shape:
    """
    Return what values of a *kind* look like, a class, a union or a type of tuple; what may be `None` is left out then.

    Raises:
        TypeError: No document holds such values.
    """
    first, *others = members = members_of(kind)
    if others:
        return Shape.TAGGED if set(members) <= set(TAGS) else Shape.EITHER
    if get_origin(first) is tuple:
        return Shape.LIST
    if attrs.has(get_origin(first) or first):
        return Shape.OBJECT
    if isinstance(first, enum.EnumMeta):
        return Shape.MEMBER
    if first not in _FORMS:
        message = f"no document holds a {first}"
        raise TypeError(message)
    return Shape.SIMPLE


#: What is neither an object nor a list, and how a message calls it.
_FORMS = {str: "text", int: "a whole number", float: "a number", timedelta: "seconds", time: "a time of day"}


def members_of(kind: Any) -> tuple[Any, ...]:
    """
    Return what a union consists of, but `None`; of any other *kind*, itself alone.
    """
    members = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return tuple(member for member in members if member is not NoneType)


def form_of(kind: Any) -> str:
    """
    Return how a number or an object is written, in the words of a message.
    """
    return _FORMS.get(kind) or "{" + ", ".join(f'"{key}": ...' for key in fields_by_key(kind)) + "}"


def says_its_kind(kind: Any) -> bool:
    """
    Return whether an object that stands by itself says its kind, as all do but repetitions, which do among phases.
    """
    return kind in TAGS and kind is not Repetitions
