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

from stretchlib._messages import seconds, written_time
from stretchlib.documents.kinds import ROWS, TAGS, fields_by_key, fields_of_row
from stretchlib.documents.migrations import Document
from stretchlib.model.exercise import Exercise
from stretchlib.model.routine import Item, Routine
from stretchlib.model.work import Phase
from stretchlib.timeline.timeline import Timeline


def write(value: Any, kind: Any = None) -> Any:
    """
    Return *value* as a part of a document, written as the *kind* of a field, by default with its own `kind` if any.
    """
    if kind is None and type(value) in TAGS:
        return _write_tagged(value)
    return _converter().unstructure(value, unstructure_as=kind)


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook_factory(attrs.has, _fields_writer)
    for union in (Item, Phase):
        converter.register_unstructure_hook(union, _write_tagged)
    for kind in ROWS:
        converter.register_unstructure_hook(kind, _row(kind))
    converter.register_unstructure_hook(Timeline, _write_timeline)
    converter.register_unstructure_hook(timedelta, seconds)
    # The ends of a range are numbers in a document.
    converter.register_unstructure_hook(float, lambda end: seconds(end) if isinstance(end, timedelta) else end)
    converter.register_unstructure_hook(time, written_time)
    return converter


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
    converter = Converter()
    converter.register_unstructure_hook(timedelta, seconds)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(range, lambda indices: [indices.start, indices.stop])
    for named in (Exercise, Routine):
        converter.register_unstructure_hook(named, attrgetter("name"))
    return make_dict_unstructure_fn_from_attrs(fields_of_row(kind), kind, converter)


def _write_timeline(timeline: Timeline) -> Document:
    return {
        "routine": write(timeline.routine),
        "pacing": write(timeline.pacing),
        "duration": seconds(timeline.duration),
        "steps": [*map(write, timeline)],
    }
