"""
The two readings of documents, the quick and the thorough one, compared.
"""

import json
from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Count,
    Duration,
    Exercise,
    Hold,
    InvalidDocumentError,
    Item,
    Phase,
    Plan,
    Range,
    Repetitions,
    Routine,
    from_dict,
    to_dict,
)
from stretchlib.documents.migrations import migrate
from stretchlib.documents.reading import quick_reader, reader_of, thorough_reader
from stretchlib.documents.size import check_size

from .damage import EXTREMES, damaged, documents
from .shapes import converter
from .test_golden import GOLDEN, PLANS, read


def first_reading(document, kind=Routine):
    """
    Return the result of the first reading of a *document*.
    """
    return quick_reader(kind)({**document})


def read_thoroughly(document, kind=Routine):
    try:
        return repr(thorough_reader(kind)(document))
    except InvalidDocumentError as error:
        return str(error)


def outcome(kind, raw):
    try:
        return repr(converter().structure(raw, kind))
    except InvalidDocumentError as error:
        return str(error)


def no_reader(_raw):
    raise TypeError


def is_for_the_first_reading(document):
    try:
        return isinstance(document, dict) and check_size(document, 1_000_000) and bool(migrate(document, "Routine"))
    except InvalidDocumentError:
        return False


UNIONS = [Item, Phase, Count | AsManyAsFit, Duration, Range[int], Range[timedelta]]
ADDITIONS = [{}, {"$schema": "x"}, {"schema": 1.0}, {"$schema": 5}]


class TestFirstReading:
    """
    Whatever the quick reader accepts, the thorough one reads in the same way.
    """

    def test_agrees_with_the_thorough_one(self, pytestconfig):
        """
        If the quick reading accepts a damaged document, the thorough one gives an equal value of the same types.
        """
        random, valid = Random(11), documents(100)
        accepted, different = 0, []
        for _ in range(pytestconfig.getoption("--documents")):
            document = damaged(random, random.choice(valid))
            if not is_for_the_first_reading(document):
                continue
            # After any error, the thorough reading is used.
            with suppress(Exception):
                first = first_reading(document)
                accepted += 1
                # Equal values may have different types, such as True and 1.
                if repr(first) != read_thoroughly(document):
                    different.append(document)

        assert [] == different
        assert accepted > pytestconfig.getoption("--documents") / 20

    @pytest.mark.parametrize("name", GOLDEN)
    def test_suffices_for_valid_documents(self, name):
        """
        The quick reading accepts everything that the library writes.
        """
        kind = Plan if name in PLANS else Routine
        document = read(name)

        assert is_for_the_first_reading(document)
        assert from_dict(document, kind) == first_reading(document, kind)

    @pytest.mark.parametrize("name", GOLDEN)
    def test_is_optional(self, name):
        """
        The thorough reading alone gives the same values.
        """
        kind = Plan if name in PLANS else Routine

        assert from_dict(read(name), kind) == thorough_reader(kind)(read(name))

    def test_is_for_plain_values_only(self):
        """
        Values of other classes are left to the thorough reading, which makes them plain.
        """

        class Text(str):
            pass

        document = {"schema": 1, "name": Text("Back"), "items": [{"kind": "rest", "duration": 5}]}

        assert not check_size(document, 100)
        assert str is type(from_dict(document).name)
        assert check_size(json.loads(json.dumps(document)), 100)

    @pytest.mark.parametrize("kind", UNIONS, ids=str)
    def test_agrees_with_the_thorough_one_for_unions(self, kind, monkeypatch):
        """
        A converter reads values of unions in the same way, with and without the first reading.
        """
        documents = [{**more, **raw} for raw in EXTREMES if isinstance(raw, dict) for more in ADDITIONS]

        def outcomes():
            return [outcome(kind, raw) for raw in (*EXTREMES, *documents)]

        both = outcomes()
        monkeypatch.setattr("stretchlib.documents.reading.quick_reader", lambda _: no_reader)
        monkeypatch.setattr("stretchlib.documents.converters._reader_of", reader_of.__wrapped__)

        assert both == outcomes()
        assert any(not each.startswith("$") for each in both)

    @pytest.mark.parametrize("schema", [1, 1.0])
    def test_suffices_if_parts_repeat_the_schema(self, schema):
        """
        Documents that contain other documents are read as quickly.
        """
        exercise = to_dict(Exercise("Cat", Repetitions(Range(2, 3), Hold(Breaths(5)))))
        exercise["work"] |= {"schema": schema, "kind": "repetitions", "count": {"low": 2, "high": 3, "schema": schema}}
        document = {"name": "Back", "items": [exercise]}

        assert first_reading(document) == from_dict({"schema": 1, **document})

    def test_hides_no_bug(self, monkeypatch):
        """
        Only errors that an invalid document can cause lead to the thorough reading.
        """

        def broken(_raw):
            raise ZeroDivisionError

        monkeypatch.setattr("stretchlib.documents.reading.quick_reader", lambda _: broken)
        monkeypatch.setattr("stretchlib.documents.converters._reader_of", reader_of.__wrapped__)

        with pytest.raises(ZeroDivisionError):
            from_dict(read("01-smallest"))
