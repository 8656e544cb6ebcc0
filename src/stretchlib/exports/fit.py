"""
Workout files in the FIT format, for the watches of Garmin, Wahoo, Coros and others (extra: `fit`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    FileType,
    Intensity,
    Manufacturer,
    Sport,
    SubSport,
    WorkoutStepDuration,
    WorkoutStepTarget,
)

from stretchlib._messages import shown
from stretchlib._validation import check_kind, positive
from stretchlib.dates.moments import to_moment
from stretchlib.errors import ExportError
from stretchlib.exports._limits import short_text
from stretchlib.exports._repeats import MAX_WRITTEN, Once, Run, shortest
from stretchlib.timeline.timeline import Timeline, check_scheduled, span_of
from stretchlib.timeline.tree import Leaf
from stretchlib.words.clock import to_milliseconds
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.writer import Writer

#: The most steps that common watches accept in a workout, repeats included.
MAX_STEPS: Final = 50

#: The longest text: the size of a field is one byte, and a text ends with a zero.
_MAX_TEXT = 254
#: The largest number of 32 bits means that there is no value.
_MAX_NUMBER = 2**32 - 2
#: The epoch of FIT; smaller numbers of seconds are relative to the start of the watch.
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_EARLIEST = _EPOCH + timedelta(seconds=2**28)
_LATEST = _EPOCH + timedelta(seconds=_MAX_NUMBER)


def to_fit(
    timeline: Timeline,
    *,
    created: datetime | None = None,
    max_steps: int = MAX_STEPS,
    language: Language = ENGLISH,
) -> bytes:
    """
    Return *timeline* as a workout file in the FIT format.

    Holds, rests and movements of a given duration are timed, to the nearest millisecond but at least one.
    Self-paced movements are counted; steps with an *at least* duration end when the lap button is pressed.
    The notes of a step are its kind and the instructions of the exercise.
    Repeated steps become repeats if that makes the workout shorter; repeats do not nest.

    Args:
        timeline: The timeline.
        created: When the file was created, aware of its time zone; watches use it to distinguish files.
        max_steps: How many steps the watch accepts; the format allows 4,096.
        language: The words for kinds of steps and sides.

    Raises:
        ExportError: The workout needs too many steps, a step is too long, or *created* is out of range for watches.
        TypeError: *timeline* is not a timeline, or another argument is of the wrong type.
        ValueError: *created* has no time zone, or *max_steps* is less than 1.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> to_fit(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))[8:12]
    b'.FIT'
    """
    check_scheduled(timeline)
    check_kind("language", language, Language)
    file, most = _file(created), min(positive("max_steps", max_steps), MAX_WRITTEN)
    size, runs = shortest(span_of(timeline))
    if runs is None or size > most:
        message = f"a workout must have at most {most} steps, but {timeline!r} needs {shown(size)}, even with repeats"
        raise ExportError(message)
    builder = FitFileBuilder()
    builder.add(file)
    builder.add(_workout(timeline.routine.name, size))
    builder.add_all(list(_steps(runs, Writer(language))))
    return bytes(builder.build().to_bytes())


def _file(created: datetime | None) -> FileIdMessage:
    message = FileIdMessage()
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    if created is not None:
        message.time_created = round(_within_range(created).timestamp() * 1000)
    return message


def _within_range(created: datetime) -> datetime:
    """
    Return the moment of *created*, if it is within the range of watches.
    """
    moment = to_moment("created", created)
    if not _EARLIEST <= moment <= _LATEST:
        message = f"a workout must be created from {_EARLIEST} to {_LATEST} (got {moment})"
        raise ExportError(message)
    return moment


def _workout(name: str, steps: int) -> WorkoutMessage:
    message = WorkoutMessage()
    message.workout_name = _text(name) or "workout"
    message.sport = Sport.TRAINING
    message.sub_sport = SubSport.FLEXIBILITY_TRAINING
    message.num_valid_steps = steps
    return message


def _steps(runs: Iterable[Run], writer: Writer) -> Iterator[WorkoutStepMessage]:
    index = 0
    for run in runs:
        first = index
        for once in run.steps:
            yield _step(index, once, writer)
            index += 1
        if run.times > 1:
            yield _repeat(index, first, run.times)
            index += 1


def _repeat(index: int, first: int, times: int) -> WorkoutStepMessage:
    """
    Return the step that repeats all steps from the *first* one until they were performed a number of *times*.
    """
    message = WorkoutStepMessage()
    message.message_index = index
    message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
    message.duration_step = first
    message.target_repeat_steps = _number("times", times)
    return message


def _step(index: int, once: Once, writer: Writer) -> WorkoutStepMessage:
    leaf, movements = once
    # In a gap, the name of the exercise would be misleading.
    exercise = leaf.exercise if leaf.side else None
    kind, side = writer.text_of("kind", leaf.kind), writer.side(leaf.side)
    message = WorkoutStepMessage()
    message.message_index = index
    message.workout_step_name = _text(exercise.name if exercise else "", leaf.label, side, between=", ") or _text(kind)
    message.notes = _text(kind, exercise.instructions if exercise else "", between=": ")
    message.intensity = Intensity.ACTIVE if leaf.kind.is_work else Intensity.REST
    message.target_type = WorkoutStepTarget.OPEN
    _end(message, leaf, movements)
    return message


def _end(message: WorkoutStepMessage, leaf: Leaf, movements: int) -> None:
    """
    Set in *message* when the step ends.
    """
    if leaf.is_self_paced:
        message.duration_type = WorkoutStepDuration.REPS
        message.duration_reps = _number("movements", movements)
    elif leaf.estimated:
        message.duration_type = WorkoutStepDuration.OPEN
    else:
        message.duration_type = WorkoutStepDuration.TIME
        message.duration_time = _number("milliseconds", _milliseconds(leaf.duration)) / 1000


def _milliseconds(duration: timedelta) -> int:
    # A step must have a duration.
    return max(1, to_milliseconds(duration))


def _number(name: str, value: int) -> int:
    if value > _MAX_NUMBER:
        message = f"the {name} of a step must be at most {_MAX_NUMBER} (got {shown(value)})"
        raise ExportError(message)
    return value


def _text(*parts: str, between: str = "") -> str:
    """
    Return the *parts* that are not blank, as one line that fits into a field.
    """
    return short_text(parts, between, _MAX_TEXT, size=lambda part: len(part.encode()))
