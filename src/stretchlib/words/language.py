"""
Languages: the words of descriptions, steps, pictures and voices, in English by default.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any, Final

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._validation import fields_of
from stretchlib.model.frequency import PeriodUnit, Weekday
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import StepKind
from stretchlib.words import english
from stretchlib.words.templates import is_function, is_template, is_template_with_number


def _text(default: str) -> Any:
    return attrs.field(default=default, validator=is_template)


def _counted(default: str) -> Any:
    return attrs.field(default=default, validator=is_template_with_number)


@final
@attrs.frozen(kw_only=True, repr=False)
class Language:
    """
    The words of descriptions, steps, pictures and voices: templates and a few functions, in English by default.

    Templates have placeholders in braces.
    If a template has a number, it may have alternatives separated by "|", one of which `plural` selects.
    In cards, texts are short; fields that start with "long" are for sentences.

    >>> from stretchlib import Hold, Exercise, Repetitions, describe
    >>> brief = Language(repeated="{count} x {work}", seconds="{number}s")
    >>> describe(Exercise("Calf stretch", Repetitions(3, Hold(30))), language=brief)
    '3 x 30s'

    Attributes:
        plural: The index of the alternative for a number, from 0; if there are fewer alternatives, the last is used.
        finish: The last change of every text, for example elision.
        decimal_point: The separator of a number and its fraction.
        comma: The separator of clauses, and of phases.
        semicolon: The separator of phases that have commas or labels of their own, in sentences.
        full_stop: The end of a sentence.
        sentence_space: The space between sentences.
        unit_space: The space between hours, minutes and seconds.
        named: A name and the text that it names.
        numbered: An item of an outline.
        parentheses: Several phases that belong together.
        listed: The end of a list.
        at_least: An amount with a lower bound only.
        up_to: An amount with an upper bound only.
        from_to: A range of times with two units, and any range in sentences.
        dash: Other ranges, in cards.
        hours: Hours, in a card.
        minutes: Minutes, in a card.
        seconds: Seconds, in a card.
        long_hours: Hours, in sentences.
        long_minutes: Minutes, in sentences.
        long_seconds: Seconds, in sentences.
        breaths: Breaths.
        half: A number of breaths and half a breath.
        half_breath: Half a breath in a card.
        long_half_breath: Half a breath in sentences.
        once: One time.
        twice: Two times.
        times: Other numbers of times.
        hold: A hold, in a card.
        move: A timed movement, in a card.
        rest: A rest, in a card.
        movement: A timed movement with a label, in a card.
        long_hold: A hold, in sentences.
        long_move: A timed movement, in sentences.
        long_rest: A rest, in sentences.
        lasting: A label or an activity with its time, in sentences, steps and the voice.
        placed: A step with its side, set and repetition.
        about: A self-paced movement of a step, with its estimated time.
        move_freely: A movement without a label or time.
        again_hold: A hold after a number, as in 3 × 30 s.
        again_move: A movement after a number.
        again_rest: A rest after a number.
        again_freely: The number of movements in sets.
        labelled: A hold or a rest with a label.
        long_labelled: The same in sentences.
        on_other_side: A phase on the opposite side.
        on_both_sides: A phase on both sides.
        repeated: Repeated work.
        repeated_on_sides: Movements on sides.
        repetitions: A number of movements.
        long_repeated: A repeated phase, in sentences.
        fit: Work repeated for a time.
        fit_freely: A movement repeated for a time; in sentences, the previous work.
        long_fit_freely: A movement repeated for a time, in sentences.
        then: One phase after the other.
        with_rest: Nested repetitions with a rest between them, in a card.
        with_no_rest: Nested repetitions with a rest of 0.
        with_any_rest: Nested repetitions with a rest of at least 0.
        long_with_rest: Nested repetitions with a rest between them, in sentences.
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
        first_side: The first of two opposite sides, if it is not the left.
        long_first_side: The same in sentences.
        side: The name of a side in pictures, tables and on watches.
        long_side: The name of a side in steps and the voice.
        alternating: Changing sides after each repetition.
        all_sets_first: Changing sides after all sets.
        rest_between: A rest with its place.
        no_rest_between: A rest of 0 with its place.
        any_rest_between: A rest of at least 0 with its place.
        between_repetitions: The place of a rest between repetitions.
        between_sides: The place of a rest between sides.
        between_sets: The place of a rest between sets.
        between_items: The place of a rest between the items of a routine or circuit.
        between_rounds: The place of a rest between the rounds of a circuit.
        per_period: A frequency, from the number of times in words, the number of units in a period, and the unit; the
            words are empty if "every day" or "every two hours" is enough.
        weekday: A day of the week.
        on_days: Once on each of some days of the week.
        times_on_days: More than once on each of some days of the week.
        clock: A time of day.
        at_clock: A frequency with its times of day.
        weeks: A number of weeks.
        days: A number of days.
        for_time: A number of weeks or days as a limit.
        limited: A frequency with its limit.
        circuit: A circuit without a name.
        rounds: A number of rounds.
        rounds_fit: Rounds for a time.
        round_every: Rounds at fixed times, with *per_period* for whole minutes or hours.
        every: The frequency of other rounds at fixed times.
        stage: A stage without a name.
        in_weeks: The weeks of a stage.
        in_days: The days of a stage.
        goal: The goal of a stage.
        kind: The kind of a step, in pictures, tables and on watches.
        long_kind: The activity of a step, in steps and the voice.
        set_number: The number of a set, in steps and the voice.
        repetition_number: The number of a repetition, in steps and the voice.
        round_number: The number of a round, in steps and the voice.
        of_total: One of these numbers with its total.
        gap: The legend of gaps, in pictures.
        estimated: The legend of estimated steps, in pictures.
        coming: The announcement of the next exercise, in the voice.
        number: The number of a self-paced movement, in the voice.
        half_time: The announcement of half time, in the voice.
        outro: The announcement of the end, in the voice.
    """

    plural: Callable[[float], int] = attrs.field(default=english.plural, validator=is_function)
    finish: Callable[[str], str] = attrs.field(default=english.finish, validator=is_function)
    decimal_point: str = _text(".")
    comma: str = _text(", ")
    semicolon: str = _text("; ")
    full_stop: str = _text(".")
    sentence_space: str = _text(" ")
    unit_space: str = _text(" ")
    named: str = _text("{name}: {text}")
    numbered: str = _text("{number}. {text}")
    parentheses: str = _text("({text})")
    listed: str = _text("{before} and {last}")
    at_least: str = _text("at least {amount}")
    up_to: str = _text("up to {amount}")
    from_to: str = _text("{low} to {high}")
    dash: str = _text("{low}–{high}")
    hours: str = _counted("{number} h")
    minutes: str = _counted("{number} min")
    seconds: str = _counted("{number} s")
    long_hours: str = _counted("{number} hour|{number} hours")
    long_minutes: str = _counted("{number} minute|{number} minutes")
    long_seconds: str = _counted("{number} second|{number} seconds")
    breaths: str = _counted("{number} breath|{number} breaths")
    half: str = _text("{number}½")
    half_breath: str = _text("½ breath")
    long_half_breath: str = _text("half a breath")
    once: str = _text("once")
    twice: str = _text("twice")
    times: str = _counted("{count} time|{count} times")
    hold: str = _text("hold {time}")
    move: str = _text("move {time}")
    rest: str = _text("rest {time}")
    movement: str = _text("{label} {time}")
    long_hold: str = _text("hold for {time}")
    long_move: str = _text("keep moving for {time}")
    long_rest: str = _text("rest for {time}")
    lasting: str = _text("{what} for {time}")
    placed: str = _text("{step} ({place})")
    about: str = _text("{what} about {time}")
    move_freely: str = _text("move")
    again_hold: str = _text("{time}")
    again_move: str = _text("{time} moving")
    again_rest: str = _text("{time} resting")
    again_freely: str = _counted("{count}")
    labelled: str = _text("{label}: {phase}")
    long_labelled: str = _text("{label} – {phase}")
    on_other_side: str = _text("{phase} on the other side")
    on_both_sides: str = _text("{phase} on both sides")
    repeated: str = _counted("{count} × {work}")
    repeated_on_sides: str = _counted("{count} × {sides}")
    repetitions: str = _counted("{count} repetition|{count} repetitions")
    long_repeated: str = _text("{work} {times}")
    fit: str = _text("repeat {work} for {time}")
    fit_freely: str = _text("repeat for {time}")
    long_fit_freely: str = _text("keep going for {time}")
    then: str = _text("{before}, then {after}")
    with_rest: str = _text("{work} with {time} rest between")
    with_no_rest: str = _text("{work} with no rest between")
    with_any_rest: str = _text("{work} with rest as long as you like between")
    long_with_rest: str = _text("{work} with {time} of rest between")
    sets: str = _counted("{count} set of {work}|{count} sets of {work}")
    sets_apart: str = _counted("{count} set, {work}|{count} sets, {work}")
    sets_fit: str = _text("for {time}, sets of {work}")
    long_sets: str = _counted("{count} set|{count} sets")
    long_sets_fit: str = _text("as many sets of {work} as fit in {time}")
    long_sets_fit_apart: str = _text("as many sets as fit in {time}")
    sided: str = _text("{work} {sides}")
    each_side: str = _text("each side")
    long_each_side: str = _text("on each side")
    one_side: Callable[[Side], str] = attrs.field(default=english.one_side, validator=is_function)
    next_side: Callable[[Side], str] = attrs.field(default=english.next_side, validator=is_function)
    first_side: Callable[[Side], str] = attrs.field(default=english.first_side, validator=is_function)
    long_first_side: Callable[[Side], str] = attrs.field(default=english.long_first_side, validator=is_function)
    side: Callable[[Side], str] = attrs.field(default=english.side, validator=is_function)
    long_side: Callable[[Side], str] = attrs.field(default=english.long_side, validator=is_function)
    alternating: str = _text("alternating")
    all_sets_first: str = _text("all sets on one side first")
    rest_between: str = _text("rest {time} {between}")
    no_rest_between: str = _text("no rest {between}")
    any_rest_between: str = _text("rest as long as you like {between}")
    between_repetitions: str = _text("between repetitions")
    between_sides: str = _text("between sides")
    between_sets: str = _text("between sets")
    between_items: str = _text("between exercises")
    between_rounds: str = _text("between rounds")
    per_period: Callable[[str, int, PeriodUnit], str] = attrs.field(default=english.per_period, validator=is_function)
    weekday: Callable[[Weekday], str] = attrs.field(default=english.weekday, validator=is_function)
    on_days: str = _text("on {days}")
    times_on_days: str = _text("{often} on {days}")
    clock: Callable[[time], str] = attrs.field(default=english.clock, validator=is_function)
    at_clock: str = _text("{often} at {clock}")
    weeks: str = _counted("{count} week|{count} weeks")
    days: str = _counted("{count} day|{count} days")
    for_time: str = _text("for {amount}")
    limited: str = _text("{often} {limit}")
    circuit: str = _text("circuit")
    rounds: str = _counted("{count} round|{count} rounds")
    rounds_fit: str = _text("as many rounds as fit in {time}")
    round_every: str = _text("a new round {often}")
    every: str = _text("every {time}")
    stage: str = _counted("stage {number}")
    in_weeks: str = _counted("week {weeks}|weeks {weeks}")
    in_days: str = _counted("day {days}|days {days}")
    goal: str = _text("goal: {goal}")
    kind: Callable[[StepKind], str] = attrs.field(default=english.kind, validator=is_function)
    long_kind: Callable[[StepKind], str] = attrs.field(default=english.long_kind, validator=is_function)
    set_number: str = _counted("set {number}")
    repetition_number: str = _counted("repetition {number}")
    round_number: str = _counted("round {number}")
    of_total: str = _text("{place} of {total}")
    gap: str = _text("rest or change")
    estimated: str = _text("estimated")
    coming: str = _text("Next: {what}")
    number: str = _counted("Number {number}")
    half_time: str = _text("Half time")
    outro: str = _text("Well done")

    def __repr__(self) -> str:
        # Only the words that differ from English.
        fields = {field.name: (field.default, getattr(self, field.name)) for field in fields_of(Language)}
        others = [f"{name}={value!r}" for name, (usual, value) in fields.items() if value != usual]
        return f"Language({', '.join(others)})"


#: English, the language that `parse_exercise` reads.
ENGLISH: Final = Language()


resolve_types(Language)
