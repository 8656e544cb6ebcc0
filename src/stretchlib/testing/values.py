"""
Hypothesis strategies for the values of fields: counts, durations, texts.
"""

from __future__ import annotations

from datetime import timedelta
from math import inf
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from stretchlib._messages import shown
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Duration, Range
from stretchlib.model.timedeltas import MICROSECOND, MINUTE, SECOND, WHOLE_SECONDS_FROM, to_elapsed

Value = TypeVar("Value")


@st.composite
def usually(draw: DrawFn, usual: Value, unusual: SearchStrategy[Value]) -> Value:
    """
    Generate the *usual* value half of the time, which is faster, and to which failures shrink.
    """
    return draw(unusual) if draw(TOSS) else usual


#: True half of the time.
TOSS = st.booleans()


def at_most(given: int | None, usual: int, least: int) -> int:
    """
    Return an upper bound: the *given* one, otherwise the *usual* one, or twice the lower bound if that is more.
    """
    return max(usual, 2 * least) if given is None else given


def check_limit(name: str, value: int, least: int, most: float = inf) -> None:
    """
    Check that an argument is possible.
    """
    if not least <= value <= most:
        rule = f"at least {least}" if value < least else f"at most {most}"
        message = f"{name} must be {rule} (got {value})"
        raise InvalidArgument(message)


def ranges_of(ends: SearchStrategy[Any], *, allow_open_ranges: bool = True) -> SearchStrategy[Range[Any]]:
    """
    Generate ranges between two *ends*, in either order, and ranges with one end.
    """
    closed = st.tuples(ends, ends).map(_ordered)
    return closed | ends.map(Range.at_least) | ends.map(Range.up_to) if allow_open_ranges else closed


def _ordered(ends: tuple[Any, Any]) -> Range[Any]:
    return Range(min(ends), max(ends))


def counts(
    *, min_value: int = 1, max_value: int | None = None, allow_ranges: bool = True, allow_open_ranges: bool = True
) -> SearchStrategy[Count]:
    """
    Generate counts and ranges of counts, from *min_value* to *max_value*, both included.

    Args:
        min_value: The smallest count.
        max_value: The largest; by default 4, or twice *min_value* if that is more.
        allow_ranges: Whether a count may be a range.
        allow_open_ranges: Whether a range may have only one end.

    >>> from hypothesis import find
    >>> find(counts(min_value=2, allow_open_ranges=False), lambda count: isinstance(count, Range))
    Range(low=2, high=2)
    """
    check_limit("min_value", min_value, 1)
    number = st.integers(min_value, at_most(max_value, 4, min_value))
    return number | ranges_of(number, allow_open_ranges=allow_open_ranges) if allow_ranges else number


def breaths(*, allow_ranges: bool = True, allow_open_ranges: bool = True) -> SearchStrategy[Breaths]:
    """
    Generate numbers of breaths: whole ones, half ones and ranges.
    """
    whole = counts(allow_ranges=allow_ranges, allow_open_ranges=allow_open_ranges)
    return whole.map(Breaths) | st.sampled_from((0.5, 1.5)).map(Breaths)


def timedeltas(
    *, min_value: timedelta | float = 1, max_value: timedelta | float | None = None
) -> SearchStrategy[timedelta]:
    """
    Generate a `timedelta`, half of the time in whole seconds, from *min_value* to *max_value*, both included.

    Args:
        min_value: The shortest, in seconds or as a `timedelta`.
        max_value: The longest, by default a minute, or twice *min_value* if that is more.

    >>> from hypothesis import find
    >>> find(timedeltas(min_value=0.5), lambda duration: True)
    datetime.timedelta(seconds=1)
    """
    shortest = _limit("min_value", min_value)
    least = _in_microseconds(shortest)
    usual = min(at_most(None, _in_microseconds(MINUTE), least), _in_microseconds(timedelta.max))
    longest = _microseconds(usual) if max_value is None else _limit("max_value", max_value)
    if longest < shortest:
        message = f"max_value must be at least {shown(shortest)}, as min_value is (got {shown(max_value)})"
        raise InvalidArgument(message)
    # Computed with integers: rounded up, it may be longer than `timedelta.max`.
    first, last = -(-least // 10**6), longest // SECOND
    fractional = st.integers(least, _in_microseconds(min(longest, WHOLE_SECONDS_FROM))).map(_microseconds)
    if first > last:
        return fractional
    whole = st.integers(first, last).map(_seconds)
    return whole | fractional if shortest < WHOLE_SECONDS_FROM else whole


def _limit(name: str, value: timedelta | float) -> timedelta:
    try:
        return to_elapsed(name, value)
    except (TypeError, ValueError) as error:
        raise InvalidArgument(str(error)) from None


def _seconds(whole: int) -> timedelta:
    return timedelta(seconds=whole)


def _in_microseconds(duration: timedelta) -> int:
    return duration // MICROSECOND


def _microseconds(whole: int) -> timedelta:
    return timedelta(microseconds=whole)


def durations(
    *,
    min_value: timedelta | float = 1,
    max_value: timedelta | float | None = None,
    allow_ranges: bool = True,
    allow_open_ranges: bool = True,
    allow_breaths: bool = True,
) -> SearchStrategy[Duration]:
    """
    Generate durations of all forms: a `timedelta` from *min_value* to *max_value*, ranges of them, and breaths.

    Args:
        min_value: The shortest, in seconds or as a `timedelta`; breaths may be shorter or longer.
        max_value: The longest, in seconds or as a `timedelta`, by default as for `timedeltas`.
        allow_ranges: Whether a duration may be a range, in seconds or in breaths.
        allow_open_ranges: Whether a range may have only one end.
        allow_breaths: Whether a duration may be in breaths.

    >>> from hypothesis import find
    >>> find(durations(), lambda duration: isinstance(duration, Breaths))
    Breaths(count=1)
    """
    exact = timedeltas(min_value=min_value, max_value=max_value)
    forms: SearchStrategy[Duration] = exact
    if allow_ranges:
        forms |= ranges_of(exact, allow_open_ranges=allow_open_ranges)
    if allow_breaths:
        forms |= breaths(allow_ranges=allow_ranges, allow_open_ranges=allow_open_ranges)
    return forms


def as_many_as_fit() -> SearchStrategy[AsManyAsFit]:
    """
    Generate as many times as fit into a duration.
    """
    return durations(max_value=30, allow_open_ranges=False).map(AsManyAsFit)


def texts(*, min_size: int = 0, max_size: int | None = None) -> SearchStrategy[str]:
    """
    Generate text of any script, of *min_size* to *max_size* characters.

    By default, *max_size* is 10, or twice *min_size* if that is more.

    >>> from hypothesis import find
    >>> find(texts(min_size=2), lambda text: True)
    '00'
    """
    return st.text(st.characters(codec="utf-8"), min_size=min_size, max_size=at_most(max_size, 10, min_size))
