"""
Names and labels in the notation.
"""

import pytest

from stretchlib import Exercise, Hold, Move, Repetitions, Rest, Sidedness, describe, parse_exercise

from .phrases import REFUSED
from .refusals import refusal


class TestName:
    """
    "The name of the exercise ends at the last colon before a space, outside of parentheses and quotation marks."
    """

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Squats: 10 reps", "Squats"),
            ("  Squats :\n10 reps", "Squats"),
            ("Week 1: squats: 10 reps", "Week 1: squats"),
            ("Cat (up: down): 10 reps", "Cat (up: down)"),
            ("Cat ((up) first: down): 10 reps", "Cat ((up) first: down)"),
            ("Cat (((up) first) then: 3 x 10): 10 reps", "Cat (((up) first) then: 3 x 10)"),
            ('"Cat" and "camel": 10 reps', '"Cat" and "camel"'),
            ("a) Squats: 10 reps", "a) Squats"),
            ("Cat & camel!: 10 reps", "Cat & camel!"),
            ("Ratio 1:2: 10 reps", "Ratio 1:2"),
            ("At 8:00: 10 reps", "At 8:00"),
            (r'"Say \"ah\": (": 10 reps', 'Say "ah": ('),
            ("3 x 10, rest 5 s: 10 reps", "3 x 10, rest 5 s"),
            (r'"A: 3 x 10\nB": 10 reps', "A: 3 x 10\nB"),
        ],
    )
    def test_goes_up_to_the_last_colon(self, text, name):
        """
        A name may be any text; in quotation marks, it is written as in JSON.
        """
        assert Exercise(name, Repetitions(10)) == parse_exercise(text)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("A: 3 x 10\nB: 3 x 5\nC: 10 reps", "B: 3 x 5\nC: 10 reps"),
            ("A: 3 x some\nB: 3 x 5", "B: 3 x 5"),
            ("Squats\nLunges: 10 reps", "Lunges: 10 reps"),
            ("        Squat down\nLunges: 10 reps", "Lunges: 10 reps"),
            ("Squats\u2028Lunges: 10 reps", "Lunges: 10 reps"),
            ('Say "a\nb": 10 reps', '"a\nb": 10 reps'),
            ("A: 3 x 10; B: 10 reps", "3 x 10; B"),
            ("A: 10; B: 10 reps", "10; B"),
            ("Week 1: A: 3 x 10, B: hold 5 s: 10 reps", "3 x 10, B: hold 5 s"),
            ("Clam: left side: 10 reps", "left side"),
        ],
    )
    def test_contains_no_other_exercise(self, text, words):
        """
        A dose that would become part of a name is refused.
        """
        error = refusal(text, name=None)

        assert words == text[error.start : error.end]
        assert "write one exercise, or its name in quotation marks" == error.reason

    @pytest.mark.parametrize("name", ["Squats ", " Squats", "Squats  ", "Squats:", "Squats: ", "Squats :"])
    def test_is_read_back(self, name):
        """
        With its spaces and colons.
        """
        exercise = Exercise(name, Repetitions(10))

        assert exercise == parse_exercise(str(exercise))

    @pytest.mark.parametrize("phrase", [words for words, _ in REFUSED if ": " not in words])
    def test_of_many_words_does_not_affect_the_dose(self, phrase):
        """
        The refused words and the reason are the same.
        """
        name = "up " * 300 + "and down"
        error, expected = refusal(f"{name}: {phrase}", name=None), refusal(phrase)

        assert (expected.text[expected.start : expected.end], expected.reason) == (
            error.text[error.start : error.end],
            error.reason,
        )

    def test_may_be_an_argument(self):
        """
        The text is then only the dose.
        """
        assert Exercise("Squats: deep", Repetitions(10)) == parse_exercise("10 reps", name="Squats: deep")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "10 reps",
            "Squats:10 reps",
            "Cat (up: 10 reps)",
            'Cat "up: 10 reps',
            ": 10 reps",
            r'"\q": 10 reps',
            '"": 1 rep',
        ],
    )
    def test_is_required(self, text):
        """
        A text without a name is refused if *name* is not given.
        """
        error = refusal(text, name=None)

        assert 0 == error.start <= error.end <= len(text)
        assert error.reason

    def test_ends_before_the_parentheses_of_the_dose(self):
        """
        The colon of a label within nested parentheses does not end the name.
        """
        assert "Cat" == parse_exercise("Cat: 3 × (2 × (hold 5 s, move), up: hold 5 s)").name

    def test_is_marked_if_refused(self):
        """
        The error of a name that the class refuses has the place of the name and its colon.
        """
        error = refusal('"": 10 reps', name=None)

        assert (0, 3) == (error.start, error.end)
        assert "name must not be empty (got '')" == error.reason

    @pytest.mark.parametrize("name", ["", "\ud800"])
    def test_is_refused_like_a_text(self, name):
        """
        A form needs to catch only one error.
        """
        assert refusal("10 reps", name=name).reason.startswith("name must ")

    def test_must_be_text(self):
        """
        Wrong arguments raise `TypeError`.
        """
        with pytest.raises(TypeError, match=r"^text must be a string \(got 5\)$"):
            parse_exercise(5)
        with pytest.raises(TypeError, match=r"^name must be text \(got 5\)$"):
            parse_exercise("10 reps", name=5)


class TestLabel:
    """
    Labels of any text are read back.
    """

    @pytest.mark.parametrize(
        "label",
        [
            *(
                'say "ah"',
                "(",
                ")",
                "a, b",
                "rest 5 s",
                "x",
                "lift x",
                "10",
                "up to",
                "reach up to",
                "then",
                "a\nb",
                "<b>",
            ),
            *(
                "hold",
                "Hold on",
                "daily",
                "right first",
                "each leg",
                "\\",
                "\u2028",
                "½",
                "  ",
                "3 × 5 s",
                "{time}",
                "|",
            ),
            *(
                "max",
                "lift at most",
                "no more",
                "Mon",
                "bid",
                "wk",
                "minimum",
                "sun salutation",
                "on mon",
                "Mon and Thu",
                "bid on mon",
                "with each leg",
                "all sets on one side first",
                "no pause between holds",
                "no pause between sides",
                "every two days",
                "three days a week",
                "start with the left",
            ),
            *("up", "lift up", "arms up and out", "Вверх", "हाथ ऊपर", "arrière-plan", "don't", "手", "²", "ⅷ"),
        ],
    )
    def test_is_read_back(self, label):
        """
        In a single phase, next to others, before a colon, in a chain and within repetitions.
        """
        phases = [Move(2, label=label), Hold(3, label=label), Rest(4, label=label), Move(label=label)]
        chain = [Repetitions(10, Move(label=label)), Hold(5)]
        for work in (*([phase] for phase in phases), phases, chain):
            for sidedness in (Sidedness(), Sidedness.each()):
                exercise = Exercise("exercise", Repetitions(1, work), sidedness=sidedness)

                assert exercise == parse_exercise(str(exercise))

    @pytest.mark.parametrize(
        ("label", "written"),
        [
            ("arms up", "arms up"),
            ("Вверх", "Вверх"),
            ("हाथ ऊपर", "हाथ ऊपर"),
            ("reach up to", '"reach up to"'),
            ("hold on", '"hold on"'),
            ("dog 2", '"dog 2"'),
            ("früh 2", '"früh 2"'),
            ("one way", "one way"),
            ("one second", '"one second"'),
            ("stand on toes", "stand on toes"),
            ("lean on the wall", '"lean on the wall"'),
            ("push with hands", "push with hands"),
            ("push with both hands", "push with both hands"),
            ("up with no help", '"up with no help"'),
            ("push with", '"push with"'),
            ("left leg back", "left leg back"),
            ("left leg", '"left leg"'),
            ("ankle", "ankle"),
            ("daily", '"daily"'),
        ],
    )
    def test_has_quotation_marks_only_if_needed(self, label, written):
        """
        Plain words in any script need none.
        """
        assert f"2 × ({written} 3 s)" == describe(Exercise("exercise", Repetitions(2, Move(3, label=label))))
