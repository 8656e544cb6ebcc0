"""
Handouts, read back by parsers of HTML and Markdown.
"""

import re
from datetime import UTC, datetime, time, timedelta
from itertools import islice

import attrs
import html5lib
import pytest
from hypothesis import example, given, reject, settings
from markdown_it import MarkdownIt

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    ExportError,
    Frequency,
    Hold,
    Language,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    Weekday,
    describe,
    sessions,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.handout import Headings, to_html, to_markdown
from stretchlib.testing import frequencies, routines

from ..shorthand import SECOND
from .hostile import NAMES, on_one_line

relaxed = settings(max_examples=50)

STRETCH = Exercise(
    "Calf stretch",
    Repetitions(3, Hold(30)),
    sidedness=Sidedness.each(),
    instructions="Heel down.\n\nKnee straight.",
    equipment=["step", "towel"],
    pictures=["https://example.org/calf.png", "calf.svg"],
    videos=["https://example.org/calf"],
)
CALVES = Routine(
    "Calves",
    [STRETCH, Rest(60, label="drink"), Circuit([Exercise("Raises", Repetitions(10))], rounds=2, name="Strength")],
    description="For runners.\nNot after surgery.",
    source="A leaflet",
    frequency=Frequency(2),
    rest_between_items=20,
)
PLAN = Plan("Ankle", [Stage(CALVES, weeks=2), Stage([BACK_PAIN_RELIEF, CALVES], name="Later", goal="hop")])

SHOWN = [
    "https://example.org/a.png",
    "HTTP://example.org/a.png",
    "a.png",
    "./a b.png",
    "../a.png",
    "/a.png",
    "?a",
    "a/b:c",
]
SHOWN += ["data:image/png;base64,AAAA", "DATA:image/svg+xml,<svg/>", 'a".png', "a.png' onerror='alert(1)", "太.png"]
NOT_SHOWN = ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)"]
NOT_SHOWN += [
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "ftp://example.org/a.png",
    "blob:a",
    "vbscript:a",
]
NOT_SHOWN += [
    "//example.org/a.png",
    "\\\\server\\share\\a.png",
    "/\\example.org/a.png",
    "C:\\a.png",
    "https:a",
    " ",
]

#: Markup of Markdown and its common extensions.
MARKUP = [
    "1. one",
    "2) two",
    "- list",
    "+ list",
    "# heading",
    "> quote",
    "===",
    "---",
    "~~~",
    "| a |",
    "    a",
    "a  \nb",
]
MARKUP += ["[a]: b", "[a](b)", "![a](b)", "<https://a.b>", "https://a.b", "*a*", "_a_", "`a`", "&amp;", "~~a~~"]


def words(text):
    return name(text).split()


def name(text):
    # A page must not contain noncharacters.
    return on_one_line("".join("\N{REPLACEMENT CHARACTER}" if is_noncharacter(c) else c for c in text))


def is_noncharacter(code_point):
    return 0xFDD0 <= ord(code_point) <= 0xFDEF or ord(code_point) & 0xFFFE == 0xFFFE


def page(what, **options):
    """
    Parse a page strictly, as browsers do, into its elements.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(to_html(what, **options))


def texts(page, path):
    return ["".join(element.itertext()).strip() for element in page.findall(f".//{path}")]


def rendered(what, **options):
    """
    Parse Markdown into elements.
    """
    reader = MarkdownIt("commonmark")
    # It has its own list of hidden addresses, which would hide ours, too.
    reader.validateLink = lambda _: True
    html = reader.render(to_markdown(what, **options))
    return html5lib.parse(html, namespaceHTMLElements=False)


def boxes(document):
    """
    Return the number of boxes to tick of each routine.
    """
    return [
        len(place.findall("span[@class='box']")) for place in document.iter("p") if place.get("class") == "sessions"
    ]


def headings_of_boxes(document):
    return texts(document, "p[@class='sessions']/span[@dir]")


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

    @pytest.mark.parametrize("sessions", [0, 1, 28])
    def test_has_boxes_to_tick(self, sessions):
        """
        Each routine has the given number of boxes.
        """
        boxes = texts(page(PLAN, sessions=sessions), "span[@class='box']")

        assert 3 * [str(number) for number in range(1, sessions + 1)] == boxes

    @pytest.mark.parametrize(
        ("frequency", "count"),
        [
            (Frequency(3, unit=PeriodUnit.WEEK, weeks=6), 18),
            (Frequency(Range(2, 3), unit=PeriodUnit.WEEK, weeks=Range(4, 6)), 18),
            (Frequency(2, days=10), 20),
            (Frequency(every=2, days=9), 5),
            (Frequency(3, unit=PeriodUnit.WEEK, days=10), 5),
            (Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=10), 3),
            (Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=12), 4),
            (Frequency(weekdays=[Weekday.MONDAY], days=13), 2),
            (Frequency(weekdays=[Weekday.MONDAY], days=15), 3),
            (Frequency(every=2, times_of_day=[time(8), time(20)], days=3), 4),
            (Frequency(every=2, times_of_day=[time(8), time(14), time(20)], days=3), 6),
            (Frequency(2, weeks=10**30), 100),
            (Frequency(2), 14),
            (Frequency(every=2, unit=PeriodUnit.HOUR, days=3), 21),
            (Frequency(every=36, unit=PeriodUnit.HOUR, days=3), 2),
            (Frequency(every=2, unit=PeriodUnit.HOUR), 14),
            (Frequency(10**30, unit=PeriodUnit.MINUTE, days=1), 100),
            (Frequency(every=10**30, unit=PeriodUnit.HOUR, days=1), 1),
            (None, 14),
        ],
        ids=str,
    )
    def test_has_a_box_for_each_session(self, frequency, count):
        """
        The number of boxes is the prescribed number, at most 100, otherwise 14.
        """
        routine = Routine("Rest", [Rest(5)], frequency=frequency)
        plan = Plan("Rest", [Stage(routine, days=1), Stage(routine)])
        [once] = boxes(page(Plan("Rest", [Stage(Routine("Rest", [Rest(5)], frequency=Frequency(5)), days=1)])))

        assert [count] == boxes(page(routine))
        assert count == boxes(page(plan))[1]
        assert 5 == once

    @relaxed
    @example(Frequency(every=2, unit=PeriodUnit.HOUR, days=3))
    @example(Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=10))
    @given(frequencies())
    def test_has_a_box_for_each_day_of_its_calendar(self, frequency):
        """
        There are as many boxes as `sessions` has sessions at level 1, if it starts at midnight of the best day.
        """
        routine = Routine("Rest", [Rest(5)], frequency=frequency)
        days = [datetime(2026, 3, day, tzinfo=UTC) for day in range(1, 8)]

        try:
            counts = [len([*islice(sessions(routine, day, level=1), 100)]) for day in days]
        except ValueError:
            # It refuses several sessions in a second.
            reject()
        is_limited = frequency.weeks is not None or frequency.days is not None
        assert [max(counts) if is_limited else 14] == boxes(page(routine))

    def test_has_a_row_of_boxes_for_each_frequency(self):
        """
        Exercises with a frequency of their own have sessions, and boxes, of their own.
        """
        squat, walk = Exercise("Squat", Move(20)), Exercise("Walk", Move(600), frequency=Frequency(3))
        routine = Routine("Legs", [squat, walk], frequency=Frequency(weeks=1))
        document = page(routine)

        assert [7, 21] == boxes(document)
        assert ["Done, once a day for 1 week", "Done, 3 times a day for 1 week"] == headings_of_boxes(document)
        assert "\nDone, once a day for 1 week: ☐ 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5 ☐ 6 ☐ 7\n" in to_markdown(routine)
        assert ["Done"] == headings_of_boxes(page(routine, sessions=5))

    def test_has_boxes_for_exercises_without_a_frequency(self):
        """
        They have 14, and their heading does not name a frequency.
        """
        squat = Exercise("Squat", Move(20))
        walk = Exercise("Walk", Move(600), frequency=Frequency(3, days=10))
        document = page(Routine("Legs", [squat, walk]))

        assert [14, 30] == boxes(document)
        assert ["Done", "Done, 3 times a day for 10 days"] == headings_of_boxes(document)

    @pytest.mark.parametrize(
        ("own", "common", "count", "fact"),
        [
            (Frequency(3), Frequency(weeks=1), 21, "3 times a day for 1 week"),
            (Frequency(3, days=10), None, 30, "3 times a day for 10 days"),
        ],
    )
    def test_shows_the_frequency_of_its_exercises(self, own, common, count, fact):
        """
        If all exercises have the same frequency, it is that of the page, which has a single row of boxes.
        """
        walk = Exercise("Walk", Move(600), frequency=own)
        document = page(Routine("Legs", [walk], frequency=common))

        assert [count] == boxes(document)
        assert ["Done"] == headings_of_boxes(document)
        assert fact == texts(document, "li")[0]
        assert ["Keep moving for 10 minutes."] == texts(document, "p[@class='dose']")

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


class TestAddresses:
    """
    A page loads only pictures, from the web, next to it, or within it.
    """

    @pytest.mark.parametrize("address", SHOWN)
    def test_of_pictures_are_shown(self, address):
        """
        Pictures from the web, relative addresses, and data.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, pictures=[address])])

        for document in (page(routine), rendered(routine)):
            [image] = document.iter("img")

            assert {"src", "alt"} == set(image.attrib)
            assert without_escapes(address) == without_escapes(image.get("src"))

    @pytest.mark.parametrize("address", NOT_SHOWN)
    def test_of_other_kinds_are_not_shown(self, address):
        """
        Scripts, files, other protocols, and everything that browsers could take for them.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, pictures=[address], videos=[address])])

        for document in (page(routine), rendered(routine)):
            assert [] == [*document.iter("img"), *document.iter("a")]

    @pytest.mark.parametrize("address", [*SHOWN[2:], "//example.org"])
    def test_of_videos_are_links_only_into_the_web(self, address):
        """
        Other links are left out.
        """
        routine = Routine("x", [attrs.evolve(STRETCH, videos=[address])])

        for document in (page(routine), rendered(routine)):
            assert [] == list(document.iter("a"))

    def test_are_the_only_ones_loaded(self):
        """
        The page forbids scripts and all other loading, and sends no referrer.
        """
        document = page(PLAN)
        policies = {meta.get("http-equiv") or meta.get("name"): meta.get("content") for meta in document.iter("meta")}

        assert policies["Content-Security-Policy"].startswith(
            "default-src 'none'; img-src * data: file:; style-src 'unsafe-inline'"
        )
        assert "no-referrer" == policies["referrer"]
        loading = {"src", "srcset", "href", "data", "action", "poster", "background"}
        assert {"img", "a"} == {element.tag for element in document.iter() if loading & set(element.attrib)}
        assert not re.search(r"url\(|@import", to_html(PLAN))
        assert not [name for element in document.iter() for name in element.attrib if name.startswith("on")]


def without_escapes(address):
    # Blanks and characters beyond ASCII may be percent-encoded.
    return re.sub(r"%[0-9A-F]{2}|[^a-zA-Z0-9/?.:;,+]", "", address)


class TestToMarkdown:
    def test_shows_the_prescription(self):
        """
        Markdown has the content of the page.
        """
        assert """\
# Calves

For runners.

Not after surgery.

- Twice a day
- About 5 minutes
- Rest 20 seconds between exercises
- You need: step, towel

## 1. Calf stretch

Hold for 30 seconds. 3 times on each side.

![Calf stretch](<https\\://example.org/calf.png>)

![Calf stretch](<calf.svg>)

Heel down.

Knee straight.

You need: step, towel

[https\\://example.org/calf](<https\\://example.org/calf>)

## 2. Rest for 1 minute: drink

## 3. Strength, 2 rounds

## 3.1. Raises

10 times.

Done: ☐ 1 ☐ 2 ☐ 3

Source: A leaflet

> Take care.
""" == to_markdown(CALVES, sessions=3, caution="Take care.")

    def test_shows_plans(self):
        """
        Stages, routines and exercises are headings below each other.
        """
        document = rendered(PLAN)

        assert ["Stage 1, weeks 1 to 2", "Later, goal: hop"] == texts(document, "h2")
        assert ["Calves", "Back pain relief", "Calves"] == texts(document, "h3")
        assert "6. Hip flexor stretch" in texts(document, "h4")

    @relaxed
    @given(routines(max_size=2, max_depth=1))
    def test_shows_any_routine(self, routine):
        """
        No text becomes markup, and each name is shown.
        """
        document = rendered(routine)

        names = [name(item.name) for _, item in routine.walk() if isinstance(item, Exercise)]
        tags = {element.tag for element in document.iter()}
        headings = [re.sub(r"^[\d.]+\.\s*", "", text) for text in texts(document, "h2")]
        assert {"html", "head", "body", "h1", "h2", "p", "ul", "li", "blockquote", "img", "a"} >= tags
        assert set(names) <= set(headings)

    @pytest.mark.parametrize("text", [*NAMES.values(), *MARKUP])
    def test_survives_hostile_names(self, text):
        """
        Markup is escaped, including common extensions.
        """
        exercise = attrs.evolve(STRETCH, name=text, instructions=text, equipment=[text], pictures=(), videos=())
        hostile = Routine(text, [exercise, Rest(5, label=text)], description=text, source=text)
        html = MarkdownIt("js-default", {"linkify": False}).render(to_markdown(hostile, caution=text))
        document = html5lib.parse(html, namespaceHTMLElements=False)

        tags = {element.tag for element in document.iter()}
        assert {"html", "head", "body", "h1", "h2", "p", "ul", "li", "blockquote"} == tags
        assert on_one_line(text) == texts(document, "h1")[0]
        assert words(text) == " ".join(texts(document, "blockquote/p")).split()


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
