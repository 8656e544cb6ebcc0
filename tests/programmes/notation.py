"""
What must be performed, step by step, according to a hand-made expansion?

The notation of `expansions.json`: `3(L30 R30)` is left for 30 seconds and right for 30 seconds, three times;
`2-4(N10-30)` leaves two ranges open; `r30` is a rest, `*` a step without a time, `:tilt` the label of a step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import final

import attrs

from stretchlib import Side

_SIDES = {
    "L": Side.LEFT,
    "R": Side.RIGHT,
    "N": Side.BOTH,
    "B": Side.BOTH,
    "A": Side.AFFECTED,
    "W": Side.AFFECTED,
    "G": Side.UNAFFECTED,
    "r": None,
}
_NUMBER = r"\d+(?:-\d+)?"
_TOKEN = re.compile(
    rf"(?P<count>{_NUMBER})\(|(?P<close>\))|\s+"
    rf"|(?P<side>[LRNBAWGr])(?P<time>{_NUMBER}|\*)(?::(?P<label>[\w-]+))?"
)
_BREATHS = re.compile(rf"(?:(?P<count>{_NUMBER})-)?breaths?")


@final
@attrs.frozen
class Expected:
    """
    One step that must be performed; without a *side* it is a rest.
    """

    side: Side | None
    #: How long; `None` where no time is given, or one in breaths.
    duration: timedelta | None
    label: str = ""
    #: How many breaths, where the notation says so; a step without a time equals one that lasts for some breaths.
    breaths: int | None = attrs.field(default=None, eq=False)


def expand(notation: str, level: int) -> list[Expected]:
    """
    Return the steps of *notation* at the low (0) or the high (1) end of its ranges.
    """
    groups: list[tuple[int, list[Expected]]] = [(1, [])]
    for token in _tokens(notation):
        if token["count"]:
            groups.append((_number(token["count"], level), []))
        elif token["close"]:
            count, steps = groups.pop()
            groups[-1][1].extend(steps * count)
        elif token["side"]:
            groups[-1][1].extend(_steps(_SIDES[token["side"]], token["time"], token["label"] or "", level))
    [(_, steps)] = groups
    return steps


def _tokens(notation: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(notation):
        token = _TOKEN.match(notation, position)
        if token is None:
            message = f"cannot read {notation[position:]!r} in {notation!r}"
            raise ValueError(message)
        yield token
        position = token.end()


def _steps(side: Side | None, time: str, label: str, level: int) -> list[Expected]:
    if breaths := _BREATHS.fullmatch(label):
        return [Expected(side, None, breaths=_number(breaths["count"] or "1", level))]
    duration = None if time == "*" else timedelta(seconds=_number(time, level))
    # Timers that change sides halfway write one step for the two.
    if label == "split2" and duration:
        return [Expected(Side.LEFT, duration / 2), Expected(Side.RIGHT, duration / 2)]
    return [Expected(side, duration, label)]


def _number(number: str, level: int) -> int:
    low, _, high = number.partition("-")
    return int(high or low) if level else int(low)
