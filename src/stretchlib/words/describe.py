"""
Descriptions of prescriptions in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeAlias, assert_never, cast, get_args, get_origin

from stretchlib._validation import check_kind
from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Duration, Range, check_count, ends_of
from stretchlib.model.routine import Circuit, Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.steps import Step
from stretchlib.model.timedeltas import to_elapsed
from stretchlib.model.work import Rest
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.outlines import circuit_lines, exercise_line, plan_lines, rest_line, routine_lines, stage_lines
from stretchlib.words.steps import step_line
from stretchlib.words.writer import Writer

#: The classes that can be described.
Describable: TypeAlias = (
    Plan | Stage | Routine | Circuit | Exercise | Rest | Step | Sidedness | Frequency | Duration | Count | AsManyAsFit
)

_KINDS = dict.fromkeys(get_origin(kind) or kind for kind in get_args(Describable))


def describe(value: Describable, *, long: bool = False, language: Language = ENGLISH) -> str:
    r"""
    Return *value* in words.

    An exercise becomes a card: its dose on one line, without its name.
    A circuit, a routine, a stage or a plan becomes an outline of several lines, a step becomes one line,
    and any other value a phrase.

    Args:
        value: A plan, stage, routine, circuit, exercise, rest, step, sidedness, frequency, duration or count.
        long: Whether to write sentences for paper instead of the short forms of cards.
        language: The words to use.

    Raises:
        TypeError: *value* is of another class.
        ValueError: *value* is a count below 1 or of more than 4300 digits, or a negative duration.

    >>> from stretchlib import Hold, Repetitions
    >>> stretch = Exercise("Calf stretch", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())
    >>> describe(stretch)
    '3 × 30 s each side, alternating'
    >>> describe(stretch, long=True)
    'Hold for 30 seconds. 3 times on each side, alternating.'
    >>> print(describe(Routine("Legs", [stretch, Rest(60)], frequency=Frequency(2, weeks=4))))
    Legs, twice a day for 4 weeks
    1. Calf stretch: 3 × 30 s each side, alternating
    2. Rest 1 min
    """
    check_kind("value", value, *_KINDS)
    check_kind("language", language, Language)
    writer = Writer(language, long=long)
    return writer.finished("\n".join(_lines(writer, value)))


def _lines(writer: Writer, value: Describable) -> Iterable[str]:
    match value:
        case Plan():
            return plan_lines(writer, value)
        case Stage():
            return stage_lines(writer, value)
        case Routine():
            return routine_lines(writer, value)
        case Circuit():
            return circuit_lines(writer, value)
        case Exercise():
            return [exercise_line(writer, value)]
        case Rest():
            return [rest_line(writer, value)]
        case Step():
            return [step_line(writer, value)]
        case _:
            return [_phrase(writer, value)]


def _phrase(writer: Writer, value: Sidedness | Frequency | Duration | Count | AsManyAsFit) -> str:
    match value:
        case Sidedness():
            return writer.sidedness(value)
        case Frequency():
            return writer.often(value)
        case AsManyAsFit():
            return writer.fill(writer.language.fit_freely, time=writer.time(value.duration))
        case Breaths():
            return writer.time(value)
        # Timelines may last longer than the durations of prescriptions, so there is no upper bound.
        case timedelta():
            return writer.time(to_elapsed("value", value))
        case Range(low=timedelta()) | Range(high=timedelta()):
            for name, end in ends_of(value):
                to_elapsed(f"value.{name}", end)
            return writer.time(cast(Duration, value))
        case int() | Range():
            check_count("value", value)
            return writer.count(cast(Count, value))
        case _:
            assert_never(value)
