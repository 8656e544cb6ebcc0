"""
How are lists, objects and choices read?

A reader takes one raw value and returns what it means, or raises `Wrong` with all that is wrong in it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from stretchlib._validation import Field, fields_of, shown, to_text
from stretchlib.documents.problems import MOST_PROBLEMS, Wrong, invalid, of_sentence, quoted, refuse, unknown

Value = TypeVar("Value")
Member = TypeVar("Member", bound=enum.Enum)
Reader: TypeAlias = Callable[[Any], Value]

#: Deeper than any routine, with all its circuits and repetitions.
_DEEPEST = 100
#: What values can be inside of.
_CONTAINERS = (dict, list)
_SIMPLE = frozenset({str, int, float, bool, type(None)})


def read_all(read: Reader[Value], raw: object, max_values: int) -> Value:
    """
    Read a value that comes from outside and may be anything.

    Raises:
        InvalidDocumentError: Something in it cannot be read.
    """
    try:
        check_size(raw, max_values)
        return read(raw)
    except Wrong as wrong:
        error = invalid(wrong.told("$"))
    raise error


def check_size(raw: object, max_values: int) -> None:
    """
    Refuse what is deeper than any routine or holds more than *max_values* values.

    A long text counts as one more for every hundred characters.
    It goes level by level, so neither depth nor a document that contains itself is a danger.
    """
    level: list[Any] = [raw] if isinstance(raw, _CONTAINERS) else []
    depth, values = 0, 1
    while level:
        depth += 1
        values += sum(map(len, level))
        if depth > _DEEPEST:
            refuse(f"must be at most {_DEEPEST} levels deep")
        if values > max_values:
            refuse(f"must hold at most {max_values} values")
        inside = list(chain.from_iterable(map(_values, level)))
        # Parsers that keep the form of what they read make texts of their own.
        others = [value for value in inside if type(value) not in _SIMPLE]
        values += sum(len(value) // 100 for value in inside if type(value) is str)
        values += sum(len(value) // 100 for value in others if isinstance(value, str))
        level = [value for value in others if isinstance(value, _CONTAINERS) and value]
    # The texts of the last level have come after its values.
    if values > max_values:
        refuse(f"must hold at most {max_values} values")


def _values(container: dict[Any, Any] | list[Any]) -> Iterable[Any]:
    return container.values() if isinstance(container, dict) else container


def list_of(read: Reader[Value]) -> Reader[list[Value]]:
    """
    Return a reader of lists.
    """

    def read_list(raw: Any) -> list[Value]:
        elements: Any = raw
        if not isinstance(raw, list):
            refuse(f"must be a list (got {shown(raw)})")
        values: list[Value] = []
        wrong: Wrong | None = None
        for index, element in enumerate(elements):
            try:
                values.append(read(element))
            except Wrong as inside:
                wrong = (wrong or Wrong()).add_inside(f"[{index}]", inside)
                if wrong.count > MOST_PROBLEMS:
                    break
        if wrong:
            raise wrong
        return values

    return read_list


def object_reader(
    make: type[Value],
    readers: Mapping[str, Reader[Any]],
    *,
    fields: Iterable[Field] | None = None,
    besides: tuple[str, ...] = (),
) -> Reader[Value]:
    """
    Return a reader of objects with a field for each of the *readers*; keys *besides* are somebody else's to read.

    The *fields* say what values may be, where they are not simply those of the class.
    """
    fields = list(fields or fields_of(make))
    read_fields = {field.name: _field_reader(field, readers[field.name]) for field in fields}
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    defaults = {field.name: field.default for field in fields}
    assemble = _assembler(make)

    def read_object(raw: Any) -> Value:
        values: dict[str, Any] = {**defaults}
        wrong: Wrong | None = None
        for key, value in as_object(raw).items():
            if read := read_fields.get(key):
                try:
                    values[key] = read(value)
                    continue
                except Wrong as inside:
                    wrong = (wrong or Wrong()).add_inside(f".{key}", inside)
                except (TypeError, ValueError) as error:
                    wrong = (wrong or Wrong()).add(of_sentence(error))
            elif key not in besides:
                wrong = (wrong or Wrong()).add(unknown(key, read_fields))
            if wrong and wrong.count > MOST_PROBLEMS:
                raise wrong
        for name in required:
            if name not in raw:
                wrong = (wrong or Wrong()).add(f".{name}: missing")
        if wrong:
            raise wrong
        return assemble(values)

    return read_object


def _field_reader(field: Field, read: Reader[Any]) -> Reader[Any]:
    """
    Return a reader that accepts what the constructor accepts for *field*.
    """
    required = field.default is attrs.NOTHING
    convert: Callable[[Any], Any] | None = cast(Any, field).converter
    validate = field.validator

    def read_field(raw: Any) -> Any:
        # In code, None may say that a field is not given; a document leaves the field out.
        if raw is None and not required:
            refuse("must not be null, leave the field out instead")
        value = read(raw)
        if convert:
            value = convert(value)
        if validate:
            validate(None, field, value)
        return value

    return read_field


def alone(field: Field, read: Reader[Any]) -> Reader[Any]:
    """
    Return a reader of a value that *field* would accept, where it stands in no object.
    """
    read_field = _field_reader(field, read)

    def read_alone(raw: Any) -> Any:
        try:
            return read_field(raw)
        except (TypeError, ValueError) as error:
            raise Wrong(of_sentence(error).removeprefix(f".{field.name}")) from None

    return read_alone


def _assembler(make: type[Value]) -> Callable[[dict[str, Any]], Value]:
    """
    Return a function that makes an instance of *make* of values for all its fields, which are checked.
    """
    settle: Callable[[Value], None] | None = getattr(make, "__attrs_post_init__", None)
    # The constructor would check everything again, with all defaults: that is most of the time of reading.
    setters = [(field.name, getattr(make, field.name).__set__) for field in fields_of(make)]

    def assemble(values: dict[str, Any]) -> Value:
        instance = object.__new__(make)
        for name, set_field in setters:
            set_field(instance, values[name])
        if settle:
            try:
                settle(instance)
            except (TypeError, ValueError) as error:
                raise Wrong(of_sentence(error)) from None
        return instance

    return assemble


def as_it_is(raw: Any) -> Any:
    """
    Return *raw*, which may be anything.
    """
    return raw


def as_object(raw: Any) -> dict[Any, Any]:
    """
    Return *raw*, which must be an object, as it is.
    """
    document: Any = raw
    if not isinstance(raw, dict):
        refuse(f"must be an object (got {shown(raw)})")
    return document  # type: ignore[no-any-return]


def by_kind(readers: Mapping[str, Reader[Any]]) -> Reader[Any]:
    """
    Return a reader of objects whose `kind` says which of the *readers* reads them.
    """
    expected = f"expected {quoted(readers)}"

    def read_kind(raw: Any) -> Any:
        if "kind" not in as_object(raw):
            problem = f".kind: missing, {expected}"
            raise Wrong(problem)
        kind = to_text(raw["kind"])
        if not isinstance(kind, str) or kind not in readers:
            problem = f".kind: unknown kind {shown(kind)}, {expected}"
            raise Wrong(problem)
        return readers[kind](raw)

    return read_kind


def member_of(kind: type[Member]) -> Reader[Member]:
    """
    Return a reader of the members of an enumeration.
    """
    members: dict[str, Member] = {member.value: member for member in kind}
    rule = f"must be {quoted(members)}"

    def read_member(raw: Any) -> Member:
        value = to_text(raw)
        if not isinstance(value, str) or value not in members:
            refuse(f"{rule} (got {shown(raw)})")
        return members[value]

    return read_member
