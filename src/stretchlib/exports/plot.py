"""
A picture of a timeline, drawn with matplotlib (extra: `plot`).
"""

# matplotlib does not declare the types of keyword arguments.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import timedelta
from typing import Final

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MultipleLocator

from stretchlib._messages import refuse
from stretchlib._validation import check_kind
from stretchlib.errors import ExportError
from stretchlib.exports._limits import check_steps
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import StepKind
from stretchlib.model.timedeltas import HOUR, MINUTE
from stretchlib.timeline.picture import Look, arranged, tick_distance
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line, shortened
from stretchlib.words.clock import clock
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.writer import Writer

#: The most steps of a picture; more would be thinner than a pixel.
MAX_STEPS: Final = 20_000
#: The most exercises of a picture.
MAX_LANES: Final = 500

_GREY, _WHITE, _STRIPE = "#acacac", "#ffffff", "#f4f4f4"
_HATCH = "////"
_KINDS = (StepKind.HOLD, StepKind.MOVE, StepKind.REST)
#: In inches: the width of a picture, the height of a lane, and the height around all lanes.
_WIDTH, _LANE, _MARGIN = 10, 0.28, 1.0

#: The most columns of the name of an exercise, and of the routine.
_MAX_NAME, _MAX_TITLE = 32, 60
_MAX_TICKS = 12
#: The longest duration with ticks in minutes.
_MAX_MINUTES = 90 * MINUTE

#: Fonts of operating systems, for scripts that are missing from matplotlib's own.
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


def plot(timeline: Timeline, ax: Axes | None = None, *, language: Language = ENGLISH) -> Axes:
    """
    Draw *timeline* with one lane for each exercise, and time in minutes from left to right.

    Colour encodes the side. Holds are tall and dark, movements short and light, gaps thin and grey.
    Bars with an estimated duration are hatched.
    Steps without an exercise are in the lane of the next exercise.
    A script that is missing from matplotlib's fonts needs an installed font that has it,
    or one that is named in `rcParams["font.family"]`.

    Args:
        timeline: The timeline.
        ax: The axes; by default, new ones in a figure of suitable size.
        language: The words of the legend and of the axis.

    Raises:
        ExportError: There are more than 20,000 steps or more than 500 exercises.
        TypeError: *timeline* is not a timeline, *ax* are not axes of matplotlib, or *language* is not a language.

    >>> from stretchlib import Hold, Routine, schedule
    >>> ax = plot(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))
    >>> ax.get_title()
    'Neck'
    """
    check_steps("a picture", timeline, MAX_STEPS)
    check_kind("language", language, Language)
    writer = Writer(language)
    if ax is not None:
        if not isinstance(ax, Axes):
            refuse("ax", "must be axes of matplotlib", ax, TypeError)
        _draw(timeline, ax, writer)
        return ax
    figure = Figure(figsize=(_WIDTH, _MARGIN), layout="constrained")
    ax = figure.add_subplot()
    legend = _draw(timeline, ax, writer)
    lanes = _LANE * (ax.get_ylim()[0] + 0.5)
    height_of_legend = legend.get_window_extent().height / figure.dpi
    figure.set_figheight(max(_MARGIN + lanes, _MARGIN / 2 + height_of_legend))
    return ax


def _draw(timeline: Timeline, ax: Axes, writer: Writer) -> Legend:
    """
    Draw everything on *ax* and return the legend.
    """
    exercises, bars = arranged(timeline)
    if len(exercises) > MAX_LANES:
        message = f"a picture must have at most {MAX_LANES} exercises (got {len(exercises)})"
        raise ExportError(message)
    for (lane, look), spans in bars.items():
        ax.broken_barh(
            [(start / MINUTE, duration / MINUTE) for start, duration in spans],
            (lane - look.height / 2, look.height),
            facecolors=look.colour,
            edgecolor=_WHITE,
            hatch=_HATCH if look.estimated else None,
            linewidth=0,
        )
    # Asking for the installed fonts takes long.
    fonts = _fonts()
    _label(timeline.routine.name, exercises, ax, fonts)
    _mark_time(timeline.duration, ax, writer, fonts)
    return _explain({look for _, look in bars}, ax, writer, fonts)


def _label(name: str, exercises: list[Exercise], ax: Axes, fonts: list[str]) -> None:
    names = [shortened(one_line(exercise.name), _MAX_NAME) for exercise in exercises]
    # A dollar in a name does not start a formula.
    ax.set_yticks(range(len(names)), names, parse_math=False, fontfamily=fonts)
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    ax.set_title(shortened(one_line(name), _MAX_TITLE), parse_math=False, fontfamily=fonts)
    ax.tick_params(axis="y", length=0)
    for lane in range(1, len(names), 2):
        ax.axhspan(lane - 0.5, lane + 0.5, color=_STRIPE, linewidth=0, zorder=0)
    ax.spines[["left", "right", "top"]].set_visible(False)


def _fonts() -> list[str]:
    installed = set(font_manager.get_font_names())
    return [*rcParams["font.family"], *(font for font in _FONTS if font in installed)]


def _mark_time(duration: timedelta, ax: Axes, writer: Writer, fonts: list[str]) -> None:
    ax.set_xlim(0, duration / MINUTE)
    distance = tick_distance(duration, _MAX_TICKS)
    ax.xaxis.set_major_locator(MultipleLocator(distance / MINUTE))
    minutes, hours = _unit(writer.language.long_minutes, writer), _unit(writer.language.long_hours, writer)
    label = minutes
    if distance < MINUTE:
        label = f"{minutes}:{_unit(writer.language.long_seconds, writer)}"
        ax.xaxis.set_major_formatter(FuncFormatter(_as_clock))
    elif duration > _MAX_MINUTES and distance < HOUR:
        label = f"{hours}:{minutes}"
        ax.xaxis.set_major_formatter(FuncFormatter(_as_hours_and_minutes))
    elif duration > _MAX_MINUTES:
        label = hours
        ax.xaxis.set_major_formatter(FuncFormatter(_as_hours))
    ax.set_xlabel(label, fontfamily=fonts)


def _unit(template: str, writer: Writer) -> str:
    return writer.fill(template, 2, number="").strip()


def _as_clock(minutes: float, _: object) -> str:
    return clock(timedelta(minutes=minutes))


def _as_hours_and_minutes(minutes: float, _: object) -> str:
    return f"{minutes // 60:.0f}:{minutes % 60:02.0f}"


def _as_hours(minutes: float, _: object) -> str:
    return f"{minutes / 60:g}"


def _explain(looks: set[Look], ax: Axes, writer: Writer, fonts: list[str]) -> Legend:
    """
    Add a legend, by sides, then holds, movements and gaps.
    """
    drawn = {(look.kind, look.side) for look in looks}
    plain = [Look(kind, side) for side in (*Side, None) for kind in _KINDS if (kind, side) in drawn]
    handles = [Patch(color=look.colour, label=_words(look, writer)) for look in plain]
    if any(look.estimated for look in looks):
        handles.append(
            Patch(facecolor=_GREY, edgecolor=_WHITE, hatch=_HATCH, linewidth=0, label=writer.language.estimated)
        )
    return ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False, prop={"family": fonts})


def _words(look: Look, writer: Writer) -> str:
    if look.side is None:
        return writer.language.gap
    return writer.clauses(writer.text_of("kind", look.kind), writer.side(look.side))
