"""
Handouts as Markdown.
"""

import re

import attrs
import html5lib
import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from stretchlib import Exercise, Rest, Routine
from stretchlib.exports.handout import to_markdown
from stretchlib.testing import routines

from .handouts import CALVES, PLAN, STRETCH, name, relaxed, rendered, texts, words
from .hostile import NAMES, on_one_line

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
