"""
Handouts for patients, as HTML or Markdown (extra: `handout`).

A handout shows the prescription, not the steps: pictures, instructions, doses in words, and boxes to tick.
The templates escape all texts.
"""

from __future__ import annotations

import re
from typing import Any, Final, Literal

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from stretchlib._classes import final
from stretchlib._messages import refuse
from stretchlib._validation import Field, check_kind, check_text, is_text, whole
from stretchlib.exports._limits import check_characters
from stretchlib.exports._pages import Composer, lines_of
from stretchlib.model.plan import Plan
from stretchlib.model.routine import Routine
from stretchlib.timeline.pacing import Pacing
from stretchlib.words.characters import one_line
from stretchlib.words.language import ENGLISH, Language
from stretchlib.words.templates import is_template

#: The most boxes to tick for a routine that the caller may ask for.
MAX_SESSIONS: Final = 366

#: Markup anywhere in a line of Markdown, and at its start.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$^!]|:(?=//)|^[-+=:]")
_NUMBERED = re.compile(r"^([0-9]+)([.)])")
_LAST_OF_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
#: The code points that are no characters, which no page may contain.
_NONCHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")


def _is_direction(_: object, attribute: Field, value: object) -> None:
    if value not in ("ltr", "rtl"):
        refuse(attribute.name, "must be 'ltr' or 'rtl'", value)


@final
@attrs.frozen(kw_only=True)
class Headings:
    """
    The words of a handout besides the descriptions, in English by default.

    Attributes:
        code: The language as HTML names it, for example "de".
        about: An approximate duration, with the placeholder *time*.
        equipment: The equipment, with the placeholder *things*.
        source: The source, with the placeholder *source*.
        sessions: The text before the boxes to tick.
        caution: The text at the end; may be empty.
        direction: The direction of the writing, as HTML names it: "ltr" or "rtl".

    >>> Headings().about.format(time="17 minutes")
    'about 17 minutes'
    """

    code: str = attrs.field(default="en", validator=is_text)
    about: str = attrs.field(default="about {time}", validator=is_template)
    equipment: str = attrs.field(default="You need: {things}", validator=is_template)
    source: str = attrs.field(default="Source: {source}", validator=is_template)
    sessions: str = attrs.field(default="Done", validator=is_text)
    caution: str = attrs.field(
        default="See a doctor first, stay within comfort, and stop if it hurts.", validator=is_text
    )
    direction: Literal["ltr", "rtl"] = attrs.field(default="ltr", validator=_is_direction)


def to_html(
    what: Routine | Plan,
    *,
    pacing: Pacing = Pacing(),
    sessions: int | None = None,
    caution: str | None = None,
    language: Language = ENGLISH,
    headings: Headings = Headings(),
) -> str:
    """
    Return a handout as an HTML page, for printers and phones.

    The page is one file without scripts.
    It loads only the pictures of exercises, if their addresses start with "http:", "https:" or "data:image", or are
    relative; other pictures are left out.
    Videos become links if their addresses start with "http:" or "https:".

    Args:
        what: A routine or a plan.
        pacing: The pacing for the durations, which are given at the lowest and the highest level, and for the picture
            of the timeline.
        sessions: The number of boxes to tick for each routine, at most 366. By default, each frequency of its exercises
            has a row of boxes, one for each session that `stretchlib.sessions` can yield within the weeks or days of
            the frequency or stage at level 1, but at most 100.
            It has 14 if neither has weeks or days, and if there is no frequency ("as often as you like").
        caution: The text at the end of the page, by default from *headings*; may be empty.
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
    values = _values(what, pacing, sessions, caution, language, headings)
    return _rendered(_HTML.get_template("handout.html.jinja"), values)


def to_markdown(
    what: Routine | Plan,
    *,
    pacing: Pacing = Pacing(),
    sessions: int | None = None,
    caution: str | None = None,
    language: Language = ENGLISH,
    headings: Headings = Headings(),
) -> str:
    """
    Return a handout as Markdown (CommonMark).

    Arguments, errors, pictures and videos are as for `to_html`.

    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> print(*to_markdown(BACK_PAIN_RELIEF).splitlines()[4:10], sep=chr(10))
    - Once a day
    - About 15 minutes
    <BLANKLINE>
    ## 1. Knee rolls
    <BLANKLINE>
    10 times on each side, alternating.
    """
    values = _values(what, pacing, sessions, caution, language, headings)
    return _rendered(_MARKDOWN.get_template("handout.md.jinja"), values)


def _values(
    what: Routine | Plan,
    pacing: Pacing,
    sessions: int | None,
    caution: str | None,
    language: Language,
    headings: Headings,
) -> dict[str, Any]:
    """
    Return the values of the templates.
    """
    check_kind("what", what, Routine, Plan)
    check_kind("pacing", pacing, Pacing)
    check_kind("language", language, Language)
    check_kind("headings", headings, Headings)
    if caution is None:
        caution = headings.caution
    check_text("caution", caution)
    composer = Composer(pacing, language, headings, _checked_sessions(sessions))
    return {
        "name": one_line(what.name),
        "description": lines_of(what.description),
        "stages": composer.stages(what),
        "source": composer.source(what),
        "caution": lines_of(caution),
        "headings": headings,
    }


def _checked_sessions(sessions: int | None) -> int | None:
    if sessions is None:
        return None
    number = whole("sessions", sessions)
    if not 0 <= number <= MAX_SESSIONS:
        refuse("sessions", f"must be from 0 to {MAX_SESSIONS}", sessions)
    return number


def _in_markdown(value: object) -> object:
    """
    Escape a value of a Markdown template.
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
    text = _NONCHARACTERS.sub("\N{REPLACEMENT CHARACTER}", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


_LOADER = PackageLoader("stretchlib", "exports/templates")
_HTML = Environment(loader=_LOADER, autoescape=True, trim_blocks=True, undefined=StrictUndefined)
_MARKDOWN = Environment(loader=_LOADER, trim_blocks=True, undefined=StrictUndefined, finalize=_in_markdown)
