"""
Writing documents with functions that cattrs generates: fields in the order of the constructor, without defaults.
"""

# The types of values from outside are unknown.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import cache
from operator import attrgetter
from typing import Any

import attrs
from cattrs import Converter, override
from cattrs.gen import make_dict_unstructure_fn_from_attrs

from stretchlib._validation import seconds
from stretchlib.documents.kinds import ROWS, TAGS, fields_by_key, fields_of_row, says_its_kind
from stretchlib.documents.migrations import Document
from stretchlib.model.routine import Exercise, Item, Routine
from stretchlib.model.work import Phase
from stretchlib.timeline.timeline import Timeline


def write(value: Any, kind: Any = None) -> Any:
    """
    Return *value* as part of a document, written as a *kind* of value, by default as its own class.
    """
    return _converter().unstructure(value, unstructure_as=kind)


@cache
def _converter() -> Converter:
    made = Converter()
    made.register_unstructure_hook_factory(attrs.has, _object)
    for union in (Item, Phase):
        made.register_unstructure_hook(union, _write_tagged)
    for kind in ROWS:
        made.register_unstructure_hook(kind, _row(kind))
    made.register_unstructure_hook(Timeline, _write_timeline)
    made.register_unstructure_hook(timedelta, seconds)
    # The ends of a range are numbers in a document.
    made.register_unstructure_hook(float, lambda end: seconds(end) if isinstance(end, timedelta) else end)
    made.register_unstructure_hook(time, lambda value: value.isoformat("seconds" if value.second else "minutes"))
    return made


def _object(kind: Any) -> Callable[[Any], Document]:
    return _write_tagged if says_its_kind(kind) else _fields_writer(kind)


def _write_tagged(value: Any) -> Document:
    kind: Any = type(value)
    return {"kind": TAGS[kind], **_fields_writer(kind)(value)}


@cache
def _fields_writer(kind: Any) -> Callable[[Any], Document]:
    fields = fields_by_key(kind)
    overrides: dict[str, Any] = {field.name: override(rename=key) for key, field in fields.items()}
    return make_dict_unstructure_fn_from_attrs(
        [*fields.values()], kind, _converter(), _cattrs_omit_if_default=True, **overrides
    )


def _row(kind: Any) -> Callable[[Any], Document]:
    made = Converter()
    made.register_unstructure_hook(timedelta, seconds)
    made.register_unstructure_hook(datetime, datetime.isoformat)
    made.register_unstructure_hook(range, lambda indices: [indices.start, indices.stop])
    for named in (Exercise, Routine):
        made.register_unstructure_hook(named, attrgetter("name"))
    return make_dict_unstructure_fn_from_attrs(fields_of_row(kind), kind, made)


def _write_timeline(timeline: Timeline) -> Document:
    return {
        "routine": write(timeline.routine),
        "pacing": write(timeline.pacing),
        "duration": seconds(timeline.duration),
        "steps": [*map(write, timeline)],
    }
