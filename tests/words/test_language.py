"""
Other languages.
"""

import pytest

from stretchlib import ENGLISH, Exercise, Frequency, Hold, Language, Range, Repetitions, describe


class TestLanguage:
    """
    "Templates and a few functions, in English by default."
    """

    def test_is_english_by_default(self):
        """
        Texts that are not replaced are English.
        """
        assert Language() == ENGLISH

    def test_shows_what_differs(self):
        """
        The `repr` has only the texts that differ from English.
        """
        assert "Language(hold='{time} halten')" == repr(Language(hold="{time} halten"))

    def test_replaces_words(self):
        """
        A template has its values in any order, and may leave one out.
        """
        language = Language(
            repeated="{work}, {count}-mal", once="einmal", per_period=lambda times, *_: f"{times} täglich"
        )

        assert "30 s, 3-mal, einmal täglich" == describe(
            Exercise("Wade", Repetitions(3, Hold(30)), frequency=Frequency()), language=language
        )

    @pytest.mark.parametrize(
        ("count", "text"),
        [(1, "1 powtórzenie"), (3, "3 powtórzenia"), (5, "5 powtórzeń"), (Range(1, 22), "1–22 powtórzenia")],
    )
    def test_may_have_many_plurals(self, count, text):
        """
        A template may have an alternative for each form.
        """

        def plural(number):
            if number == 1:
                return 0
            return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2

        polish = Language(
            plural=plural,
            once="1 powtórzenie",
            repetitions="{count} powtórzenie|{count} powtórzenia|{count} powtórzeń",
        )

        assert text == describe(Exercise("Przysiad", Repetitions(count)), language=polish)

    def test_takes_the_last_form_where_one_is_missing(self):
        """
        A language without plurals needs none.
        """
        japanese = Language(repetitions="{count}回", plural=lambda _: 5)

        assert "10回" == describe(Exercise("スクワット", Repetitions(10)), language=japanese)

    def test_keeps_braces_of_labels(self):
        """
        Labels are not templates.
        """
        braces = Exercise("braces", Hold(3, label="{time} | {0}"))

        assert '("{time} | {0}": hold 3 s)' == describe(braces)

    @pytest.mark.parametrize(
        ("words", "error", "message"),
        [
            ({"hold": 3}, TypeError, r"^hold must be text \(got 3\)$"),
            ({"hold": "{tme}"}, ValueError, r"^hold must have no placeholders but \['time'\] \(got '\{tme\}'\)$"),
            ({"hold": "{time.days}"}, ValueError, r"^hold must have no placeholders but \['time'\] "),
            ({"comma": "{}"}, ValueError, r"^comma must have no placeholders but \[\] \(got '\{\}'\)$"),
            ({"hold": "{time"}, ValueError, r"^hold must be a template: "),
            ({"plural": 1}, TypeError, r"^plural must be a function \(got 1\)$"),
        ],
    )
    def test_refuses_what_says_nothing(self, words, error, message):
        """
        A slip is found where the language is made, not where it is spoken.
        """
        with pytest.raises(error, match=message):
            Language(**words)
