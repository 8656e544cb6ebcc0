"""
The meanings of phrases: functions for their table, and names of parts of an exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time, timedelta
from fractions import Fraction
from typing import Any, Final

import attrs

from stretchlib._validation import has_twice
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Range
from stretchlib.model.sidedness import RelativeSide, Side, SwitchAfter
from stretchlib.model.timedeltas import MICROSECOND, SECOND
from stretchlib.model.work import Hold, Move, Repetitions, Rest

#: Two opposite sides, in either order.
EACH: Final = "each"

#: The hints for a number without a unit, and for one that is a time.
BARE: Final = 'write "… times" or "… s"'
UNITLESS: Final = 'write "… s" or "… min"'

FIRST: Final = "first side"
SWITCH: Final = "change of sides"
#: A bare rest, and rests with their place.
REST: Final = "rest"
REST_BETWEEN_REPETITIONS: Final = "rest between repetitions"
REST_BETWEEN_SIDES: Final = "rest between sides"
REST_BETWEEN_SETS: Final = "rest between sets"

#: The parts that a sequence of phases gives, too, so that no other clause may give them.
ALONE: Final[Mapping[str, Any]] = {
    "sets": 1,
    "repetitions": 1,
    "sides": (Side.BOTH,),
    SWITCH: SwitchAfter.SET,
    REST: None,
    REST_BETWEEN_REPETITIONS: None,
    REST_BETWEEN_SIDES: None,
    REST_BETWEEN_SETS: None,
}


def same(value: Any) -> Any:
    """
    Return the *value* of the only part.
    """
    return value


def always(value: Any) -> Callable[..., Any]:
    """
    Return a function that returns *value*.
    """

    def constant(*_: object) -> Any:
        return value

    return constant


def says(*names: str, **others: Any) -> Callable[..., Any]:
    """
    Return a function that gives the values of parts *names*, and adds *others*.
    """

    def clause(*values: Any) -> dict[str, Any]:
        return dict(zip(names, values, strict=True)) | others

    return clause


def refused(reason: str) -> Callable[..., Any]:
    """
    Return a function that refuses a phrase for a *reason*.
    """

    def raise_error(*_: object) -> Any:
        raise ValueError(reason)

    return raise_error


def in_seconds(unit: int) -> Callable[[Any], Any]:
    """
    Return a function that converts a number of units, each of some seconds, to seconds.
    """
    return lambda number: number * unit


def in_all(*parts: Fraction) -> timedelta:
    """
    Return the sum of some numbers of seconds, which must be whole microseconds.
    """
    microseconds = sum(parts) * (SECOND // MICROSECOND)
    if microseconds.denominator > 1:
        message = "must be in whole microseconds"
        raise ValueError(message)
    if microseconds > timedelta.max // MICROSECOND:
        message = f"must be below {timedelta.max.total_seconds():.0f} seconds"
        raise ValueError(message)
    return timedelta(microseconds=int(microseconds))


def between(unit: int) -> Callable[[Any, Any], Any]:
    """
    Return a function from two numbers of units, each of some seconds, to a range of durations.
    """
    return lambda low, high: Range(in_all(low * unit), in_all(high * unit))


def and_a_half(whole: int) -> Breaths:
    """
    Return a number of breaths plus a half.
    """
    if whole + 0.5 - whole != 0.5:
        message = "must be small enough for a half"
        raise ValueError(message)
    return Breaths(whole + 0.5)


def labelled(label: str, phase: Hold | Move | Rest) -> Hold | Move | Rest:
    """
    Return a *phase* with a *label*.
    """
    return attrs.evolve(phase, label=label)


def on(side: RelativeSide) -> Callable[[Any], Any]:
    """
    Return a function that puts a phase on a *side*.
    """
    return lambda phase: attrs.evolve(phase, side=side)


def resting(work: Repetitions, rest: Any) -> Repetitions:
    """
    Return repetitions with a *rest* between them.
    """
    return attrs.evolve(work, rest=rest)


def fitting(phases: Any, duration: Any) -> Repetitions:
    """
    Return as many repetitions of *phases* as fit into a *duration*.
    """
    return Repetitions(AsManyAsFit(duration), phases)


def frequency(*parts: Mapping[str, Any]) -> Frequency:
    """
    Return the frequency of a period, times of day and a limit.
    """
    fields: dict[str, Any] = {}
    for part in parts:
        fields |= part
    clocks = fields.get("times_of_day")
    if clocks:
        _check_clocks(clocks, fields.get("unit", PeriodUnit.DAY), fields.get("times", len(clocks)))
    return Frequency(**fields)


def _check_clocks(clocks: Sequence[time], unit: PeriodUnit, times: Count) -> None:
    """
    Refuse times of day that the other parts of a frequency contradict, in words of the notation.
    """
    message = ""
    if unit is not PeriodUnit.DAY:
        message = 'only days have times of day: write "daily at …" or "on Mondays at …"'
    elif has_twice(clocks):
        message = "must not name a time of day twice"
    elif isinstance(times, Range):
        message = "a range of times a day cannot have times of day"
    elif times != len(clocks):
        message = f"must have as many times of day as times a day (got {len(clocks)} and {times})"
    if message:
        raise ValueError(message)
