"""
Errors, and the problems of documents.
"""

import copy
import inspect
import pickle

import pytest

import stretchlib
from stretchlib import (
    DoesNotFitError,
    ExportError,
    InvalidDocumentError,
    NotationError,
    Problem,
    ScheduleError,
    StretchlibError,
    from_dict,
)

NAME = Problem(("items", 0, "name"), "must not be empty (got '')")


class TestProblem:
    def test_has_a_path_and_a_message(self):
        """
        A program uses the path to show the message beside the field.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict({"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "", "work": {}}]})

        assert (NAME,) == caught.value.problems

    @pytest.mark.parametrize(
        ("path", "place"),
        [
            ((), "$"),
            (("name",), "$.name"),
            (("items", 12, "work", "count"), "$.items[12].work.count"),
            (("two words",), "$['two words']"),
            (("$schema",), "$['$schema']"),
            (("x" * 41,), f"$['{'x' * 41}']"),
            ((None, 7, True), "$[None][7][True]"),
        ],
        ids=str,
    )
    def test_is_shown_as_one_line(self, path, place):
        """
        Its text is the place, a colon and the message.
        """
        assert f"{place}: must be text" == str(Problem(path, "must be text"))

    @pytest.mark.parametrize("key", [1, None, ("a", 1), b"tags"])
    def test_has_keys_of_any_type_in_its_path(self, key):
        """
        A key that is not text is in the path unchanged.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict({"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 5}], key: 1})

        assert [(key,)] == [problem.path for problem in caught.value.problems]


class TestError:
    KINDS = (InvalidDocumentError, NotationError, ScheduleError, DoesNotFitError, ExportError)

    def test_is_one_of_these(self):
        """
        The changelog names all errors that the library defines.
        """
        public = {getattr(stretchlib, name) for name in stretchlib.__all__}
        errors = {each for each in public if inspect.isclass(each) and issubclass(each, Exception)}

        assert {StretchlibError, *self.KINDS} == errors

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_a_value_error_of_this_library(self, kind):
        """
        It can be caught as `StretchlibError` or as `ValueError`.
        """
        assert issubclass(kind, StretchlibError)
        assert issubclass(kind, ValueError)


class TestInvalidDocumentError:
    def test_has_a_line_for_each_problem(self):
        """
        Its text contains all problems.
        """
        error = InvalidDocumentError([NAME, Problem(("name",), "missing")])

        assert "$.items[0].name: must not be empty (got '')\n$.name: missing" == str(error)

    def test_accepts_a_message(self):
        """
        A message is a problem of the whole document.
        """
        error = InvalidDocumentError("boom")

        assert "$: boom" == str(error)
        assert (Problem((), "boom"),) == error.problems

    @pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
    def test_can_be_pickled(self, copied):
        """
        An unpickled error has the same problems.
        """
        assert (NAME,) == copied(InvalidDocumentError([NAME])).problems
