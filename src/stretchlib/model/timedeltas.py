"""
Timedeltas from seconds: exact to the microsecond, also from the numbers of other libraries.
"""

from __future__ import annotations

import math
from datetime import timedelta
from numbers import Integral, Real
from typing import Any, NoReturn, cast

from stretchlib._messages import refuse
from stretchlib._validation import NO_NUMBER, Field, to_whole

NO_TIME, MICROSECOND, SECOND = timedelta(), timedelta.resolution, timedelta(seconds=1)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
#: From here on, a float of seconds cannot distinguish microseconds.
WHOLE_SECONDS_FROM = timedelta(seconds=2**33)

#: The smallest duration above 0, and the first number that no duration reaches, in seconds.
MIN_SECONDS = MICROSECOND / SECOND
BELOW_SECONDS = 86_400_000_000_000
#: Shorter durations take a fast path, which makes reading a document 1.1 times as fast.
COMMON_DAYS = WHOLE_SECONDS_FROM.days
#: The types of numbers and durations that need no conversion.
PLAIN = (timedelta, int, float, bool)


def to_plain(value: Any) -> Any:
    """
    Convert numbers and durations of other libraries to plain ones; return other values unchanged.
    """
    if type(value) in PLAIN:
        return value
    if isinstance(value, timedelta):
        # Subclasses may override `days` and `seconds` with another meaning.
        return timedelta.__add__(NO_TIME, value)
    whole = to_whole(value)
    # numpy registers its timedeltas as integers, but they have units instead of an `__index__`.
    if isinstance(whole, (int, Integral)) or not isinstance(whole, Real):
        return whole
    try:
        return float(whole)
    except NO_NUMBER:
        return value


def to_timedelta(value: timedelta | float) -> timedelta:
    """
    Convert seconds to a `timedelta`; return other values unchanged for the validator to refuse.
    """
    if type(value) is timedelta:
        return value
    plain: Any = to_plain(value)
    if isinstance(plain, bool) or not isinstance(plain, (int, float)):
        return cast(timedelta, plain)
    try:
        duration = timedelta(0, plain)
    except (OverflowError, ValueError):
        return cast(timedelta, plain)
    # Refuse what would be rounded to zero.
    return duration if abs(plain) >= MIN_SECONDS or not plain else cast(timedelta, plain)


def to_elapsed(field: str, value: timedelta | float) -> timedelta:
    """
    Return the time since the start of a timeline, given in seconds or as a `timedelta`, to the nearest microsecond.

    Raises:
        TypeError: *value* is neither a number nor a `timedelta`.
        ValueError: *value* is negative.
    """
    value = to_plain(value)
    # Clocks may be off by less than a microsecond, also below zero.
    if isinstance(value, float) and abs(value) < MIN_SECONDS:
        value = timedelta(seconds=value)
    elapsed = to_timedelta(value)
    if not isinstance(elapsed, timedelta):
        _refuse_unconverted(field, elapsed, "must be seconds")
    if elapsed < NO_TIME:
        refuse(field, "must be at least 0 seconds", elapsed)
    return elapsed


def is_timedelta(_: object, attribute: Field, value: object) -> None:
    """
    Validate a `timedelta` that is not negative.
    """
    check_timedelta(attribute.name, value)


def is_timedelta_above_zero(_: object, attribute: Field, value: object) -> None:
    """
    Validate a `timedelta` above zero.
    """
    check_timedelta_above_zero(attribute.name, value)


def check_timedelta(field: str, value: object, rule: str = "must be seconds") -> None:
    """
    Accept a `timedelta` that a document can hold, not negative; *rule* is the message for other types.
    """
    _check(field, value, rule, or_zero=True)


def check_timedelta_above_zero(field: str, value: object, rule: str = "must be seconds") -> None:
    """
    Accept a `timedelta` above zero.
    """
    _check(field, value, rule, or_zero=False)


def _check(field: str, value: object, rule: str, *, or_zero: bool) -> None:
    if not isinstance(value, timedelta):
        _refuse_unconverted(field, value, rule, or_zero=or_zero)
    if value < NO_TIME or not (value or or_zero):
        refuse(field, _AT_LEAST[or_zero], value)
    if value >= WHOLE_SECONDS_FROM and value.microseconds:
        refuse(field, f"must be whole seconds from {WHOLE_SECONDS_FROM.total_seconds():.0f} on", value)


_AT_LEAST = {True: "must be at least 0 seconds", False: "must be above 0 seconds"}


def _refuse_unconverted(field: str, value: object, rule: str, *, or_zero: bool = True) -> NoReturn:
    """
    Raise the error for a *value* that could not be converted to a `timedelta`.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        refuse(field, rule, value, TypeError)
    if isinstance(value, float) and not math.isfinite(value):
        refuse(field, "must be finite", value)
    if value < 0:
        refuse(field, _AT_LEAST[or_zero], value)
    if not int(value):
        refuse(field, "must be at least a microsecond" + ", or 0" * or_zero, value)
    refuse(field, f"must be below {BELOW_SECONDS} seconds", value)
