"""
Handouts for patients, as a page (HTML) or as Markdown (extra: `handout`).

A handout shows the prescription, not the steps: pictures, instructions, doses in words, and boxes to tick.
All text of the caller is escaped by the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple, assert_never, final

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from stretchlib._validation import check_kind, check_text, is_one_of, is_text, refuse
from stretchlib.exports._limits import check_characters
from stretchlib.model.plan import Plan
from stretchlib.model.quantities import SECOND
from stretchlib.model.routine import Circuit, Exercise, Item, Routine
from stretchlib.model.work import Rest
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.picture import picture
from stretchlib.timeline.scheduler import schedule
from stretchlib.words.characters import capitalised, isolated, one_line
from stretchlib.words.describe import Describable, describe
from stretchlib.words.language import ENGLISH, Language, is_template
from stretchlib.words.outlines import circuit_lines, stage_headings
from stretchlib.words.writer import Writer

#: What every handout says at its end, unless it is given another text.
CAUTION: Final = "See a doctor first, stay within comfort, and stop where it hurts."
#: The most boxes to tick of a routine.
MAX_SESSIONS: Final = 366

#: The addresses that pages load or link to. "//" and "\\" would lead to another server, from a file even to its shares.
_WEB = re.compile(r"https?://", re.IGNORECASE)
_PICTURE = re.compile(r"https?://|data:image/|(?![a-z][a-z0-9+.-]*:|[/\\]{2}).", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TRIMMED = "".join(map(chr, range(0x21)))
#: What is markup anywhere in a line of Markdown, and at its beginning.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$^!]|:(?=//)|^[-+=:]")
_NUMBERED = re.compile(r"^([0-9]+)([.)])")
_MINUTE = timedelta(minutes=1)


@final
@attrs.frozen(kw_only=True)
class Headings:
    """
    The words of a handout around the descriptions, for other languages.

    Attributes:
        code: The language as HTML names it, for example "de".
        about: A duration that is only about right, from its *time*.
        equipment: What is needed, from its names, *things*.
        source: Who published it, from the text of the *source*.
        sessions: What stands before the boxes to tick.

    >>> Headings().about.format(time="17 minutes")
    'about 17 minutes'
    """

    code: str = attrs.field(default="en", validator=is_text)
    about: str = attrs.field(default="about {time}", validator=is_template)
    equipment: str = attrs.field(default="You need: {things}", validator=is_template)
    source: str = attrs.field(default="Source: {source}", validator=is_template)
    sessions: str = attrs.field(default="Done", validator=is_text)


def to_html(
    what: Routine | Plan,
    *,
    pacing: Pacing = Pacing(),
    sessions: int = 14,
    caution: str = CAUTION,
    language: Language = ENGLISH,
    headings: Headings = Headings(),
) -> str:
    """
    Return a handout as a page of HTML, to be printed or read on a phone.

    The page is one file without scripts.
    It loads nothing but the pictures of exercises, if their addresses begin with "http:", "https:" or "data:image",
    or are relative; other pictures are left out.
    Videos are links, if their addresses begin with "http:" or "https:".

    Args:
        what: What is prescribed.
        pacing: The pacing that determines how long it takes.
        sessions: How many boxes to tick there are for each routine, at most 366.
        caution: The text at the end of the page; empty for none.
        language: The words of the descriptions.
        headings: The other words.

    Raises:
        ExportError: The page would have more than ten million characters.
        ScheduleError: A routine takes longer than `timedelta.max`.
        TypeError: An argument is of another type.
        ValueError: *sessions* is below 0 or above 366.

    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> page = to_html(BACK_PAIN_RELIEF)
    >>> "3. External rotators" in page, "<script" in page
    (True, False)
    """
    composer = _Composer(pacing, language, headings)
    return _rendered(_HTML.get_template("handout.html.jinja"), composer.page(what, sessions, caution))


def to_markdown(
    what: Routine | Plan,
    *,
    pacing: Pacing = Pacing(),
    sessions: int = 14,
    caution: str = CAUTION,
    language: Language = ENGLISH,
    headings: Headings = Headings(),
) -> str:
    """
    Return a handout as Markdown (CommonMark).

    Arguments, errors, and the pictures and videos that are shown are those of `to_html`.

    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> print(*to_markdown(BACK_PAIN_RELIEF).splitlines()[4:10], sep=chr(10))
    - Once a day
    - About 15 minutes
    <BLANKLINE>
    ## 1. Knee rolls
    <BLANKLINE>
    10 times on each side, alternating.
    """
    composer = _Composer(pacing, language, headings)
    return _rendered(_MARKDOWN.get_template("handout.md.jinja"), composer.page(what, sessions, caution))


@final
class _Entry(NamedTuple):
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
class _Sheet(NamedTuple):
    """
    A routine, as a handout shows it; its name is empty if the page has it.
    """

    name: str
    description: Sequence[str]
    facts: Sequence[str]
    entries: Sequence[_Entry]
    picture: str | None
    source: Sequence[str]


@final
class _Stage(NamedTuple):
    heading: str
    sheets: Sequence[_Sheet]


@final
@attrs.frozen
class _Composer:
    """
    What the texts of a handout depend on.
    """

    pacing: Pacing = attrs.field(validator=is_one_of(Pacing))
    language: Language = attrs.field(validator=is_one_of(Language))
    headings: Headings = attrs.field(validator=is_one_of(Headings))

    @property
    def writer(self) -> Writer:
        return Writer(self.language, True)

    def page(self, what: Routine | Plan, sessions: int, caution: str) -> dict[str, Any]:
        """
        Return the values of a template.
        """
        check_kind("what", what, Routine, Plan)
        check_text("caution", caution)
        return {
            "name": one_line(what.name),
            "description": _lines(what.description),
            "stages": self.stages(what),
            "source": self.source(what),
            "caution": _lines(caution),
            "sessions": range(1, _checked_sessions(sessions) + 1),
            "headings": self.headings,
        }

    def stages(self, what: Routine | Plan) -> list[_Stage]:
        match what:
            case Routine():
                sheet = self.sheet(what)._replace(name="", description=(), source=())
                return [_Stage("", [sheet])]
            case Plan():
                headings = stage_headings(self.writer, what)
                return [
                    _Stage(heading, [self.sheet(routine) for routine in stage.routines])
                    for stage, heading in zip(what.stages, headings, strict=True)
                ]
            case _:
                assert_never(what)

    def sheet(self, routine: Routine) -> _Sheet:
        timeline = schedule(routine, self.pacing)
        return _Sheet(
            one_line(routine.name),
            _lines(routine.description),
            self.facts(routine, timeline.duration),
            [self.entry(path, item) for path, item in routine.walk()],
            picture(timeline),
            self.source(routine),
        )

    def facts(self, routine: Routine, duration: timedelta) -> list[str]:
        """
        Return how often, how long, with which rests and with what a routine is done.
        """
        exercises = [item for _, item in routine.walk() if isinstance(item, Exercise)]
        facts = [
            "" if routine.frequency is None else self.describe(routine.frequency),
            self.headings.about.format(time=self.describe(_rounded(duration))),
            self.writer.rest(routine.rest_between_items, self.language.between_items),
            self.equipment(thing for exercise in exercises for thing in exercise.equipment),
        ]
        return [capitalised(fact) for fact in facts if fact]

    def describe(self, value: Describable) -> str:
        return describe(value, long=True, language=self.language)

    def entry(self, path: tuple[int, ...], item: Item) -> _Entry:
        number, depth = Markup(".".join(str(index + 1) for index in path)), len(path) - 1
        match item:
            case Exercise():
                return _Entry(
                    number,
                    depth,
                    "exercise",
                    one_line(item.name),
                    self.describe(item),
                    _lines(item.instructions),
                    self.equipment(item.equipment),
                    [address for address in map(_trimmed, item.pictures) if _PICTURE.match(address)],
                    [address for address in map(_trimmed, item.videos) if _WEB.match(address)],
                )
            case Rest():
                return _Entry(number, depth, "rest", self.describe(item))
            case Circuit():
                return _Entry(number, depth, "circuit", next(circuit_lines(self.writer, item)))
            case _:
                assert_never(item)

    def equipment(self, things: Iterable[str]) -> str:
        different = filter(None, map(one_line, dict.fromkeys(things)))
        names = self.writer.clauses(*map(isolated, different))
        return self.headings.equipment.format(things=names) if names else ""

    def source(self, what: Routine | Plan) -> list[str]:
        first, *others = _lines(what.source) or [""]
        return [self.headings.source.format(source=isolated(first)), *others] if first else []


def _checked_sessions(sessions: int) -> int:
    if not isinstance(sessions, int) or isinstance(sessions, bool):
        refuse("sessions", "must be a whole number", sessions, TypeError)
    if not 0 <= sessions <= MAX_SESSIONS:
        refuse("sessions", f"must be from 0 to {MAX_SESSIONS}", sessions)
    return sessions


def _lines(text: str) -> list[str]:
    return [line for line in map(one_line, text.splitlines()) if line]


def _rounded(duration: timedelta) -> timedelta:
    """
    Return *duration* in whole minutes, if it is at least one of them, or else in whole seconds.
    """
    unit = _MINUTE if duration >= _MINUTE else SECOND
    # What is rounded up may be longer than `timedelta.max`.
    return max((min(duration, timedelta.max - unit) + unit / 2) // unit, 1) * unit


def _trimmed(address: str) -> str:
    """
    Return *address* as browsers read it; nothing if there is something in it that they would leave out.
    """
    trimmed = address.strip(_TRIMMED)
    return "" if _CONTROLS.search(trimmed) else trimmed


def _in_markdown(value: object) -> object:
    """
    Escape what a template of Markdown shows.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", value))


def _rendered(template: Template, values: dict[str, Any]) -> str:
    characters, parts = 0, list[str]()
    for part in template.generate(values):
        characters += len(part)
        check_characters("a handout", characters, "print fewer routines, or with smaller pictures")
        parts.append(part)
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip() + "\n"


_LOADER = PackageLoader("stretchlib", "exports/templates")
_HTML = Environment(loader=_LOADER, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
_MARKDOWN = Environment(
    loader=_LOADER, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, finalize=_in_markdown
)
