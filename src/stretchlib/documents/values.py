"""
The values that are neither objects nor lists: texts, numbers, members of enumerations and times of day.
"""

# What comes from outside is of no known type.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from typing import Any

import attrs

from stretchlib._validation import to_text
from stretchlib.documents.problems import quoted, refuse_value

#: A time of day, as a regular expression of Python and of JSON Schema.
TIME_OF_DAY = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"


def read_as_it_is(raw: Any, _: Any = None) -> Any:
    """
    Return *raw*, which its field accepts or refuses.
    """
    return raw


def read_number(raw: Any, _: Any = None) -> Any:
    """
    Return *raw*, which its field accepts or refuses, unless it is what only code can say.
    """
    kind = type(raw)
    if kind is int:
        return raw
    if kind is float:
        # JSON does not tell 3.0 from 3.
        return int(raw) if raw.is_integer() else raw
    if isinstance(raw, timedelta) or attrs.has(type(raw)):
        refuse_value("must be a number", raw)
    return raw


def member_reader(kind: type[enum.Enum]) -> Callable[..., enum.Enum]:
    """
    Return a function that reads the members of an enumeration.
    """
    members: dict[str, enum.Enum] = {member.value: member for member in kind}

    def read_member(raw: Any, _: Any = None) -> enum.Enum:
        try:
            return members[raw]
        except (KeyError, TypeError):
            refuse_value(f"must be {quoted(members)}", raw)

    return read_member


def read_time_of_day(raw: Any, _: Any = None) -> time:
    """
    Read a time of day, which YAML and TOML would make something else if it were not in quotes.
    """
    if not isinstance(raw, str) or not re.search(TIME_OF_DAY, raw) or raw.endswith("\n"):
        refuse_value('must be a time of day as text, in quotes, such as "08:00" or "20:30:15"', raw)
    return time.fromisoformat(to_text(raw))


#: The readers of what is neither an object nor a list, by its type.
SIMPLE: Mapping[type, Callable[..., Any]] = {
    str: read_as_it_is,
    int: read_number,
    float: read_number,
    timedelta: read_number,
    time: read_time_of_day,
}
