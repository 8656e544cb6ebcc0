"""
A picture of a timeline, drawn with matplotlib (extra: `plot`).
"""

# The types of matplotlib's keyword arguments are not declared.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple, TypeAlias, assert_never, final

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MultipleLocator

from stretchlib._validation import refuse
from stretchlib.errors import ExportError
from stretchlib.exports._limits import check_steps
from stretchlib.model.routine import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.timeline.steps import Step, StepKind
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line, shortened
from stretchlib.words.clock import clock

#: The most steps that a picture shows; more would be thinner than what a screen can show.
MAX_STEPS: Final = 20_000
#: The most exercises that a picture shows.
MAX_LANES: Final = 500

# From the palette of Okabe and Ito for colour-blind people, the five that can be told apart when they are tinted, too.
_COLOURS = {
    Side.LEFT: "#0072b2",
    Side.RIGHT: "#e69f00",
    Side.BOTH: "#cc79a7",
    Side.AFFECTED: "#d55e00",
    Side.UNAFFECTED: "#56b4e9",
}
_GREY, _WHITE = "#acacac", "#ffffff"
_STRIPE = "#f4f4f4"
_KINDS = (StepKind.HOLD, StepKind.MOVE, StepKind.REST)
#: The part of white in the colour of a movement.
_TINT = 0.5
_HATCH = "////"
#: Inches: the width of a picture, the height of a lane, and that of everything around the lanes.
_WIDTH, _LANE, _MARGIN = 10, 0.28, 1.0

#: The most columns of the name of an exercise, and of that of the routine.
_MAX_NAME, _MAX_TITLE = 32, 60
_MAX_TICKS = 12
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
#: Times up to this one are marked in minutes.
_MAX_MINUTES = timedelta(minutes=90)
#: The distances between ticks, in seconds.
_DISTANCES = (1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)

#: Fonts that come with operating systems, for scripts that are missing from matplotlib's own.
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


@final
class _Look(NamedTuple):
    """
    What a bar shows of a step; a gap has no side.
    """

    kind: StepKind
    side: Side | None
    estimated: bool

    @classmethod
    def of(cls, step: Step) -> _Look:
        match step.kind:
            case StepKind.HOLD | StepKind.MOVE:
                return cls(step.kind, step.side, step.estimated)
            case StepKind.PREPARE | StepKind.REST | StepKind.SWITCH | StepKind.TRANSITION:
                return cls(StepKind.REST, None, step.estimated)
            case _:
                assert_never(step.kind)

    @property
    def height(self) -> float:
        if self.side is None:
            return 0.15
        return 0.8 if self.kind is StepKind.HOLD else 0.5

    @property
    def colour(self) -> tuple[float, float, float]:
        red, green, blue = to_rgb(_GREY if self.side is None else _COLOURS[self.side])
        white = _TINT if self.kind is StepKind.MOVE else 0
        return white + (1 - white) * red, white + (1 - white) * green, white + (1 - white) * blue

    @property
    def label(self) -> str:
        if self.side is None:
            return "rest or change"
        return self.kind.value if self.side is Side.BOTH else f"{self.kind.value}, {self.side.value}"


#: Bars that look the same, in one lane: the start and the duration of each, in minutes.
_Bars: TypeAlias = dict[tuple[_Look, int], list[tuple[float, float]]]


def plot(timeline: Timeline, ax: Axes | None = None) -> Axes:
    """
    Draw *timeline*, one lane an exercise, time in minutes from left to right.

    The colour of a bar is the side.
    Holds are high and dark, movements lower and light, rests and changes thin and grey.
    Bars whose duration is only estimated are hatched.
    What belongs to no exercise is drawn in the lane of the exercise that follows.
    A script that is missing from matplotlib's fonts needs an installed font that has it,
    or one that is named in `rcParams["font.family"]`.

    Args:
        timeline: What to draw.
        ax: What to draw on; by default a new figure of fitting size.

    Raises:
        ExportError: There are more than 20,000 steps or more than 500 exercises.
        TypeError: *timeline* is not a `Timeline`, or *ax* are not axes of matplotlib.

    >>> from stretchlib import Hold, Routine, schedule
    >>> ax = plot(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))
    >>> ax.get_title()
    'Neck'
    """
    check_steps("a picture", timeline, MAX_STEPS)
    if ax is not None:
        if not isinstance(ax, Axes):
            refuse("ax", "must be axes of matplotlib", ax, TypeError)
        _draw(timeline, ax)
        return ax
    figure = Figure(figsize=(_WIDTH, _MARGIN), layout="constrained")
    ax = figure.add_subplot()
    legend = _draw(timeline, ax)
    lanes = _LANE * (ax.get_ylim()[0] + 0.5)
    height_of_legend = legend.get_window_extent().height / figure.dpi
    figure.set_figheight(max(_MARGIN + lanes, _MARGIN / 2 + height_of_legend))
    return ax


def _draw(timeline: Timeline, ax: Axes) -> Legend:
    """
    Draw everything on *ax* and return the legend.
    """
    exercises, bars = _arranged(timeline)
    for (look, lane), spans in bars.items():
        ax.broken_barh(
            spans,
            (lane - look.height / 2, look.height),
            facecolors=look.colour,
            edgecolor=_WHITE,
            hatch=_HATCH if look.estimated else None,
            linewidth=0,
        )
    _label(timeline.routine.name, exercises, ax)
    _mark_time(timeline.duration, ax)
    return _explain({look for look, _ in bars}, ax)


def _arranged(timeline: Timeline) -> tuple[list[Exercise], _Bars]:
    """
    Return the exercises, one for each lane, and the bars.
    """
    exercises: dict[str, tuple[int, Exercise]] = {}
    # By identity: comparing an exercise takes the longer the larger it is, and it has many steps.
    lanes: dict[int, int] = {}
    for step in timeline:
        if step.exercise and id(step.exercise) not in lanes:
            lane, _ = exercises.setdefault(repr(step.exercise), (len(exercises), step.exercise))
            lanes[id(step.exercise)] = lane
    if len(exercises) > MAX_LANES:
        message = f"a picture must have at most {MAX_LANES} exercises (got {len(exercises)})"
        raise ExportError(message)
    bars: _Bars = defaultdict(list)
    for step, lane in _in_lanes(timeline, lanes):
        bars[_Look.of(step), lane].append((_minutes(step.start), _minutes(step.duration)))
    return [exercise for _, exercise in exercises.values()], bars


def _in_lanes(timeline: Timeline, lanes: dict[int, int]) -> Iterator[tuple[Step, int]]:
    """
    Yield the steps with their lanes.
    """
    lane, waiting = 0, list[Step]()
    for step in timeline:
        if step.exercise is None:
            waiting.append(step)
            continue
        lane = lanes[id(step.exercise)]
        for each in (*waiting, step):
            yield each, lane
        waiting.clear()
    for each in waiting:
        yield each, lane


def _minutes(duration: timedelta) -> float:
    return duration / timedelta(minutes=1)


def _label(name: str, exercises: list[Exercise], ax: Axes) -> None:
    names = [shortened(one_line(exercise.name), _MAX_NAME) for exercise in exercises]
    # A dollar in a name is a dollar, not the beginning of a formula.
    ax.set_yticks(range(len(names)), names, parse_math=False, fontfamily=_fonts())
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    ax.set_title(shortened(one_line(name), _MAX_TITLE), parse_math=False, fontfamily=_fonts())
    ax.tick_params(axis="y", length=0)
    for lane in range(1, len(names), 2):
        ax.axhspan(lane - 0.5, lane + 0.5, color=_STRIPE, linewidth=0, zorder=0)
    ax.spines[["left", "right", "top"]].set_visible(False)


def _fonts() -> list[str]:
    installed = set(font_manager.get_font_names())
    return [*rcParams["font.family"], *(font for font in _FONTS if font in installed)]


def _mark_time(duration: timedelta, ax: Axes) -> None:
    ax.set_xlim(0, _minutes(duration))
    distance = _distance(duration)
    ax.xaxis.set_major_locator(MultipleLocator(_minutes(distance)))
    if distance < timedelta(minutes=1):
        ax.set_xlabel("minutes:seconds")
        ax.xaxis.set_major_formatter(FuncFormatter(_as_clock))
    elif duration <= _MAX_MINUTES:
        ax.set_xlabel("minutes")
    elif distance < _HOUR:
        ax.set_xlabel("hours:minutes")
        ax.xaxis.set_major_formatter(FuncFormatter(_as_hours_and_minutes))
    else:
        ax.set_xlabel("hours")
        ax.xaxis.set_major_formatter(FuncFormatter(_as_hours))


def _distance(duration: timedelta) -> timedelta:
    """
    Return the distance between two ticks: the shortest that gives few enough, from a day on in whole days.
    """
    for seconds in _DISTANCES:
        if duration <= _MAX_TICKS * timedelta(seconds=seconds):
            return timedelta(seconds=seconds)
    return -(duration // -(_MAX_TICKS * _DAY)) * _DAY


def _as_clock(minutes: float, _: object) -> str:
    return clock(timedelta(minutes=minutes))


def _as_hours_and_minutes(minutes: float, _: object) -> str:
    return f"{minutes // 60:.0f}:{minutes % 60:02.0f}"


def _as_hours(minutes: float, _: object) -> str:
    return f"{minutes / 60:g}"


def _explain(looks: set[_Look], ax: Axes) -> Legend:
    """
    Add a legend of what is drawn.
    """
    drawn = {(look.kind, look.side) for look in looks}
    plain = [_Look(kind, side, False) for side in (*Side, None) for kind in _KINDS if (kind, side) in drawn]
    handles = [Patch(color=look.colour, label=look.label) for look in plain]
    if any(look.estimated for look in looks):
        handles.append(Patch(facecolor=_GREY, edgecolor=_WHITE, hatch=_HATCH, linewidth=0, label="estimated"))
    return ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
