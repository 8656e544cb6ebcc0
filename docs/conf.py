"""
Configuration of the documentation.

`sphinx-build -n -W --keep-going docs docs/_build/html`, with the dependency group `docs`.
"""

import re
import sys
from importlib.metadata import version as _version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.ext.napoleon import GoogleDocstring

project = "stretchlib"
author = "The stretchlib developers"
copyright = author
release = version = _version("stretchlib")

sys.path.append(str(Path(__file__).parent))
extensions = ["generated", "myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"stretchlib {release}"
# Code of up to 98 columns fits the page.
html_theme_options = {"light_css_variables": {"code-font-size": "75%"}}

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Docstrings put names between single backticks: those that are documented become links.
default_role = "py:obj"
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_type_aliases = {
    name: f"stretchlib.{name}" for name in ("Count", "Duration", "Item", "Phase")
}
maximum_signature_line_length = 88
python_use_unqualified_type_names = True

nitpick_ignore_regex = [
    # Names of other packages are not linked, so the build needs no network.
    (
        "py:.*",
        r"(attrs?|cattrs|collections|datetime|enum|hypothesis|matplotlib|numpy|typing|zoneinfo)\..*",
    ),
    (
        "py:.*",
        r"timedelta(\.max)?|datetime|time|tzinfo|Any|Callable|Iterator|Iterable|Mapping|Sequence",
    ),
    ("py:.*", r"Axes|(Base)?Converter|SearchStrategy|Part"),
    # Types of fields are described in words.
    (
        "py:class",
        r"(stretchlib\.[\w.]+\.)?(Count|Duration|DurationLike|Item|Phase|Quantity(_co)?|Readable)",
    ),
    # Docstrings also put fields, parameters, keys and formulae between backticks.
    ("py:obj", r"[a-z_]+|None|[A-Z]+|.*[^\w.].*"),
]


#: Patterns in signatures, and their short forms.
_SHORT = {
    r"~(?:[a-z_]+\.)+([A-Z]\w+)": r"\1",
    r"~|datetime\.(?=timedelta\b)": "",
    r"TypeAliasForwardRef\('([\w.]+)'\)": r"\1",
    r"timedelta \| Breaths \| Range\[timedelta\] \| float \| Range\[float\] \| Range\[int\]": (
        "stretchlib.Duration | float | Range[float]"
    ),
    r"(float\]?) = timedelta\((?:seconds=)?(\d+)\)": r"\1 = \2",
    r"_Saying\([^()]*\(\)\)": "...",
    r"\b(Move|Pacing|Sidedness|Wording)\([^()]*(?:\([^()]*\)[^()]*)*\)": r"\1()",
    r"<(\w+\.\w+): '\w+'>": r"\1",
    r"= (?:<function [\w<>]+>|NOTHING)": "= ...",
    r"<class '(\w+)'>": r"\1",
}


def _read_sections(
    _app: Sphinx, what: str, name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """
    Read sections such as "Args:"; the extension napoleon would also read comments on fields.
    """
    if what not in {"attribute", "data"}:
        lines[:] = GoogleDocstring(lines, what=what, name=name).lines()


def _shorten(
    _app: Sphinx,
    _what: str,
    _name: str,
    _value: object,
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """
    Shorten the types in signatures.
    """
    for pattern, short in _SHORT.items():
        signature, returns = (
            re.sub(pattern, short, text) if text else text for text in (signature, returns)
        )
    return signature, returns


def setup(app: Sphinx) -> None:
    """
    Register the hooks of the build.
    """
    app.connect("autodoc-process-docstring", _read_sections)
    app.connect("autodoc-process-signature", _shorten)
