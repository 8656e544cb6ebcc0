"""
The page about the document format, compared with the library.
"""

import json
import re
from datetime import timedelta
from math import trunc
from pathlib import Path

import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Hold,
    InvalidDocumentError,
    Pacing,
    Plan,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    Timeline,
    from_dict,
    json_schema,
    schedule,
    to_dict,
)

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "document-format.md").read_text(encoding="utf-8")
TIMELINE = schedule(Routine("Knees", [Circuit([Exercise("Chin tuck", Hold(5))])]))


def table(heading):
    """
    Return the rows of the table in a section: the other cells by the first.
    """
    section = re.search(rf"^##+ {heading}\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)[1]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:3] == "| `"]
    return {name.strip("`"): cells for names, *cells in rows for name in names.split(", ")}


def keys(heading):
    """
    Return the keys of an object; the table of phases is below, in the same section.
    """
    return {key: cells for key, cells in table(heading).items() if len(cells) == 2}


def defaults(rows):
    return {key: json.loads(cells[-1].strip("`")) for key, cells in rows.items() if cells[-1].startswith("`")}


def read_work(**written):
    exercise = {"kind": "exercise", "name": "Bridge", "work": written}
    return from_dict({"schema": 1, "name": "Hips", "items": [exercise]}).items[0].work


def read_count(value):
    return read_work(count=value).count


def read_rest(value):
    return read_work(rest=value).rest // timedelta.resolution


def parent(document, path):
    for step in path[:-1]:
        document = document[step]
    return document


def changed(path, value):
    """
    Return the document of the timeline with another *value* at *path*.
    """
    document = to_dict(TIMELINE)
    parent(document, path)[path[-1]] = value
    return document


def without(path):
    """
    Return the document of the timeline without the value at *path*.
    """
    document = to_dict(TIMELINE)
    del parent(document, path)[path[-1]]
    return document


class TestTables:
    @pytest.mark.parametrize(
        ("heading", "kind"),
        [
            ("Routine", Routine),
            ("Exercise", Exercise),
            ("Rest", Rest),
            ("Circuit", Circuit),
            ("Repetitions", Repetitions),
            ("Sidedness", Sidedness),
            ("Frequency", Frequency),
            ("Plan", Plan),
            ("Stage", Stage),
            ("Pacing", Pacing),
        ],
    )
    def test_agree_with_the_json_schema(self, heading, kind):
        """
        The same keys in the same order, with the same defaults, the others required.
        """
        schema = json_schema(kind)
        rows = keys(heading)

        assert [key for key in schema["properties"] if key not in ("$schema", "schema")] == list(rows)
        assert [key for key in schema.get("required", []) if key != "schema"] == [
            key for key, cells in rows.items() if not cells[-1]
        ]
        assert {k: rule["default"] for k, rule in schema["properties"].items() if "default" in rule} == defaults(rows)

    def test_agree_with_written_steps_and_timelines(self):
        """
        A step and a timeline have the keys of their tables.
        """
        assert sorted(to_dict(TIMELINE[0])) == sorted(table("Steps"))
        assert list(to_dict(TIMELINE)) == ["schema", *table("Timeline")]

    @pytest.mark.parametrize("level", [0.5, 1, 1e-5])
    def test_agree_with_the_level(self, level):
        """
        "If its level is written, it has a point or an exponent".
        """
        written = json.dumps(to_dict(schedule(TIMELINE.routine, Pacing(level=level)))["pacing"]["level"])

        assert set(written) & {".", "e"}


class TestNumbers:
    @pytest.mark.parametrize(("written", "cells"), table("Numbers").items())
    def test_are_read_as_documented(self, written, cells):
        """
        A count is read as in the table, or refused.
        """
        [meaning] = cells

        if meaning.startswith("refused"):
            with pytest.raises(InvalidDocumentError):
                read_count(json.loads(written))
        else:
            assert int(meaning) == read_count(json.loads(written))

    @pytest.mark.parametrize(("written", "cells"), table("Microseconds").items())
    def test_are_rounded_as_documented(self, written, cells):
        """
        A rest has the microseconds of the table, or is refused.
        """
        value = json.loads(written)
        read, product, meaning = cells

        assert (value, (value - trunc(value)) * 1e6) == (float(read), float(product))
        if meaning.startswith("refused"):
            with pytest.raises(InvalidDocumentError):
                read_rest(value)
        else:
            assert int(meaning) == read_rest(value)

    @pytest.mark.parametrize("length", [4300, 4301])
    def test_have_at_most_4300_digits(self, length):
        """
        "A whole number has at most 4300 digits."
        """
        if length > 4300:
            with pytest.raises(InvalidDocumentError):
                read_count(10 ** (length - 1))
        else:
            assert 10 ** (length - 1) == read_count(10 ** (length - 1))

    def test_of_values_are_counted_as_documented(self):
        """
        Document, schema, name, items, item and its two values are seven; the long name counts as two more.
        """
        document = {"schema": 1, "name": "x" * 250, "items": [{"kind": "rest", "duration": 5}]}

        assert from_dict(document, max_values=9)
        with pytest.raises(InvalidDocumentError):
            from_dict(document, max_values=8)


class TestTimelines:
    """
    "A reader schedules again and refuses a document in which they differ".
    """

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (["duration"], 10.0),
            (["steps", 1, "set"], 1.0),
            (["steps", 1, "rounds"], [1.0]),
            (["steps", 1, "path"], [0.0, 0.0]),
            (["pacing", "level"], 0),
        ],
        ids=str,
    )
    def test_are_read_with_other_types_of_numbers(self, path, value):
        """
        "Numbers are compared as numbers after reading".
        """
        assert TIMELINE == from_dict(changed(path, value), Timeline)

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            (["steps", 1, "set"], True),
            (["steps", 1, "set"], None),
            (["steps", 1, "estimated"], 0),
            (["steps", 1, "rounds"], [True]),
            (["steps", 1, "path"], [False, 0]),
            (["pacing", "prepare"], {"low": 5, "high": 5}),
            (["pacing", "prepare"], {"breaths": 5}),
            (["more"], 1),
            (["steps", 1, "more"], 1),
            (["pacing", "more"], 1),
        ],
        ids=str,
    )
    def test_are_refused_with_other_values(self, path, value):
        """
        "Booleans and `null` are equal only to themselves", and no other keys are allowed.
        """
        with pytest.raises(InvalidDocumentError):
            from_dict(changed(path, value), Timeline)

    @pytest.mark.parametrize("path", [*([key] for key in to_dict(TIMELINE)), ["steps", 1, "label"]], ids=str)
    def test_are_refused_without_a_key(self, path):
        """
        "The `schema`, all four keys, and all keys of each step are required".
        """
        with pytest.raises(InvalidDocumentError):
            from_dict(without(path), Timeline)

    def test_may_have_defaults_in_their_pacing(self):
        """
        "Leaving out a key with a default means the same as writing the default.".
        """
        assert TIMELINE == from_dict(changed(["pacing", "prepare"], 5), Timeline)

    def test_that_are_too_long_are_refused_at_the_top(self):
        """
        "If the routine is too long to be scheduled, the document is refused, at `$`."
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$: "):
            from_dict(changed(["routine", "items", 0, "rounds"], 10**30), Timeline)
