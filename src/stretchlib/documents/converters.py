"""
The public functions for documents: dicts, lists, texts, numbers and booleans.
"""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, overload

from stretchlib._messages import listed, refuse
from stretchlib._validation import check_kind, positive
from stretchlib.documents.kinds import ROWS, WRITABLE, Readable, check_readable, is_known, is_only_written
from stretchlib.documents.migrations import SCHEMA, Document
from stretchlib.model.routine import Routine

# Importing cattrs takes as long as importing this library, so it is imported only when documents are read or written.
if TYPE_CHECKING:
    from cattrs import BaseConverter

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
    document: Document = _written(value)
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
        max_values: How many values the document may have; repeated references count each time,
            and a long text counts as one more for every hundred characters.

    Raises:
        InvalidDocumentError: The document is not valid; the error has its problems, at most 1,000.
            Their places are in the document after its migration to the current schema.
        TypeError: *kind* is not a class that can be read, or *max_values* not a whole number.
        ValueError: *max_values* is less than 1.

    >>> from stretchlib import Frequency
    >>> from_dict({"times": 3, "unit": "week"}, Frequency).times
    3
    >>> from_dict({"schema": 1, "name": "Neck", "items": [{"kind": "exercise", "name": "Chin tuck"}]})
    Traceback (most recent call last):
    stretchlib.errors.InvalidDocumentError: $.items[0].work: missing
    """
    check_readable(kind)
    return _reader_of(kind)(document, positive("max_values", max_values))


def register_hooks(converter: BaseConverter, *, max_values: int = _MAX_VALUES) -> None:
    """
    Register structure and unstructure hooks for all model classes on *converter*.

    It then reads and writes like `from_dict` and `to_dict`, including `Item`, `Phase`, `Count`, `Duration`,
    other unions of their members, and `Range[int]` and `Range[timedelta]`.
    Hooks for other types are kept.

    Args:
        converter: Any converter of cattrs.
        max_values: How many values the document of each routine, item, or other value may hold, as for `from_dict`.

    Raises:
        TypeError: *converter* is not a converter of cattrs, or *max_values* not a whole number.
        ValueError: *max_values* is less than 1.

    >>> from cattrs.preconf.json import make_converter
    >>> from stretchlib import Hold
    >>> converter = make_converter()
    >>> register_hooks(converter)
    >>> converter.dumps(Hold(30), Hold)
    '{"schema": 1, "kind": "hold", "duration": 30}'
    """
    from cattrs import BaseConverter

    check_kind("converter", converter, BaseConverter)
    most = positive("max_values", max_values)

    def hook_of(kind: Any) -> Callable[[object, object], Any]:
        if is_only_written(kind):
            message = f"{kind} is only written; Range[int] and Range[timedelta] can be read"
            raise TypeError(message)
        read, may_be_none = _reader_of(kind), NoneType in get_args(kind)
        return lambda raw, _: None if raw is None and may_be_none else read(raw, most)

    # Converters keep predicates when they are copied, but not hooks for unions.
    converter.register_unstructure_hook_func(is_known, _written)
    converter.register_structure_hook_factory(is_known, hook_of)


def _written(value: Any) -> Any:
    from stretchlib.documents.writing import write

    written: Any = write(value)
    # Counts and durations may be numbers, and rows have only their fields.
    has_schema = type(value) in WRITABLE and type(value) not in ROWS
    return {"schema": SCHEMA, **written} if has_schema else written


def _reader_of(kind: Any) -> Callable[[object, int], Any]:
    from stretchlib.documents.reading import reader_of

    return reader_of(kind)
