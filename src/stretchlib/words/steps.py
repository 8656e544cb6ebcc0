"""
Steps on one line.
"""

from __future__ import annotations

from stretchlib.model.quantities import Range
from stretchlib.model.steps import Step
from stretchlib.words.writer import Writer


def step_line(writer: Writer, step: Step) -> str:
    """
    Return a step as one line, with its exercise, its label, and its place.
    """
    words = writer.language
    what = writer.clauses(writer.name(step.label), _activity(writer, step))
    place = writer.clauses(
        Writer(writer.language, long=True).side(step.side),
        place_of(writer, words.set_number, step.set, step.sets),
        place_of(writer, words.repetition_number, step.repetition, step.repetitions),
    )
    if place:
        what = writer.fill(words.placed, step=what, place=place)
    return writer.named(writer.name(step.exercise.name) if step.exercise else "", what)


def _activity(writer: Writer, step: Step) -> str:
    words, kind = writer.language, writer.text_of("long_kind", step.kind)
    if step.is_self_paced:
        return writer.fill(words.about, what=kind, time=writer.time(step.duration))
    return writer.fill(words.lasting, what=kind, time=time_of(writer, step))


def place_of(writer: Writer, template: str, number: int | None, total: int | None) -> str:
    """
    Return a number and how many there are, for example "set 2 of 3"; empty for "1 of 1".
    """
    if number is None or total == 1:
        return ""
    place = writer.fill(template, number, number=number)
    return writer.fill(writer.language.of_total, place=place, total=total) if total else place


def time_of(writer: Writer, step: Step) -> str:
    """
    Return how long a step lasts, or lasts at least.
    """
    return writer.time(Range.at_least(step.duration) if step.estimated else step.duration)
