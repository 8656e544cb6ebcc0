"""
Valid documents of another class, and text that is not parsed.
"""

from __future__ import annotations

from typing import Any, cast

from stretchlib._messages import shown, with_article
from stretchlib.documents.kinds import READABLE, TAGS, known_keys, needed_keys
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
    if document.keys() <= known_keys(kind):
        return ()
    for other in READABLE:
        has_keys = {*needed_keys(other)} <= document.keys() <= known_keys(other)
        if has_keys and document.get("kind") == TAGS.get(other):
            name = other.__name__
            return (Problem((), f"looks like {with_article(name)}: read it by from_dict(document, {name})"),)
    return ()
