"""
Outlines: circuits, routines, stages and plans as several lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import assert_never

import attrs

from stretchlib.model.editing import changed
from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import PeriodUnit, limited_by
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import AsManyAsFit, Count, Duration, Range
from stretchlib.model.routine import Circuit, Item, Routine, frequencies_of
from stretchlib.model.timedeltas import HOUR, MINUTE
from stretchlib.model.work import Rest
from stretchlib.words.cards import card
from stretchlib.words.characters import capitalised
from stretchlib.words.sentences import sentences
from stretchlib.words.writer import Writer


def exercise_line(writer: Writer, exercise: Exercise) -> str:
    """
    Return the dose of an exercise as sentences or as a card.
    """
    return sentences(writer, exercise) if writer.long else card(writer, exercise)


def rest_line(writer: Writer, rest: Rest) -> str:
    """
    Return an explicit rest as one line.
    """
    words = writer.language
    line = writer.fill(words.long_rest if writer.long else words.rest, time=writer.time(rest.duration))
    return writer.named(capitalised(line), writer.name(rest.label))


def circuit_lines(writer: Writer, circuit: Circuit) -> Iterator[str]:
    """
    Yield the lines of a circuit: its heading and its items.
    """
    words = writer.language
    yield writer.clauses(
        writer.name(circuit.name) or capitalised(words.circuit),
        _rounds(writer, circuit.rounds),
        "" if circuit.round_every is None else _round_every(writer, circuit.round_every),
        writer.rest(circuit.rest_between_items, words.between_items),
        writer.rest(circuit.rest_between_rounds, words.between_rounds),
    )
    yield from _item_lines(writer, circuit.items)


def routine_lines(writer: Writer, routine: Routine) -> Iterator[str]:
    """
    Yield the lines of a routine: its name, how often it is done, and its items.
    """
    routine = with_frequency_once(routine)
    yield writer.clauses(
        writer.name(routine.name),
        writer.rest(routine.rest_between_items, writer.language.between_items),
        "" if routine.frequency is None else writer.often(routine.frequency),
    )
    yield from _item_lines(writer, routine.items)


def with_frequency_once(routine: Routine) -> Routine:
    """
    Return *routine* with the frequency of its exercises, and without it in those exercises.

    If exercises have different frequencies, it has its own, or none if no exercise has that.
    """
    frequencies = frequencies_of(routine)
    common = frequencies[0] if len(frequencies) == 1 else routine.frequency
    if common not in frequencies:
        common = None

    def with_shown(item: Exercise | Rest, _: object) -> Exercise | Rest:
        if isinstance(item, Rest):
            return item
        frequency = limited_by(routine.frequency, item.frequency)
        # The weeks or days of the common frequency are shown only once.
        shown = None if frequency == common else item.frequency if common else frequency
        return item if shown == item.frequency else attrs.evolve(item, frequency=shown)

    return attrs.evolve(routine, frequency=common, items=changed(routine.items, with_shown))


def stage_lines(writer: Writer, stage: Stage) -> Iterator[str]:
    """
    Yield the lines of a stage: its heading, if it has any, and its routines.
    """
    yield from filter(None, [_stage_heading(writer, stage)])
    yield from _routines(writer, stage)


def _stage_heading(writer: Writer, stage: Stage, name: str = "", when: str = "") -> str:
    goal = writer.name(stage.goal)
    heading = writer.clauses(
        writer.name(stage.name) or capitalised(name),
        when or writer.limit(stage.weeks, stage.days),
        writer.fill(writer.language.goal, goal=goal) if goal else "",
    )
    return capitalised(heading)


def _routines(writer: Writer, stage: Stage) -> Iterator[str]:
    for routine in stage.routines:
        yield from _indented(routine_lines(writer, routine))


def plan_lines(writer: Writer, plan: Plan) -> Iterator[str]:
    """
    Yield the lines of a plan: its name and its stages.
    """
    yield writer.name(plan.name)
    for stage, heading in zip(plan.stages, stage_headings(writer, plan), strict=True):
        yield heading
        yield from _routines(writer, stage)


def stage_headings(writer: Writer, plan: Plan) -> Iterator[str]:
    """
    Yield the heading of each stage of a plan: its name or number, its weeks or days, and its goal.
    """
    for number, (stage, when) in enumerate(zip(plan.stages, _whens(writer, plan.stages), strict=True), 1):
        yield _stage_heading(writer, stage, writer.fill(writer.language.stage, number, number=number), when)


def _whens(writer: Writer, stages: Iterable[Stage]) -> Iterator[str]:
    """
    Yield the weeks or days of each stage within the plan, if they are known.
    """
    words = writer.language
    passed: int | None = 0
    for stage in stages:
        limit = stage.days if stage.weeks is None else stage.weeks
        unit, template = (1, words.in_days) if stage.weeks is None else (7, words.in_weeks)
        if passed is None or not isinstance(limit, int) or passed % unit:
            yield ""
        else:
            begin, end = passed // unit + 1, passed // unit + limit
            which = writer.count(begin if begin == end else Range(begin, end))
            yield writer.fill(template, limit, weeks=which, days=which)
        passed = passed + limit * unit if passed is not None and isinstance(limit, int) else None


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"   {line}" for line in lines)


def _rounds(writer: Writer, rounds: Count | AsManyAsFit) -> str:
    words = writer.language
    if isinstance(rounds, AsManyAsFit):
        return writer.fill(words.rounds_fit, time=writer.time(rounds.duration))
    return "" if rounds == 1 else writer.counted(words.rounds, rounds)


def _round_every(writer: Writer, duration: Duration) -> str:
    """
    Return how often a round starts; whole minutes and hours are a frequency, for example "every minute".
    """
    words = writer.language
    often = writer.fill(words.every, time=writer.time(duration))
    if isinstance(duration, timedelta) and not duration % MINUTE:
        in_hours = not duration % HOUR
        number, unit = (duration // HOUR, PeriodUnit.HOUR) if in_hours else (duration // MINUTE, PeriodUnit.MINUTE)
        often = writer.text_of("per_period", "", number, unit)
    return writer.fill(words.round_every, often=often)


def _item_lines(writer: Writer, items: Sequence[Item]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        first, *others = _lines(writer, item)
        yield writer.fill(writer.language.numbered, number=number, text=first)
        yield from _indented(others)


def _lines(writer: Writer, item: Item) -> Iterator[str]:
    match item:
        case Exercise():
            yield writer.named(writer.name(item.name), exercise_line(writer, item))
        case Rest():
            yield rest_line(writer, item)
        case Circuit():
            yield from circuit_lines(writer, item)
        case _:
            assert_never(item)
