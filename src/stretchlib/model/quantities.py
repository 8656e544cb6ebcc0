"""
Counts and durations: exact, within a range, in breaths, or as many as fit into a time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse, seconds, shown
from stretchlib._validation import MAX_NUMBER, Field, check_whole, to_whole
from stretchlib.model.timedeltas import (
    COMMON_DAYS,
    PLAIN,
    check_timedelta,
    check_timedelta_above_zero,
    to_plain,
    to_timedelta,
)

Quantity = TypeVar("Quantity", int, float, timedelta)
Quantity_co = TypeVar("Quantity_co", int, float, timedelta, covariant=True)

_TIME_OR_NONE = (timedelta, type(None))


def _to_end(value: Quantity_co | None) -> Quantity_co | None:
    return value if type(value) in PLAIN else to_plain(value)


def is_range_end(_: object, attribute: Field, value: object) -> None:
    """
    Validate an end of a range.
    """
    if value is None or type(value) is timedelta:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float, timedelta)):
        refuse(attribute.name, "must be a number", value, TypeError)
    if isinstance(value, float) and not math.isfinite(value):
        refuse(attribute.name, "must be finite", value)
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        refuse(attribute.name, "must have at most 4300 digits", value)


@final
@attrs.frozen
class Range(Generic[Quantity_co]):
    """
    An inclusive range of counts or durations: "15 to 30 seconds", "2 to 4 times", "at least a minute".

    Both ends are counts, or both are durations.
    In a field for a duration, numbers are seconds.
    A range of durations also contains numbers, as seconds: `20 in Hold(Range(15, 30)).duration`.

    Attributes:
        low: The lower bound; `None` if only the upper bound is given.
        high: The upper bound, not below *low*; `None` if only the lower bound is given.

    >>> Range(2, 4)
    Range(low=2, high=4)
    >>> 3 in Range(2, 4), 5 in Range.up_to(4)
    (True, False)
    """

    low: Quantity_co | None = attrs.field(converter=_to_end, validator=is_range_end)
    high: Quantity_co | None = attrs.field(converter=_to_end, validator=is_range_end)

    def __attrs_post_init__(self) -> None:
        low: Any = self.low
        high: Any = self.high
        if low is None or high is None:
            if low is high:
                message = "low or high must be given (got None and None)"
                raise ValueError(message)
            return
        if isinstance(low, timedelta) is not isinstance(high, timedelta):
            kind = "a timedelta" if isinstance(high, timedelta) else "a number"
            refuse("low", f"must be {kind}, as high is", low, TypeError)
        if low > high:
            message = f"low must be at most high (got {shown(low)} and {shown(high)})"
            raise ValueError(message)

    # Static methods with their own type variable, because type checkers do not infer the one of a bare `Range`.
    @staticmethod
    def at_least(low: Quantity) -> Range[Quantity]:
        """
        Return a range without an upper bound.

        >>> Range.at_least(30)
        Range(low=30, high=None)
        """
        return Range(low, None)

    @staticmethod
    def up_to(high: Quantity) -> Range[Quantity]:
        """
        Return a range without a lower bound.

        >>> Range.up_to(3)
        Range(low=None, high=3)
        """
        return Range(None, high)

    def __contains__(self, value: object) -> bool:
        low: Any = self.low
        high: Any = self.high
        is_of_durations = isinstance(low, timedelta) or isinstance(high, timedelta)
        plain = to_timedelta(cast(float, value)) if is_of_durations else to_plain(value)
        if isinstance(plain, bool) or not isinstance(plain, timedelta if is_of_durations else (int, float)):
            return False
        number = cast(Any, plain)
        return bool((low is None or low <= number) and (high is None or number <= high))


def ends_of(ends: Range[Any]) -> Iterator[tuple[str, Any]]:
    """
    Yield the names and values of the ends that a range has.
    """
    for name, end in (("low", ends.low), ("high", ends.high)):
        if end is not None:
            yield name, end


#: A number of times: at least 1, or a range of such numbers.
Count: TypeAlias = int | Range[int]


def to_count(value: Count) -> Count:
    """
    Convert objects with `__index__` to plain `int`.
    """
    return value if isinstance(value, Range) else to_whole(value)


def to_count_or_none(value: Count | None) -> Count | None:
    """
    Convert objects with `__index__` to plain `int`; return `None` unchanged.
    """
    return None if value is None else to_count(value)


def check_count(field: str, value: object, rule: str = "must be a whole number or a range of whole numbers") -> None:
    """
    Accept a count; *rule* is the message for other types.
    """
    if isinstance(value, Range):
        for name, end in ends_of(cast(Range[Any], value)):
            check_whole(f"{field}.{name}", end)
    else:
        check_whole(field, value, rule)


def is_count(_: object, attribute: Field, value: object) -> None:
    """
    Validate a count.
    """
    check_count(attribute.name, value)


def _to_breaths(value: float | Range[int]) -> float | Range[int]:
    if not isinstance(value, Range):
        return _to_whole_if_possible(value)
    low = None if value.low is None else _to_whole_if_possible(value.low)
    high = None if value.high is None else _to_whole_if_possible(value.high)
    return cast("Range[int]", Range(low, high))


def _to_whole_if_possible(value: float) -> float:
    plain: float = to_plain(value)
    return int(plain) if isinstance(plain, float) and plain.is_integer() else plain


def _is_number_of_breaths(_: object, attribute: Field, value: object) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        refuse(attribute.name, "must be finite", value)
    if isinstance(value, float) and not (2 * value).is_integer():
        refuse(attribute.name, "must be a whole number, or half of one", value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value <= 0:
        refuse(attribute.name, "must be at least a half", value)
    if not isinstance(value, float):
        check_count(attribute.name, value, "must be a number or a range of whole numbers")


@final
@documented
@attrs.frozen
class Breaths:
    """
    A duration measured in breaths: "hold for 5 breaths", "one pose each inhale".

    The `Pacing` determines how long a breath takes.

    Attributes:
        count: How many breaths: a multiple of a half, above 0, or a range of whole numbers.

    >>> Breaths(5), Breaths(0.5)
    (Breaths(count=5), Breaths(count=0.5))
    """

    count: float | Range[int] = attrs.field(converter=_to_breaths, validator=_is_number_of_breaths)


#: A time, a number of breaths, or a range of times.
Duration: TypeAlias = timedelta | Breaths | Range[timedelta]
#: What a field for a duration accepts: a duration, or seconds.
DurationLike: TypeAlias = Duration | float | Range[float]


def to_duration(value: DurationLike) -> Duration:
    """
    Convert seconds to a `timedelta`, also within a `Range`.
    """
    if type(value) is int:
        # A fast path, which makes reading a document 1.1 times as fast.
        try:
            return timedelta(0, value)
        except OverflowError:
            return cast(Duration, value)
    if isinstance(value, Breaths):
        return value
    if not isinstance(value, Range):
        return to_timedelta(value)
    low = None if value.low is None else to_timedelta(value.low)
    high = None if value.high is None else to_timedelta(value.high)
    if isinstance(low, _TIME_OR_NONE) and isinstance(high, _TIME_OR_NONE):
        return Range(low, high)
    return cast(Duration, value)


def to_duration_or_none(value: DurationLike | None) -> Duration | None:
    """
    Convert seconds to a `timedelta`, also within a `Range`; return `None` unchanged.
    """
    return None if value is None else to_duration(value)


def is_duration(_: object, attribute: Field, value: object) -> None:
    """
    Validate a duration that is not negative.
    """
    check_duration(attribute.name, value)


def check_duration(field: str, value: object) -> None:
    """
    Accept a duration that is not negative.
    """
    if type(value) is not timedelta or not 0 <= value.days < COMMON_DAYS:
        _check_duration(field, value, check_timedelta)


def is_duration_above_zero(_: object, attribute: Field, value: object) -> None:
    """
    Validate a duration above zero; of a range, both ends.
    """
    if type(value) is not timedelta or not value or not 0 <= value.days < COMMON_DAYS:
        _check_duration(attribute.name, value, check_timedelta_above_zero)


def is_closed_duration(_: object, attribute: Field, value: object) -> None:
    """
    Validate a duration above zero, but no range with one end, not even of breaths.
    """
    _check_duration(attribute.name, value, check_timedelta_above_zero)
    ends: Any = value.count if isinstance(value, Breaths) else value
    if isinstance(ends, Range) and None in (cast(Any, ends).low, cast(Any, ends).high):
        refuse(attribute.name, "must not be a range with one end", as_written(cast(Any, ends)))


def as_written(quantity: Duration | Count) -> object:
    """
    Return *quantity* as documents show it, for messages: a number, or the ends of a range.
    """
    if isinstance(quantity, Range):
        return {name: as_written(end) for name, end in ends_of(quantity)}
    return seconds(quantity) if isinstance(quantity, timedelta) else quantity


def _check_duration(field: str, value: object, check: Callable[[str, object, str], None]) -> None:
    if isinstance(value, Range):
        for name, end in ends_of(cast(Range[Any], value)):
            check(f"{field}.{name}", to_timedelta(end), "must be seconds")
    elif not isinstance(value, Breaths):
        check(field, value, "must be seconds, breaths or a range of seconds")


@final
@documented
@attrs.frozen
class AsManyAsFit:
    """
    A number of times that depends on a duration: "for 5 minutes".

    It is the largest number of whole times that fit, together with the gaps between them, but at least one.

    Attributes:
        duration: The available time, above 0 seconds; a range needs both ends.

    >>> AsManyAsFit(300)
    AsManyAsFit(duration=datetime.timedelta(seconds=300))
    """

    duration: Duration = attrs.field(converter=to_duration, validator=is_closed_duration)


def to_times(value: Count | AsManyAsFit) -> Count | AsManyAsFit:
    """
    Convert objects with `__index__` to plain `int`.
    """
    return value if type(value) is int or isinstance(value, AsManyAsFit) else to_count(value)


def is_times(_: object, attribute: Field, value: object) -> None:
    """
    Validate a number of times: a count, or as many as fit.
    """
    if not isinstance(value, AsManyAsFit):
        check_count(attribute.name, value, "must be a whole number, a range of whole numbers or as many as fit")


resolve_types(Range, Breaths, AsManyAsFit)
