"""
The page that documents the notation, compared with the table that reads it.

If they differ, `python -m tests.words.test_notation_page` updates the page.
"""

from pathlib import Path

from stretchlib.words.labels import BEGINNINGS, PAIRS, REMARKING, REMARKS
from stretchlib.words.phrases import GRAMMAR, HINTS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "notation.md"
BEGIN, END = "<!-- The tables begin. -->\n", "<!-- The tables end. -->\n"


def tables():
    """
    Yield the lines for each part, with the patterns of its rows.
    """
    for name, rows in GRAMMAR.items():
        yield f"`{{{name}}}`"
        yield ": " + " ".join(f"`{pattern}`" for pattern, _ in rows)
        yield ""
    yield "## Hints"
    yield ""
    yield "If these words and signs are in no phrase, the error says what to write instead:"
    yield ""
    for hint in dict.fromkeys(HINTS.values()):
        yield f"- {listed(word for word in HINTS if HINTS[word] == hint)}: {hint}"
    yield ""
    yield "## Labels"
    yield ""
    yield "A label ends before these words:"
    yield ""
    yield f"- {listed(BEGINNINGS)};"
    for following in dict.fromkeys(PAIRS.values()):
        words = [word for word in PAIRS if PAIRS[word] == following]
        yield f"- {listed(words)}, if followed by {listed(following)};"
    yield "- `with` and numbers in words, if no word follows."
    yield ""
    yield f"A label needs quotation marks if it is {listed(REMARKS)},"
    yield f"or consists of several of these words and {listed(REMARKING - REMARKS)}."
    yield ""


def listed(words):
    return " ".join(f"`{word}`" for word in sorted(words))


def written():
    return "".join(f"{line}\n" for line in tables())


def test_page_has_the_tables_of_the_grammar():
    """
    The tables of the page are generated from the grammar.
    """
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)

    assert written() == rest.partition(END)[0].lstrip("\n")


if __name__ == "__main__":
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{written()}{END}{rest.partition(END)[2]}", encoding="utf-8")
