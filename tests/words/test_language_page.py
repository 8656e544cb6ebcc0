"""
The page that documents the fields of a language, compared with the class.

If they differ, `python -m tests.words.test_language_page` updates the page.
"""

import inspect
import re
from pathlib import Path

import attrs

from stretchlib import Language
from stretchlib.words.templates import is_template_with_number

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "language.md"
BEGIN, END = "<!-- The table begins. -->\n", "<!-- The table ends. -->\n"


def table():
    """
    Yield the lines of the table.
    """
    meanings = dict(re.findall(r"^    (\w+): ((?:.|\n {8})+)", inspect.getdoc(Language), re.MULTILINE))
    yield "| field | | English | where |"
    yield "|---|---|---|---|"
    for field in attrs.fields(Language):
        counted = "\\|" if field.validator is is_template_with_number else ""
        yield f"| `{field.name}` | {counted} | {english(field)} | {' '.join(meanings[field.name].split())} |"


def english(field):
    if callable(field.default):
        arguments = [name for name in inspect.signature(field.default).parameters if name[0] != "_"]
        return f"function of {', '.join(arguments)}"
    return f'"`{field.default}`"'.replace("|", "\\|")


def written():
    return "".join(f"{line}\n" for line in table())


def test_page_has_all_fields():
    """
    The table of the page has all fields of the class.
    """
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)

    assert written() == rest.partition(END)[0].strip("\n") + "\n"


if __name__ == "__main__":
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{written()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
