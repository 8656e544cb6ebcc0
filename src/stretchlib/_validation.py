"""
Converters and validators shared by the model classes.

Some of them check for usual values before they call others: without this, reading takes 1.16 times as long.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from operator import index as to_index
from typing import Any, TypeAlias, cast

import attrs

from stretchlib._messages import listed, refuse, with_article

#: The largest integer that Python, and so its JSON, writes and reads in decimal by default.
MAX_NUMBER = 10**4300 - 1

#: The errors that conversions to numbers raise.
NO_NUMBER = (TypeError, ValueError, ArithmeticError)

Field: TypeAlias = "attrs.Attribute[Any]"
Validator: TypeAlias = Callable[[object, Field, object], None]
#: A function that raises an error for values that a field does not accept.
Check: TypeAlias = Callable[[Any], object]


def fields_of(kind: type) -> list[Field]:
    """
    Return the fields of a class that its constructor accepts.
    """
    return [field for field in attrs.fields(kind) if field.init]


def accept(field: Field, value: object) -> object:
    """
    Convert and validate *value* as a constructor would for *field*.

    Raises:
        TypeError: The field does not accept its type.
        ValueError: The field does not accept the value.
    """
    convert: Callable[[object], object] | None = cast(Any, field).converter
    if convert:
        value = convert(value)
    if field.validator:
        field.validator(None, field, value)
    return value


def has_twice(values: Collection[object]) -> bool:
    """
    Return whether any of *values*, which are hashable, occurs twice.
    """
    return len(set(values)) < len(values)


def passes(check: Check, value: object) -> bool:
    """
    Return whether *value* passes a *check*, which raises `TypeError` or `ValueError` otherwise.
    """
    try:
        check(value)
    except (TypeError, ValueError):
        return False
    return True


def check_text(field: str, value: object) -> None:
    """
    Accept any string that can be written as UTF-8.
    """
    if not isinstance(value, str):
        refuse(field, "must be text", value, TypeError)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            refuse(field, "must be text without lone surrogates", value)


def check_name(field: str, value: object) -> None:
    """
    Accept any text that is not empty.
    """
    check_text(field, value)
    if not value:
        refuse(field, "must not be empty", value)


def check_whole(field: str, value: object, rule: str = "must be a whole number") -> None:
    """
    Accept a whole number of at least 1 that Python can write in decimal; *rule* is the message for other types.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        refuse(field, rule, value, TypeError)
    if value < 1:
        refuse(field, "must be at least 1", value)
    if value > MAX_NUMBER:
        refuse(field, "must have at most 4300 digits", value)


def whole(field: str, value: int) -> int:
    """
    Return *value*, which must be a whole number, as a plain `int`.
    """
    number = to_whole(value)
    if not isinstance(number, int) or isinstance(number, bool):
        refuse(field, "must be a whole number", value, TypeError)
    return number


def positive(field: str, value: int) -> int:
    """
    Return *value*, which must be a whole number of at least 1, as a plain `int`.
    """
    number = to_whole(value)
    check_whole(field, number)
    return number


def check_kind(field: str, value: object, *kinds: type) -> None:
    """
    Accept an instance of one of *kinds*.
    """
    if not isinstance(value, kinds):
        refuse(field, f"must be {_alternatives(kinds, value)}", value, TypeError)


def check_tuple_of(field: str, value: object, *kinds: type) -> None:
    """
    Accept a tuple of instances of *kinds*.
    """
    for index, element in enumerate(_checked_tuple(field, value)):
        if not isinstance(element, kinds):
            check_kind(f"{field}[{index}]", element, *kinds)


def _checked_tuple(field: str, value: Any) -> tuple[object, ...]:
    elements: tuple[object, ...] = value
    if not isinstance(value, tuple):
        refuse(field, "must be a list", value, TypeError)
    return elements


def check_some_of(field: str, value: object, *kinds: type) -> None:
    """
    Accept a tuple of at least one instance of *kinds*.
    """
    check_tuple_of(field, value, *kinds)
    if not value:
        refuse(field, "must not be empty", [])


def is_text(_: object, attribute: Field, value: object) -> None:
    """
    Validate a text, which may be empty.
    """
    # Without a call for texts in ASCII, reading a document is 1.01 times as fast.
    if type(value) is not str or not value.isascii():
        check_text(attribute.name, value)


def is_name(_: object, attribute: Field, value: object) -> None:
    """
    Validate a text that is not empty.
    """
    check_name(attribute.name, value)


def is_names(_: object, attribute: Field, value: object) -> None:
    """
    Validate a tuple of texts, none of them empty.
    """
    # Most exercises have none, so this alone makes reading a document 1.02 times as fast.
    if value == ():
        return
    for index, element in enumerate(_checked_tuple(attribute.name, value)):
        if not isinstance(element, str) or not element or not element.isascii():
            check_name(f"{attribute.name}[{index}]", element)


def is_whole(_: object, attribute: Field, value: object) -> None:
    """
    Validate a whole number of at least 1.
    """
    check_whole(attribute.name, value)


def is_one_of(*kinds: type) -> Validator:
    """
    Return a validator of instances of one of *kinds*.
    """

    def validate(_: object, attribute: Field, value: object) -> None:
        if not isinstance(value, kinds):
            check_kind(attribute.name, value, *kinds)

    return validate


def is_some_of(*kinds: type) -> Validator:
    """
    Return a validator of tuples of at least one instance of *kinds*.
    """

    def validate(_: object, attribute: Field, value: object) -> None:
        check_some_of(attribute.name, value, *kinds)

    return validate


def to_whole(value: int) -> int:
    """
    Convert objects with `__index__`, such as numpy integers, to plain `int`.
    """
    if type(value) is int or isinstance(value, bool) or not hasattr(value, "__index__"):
        return value
    try:
        return to_index(value)
    except NO_NUMBER:
        return value


def to_text(value: str) -> str:
    """
    Convert `str` subclasses, for example those of tomlkit, to plain `str`.
    """
    return value if type(value) is str or not isinstance(value, str) else str.__str__(value)


def to_texts(values: Iterable[str]) -> tuple[str, ...]:
    """
    Convert an iterable to a tuple of plain texts; return other values unchanged for the validator to refuse.
    """
    if isinstance(values, tuple) and not values:
        return ()
    texts = to_tuple(values)
    # Without a call for each text, so a document of a million of them is refused as fast as one of a few.
    if not isinstance(texts, tuple) or _PLAIN_TEXT.issuperset(map(type, texts)):
        return texts
    return tuple(map(to_text, texts))


_PLAIN_TEXT = frozenset({str})


def to_tuple(values: Any, *kinds: type) -> tuple[Any, ...]:
    """
    Convert an iterable, or one instance of *kinds*, to a tuple; return other values unchanged for the validator.
    """
    if kinds and isinstance(values, kinds):
        return (values,)
    elements: Iterable[Any] = values
    if isinstance(values, (tuple, list)):
        return tuple(elements)
    # The order matters, and sets have none.
    if isinstance(values, (str, bytes, Mapping, AbstractSet)) or not isinstance(values, Iterable):
        return cast("tuple[Any, ...]", values)
    return tuple(elements)


def _alternatives(kinds: tuple[type, ...], value: object) -> str:
    return listed([with_article(kind.__name__) + _example(kind, value) for kind in kinds])


def _example(kind: type, value: object) -> str:
    """
    Return a hint for the *value* of a member of an enumeration, which must be the member; otherwise an empty text.
    """
    if not isinstance(value, str) or not issubclass(kind, enum.Enum):
        return ""
    return next((f", such as {member}" for member in kind if member.value == value), "")
