"""
Functions of English, the defaults of a `Language`.
"""

from __future__ import annotations

from datetime import time

from stretchlib.model.frequency import PeriodUnit, Weekday
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import StepKind


def plural(number: float) -> int:
    return int(number != 1)


def finish(text: str) -> str:
    return text


def side(side: Side) -> str:
    return str(side.value)


def long_side(side: Side) -> str:
    return f"{side.value} side"


def kind(kind: StepKind) -> str:
    return str(kind.value)


def long_kind(kind: StepKind) -> str:
    return _IMPERATIVES.get(kind, str(kind.value))


_IMPERATIVES = {
    StepKind.PREPARE: "get ready",
    StepKind.SWITCH: "change sides",
    StepKind.TRANSITION: "move on",
}


def one_side(side: Side) -> str:
    return "on both sides together" if side is Side.BOTH else f"on the {side.value} side"


def next_side(side: Side) -> str:
    return "both sides together" if side is Side.BOTH else f"the {side.value}"


def first_side(side: Side) -> str:
    return f"{side.value} first"


def long_first_side(side: Side) -> str:
    return f"begin on the {side.value} side"


def per_period(times: str, every: int, unit: PeriodUnit) -> str:
    if every == 1:
        article = "an" if unit is PeriodUnit.HOUR else "a"
        return f"{times} {article} {unit.value}" if times else f"every {unit.value}"
    short = unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR)
    if not times and every == 2 and not short:
        return f"every other {unit.value}"
    period = f"{every} {unit.value}s"
    return f"{times} {'in' if short else 'every'} {period}" if times else f"every {period}"


def weekday(weekday: Weekday) -> str:
    return f"{weekday.value.capitalize()}s"


def clock(moment: time) -> str:
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{moment.hour}:{moment.minute:02}{seconds}"
