"""
Every export in another language.
"""

import re
from datetime import UTC, datetime

import pytest

from stretchlib import (
    Exercise,
    Frequency,
    Hold,
    Move,
    Plan,
    Range,
    Repetitions,
    Routine,
    Side,
    Sidedness,
    Stage,
    Wording,
    cues,
    schedule,
)
from stretchlib.exports.captions import to_srt, to_webvtt
from stretchlib.exports.fit import to_fit
from stretchlib.exports.garmin_connect import to_garmin_connect
from stretchlib.exports.handout import Headings, to_html, to_markdown
from stretchlib.exports.icalendar import to_icalendar
from stretchlib.exports.plot import plot
from stretchlib.exports.text import HEADINGS, to_text

from ..words.languages import FRENCH, GERMAN
from .fit import steps_of

CALF = Exercise("Wade", Repetitions(2, Hold(30)), sidedness=Sidedness.each(Side.AFFECTED))
SQUAT = Exercise("Kniebeuge", Repetitions(2, [Move(), Hold(Range.at_least(60))]), sets=2)
ROUTINE = Routine("Beine", [CALF, SQUAT], frequency=Frequency(2))
TIMELINE = schedule(ROUTINE)
NOW = datetime(2026, 3, 27, tzinfo=UTC)
CAUTION = "Bei Schmerzen aufhören."
GERMAN_HEADINGS = Headings(
    code="de",
    about="etwa {time}",
    equipment="Gebraucht: {things}",
    source="Quelle: {source}",
    sessions="Erledigt",
    caution=CAUTION,
)

#: Words of each English default that German does not have.
ENGLISH = re.compile(
    r"\b(left|right|both|affected|unaffected|side|hold|move|rest|switch|change|ready|prepare|transition|at least|"
    r"seconds?|minutes|hours|times?|twice|sets?|repetitions?|rounds?|done|about|doctor|estimated|number|next|half)\b",
    re.IGNORECASE,
)


def german_texts():
    """
    Yield the name of each export with its German output.
    """
    yield (
        "html",
        re.sub(
            r"<style>.*?</style>|<[^>]*>",
            " ",
            to_html(ROUTINE, language=GERMAN, headings=GERMAN_HEADINGS),
            flags=re.DOTALL,
        ),
    )
    yield "markdown", to_markdown(ROUTINE, language=GERMAN, headings=GERMAN_HEADINGS)
    yield "text", to_text(TIMELINE, language=GERMAN, headings=tuple("ABCDEFGH"))
    for name, to_captions in (("webvtt", to_webvtt), ("srt", to_srt)):
        yield name, to_captions(TIMELINE, language=GERMAN)
        yield f"spoken {name}", to_captions(cues(TIMELINE, wording=Wording.of(GERMAN)))
    calendar = to_icalendar(Plan("Knie", [Stage(ROUTINE)]), NOW, uid="a@b", created=NOW, language=GERMAN).decode()
    yield "icalendar", " ".join(re.findall(r"^(?:SUMMARY|DESCRIPTION):(.*(?:\r\n .*)*)", calendar, re.MULTILINE))
    steps = steps_of(to_fit(TIMELINE, language=GERMAN))
    yield "fit", " ".join(f"{step.get('wkt_step_name', '')} {step.get('notes', '')}" for step in steps)
    workout = to_garmin_connect(TIMELINE, language=GERMAN)
    yield "garmin_connect", " ".join(re.findall(r"'description': '([^']*)'", str(workout)))
    ax = plot(TIMELINE, language=GERMAN)
    yield "plot", " ".join([ax.get_xlabel(), *(text.get_text() for text in ax.get_legend().get_texts())])


TEXTS = dict(german_texts())


@pytest.mark.parametrize(("_", "text"), TEXTS.items(), ids=TEXTS)
def test_an_export_has_no_english_word(_, text):
    """
    A language has all words of every export.
    """
    assert text.strip()
    assert [] == ENGLISH.findall(text)


def test_a_table_has_headings_of_its_own():
    """
    The eight headings are replaced together.
    """
    headings = ("Beginn", "Dauer", "Was", "Übung", "Seite", "Runde", "Satz", "Mal")
    first, prepare, hold, *_ = to_text(TIMELINE, language=GERMAN, headings=headings).splitlines()

    assert ["Beginn", "Dauer", "Was", "Übung", "Seite", "Satz", "Mal"] == first.split()
    assert ["0:00", "0:05", "Vorbereitung"] == prepare.split()
    assert ["0:05", "0:30", "halten", "Wade", "betroffen", "1", "1"] == hold.split()


@pytest.mark.parametrize(
    ("headings", "error", "message"),
    [
        (HEADINGS[1:], ValueError, r"^headings must be 8 texts \(got "),
        ((*HEADINGS, "notes"), ValueError, r"^headings must be 8 texts \(got "),
        ((*HEADINGS[1:], 5), TypeError, r"^headings\[7\] must be text \(got 5\)$"),
        (5, TypeError, r"^headings must be a list \(got 5\)$"),
    ],
)
def test_a_table_needs_all_headings(headings, error, message):
    """
    Fewer headings are refused.
    """
    with pytest.raises(error, match=message):
        to_text(TIMELINE, headings=headings)


class TestHeadings:
    def test_have_the_caution(self):
        """
        The default of `caution` is the text of the headings.
        """
        assert f"> {CAUTION}" == to_markdown(ROUTINE, headings=GERMAN_HEADINGS).splitlines()[-1]
        assert "> Langsam." == to_markdown(ROUTINE, headings=GERMAN_HEADINGS, caution="Langsam.").splitlines()[-1]

    def test_have_the_colon_of_the_language(self):
        """
        The heading of the boxes ends like other names.
        """
        assert "Done\u202f: ☐ 1 ☐ 2\n" in to_markdown(ROUTINE, sessions=2, language=FRENCH)

    def test_are_finished(self):
        """
        `finish` of the language is applied to the facts of a page, too.
        """
        page = to_markdown(ROUTINE, language=FRENCH, headings=Headings(about="près de {time}, de au moins 1"))

        assert "d’au moins 1" in page

    def test_have_a_direction(self):
        """
        A page is left to right, or right to left.
        """
        assert '<html lang="he" dir="rtl">' in to_html(ROUTINE, headings=Headings(code="he", direction="rtl"))
        assert '<html lang="en">' in to_html(ROUTINE)
        with pytest.raises(ValueError, match=r"^direction must be 'ltr' or 'rtl' \(got 'up'\)$"):
            Headings(direction="up")
