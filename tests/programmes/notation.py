"""
The notation of expansions made by hand.

`3(L30 R30)` is left for 30 seconds and right for 30 seconds, three times; `2-4(N10-30)` leaves two ranges open.
`r30` is a rest, `m30` behind a side a movement, `b5` a time in breaths, `30+` at least 30 seconds, `*` a step without
a time, and `:tilt` the label of a step.
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
    "U": Side.UNAFFECTED,
    "r": None,
}
_NUMBER = r"\d+(?:-\d+)?"
_TOKEN = re.compile(
    rf"(?P<count>{_NUMBER})\(|(?P<close>\))|\s+"
    rf"|(?P<side>[LRNBAWGUr])(?P<move>m?)(?:b(?P<breaths>0\.5|{_NUMBER})|(?P<time>{_NUMBER}|\*)(?P<at_least>\+?))"
    r"(?::(?P<label>[\w-]+))?"
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
    # Only some notations have this detail; steps are equal if one of them lacks it.
    #: How many breaths.
    breaths: float | None = attrs.field(default=None, eq=False)
    #: Whether it is a movement.
    moves: bool = attrs.field(default=False, eq=False)
    #: Whether the person ends it, not the clock.
    is_open: bool = attrs.field(default=False, eq=False)


def expand(notation: str, level: int) -> list[Expected]:
    """
    Return the steps of *notation* at the low (0) or the high (1) end of its ranges.
    """
    groups: list[tuple[int, list[Expected]]] = [(1, [])]
    for token in _tokens(notation):
        if token["count"]:
            groups.append((int(_number(token["count"], level)), []))
        elif token["close"]:
            count, steps = groups.pop()
            groups[-1][1].extend(steps * count)
        elif token["side"]:
            groups[-1][1].extend(_steps(token, level))
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


def _steps(token: re.Match[str], level: int) -> list[Expected]:
    side, label, moves = _SIDES[token["side"]], token["label"] or "", bool(token["move"])
    if token["breaths"]:
        return [Expected(side, None, label, _number(token["breaths"], level), moves)]
    if breaths := _BREATHS.fullmatch(label):
        return [Expected(side, None, breaths=_number(breaths["count"] or "1", level))]
    if token["time"] == "*":
        return [Expected(side, None, label, moves=True, is_open=True)]
    duration = timedelta(seconds=_number(token["time"], level))
    # Timers that change sides halfway have one step for both sides.
    if label == "split2":
        return [Expected(Side.LEFT, duration / 2), Expected(Side.RIGHT, duration / 2)]
    return [Expected(side, duration, label, None, moves, bool(token["at_least"]))]


def _number(number: str, level: int) -> float:
    low, _, high = number.partition("-")
    return float(high or low) if level else float(low)
