"""
Handouts as elements, read by parsers of HTML and Markdown.
"""

import html5lib
from hypothesis import settings
from markdown_it import MarkdownIt

from stretchlib import Circuit, Exercise, Frequency, Hold, Plan, Repetitions, Rest, Routine, Sidedness, Stage
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.handout import to_html, to_markdown

from .hostile import on_one_line

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
