"""
The public functions for documents: dicts, lists, texts, numbers and booleans.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast, get_origin, overload

from stretchlib._validation import check_kind, listed, refuse
from stretchlib.documents.kinds import ROWS, UNIONS, WRITABLE, Readable, check_readable
from stretchlib.documents.migrations import SCHEMA, Document
from stretchlib.model.quantities import Range
from stretchlib.model.routine import Routine

# Importing cattrs takes as long as importing this library, so it is imported only when documents are read or written.
if TYPE_CHECKING:
    from cattrs import BaseConverter, Converter

_MAX_VALUES = 1_000_000


def to_dict(value: object) -> Document:
    """
    Return the document of *value*: a routine, a plan, a timeline, or a part of them.

    The document has a `schema`, and leaves out fields that equal their default.
    A `Step`, `Bout` or `Session` becomes a row with all its fields and its end;
    its exercise or routine becomes a name, and a range of indices its start, included, and its stop, excluded.

    Raises:
        TypeError: *value* is of a class without documents.

    >>> from stretchlib import Exercise, Hold, schedule
    >>> routine = Routine("Neck", [Exercise("Chin tuck", Hold(5))])
    >>> to_dict(routine)["items"]
    [{'kind': 'exercise', 'name': 'Chin tuck', 'work': {'phases': [{'kind': 'hold', 'duration': 5}]}}]
    >>> to_dict(Hold(5))
    {'schema': 1, 'kind': 'hold', 'duration': 5}
    >>> row = to_dict(schedule(routine)[1])
    >>> row["start"], row["end"], row["kind"], row["exercise"], row["side"]
    (5, 10, 'hold', 'Chin tuck', 'both')
    """
    if type(value) not in WRITABLE:
        refuse("value", f"must be {listed([kind.__name__ for kind in WRITABLE])}", value, TypeError)
    document: Document = _written(value, type(value))
    return document


@overload
def from_dict(document: object, *, max_values: int = ...) -> Routine: ...


@overload
def from_dict(document: object, kind: type[Readable], *, max_values: int = ...) -> Readable: ...


def from_dict(document: object, kind: Any = Routine, *, max_values: int = _MAX_VALUES) -> Any:
    """
    Return the value that *document* describes.

    Values are never guessed, converted or ignored; durations are rounded to the microsecond.
    The routine and pacing of a timeline are authoritative; its duration and steps are checked against them.

    Args:
        document: The result of a JSON, YAML or TOML parser, of this or an older schema.
            Objects with a misleading `__class__` or `isinstance` are not supported.
        kind: The class of the value.
        max_values: How many values the document may hold; a value counts each time that it is referred to,
            and a long text as one more for every hundred characters.

    Raises:
        InvalidDocumentError: The document is not valid; it has all problems, but at most 1,000.
            Their places refer to the document after its migration to the current schema.
        TypeError: *kind* is not a class that can be read.

    >>> from stretchlib import Frequency
    >>> from_dict({"times": 3, "unit": "week"}, Frequency).times
    3
    >>> from_dict({"schema": 1, "name": "Neck", "items": [{"kind": "exercise", "name": "Chin tuck"}]})
    Traceback (most recent call last):
    stretchlib.errors.InvalidDocumentError: $.items[0].work: missing
    """
    check_readable(kind)
    return _read(document, kind, max_values)


def register_hooks(converter: BaseConverter) -> None:
    """
    Register structure and unstructure hooks for all model classes on *converter*.

    It then reads and writes as `from_dict` and `to_dict` do, also `Count`, `Duration`, `Item`, `Phase` and `Range`.
    Its hooks for other types are kept.

    Raises:
        TypeError: *converter* is not a converter of cattrs.

    >>> from cattrs.preconf.json import make_converter as make_json_converter
    >>> from stretchlib import Hold
    >>> converter = make_json_converter()
    >>> register_hooks(converter)
    >>> converter.dumps(Hold(30), Hold)
    '{"schema": 1, "kind": "hold", "duration": 30}'
    """
    from cattrs import BaseConverter

    check_kind("converter", converter, BaseConverter)
    for kind in (*WRITABLE, *UNIONS):
        converter.register_unstructure_hook(kind, partial(_written, kind=kind))
        if kind not in ROWS:
            converter.register_structure_hook(kind, _read)
    # For cattrs, a union with None is another union.
    for union in UNIONS:
        converter.register_unstructure_hook(union | None, partial(_or_none, partial(_written, kind=union)))
        converter.register_structure_hook(union | None, partial(_or_none, partial(_read, kind=union)))
    converter.register_unstructure_hook_func(_is_range, partial(_written, kind=Range))
    converter.register_structure_hook_func(_is_range, _read)


def make_converter() -> Converter:
    """
    Return a new cattrs converter with hooks for all model classes.

    >>> from stretchlib import Pacing
    >>> make_converter().unstructure(Pacing(level=0.5))
    {'schema': 1, 'level': 0.5}
    """
    from cattrs import Converter

    converter = Converter()
    register_hooks(converter)
    return converter


def _written(value: Any, kind: Any) -> Any:
    from stretchlib.documents.writing import write

    written: object = write(value, kind)
    # Counts and durations are numbers, and rows have only their fields.
    if not isinstance(written, dict) or kind in ROWS:
        return cast(object, written)
    return {"schema": SCHEMA, **cast(Document, written)}


def _read(raw: object, kind: Any, max_values: int = _MAX_VALUES) -> Any:
    from stretchlib.documents.reading import read

    return read(raw, kind, max_values)


def _or_none(convert: Callable[[Any], Any], value: Any, *_: Any) -> Any:
    return None if value is None else convert(value)


def _is_range(kind: Any) -> bool:
    return kind is Range or get_origin(kind) is Range
