"""
Cards: an exercise on one line, without its name.
"""

from __future__ import annotations

from functools import reduce
from typing import assert_never

from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import AsManyAsFit, Count
from stretchlib.model.sidedness import RelativeSide, Sidedness
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.words.labels import before_colon, in_card
from stretchlib.words.writer import Writer, rest_template


def card(writer: Writer, exercise: Exercise) -> str:
    """
    Return the card of an exercise.
    """
    often = "" if exercise.frequency is None else writer.often(exercise.frequency)
    if _is_chain(exercise):
        return writer.clauses(_chain(writer, exercise.work), often)
    words, sidedness = writer.language, exercise.sidedness
    sides, first = writer.sides(sidedness)
    alternating, all_sets = writer.switch(sidedness)
    return writer.clauses(
        _dose(writer, exercise, sides),
        alternating,
        first,
        all_sets,
        writer.rest(exercise.work.rest, words.between_repetitions),
        writer.rest(sidedness.rest, words.between_sides),
        writer.rest(exercise.rest_between_sets, words.between_sets),
        often,
    )


def _is_chain(exercise: Exercise) -> bool:
    """
    Return whether an exercise is a single sequence of phases, which needs no parentheses.
    """
    work = exercise.work
    once = (work.count, work.rest, exercise.sets, exercise.rest_between_sets) == (1, None, 1, None)
    if not once or exercise.sidedness != Sidedness() or len(work.phases) < 2:
        return False
    return all(isinstance(phase, Repetitions) or is_plain(phase) for phase in work.phases)


def is_plain(phase: Phase) -> bool:
    """
    Return whether a phase has neither a label nor a side of its own.
    """
    match phase:
        case Repetitions():
            return False
        case Rest():
            return not phase.label
        case Hold() | Move():
            return not phase.label and phase.side is RelativeSide.SAME
        case _:
            assert_never(phase)


def _is_lone(work: Repetitions) -> bool:
    """
    Return whether there is only one phase, without a label or a side of its own.
    """
    phase, *others = work.phases
    return not others and is_plain(phase)


def is_freely(work: Repetitions) -> bool:
    """
    Return whether only the count or the time of a repeated movement is prescribed.
    """
    return work.phases == (Move(),)


def _bare_count(work: Repetitions) -> Count | None:
    """
    Return the number of repetitions if nothing else is prescribed.
    """
    return None if isinstance(work.count, AsManyAsFit) or not is_freely(work) else work.count


def _chain(writer: Writer, work: Repetitions) -> str:
    links = (_phase(writer, phase) for phase in work.phases)
    return reduce(lambda before, after: writer.fill(writer.language.then, before=before, after=after), links)


def _dose(writer: Writer, exercise: Exercise, sides: str) -> str:
    words, work, sets = writer.language, exercise.work, exercise.sets
    count = _bare_count(work)
    if sets == 1 and sides and count is not None and count != 1:
        return writer.counted(words.repeated_on_sides, count, sides=sides)
    if isinstance(sets, AsManyAsFit):
        dose = writer.fill(words.sets_fit, time=writer.time(sets.duration), work=_in_sets(writer, work))
    elif sets != 1:
        template = words.sets_apart if isinstance(work.count, AsManyAsFit) else words.sets
        dose = writer.counted(template, sets, work=_in_sets(writer, work))
    else:
        dose = _alone(writer, work)
    return writer.fill(words.sided, work=dose, sides=sides) if sides else dose


def _in_sets(writer: Writer, work: Repetitions) -> str:
    count = _bare_count(work)
    if count is not None:
        return writer.counted(writer.language.again_freely, count)
    return _body(writer, work) if work.count == 1 else _repeated(writer, work)


def _alone(writer: Writer, work: Repetitions) -> str:
    if work.count != 1 or is_freely(work):
        return _repeated(writer, work)
    return _phase(writer, work.phases[0]) if _is_lone(work) else _list(writer, work)


def _repeated(writer: Writer, work: Repetitions) -> str:
    words, count = writer.language, work.count
    if not isinstance(count, AsManyAsFit):
        if not is_freely(work):
            return writer.counted(words.repeated, count, work=_body(writer, work))
        return words.once if count == 1 else writer.counted(words.repetitions, count)
    time = writer.time(count.duration)
    if is_freely(work):
        return writer.fill(words.fit_freely, time=time)
    return writer.fill(words.fit, work=_list(writer, work), time=time)


def _body(writer: Writer, work: Repetitions) -> str:
    """
    Return the phases of *work* as they are written after a number.
    """
    words = writer.language
    phase, *_ = work.phases
    if not _is_lone(work) or isinstance(phase, Repetitions) or phase.duration is None:
        return _list(writer, work)
    templates = {Hold: words.again_hold, Move: words.again_move, Rest: words.again_rest}
    return writer.fill(templates[type(phase)], time=writer.time(phase.duration))


def _list(writer: Writer, work: Repetitions) -> str:
    text = writer.clauses(*(_phase(writer, phase) for phase in work.phases))
    return writer.fill(writer.language.parentheses, text=text)


def _phase(writer: Writer, phase: Phase) -> str:
    words = writer.language
    match phase:
        case Repetitions():
            return _nested(writer, phase)
        case Rest():
            return _labelled(writer, phase, words.rest)
        case Hold():
            return on_its_side(writer, phase, _labelled(writer, phase, words.hold))
        case Move():
            return on_its_side(writer, phase, _movement(writer, phase))
        case _:
            assert_never(phase)


def _labelled(writer: Writer, phase: Hold | Rest, template: str) -> str:
    text = writer.fill(template, time=writer.time(phase.duration))
    # A card in English is read back, with all labels.
    label = before_colon(phase.label) if writer.is_english and phase.label else writer.label(phase.label, template)
    return writer.fill(writer.language.labelled, label=label, phase=text) if label else text


def _movement(writer: Writer, move: Move) -> str:
    words = writer.language
    label = in_card(move.label) if writer.is_english and move.label else writer.name(move.label)
    if move.duration is None:
        return label or words.move_freely
    time = writer.time(move.duration)
    return writer.fill(words.movement, label=label, time=time) if label else writer.fill(words.move, time=time)


def on_its_side(writer: Writer, phase: Hold | Move, text: str) -> str:
    """
    Return the *text* of a phase, with its side if that differs from the side of the repetition.
    """
    match phase.side:
        case RelativeSide.SAME:
            return text
        case RelativeSide.OPPOSITE:
            return writer.fill(writer.language.on_other_side, phase=text)
        case RelativeSide.BOTH:
            return writer.fill(writer.language.on_both_sides, phase=text)
        case _:
            assert_never(phase.side)


def _nested(writer: Writer, work: Repetitions) -> str:
    words = writer.language
    phase, *others = work.phases
    is_label = isinstance(phase, Move) and phase.label and phase.side is RelativeSide.SAME
    if is_label and not others and not isinstance(work.count, AsManyAsFit):
        text = writer.counted(words.repeated, work.count, work=_phase(writer, phase))
    else:
        text = _repeated(writer, work)
    if work.rest is None:
        return text
    template = rest_template(work.rest, words.with_no_rest, words.with_any_rest, words.with_rest)
    return writer.fill(template, work=text, time=writer.time(work.rest))
