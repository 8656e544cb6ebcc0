"""
Reading: first quickly, and where that fails, for whatever reason, thoroughly.

What the first reading accepts, the thorough one reads the same.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from stretchlib.documents.kinds import ALONE, DERIVED, SAYS_SCHEMA
from stretchlib.documents.migrations import Document, migrate
from stretchlib.documents.quick import quick_reader
from stretchlib.documents.size import check_size
from stretchlib.documents.thorough import read_thoroughly
from stretchlib.documents.timelines import check_timeline
from stretchlib.timeline.timeline import Timeline


def read(raw: object, kind: Any, max_values: int) -> Any:
    """
    Return the *kind* of value that *raw* says, which comes from outside and may be anything.

    Raises:
        InvalidDocumentError: Something in it cannot be read.
    """
    is_plain = check_size(raw, max_values)
    if isinstance(raw, dict):
        # What need not say its schema is of the first if it does not.
        raw = migrate(cast(Document, raw), default=None if kind in SAYS_SCHEMA else 1)
        if is_plain and kind not in ALONE and kind not in DERIVED:
            # Whatever is raised, the thorough reading tells it in our words.
            with suppress(Exception):
                return quick_reader(kind)(_without_schema(raw), kind)
    value = read_thoroughly(raw, kind)
    if isinstance(value, Timeline):
        check_timeline(value, cast(Document, raw))
    return value


def _without_schema(document: Document) -> Document:
    fields = {**document}
    fields.pop("schema", None)
    if isinstance(fields.get("$schema"), str):
        del fields["$schema"]
    return fields
