"""
How many, and how long: what a count or a duration may be.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar, cast, final

import attrs

from stretchlib._validation import LARGEST_NUMBER, Field, check_whole, refuse, shown, to_whole

Quantity_co = TypeVar("Quantity_co", int, float, timedelta, covariant=True)

#: Spans of time.
NO_TIME, MICROSECOND, SECOND = timedelta(), timedelta.resolution, timedelta(seconds=1)
#: From here on a float of seconds cannot tell one microsecond from the next.
WHOLE_SECONDS_FROM = timedelta(seconds=2**33)

#: The smallest number of seconds that is a span of time.
_SMALLEST = MICROSECOND / SECOND
#: No number of seconds has more.
_MOST_BITS = 64
#: The types that are no subclasses of themselves.
_PLAIN = (timedelta, int, float, bool)


def _plain(value: Quantity_co) -> Quantity_co:
    """
    Return *value* free of the subclasses that other libraries make of numbers and durations.
    """
    plain: Any = value
    if type(plain) in _PLAIN:
        return value
    if isinstance(plain, timedelta):
        plain = timedelta(plain.days, plain.seconds, plain.microseconds)
    elif isinstance(plain, int):
        plain = int(plain)
    elif isinstance(plain, float):
        plain = float(plain)
    return cast(Quantity_co, plain)


def end(_: object, attribute: Field, value: object) -> None:
    """
    Validate an end of a range.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, timedelta)):
        refuse(attribute.name, "must be a number", value, TypeError)
    if isinstance(value, float) and not math.isfinite(value):
        refuse(attribute.name, "must be finite", value)
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        refuse(attribute.name, "must have at most 4300 digits", value)


@final
@attrs.frozen
class Range(Generic[Quantity_co]):
    """
    A quantity that is left open between two ends, both included: "15 to 30 seconds", "2 to 4 times".

    The ends are both counts or both durations.
    In a field for a duration, numbers are seconds.

    >>> Range(2, 4)
    Range(low=2, high=4)
    """

    #: The smallest quantity that will do.
    low: Quantity_co = attrs.field(converter=_plain, validator=end)
    #: The largest quantity that will do, not below *low*.
    high: Quantity_co = attrs.field(converter=_plain, validator=end)

    def __attrs_post_init__(self) -> None:
        low: Any = self.low
        if isinstance(low, timedelta) is not isinstance(self.high, timedelta):
            kind = "a timedelta" if isinstance(self.high, timedelta) else "a number"
            message = f"low must be {kind}, as high is (got {shown(low)})"
            raise TypeError(message)
        if low > self.high:
            message = f"low must be at most high (got {shown(low)} and {shown(self.high)})"
            raise ValueError(message)


#: A number of times: at least 1, or a range of such numbers.
Count: TypeAlias = int | Range[int]


def to_count(value: Count) -> Count:
    """
    Return *value* free of the subclasses that other libraries make of whole numbers.
    """
    return value if isinstance(value, Range) else to_whole(value)


def count(_: object, attribute: Field, value: object) -> None:
    """
    Validate a count.
    """
    if isinstance(value, int):
        check_whole(attribute.name, value)
    elif isinstance(value, Range):
        ends = cast(Range[Any], value)
        check_whole(f"{attribute.name}.low", ends.low)
        check_whole(f"{attribute.name}.high", ends.high)
    else:
        refuse(attribute.name, "must be a whole number or a range of whole numbers", value, TypeError)


@final
@attrs.frozen
class Breaths:
    """
    A duration told in breaths, "hold for 5 breaths".

    How long a breath takes is up to the `Pacing`.

    >>> Breaths(5)
    Breaths(count=5)
    """

    #: How many breaths, at least one.
    count: Count = attrs.field(converter=to_count, validator=count)


#: How long: a span of time, a number of breaths, or a range of spans.
Duration: TypeAlias = timedelta | Breaths | Range[timedelta]
#: What a field for a duration accepts: a duration, or seconds.
DurationLike: TypeAlias = Duration | float | Range[float] | Range[int]


def to_timedelta(value: timedelta | float) -> timedelta:
    """
    Return seconds as a `timedelta`, anything that is no time as it is: its field will refuse it.
    """
    if type(value) is timedelta:
        return value
    plain: Any = value if type(value) in _PLAIN else _plain(cast(Any, value))
    if isinstance(plain, bool) or not isinstance(plain, (int, float)):
        return cast(timedelta, plain)
    # It would try, and take long to say no.
    if isinstance(plain, int) and plain.bit_length() > _MOST_BITS:
        return cast(timedelta, plain)
    try:
        duration = timedelta(0, plain)
    except (OverflowError, ValueError):
        return cast(timedelta, plain)
    # What is less than a microsecond is refused, not lost.
    return duration if abs(plain) >= _SMALLEST or not plain else cast(timedelta, plain)


def to_duration(value: DurationLike) -> Duration:
    """
    Return seconds as a `timedelta`, also within a `Range`.
    """
    if isinstance(value, Breaths):
        return value
    if not isinstance(value, Range):
        return to_timedelta(value)
    if isinstance(value.low, timedelta):
        return cast(Duration, value)
    low, high = to_timedelta(value.low), to_timedelta(value.high)
    if isinstance(low, timedelta) and isinstance(high, timedelta):
        return Range(low, high)
    return cast(Duration, value)


def check_not_negative(field: str, value: object, rule: str = "must be seconds") -> None:
    """
    Accept a `timedelta` that is not negative.
    """
    if not isinstance(value, timedelta):
        _refuse_unconverted(field, value, rule)
    if value.days < 0:
        refuse(field, "must be at least 0 seconds", value)


def as_moment(field: str, value: timedelta | float) -> timedelta:
    """
    Return seconds as a `timedelta`, to the nearest microsecond; what is no time or negative is refused.
    """
    # A clock that shows next to nothing is right, and so is one that rounding has put just before zero.
    if isinstance(value, float) and abs(value) < _SMALLEST:
        value = timedelta(seconds=value)
    moment = to_timedelta(value)
    check_not_negative(field, moment)
    return moment


def check_span(field: str, value: object, rule: str = "must be seconds") -> None:
    """
    Accept a `timedelta` that is not negative and that a document can hold.
    """
    check_not_negative(field, value, rule)
    if isinstance(value, timedelta) and value >= WHOLE_SECONDS_FROM and value.microseconds:
        refuse(field, f"must be whole seconds from {WHOLE_SECONDS_FROM.total_seconds():.0f} on", value)


def check_span_above_zero(field: str, value: object, rule: str = "must be seconds") -> None:
    """
    Accept a `timedelta` above zero.
    """
    check_span(field, value, rule)
    if not value:
        refuse(field, "must be above 0 seconds", value)


def span(_: object, attribute: Field, value: object) -> None:
    """
    Validate a `timedelta` that is not negative.
    """
    if not _is_common(value):
        check_span(attribute.name, value)


def span_above_zero(_: object, attribute: Field, value: object) -> None:
    """
    Validate a `timedelta` above zero.
    """
    check_span_above_zero(attribute.name, value)


def duration(_: object, attribute: Field, value: object) -> None:
    """
    Validate a duration that is not negative.
    """
    # Nearly all durations are common ones, and a routine has many: it is read 1.3 times as fast.
    if not _is_common(value):
        _check_duration(attribute.name, value, check_span)


def duration_above_zero(_: object, attribute: Field, value: object) -> None:
    """
    Validate a duration above zero; of a range, both ends.
    """
    if not (_is_common(value) and _low(value)):
        _check_duration(attribute.name, value, check_span_above_zero)


def _is_common(value: object) -> bool:
    """
    Return whether *value* is a span of time like most, short and not negative, or a range of such.
    """
    if isinstance(value, Range):
        ends = cast(Range[Any], value)
        return _is_common(ends.low) and _is_common(ends.high)
    return type(value) is timedelta and NO_TIME <= value < WHOLE_SECONDS_FROM


def _low(value: object) -> object:
    return cast(Range[Any], value).low if isinstance(value, Range) else value


def _check_duration(field: str, value: object, check: Callable[[str, object, str], None]) -> None:
    if isinstance(value, Range):
        ends = cast(Range[Any], value)
        check(f"{field}.low", to_timedelta(ends.low), "must be seconds")
        check(f"{field}.high", to_timedelta(ends.high), "must be seconds")
    elif not isinstance(value, Breaths):
        check(field, value, "must be seconds, breaths or a range of seconds")


def _refuse_unconverted(field: str, value: object, rule: str) -> NoReturn:
    """
    Say why *value* could not become a `timedelta`.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        refuse(field, rule, value, TypeError)
    if isinstance(value, float) and not math.isfinite(value):
        refuse(field, "must be finite", value)
    if abs(value) < 1:
        refuse(field, "must be at least a microsecond, or 0", value)
    if value < 0:
        refuse(field, "must be at least 0 seconds", value)
    refuse(field, f"must be below {timedelta.max.total_seconds():.0f} seconds", value)
