"""
The messages about mistakes in documents written by hand.
"""

import json

import pytest

from stretchlib import InvalidDocumentError, from_dict

from .mistakes import MISTAKES


class TestMistakes:
    @pytest.mark.parametrize(("text", "problems"), MISTAKES.values(), ids=MISTAKES)
    def test_have_the_expected_problems(self, text, problems):
        """
        The error has exactly these problems.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict(json.loads(text))

        assert problems == list(map(str, caught.value.problems))

    @pytest.mark.parametrize(("text", "problems"), MISTAKES.values(), ids=MISTAKES)
    def test_are_shown_one_problem_a_line(self, text, problems):
        """
        The text of the error has a line for each problem.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict(json.loads(text))

        assert problems == str(caught.value).splitlines()
