"""
What does a document say?

A reader takes one raw value and returns what it means, or raises `Wrong` with all that is wrong in it.
Readers know the shape of a document; what a value may be, the fields of the classes say, in the same sentences.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, NoReturn, TypeAlias, TypeVar, cast, final

import attrs

from stretchlib._fields import Field, check_name, check_whole, listed, shown
from stretchlib.errors import InvalidDocumentError
from stretchlib.frequency import Frequency, PeriodUnit
from stretchlib.migrations import migrate
from stretchlib.model import Circuit, Exercise, Hold, Move, Repetitions, Rest, Routine
from stretchlib.pacing import Pacing
from stretchlib.quantities import Breaths, Count, Range, check_span, count, to_timedelta
from stretchlib.sidedness import Side, Sidedness, SwitchAfter

Value = TypeVar("Value")
Member = TypeVar("Member", bound=enum.Enum)
Reader: TypeAlias = Callable[[Any], Value]

#: Reading stops when it has found more problems than this, so that a megabyte of damage is refused at once.
MOST_PROBLEMS = 1_000
#: Deeper than any routine, with all its circuits and repetitions.
_DEEPEST = 100
#: Longer names of unknown fields are shortened.
_LONGEST_KEY = 40
#: What values can be inside of.
_CONTAINERS = (dict, list)
_SIMPLE = frozenset({str, int, float, bool, type(None)})


@final
class Wrong(Exception):  # noqa: N818 - it never leaves the library
    """
    All that is wrong in one value.
    """

    #: Sentences behind their places, and what is wrong further inside behind the way there.
    problems: list[str | tuple[str, Wrong]]
    #: How many sentences there are, inside and all.
    count: int

    def __init__(self, *sentences: str) -> None:
        self.problems = [*sentences]
        self.count = len(sentences)

    def add(self, sentence: str) -> Wrong:
        """
        Add one problem.
        """
        self.problems.append(sentence)
        self.count += 1
        return self

    def add_inside(self, way: str, inside: Wrong) -> Wrong:
        """
        Add all that is wrong with the value that is found by going this *way*.
        """
        self.problems.append((way, inside.with_traceback(None)))
        self.count += inside.count
        return self

    def told(self, way: str) -> Iterator[str]:
        """
        Yield every problem, for a value that is found by going this *way*.
        """
        for problem in self.problems:
            if isinstance(problem, str):
                yield way + problem
            else:
                further, inside = problem
                yield from inside.told(way + further)


def refuse(problem: str) -> NoReturn:
    """
    Raise `Wrong` for one problem with the value itself.
    """
    sentence = f": {problem}"
    raise Wrong(sentence)


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


def invalid(problems: Iterable[str]) -> InvalidDocumentError:
    """
    Return the error for the first `MOST_PROBLEMS` of these *problems*.
    """
    first = tuple(islice(problems, MOST_PROBLEMS + 1))
    if len(first) > MOST_PROBLEMS:
        first = (*first[:-1], f"$: has more problems than these {MOST_PROBLEMS}, which are the first")
    return InvalidDocumentError(first)


def check_size(raw: object, max_values: int) -> None:
    """
    Refuse what is deeper than any routine or holds more than *max_values* values.

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
        inside = chain.from_iterable(map(_values, level))
        level = [value for value in inside if type(value) not in _SIMPLE and isinstance(value, _CONTAINERS) and value]


def _values(container: dict[Any, Any] | list[Any]) -> Iterable[Any]:
    return container.values() if isinstance(container, dict) else container


def migrated(raw: Any) -> dict[str, Any]:
    """
    Return the document *raw* in the current schema.
    """
    try:
        return migrate(as_object(raw))
    except InvalidDocumentError as error:
        raise Wrong(*(problem.removeprefix("$") for problem in error.problems)) from None


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
    make: type[Value], readers: Mapping[str, Reader[Any]], *, besides: tuple[str, ...] = ()
) -> Reader[Value]:
    """
    Return a reader of objects with a field for each of the *readers*; keys *besides* are somebody else's to read.
    """
    attributes: tuple[Field, ...] = attrs.fields(cast(Any, make))
    fields = {field.name: _field_reader(field, readers[field.name]) for field in attributes}
    required = [field.name for field in attributes if field.default is attrs.NOTHING]
    defaults = {field.name: field.default for field in attributes}
    assemble = _assembler(make)

    def read_object(raw: Any) -> Value:
        values: dict[str, Any] = {**defaults}
        wrong: Wrong | None = None
        for key, value in as_object(raw).items():
            if read := fields.get(key):
                try:
                    values[key] = read(value)
                    continue
                except Wrong as inside:
                    wrong = (wrong or Wrong()).add_inside(f".{key}", inside)
                except (TypeError, ValueError) as error:
                    wrong = (wrong or Wrong()).add(_of_sentence(error))
            elif key not in besides:
                wrong = (wrong or Wrong()).add(unknown(key, fields))
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


def _of_sentence(error: Exception) -> str:
    # A constructor's sentence begins with the place: "sets must be ...", "phases[1] must be ...".
    place, _, rule = str(error).partition(" ")
    return f".{place}: {rule}" if place else f": {rule}"


def _assembler(make: type[Value]) -> Callable[[dict[str, Any]], Value]:
    """
    Return a function that makes an instance of *make* of values for all its fields, which are checked.
    """
    attributes: tuple[Field, ...] = attrs.fields(cast(Any, make))
    settle: Callable[[Value], None] | None = getattr(make, "__attrs_post_init__", None)
    # The constructor would check everything again, with all defaults: that is most of the time of reading.
    setters = [(field.name, getattr(make, field.name).__set__) for field in attributes]

    def assemble(values: dict[str, Any]) -> Value:
        instance = object.__new__(make)
        for name, set_field in setters:
            set_field(instance, values[name])
        if settle:
            try:
                settle(instance)
            except (TypeError, ValueError) as error:
                raise Wrong(_of_sentence(error)) from None
        return instance

    return assemble


def as_object(raw: Any) -> dict[Any, Any]:
    """
    Return *raw*, which must be an object, as it is.
    """
    document: Any = raw
    if not isinstance(raw, dict):
        refuse(f"must be an object (got {shown(raw)})")
    return document  # type: ignore[no-any-return]


def unknown(key: object, fields: Iterable[str]) -> str:
    """
    Return the problem with a *key* that is none of the *fields*.
    """
    if not isinstance(key, str):
        return f"[{shown(key)}]: unknown field, the names of fields are text"
    place = f".{key}" if key.isidentifier() and len(key) < _LONGEST_KEY else f"[{shown(key)}]"
    # Loaded when something is misspelt: importing it would cost everybody.
    import difflib

    similar = difflib.get_close_matches(key[:_LONGEST_KEY].lower(), fields, n=1)
    hint = f"did you mean {similar[0]!r}?" if similar else f"expected {_quoted(fields)}"
    return f"{place}: unknown field, {hint}"


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
            problem = f".kind: missing, {expected}"
            raise Wrong(problem)
        if not isinstance(kind, str) or kind not in readers:
            problem = f".kind: unknown kind {shown(kind)}, {expected}"
            raise Wrong(problem)
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


def _as_it_is(raw: Any) -> Any:
    return raw


def _word(raw: Any) -> Any:
    try:
        check_name("", raw)
    except (TypeError, ValueError) as error:
        raise Wrong(_of_sentence(error)) from None
    return raw


def _check_ends(check: Callable[[str, object], None], low: object, high: object) -> None:
    """
    Raise what *check* says about both ends of a range, of which the constructor only tells the first.
    """
    wrong = Wrong()
    for place, end in (("low", low), ("high", high)):
        try:
            check(place, end)
        except (TypeError, ValueError) as error:
            wrong.add(_of_sentence(error))
    if wrong.count:
        raise wrong


def _number(raw: Any) -> Any:
    # JSON does not tell 3.0 from 3.
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


read_range = object_reader(cast(Any, Range), {"low": _number, "high": _number})


def _count(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return _number(raw)
    ends = read_range(raw)
    _check_ends(check_whole, ends.low, ends.high)
    return ends


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
        return _number(raw)
    if "breaths" in raw:
        return read_breaths(raw)
    if "low" not in raw and "high" not in raw:
        refuse(f'must be seconds, {{"low": ..., "high": ...}} or {{"breaths": ...}} (got {shown(cast(object, raw))})')
    ends = read_range(raw)
    low, high = to_timedelta(ends.low), to_timedelta(ends.high)
    _check_ends(check_span, low, high)
    return Range(low, high)


def _item(raw: Any) -> Any:
    return _any_item(raw)


def _phase(raw: Any) -> Any:
    return _any_phase(raw)


read_frequency = object_reader(
    Frequency, {"times": _count, "every": _number, "unit": _member_of(PeriodUnit), "weeks": _count}
)
read_sidedness = object_reader(
    Sidedness, {"sides": list_of(_member_of(Side)), "switch_after": _member_of(SwitchAfter), "rest": _duration}
)
_timed = {"duration": _duration, "label": _as_it_is}
read_hold = object_reader(Hold, _timed, besides=("kind",))
read_move = object_reader(Move, _timed, besides=("kind",))
read_rest = object_reader(Rest, _timed, besides=("kind",))
_repeated = {"count": _count, "phases": list_of(_phase), "rest": _duration}
read_repetitions = object_reader(Repetitions, _repeated)
read_exercise = object_reader(
    Exercise,
    {
        "name": _as_it_is,
        "work": read_repetitions,
        "sets": _count,
        "rest_between_sets": _duration,
        "sidedness": read_sidedness,
        "instructions": _as_it_is,
        "equipment": list_of(_word),
        "tags": list_of(_word),
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
        "name": _as_it_is,
    },
    besides=("kind",),
)
read_routine = object_reader(
    Routine,
    {
        "name": _as_it_is,
        "items": list_of(_item),
        "rest_between_items": _duration,
        "description": _as_it_is,
        "source": _as_it_is,
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
_any_phase = by_kind(
    {
        "hold": read_hold,
        "move": read_move,
        "rest": read_rest,
        "repetitions": object_reader(Repetitions, _repeated, besides=("kind",)),
    }
)
