"""
Valid documents of another class, and text that is not parsed.
"""

from __future__ import annotations

from typing import Any, cast

import attrs

from stretchlib._validation import shown, with_article
from stretchlib.documents.kinds import DERIVED, READABLE, TAGS, fields_by_key
from stretchlib.errors import Problem


def mistaken(raw: object, kind: Any) -> tuple[Problem, ...]:
    """
    Return the problem of text that is not parsed, or of an object with the keys of another class than *kind*.

    >>> from stretchlib import Routine
    >>> print(*mistaken({"name": "Neck", "stages": []}, Routine))
    $: looks like a Plan: read it by from_dict(document, Plan)
    """
    if kind not in READABLE:
        return ()
    if isinstance(raw, (str, bytes)):
        return (Problem((), f"must be an object: parse text first, for example by json.loads (got {shown(raw)})"),)
    if not isinstance(raw, dict):
        return ()
    document = cast("dict[object, object]", raw)
    if document.keys() <= _known(kind):
        return ()
    for other in READABLE:
        if _needed(other) <= document.keys() <= _known(other) and document.get("kind") == TAGS.get(other):
            name = other.__name__
            return (Problem((), f"looks like {with_article(name)}: read it by from_dict(document, {name})"),)
    return ()


def _known(kind: Any) -> set[str]:
    return {*fields_by_key(kind), *DERIVED.get(kind, ()), "schema", "$schema", *["kind"] * (kind in TAGS)}


def _needed(kind: Any) -> set[str]:
    fields = fields_by_key(kind)
    return {key for key, field in fields.items() if field.default is attrs.NOTHING} | {*DERIVED.get(kind, ())}
