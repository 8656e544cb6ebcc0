"""
Frequencies: how often, on which days, at which times of day, and for how long.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import time

import attrs
from attrs import Factory
from attrs.validators import optional

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse, written_time
from stretchlib._validation import Field, check_tuple_of, has_twice, is_one_of, is_whole, to_tuple, to_whole
from stretchlib.model.quantities import Count, as_written, is_count, to_count, to_count_or_none


@final
class PeriodUnit(enum.Enum):
    """
    The unit of the period over which a frequency counts: `MINUTE`, `HOUR`, `DAY` or `WEEK`.
    """

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


@final
class Weekday(enum.Enum):
    """
    A day of the week, from `MONDAY` to `SUNDAY`.
    """

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


_IN_ORDER = {weekday: number for number, weekday in enumerate(Weekday)}


def _to_weekdays(weekdays: Weekday | Iterable[Weekday]) -> tuple[Weekday, ...]:
    days = to_tuple(weekdays, Weekday)
    known = isinstance(days, tuple) and all(isinstance(day, Weekday) for day in days)
    return tuple(sorted(days, key=_IN_ORDER.__getitem__)) if known else days


def _is_weekdays(_: object, attribute: Field, value: tuple[Weekday, ...]) -> None:
    check_tuple_of(attribute.name, value, Weekday)
    if has_twice(value):
        refuse(attribute.name, "must not name a day twice", [day.value for day in value])


def _to_times_of_day(times: time | Iterable[time]) -> tuple[time, ...]:
    clock = to_tuple(times, time)
    if not isinstance(clock, tuple) or any(not isinstance(each, time) or each.tzinfo is not None for each in clock):
        return clock
    # `fold` and subclasses have no meaning without a zone, and equal values must not differ.
    return tuple(sorted(time(each.hour, each.minute, each.second, each.microsecond) for each in clock))


def _is_times_of_day(_: object, attribute: Field, value: tuple[time, ...]) -> None:
    check_tuple_of(attribute.name, value, time)
    for index, each in enumerate(value):
        if each.tzinfo is not None:
            refuse(f"{attribute.name}[{index}]", "must not have a time zone", written_time(each))
        if each.microsecond:
            refuse(f"{attribute.name}[{index}]", "must be in whole seconds", written_time(each))
    if has_twice(value):
        refuse(attribute.name, "must not name a time twice", [written_time(each) for each in value])


def _default_times(frequency: Frequency) -> int:
    # The validator of times_of_day reports values that are not lists.
    times_of_day = frequency.times_of_day
    return len(times_of_day) if times_of_day and isinstance(times_of_day, tuple) else 1


@final
@documented
@attrs.frozen
class Frequency:
    """
    How many times per period, on which days, at which times of day, and for how long.

    `attrs.evolve` keeps *times*, so pass it together with another number of *times_of_day*.

    "3 times a week for 4 to 6 weeks":

    >>> from stretchlib import Range
    >>> three_a_week = Frequency(3, unit=PeriodUnit.WEEK, weeks=Range(4, 6))

    "Every 2 hours", "every other day", and "Mondays and Thursdays at 8:00":

    >>> every_two_hours = Frequency(every=2, unit=PeriodUnit.HOUR)
    >>> every_other_day = Frequency(every=2)
    >>> twice_a_week = Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY], times_of_day=[time(8)])

    Attributes:
        every: How many units make a period, at least one.
        unit: The unit of the period.
        weeks: For how many weeks, at least one; `None` if unlimited.
        days: For how many days, at least one; `None` if unlimited. It cannot be combined with *weeks*.
        weekdays: The only days of the week on which it is done; they require unit day and every 1.
        times_of_day: The times of day, in local time, in whole seconds and without a time zone;
            they require unit day, and are as many as *times*.
        times: How many times in each period, at least once; by default the number of *times_of_day*, otherwise 1.
    """

    every: int = attrs.field(default=1, converter=to_whole, validator=is_whole, kw_only=True)
    unit: PeriodUnit = attrs.field(default=PeriodUnit.DAY, validator=is_one_of(PeriodUnit), kw_only=True)
    weeks: Count | None = attrs.field(
        default=None, converter=to_count_or_none, validator=optional(is_count), kw_only=True
    )
    days: Count | None = attrs.field(
        default=None, converter=to_count_or_none, validator=optional(is_count), kw_only=True
    )
    weekdays: tuple[Weekday, ...] = attrs.field(
        default=(), converter=_to_weekdays, validator=_is_weekdays, kw_only=True
    )
    times_of_day: tuple[time, ...] = attrs.field(
        default=(), converter=_to_times_of_day, validator=_is_times_of_day, kw_only=True
    )
    # Last, because its default depends on times_of_day.
    times: Count = attrs.field(default=Factory(_default_times, takes_self=True), converter=to_count, validator=is_count)

    def __attrs_post_init__(self) -> None:
        check_limits(self.weeks, self.days)
        if self.weekdays and (self.unit, self.every) != (PeriodUnit.DAY, 1):
            refuse(
                "weekdays", "must be left out unless unit is day and every is 1", [day.value for day in self.weekdays]
            )
        if not self.times_of_day:
            return
        clock = [written_time(each) for each in self.times_of_day]
        if self.unit is not PeriodUnit.DAY:
            refuse("times_of_day", "must be left out unless unit is day", clock)
        if self.times != len(clock):
            refuse("times", f"must be {len(clock)}, as many as times_of_day", as_written(self.times))


def limited_by(of_routine: Frequency | None, own: Frequency | None) -> Frequency | None:
    """
    Return the frequency of an exercise: its *own*, with the weeks or days *of_routine* if it has none.
    """
    if of_routine is None or own is None:
        return own or of_routine
    if are_limits(own.weeks, own.days):
        return own
    return attrs.evolve(own, weeks=of_routine.weeks, days=of_routine.days)


def are_limits(weeks: Count | None, days: Count | None) -> bool:
    """
    Return whether a number of weeks or of days is given.
    """
    return weeks is not None or days is not None


def check_limits(weeks: Count | None, days: Count | None) -> None:
    """
    Accept a number of weeks or of days, but not both.
    """
    if weeks is not None and days is not None:
        refuse("days", "must not be given together with weeks", as_written(days))


resolve_types(Frequency)
