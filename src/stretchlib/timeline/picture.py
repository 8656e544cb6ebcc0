"""
A small picture of a timeline as SVG, and the arrangement that every picture shares.

Each exercise has a lane. Colour encodes the side.
Holds are tall and dark, movements short and light, gaps thin and grey.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple, TypeAlias, assert_never

from stretchlib._classes import final
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side
from stretchlib.model.steps import Step, StepKind
from stretchlib.model.timedeltas import DAY, SECOND
from stretchlib.timeline.timeline import Timeline, span_of
from stretchlib.timeline.tree import STEPS
from stretchlib.words.characters import columns, one_line, shortened
from stretchlib.words.clock import clock
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.writer import Writer

#: The most steps and lanes of a small picture; more would be too small to see.
MAX_STEPS: Final = 2_000
MAX_LANES: Final = 60

# The five colours of Okabe and Ito's palette for colour-blind people that also differ if mixed with white.
_COLOURS = {
    Side.LEFT: 0x0072B2,
    Side.RIGHT: 0xE69F00,
    Side.BOTH: 0xCC79A7,
    Side.AFFECTED: 0xD55E00,
    Side.UNAFFECTED: 0x56B4E9,
}
_GREY: Final = 0xACACAC
_KINDS = (StepKind.HOLD, StepKind.MOVE)
#: In pixels: the left edge, width and height of lanes, and the height of a line of text.
_LEFT, _WIDTH, _LANE, _LINE = 170, 460, 20, 18
#: The most columns of a name in a lane.
_MAX_NAME = 24
_MAX_TICKS = 8
#: The two code points that XML does not allow and that `one_line` keeps.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)
#: The distances between ticks, in seconds; longer ones are whole days.
_DISTANCES = (1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)


@final
class Look(NamedTuple):
    """
    The look of a bar; a gap is a rest without a side.
    """

    kind: StepKind
    side: Side | None
    estimated: bool = False

    @classmethod
    def of(cls, step: Step) -> Look:
        match step.kind:
            case StepKind.HOLD | StepKind.MOVE:
                return cls(step.kind, step.side, step.estimated)
            case StepKind.PREPARE | StepKind.REST | StepKind.SWITCH | StepKind.TRANSITION:
                return cls(StepKind.REST, None, step.estimated)
            case _:
                assert_never(step.kind)

    @property
    def height(self) -> float:
        """
        The height, as a fraction of the height of the lane.
        """
        if self.side is None:
            return 0.15
        return 0.8 if self.kind is StepKind.HOLD else 0.5

    @property
    def colour(self) -> str:
        """
        The colour as "#rrggbb"; movements are mixed with white.
        """
        colour = _GREY if self.side is None else _COLOURS[self.side]
        if self.kind is StepKind.MOVE:
            colour = sum((0xFF + (colour >> shift & 0xFF)) // 2 << shift for shift in (0, 8, 16))
        return f"#{colour:06x}"


#: The starts and durations of all bars, by lane and look.
Bars: TypeAlias = dict[tuple[int, Look], list[tuple[timedelta, timedelta]]]


def arranged(steps: Iterable[Step]) -> tuple[list[Exercise], Bars]:
    """
    Return the exercises, one for each lane, and the bars in these lanes.

    Steps without an exercise are in the lane of the next exercise.
    """
    exercises: dict[str, tuple[int, Exercise]] = {}
    # Keyed by identity, because comparing large exercises for each step is slow.
    lanes: dict[int, int] = {}
    bars: Bars = defaultdict(list)
    lane, waiting = 0, list[Step]()
    for step in steps:
        waiting.append(step)
        if step.exercise is None:
            continue
        if id(step.exercise) not in lanes:
            lanes[id(step.exercise)], _ = exercises.setdefault(repr(step.exercise), (len(exercises), step.exercise))
        lane = lanes[id(step.exercise)]
        _add(waiting, lane, bars)
        waiting.clear()
    _add(waiting, lane, bars)
    return [exercise for _, exercise in exercises.values()], bars


def _add(steps: list[Step], lane: int, bars: Bars) -> None:
    for step in steps:
        bars[lane, Look.of(step)].append((step.start, step.duration))


def tick_distance(duration: timedelta, max_ticks: int) -> timedelta:
    """
    Return the shortest distance between ticks that gives at most *max_ticks*; above a day, in whole days.

    >>> tick_distance(timedelta(minutes=10), 12)
    datetime.timedelta(seconds=60)
    """
    for distance in _DISTANCES:
        if duration <= max_ticks * distance * SECOND:
            return distance * SECOND
    return -(duration // -(max_ticks * DAY)) * DAY


def picture(timeline: Timeline, language: Language = ENGLISH) -> str | None:
    """
    Return a small picture of *timeline* as SVG; `None` if it has too many steps or exercises.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> picture(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))])))[:46]
    '<svg xmlns="http://www.w3.org/2000/svg" width='
    """
    if span_of(timeline).size[STEPS] > MAX_STEPS:
        return None
    exercises, bars = arranged(timeline)
    if len(exercises) > MAX_LANES:
        return None
    drawn = {(look.side, look.kind) for _, look in bars}
    kinds = {side: [kind for kind in _KINDS if (side, kind) in drawn] for side in Side}
    sides = {side: found for side, found in kinds.items() if found}
    bottom = _LANE * max(len(exercises), 1)
    width, height = _LEFT + _WIDTH + 30, bottom + 2 * _LINE + 4
    scale = _WIDTH / (timeline.duration / SECOND)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    font = 'font-family="sans-serif" font-size="12" fill="currentColor"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {font}>',
        f"<title>{_text(timeline.routine.name, 60)}</title>",
        *(_name(lane, exercise.name) for lane, exercise in enumerate(exercises)),
        *(_path(lane, look, spans, scale) for (lane, look), spans in bars.items()),
        *_axis(timeline.duration, bottom, scale),
        *_legend(sides if [*sides] != [Side.BOTH] else {}, bottom + 2 * _LINE, Writer(language)),
        "</svg>",
    ]
    return "\n".join(parts)


def _text(text: str, columns: int) -> str:
    return shortened(one_line(text), columns).translate(_ESCAPES)


def _name(lane: int, name: str) -> str:
    return f'<text x="{_LEFT - 8}" y="{_LANE * lane + 14}" text-anchor="end">{_text(name, _MAX_NAME)}</text>'


def _path(lane: int, look: Look, spans: list[tuple[timedelta, timedelta]], scale: float) -> str:
    """
    Return all bars of one look in one lane; estimated ones fade out in their second half.
    """
    top = _LANE * (lane + (1 - look.height) / 2)

    def path(begin: float, end: float, opacity: str) -> str:
        moves = (
            f"M{_LEFT + (start / SECOND + begin * (duration / SECOND)) * scale:.2f} {top:.1f}"
            f"h{(end - begin) * (duration / SECOND) * scale:.2f}v{_LANE * look.height:.1f}"
            f"h{-(end - begin) * (duration / SECOND) * scale:.2f}z"
            for start, duration in spans
        )
        return f'<path fill="{look.colour}"{opacity} d="{"".join(moves)}"/>'

    if look.estimated:
        return path(0, 0.5, "") + path(0.5, 1, ' fill-opacity="0.4"')
    return path(0, 1, "")


def _axis(duration: timedelta, bottom: int, scale: float) -> Iterator[str]:
    yield f'<path stroke="currentColor" fill="none" d="M{_LEFT} {bottom}.5h{_WIDTH}"/>'
    distance = tick_distance(duration, _MAX_TICKS)
    for number in range(duration // distance + 1):
        x = _LEFT + number * (distance / SECOND) * scale
        yield f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{clock(number * distance)}</text>'


def _legend(sides: dict[Side, list[StepKind]], y: int, writer: Writer) -> Iterator[str]:
    """
    Yield the colours and the name of each side, holds before movements.
    """
    x = _LEFT
    for side, kinds in sides.items():
        for kind in kinds:
            yield f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{Look(kind, side).colour}"/>'
            x += 10
        x -= 10
        name = writer.text_of("side", side)
        yield f'<text x="{x + 14}" y="{y}">{_text(name, _MAX_NAME)}</text>'
        x += 30 + 7 * columns(name)
