"""
Other languages.
"""

import re

import attrs
import pytest

from stretchlib import (
    ENGLISH,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Language,
    Move,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
    Weekday,
    describe,
    schedule,
)

from .cards import CARDS
from .languages import FRENCH, GERMAN, HEBREW, JAPANESE

AT_LEAST = Exercise("Squat", Repetitions(Range.at_least(8)), sets=Range.at_least(2))


class TestLanguage:
    """
    Templates and a few functions, in English by default.
    """

    def test_is_english_by_default(self):
        """
        Texts that are not replaced are English.
        """
        assert Language() == ENGLISH
        assert [card for _, card, _ in CARDS] == [describe(each, language=Language()) for each, *_ in CARDS]

    def test_shows_only_differences(self):
        """
        The `repr` has only the texts that differ from English.
        """
        english = "".join("once")

        assert "Language(hold='{time} halten')" == repr(Language(hold="{time} halten", once=english))

    def test_replaces_words(self):
        """
        A template may have its placeholders in any order, and may leave one out.
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

    def test_uses_the_last_form_if_one_is_missing(self):
        """
        A language without plurals needs one form.
        """
        japanese = Language(repetitions="{count}回", plural=lambda _: 5)
        english = Language(plural=lambda number: 0 if number == 1 else 2)

        assert "10回" == describe(Exercise("スクワット", Repetitions(10)), language=japanese)
        assert "10 repetitions" == describe(Exercise("Squat", Repetitions(10)), language=english)

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
            ({"hold": ""}, ValueError, r"^hold must not be empty \(got ''\)$"),
            (
                {"sets": "{count} sets|"},
                ValueError,
                r"^sets must have no empty alternative \(got '\{count\} sets\|'\)$",
            ),
            ({"hold": "{time:>9}"}, ValueError, r"^hold must have placeholders without a format \(got "),
            ({"hold": "{time!r}"}, ValueError, r"^hold must have placeholders without a format \(got "),
            (
                {"hold": "hold|keep"},
                ValueError,
                r'^hold must have no alternatives with "\|", because it has no number ',
            ),
        ],
    )
    def test_refuses_wrong_templates(self, words, error, message):
        """
        A mistake is found when the language is created, not when it is used.
        """
        with pytest.raises(error, match=message):
            Language(**words)

    @pytest.mark.parametrize(
        ("words", "value", "error", "message"),
        [
            (
                {"plural": lambda _: "one"},
                Repetitions(3),
                TypeError,
                r"^plural must return the index of an alternative ",
            ),
            ({"plural": lambda _: -1}, Repetitions(3), ValueError, r"^plural must return at least 0 \(got -1\)$"),
            ({"finish": lambda _: None}, Hold(3), TypeError, r"^finish must return text \(got None\)$"),
        ],
    )
    def test_refuses_functions_that_return_something_else(self, words, value, error, message):
        """
        A function is checked when it is called.
        """
        with pytest.raises(error, match=message):
            describe(Exercise("Squat", value), language=Language(**words))

    @pytest.mark.parametrize("name", ["one_side", "weekday", "per_period"])
    def test_refuses_functions_that_return_no_text(self, name):
        """
        The message names the function.
        """
        exercise = Exercise(
            "Squat", Repetitions(3), sidedness=Sidedness.only(Side.LEFT), frequency=Frequency(2, weekdays=list(Weekday))
        )

        with pytest.raises(TypeError, match=rf"^{name} must return text \(got None\)$"):
            describe(exercise, language=Language(**{name: lambda *_: None}))

    def test_may_have_no_separators(self):
        """
        Signs and spaces may be empty.
        """
        assert "hold 5 shold 3 s" == describe(
            Exercise("Squat", Repetitions(1, [Hold(5), Hold(3)])), language=Language(then="{before}{after}", comma="")
        )


class TestGerman:
    """
    The German words of `examples/07_german.py`.
    """

    def test_is_complete(self):
        """
        The sample has all fields, except signs and words that are the same in German.
        """
        same = [field.name for field in attrs.fields(Language) if getattr(GERMAN, field.name) == field.default]
        words = {"plural", "finish", "clock", "hours", "minutes", "seconds"}
        signs = [name for name in same if name not in words]

        assert [] == [name for name in signs if any(map(str.isalpha, _without_placeholders(getattr(GERMAN, name))))]

    def test_says_rounds_at_fixed_times(self):
        """
        Whole minutes are a frequency; other times are not.
        """

        def heading(every):
            return describe(Circuit([AT_LEAST], round_every=every), language=GERMAN).splitlines()[0]

        assert "Zirkel, jede Minute eine Runde" == heading(60)
        assert "Zirkel, alle 2 Minuten eine Runde" == heading(120)
        assert "Zirkel, jede Stunde eine Runde" == heading(3600)
        assert "Zirkel, alle 90 s eine Runde" == heading(90)
        assert "Zirkel, alle 5 Atemzüge eine Runde" == heading(Breaths(5))

    def test_says_steps(self):
        """
        A step is one line in any language.
        """
        stretch = Exercise(
            "Wade", Repetitions(2, Hold(Range.at_least(600), label="dehnen")), sidedness=Sidedness.each()
        )
        squat = Exercise("Kniebeuge", Repetitions(1))
        steps = schedule(Routine("Beine", [stretch, squat]))

        assert "Wade: dehnen, mindestens 10 min halten (linke Seite, Wiederholung 1 von 2)" == describe(
            steps[1], language=GERMAN
        )
        assert "Kniebeuge: bewegen, etwa 3 s" == describe(steps[-1], language=GERMAN)
        assert "5 Sekunden Vorbereitung" == describe(steps[0], long=True, language=GERMAN)


def _without_placeholders(template):
    return re.sub(r"\{\w+\}", "", template)


class TestFrench:
    """
    Colons, elision and ordinals.
    """

    def test_puts_a_space_before_colons(self):
        """
        A colon after a name is part of the language, in outlines, too.
        """
        routine = Routine("Matin", [Exercise("Mollet", Hold(150)), Rest(60, label="boire")])

        assert ["1. Mollet\u202f: tenir 2\u202fmin\u202f30\u202fs", "2. Rest 1\u202fmin\u202f: boire"] == describe(
            routine, language=FRENCH
        ).splitlines()[1:]

    def test_finishes_texts(self):
        """
        `finish` sees the whole text, in which "de" precedes a vowel.
        """
        assert "au moins 2 séries d’au moins 8" == describe(AT_LEAST, language=FRENCH)

    def test_numbers_stages(self):
        """
        The number of a stage selects its alternative.
        """
        plan = Plan("Cheville", [Stage(Routine("Soir", [AT_LEAST]))] * 2)

        assert ["1re étape", "2e étape"] == describe(plan, language=FRENCH).splitlines()[1::3]

    @pytest.mark.parametrize("label", ["rest", "two", "lever à 2 mains", "serrer, puis relâcher"])
    def test_writes_labels_as_they_are(self, label):
        """
        Only English cards are read back, so only their labels need quotation marks.
        """
        work = Repetitions(1, [Move(2, label=label), Hold(3, label=label)])

        assert f"({label} 2\u202fs, {label}\u202f: tenir 3\u202fs)" == describe(Exercise("Bras", work), language=FRENCH)

    def test_leaves_out_labels_that_repeat_the_verb(self):
        """
        An English card keeps them, to be read back.
        """
        hold, tenir = (Exercise("Bras", Repetitions(3, Hold(4, label=label))) for label in ("hold", "Tenir"))

        assert "3 × (tenir 4\u202fs)" == describe(tenir, language=FRENCH)
        assert "3 × (hold: hold 4 s)" == describe(hold)

    def test_keeps_spaces_that_do_not_break(self):
        """
        They stay in names and labels.
        """
        routine = Routine("Matin", [Exercise("Étape\u00a01\u202f:\n mollet", Repetitions(3))])

        assert "1. Étape\u00a01\u202f: mollet: 3 repetitions" == describe(routine).splitlines()[1]


class TestJapanese:
    """
    Suffixes, and no spaces.
    """

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Exercise("a", Repetitions(Range.at_least(8))), "8回以上"),
            (AT_LEAST, "8回以上を2セット以上"),
            (Exercise("a", Repetitions(Range.up_to(3), Hold(Breaths(Range.at_least(5))))), "5呼吸以上を3回以下"),
            (Exercise("a", Repetitions(10), sidedness=Sidedness.each()), "左右各10回"),
            (Exercise("a", Repetitions(2, [Hold(Range(1, 2)), Hold(3)])), "（1～2秒保持、3秒保持）を2回"),
            (Frequency(2, weeks=Range.at_least(2)), "2回 a day、2週間以上続ける"),
            (Exercise("a", Hold(150)), "2分30秒保持"),
            (Breaths(1.5), "1.5呼吸"),
        ],
    )
    def test_puts_words_around_the_whole_amount(self, value, text):
        """
        "At least" follows the number and its noun.
        """
        assert text == describe(value, language=JAPANESE)

    def test_has_no_spaces_between_sentences(self):
        """
        The space between sentences is part of the language.
        """
        assert "30秒保持する。2回。" == describe(Exercise("a", Repetitions(2, Hold(30))), long=True, language=JAPANESE)

    def test_numbers_items(self):
        """
        The number of an item is part of the language.
        """
        assert (
            "1、a: 8回以上"
            == describe(Routine("朝", [Exercise("a", Repetitions(Range.at_least(8)))]), language=JAPANESE).splitlines()[
                1
            ]
        )


class TestHebrew:
    """
    Names of another direction are isolated.
    """

    @pytest.mark.parametrize("label", ["Lift", "הרם"])
    def test_isolates_labels(self, label):
        """
        A label does not reorder the words around it.
        """
        exercise = Exercise("כתף", Hold(3, label=label))

        assert f"\u2068{label}\u2069 – החזק 3 שניות." == describe(exercise, long=True, language=HEBREW)

    def test_isolates_names_in_other_languages(self):
        """
        In English, which is read back, names are as they are.
        """
        routine = Routine("כתף", [AT_LEAST])

        assert "\u2068כתף\u2069" == describe(routine, language=FRENCH).splitlines()[0]
        assert "כתף" == describe(routine).splitlines()[0]


class TestSentence:
    """
    The end and the beginning of sentences.
    """

    @pytest.mark.parametrize(
        ("label", "text"), [("push", "Push. Twice."), ("push!", "Push! Twice."), ("up …", "Up … Twice.")]
    )
    def test_has_one_mark_at_its_end(self, label, text):
        """
        A sentence that ends with a mark gets no full stop.
        """
        assert text == describe(Exercise("Press", Repetitions(2, Move(label=label))), long=True)

    @pytest.mark.parametrize(
        ("template", "text"),
        [
            ("¿aguantar {time}?", "¿Aguantar 5 seconds?"),
            ("«\u00a0tenir\u00a0» {time}", "«\u00a0Tenir\u00a0» 5 seconds."),
            ("გააჩერეთ {time}", "გააჩერეთ 5 seconds."),
        ],
    )
    def test_begins_with_a_capital(self, template, text):
        """
        Punctuation before it is skipped; scripts without capitals are not changed.
        """
        assert text == describe(Exercise("Plank", Hold(5)), long=True, language=Language(long_hold=template))

    def test_without_letters_does_not_change(self):
        """
        It has nothing to capitalise.
        """
        assert "… 5 seconds." == describe(
            Exercise("Plank", Hold(5)), long=True, language=Language(long_hold="… {time}")
        )
