"""
Run the examples of docstrings, README and docs as tests.
"""

from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL

from sybil import Sybil
from sybil.parsers import myst, rest

_markdown = Sybil(
    parsers=[myst.DocTestDirectiveParser(optionflags=ELLIPSIS), myst.PythonCodeBlockParser(), myst.SkipParser()],
    patterns=["*.md"],
)
_docstrings = Sybil(
    parsers=[rest.DocTestParser(optionflags=IGNORE_EXCEPTION_DETAIL)],
    patterns=["*.py"],
    path="src",
)

pytest_collect_file = (_markdown + _docstrings).pytest()
