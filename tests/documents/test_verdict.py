"""
The judge of damaged documents.
"""

import json

import pytest

from stretchlib import InvalidDocumentError, from_dict, to_dict

from . import verdict as module
from .verdict import READ, REFUSED, fault_of_problems, verdict

GOOD = {
    "schema": 1,
    "name": "Back",
    "items": [{"kind": "exercise", "name": "Cat", "work": {"count": 3.0, "phases": [{"kind": "move"}]}, "sets": 1}],
}
BAD = {"schema": 1, "items": [{"kind": "rest", "duration": 0}], "two words": 1, "source": "", "description": ""}


class TestVerdict:
    def test_accepts_valid_documents_that_are_read(self):
        """
        Reading without loss is correct.
        """
        assert READ == verdict(GOOD)

    def test_accepts_invalid_documents_that_are_refused(self):
        """
        Refusing with correct reasons is correct.
        """
        assert REFUSED == verdict(BAD)

    @pytest.mark.parametrize(
        ("read", "fault"),
        [
            (lambda *_: {}["name"], "escaped: KeyError('name')"),
            (lambda *_: 1 // 0, "escaped: ZeroDivisionError("),
            (lambda document, _: from_dict({**document, "name": "Neck"}), "something is lost"),
            (lambda document, _: from_dict({**document, "source": "a leaflet"}), "something is lost"),
            (lambda document, _: from_dict({**document, "items": document["items"] * 2}), "does not come back"),
            (lambda *_: from_dict(BAD), "not in the order of the document"),
            (lambda document, _: from_dict({**document, "name": str(id(document))}), "does not come back from JSON"),
        ],
        ids=["KeyError", "ZeroDivisionError", "changed", "made up", "doubled", "other problems", "other every time"],
    )
    def test_finds_faults_of_readers(self, monkeypatch, read, fault):
        """
        A reader that raises other errors, loses values or invents them is detected.
        """
        monkeypatch.setattr(module, "from_dict", read)

        assert verdict(GOOD if "order" not in fault else dict(reversed(BAD.items()))).startswith(fault)

    @pytest.mark.parametrize(
        "problems",
        [
            (),
            ("items: must not be empty",),
            ("$.nowhere: unknown field",),
            ("$.items[1]: must be an object",),
            ("$.items[0].duration.low: must be at least 1",),
            ("$.source[0]: must be text",),
            ("$.name must not be empty",),
            ("$.items: first line\nsecond line",),
            ("$.name: missing", "$.items[0].duration: must be above 0 seconds"),
            ("$.source: must be text", "$['two words']: unknown field"),
        ],
        ids=str,
    )
    def test_finds_faults_of_problems(self, problems):
        """
        Problems without a place, at places that do not exist, or in the wrong order are detected.
        """
        assert fault_of_problems(BAD, problems)

    def test_accepts_real_problems(self):
        """
        Problems in the order of the document are correct.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict(BAD)

        assert fault_of_problems(BAD, [*map(str, caught.value.problems)]) is None

    def test_ignores_defaults(self):
        """
        Defaults and the notation of numbers may change.
        """
        assert json.dumps(module.essence(GOOD)) == json.dumps(to_dict(from_dict(GOOD)))
