"""
Can a watch lead through it?

A workout file in the FIT format, for the watches of Garmin, Wahoo, Coros and others; needs the extra `fit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from typing import Final, NamedTuple, TypeAlias, assert_never, final

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

from stretchlib._validation import check_whole, shown
from stretchlib.dates.moments import to_moment
from stretchlib.errors import ExportError
from stretchlib.model.sidedness import Side
from stretchlib.timeline.rules import expand
from stretchlib.timeline.steps import StepKind
from stretchlib.timeline.timeline import Timeline
from stretchlib.timeline.tree import Chain, Leaf, Loop, Span
from stretchlib.words.characters import one_line, shortened
from stretchlib.words.clock import to_milliseconds

#: As many steps as common watches take in one workout; a repeat counts as one, too.
MOST_STEPS: Final = 50

#: The size of a field is told in one byte, and a text ends with a zero.
_LONGEST_TEXT = 254
#: What comes later in a text is not even looked at, whatever blanks come before.
_MOST_READ = 10_000
#: Of a whole number of 32 bits, and of one of 16; the very last says that there is none.
_MAX_NUMBER = 2**32 - 2
_LARGEST_INDEX = 2**16 - 2
#: Seconds count from here on; few of them count from when the watch was switched on.
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_EARLIEST = _EPOCH + timedelta(seconds=2**28)
_LATEST = _EPOCH + timedelta(seconds=_MAX_NUMBER)


def to_fit(timeline: Timeline, *, created: datetime | None = None, most_steps: int = MOST_STEPS) -> bytes:
    """
    Return *timeline* as a workout file in the FIT format.

    Holds, rests and movements of a given duration are timed, to the nearest millisecond but at least one.
    Movements at one's own pace are counted; what lasts "at least" so long ends at the press of a button.
    The notes of a step begin with its kind, followed by the instructions of the exercise.
    What comes again is told as a repeat where that makes the workout shorter.

    Args:
        timeline: What the watch leads through.
        created: When the file was made, aware of its time zone; watches tell files apart by it.
        most_steps: How many steps the watch takes.

    Raises:
        ExportError: The workout has too many steps for a watch, or one that is too long,
            or watches cannot tell when it was made.
        TypeError: *created* is no `datetime`, or *most_steps* no whole number.
        ValueError: *created* has no time zone, or *most_steps* is less than 1.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> to_fit(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))[8:12]
    b'.FIT'
    """
    check_whole("most_steps", most_steps)
    file = _file(created)
    most = min(most_steps, _LARGEST_INDEX)
    entries = _shortest(expand(timeline.routine, timeline.pacing), most)
    if len(entries) > most:
        message = f"a workout must have at most {most} steps, and {timeline!r} takes more, even with repeats"
        raise ExportError(message)
    builder = FitFileBuilder()
    builder.add(file)
    builder.add(_workout(timeline.routine.name, len(entries)))
    builder.add_all([_step(index, entry) for index, entry in enumerate(entries)])
    return bytes(builder.build().to_bytes())


@final
class _Once(NamedTuple):
    """
    A step of the workout: a leaf, or so many equal movements.
    """

    leaf: Leaf
    movements: int = 1


@final
class _Again(NamedTuple):
    """
    The last so many steps of the workout, so many times in all.
    """

    steps: int
    times: int


_Entry: TypeAlias = _Once | _Again


def _shortest(span: Span, most: int) -> list[_Entry]:
    """
    Return *span* with repeats where they make it shorter; of more than *most* entries only the first.
    """
    match span:
        case Leaf():
            return [_Once(span)]
        case Chain():
            return _first(most, chain.from_iterable(_shortest(part, most) for part in span.parts))
        case Loop(body=Leaf(kind=StepKind.MOVE, estimated=True) as movement, gap=None):
            return [_Once(movement, span.times)]
        case Loop():
            once = _shortest(span.body, most)
            return min(_first(most, _turns(span, lambda: once)), _repeated(span, once, most), key=len)
        case _:
            assert_never(span)


def _repeated(loop: Loop, last: list[_Entry], most: int) -> list[_Entry]:
    """
    Return the turns of *loop* as a repeat, and where a gap follows all but the *last* turn, that one on its own.
    """
    # Watches know no repeats within repeats.
    turn = _first(most, _flat(loop.body))
    if loop.gap is None:
        return [*turn, _Again(len(turn), loop.times)]
    return [*turn, _Once(loop.gap), _Again(len(turn) + 1, loop.times - 1), *last]


def _flat(span: Span) -> Iterator[_Entry]:
    """
    Yield *span* without repeats.
    """
    match span:
        case Leaf():
            yield _Once(span)
        case Chain():
            yield from chain.from_iterable(map(_flat, span.parts))
        case Loop(body=Leaf(kind=StepKind.MOVE, estimated=True) as movement, gap=None):
            yield _Once(movement, span.times)
        case Loop(body=body):
            yield from _turns(span, lambda: _flat(body))
        case _:
            assert_never(span)


def _turns(loop: Loop, turn: Callable[[], Iterable[_Entry]]) -> Iterator[_Entry]:
    for number in range(loop.times):
        if loop.gap and number:
            yield _Once(loop.gap)
        yield from turn()


def _first(most: int, entries: Iterable[_Entry]) -> list[_Entry]:
    # One more than there is room for tells that there are too many.
    return list(islice(entries, most + 1))


def _file(created: datetime | None) -> FileIdMessage:
    message = FileIdMessage()
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    if created is not None:
        message.time_created = round(_tellable(created).timestamp() * 1000)
    return message


def _tellable(created: datetime) -> datetime:
    """
    Return a moment that watches can tell; all others are refused.
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


def _step(index: int, entry: _Entry) -> WorkoutStepMessage:
    message = WorkoutStepMessage()
    message.message_index = index
    match entry:
        case _Again():
            message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
            message.duration_step = index - entry.steps
            message.target_repeat_steps = _number("times", entry.times)
        case _Once():
            _describe(message, entry.leaf)
            if entry.leaf.estimated and entry.leaf.kind is not StepKind.MOVE:
                message.duration_type = WorkoutStepDuration.OPEN
            elif entry.leaf.estimated:
                message.duration_type = WorkoutStepDuration.REPS
                message.duration_reps = _number("movements", entry.movements)
            else:
                message.duration_type = WorkoutStepDuration.TIME
                message.duration_time = _number("milliseconds", _milliseconds(entry.leaf.duration)) / 1000
        case _:
            assert_never(entry)
    return message


def _describe(message: WorkoutStepMessage, leaf: Leaf) -> None:
    # In a gap the name of an exercise would say to do what is not done.
    exercise = leaf.exercise if leaf.side else None
    side = leaf.side.value if leaf.side and leaf.side is not Side.BOTH else ""
    kind = leaf.kind.value
    message.workout_step_name = _text(exercise.name if exercise else "", leaf.label, side, between=", ") or kind
    message.notes = _text(kind, exercise.instructions if exercise else "", between=": ")
    active = leaf.kind.is_work
    message.intensity = Intensity.ACTIVE if active else Intensity.REST
    message.target_type = WorkoutStepTarget.OPEN


def _milliseconds(duration: timedelta) -> int:
    # Nothing is no duration for a step.
    return max(1, to_milliseconds(duration))


def _number(name: str, value: int) -> int:
    if value > _MAX_NUMBER:
        message = f"the {name} of a step must be at most {_MAX_NUMBER} (got {shown(value)})"
        raise ExportError(message)
    return value


def _text(*parts: str, between: str = "") -> str:
    """
    Return those *parts* that are not blank, on one line that is no longer than a field.
    """
    line = between.join(filter(None, (one_line(part[:_MOST_READ]) for part in parts)))
    return shortened(line, _LONGEST_TEXT, size=lambda part: len(part.encode()))
