"""
Exercises read from cards, and from what people write.
"""

import pickle

import pytest

from stretchlib import Exercise, Hold, Move, NotationError, Repetitions, Rest, Sidedness, describe, parse_exercise
from stretchlib.words.notation import MAX_WORDS

from ..costs import shortest_time
from .cards import CARDS
from .phrases import READ, REFUSED


def refusal(text, name="exercise"):
    with pytest.raises(NotationError) as caught:
        parse_exercise(text, name=name)
    return caught.value


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

    def test_raises_a_picklable_error(self):
        """
        The error is picklable, and a `ValueError`.
        """
        error = pickle.loads(pickle.dumps(refusal("10 x alternating")))

        assert ("10 x alternating", 5, 16) == (error.text, error.start, error.end)
        assert 'name the sides: write "each side"' == error.reason
        assert isinstance(error, ValueError)


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
            ('"Cat" and "camel": 10 reps', '"Cat" and "camel"'),
            ("a) Squats: 10 reps", "a) Squats"),
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

        assert 0 <= error.start <= error.end <= len(text)
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

        assert '"":' == error.text[error.start : error.end]
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
        assert str(refusal(f"{text}, twice a day")).endswith(
            f": must have at most {MAX_WORDS} words, numbers and signs"
        )

    def test_is_marked_where_it_becomes_too_long(self):
        """
        The place of the error is the first word beyond the limit.
        """
        error = refusal("up " * MAX_WORDS + "down and up")

        assert "down" == error.text[error.start : error.end]
