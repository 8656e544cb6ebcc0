"""
Routines and plans as the values of the templates of a handout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, assert_never

import attrs
from markupsafe import Markup

from stretchlib._classes import final
from stretchlib.exports._boxes import boxes
from stretchlib.model.exercise import Exercise
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.quantities import Range
from stretchlib.model.routine import Circuit, Item, Routine, frequencies_of
from stretchlib.model.timedeltas import MINUTE, SECOND
from stretchlib.model.work import Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.picture import picture
from stretchlib.timeline.scheduler import schedule
from stretchlib.words.characters import capitalised, isolated, one_line
from stretchlib.words.describe import Describable, describe
from stretchlib.words.language import Language
from stretchlib.words.outlines import circuit_lines, stage_headings, with_frequency_once
from stretchlib.words.writer import Writer

if TYPE_CHECKING:
    from stretchlib.exports.handout import Headings

#: The addresses that pages load or link to. "//" and "\\" would lead to other servers, or to file shares.
_WEB = re.compile(r"https?://", re.IGNORECASE)
_PICTURE = re.compile(r"https?://|data:image/|(?![a-z][a-z0-9+.-]*:|[/\\]{2}).", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
#: The characters that browsers strip from an address.
_TRIMMED = "".join(map(chr, range(0x21)))


@final
class Entry(NamedTuple):
    """
    An item of a routine, as a handout shows it.
    """

    number: Markup
    depth: int
    kind: str
    name: str
    dose: str = ""
    instructions: Sequence[str] = ()
    equipment: str = ""
    pictures: Sequence[str] = ()
    videos: Sequence[str] = ()


@final
class Row(NamedTuple):
    """
    Boxes to tick, with their heading; *line* is both in one line of Markdown.
    """

    heading: str
    boxes: Sequence[int]
    line: str


@final
class Sheet(NamedTuple):
    """
    A routine, as a handout shows it; its name is empty if the page has it.
    """

    name: str
    description: Sequence[str]
    facts: Sequence[str]
    entries: Sequence[Entry]
    picture: str | None
    rows: Sequence[Row]
    source: Sequence[str]


@final
class Page(NamedTuple):
    """
    A stage of a plan, as a handout shows it.
    """

    heading: str
    sheets: Sequence[Sheet]


@final
@attrs.frozen
class Composer:
    """
    The texts of a handout; *sessions* is the number of boxes, or `None` if it depends on the routines.
    """

    pacing: Pacing
    language: Language
    headings: Headings
    sessions: int | None

    @property
    def writer(self) -> Writer:
        return Writer(self.language, long=True)

    def stages(self, what: Routine | Plan) -> list[Page]:
        """
        Return the stages of a plan, or one stage without a heading for a routine.
        """
        match what:
            case Routine():
                sheet = self.sheet(what)._replace(name="", description=(), source=())
                return [Page("", [sheet])]
            case Plan():
                headings = stage_headings(self.writer, what)
                return [
                    Page(self.writer.finished(heading), [self.sheet(routine, stage) for routine in stage.routines])
                    for stage, heading in zip(what.stages, headings, strict=True)
                ]
            case _:
                assert_never(what)

    def sheet(self, routine: Routine, stage: Stage | None = None) -> Sheet:
        rows = self.rows(routine, stage)
        routine = with_frequency_once(routine)
        return Sheet(
            one_line(routine.name),
            lines_of(routine.description),
            self.facts(routine),
            [self.entry(path, item) for path, item in routine.walk()],
            picture(schedule(routine, self.pacing), self.language),
            rows,
            self.source(routine),
        )

    def rows(self, routine: Routine, stage: Stage | None) -> list[Row]:
        """
        Return the requested number of boxes, or a row of boxes for each frequency of the exercises.
        """
        if self.sessions is not None:
            return [self.row(self.sessions)] if self.sessions else []
        frequencies = frequencies_of(routine)
        are_named = len(frequencies) > 1
        return [
            self.row(boxes(each, stage), self.writer.often(each) if each and are_named else "") for each in frequencies
        ]

    def row(self, count: int, often: str = "") -> Row:
        heading, numbers = self.writer.clauses(self.headings.sessions, often), range(1, count + 1)
        line = self.writer.named(heading, " ".join(f"☐ {number}" for number in numbers))
        return Row(self.writer.finished(heading), numbers, self.writer.finished(line))

    def facts(self, routine: Routine) -> list[str]:
        """
        Return the frequency, duration, rests and equipment of a routine.
        """
        exercises = [item for _, item in routine.walk() if isinstance(item, Exercise)]
        facts = [
            "" if routine.frequency is None else self.writer.often(routine.frequency),
            self.headings.about.format(time=self.duration(routine)),
            self.writer.rest(routine.rest_between_items, self.language.between_items),
            self.equipment(thing for exercise in exercises for thing in exercise.equipment),
        ]
        return [self.writer.finished(capitalised(fact)) for fact in facts if fact]

    def duration(self, routine: Routine) -> str:
        """
        Return how long a routine takes, from its lowest to its highest level.
        """
        levels = [attrs.evolve(self.pacing, level=level) for level in (0, 1)]
        # With `AsManyAsFit`, a higher level may be shorter.
        low, high = sorted(_rounded(schedule(routine, pacing).duration) for pacing in levels)
        return self.writer.time(low if low == high else Range(low, high))

    def describe(self, value: Describable) -> str:
        return describe(value, long=True, language=self.language)

    def entry(self, path: tuple[int, ...], item: Item) -> Entry:
        number, depth = Markup(".".join(str(index + 1) for index in path)), len(path) - 1
        match item:
            case Exercise():
                return Entry(
                    number,
                    depth,
                    "exercise",
                    one_line(item.name),
                    self.describe(item),
                    lines_of(item.instructions),
                    self.equipment(item.equipment),
                    [address for address in map(_trimmed, item.pictures) if _PICTURE.match(address)],
                    [address for address in map(_trimmed, item.videos) if _WEB.match(address)],
                )
            case Rest():
                return Entry(number, depth, "rest", self.describe(item))
            case Circuit():
                return Entry(number, depth, "circuit", self.writer.finished(next(circuit_lines(self.writer, item))))
            case _:
                assert_never(item)

    def equipment(self, things: Iterable[str]) -> str:
        different = filter(None, map(one_line, dict.fromkeys(things)))
        names = self.writer.clauses(*map(isolated, different))
        return self.headings.equipment.format(things=names) if names else ""

    def source(self, what: Routine | Plan) -> list[str]:
        first, *others = lines_of(what.source) or [""]
        return [self.headings.source.format(source=isolated(first)), *others] if first else []


def lines_of(text: str) -> list[str]:
    """
    Return the lines of *text* that are not blank.
    """
    return [line for line in map(one_line, text.splitlines()) if line]


def _rounded(duration: timedelta) -> timedelta:
    """
    Return *duration* in whole minutes, or in whole seconds below a minute.
    """
    unit = MINUTE if duration >= MINUTE else SECOND
    # Rounded up, it may be longer than `timedelta.max`.
    return max((min(duration, timedelta.max - unit) + unit / 2) // unit, 1) * unit


def _trimmed(address: str) -> str:
    """
    Return *address* as browsers read it; empty if it contains characters that they would remove.
    """
    trimmed = address.strip(_TRIMMED)
    return "" if _CONTROLS.search(trimmed) else trimmed
