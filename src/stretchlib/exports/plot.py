"""
What does a routine look like?

A picture made with matplotlib; needs the extra `plot`.
"""

# Of the keyword arguments of matplotlib, nothing is declared.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Final, TypeAlias, final

import attrs
from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import AutoLocator, FuncFormatter, MultipleLocator

from stretchlib.errors import ExportError
from stretchlib.exports._limits import check_steps
from stretchlib.model.routine import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.timeline.steps import Step, StepKind
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line, shortened
from stretchlib.words.clock import clock

#: More steps than this are thinner than what a screen can show.
MOST_STEPS: Final = 20_000
#: More lanes than this make a picture that nobody can look at.
MOST_LANES: Final = 500

# Of the colours that Okabe and Ito chose for colour-blind people, those five that stay apart when they are tinted, too.
_COLOURS = {
    Side.LEFT: "#0072b2",
    Side.RIGHT: "#e69f00",
    Side.BOTH: "#cc79a7",
    Side.AFFECTED: "#d55e00",
    Side.UNAFFECTED: "#56b4e9",
}
_PALE = "#e6e6e6"
_HEIGHTS = {StepKind.HOLD: 0.8, StepKind.MOVE: 0.5}
_HEIGHT_OF_GAPS = 0.2
#: How much white there is in the colour of a movement.
_TINT = 0.5
#: Inches: of one lane, and of all that is around them.
_LANE, _MARGIN = 0.28, 1.0

#: How many columns the name of an exercise may take, and that of the routine.
_LONGEST_NAME, _LONGEST_TITLE = 32, 60
_MOST_TICKS = 12
#: Distances between ticks.
_DISTANCES = [timedelta(seconds=seconds) for seconds in (1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)]

#: Families that come with systems, for the scripts that matplotlib's own font lacks.
_FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Arial Unicode MS",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Nirmala UI",
    "Leelawadee UI",
    "Noto Emoji",
    "Segoe UI Emoji",
)

#: The kind and the side of what is done; of a gap, nothing.
_Look: TypeAlias = tuple[StepKind, Side] | None


def plot(timeline: Timeline, ax: Axes | None = None) -> Axes:
    """
    Draw *timeline*, one lane an exercise, time from left to right.

    The colour of a bar says the side; holds are high and dark, movements low and light, rests and changes pale.
    What belongs to no exercise goes through all lanes.
    A script that matplotlib's fonts lack needs a font that has it, installed or named in `rcParams["font.family"]`.

    Args:
        timeline: What to draw.
        ax: What to draw on; a new figure of fitting size where it is left out.

    Raises:
        ExportError: There are more steps or exercises than a picture can show.

    >>> from stretchlib import Hold, Routine, schedule
    >>> ax = plot(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))
    >>> ax.get_title()
    'Neck'
    """
    check_steps("a picture", timeline, MOST_STEPS)
    lanes = _lanes(timeline)
    if ax is None:
        ax = Figure(figsize=(10, _MARGIN + _LANE * lanes.height), layout="constrained").add_subplot()
    looks = _draw(timeline, lanes, ax)
    _label(timeline, lanes, ax)
    _mark_time(timeline.duration, ax)
    _explain(looks, ax)
    return ax


@final
@attrs.frozen
class _Lanes:
    """
    The lanes of a picture, from 0: one for each exercise, in order of first appearance.
    """

    exercises: list[Exercise]
    #: By their identity: an exercise takes the longer to compare the larger it is, and has many steps.
    numbers: dict[int, int]

    def of(self, step: Step) -> int | None:
        return self.numbers[id(step.exercise)] if step.exercise else None

    @property
    def height(self) -> int:
        # A routine may consist of rests.
        return max(len(self.exercises), 1)


def _lanes(timeline: Timeline) -> _Lanes:
    exercises: dict[str, tuple[int, Exercise]] = {}
    numbers: dict[int, int] = {}
    for step in timeline:
        exercise = step.exercise
        if exercise and id(exercise) not in numbers:
            numbers[id(exercise)], _ = exercises.setdefault(repr(exercise), (len(exercises), exercise))
    if len(exercises) > MOST_LANES:
        message = f"a picture must have at most {MOST_LANES} exercises (got {len(exercises)})"
        raise ExportError(message)
    return _Lanes([exercise for _, exercise in exercises.values()], numbers)


def _draw(timeline: Timeline, lanes: _Lanes, ax: Axes) -> set[_Look]:
    """
    Draw all steps and return how they look, each look once.
    """
    bars: defaultdict[tuple[_Look, int | None], list[tuple[float, float]]] = defaultdict(list)
    for step in timeline:
        lane = lanes.of(step)
        bars[_look(step), lane].append((_minutes(step.start), _minutes(step.duration)))
    for (look, lane), spans in bars.items():
        height = _HEIGHTS[look[0]] if look else _HEIGHT_OF_GAPS
        bottom_and_height = (-0.5, lanes.height) if lane is None else (lane - height / 2, height)
        ax.broken_barh(spans, bottom_and_height, facecolors=_colour(look), linewidth=0)
    return {look for look, _ in bars}


def _look(step: Step) -> _Look:
    return (step.kind, step.side) if step.side and step.kind in _HEIGHTS else None


def _colour(look: _Look) -> tuple[float, float, float]:
    if look is None:
        return to_rgb(_PALE)
    kind, side = look
    red, green, blue = (
        _TINT + (1 - _TINT) * part if kind is StepKind.MOVE else part for part in to_rgb(_COLOURS[side])
    )
    return red, green, blue


def _minutes(duration: timedelta) -> float:
    return duration / timedelta(minutes=1)


def _label(timeline: Timeline, lanes: _Lanes, ax: Axes) -> None:
    names = [shortened(one_line(exercise.name), _LONGEST_NAME) for exercise in lanes.exercises]
    title = shortened(one_line(timeline.routine.name), _LONGEST_TITLE)
    # A dollar in a name is a dollar, not the beginning of a formula.
    ax.set_yticks(range(len(lanes.exercises)), names, parse_math=False, fontfamily=_fonts())
    ax.set_ylim(lanes.height - 0.5, -0.5)
    ax.set_title(title, parse_math=False, fontfamily=_fonts())
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="y", color=_PALE, linewidth=0.5)
    ax.set_axisbelow(True)
    ax.spines[["left", "right", "top"]].set_visible(False)


def _fonts() -> list[str]:
    installed = set(font_manager.get_font_names())
    return [*rcParams["font.family"], *(font for font in _FONTS if font in installed)]


def _mark_time(duration: timedelta, ax: Axes) -> None:
    ax.set_xlim(0, _minutes(duration))
    distance = next((distance for distance in _DISTANCES if duration <= _MOST_TICKS * distance), None)
    ax.xaxis.set_major_locator(MultipleLocator(_minutes(distance)) if distance else AutoLocator())
    if distance is None or distance >= timedelta(minutes=1):
        ax.set_xlabel("minutes")
    else:
        ax.set_xlabel("minutes:seconds")
        ax.xaxis.set_major_formatter(FuncFormatter(_mark))


def _mark(minutes: float, _: int) -> str:
    return clock(timedelta(minutes=minutes))


def _explain(looks: set[_Look], ax: Axes) -> None:
    """
    Tell in a legend how what looks.
    """
    handles = [
        Patch(color=_colour((kind, side)), label=kind.value if side is Side.BOTH else f"{kind.value}, {side.value}")
        for side in Side
        for kind in _HEIGHTS
        if (kind, side) in looks
    ]
    if None in looks:
        handles.append(Patch(color=_colour(None), label="rest or change"))
    ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
