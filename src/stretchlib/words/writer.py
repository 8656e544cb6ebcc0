"""
Counts, durations, sides, rests and frequencies in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import reduce
from typing import Any, cast

import attrs

from stretchlib._classes import final
from stretchlib._messages import refuse
from stretchlib.model.frequency import Frequency, PeriodUnit
from stretchlib.model.quantities import Breaths, Count, Duration, Range
from stretchlib.model.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.model.timedeltas import HOUR, MICROSECOND, MINUTE, NO_TIME, SECOND
from stretchlib.words.characters import isolated, may_reorder, one_line
from stretchlib.words.language import ENGLISH, Language

_UNITS = ((HOUR, "hours"), (MINUTE, "minutes"), (SECOND, "seconds"))
#: The signs after which a sentence needs no full stop.
_ENDS = tuple(".!?…\u3002\uff01\uff1f\u061f\u0964")


@final
@attrs.frozen
class Writer:
    """
    A language in its short form, for cards, or its long form, for sentences.
    """

    language: Language
    long: bool = attrs.field(default=False, kw_only=True)

    def fill(self, template: str, number: float = 1, /, **values: object) -> str:
        """
        Return the *template*, or its alternative for a *number*, filled with *values*.
        """
        if "|" not in template:
            return template.format(**values)
        alternatives = template.split("|")
        return alternatives[min(self._alternative(number), len(alternatives) - 1)].format(**values)

    def _alternative(self, number: float) -> int:
        index: object = self.language.plural(number)
        if not isinstance(index, int):
            refuse("plural", "must return the index of an alternative", index, TypeError)
        if index < 0:
            refuse("plural", "must return at least 0", index)
        return index

    def text_of(self, name: str, *values: object) -> str:
        """
        Return the text of the function *name* of the language.
        """
        text: object = getattr(self.language, name)(*values)
        if not isinstance(text, str):
            refuse(name, "must return text", text, TypeError)
        return text

    def _form(self, name: str) -> str:
        """
        Return the name of the long or the short form of a text.
        """
        return f"long_{name}" if self.long else name

    def _in_form(self, name: str) -> str:
        text: str = getattr(self.language, self._form(name))
        return text

    def finished(self, text: str) -> str:
        """
        Return *text* after the last change of the language.
        """
        return self.text_of("finish", text)

    @property
    def is_english(self) -> bool:
        """
        Whether it is the language that `parse_exercise` reads.
        """
        return self.language is ENGLISH or self.language == ENGLISH

    def name(self, text: str) -> str:
        """
        Return a name or a label on one line, which does not reorder the words around it.
        """
        line = one_line(text)
        return line if self.is_english else isolated(line, always=may_reorder(self.language.long_hold))

    def label(self, label: str, template: str) -> str:
        """
        Return a label as a name; empty if it repeats the verb of a *template*, as in "hold: hold 5 s".
        """
        name, verb = self.name(label), self.fill(template, time="").strip()
        return "" if f"{verb} ".lower().startswith(f"{one_line(label)} ".lower()) else name

    def named(self, name: str, text: str) -> str:
        """
        Return a name and *text*; only one of them if the other is empty.
        """
        return self.fill(self.language.named, name=name, text=text) if name and text else name or text

    def sentence(self, text: str) -> str:
        """
        Return *text* with a full stop, unless it ends with a similar sign.
        """
        return text if text.endswith(_ENDS) else f"{text}{self.language.full_stop}"

    def sentences(self, texts: Iterable[str]) -> str:
        """
        Join the sentences that are not empty, the last one without a full stop.
        """
        *others, last = [*filter(None, texts)] or [""]
        return self.language.sentence_space.join([*map(self.sentence, others), last])

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
        return self._bounded(count, str) or self._range(f"{count.low}", f"{count.high}")

    def counted(self, template: str, count: Count, **values: object) -> str:
        """
        Return a *template* filled with a *count*.
        """
        if isinstance(count, Range) and (
            bounded := self._bounded(count, lambda end: self.counted(template, end, **values))
        ):
            return bounded
        return self.fill(template, _last(count), count=self.count(count), **values)

    def _bounded(self, ends: Range[Any], write: Callable[[Any], str]) -> str:
        """
        Return an amount with a lower or an upper bound only; empty if it has both.
        """
        words = self.language
        if ends.high is None:
            return self.fill(words.at_least, amount=write(ends.low))
        return self.fill(words.up_to, amount=write(ends.high)) if ends.low is None else ""

    def times(self, count: Count) -> str:
        """
        Return a number of times, for example "twice".
        """
        words = self.language
        if isinstance(count, Range) and (bounded := self._bounded(count, self.times)):
            return bounded
        usual = {1: words.once, 2: words.twice}.get(cast(int, count))
        return usual or self.counted(words.times, count)

    def time(self, duration: Duration) -> str:
        """
        Return a duration, for example "30–60 s".
        """
        if isinstance(duration, Breaths):
            return self._breaths(duration.count)
        if not isinstance(duration, Range):
            return self._exact(duration)
        if bounded := self._bounded(duration, self._exact):
            return bounded
        low, high = cast("tuple[timedelta, timedelta]", (duration.low, duration.high))
        for unit, name in _UNITS:
            shared = high < 3 * MINUTE if unit is SECOND else high and not (low % unit or high % unit)
            if shared:
                number = self._range(self._decimal(low, unit), self._decimal(high, unit))
                return self._unit(name, high / unit, number)
        return self.fill(self.language.from_to, low=self._exact(low), high=self._exact(high))

    def _range(self, low: str, high: str) -> str:
        return self.fill(self.language.from_to if self.long else self.language.dash, low=low, high=high)

    def _breaths(self, count: float | Range[int]) -> str:
        words = self.language
        if isinstance(count, Range):
            bounded = self._bounded(count, self._breaths)
            return bounded or self.fill(words.breaths, _last(count), number=self.count(count))
        if count == 0.5:
            return self._in_form("half_breath")
        number = f"{count}" if isinstance(count, int) else self.fill(words.half, number=int(count))
        return self.fill(words.breaths, count, number=number)

    def _exact(self, duration: timedelta) -> str:
        if duration < 2 * MINUTE and duration != MINUTE:
            return self._seconds(duration)
        parts: list[str] = []
        for unit, name in _UNITS[:2]:
            whole, duration = divmod(duration, unit)
            parts += [self._unit(name, whole, f"{whole}")] if whole else []
        parts += [self._seconds(duration)] if duration else []
        return self.language.unit_space.join(parts)

    def _seconds(self, duration: timedelta) -> str:
        return self._unit("seconds", duration / SECOND, self._decimal(duration, SECOND))

    def _unit(self, name: str, amount: float, number: str) -> str:
        return self.fill(self._in_form(name), amount, number=number)

    def _decimal(self, duration: timedelta, unit: timedelta) -> str:
        whole, rest = divmod(duration, unit)
        # Only seconds have a fraction.
        fraction = f"{rest // MICROSECOND:06}".rstrip("0")
        return f"{whole}{self.language.decimal_point}{fraction}" if fraction else f"{whole}"

    def sides(self, sidedness: Sidedness) -> tuple[str, str]:
        """
        Return the sides, and the first one of two opposite sides unless it is the left.
        """
        words, sides = self.language, sidedness.sides
        if sides == (Side.BOTH,):
            return "", ""
        if len(sides) == 2 and sides[0] is sides[1].opposite:
            first = "" if sides[0] is Side.LEFT else self.text_of(self._form("first_side"), sides[0])
            return self._in_form("each_side"), first
        one, *others = sides
        named = [self.text_of("one_side", one), *(self.text_of("next_side", other) for other in others)]
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
            clock = self.listed(self.text_of("clock", moment) for moment in frequency.times_of_day)
            often = self.fill(words.at_clock, often=often, clock=clock)
        limit = self.limit(frequency.weeks, frequency.days)
        return self.fill(words.limited, often=often, limit=limit) if limit else often

    def _period(self, frequency: Frequency) -> str:
        words, once = self.language, frequency.times == 1
        if not frequency.weekdays:
            # "Once a day" and "once a week", but "every hour".
            omitted = once and (frequency.every > 1 or frequency.unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR))
            times = "" if omitted else self.times(frequency.times)
            return self.text_of("per_period", times, frequency.every, frequency.unit)
        days = self.listed(self.text_of("weekday", day) for day in frequency.weekdays)
        if once:
            return self.fill(words.on_days, days=days)
        often = self.text_of("per_period", self.times(frequency.times), 1, frequency.unit)
        return self.fill(words.times_on_days, often=often, days=days)

    def limit(self, weeks: Count | None, days: Count | None) -> str:
        """
        Return the number of weeks or days; empty if unlimited.
        """
        words = self.language
        template, count = (words.days, days) if weeks is None else (words.weeks, weeks)
        return "" if count is None else self.fill(words.for_time, amount=self.counted(template, count))

    def side(self, side: Side | None) -> str:
        """
        Return the name of a side; empty for both sides and in gaps.
        """
        return "" if side in (None, Side.BOTH) else self.text_of(self._form("side"), side)


def _last(count: Count) -> int:
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
