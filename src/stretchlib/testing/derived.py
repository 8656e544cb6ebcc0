"""
Hypothesis strategies derived from the types and validators of fields.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from functools import cache, partial
from typing import Any, assert_never, cast, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from stretchlib._validation import Check, Field, accept, fields_of, passes
from stretchlib.documents.kinds import Shape, members_of, shape_of
from stretchlib.model.frequency import Frequency
from stretchlib.model.quantities import AsManyAsFit, Range
from stretchlib.model.timedeltas import NO_TIME, SECOND
from stretchlib.testing.values import (
    TOSS,
    Value,
    as_many_as_fit,
    counts,
    durations,
    texts,
    timedeltas,
    usually,
)


def made(kind: type[Value], **given: SearchStrategy[Any] | None) -> SearchStrategy[Value]:
    """
    Generate instances of the class *kind*, with other strategies for the fields *given*.

    If a field is given as `None`, its default is used.
    If fields cannot be combined, optional fields that are not given are left out, later ones first.
    """
    fields = fields_of(kind)
    own = {field.name: strategy_of(field) for field in fields if field.name not in given}
    strategies = {field.name: (own | given)[field.name] for field in fields}
    optional = {field.name for field in fields if field.name in own and field.default is not attrs.NOTHING}
    details = {field.name for field in fields if field.name not in given and _is_detail(field)}

    def instance(draw: DrawFn) -> Value:
        left_out = () if draw(TOSS) else details
        values = {name: draw(each) for name, each in strategies.items() if each is not None and name not in left_out}
        while True:
            try:
                return kind(**values)
            except ValueError:
                last = next((name for name in reversed(values) if name in optional), None)
                if last is None:
                    raise
                del values[last]

    return _built(instance)


# Decorated once, because that takes milliseconds; with a function, because its repr is short, but with the strategies
# of all fields, the repr of a routine would be so long that Hypothesis warns of it.
@st.composite
def _built(draw: DrawFn, build: Callable[[DrawFn], Value]) -> Value:
    return build(draw)


def _is_detail(field: Field) -> bool:
    """
    Return whether a field is optional and does not affect steps, such as texts and frequencies.
    """
    if field.default is attrs.NOTHING:
        return False
    kind, *_ = members_of(field.type)
    return kind in (str, tuple[str, ...], Frequency)


def strategy_of(field: Field) -> SearchStrategy[Any]:
    """
    Generate values that *field* accepts.

    Failures shrink to a default that is empty, a member of an enumeration or an instance of a class.
    """
    default: Any = field.default
    strategy = _accepted(field.type, partial(accept, field))
    if default is attrs.NOTHING:
        return strategy
    if isinstance(default, enum.Enum):
        return st.just(default) | strategy
    return usually(default, strategy) if default in (None, "", ()) or attrs.has(cast(Any, type(default))) else strategy


def _accepted(kind: Any, check: Check) -> SearchStrategy[Any]:
    """
    Generate values of a *kind* that pass a *check*.
    """
    first, *_ = members = members_of(kind)
    shape = shape_of(kind)
    match shape:
        case Shape.SIMPLE:
            return _SIMPLE[first](check)
        case Shape.MEMBER:
            return st.sampled_from([*first])
        case Shape.LIST:
            return _lists(get_args(first)[0], check)
        case Shape.OBJECT | Shape.TAGGED:
            return st.from_type(kind)
        case Shape.EITHER:
            return _either(members, check)
        case _:
            assert_never(shape)


def _timedeltas(check: Check) -> SearchStrategy[timedelta]:
    return usually(NO_TIME, timedeltas(min_value=0, max_value=10)) if passes(check, 0) else timedeltas(max_value=10)


def _hundredths(whole: int) -> float:
    return whole / 100


def _time_of_day(second: int) -> time:
    return time(second // 3_600, second // 60 % 60, second % 60)


_SIMPLE: Mapping[Any, Callable[[Check], SearchStrategy[Any]]] = {
    # Fields that may be empty are so by default.
    str: lambda _: texts(min_size=1),
    int: lambda _: counts(allow_ranges=False),
    float: lambda _: st.integers(0, 100).map(_hundredths) | st.floats(0, 1),
    timedelta: _timedeltas,
    time: lambda _: st.integers(0, 86_399).map(_time_of_day),
}


def _lists(kind: Any, check: Check) -> SearchStrategy[Any]:
    elements = _accepted(kind, lambda value: check([value]))
    min_size = 0 if passes(check, []) else 1
    return st.lists(elements, min_size=min_size, max_size=3, unique=kind is time or shape_of(kind) is Shape.MEMBER)


def _either(members: tuple[Any, ...], check: Check) -> SearchStrategy[Any]:
    if timedelta not in members:
        return _counts(or_as_many_as_fit=AsManyAsFit in members)
    return _durations(or_zero=passes(check, 0), allow_open_ranges=passes(check, Range.at_least(SECOND)))


# Cached, because most strategies of a routine are for one of these few.
@cache
def _counts(*, or_as_many_as_fit: bool) -> SearchStrategy[Any]:
    few = counts(max_value=3)
    return few | as_many_as_fit() if or_as_many_as_fit else few


@cache
def _durations(*, or_zero: bool, allow_open_ranges: bool) -> SearchStrategy[Any]:
    if or_zero:
        return durations(min_value=0, max_value=10)
    return durations(allow_open_ranges=allow_open_ranges)
