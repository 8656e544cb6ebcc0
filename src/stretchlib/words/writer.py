"""
Counts, durations, sides, rests and frequencies in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import reduce
from typing import Any, cast, final

import attrs

from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.quantities import MICROSECOND, NO_TIME, SECOND, Breaths, Count, Duration, Range
from stretchlib.model.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.words.language import Language

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_UNITS = ((_HOUR, "hours"), (_MINUTE, "minutes"), (SECOND, "seconds"))


@final
@attrs.frozen
class Writer:
    """
    A language in its short form, for cards, or its long form, for sentences.
    """

    language: Language
    long: bool

    def fill(self, template: str, number: float = 1, /, **values: object) -> str:
        """
        Return the *template*, or its alternative for a *number*, filled with *values*.
        """
        alternatives = template.split("|")
        chosen = self.language.plural(number) if len(alternatives) > 1 else 0
        return alternatives[min(chosen, len(alternatives) - 1)].format(**values)

    def clauses(self, *clauses: str) -> str:
        """
        Join the clauses that are not empty.
        """
        return self.language.comma.join(filter(None, clauses))

    def listed(self, words: Iterable[str]) -> str:
        """
        Join *words* to a list.
        """
        *others, last = words
        return self.fill(self.language.listed, before=self.clauses(*others), last=last) if others else last

    def count(self, count: Count) -> str:
        """
        Return a count, for example "2–4".
        """
        if not isinstance(count, Range):
            return f"{count}"
        return self._range(count, f"{count.low}", f"{count.high}")

    def counted(self, template: str, count: Count, **values: object) -> str:
        """
        Return a *template* filled with a *count*.
        """
        return self.fill(template, last(count), count=self.count(count), **values)

    def times(self, count: Count) -> str:
        """
        Return a number of times, for example "twice".
        """
        words = self.language
        if isinstance(count, Range) and count.low is None:
            return self.fill(words.up_to, amount=self.times(cast(int, count.high)))
        if isinstance(count, Range) and count.high is None:
            return self.fill(words.at_least, amount=self.times(cast(int, count.low)))
        usual = {1: words.once, 2: words.twice}.get(cast(int, count))
        return usual or self.counted(words.times, count)

    def time(self, duration: Duration) -> str:
        """
        Return a duration, for example "30–60 s".
        """
        if isinstance(duration, Breaths):
            return self._breaths(duration.count)
        if not isinstance(duration, Range):
            return self._span(duration)
        low, high = duration.low, duration.high
        if low is None or high is None:
            return self._range(duration, *("" if end is None else self._span(end) for end in (low, high)))
        for unit, name in _UNITS:
            shared = high < 3 * _MINUTE if unit is SECOND else high and not (low % unit or high % unit)
            if shared:
                number = self._range(duration, self._decimal(low, unit), self._decimal(high, unit))
                return self._unit(name, high / unit, number)
        return self.fill(self.language.from_to, low=self._span(low), high=self._span(high))

    def _range(self, ends: Range[Any], low: str, high: str) -> str:
        words = self.language
        if ends.high is None:
            return self.fill(words.at_least, amount=low)
        if ends.low is None:
            return self.fill(words.up_to, amount=high)
        return self.fill(words.from_to, low=low, high=high) if self.long else f"{low}–{high}"

    def _breaths(self, count: float | Range[int]) -> str:
        words = self.language
        if isinstance(count, Range):
            return self.fill(words.breaths, last(count), number=self.count(count))
        if count == 0.5:
            return words.long_half_breath if self.long else words.half_breath
        number = f"{count}" if isinstance(count, int) else f"{int(count)}½"
        return self.fill(words.breaths, count, number=number)

    def _span(self, span: timedelta) -> str:
        if (span % _MINUTE and span < 2 * _MINUTE) or not span:
            return self._unit("seconds", span / SECOND, self._decimal(span, SECOND))
        parts: list[str] = []
        for unit, name in _UNITS[:2]:
            whole, span = divmod(span, unit)
            parts += [self._unit(name, whole, f"{whole}")] if whole else []
        parts += [self._unit("seconds", span / SECOND, self._decimal(span, SECOND))] if span else []
        return " ".join(parts)

    def _unit(self, name: str, amount: float, number: str) -> str:
        template = getattr(self.language, f"long_{name}" if self.long else name)
        return self.fill(template, amount, number=number)

    def _decimal(self, span: timedelta, unit: timedelta) -> str:
        whole, rest = divmod(span, unit)
        # Only seconds have a fraction.
        fraction = f"{rest // MICROSECOND:06}".rstrip("0")
        return f"{whole}{self.language.decimal_point}{fraction}" if fraction else f"{whole}"

    def sides(self, sidedness: Sidedness) -> tuple[str, str]:
        """
        Return the sides, and the first one of two opposite sides unless it is the left.
        """
        words, sides = self.language, sidedness.sides
        if sides == (Side.BOTH,) and sidedness.switch_after is SwitchAfter.SET:
            return "", ""
        if len(sides) == 2 and sides[0] is sides[1].opposite:
            first = words.long_first_side if self.long else words.first_side
            each = words.long_each_side if self.long else words.each_side
            return each, "" if sides[0] is Side.LEFT else first(sides[0])
        one, *others = sides
        named = [words.one_side(one), *map(words.next_side, others)]
        return reduce(lambda before, after: self.fill(words.then, before=before, after=after), named), ""

    def switch(self, sidedness: Sidedness) -> tuple[str, str]:
        """
        Return "alternating" and "all sets on one side first"; at least one of them is empty.
        """
        after = sidedness.switch_after
        alternating = self.language.alternating if after is SwitchAfter.REPETITION else ""
        return alternating, self.language.all_sets_first if after is SwitchAfter.ALL_SETS else ""

    def sidedness(self, sidedness: Sidedness) -> str:
        """
        Return the sides, their order and the rest between them.
        """
        sides, first = self.sides(sidedness)
        alternating, all_sets = self.switch(sidedness)
        rest = self.rest(sidedness.rest, self.language.between_sides)
        return self.clauses(sides, alternating, first, all_sets, rest)

    def rest(self, duration: Duration | None, between: str) -> str:
        """
        Return the rest *between* two things; empty if none is prescribed.
        """
        words = self.language
        if duration is None:
            return ""
        template = rest_template(duration, words.no_rest_between, words.any_rest_between, words.rest_between)
        return self.fill(template, time=self.time(duration), between=between)

    def often(self, frequency: Frequency) -> str:
        """
        Return a frequency, for example "twice a day for 4 weeks".
        """
        words, often = self.language, self._period(frequency)
        if frequency.times_of_day:
            clock = self.listed(map(words.clock, frequency.times_of_day))
            often = self.fill(words.at_clock, often=often, clock=clock)
        limit = self.limit(frequency.weeks, frequency.days)
        return self.fill(words.limited, often=often, limit=limit) if limit else often

    def _period(self, frequency: Frequency) -> str:
        words, once = self.language, frequency.times == 1
        if not frequency.weekdays:
            # "Once a day" and "once a week", but "every hour".
            omitted = once and (frequency.every > 1 or frequency.unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR))
            times = "" if omitted else self.times(frequency.times)
            return words.per_period(times, frequency.every, frequency.unit)
        days = self.listed(map(words.weekday, frequency.weekdays))
        if once:
            return self.fill(words.on_days, days=days)
        often = words.per_period(self.times(frequency.times), 1, frequency.unit)
        return self.fill(words.times_on_days, often=often, days=days)

    def limit(self, weeks: Count | None, days: Count | None) -> str:
        """
        Return the number of weeks or days; empty if unlimited.
        """
        if weeks is not None:
            return self.counted(self.language.weeks, weeks)
        return "" if days is None else self.counted(self.language.days, days)


def last(count: Count) -> int:
    """
    Return the number before a noun, which selects singular or plural.
    """
    if not isinstance(count, Range):
        return count
    return cast(int, count.low if count.high is None else count.high)


def rest_template(duration: Duration, none: str, unlimited: str, some: str) -> str:
    """
    Return the template for a rest of 0, of at least 0, or of *some* time.
    """
    if duration == NO_TIME:
        return none
    return unlimited if duration == Range.at_least(NO_TIME) else some
