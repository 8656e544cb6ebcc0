"""
The public functions of documents, which are made of dicts, lists, text, numbers and booleans.
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

# Loading cattrs takes as long as loading all of this library, so only those who read and write wait for it.
if TYPE_CHECKING:
    from cattrs import BaseConverter, Converter

_MAX_VALUES = 1_000_000


def to_dict(value: object) -> Document:
    """
    Return the document of *value*: of a routine, a plan, a timeline or a part of them.

    It says its `schema`, and leaves out fields at their default.
    A `Step`, `Bout` or `Session` is one row instead, with all its fields and its end,
    and with the name of its exercise or routine; a range of indices is its start, included, and its stop, excluded.

    Raises:
        TypeError: *value* is of a class that has no documents.

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

    Nothing in it is guessed, converted or ignored; only durations are rounded to the microsecond.
    Of a timeline, routine and pacing are the truth, and duration and steps must be what follows from them.

    Args:
        document: What a JSON, YAML or TOML library has read, of this or an older schema.
            Instances of classes that misrepresent themselves are beyond the promises of this function.
        kind: The class of the value.
        max_values: How many values the document may hold, counting each time that one is referred to;
            a long text counts as one more for every hundred characters.

    Raises:
        InvalidDocumentError: Something in it cannot be read; `problems` tells everything, but at most 1,000 problems.
            Their places are those in the document as the current schema has it.
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

    It does so as `to_dict` and `from_dict` do, and learns `Count`, `Duration`, `Item`, `Phase` and `Range`, too.
    Its hooks for other types stay as they are.

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
    # Of a union, cattrs takes one with None for another union.
    for union in UNIONS:
        converter.register_unstructure_hook(union | None, partial(_or_none, partial(_written, kind=union)))
        converter.register_structure_hook(union | None, partial(_or_none, partial(_read, kind=union)))
    converter.register_unstructure_hook_func(_is_range, partial(_written, kind=Range))
    converter.register_structure_hook_func(_is_range, _read)


def make_converter() -> Converter:
    """
    Return a new cattrs converter that writes and reads the classes of this library.

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
    # Counts and durations are numbers, and rows say nothing but their fields.
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
