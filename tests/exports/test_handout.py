"""
Handouts, read back by parsers of HTML and Markdown.
"""

import re
from datetime import timedelta

import attrs
import pytest
from hypothesis import example, given

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    ExportError,
    Hold,
    Language,
    Move,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    describe,
)
from stretchlib.exports.handout import Headings, to_html, to_markdown
from stretchlib.testing import routines

from ..shorthand import SECOND
from .handouts import CALVES, PLAN, STRETCH, name, page, relaxed, texts, words
from .hostile import NAMES, on_one_line


class TestToHTML:
    def test_shows_the_prescription(self):
        """
        The page has the names, instructions, doses, frequency, equipment, time, source and caution.
        """
        document = page(CALVES)

        assert ["Calves"] == texts(document, "h1") == texts(document, "title")
        assert ["1. Calf stretch", "2. Rest for 1 minute: drink", "3. Strength, 2 rounds", "3.1. Raises"] == texts(
            document, "h2"
        )
        assert [
            "Twice a day",
            "About 5 minutes",
            "Rest 20 seconds between exercises",
            "You need: step, towel",
        ] == texts(document, "ul[@class='facts']/li")
        assert [describe(STRETCH, long=True), "10 times."] == texts(document, "p[@class='dose']")
        assert {"For runners.", "Not after surgery.", "Heel down.", "Knee straight."} <= set(texts(document, "p"))
        assert ["Source: A leaflet"] == texts(document, "p[@class='source']")
        assert [Headings().caution] == texts(document, "p[@class='caution']")

    def test_shows_pictures_and_links_videos(self):
        """
        The alternative text of a picture is the name of its exercise.
        """
        document = page(CALVES)

        assert [(address, "Calf stretch") for address in STRETCH.pictures] == [
            (image.get("src"), image.get("alt")) for image in document.iter("img")
        ]
        assert ["https://example.org/calf"] == [link.get("href") for link in document.iter("a")]

    def test_shows_plans(self):
        """
        A plan has its stages as headings, with their routines and exercises below.
        """
        document = page(PLAN)

        assert ["Stage 1, weeks 1 to 2", "Later, goal: hop"] == texts(document, "h2")
        assert ["Calves", "Back pain relief", "Calves"] == texts(document, "h3")
        assert "6. Hip flexor stretch" in texts(document, "h4")
        assert 1 == len(texts(document, "p[@class='caution']"))

    def test_has_a_small_picture_of_the_timeline(self):
        """
        Each routine has a picture, unless it has too many steps.
        """
        endless = Routine("Endless", [Exercise("Step", Repetitions(10**9, Move(1)))])

        assert [3, 0] == [len(list(page(what).iter("{http://www.w3.org/2000/svg}svg"))) for what in (PLAN, endless)]

    def test_indents_the_items_of_circuits(self):
        """
        The depth of an item is the number of circuits around it.
        """
        document = page(Routine("Deep", [STRETCH, Circuit([Circuit([STRETCH])])]))

        assert [0, 0, 1, 2] == [
            int(section.get("style").removeprefix("--depth:"))
            for section in document.iter("section")
            if section.get("style")
        ]

    def test_leaves_out_empty_texts(self):
        """
        Without descriptions, sources or a caution there are no empty paragraphs.
        """
        document = page(Routine("Neck", [Exercise("Chin tuck", Hold(5))]), caution="", sessions=0)

        assert ["Hold for 5 seconds."] == texts(document, "p")
        assert ["About 10 seconds"] == texts(document, "li")

    @relaxed
    @example(Routine("\ufffe", [Rest(1, label="\U0010ffff")]))
    @given(routines(max_size=2, max_depth=1))
    def test_shows_any_routine(self, routine):
        """
        The page of any routine is valid, has no scripts, and shows each name.
        """
        document = page(routine)

        names = [name(item.name) for _, item in routine.walk() if isinstance(item, Exercise)]
        assert {"script", "iframe", "object", "embed", "link", "base", "form"}.isdisjoint(
            element.tag for element in document.iter() if isinstance(element.tag, str)
        )
        assert names == [re.sub(r"^[\d.]+\.\s*", "", text) for text in texts(document, "section[@class='exercise']/h2")]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        No text becomes markup in any place.
        """
        exercise = attrs.evolve(STRETCH, name=name, instructions=name, equipment=[name])
        hostile = Routine(name, [exercise, Rest(5, label=name)], description=name, source=name)
        harmless = Routine("x", [attrs.evolve(STRETCH, instructions="x")], description="x", source="x")

        document = page(hostile, caution=name)

        tags = {element.tag for element in document.iter()}
        assert tags == {element.tag for element in page(Routine("x", [*harmless.items, Rest(5)])).iter()}
        assert on_one_line(name) == texts(document, "h1")[0]
        assert f"1. {on_one_line(name)}".strip() == texts(document, "h2")[0]
        assert words(name) == " ".join(texts(document, "p[@class='caution']")).split()

    def test_detects_the_direction_of_texts(self):
        """
        A name in a right-to-left script begins on the right; names in lists are isolated.
        """
        document = page(Routine("מתיחה", [Exercise("מתיחה", Hold(5), equipment=["כיסא", "step"])]))

        assert {"auto"} == {heading.get("dir") for heading in [*document.iter("h1"), *document.iter("h2")]}
        assert "You need: \N{FIRST STRONG ISOLATE}כיסא\N{POP DIRECTIONAL ISOLATE}, step" in texts(document, "li")

    def test_can_be_in_another_language(self):
        """
        All words around those of the prescription can be replaced.
        """
        german = Language(long_hold="{time} halten", long_seconds="{number} Sekunden", long_minutes="{number} Minute")
        headings = Headings(
            code="de",
            about="etwa {time}",
            equipment="Gebraucht: {things}",
            source="Quelle: {source}",
            sessions="Erledigt",
        )
        routine = Routine("Waden", [Exercise("Wadendehnung", Hold(30), equipment=["Stufe"])], source="Blatt")

        document = page(
            routine, language=german, headings=headings, caution="Nur schmerzfrei.", pacing=Pacing(prepare=30)
        )

        assert "de" == document.get("lang")
        assert ["Etwa 1 Minute", "Gebraucht: Stufe"] == texts(document, "li")
        assert ["30 Sekunden halten.", "Gebraucht: Stufe", "Quelle: Blatt", "Nur schmerzfrei."] == [
            text for text in texts(document, "p") if "Erledigt" not in text
        ]


class TestDuration:
    @pytest.mark.parametrize(
        ("low", "high", "about"),
        [
            (300, 420, "About 5 to 7 minutes"),
            (300, 320, "About 5 minutes"),
            (40, 90, "About 40 to 120 seconds"),
            (3000, 4000, "About 50 to 67 minutes"),
        ],
    )
    def test_shows_the_duration_at_both_levels(self, low, high, about):
        """
        The page shows ranges, so it has the durations at levels 0 and 1.
        """
        routine = Routine("Rest", [Rest(Range(low, high))])

        for level in (0, 0.5, 1):
            document = page(routine, pacing=Pacing(prepare=0, level=level))

            assert [about] == texts(document, "ul[@class='facts']/li")

    def test_shows_the_shorter_duration_first(self):
        """
        With `AsManyAsFit`, a higher level may be shorter.
        """
        work = Repetitions(AsManyAsFit(600), Hold(Range(301, 310)), rest=0)

        for_five = page(Routine("Legs", [Exercise("Hold", work)]), pacing=Pacing(prepare=0))
        both = Repetitions(AsManyAsFit(600), Hold(Range(200, 310)), rest=0)

        assert ["About 5 minutes"] == texts(for_five, "ul[@class='facts']/li")
        assert ["About 5 to 10 minutes"] == texts(
            page(Routine("Legs", [Exercise("Hold", both)]), pacing=Pacing(prepare=0)), "ul[@class='facts']/li"
        )

    @pytest.mark.parametrize(
        ("seconds", "about"),
        [
            (1, "About 1 second"),
            (59.4, "About 59 seconds"),
            (60, "About 1 minute"),
            (89, "About 1 minute"),
            (90, "About 2 minutes"),
            (7260, "About 2 hours 1 minute"),
            (0.2, "About 1 second"),
            (timedelta.max - timedelta.max % SECOND, f"About {24 * 10**9 - 1} hours 59 minutes"),
        ],
    )
    def test_rounds_durations(self, seconds, about):
        """
        To whole minutes, or to whole seconds below a minute.
        """
        still = Pacing(prepare=0)

        assert [about] == texts(page(Routine("Rest", [Rest(seconds)]), pacing=still), "ul[@class='facts']/li")


@pytest.mark.parametrize("export", [to_html, to_markdown])
class TestBadInput:
    @pytest.mark.parametrize(
        ("options", "error", "sentence"),
        [
            ({"what": STRETCH}, TypeError, r"^what must be a Routine or a Plan \(got Exercise"),
            ({"pacing": 5}, TypeError, r"^pacing must be a Pacing \(got 5\)$"),
            ({"language": "de"}, TypeError, r"^language must be a Language \(got 'de'\)$"),
            ({"headings": None}, TypeError, r"^headings must be Headings \(got None\)$"),
            ({"caution": 5}, TypeError, r"^caution must be text \(got 5\)$"),
            ({"sessions": True}, TypeError, r"^sessions must be a whole number \(got True\)$"),
            ({"sessions": "5"}, TypeError, r"^sessions must be a whole number \(got '5'\)$"),
            ({"sessions": -1}, ValueError, r"^sessions must be from 0 to 366 \(got -1\)$"),
            ({"sessions": 367}, ValueError, r"^sessions must be from 0 to 366 \(got 367\)$"),
        ],
        ids=str,
    )
    def test_is_refused(self, export, options, error, sentence):
        """
        Wrong arguments are refused.
        """
        with pytest.raises(error, match=sentence):
            export(**{"what": CALVES, **options})

    def test_of_any_length_is_refused(self, export):
        """
        A handout is refused as soon as it has more than ten million characters.
        """
        exercise = attrs.evolve(STRETCH, instructions="x" * 1_000_000)

        with pytest.raises(ExportError, match="^a handout must have at most 10000000 characters: print fewer routines"):
            export(Routine("Long", [exercise] * 20))

    def test_may_be_deeply_nested(self, export):
        """
        The deepest routine is shown.
        """
        item = STRETCH
        for _ in range(32):
            item = Circuit([item], rounds=2)

        assert "Calf stretch" in export(Routine("Deep", [item]))


class TestHeadings:
    def test_are_text(self):
        """
        Values of other types are refused.
        """
        with pytest.raises(TypeError, match=r"^about must be text \(got 5\)$"):
            Headings(about=5)

    def test_have_known_placeholders(self):
        """
        An unknown placeholder is refused immediately.
        """
        with pytest.raises(
            ValueError, match=r"^about must have no placeholders but \['time'\] \(got 'about \{times\}'\)$"
        ):
            Headings(about="about {times}")
