"""
Messages of errors.

Each is one sentence that names the field, the rule and the value.
"""

from __future__ import annotations

import reprlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import time, timedelta
from itertools import islice
from typing import Any, NoReturn, cast

from stretchlib._classes import final

#: Longer values are shortened in messages.
_MAX_SHOWN = 60


def refuse(field: str, rule: str, value: object, error: type[Exception] = ValueError) -> NoReturn:
    """
    Raise *error* for a *value* that breaks the *rule* of a *field*.
    """
    # Durations are shown in seconds, except if their type is wrong, because seconds would hide it.
    got = _shortened(value) if issubclass(error, TypeError) else shown(value)
    message = f"{field} {rule} (got {got})"
    raise error(message)


@contextmanager
def placed(place: str) -> Generator[None, None, None]:
    """
    Put a *place* in front of the message of each `ValueError` raised inside.
    """
    try:
        yield
    except ValueError as error:
        message = f"{place}: {error}"
        raise ValueError(message) from None


def shown(value: object) -> str:
    """
    Return *value* as it appears in messages, a `timedelta` in seconds, shortened if it is long.
    """
    return _shortened(seconds(value) if isinstance(value, timedelta) else value)


def seconds(duration: timedelta) -> int | float:
    """
    Return *duration* as a number of seconds, an `int` when it is whole.
    """
    if duration.microseconds:
        return duration.total_seconds()
    return duration.days * 86_400 + duration.seconds


def written_time(time_of_day: time) -> str:
    """
    Return a time of day as in documents, with seconds only if they are not 0.
    """
    return time_of_day.isoformat("auto" if time_of_day.second or time_of_day.microsecond else "minutes")


def with_article(name: str) -> str:
    """
    Return the *name* of a class with its article, for messages.

    >>> with_article("Plan"), with_article("int"), with_article("Headings")
    ('a Plan', 'an int', 'Headings')
    """
    if name.endswith("s"):
        return name
    return f"an {name}" if name[0] in "AEIOUaeiou" else f"a {name}"


def listed(alternatives: Sequence[str]) -> str:
    """
    Return *alternatives* as an English list: "this, that or those".
    """
    *others, last = alternatives
    return f"{', '.join(others)} or {last}" if others else last


def _shortened(value: object) -> str:
    text = _SHORTENER.repr(value)
    if len(text) > _MAX_SHOWN:
        text = f"{text[: _MAX_SHOWN - 3]}..."
    return text


@final
class _Shortener(reprlib.Repr):
    """
    A `repr` that is fast for any value of a document, however large, deep or broken.
    """

    def repr1(self, x: Any, level: int) -> str:
        # reprlib dispatches on the name of a type, which an unrelated class may share.
        match x:
            case dict():
                return self.repr_dict(cast(dict[Any, Any], x), level)
            case list():
                return self.repr_list(cast(list[Any], x), level)
            case tuple():
                return self.repr_tuple(cast(tuple[Any, ...], x), level)
            case str():
                return self.repr_str(x, level)
            case int():
                return self.repr_int(x, level)
            case bytes() | bytearray():
                return self.repr_instance(x[:_MAX_SHOWN], level)
            case set() | frozenset():
                return f"a set of {len(cast(set[Any], x))} values"
            case _:
                return self.repr_instance(x, level)

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        # The base class sorts all keys to show four of them.
        if x and not level:
            return "{...}"
        pairs = islice(x.items(), self.maxdict)
        shown_pairs = [f"{self.repr1(key, 0)}: {self.repr1(value, level - 1)}" for key, value in pairs]
        return f"{{{', '.join(shown_pairs + ['...'] * (len(x) > self.maxdict))}}}"

    def repr_int(self, x: int, level: int) -> str:
        # Python does not convert integers of more than 4,300 digits to decimal.
        if x.bit_length() > 200:
            return f"an integer of {x.bit_length()} bits"
        return repr(x)


_SHORTENER = _Shortener()
_SHORTENER.maxstring = _SHORTENER.maxother = _MAX_SHOWN
_SHORTENER.maxlevel = 2
