"""
What does a document say?

A reader takes one raw value and returns what it means, or raises `InvalidDocumentError` with all that is wrong in it.
Places begin at `$`, the value itself; the reader of the value around it puts the way there in front.
Readers know the shape of a document; what a value may be, the constructors say, in the same sentences.
"""

from __future__ import annotations

import difflib
import enum
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import attrs

from stretchlib._fields import listed, shown
from stretchlib.errors import InvalidDocumentError
from stretchlib.frequency import Frequency, PeriodUnit
from stretchlib.model import Circuit, Exercise, Hold, Item, Move, Phase, Repetitions, Rest, Routine
from stretchlib.pacing import Pacing
from stretchlib.quantities import Breaths, Count, Range, count
from stretchlib.sidedness import Side, Sidedness, SwitchAfter

Value = TypeVar("Value")
Member = TypeVar("Member", bound=enum.Enum)
Reader: TypeAlias = Callable[[Any], Value]

#: Reading stops when it has found so many problems.
MOST_PROBLEMS = 1_000
#: Deeper than any routine, with all its circuits and repetitions.
_DEEPEST = 100
#: Longer names of unknown fields are shortened.
_LONGEST_KEY = 40


def refuse(problem: str) -> NoReturn:
    """
    Raise `InvalidDocumentError` for one problem with the value itself.
    """
    raise InvalidDocumentError((f"$: {problem}",))


def check_size(raw: object, max_values: int) -> None:
    """
    Refuse what is deeper than any routine or holds more than *max_values* values.

    It goes level by level, so neither depth nor a document that contains itself is a danger.
    """
    level: list[Any] = [raw] if isinstance(raw, dict | list) else []
    depth, values = 0, 1
    while level:
        depth += 1
        if depth > _DEEPEST:
            refuse(f"must be at most {_DEEPEST} levels deep")
        deeper: list[Any] = []
        for container in cast(list[dict[Any, Any] | list[Any]], level):
            values += len(container)
            if values > max_values:
                refuse(f"must hold at most {max_values} values")
            inside = container.values() if isinstance(container, dict) else container
            deeper += [value for value in inside if isinstance(value, dict | list)]
        level = deeper


def _inside(place: str, error: InvalidDocumentError) -> list[str]:
    return [f"${place}{problem[1:]}" for problem in error.problems]


def _of_sentence(error: Exception) -> str:
    # A constructor's sentence begins with the place: "sets must be ...", "phases[1] must be ...".
    place, _, rule = str(error).partition(" ")
    return f"$.{place}: {rule}"


def list_of(read: Reader[Value]) -> Reader[list[Value]]:
    """
    Return a reader of lists.
    """

    def read_list(raw: Any) -> list[Value]:
        if not isinstance(raw, list):
            refuse(f"must be a list (got {shown(raw)})")
        values: list[Value] = []
        problems: list[str] = []
        for index, element in enumerate(cast(list[Any], raw)):
            try:
                values.append(read(element))
            except InvalidDocumentError as error:
                problems += _inside(f"[{index}]", error)
                if len(problems) > MOST_PROBLEMS:
                    break
        if problems:
            raise InvalidDocumentError(tuple(problems))
        return values

    return read_list


def object_reader(
    make: type[Value], fields: Mapping[str, Reader[Any]], *, besides: tuple[str, ...] = ()
) -> Reader[Value]:
    """
    Return a reader of objects with these *fields*; keys *besides* them are somebody else's to read.
    """
    required = [field.name for field in attrs.fields(cast(Any, make)) if field.default is attrs.NOTHING]

    def read_object(raw: Any) -> Value:
        values: dict[str, Any] = {}
        problems: dict[Any, list[str]] = {}
        for key, value in as_object(raw).items():
            if key in fields:
                try:
                    values[key] = fields[key](value)
                except InvalidDocumentError as error:
                    problems[key] = _inside(f".{key}", error)
            elif key not in besides:
                problems[key] = [unknown(key, fields)]
        problems |= {name: [f"$.{name}: missing"] for name in required if name not in raw}
        if problems:
            raise _explained(raw, problems | _refused(make, values))
        try:
            return make(**values)
        except (TypeError, ValueError) as error:
            raise _explained(raw, _refused(make, values) or {None: [_of_sentence(error)]}) from None

    return read_object


def as_object(raw: Any) -> dict[Any, Any]:
    """
    Return *raw*, which must be an object, as it is.
    """
    if not isinstance(raw, dict):
        refuse(f"must be an object (got {shown(raw)})")
    return cast(dict[Any, Any], raw)


def _refused(make: type[Any], values: dict[str, Any]) -> dict[Any, list[str]]:
    """
    Return what is wrong with each of the *values*, of which the constructor only tells the first.
    """
    refused: dict[Any, list[str]] = {}
    for field in attrs.fields(make):
        if field.name in values:
            value = values[field.name]
            try:
                field.validator(None, field, field.converter(value) if field.converter else value)
            except (TypeError, ValueError) as error:
                refused[field.name] = [_of_sentence(error)]
    return refused


def _explained(raw: dict[Any, Any], problems: dict[Any, list[str]]) -> InvalidDocumentError:
    """
    Return the error for the *problems* of each key: in the order of the document, what is missing last.
    """
    keys = dict.fromkeys([*raw, *problems])
    return InvalidDocumentError(tuple(problem for key in keys for problem in problems.get(key, ())))


def unknown(key: object, fields: Iterable[str]) -> str:
    """
    Return the problem with a *key* that is none of the *fields*.
    """
    if not isinstance(key, str):
        return f"$[{shown(key)}]: unknown field, the names of fields are text"
    place = f".{key}" if key.isidentifier() and len(key) < _LONGEST_KEY else f"[{shown(key)}]"
    similar = difflib.get_close_matches(key[:_LONGEST_KEY].lower(), fields, n=1)
    hint = f"did you mean {similar[0]!r}?" if similar else f"expected {_quoted(fields)}"
    return f"${place}: unknown field, {hint}"


def _quoted(words: Iterable[str]) -> str:
    return listed([repr(word) for word in words])


def by_kind(readers: Mapping[str, Reader[Any]]) -> Reader[Any]:
    """
    Return a reader of objects whose `kind` says which of the *readers* reads them.
    """
    expected = f"expected {_quoted(readers)}"

    def read_kind(raw: Any) -> Any:
        kind = as_object(raw).get("kind", readers)
        if kind is readers:
            raise InvalidDocumentError((f"$.kind: missing, {expected}",))
        if not isinstance(kind, str) or kind not in readers:
            raise InvalidDocumentError((f"$.kind: unknown kind {shown(kind)}, {expected}",))
        return readers[kind](raw)

    return read_kind


def _member_of(kind: type[Member]) -> Reader[Member]:
    members: dict[str, Member] = {member.value: member for member in kind}
    rule = f"must be {_quoted(members)}"

    def read_member(raw: Any) -> Member:
        if not isinstance(raw, str) or raw not in members:
            refuse(f"{rule} (got {shown(raw)})")
        return members[raw]

    return read_member


def _text(raw: Any) -> Any:
    # Some libraries read texts that remember how they were written; the model keeps plain ones.
    return str(raw) if isinstance(raw, str) else raw


def _number(raw: Any) -> Any:
    # JSON does not tell 3.0 from 3, and some libraries read numbers that remember how they were written.
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else float(raw)
    return int(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


def _given(raw: Any) -> Any:
    # In code, None says that a field is not given; a document leaves the field out.
    if raw is None:
        refuse("must not be null, leave the field out instead")
    return raw


read_range = object_reader(cast(Any, Range), {"low": _number, "high": _number})


def _count(raw: Any) -> Any:
    return read_range(raw) if isinstance(raw, dict) else _number(_given(raw))


@attrs.frozen
class _InBreaths:
    """
    How a document says `Breaths`.
    """

    breaths: Count = attrs.field(validator=count)


_in_breaths = object_reader(_InBreaths, {"breaths": _count})


def read_breaths(raw: Any) -> Breaths:
    """
    Read a duration in breaths.
    """
    return Breaths(_in_breaths(raw).breaths)


def _duration(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return _number(_given(raw))
    return read_breaths(raw) if "breaths" in raw else read_range(raw)


def _item(raw: Any) -> Item:
    return cast(Item, _any_item(raw))


def _phase(raw: Any) -> Phase:
    return cast(Phase, _any_phase(raw))


read_frequency = object_reader(
    Frequency, {"times": _count, "every": _number, "unit": _member_of(PeriodUnit), "weeks": _count}
)
read_sidedness = object_reader(
    Sidedness, {"sides": list_of(_member_of(Side)), "switch_after": _member_of(SwitchAfter), "rest": _duration}
)
_timed = {"duration": _duration, "label": _text}
read_hold = object_reader(Hold, _timed, besides=("kind",))
read_move = object_reader(Move, _timed, besides=("kind",))
read_rest = object_reader(Rest, _timed, besides=("kind",))
read_repetitions = object_reader(
    Repetitions, {"count": _count, "phases": list_of(_phase), "rest": _duration}, besides=("kind",)
)
read_exercise = object_reader(
    Exercise,
    {
        "name": _text,
        "work": read_repetitions,
        "sets": _count,
        "rest_between_sets": _duration,
        "sidedness": read_sidedness,
        "instructions": _text,
        "equipment": list_of(_text),
        "tags": list_of(_text),
        "frequency": read_frequency,
    },
    besides=("kind",),
)
read_circuit = object_reader(
    Circuit,
    {
        "items": list_of(_item),
        "rounds": _count,
        "rest_between_items": _duration,
        "rest_between_rounds": _duration,
        "name": _text,
    },
    besides=("kind",),
)
read_routine = object_reader(
    Routine,
    {
        "name": _text,
        "items": list_of(_item),
        "rest_between_items": _duration,
        "description": _text,
        "source": _text,
        "frequency": read_frequency,
    },
    besides=("schema",),
)
read_pacing = object_reader(
    Pacing,
    {
        "prepare": _number,
        "transition": _number,
        "switch": _number,
        "release": _number,
        "movement": _number,
        "breath": _number,
        "level": _number,
    },
)
_any_item = by_kind({"exercise": read_exercise, "rest": read_rest, "circuit": read_circuit})
_any_phase = by_kind({"hold": read_hold, "move": read_move, "rest": read_rest, "repetitions": read_repetitions})
