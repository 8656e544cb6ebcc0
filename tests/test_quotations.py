"""
The sentences that tests quote, compared with the documentation.
"""

import ast
import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PAGES = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("src/**/*.py")]


def plain(text):
    """
    Return *text* on one line, without marks of Markdown.
    """
    return " ".join(re.sub(r"[*>]", "", text).split())


def quotations():
    """
    Yield the quotations that are whole docstrings of classes of tests, in parts between ellipses.
    """
    for path in REPOSITORY.glob("tests/**/*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            docstring = ast.get_docstring(node) if isinstance(node, ast.ClassDef) else None
            if docstring and (found := re.fullmatch(r'"(.*)"', plain(docstring))):
                yield from (part.rstrip(".") for part in found[1].split(" … "))


class TestQuotation:
    def test_is_in_the_documentation(self):
        """
        Each sentence that a class of tests quotes is on a page or in a docstring.
        """
        documentation = plain(" ".join(path.read_text(encoding="utf-8") for path in PAGES))
        quoted = [*quotations()]

        assert quoted
        assert [] == [sentence for sentence in quoted if sentence not in documentation]
