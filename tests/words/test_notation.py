"""
Exercises read from cards, and from what people write.
"""

import pickle

import pytest

from stretchlib import describe, parse_exercise

from .cards import CARDS
from .phrases import READ, REFUSED
from .refusals import refusal


class TestCard:
    """
    "Every English card is read back."
    """

    @pytest.mark.parametrize(("exercise", "card", "_"), CARDS, ids=[card for _, card, _ in CARDS])
    def test_is_read_back(self, exercise, card, _):
        """
        The same work, sets, rests, sides and frequency.
        """
        assert exercise == parse_exercise(card, name="exercise") == parse_exercise(f"exercise: {card}")


class TestPhrase:
    """
    What people write is read as they mean it, or refused with the words that are not understood.
    """

    @pytest.mark.parametrize(("phrase", "card"), READ, ids=[phrase for phrase, _ in READ])
    def test_is_read_as_meant(self, phrase, card):
        """
        Clauses may be in any order, with and without commas.
        """
        assert card == describe(parse_exercise(phrase, name="exercise"))

    @pytest.mark.parametrize(("phrase", "words"), REFUSED, ids=[phrase for phrase, _ in REFUSED])
    def test_is_refused_if_ambiguous(self, phrase, words):
        """
        The error has the place of the words that are not understood.
        """
        error = refusal(phrase)

        assert words == phrase[error.start : error.end]
        assert phrase == error.text

    @pytest.mark.parametrize(
        ("phrase", "message"),
        [
            ("3 x max", "cannot read 'max' at character 4: write a number or a time"),
            ("hold", "unexpected end at character 4"),
            (": hold 5 s", "cannot read ': hold 5 s' at character 0"),
            ("", "unexpected end at character 0: write repetitions or a time"),
            ("3 x daily", "cannot read '3 x daily' at character 0: write repetitions or a time"),
            ("3 times a day", "cannot read '3 times a day' at character 0: write repetitions or a time"),
            ("10 x 5 s x 3", "cannot read 'x 3' at character 9: the repetitions must not be given twice"),
            ("10 x alternating", "cannot read 'alternating' at character 5: name the sides: write \"each side\""),
            (
                "each side, rest 10 s",
                "cannot read 'rest 10 s' at character 11: say between what: write \"between sides\"",
            ),
            (
                "10 reps on the affected side, alternating",
                "cannot read 'alternating' at character 30: needs two sides",
            ),
            (
                "10 reps on both sides together, rest 5 s between sides",
                "cannot read 'rest 5 s between sides' at character 32: needs two sides",
            ),
            (
                "20 s each leg, 9 s rest",
                "cannot read '9 s rest' at character 15: say between what: write \"between sides\"",
            ),
            ("20 s, rest 10 s", "cannot read 'rest 10 s' at character 6: say between what: write \"between sets\""),
            ("10 squats", 'cannot read \'squats\' at character 3: write "… times" or "… s"'),
            ("0 reps", "cannot read '0' at character 0: must be at least 1"),
            ("hold 0 s", "cannot read 'hold 0 s' at character 0: duration must be above 0 seconds (got 0)"),
            ("10 at 8:00 daily", 'cannot read \'at\' at character 3: write "… times" or "… s"'),
            ("10 daily", 'cannot read \'10\' at character 0: write "… times" or "… s"'),
            ("10", 'cannot read \'10\' at character 0: write "… times" or "… s"'),
            ("10, slowly", 'cannot read \'10\' at character 0: write "… times" or "… s"'),
            ("30 m", "cannot read 'm' at character 3: write \"min\" for minutes"),
            ("hold 30 m", "cannot read 'm' at character 8: write \"min\" for minutes"),
            ("1m30s", "cannot read 'm' at character 1: write \"min\" for minutes"),
            ('3 x 30"', 'cannot read \'"\' at character 6: write "s" for seconds'),
            ("3*10", "cannot read '*' at character 1: write \"x\""),
            ("hold 1:30", "cannot read 'hold 1:30' at character 0: write \"1 min 30 s\""),
            ("3 x 10, 1:30", "cannot read '1:30' at character 8: write \"1 min 30 s\""),
            ("30+ seconds", "cannot read '+' at character 2: write \"at least …\""),
            ("10 slow reps", "cannot read 'slow' at character 3: put remarks into the instructions"),
            ("8 rounds", "cannot read 'rounds' at character 2: write \"8 × (move 20 s, rest 10 s)\", or a circuit"),
            ("AMRAP in 5 min", 'cannot read \'AMRAP in 5 min\' at character 0: write "move 5 min", and "as many as'),
            ("lift 3 s, 8 times", "cannot read 'lift 3 s' at character 0: write movements in parentheses, as in"),
            ("lift slowly, 8 times", "cannot read 'lift slowly, 8 times' at character 0: put remarks into the"),
            ("stand tall, 8 times", "cannot read 'stand tall, 8 times' at character 0"),
            (
                "1/2 min",
                "cannot read '/' at character 1: write fractions as decimals, and different sets as different ex",
            ),
            ("3 x 10 left", 'cannot read \'left\' at character 7: write "on the left", "right side" and so on'),
            ("hold max ½ breath", "cannot read 'max ½ breath' at character 5: only whole breaths can have a range"),
            ("do 3", 'cannot read \'do 3\' at character 0: write "… times" or "… s"'),
            ("do 3 squats", 'cannot read \'squats\' at character 5: write "… times" or "… s"'),
            ("hold 30, 3 times", 'cannot read \'hold 30\' at character 0: write "… s" or "… min"'),
            ("3 x 10 on left leg", 'cannot read \'on left leg\' at character 7: write "on the left", "right side" and'),
            ("3x10 each", 'cannot read \'each\' at character 5: write "each side" or "every day"'),
            ("3x10 with 5 kg", "cannot read 'with 5 kg' at character 5: put remarks into the instructions"),
            ("3x10 at 60 kg", "cannot read 'at 60 kg' at character 5: put remarks into the instructions"),
            ("3x10 gently, in bed", "cannot read 'gently, in bed' at character 5"),
            (
                "3x10, then 2x/wk",
                "cannot read 'then 2x/wk' at character 6: write another exercise, or another stage of a plan",
            ),
            ("8-5 reps", "cannot read '8-5' at character 0: low must be at most high (got 8 and 5)"),
            *(
                (
                    f"10 reps {often}",
                    f'cannot read \'{often}\' at character 8: write "twice a day", "3 times a week" and',
                )
                for often in ("2/day", "/ day", "x / d", "3 per week", "an hour")
            ),
            (
                "30 s Max 3 times",
                "cannot read 'Max' at character 5: may belong to the words before or after it: write \"Max …, …\" or",
            ),
            ("2 × (" * 40, "cannot read '2' at character 65: must not nest so deep"),
        ],
    )
    def test_is_refused_with_a_reason(self, phrase, message):
        """
        The message has a reason if there is one.
        """
        assert message == str(refusal(phrase))[: len(message)]

    @pytest.mark.parametrize(
        ("phrase", "reason"),
        [
            pytest.param("9" * 4301 + " s", "must have at most 4300 digits", id="4301 digits"),
            ("99999999999999 s", "must be below 86400000000000 seconds"),
            ("86400000000000 s", "must be below 86400000000000 seconds"),
            ("0.0000015 s", "must be in whole microseconds"),
        ],
    )
    def test_is_refused_if_a_time_is_too_long(self, phrase, reason):
        """
        Times that no timeline can hold are refused.
        """
        assert reason == refusal(phrase).reason

    def test_is_refused_if_the_classes_refuse_it(self):
        """
        Values that the classes refuse raise a `NotationError`.
        """
        nested = "2 × (" * 9 + "hold 5 s" + ")" * 9

        assert "must nest repetitions at most 8 deep (got 9)" in str(refusal(nested))
        assert str(refusal("hold 8589934592.5 s")).endswith(
            "must be whole seconds from 8589934592 on (got 8589934592.5)"
        )

    @pytest.mark.parametrize(
        ("often", "reason"),
        [
            ("bid at 8:00", "must have as many times of day as times a day (got 1 and 2)"),
            ("once a day at 8:00 and 20:00", "must have as many times of day as times a day (got 2 and 1)"),
            ("at least twice a day at 8:00", "a range of times a day cannot have times of day"),
            ("twice a day at 8:00 and 8:00", "must not name a time of day twice"),
            ("weekly at 8:00", 'only days have times of day: write "daily at …" or "on Mondays at …"'),
            ("every 2 hours at 8:00", 'only days have times of day: write "daily at …" or "on Mondays at …"'),
        ],
    )
    def test_is_refused_if_times_of_day_do_not_fit(self, often, reason):
        """
        The reason has words that the author of a text knows, not names of fields.
        """
        error = refusal(f"10 reps {often}")

        assert (often, reason) == (error.text[error.start : error.end], error.reason)

    @pytest.mark.parametrize(
        ("phrase", "label"),
        [
            ("10 x (sat, hold 2 s)", "sat"),
            ("(max, hold 3 s)", "max"),
            ("(bid, hold 3 s)", "bid"),
            ("(lift, hold on, lower)", "hold on"),
            ("(lift max, hold 3 s)", "max"),
            ("2 x (lift, (left 5 s, right 5 s))", None),
            ("(left leg 5 s, right leg 5 s)", "left leg"),
            ("3 x (lift, reach up to the sky)", "up to the sky"),
            ("3 x (lift 2 s, 5 s)", None),
            ("3 x (lift with 5 kg, lower)", None),
            ("(hold 5 kg, lower)", None),
            ("2 x (3 x (a, b), sat, c)", "sat"),
            ("(3 x (a, b), sat, c)", "sat"),
            ("(a, b) (", None),
            ("(lift", None),
            ("(lift,", None),
            ("(", None),
            ("(lift max", None),
        ],
    )
    def test_is_refused_if_a_label_needs_quotation_marks(self, phrase, label):
        """
        The error has the place of the label.
        """
        error = refusal(phrase)

        assert (label is not None) == (error.reason == "put the label in quotation marks")
        assert label in (None, phrase[error.start : error.end])

    @pytest.mark.parametrize(
        ("phrase", "reason"),
        [("stand tall, slowly", ""), ("stand tall slowly", "put remarks into the instructions")],
    )
    def test_has_no_hint_for_words_after_a_comma(self, phrase, reason):
        """
        A hint is for the words that are not understood.
        """
        assert reason == refusal(phrase).reason

    def test_raises_a_picklable_error(self):
        """
        The error is picklable, and a `ValueError`.
        """
        error = pickle.loads(pickle.dumps(refusal("10 x alternating")))

        assert ("10 x alternating", 5, 16) == (error.text, error.start, error.end)
        assert 'name the sides: write "each side"' == error.reason
        assert isinstance(error, ValueError)
