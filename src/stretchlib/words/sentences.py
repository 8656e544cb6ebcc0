"""
Sentences: the dose of an exercise for paper.
"""

from __future__ import annotations

from typing import assert_never

from stretchlib.model.exercise import Exercise
from stretchlib.model.quantities import AsManyAsFit
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.words.cards import is_freely, on_its_side
from stretchlib.words.characters import capitalised
from stretchlib.words.writer import Writer, rest_template


def sentences(writer: Writer, exercise: Exercise) -> str:
    """
    Return the sentences of an exercise.
    """
    words, sidedness = writer.language, exercise.sidedness
    sides, first = writer.sides(sidedness)
    alternating, all_sets = writer.switch(sidedness)
    found = [
        "" if is_freely(exercise.work) else _phases(writer, exercise.work),
        *_amounts(writer, exercise, writer.clauses(sides, alternating)),
        first,
        all_sets,
        writer.rest(exercise.work.rest, words.between_repetitions),
        writer.rest(sidedness.rest, words.between_sides),
        writer.rest(exercise.rest_between_sets, words.between_sets),
        "" if exercise.frequency is None else writer.often(exercise.frequency),
    ]
    return words.sentence_space.join(writer.sentence(capitalised(sentence)) for sentence in found if sentence)


def _amounts(writer: Writer, exercise: Exercise, sides: str) -> list[str]:
    """
    Return the numbers of repetitions and sets, the last one with the sides.
    """
    amounts = list(filter(None, (_repetitions(writer, exercise, sides), _sets(writer, exercise))))
    if sides:
        amounts[-1] = writer.fill(writer.language.sided, work=amounts[-1], sides=sides)
    return amounts


def _repetitions(writer: Writer, exercise: Exercise, sides: str) -> str:
    words, work = writer.language, exercise.work
    freely = is_freely(work)
    if isinstance(work.count, AsManyAsFit):
        return writer.fill(words.long_fit_freely if freely else words.fit_freely, time=writer.time(work.count.duration))
    # Sets have it already, and a single repetition needs no number.
    if exercise.sets != 1 or (work.count == 1 and not (freely or sides)):
        return ""
    return writer.times(work.count)


def _sets(writer: Writer, exercise: Exercise) -> str:
    words, work, sets = writer.language, exercise.work, exercise.sets
    if sets == 1:
        return ""
    apart = isinstance(work.count, AsManyAsFit) or (work.count == 1 and not is_freely(work))
    count = "" if isinstance(work.count, AsManyAsFit) else writer.counted(words.again_freely, work.count)
    if isinstance(sets, AsManyAsFit):
        template = words.long_sets_fit_apart if apart else words.long_sets_fit
        return writer.fill(template, time=writer.time(sets.duration), work=count)
    return writer.counted(words.long_sets if apart else words.sets, sets, work=count)


def _phases(writer: Writer, work: Repetitions) -> str:
    words, texts = writer.language, [_phase(writer, phase) for phase in work.phases]
    if len(texts) == 2:
        return writer.fill(words.then, before=texts[0], after=texts[1])
    return (words.semicolon if any(_is_complex(writer, phase) for phase in work.phases) else words.comma).join(texts)


def _is_complex(writer: Writer, phase: Phase) -> bool:
    match phase:
        case Repetitions():
            return phase.rest is not None or len(phase.phases) > 1
        case Hold() | Rest():
            return bool(_label(writer, phase))
        case Move():
            return False
        case _:
            assert_never(phase)


def _phase(writer: Writer, phase: Phase) -> str:
    match phase:
        case Repetitions():
            return _nested(writer, phase)
        case Rest():
            return _labelled(writer, phase)
        case Hold():
            return on_its_side(writer, phase, _labelled(writer, phase))
        case Move():
            return on_its_side(writer, phase, _movement(writer, phase))
        case _:
            assert_never(phase)


def _labelled(writer: Writer, phase: Hold | Rest) -> str:
    text, label = writer.fill(_verb(writer, phase), time=writer.time(phase.duration)), _label(writer, phase)
    return writer.fill(writer.language.long_labelled, label=label, phase=text) if label else text


def _label(writer: Writer, phase: Hold | Rest) -> str:
    return writer.label(phase.label, _verb(writer, phase))


def _verb(writer: Writer, phase: Hold | Rest) -> str:
    return writer.language.long_hold if isinstance(phase, Hold) else writer.language.long_rest


def _movement(writer: Writer, move: Move) -> str:
    words, label = writer.language, writer.name(move.label)
    if move.duration is None:
        return label or words.move_freely
    time = writer.time(move.duration)
    return writer.fill(words.lasting, what=label, time=time) if label else writer.fill(words.long_move, time=time)


def _nested(writer: Writer, work: Repetitions) -> str:
    words = writer.language
    text = _repeated(writer, work)
    if work.rest is None:
        return text
    template = rest_template(work.rest, words.with_no_rest, words.with_any_rest, words.long_with_rest)
    return writer.fill(template, work=text, time=writer.time(work.rest))


def _repeated(writer: Writer, work: Repetitions) -> str:
    words, freely, phases = writer.language, is_freely(work), _phases(writer, work)
    if len(work.phases) > 1 or any(isinstance(phase, Repetitions) for phase in work.phases):
        phases = writer.fill(words.parentheses, text=phases)
    if isinstance(work.count, AsManyAsFit):
        template = words.long_fit_freely if freely else words.fit
        return writer.fill(template, work=phases, time=writer.time(work.count.duration))
    times = writer.times(work.count)
    return times if freely else writer.fill(words.long_repeated, work=phases, times=times)
