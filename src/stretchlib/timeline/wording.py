"""
The texts of a voice, in English by default.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._validation import check_kind
from stretchlib.model.steps import Step, StepKind
from stretchlib.words.characters import capitalised
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.steps import place_of, time_of
from stretchlib.words.templates import is_function
from stretchlib.words.writer import Writer


def _intro(writer: Writer, step: Step, following: Step | None) -> str:
    if step.kind is not StepKind.PREPARE:
        return ""
    return writer.named(_activity(writer, step), _whereabouts(writer, following) if following else "")


def _begin(writer: Writer, step: Step, before: Step | None) -> str:
    changes, side = _changes(writer, step, before), capitalised(writer.side(step.side))
    # Alternating movements leave no time for more.
    if step.is_self_paced and changes and changes == side and not writer.name(step.label):
        return writer.clauses(capitalised(Writer(writer.language).side(step.side)), str(step.repetition))
    return writer.sentences([changes, _work(writer, step, before)])


def _work(writer: Writer, step: Step, before: Step | None) -> str:
    if step.is_self_paced:
        return _number(writer, step, before)
    if step.kind is StepKind.MOVE and not step.estimated and (label := writer.name(step.label)):
        return label
    return _lasting(writer, step)


def _pause(writer: Writer, step: Step, before: Step | None, following: Step | None) -> str:
    coming = _coming(writer, step, before, following)
    if step.kind is StepKind.TRANSITION and coming:
        return coming
    return writer.sentences([_lasting(writer, step) if step.kind is StepKind.REST else _activity(writer, step), coming])


def _set(writer: Writer, step: Step) -> str:
    return capitalised(place_of(writer, writer.language.set_number, step.set, step.sets))


def _round(writer: Writer, step: Step, depth: int) -> str:
    return capitalised(place_of(writer, writer.language.round_number, step.round[depth], step.rounds[depth]))


def _half_time(writer: Writer, _: Step) -> str:
    return writer.language.half_time


def _countdown(_: Writer, __: Step, left: int) -> str:
    return str(left)


def _outro(writer: Writer, _: Step) -> str:
    return writer.language.outro


def _joined(writer: Writer, texts: Sequence[str]) -> str:
    return writer.sentences(texts)


@final
@attrs.frozen
class _Saying:
    """
    A text of a voice in a language.
    """

    function: Callable[..., str]
    language: Language

    def __call__(self, *values: Any) -> str:
        writer = Writer(self.language, long=True)
        return writer.finished(self.function(writer, *values))


@final
@attrs.frozen(kw_only=True)
class Wording:
    """
    The functions that return the texts of cues, in English by default; an empty text produces no cue.

    >>> calm = Wording(half_time=lambda step: "", set=lambda step: f"Set {step.set}")

    Attributes:
        intro: The text at the start of the timeline, instead of `begin` or `pause`; from the first step, and the next
            one or `None`.
        begin: The text at the start of a hold, a movement or a rest phase; from the step, and the previous one or
            `None`, to announce changes that no gap has announced.
        pause: The text at the start of a gap; from the gap, the step before it or `None`, and the step after it or
            `None`, which it announces.
        set: The text at the start of one of several sets, before `begin` or after `pause`; from the first step of the
            set.
        round: The text at the start of one of several rounds, before `begin` or after `pause`; from the first step of
            the round, and the index of the circuit in `Step.round`.
        half_time: The text when half of a step is over; from the step.
        countdown: The text in the last seconds of a step; from the step, and the number of seconds left.
        outro: The text at the end of the timeline; from the last step.
        joined: One text for several texts at the same time; from a list of at least two texts.
    """

    intro: Callable[[Step, Step | None], str] = attrs.field(default=_Saying(_intro, ENGLISH), validator=is_function)
    begin: Callable[[Step, Step | None], str] = attrs.field(default=_Saying(_begin, ENGLISH), validator=is_function)
    pause: Callable[[Step, Step | None, Step | None], str] = attrs.field(
        default=_Saying(_pause, ENGLISH), validator=is_function
    )
    set: Callable[[Step], str] = attrs.field(default=_Saying(_set, ENGLISH), validator=is_function)
    round: Callable[[Step, int], str] = attrs.field(default=_Saying(_round, ENGLISH), validator=is_function)
    half_time: Callable[[Step], str] = attrs.field(default=_Saying(_half_time, ENGLISH), validator=is_function)
    countdown: Callable[[Step, int], str] = attrs.field(default=_Saying(_countdown, ENGLISH), validator=is_function)
    outro: Callable[[Step], str] = attrs.field(default=_Saying(_outro, ENGLISH), validator=is_function)
    joined: Callable[[Sequence[str]], str] = attrs.field(default=_Saying(_joined, ENGLISH), validator=is_function)

    @classmethod
    def of(cls, language: Language) -> Wording:
        """
        Return the texts in a *language*, to use or to change with `attrs.evolve`.

        >>> Wording.of(Language(half_time="Halbzeit")).half_time(None)
        'Halbzeit'
        """
        check_kind("language", language, Language)
        return cls(**{field.name: _Saying(field.default.function, language) for field in attrs.fields(cls)})


def _coming(writer: Writer, gap: Step, before: Step | None, following: Step | None) -> str:
    """
    Return what follows a *gap*: the exercise, or the side if only that changes.
    """
    if following is None or following.exercise is None:
        return ""
    if gap.exercise is None:
        return writer.fill(writer.language.coming, what=_whereabouts(writer, following))
    return "" if before and before.side is following.side else capitalised(writer.side(following.side))


def _changes(writer: Writer, step: Step, before: Step | None) -> str:
    """
    Return what has changed since the step *before*, unless a gap has announced it.
    """
    if before is None or (before.side and (before.path, before.round) != (step.path, step.round)):
        return _whereabouts(writer, step)
    return capitalised(writer.side(step.side)) if before.side not in (None, step.side) else ""


def _number(writer: Writer, step: Step, before: Step | None) -> str:
    """
    Return the number of a self-paced movement; of several phases, only the first has one.
    """
    label = writer.name(step.label)
    if not label:
        return writer.fill(writer.language.number, step.repetition or 1, number=step.repetition)
    is_first = before is None or _repetition(step) != _repetition(before)
    number = str(step.repetition) if is_first and step.repetitions != 1 else ""
    return writer.clauses(label, number)


def _repetition(step: Step) -> tuple[object, ...]:
    return (step.path, step.round, step.side, step.set, step.repetition, step.repetitions)


def _whereabouts(writer: Writer, step: Step) -> str:
    return writer.clauses(writer.name(step.exercise.name) if step.exercise else "", writer.side(step.side))


def _activity(writer: Writer, step: Step) -> str:
    return writer.name(step.label) or capitalised(writer.text_of("long_kind", step.kind))


def _lasting(writer: Writer, step: Step) -> str:
    words, time = writer.language, time_of(writer, step)
    if label := writer.name(step.label):
        return writer.fill(words.lasting, what=label, time=time)
    return capitalised(writer.fill(words.lasting, what=writer.text_of("long_kind", step.kind), time=time))


resolve_types(Wording)
