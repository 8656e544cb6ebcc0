"""
The texts of a voice, in English by default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import final

import attrs

from stretchlib._validation import Field, refuse, seconds
from stretchlib.model.sidedness import Side
from stretchlib.model.work import Move, Repetitions
from stretchlib.timeline.steps import VERBS, Step, StepKind


def _is_function(_: object, attribute: Field, value: object) -> None:
    if not callable(value):
        refuse(attribute.name, "must be a function", value, TypeError)


def _intro(step: Step, following: Step | None) -> str:
    if step.kind is not StepKind.PREPARE:
        return ""
    return f"Get ready: {_whereabouts(following)}" if following and following.exercise else "Get ready"


def _begin(step: Step, before: Step | None) -> str:
    news = _news(step, before)
    if _is_self_paced(step):
        # Alternating movements leave no time for more.
        if news and not step.label and news == _side(step).capitalize():
            return f"{news.removesuffix(' side')}, {step.repetition}"
        what = _number(step, before)
    elif step.kind is StepKind.MOVE and step.label and not step.estimated:
        what = step.label
    else:
        what = f"{step.label or VERBS[step.kind].capitalize()} for {_time(step)}"
    return f"{news}. {what}" if news else what


def _pause(step: Step, before: Step | None, following: Step | None) -> str:
    coming = _coming(step, before, following)
    if step.kind is StepKind.TRANSITION and coming:
        return coming
    said = step.label or VERBS[step.kind].capitalize()
    if step.kind is StepKind.REST:
        said = f"{said} for {_time(step)}"
    return f"{said}. {coming}" if coming else said


def _set(step: Step) -> str:
    return _of("Set", step.set, step.sets)


def _round(step: Step, depth: int) -> str:
    return _of("Round", step.round[depth], step.rounds[depth])


def _half_time(_: Step) -> str:
    return "Half time"


def _countdown(_: Step, left: int) -> str:
    return str(left)


def _outro(_: Step) -> str:
    return "Well done"


@final
@attrs.frozen(kw_only=True)
class Wording:
    """
    The functions that return the texts of cues; an empty text produces no cue.

    >>> german = Wording(half_time=lambda step: "Halbzeit", set=lambda step: f"Satz {step.set}")

    Attributes:
        intro: The start of the timeline, instead of `begin` or `pause`, from the first step and the next one, if any.
        begin: The start of a hold, a movement, or the relaxing phase of a repetition, from the step and the previous
            one, if any, to announce changes that no gap has announced.
        pause: The start of a gap, from the gap, the step before it and the one after it, if any, to announce this.
        set: The start of one of several sets, before `begin` or after `pause`, from its first step.
        round: The start of one of several rounds of a circuit, likewise, from its first step and the index of the
            circuit in `Step.round`.
        half_time: The half of a step, from the step.
        countdown: The last seconds of a step, from the step and the number of seconds left.
        outro: The end of the timeline, from the last step.
    """

    intro: Callable[[Step, Step | None], str] = attrs.field(default=_intro, validator=_is_function)
    begin: Callable[[Step, Step | None], str] = attrs.field(default=_begin, validator=_is_function)
    pause: Callable[[Step, Step | None, Step | None], str] = attrs.field(default=_pause, validator=_is_function)
    set: Callable[[Step], str] = attrs.field(default=_set, validator=_is_function)
    round: Callable[[Step, int], str] = attrs.field(default=_round, validator=_is_function)
    half_time: Callable[[Step], str] = attrs.field(default=_half_time, validator=_is_function)
    countdown: Callable[[Step, int], str] = attrs.field(default=_countdown, validator=_is_function)
    outro: Callable[[Step], str] = attrs.field(default=_outro, validator=_is_function)


def _of(name: str, number: int | None, total: int | None) -> str:
    return f"{name} {number} of {total}" if total else f"{name} {number}"


def _coming(gap: Step, before: Step | None, following: Step | None) -> str:
    """
    Return what follows a *gap*: the exercise, or the side if only that changes.
    """
    if following is None or following.exercise is None:
        return ""
    if gap.exercise is None:
        return f"Next: {_whereabouts(following)}"
    return "" if before and before.side is following.side else _side(following).capitalize()


def _news(step: Step, before: Step | None) -> str:
    """
    Return what has changed since the step *before*, unless a gap has announced it.
    """
    if before is None or (before.side and (before.path, before.round) != (step.path, step.round)):
        return _whereabouts(step)
    return _side(step).capitalize() if before.side not in (None, step.side) else ""


def _number(step: Step, before: Step | None) -> str:
    """
    Return the number of a self-paced movement; of several phases, only the first has one.
    """
    if not step.label:
        return f"Number {step.repetition}"
    is_first = before is None or _repetition(step) != _repetition(before)
    return f"{step.label}, {step.repetition}" if is_first and step.repetitions != 1 else step.label


def _repetition(step: Step) -> tuple[object, ...]:
    return (step.path, step.round, step.side, step.set, step.repetition, step.repetitions)


def _is_self_paced(step: Step) -> bool:
    """
    Return whether *step* is a self-paced movement.
    """
    if step.kind is not StepKind.MOVE or not step.estimated or not step.exercise:
        return False
    return any(move.duration is None and move.label == step.label for move in _moves(step.exercise.work))


def _moves(work: Repetitions) -> Iterator[Move]:
    for phase in work.phases:
        if isinstance(phase, Move):
            yield phase
        elif isinstance(phase, Repetitions):
            yield from _moves(phase)


def _whereabouts(step: Step) -> str:
    side = _side(step)
    name = step.exercise.name if step.exercise else ""
    return f"{name}, {side}" if side else name


def _side(step: Step) -> str:
    return "" if step.side in (None, Side.BOTH) else f"{step.side.value} side"


def _time(step: Step) -> str:
    number = seconds(step.duration)
    at_least = "at least " if step.estimated else ""
    return f"{at_least}{number} second" if number == 1 else f"{at_least}{number} seconds"
