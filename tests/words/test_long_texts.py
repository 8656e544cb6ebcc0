"""
Long texts in the notation.
"""

import pytest

from stretchlib import Exercise, Hold, Repetitions, Rest, parse_exercise
from stretchlib.words.notation import MAX_WORDS

from ..costs import shortest_time
from .refusals import refusal

MEGABYTE = 1_000_000
LONG = {
    name: begin + (pattern * (MEGABYTE // len(pattern)))
    for name, begin, pattern in (
        ("letters", "", "a"),
        ("words", "", "a "),
        ("digits", "", "1"),
        ("spaces", "", " "),
        ("parentheses", "", "("),
        ("quotation marks", "", '"'),
        ("quoted quotation marks", "", '\\"'),
        ("backslashes", '"', "\\"),
        ("surrogates", "", "\ud800"),
        ("colons", "", ": "),
        ("clauses", "", "hold 5 s, "),
        ("phases", "(", "lift, "),
        ("depth", "", "3 × ("),
        ("chain", "", "hold 5 s, then "),
        ("days", "10 reps on Mondays", ", Mondays"),
        ("bounds", "", "up to "),
    )
}


class TestLongText:
    """
    A text of a megabyte is refused in linear time.
    """

    @pytest.mark.parametrize("text", LONG.values(), ids=LONG)
    @pytest.mark.parametrize("name", ["exercise", None])
    def test_is_refused_in_linear_time(self, text, name):
        """
        A megabyte costs about ten times what its tenth costs, or less; in quadratic time it would be a hundred.
        """
        tenth = text[: len(text) // 10]

        assert shortest_time(refusal, text, name) < 30 * shortest_time(refusal, tenth, name)

    def test_may_be_a_label(self):
        """
        A label of any length is read in linear time.
        """
        exercise = Exercise("exercise", Hold(3, label="a 1" * (MEGABYTE // 3)))

        assert exercise == parse_exercise(str(exercise))

    def test_has_limits(self):
        """
        Too many words, numbers and signs are refused.
        """
        phases = (MAX_WORDS - 5) // 4
        text = f"({'hold 5 s, ' * phases}hold 5 s)"

        assert phases + 1 == len(parse_exercise(text, name="exercise").work.phases)
        assert Repetitions(3) == parse_exercise("up " * (MAX_WORDS - 3) + ": 3 times").work
        assert str(refusal(f"{text}, twice a day")).endswith(
            f": must have at most {MAX_WORDS} words, numbers and signs"
        )

    def test_of_a_name_makes_no_difference(self):
        """
        What is read after a name of many words is what would be read after a short one.
        """
        name = "up " * 300 + "and down"
        rested = Exercise(name, Repetitions(1, Rest(30)))

        assert rested == parse_exercise(f"{name}: rest 30 s")

    def test_is_marked_where_it_becomes_too_long(self):
        """
        The place of the error is the first word beyond the limit.
        """
        error = refusal("up " * MAX_WORDS + "down and up")

        assert "down" == error.text[error.start : error.end]
