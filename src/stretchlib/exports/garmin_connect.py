"""
Workouts for Garmin Connect, which sends them to watches over the air.

Packages such as `garminconnect` upload this format. Garmin does not document it, and may change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Final, Literal, TypeAlias, assert_never

import attrs

from stretchlib._classes import final
from stretchlib._messages import listed, refuse, seconds, shown
from stretchlib._validation import check_kind, check_text
from stretchlib.errors import ExportError
from stretchlib.exports._limits import short_text
from stretchlib.model.exercise import Exercise
from stretchlib.timeline.timeline import Timeline, check_scheduled, span_of
from stretchlib.timeline.tree import Chain, Leaf, Loop, Span
from stretchlib.words.clock import to_whole_seconds
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.writer import Writer

#: The sports of workouts.
Sport: TypeAlias = Literal["mobility", "yoga", "pilates", "hiit"]
#: The category and the name of an exercise in Garmin's catalogue.
CatalogueName: TypeAlias = tuple[str, str]
_Step: TypeAlias = dict[str, Any]

#: The most steps of a workout, repeats included.
MAX_STEPS: Final = 1_000

_SPORTS: Final[dict[Sport, int]] = {"mobility": 11, "yoga": 7, "pilates": 8, "hiit": 9}
_STEP_TYPES = {"interval": 3, "rest": 5, "repeat": 6}
_CONDITIONS = {"lap.button": 1, "time": 2, "iterations": 7, "reps": 10}
#: In characters.
_MAX_NAME, _MAX_DESCRIPTION = 80, 512


def to_garmin_connect(
    timeline: Timeline,
    *,
    sport: Sport = "mobility",
    exercise: Callable[[Exercise], CatalogueName | None] = lambda _: None,
    language: Language = ENGLISH,
) -> dict[str, Any]:
    """
    Return *timeline* as a workout of Garmin Connect, to be sent as JSON.

    Repeats nest as in the routine.
    Holds, rests and movements of a given duration are timed; self-paced movements are counted;
    steps with an *at least* duration end when the lap button is pressed.
    The format has no sides, so they are in the descriptions.

    Args:
        timeline: The timeline.
        sport: The sport of the workout.
        exercise: The function that returns the category and the name of an exercise in Garmin's catalogue, which
            watches show; `None` if it has none.
        language: The words for kinds of steps and sides.

    Raises:
        ExportError: The workout would have more than 1,000 steps.
        TypeError: *timeline* is not a timeline, *language* is not a language, or *exercise* does not return two texts
            or `None`.
        ValueError: *sport* is unknown.

    >>> from stretchlib import Hold, Routine, schedule
    >>> workout = to_garmin_connect(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))
    >>> [step["description"] for step in workout["workoutSegments"][0]["workoutSteps"]]
    ['get ready', 'Chin tuck']
    """
    check_scheduled(timeline)
    check_kind("language", language, Language)
    if sport not in tuple(_SPORTS):
        refuse("sport", f"must be {listed(list(map(repr, _SPORTS)))}", sport)
    span = span_of(timeline)
    size = _size(span)
    if size > MAX_STEPS:
        message = f"a workout must have at most {MAX_STEPS} steps, but {timeline!r} needs {shown(size)}"
        raise ExportError(message)
    steps: list[_Step] = []
    _WorkoutSteps(exercise, Writer(language)).write(span, steps)
    sport_type = {"sportTypeId": _SPORTS[sport], "sportTypeKey": sport}
    return {
        "workoutName": _text(_MAX_NAME, timeline.routine.name) or "workout",
        "sportType": sport_type,
        "estimatedDurationInSecs": to_whole_seconds(timeline.duration),
        "workoutSegments": [{"segmentOrder": 1, "sportType": sport_type, "workoutSteps": steps}],
    }


def _size(span: Span) -> int:
    """
    Return the number of steps of *span*, repeats included.
    """
    match span:
        case Leaf():
            return 1
        case Chain():
            size = 0
            for part in span.parts:
                size += _size(part)
            return size
        case Loop():
            once = _size(span.body)
            if span.times == 1 or _counted(span):
                return once
            if span.gap is None:
                return once + 1
            return 2 * once + (1 if span.times == 2 else 2)
        case _:
            assert_never(span)


def _counted(span: Span) -> tuple[Leaf, int] | None:
    """
    Return the only movement of *span*, and how many times it is performed; `None` if there are other steps.
    """
    times = 1
    while isinstance(span, Loop) and span.gap is None:
        times *= span.times
        span = span.body
    return (span, times) if isinstance(span, Leaf) and span.is_self_paced else None


@final
@attrs.frozen
class _WorkoutSteps:
    """
    Steps, numbered in order; a repeat precedes its steps.
    """

    catalogue: Callable[[Exercise], CatalogueName | None]
    writer: Writer
    numbers: Iterator[int] = attrs.field(factory=lambda: count(1))

    def write(self, span: Span, steps: list[_Step]) -> None:
        """
        Add *span* to *steps*.
        """
        if counted := _counted(span):
            steps.append(self.step(*counted))
            return
        match span:
            case Leaf():
                steps.append(self.step(span))
            case Chain():
                for part in span.parts:
                    self.write(part, steps)
            case Loop():
                repeated, gap = span.times if span.gap is None else span.times - 1, span.gap
                turns = steps if repeated == 1 else self.repeat(repeated, steps)
                self.write(span.body, turns)
                # No gap follows the last turn, so this turn is after the repeat.
                if gap is not None:
                    turns.append(self.step(gap))
                    self.write(span.body, steps)
            case _:
                assert_never(span)

    def repeat(self, times: int, steps: list[_Step]) -> list[_Step]:
        """
        Add a repeat to *steps*, and return the list of its steps.
        """
        repeated: list[_Step] = []
        steps.append(
            {
                "type": "RepeatGroupDTO",
                "stepOrder": next(self.numbers),
                "stepType": _step_type("repeat"),
                "numberOfIterations": times,
                "smartRepeat": False,
                "endCondition": _condition("iterations"),
                "endConditionValue": times,
                "workoutSteps": repeated,
            }
        )
        return repeated

    def step(self, leaf: Leaf, movements: int = 1) -> _Step:
        step = {
            "type": "ExecutableStepDTO",
            "stepOrder": next(self.numbers),
            "stepType": _step_type("interval" if leaf.kind.is_work else "rest"),
            "description": _description(leaf, self.writer),
            "targetType": {"workoutTargetTypeId": 1, "workoutTargetTypeKey": "no.target"},
            **_end(leaf, movements),
        }
        # In a gap, the name would be misleading.
        name = self.catalogue(leaf.exercise) if leaf.exercise and leaf.kind.is_work else None
        if name is not None:
            step["category"], step["exerciseName"] = _checked(name)
        return step


def _end(leaf: Leaf, movements: int) -> _Step:
    if leaf.is_self_paced:
        return {"endCondition": _condition("reps"), "endConditionValue": movements}
    if leaf.estimated:
        return {"endCondition": _condition("lap.button")}
    return {"endCondition": _condition("time"), "endConditionValue": seconds(leaf.duration)}


def _step_type(key: str) -> dict[str, Any]:
    return {"stepTypeId": _STEP_TYPES[key], "stepTypeKey": key}


def _condition(key: str) -> dict[str, Any]:
    return {"conditionTypeId": _CONDITIONS[key], "conditionTypeKey": key}


def _checked(name: CatalogueName) -> CatalogueName:
    if not isinstance(name, tuple) or len(name) != 2:
        refuse("exercise", "must return a category and a name", name, TypeError)
    for text in name:
        check_text("exercise", text)
    return name


def _description(leaf: Leaf, writer: Writer) -> str:
    name = leaf.exercise.name if leaf.exercise and leaf.side else ""
    text = _text(_MAX_DESCRIPTION, name, leaf.label, writer.side(leaf.side))
    return text or _text(_MAX_DESCRIPTION, writer.text_of("long_kind", leaf.kind))


def _text(max_characters: int, *parts: str) -> str:
    """
    Return the *parts* that are not blank, as one line with a limited number of characters.
    """
    return short_text(parts, ", ", max_characters)
