"""
The pictures and tables of pages, made from the code that they show, so that they agree.

This extension writes them to `_build/generated` before each build, and pages include them.
"""

import contextlib
import doctest
import inspect
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
from sphinx.application import Sphinx
from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Language,
    Move,
    Pacing,
    Plan,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    Timeline,
    json_schema,
)
from stretchlib.documents.schema import attributes_of
from stretchlib.words.labels import BEGINNINGS, PAIRS, REMARKING, REMARKS
from stretchlib.words.phrases import GRAMMAR, HINTS
from stretchlib.words.templates import is_template_with_number

#: The classes whose keys the page about documents shows.
_KINDS: tuple[type[Any], ...] = (
    *(Routine, Exercise, Rest, Circuit, Repetitions, Hold, Move),
    *(Sidedness, Frequency, Plan, Stage, Pacing),
)


def setup(app: Sphinx) -> None:
    """
    Register the hook of the build.
    """
    app.connect("builder-inited", _generate)


def _generate(app: Sphinx) -> None:
    source = Path(app.srcdir)
    target = source / "_build" / "generated"
    target.mkdir(parents=True, exist_ok=True)
    axes = _run(source / "tutorial.md")["axes"]
    axes.figure.savefig(target / "tutorial.svg", bbox_inches="tight")  # type: ignore[attr-defined]
    timeline = _run(source / "index.md")["timeline"]
    (target / "index.svg").write_text(timeline._repr_svg_(), encoding="utf-8")  # type: ignore[attr-defined]
    tables = {
        "grammar": _grammar(),
        "hints": _hints(),
        "labels": _labels(),
        "language": _language(),
    }
    for kind in _KINDS:
        tables[kind.__name__.lower()] = _keys(json_schema(kind))
    tables["step"] = _keys(json_schema(Timeline)["$defs"]["Step"])
    for name, lines in tables.items():
        text = "".join(f"{line}\n" for line in lines)
        (target / f"{name}.md").write_text(text, encoding="utf-8")


def _run(page: Path) -> dict[str, object]:
    """
    Run the Python code of a *page*, and return its names.
    """
    names: dict[str, object] = {}
    blocks = re.findall(
        r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    for block in blocks:
        if block.startswith(">>>"):
            examples = doctest.DocTestParser().get_examples(block)
            block = "".join(example.source for example in examples if not example.exc_msg)
        with contextlib.redirect_stdout(io.StringIO()):
            exec(block, names)  # noqa: S102
    return names


def _language() -> Iterator[str]:
    """
    Yield the table of the fields of a language.
    """
    meanings = attributes_of(Language)
    yield "| field | number | English | where |"
    yield "|---|---|---|---|"
    for field in attrs.fields(Language):
        counted = "\\|" if field.validator is is_template_with_number else ""
        english = _english(field.default)
        yield f"| `{field.name}` | {counted} | {english} | {meanings[field.name]} |"


def _english(default: object) -> str:
    if callable(default):
        names = [name for name in inspect.signature(default).parameters if name[0] != "_"]
        return f"function of {', '.join(names)}"
    return f"`{default}`".replace("|", "\\|")


def _grammar() -> Iterator[str]:
    """
    Yield a list of the parts of the notation, with the patterns of their rows.
    """
    for name, rows in GRAMMAR.items():
        yield f"`{{{name}}}`"
        yield ": " + " · ".join(f"`{pattern}`" for pattern, _ in rows)
        yield ""


def _hints() -> Iterator[str]:
    """
    Yield the hints of errors, with the words and signs that cause them.
    """
    for hint in dict.fromkeys(HINTS.values()):
        yield f"- {_listed(word for word in HINTS if HINTS[word] == hint)}: {hint}"


def _labels() -> Iterator[str]:
    """
    Yield the words that end labels, and those that need quotation marks.
    """
    yield "A label ends before these words:"
    yield ""
    yield f"- {_listed(BEGINNINGS)};"
    for following in dict.fromkeys(PAIRS.values()):
        words = [word for word in PAIRS if PAIRS[word] == following]
        yield f"- {_listed(words)}, if followed by {_listed(following)};"
    yield "- `with` and numbers in words, if no word follows."
    yield ""
    yield f"A label needs quotation marks if it is {_listed(REMARKS)},"
    yield f"or consists of several of these words and {_listed(REMARKING - REMARKS)}."


def _listed(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in sorted(words))


def _keys(schema: dict[str, Any]) -> Iterator[str]:
    """
    Yield the table of the keys of an object.
    """
    yield "| key | value | default | meaning |"
    yield "|---|---|---|---|"
    for key, rule in schema["properties"].items():
        if key not in ("$schema", "schema"):
            required = "required" if key in schema.get("required", []) else ""
            default = f"`{json.dumps(rule['default'])}`" if "default" in rule else required
            yield f"| `{key}` | {_value(rule)} | {default} | {rule['description']} |"


def _value(rule: dict[str, Any]) -> str:
    """
    Return the term for the values that a *rule* of a JSON Schema accepts.
    """
    match rule:
        case {"const": value}:
            return f'`"{value}"`'
        case {"enum": members}:
            return ", ".join(f'`"{member}"`' for member in members)
        case {"$ref": address}:
            return str(address).rpartition("/")[2].removesuffix("WithOptionalKind").lower()
        case {"items": {"enum": _} as item}:
            return f"list of {_value(item)}"
        case {"items": {"type": ["integer", "null"]}}:
            return "list of whole numbers or `null`"
        case {"items": item}:
            return f"list of {_value(item)}s"
        case {"anyOf": rules}:
            return _quantity(json.dumps(rules))
        case {"type": [*types]}:
            return " or ".join(_TYPES[name] for name in types)
        case {"minLength": 1}:
            return "name"
        case {"maximum": 1}:
            return "number"
        case {"pattern": _}:
            return "time"
    return _TYPES[rule["type"]]


def _quantity(rules: str) -> str:
    if "AsManyAsFit" in rules:
        return "turns"
    if "RangeOfCounts" in rules:
        return "count"
    if "RangeOfDurations" not in rules:
        return "seconds"
    return "rest" if '"const": 0' in rules else "duration"


_TYPES = {
    "array": "list",
    "boolean": "boolean",
    "integer": "whole number",
    "null": "`null`",
    "number": "seconds",
    "string": "text",
}
