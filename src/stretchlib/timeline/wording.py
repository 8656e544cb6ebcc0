"""
What does a voice say?

A wording is a handful of functions from a step to a text, in English unless others take their place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import final

import attrs

from stretchlib._validation import Field, refuse, seconds
from stretchlib.model.sidedness import Side
from stretchlib.timeline.steps import VERBS, Step, StepKind


def _function(_: object, attribute: Field, value: object) -> None:
    if not callable(value):
        refuse(attribute.name, "must be a function", value, TypeError)


def _first_words(step: Step, following: Step | None) -> str:
    if step.kind is not StepKind.PREPARE:
        return ""
    return f"Get ready: {_whereabouts(following)}" if following and following.exercise else "Get ready"


def _begin(step: Step, before: Step | None) -> str:
    news = _news(step, before)
    said = _what(step)
    return f"{news}. {said}" if news else said


def _what(step: Step) -> str:
    if step.kind is StepKind.MOVE and step.label:
        return step.label
    if step.estimated:
        return f"Number {step.repetition}"
    return f"{step.label or VERBS[step.kind].capitalize()} for {_time(step.duration)}"


def _pause(step: Step, before: Step | None, following: Step | None) -> str:
    coming = _coming(step, before, following)
    if step.kind is StepKind.TRANSITION and coming:
        return coming
    said = step.label or VERBS[step.kind].capitalize()
    if step.kind is StepKind.REST:
        said = f"{said} for {_time(step.duration)}"
    return f"{said}. {coming}" if coming else said


def _half_time(_: Step) -> str:
    return "Half time"


def _countdown(_: Step, left: int) -> str:
    return str(left)


def _last_words(_: Step) -> str:
    return "Well done"


@final
@attrs.frozen(kw_only=True)
class Wording:
    """
    The functions that say what to say; where one returns no text, nothing is said.

    >>> german = Wording(half_time=lambda step: "Halbzeit", last_words=lambda step: "Geschafft")

    Attributes:
        first_words: When the timeline begins, in place of `begin` or `pause`: given the first step and what
            follows it, if anything.
        begin: When something to do begins, a hold, a movement, or the relaxing phase of a repetition: given
            the step and the one before it, if any, to say what has changed where no gap has told it.
        pause: When a gap begins: given the gap, the step before it and the one after it, if any, to say
            what comes next.
        half_time: When half of a step is over.
        countdown: When the last seconds of a step are counted down: given how many are left.
        last_words: Within the last second of the timeline: given the last step.
    """

    first_words: Callable[[Step, Step | None], str] = attrs.field(default=_first_words, validator=_function)
    begin: Callable[[Step, Step | None], str] = attrs.field(default=_begin, validator=_function)
    pause: Callable[[Step, Step | None, Step | None], str] = attrs.field(default=_pause, validator=_function)
    half_time: Callable[[Step], str] = attrs.field(default=_half_time, validator=_function)
    countdown: Callable[[Step, int], str] = attrs.field(default=_countdown, validator=_function)
    last_words: Callable[[Step], str] = attrs.field(default=_last_words, validator=_function)


def _coming(gap: Step, before: Step | None, following: Step | None) -> str:
    """
    Say what comes after a *gap*: the exercise, or the side where only that changes.
    """
    if following is None or following.exercise is None:
        return ""
    if gap.exercise is None:
        return f"Next: {_whereabouts(following)}"
    return "" if before and before.side is following.side else _side(following).capitalize()


def _news(step: Step, before: Step | None) -> str:
    """
    Say what has changed since the step *before*, unless that was a gap, in which it was said.
    """
    if before is None or (before.side and (before.path, before.round) != (step.path, step.round)):
        return _whereabouts(step)
    return _side(step).capitalize() if before.side not in (None, step.side) else ""


def _whereabouts(step: Step) -> str:
    side = _side(step)
    name = step.exercise.name if step.exercise else ""
    return f"{name}, {side}" if side else name


def _side(step: Step) -> str:
    return "" if step.side in (None, Side.BOTH) else f"{step.side.value} side"


def _time(duration: timedelta) -> str:
    number = seconds(duration)
    return f"{number} second" if number == 1 else f"{number} seconds"
