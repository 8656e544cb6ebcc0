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
    Hold,
    InvalidDocumentError,
    Pacing,
    Routine,
    Timeline,
    from_dict,
    schedule,
    to_dict,
)

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "document-format.md").read_text(encoding="utf-8")
#: Numbers, their products, and the microseconds, from the table.
ROUNDED = re.findall(r"^\| `(.*?)` \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
TIMELINE = schedule(Routine("Knees", [Circuit([Exercise("Chin tuck", Hold(5))])]))


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


class TestNumbers:
    def test_that_are_whole_may_be_written_with_a_point(self):
        """
        "A whole number may be written with a point or an exponent if *x* is whole, and is then exactly *x*".
        """
        assert 3 == read_count(json.loads("3.0"))
        assert 9007199254740992 == read_count(json.loads("9007199254740993.0"))
        with pytest.raises(InvalidDocumentError):
            read_count(json.loads("2.5"))

    @pytest.mark.parametrize(("written", "product", "microseconds"), ROUNDED)
    def test_are_rounded_as_documented(self, written, product, microseconds):
        """
        A rest has the microseconds of the table.
        """
        value = json.loads(written)

        assert (value - trunc(value)) * 1e6 == float(product)
        assert int(microseconds) == read_rest(value)

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


class TestLevel:
    @pytest.mark.parametrize("level", [0.5, 1, 1e-5])
    def test_is_written_with_a_point_or_an_exponent(self, level):
        """
        "If the level is written, it has a point or an exponent".
        """
        written = json.dumps(to_dict(schedule(TIMELINE.routine, Pacing(level=level)))["pacing"]["level"])

        assert set(written) & {".", "e"}


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
        "Leaving out a key with a default means the same as writing the default."
        """
        assert TIMELINE == from_dict(changed(["pacing", "prepare"], 5), Timeline)

    def test_that_are_too_long_are_refused_at_the_top(self):
        """
        "If the routine is too long to be scheduled, the document is refused, at `$`."
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$: "):
            from_dict(changed(["routine", "items", 0, "rounds"], 10**30), Timeline)
