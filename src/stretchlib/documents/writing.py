"""
Writing, by functions that cattrs writes: fields in the order of their class, without those at their default.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from functools import cache
from operator import attrgetter
from typing import Any, get_origin

import attrs
from cattrs import Converter, override
from cattrs.gen import make_dict_unstructure_fn_from_attrs

from stretchlib._validation import seconds
from stretchlib.documents.kinds import (
    ROWS,
    TAGS,
    Shape,
    fields_by_key,
    fields_of_row,
    members_of,
    says_its_kind,
    shape_of,
)
from stretchlib.documents.migrations import Document
from stretchlib.documents.values import write_time_of_day
from stretchlib.model.routine import Exercise
from stretchlib.timeline.timeline import Timeline


def write(value: Any, kind: Any = None) -> Any:
    """
    Return what a document says for *value*, as a *kind* of value; as one of its class if none is told.
    """
    return _converter().unstructure(value, unstructure_as=kind)


@cache
def _converter() -> Converter:
    made = Converter(omit_if_default=True)
    made.register_unstructure_hook_factory(attrs.has, _object)
    made.register_unstructure_hook_factory(lambda kind: kind in ROWS, _row)
    made.register_unstructure_hook_factory(_is_tagged, _tagged)
    made.register_unstructure_hook(timedelta, seconds)
    made.register_unstructure_hook(time, write_time_of_day)
    # The ends of a range are numbers to a document, whatever they are in code.
    made.register_unstructure_hook(float, lambda end: seconds(end) if isinstance(end, timedelta) else end)
    made.register_unstructure_hook(Timeline, _write_timeline)
    return made


def _object(kind: Any, made: Converter) -> Callable[[Any], Document]:
    """
    Return a function that writes an object, which says its kind if it does so when it stands by itself.
    """
    write_fields = _fields(kind, made)
    tag = TAGS.get(kind)
    return (lambda value: {"kind": tag, **write_fields(value)}) if says_its_kind(kind) else write_fields


def _fields(kind: Any, made: Converter) -> Callable[[Any], Document]:
    fields = fields_by_key(kind)
    overrides: dict[str, Any] = {field.name: override(rename=key) for key, field in fields.items()}
    return make_dict_unstructure_fn_from_attrs(
        [*fields.values()], get_origin(kind) or kind, made, _cattrs_omit_if_default=True, **overrides
    )


def _is_tagged(kind: Any) -> bool:
    return len(members_of(kind)) > 1 and shape_of(kind) is Shape.TAGGED


def _tagged(kind: Any, made: Converter) -> Callable[[Any], Document]:
    """
    Return a function that writes an object of a union, which says its kind.
    """
    writers: dict[Any, Callable[[Any], Document]] = {}

    def write_tagged(value: Any) -> Document:
        if not writers:
            # Phases have phases, so how they are written is not known before it is asked for.
            writers.update({member: _fields(member, made) for member in members_of(kind)})
        member = type(value)
        return {"kind": TAGS[member], **writers[member](value)}

    return write_tagged


def _row(kind: Any, _: Converter) -> Callable[[Any], Document]:
    """
    Return a function that writes all fields of a class, an exercise as its name, and the end behind the duration.
    """
    made = Converter()
    made.register_unstructure_hook(timedelta, seconds)
    made.register_unstructure_hook(Exercise, attrgetter("name"))
    return make_dict_unstructure_fn_from_attrs(fields_of_row(kind), kind, made)


def _write_timeline(timeline: Timeline) -> Document:
    return {
        "routine": write(timeline.routine),
        "pacing": write(timeline.pacing),
        "duration": seconds(timeline.duration),
        "steps": [*map(write, timeline)],
    }
