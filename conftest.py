"""
Run the examples of docstrings, README and docs as tests.
"""

import gc
import json
from collections.abc import Callable
from doctest import ELLIPSIS

import yaml
from hypothesis import HealthCheck, Phase, settings
from sybil import Example, Sybil
from sybil.parsers import myst, rest

from stretchlib import from_dict

# Tests create many objects, but few cycles of them: looking for those after every 700 objects takes 5 % of the time.
gc.set_threshold(50_000, 20, 20)

settings.register_profile(
    "patient",
    # To explain what `find` has found takes longer than to find it.
    phases=[phase for phase in Phase if phase is not Phase.explain],
    # Routines take long to generate, in particular if lines are counted on a busy machine.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
# Examples in docstrings show how to use a strategy, and other tests what it generates.
settings.register_profile("example", settings.get_profile("patient"), max_examples=20)
settings.load_profile("patient")


def _read_by(load: Callable[[str], dict[str, object]]) -> Callable[[Example], None]:
    def read(example: Example) -> None:
        document = load(example.parsed)
        if "schema" in document:
            from_dict(document)

    return read


_markdown = Sybil(
    parsers=[
        myst.PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        myst.CodeBlockParser("json", _read_by(json.loads)),
        myst.CodeBlockParser("yaml", _read_by(yaml.safe_load)),
        myst.SkipParser(),
    ],
    patterns=["*.md"],
)
_docstrings = Sybil(
    parsers=[rest.DocTestParser()],
    patterns=["*.py"],
    path="src",
    setup=lambda _: settings.load_profile("example"),
    teardown=lambda _: settings.load_profile("patient"),
)

pytest_collect_file = (_markdown + _docstrings).pytest()
