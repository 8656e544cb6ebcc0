"""
Languages: the words of descriptions, in English by default.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from string import Formatter
from typing import Final, cast, final

import attrs

from stretchlib._validation import Field, check_text, fields_of, refuse
from stretchlib.model.frequency import PeriodUnit, Weekday
from stretchlib.model.sidedness import Side


def is_template(_: object, attribute: Field, value: object) -> None:
    """
    Validate a text with no placeholders except those of the English one.
    """
    check_text(attribute.name, value)
    known = placeholders(cast(str, attribute.default))
    try:
        unknown = placeholders(cast(str, value)) - known
    except ValueError as error:
        refuse(attribute.name, f"must be a template: {error}", value)
    if unknown:
        refuse(attribute.name, f"must have no placeholders but {sorted(known)}", value)


def placeholders(template: str) -> set[str]:
    """
    Return the names in braces of *template*.
    """
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def _is_function(_: object, attribute: Field, value: object) -> None:
    if not callable(value):
        refuse(attribute.name, "must be a function", value, TypeError)


def _plural(number: float) -> int:
    return int(number != 1)


def _one_side(side: Side) -> str:
    return "on both sides together" if side is Side.BOTH else f"on the {side.value} side"


def _next_side(side: Side) -> str:
    return "both sides together" if side is Side.BOTH else f"the {side.value}"


def _first_side(side: Side) -> str:
    return f"{side.value} first"


def _long_first_side(side: Side) -> str:
    return f"begin on the {side.value} side"


def _per_period(times: str, every: int, unit: PeriodUnit) -> str:
    if every == 1:
        article = "an" if unit is PeriodUnit.HOUR else "a"
        return f"{times} {article} {unit.value}" if times else f"every {unit.value}"
    short = unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR)
    if not times and every == 2 and not short:
        return f"every other {unit.value}"
    period = f"{every} {unit.value}s"
    return f"{times} {'in' if short else 'every'} {period}" if times else f"every {period}"


def _weekday(weekday: Weekday) -> str:
    return f"{weekday.value.capitalize()}s"


def _clock(moment: time) -> str:
    seconds = f":{moment.second:02}" if moment.second else ""
    return f"{moment.hour}:{moment.minute:02}{seconds}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Language:
    """
    The words of `describe`: templates and a few functions, in English by default.

    Templates have placeholders in braces.
    If a template has a number, it may have alternatives separated by "|", one of which `plural` selects.

    >>> from stretchlib import Hold, Exercise, Repetitions, describe
    >>> brief = Language(repeated="{count} x {work}", seconds="{number}s")
    >>> describe(Exercise("Calf stretch", Repetitions(3, Hold(30))), language=brief)
    '3 x 30s'

    Attributes:
        plural: The index of the alternative for a number, from 0; if there are fewer alternatives, the last is used.
        decimal_point: The separator of a number and its fraction.
        comma: The separator of clauses, and of phases.
        semicolon: The separator of phases that have commas or labels of their own, in sentences.
        full_stop: The end of a sentence.
        listed: The end of a list.
        at_least: An amount with a lower bound only.
        up_to: An amount with an upper bound only.
        from_to: A range of times with two units, and any range in sentences.
        hours: Hours in a card; likewise the next two.
        minutes: Minutes.
        seconds: Seconds.
        long_hours: Hours in sentences; likewise the next two.
        long_minutes: Minutes.
        long_seconds: Seconds.
        breaths: Breaths.
        half_breath: Half a breath in a card.
        long_half_breath: Half a breath in sentences.
        once: One time.
        twice: Two times.
        times: Other numbers of times.
        hold: A hold in a card; likewise the next three.
        move: A timed movement.
        rest: A rest.
        movement: A timed movement with a label.
        long_hold: A hold in sentences; likewise the next three.
        long_move: A timed movement.
        long_rest: A rest.
        long_movement: A timed movement with a label.
        move_freely: A movement without a label or time.
        again_hold: A hold after a number, as in 3 × 30 s; likewise the next two.
        again_move: A movement after a number.
        again_rest: A rest after a number.
        labelled: A hold or a rest with a label.
        long_labelled: The same in sentences.
        on_other_side: A phase on the opposite side.
        on_both_sides: A phase on both sides.
        repeated: Repeated work; also *work* on each side.
        repetitions: A number of movements.
        long_repeated: A repeated phase, in sentences.
        fit: Work repeated for a time.
        fit_freely: A movement repeated for a time; in sentences, the previous work.
        long_fit_freely: A movement repeated for a time, in sentences.
        then: One phase after the other.
        with_rest: Nested repetitions with a rest between them; likewise the next two.
        with_no_rest: With a rest of 0.
        with_any_rest: With a rest of at least 0.
        long_with_rest: With a rest, in sentences.
        sets: A number of sets.
        sets_apart: A number of sets of work repeated for a time.
        sets_fit: Sets for a time.
        long_sets: A number of sets of the previous work, in sentences.
        long_sets_fit: Sets for a time, in sentences.
        long_sets_fit_apart: Sets of the previous work for a time, in sentences.
        sided: Work on sides.
        each_side: On two opposite sides, in a card.
        long_each_side: The same in sentences.
        one_side: On one side, or on both together.
        next_side: A further side, after *then*.
        first_side: Which of two opposite sides comes first, if not the left.
        long_first_side: The same in sentences.
        alternating: Changing sides after each repetition.
        all_sets_first: Changing sides after all sets.
        rest_between: A rest between two things; likewise the next two.
        no_rest_between: A rest of 0.
        any_rest_between: A rest of at least 0.
        between_repetitions: Between repetitions; likewise the next four.
        between_sides: Between sides.
        between_sets: Between sets.
        between_items: Between the items of a routine or circuit.
        between_rounds: Between the rounds of a circuit.
        per_period: A frequency, from the number of times in words, the number of units in a period, and the unit; the
            words are empty if "every day" or "every two hours" is enough.
        weekday: A day of the week.
        on_days: Once on each of some days of the week.
        times_on_days: More than once on each of some days of the week.
        clock: A time of day.
        at_clock: At times of day.
        weeks: For a number of weeks.
        days: For a number of days.
        limited: How often, and for how long.
        circuit: A circuit without a name.
        rounds: A number of rounds.
        rounds_fit: Rounds for a time.
        round_every: Rounds at fixed times.
        stage: A stage without a name.
        in_weeks: The weeks of a stage.
        in_days: The days of a stage.
        goal: The goal of a stage.
    """

    plural: Callable[[float], int] = attrs.field(default=_plural, validator=_is_function)
    decimal_point: str = attrs.field(default=".", validator=is_template)
    comma: str = attrs.field(default=", ", validator=is_template)
    semicolon: str = attrs.field(default="; ", validator=is_template)
    full_stop: str = attrs.field(default=".", validator=is_template)
    listed: str = attrs.field(default="{before} and {last}", validator=is_template)
    at_least: str = attrs.field(default="at least {amount}", validator=is_template)
    up_to: str = attrs.field(default="up to {amount}", validator=is_template)
    from_to: str = attrs.field(default="{low} to {high}", validator=is_template)
    hours: str = attrs.field(default="{number} h", validator=is_template)
    minutes: str = attrs.field(default="{number} min", validator=is_template)
    seconds: str = attrs.field(default="{number} s", validator=is_template)
    long_hours: str = attrs.field(default="{number} hour|{number} hours", validator=is_template)
    long_minutes: str = attrs.field(default="{number} minute|{number} minutes", validator=is_template)
    long_seconds: str = attrs.field(default="{number} second|{number} seconds", validator=is_template)
    breaths: str = attrs.field(default="{number} breath|{number} breaths", validator=is_template)
    half_breath: str = attrs.field(default="½ breath", validator=is_template)
    long_half_breath: str = attrs.field(default="half a breath", validator=is_template)
    once: str = attrs.field(default="once", validator=is_template)
    twice: str = attrs.field(default="twice", validator=is_template)
    times: str = attrs.field(default="{count} time|{count} times", validator=is_template)
    hold: str = attrs.field(default="hold {time}", validator=is_template)
    move: str = attrs.field(default="move {time}", validator=is_template)
    rest: str = attrs.field(default="rest {time}", validator=is_template)
    movement: str = attrs.field(default="{label} {time}", validator=is_template)
    long_hold: str = attrs.field(default="hold for {time}", validator=is_template)
    long_move: str = attrs.field(default="keep moving for {time}", validator=is_template)
    long_rest: str = attrs.field(default="rest for {time}", validator=is_template)
    long_movement: str = attrs.field(default="{label} for {time}", validator=is_template)
    move_freely: str = attrs.field(default="move", validator=is_template)
    again_hold: str = attrs.field(default="{time}", validator=is_template)
    again_move: str = attrs.field(default="{time} moving", validator=is_template)
    again_rest: str = attrs.field(default="{time} resting", validator=is_template)
    labelled: str = attrs.field(default="{label}: {phase}", validator=is_template)
    long_labelled: str = attrs.field(default="{label} – {phase}", validator=is_template)
    on_other_side: str = attrs.field(default="{phase} on the other side", validator=is_template)
    on_both_sides: str = attrs.field(default="{phase} on both sides", validator=is_template)
    repeated: str = attrs.field(default="{count} × {work}", validator=is_template)
    repetitions: str = attrs.field(default="{count} repetition|{count} repetitions", validator=is_template)
    long_repeated: str = attrs.field(default="{work} {times}", validator=is_template)
    fit: str = attrs.field(default="repeat {work} for {time}", validator=is_template)
    fit_freely: str = attrs.field(default="repeat for {time}", validator=is_template)
    long_fit_freely: str = attrs.field(default="keep going for {time}", validator=is_template)
    then: str = attrs.field(default="{before}, then {after}", validator=is_template)
    with_rest: str = attrs.field(default="{work} with {time} rest between", validator=is_template)
    with_no_rest: str = attrs.field(default="{work} with no rest between", validator=is_template)
    with_any_rest: str = attrs.field(default="{work} with rest as long as you like between", validator=is_template)
    long_with_rest: str = attrs.field(default="{work} with {time} of rest between", validator=is_template)
    sets: str = attrs.field(default="{count} set of {work}|{count} sets of {work}", validator=is_template)
    sets_apart: str = attrs.field(default="{count} set, {work}|{count} sets, {work}", validator=is_template)
    sets_fit: str = attrs.field(default="for {time}, sets of {work}", validator=is_template)
    long_sets: str = attrs.field(default="{count} set|{count} sets", validator=is_template)
    long_sets_fit: str = attrs.field(default="as many sets of {work} as fit in {time}", validator=is_template)
    long_sets_fit_apart: str = attrs.field(default="as many sets as fit in {time}", validator=is_template)
    sided: str = attrs.field(default="{work} {sides}", validator=is_template)
    each_side: str = attrs.field(default="each side", validator=is_template)
    long_each_side: str = attrs.field(default="on each side", validator=is_template)
    one_side: Callable[[Side], str] = attrs.field(default=_one_side, validator=_is_function)
    next_side: Callable[[Side], str] = attrs.field(default=_next_side, validator=_is_function)
    first_side: Callable[[Side], str] = attrs.field(default=_first_side, validator=_is_function)
    long_first_side: Callable[[Side], str] = attrs.field(default=_long_first_side, validator=_is_function)
    alternating: str = attrs.field(default="alternating", validator=is_template)
    all_sets_first: str = attrs.field(default="all sets on one side first", validator=is_template)
    rest_between: str = attrs.field(default="rest {time} {between}", validator=is_template)
    no_rest_between: str = attrs.field(default="no rest {between}", validator=is_template)
    any_rest_between: str = attrs.field(default="rest as long as you like {between}", validator=is_template)
    between_repetitions: str = attrs.field(default="between repetitions", validator=is_template)
    between_sides: str = attrs.field(default="between sides", validator=is_template)
    between_sets: str = attrs.field(default="between sets", validator=is_template)
    between_items: str = attrs.field(default="between exercises", validator=is_template)
    between_rounds: str = attrs.field(default="between rounds", validator=is_template)
    per_period: Callable[[str, int, PeriodUnit], str] = attrs.field(default=_per_period, validator=_is_function)
    weekday: Callable[[Weekday], str] = attrs.field(default=_weekday, validator=_is_function)
    on_days: str = attrs.field(default="on {days}", validator=is_template)
    times_on_days: str = attrs.field(default="{often} on {days}", validator=is_template)
    clock: Callable[[time], str] = attrs.field(default=_clock, validator=_is_function)
    at_clock: str = attrs.field(default="{often} at {clock}", validator=is_template)
    weeks: str = attrs.field(default="for {count} week|for {count} weeks", validator=is_template)
    days: str = attrs.field(default="for {count} day|for {count} days", validator=is_template)
    limited: str = attrs.field(default="{often} {limit}", validator=is_template)
    circuit: str = attrs.field(default="circuit", validator=is_template)
    rounds: str = attrs.field(default="{count} round|{count} rounds", validator=is_template)
    rounds_fit: str = attrs.field(default="as many rounds as fit in {time}", validator=is_template)
    round_every: str = attrs.field(default="a new round every {time}", validator=is_template)
    stage: str = attrs.field(default="stage {number}", validator=is_template)
    in_weeks: str = attrs.field(default="week {weeks}|weeks {weeks}", validator=is_template)
    in_days: str = attrs.field(default="day {days}|days {days}", validator=is_template)
    goal: str = attrs.field(default="goal: {goal}", validator=is_template)

    def __repr__(self) -> str:
        # Only the words that differ from English.
        fields = {field.name: (field.default, getattr(self, field.name)) for field in fields_of(Language)}
        others = [f"{name}={value!r}" for name, (usual, value) in fields.items() if value != usual]
        return f"Language({', '.join(others)})"


#: English, the language that `parse_exercise` reads.
ENGLISH: Final = Language()
