"""
The two readings of documents, the quick and the thorough one, compared.
"""

import json
from contextlib import suppress
from random import Random

import pytest

from stretchlib import InvalidDocumentError, Plan, Routine, from_dict, to_dict
from stretchlib.documents.migrations import migrate
from stretchlib.documents.reading import hook_of
from stretchlib.documents.size import check_size

from .damage import damaged, documents
from .test_golden import GOLDEN, PLANS, read


def first_reading(document, kind=Routine):
    """
    Return what the first reading makes of a *document* of which it is given only the fields.
    """
    fields = {key: value for key, value in document.items() if key != "schema"}
    return hook_of(kind, is_thorough=False)(fields, kind)


def read_thoroughly(document):
    try:
        return repr(hook_of(Routine, is_thorough=True)(document, Routine))
    except InvalidDocumentError as error:
        return str(error)


def is_for_the_first_reading(document):
    try:
        return isinstance(document, dict) and check_size(document, 1_000_000) and bool(migrate(document))
    except InvalidDocumentError:
        return False


class TestFirstReading:
    """
    "Whatever the quick one accepts, the thorough one reads in the same way."
    """

    def test_is_that_of_the_thorough_one_where_it_succeeds(self, pytestconfig):
        """
        If the quick reading accepts a damaged document, the thorough one gives an equal value of the same types.
        """
        random, valid = Random(11), documents(100)
        accepted, different = 0, []
        for _ in range(pytestconfig.getoption("--documents")):
            document = damaged(random, random.choice(valid))
            if not is_for_the_first_reading(document):
                continue
            # Whatever it raises, the thorough reading is asked.
            with suppress(Exception):
                first = first_reading(document)
                accepted += 1
                # What is equal may be of another type, as True and 1 are.
                if repr(first) != read_thoroughly(document):
                    different.append(document)

        assert [] == different
        assert accepted > pytestconfig.getoption("--documents") / 20

    @pytest.mark.parametrize("name", GOLDEN)
    def test_suffices_for_what_is_right(self, name):
        """
        The quick reading accepts everything that the library writes.
        """
        kind = Plan if name in PLANS else Routine
        document = read(name)

        assert is_for_the_first_reading(document)
        assert from_dict(document, kind) == first_reading(document, kind)

    @pytest.mark.parametrize("name", GOLDEN)
    def test_is_not_needed(self, name):
        """
        The thorough reading alone reads the same.
        """
        kind = Plan if name in PLANS else Routine

        assert from_dict(read(name), kind) == hook_of(kind, is_thorough=True)(read(name), kind)

    def test_is_of_plain_values_only(self):
        """
        Classes of other libraries are left to the thorough reading, which makes plain values of them.
        """

        class Text(str):
            pass

        document = {"schema": 1, "name": Text("Back"), "items": [{"kind": "rest", "duration": 5}]}

        assert not check_size(document, 100)
        assert str is type(from_dict(document).name)
        assert check_size(json.loads(json.dumps(document)), 100)

    def test_may_fail_for_any_reason(self, monkeypatch):
        """
        If it breaks, the document is read all the same.
        """
        routine = from_dict(read("01-smallest"))
        document = to_dict(routine)
        monkeypatch.setattr("stretchlib.documents.reading.hook_of", _broken)

        assert routine == from_dict(document)


def _broken(kind, is_thorough):
    def fail(_raw, _kind):
        raise RecursionError

    return hook_of(kind, is_thorough=True) if is_thorough else fail
