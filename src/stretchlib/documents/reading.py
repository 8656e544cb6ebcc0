"""
Reading: first quickly, and where that fails, for whatever reason, thoroughly.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from stretchlib.documents.hooks import hook_of
from stretchlib.documents.kinds import DERIVED, SAYS_SCHEMA
from stretchlib.documents.migrations import Document, migrate
from stretchlib.documents.problems import limited
from stretchlib.documents.size import check_size
from stretchlib.documents.timelines import check_timeline
from stretchlib.errors import InvalidDocumentError
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
        raw = migrate(cast(Document, raw if kind in SAYS_SCHEMA else {"schema": 1, **raw}))
        if is_plain and kind not in DERIVED:
            with suppress(Exception):
                return hook_of(kind, is_thorough=False)(_fields(raw), kind)
    try:
        value = hook_of(kind, is_thorough=True)(raw, kind)
        if isinstance(value, Timeline):
            check_timeline(value, cast(Document, raw))
    except InvalidDocumentError as error:
        raise limited(error.problems) from None
    return value


def _fields(document: Document) -> Document:
    fields = {**document}
    fields.pop("schema", None)
    if isinstance(fields.get("$schema"), str):
        del fields["$schema"]
    return fields
