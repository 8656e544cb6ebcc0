"""
The common behaviour of fields: texts, plain values, changes and error messages.
"""

import enum
from datetime import time
from functools import partial

import attrs
import pytest

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
    Weekday,
)
from stretchlib._validation import accept

STRETCH = Exercise("Stretch", Hold(30))
ROUTINE = Routine("Calves", [STRETCH])


class TestWords:
    """
    Tags, equipment, pictures and videos.
    """

    @pytest.mark.parametrize("field", ["tags", "equipment", "pictures", "videos"])
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["neck", "\ud800"], "[1] must be text without lone surrogates (got '\\ud800')"),
            (["neck", ""], "[1] must not be empty (got '')"),
            (["neck", 7], "[1] must be text (got 7)"),
            ("neck", " must be a list (got 'neck')"),
            ("", " must be a list (got '')"),
            (None, " must be a list (got None)"),
            (7, " must be a list (got 7)"),
        ],
        ids=ascii,
    )
    def test_are_texts(self, field, words, sentence):
        """
        Each is validated like a name.
        """
        with pytest.raises((TypeError, ValueError)) as refusal:
            Exercise("x", Hold(1), **{field: words})

        assert field + sentence == str(refusal.value)

    def test_may_be_in_any_language(self):
        """
        Names may, too.
        """
        assert ("Nacken", "伸展") == Exercise("x", Hold(1), tags=["Nacken", "伸展"]).tags


class TestText:
    """
    Names, labels and other words.
    """

    MAKERS = (
        pytest.param(lambda text: Exercise(text, Hold(1)), "name", id="Exercise.name"),
        pytest.param(lambda text: Routine(text, [STRETCH]), "name", id="Routine.name"),
        pytest.param(lambda text: Plan(text, [Stage(ROUTINE)]), "name", id="Plan.name"),
    )
    OPTIONAL = (
        pytest.param(lambda text: Hold(1, label=text), "label", id="Hold.label"),
        pytest.param(lambda text: Move(label=text), "label", id="Move.label"),
        pytest.param(lambda text: Rest(1, label=text), "label", id="Rest.label"),
        pytest.param(
            lambda text: Exercise("x", Hold(1), instructions=text), "instructions", id="Exercise.instructions"
        ),
        pytest.param(lambda text: Exercise("x", Hold(1), id=text), "id", id="Exercise.id"),
        pytest.param(lambda text: Circuit([STRETCH], name=text), "name", id="Circuit.name"),
        pytest.param(lambda text: Circuit([STRETCH], id=text), "id", id="Circuit.id"),
        pytest.param(lambda text: Routine("x", [STRETCH], id=text), "id", id="Routine.id"),
        pytest.param(lambda text: Stage(ROUTINE, name=text), "name", id="Stage.name"),
        pytest.param(lambda text: Stage(ROUTINE, goal=text), "goal", id="Stage.goal"),
        pytest.param(lambda text: Plan("x", [Stage(ROUTINE)], description=text), "description", id="Plan.description"),
        pytest.param(lambda text: Plan("x", [Stage(ROUTINE)], source=text), "source", id="Plan.source"),
        pytest.param(lambda text: Plan("x", [Stage(ROUTINE)], id=text), "id", id="Plan.id"),
        pytest.param(lambda text: Routine("x", [STRETCH], description=text), "description", id="Routine.description"),
        pytest.param(lambda text: Routine("x", [STRETCH], source=text), "source", id="Routine.source"),
    )

    @pytest.mark.parametrize(("make", "field"), MAKERS + OPTIONAL)
    def test_may_be_in_any_language(self, make, field):
        """
        Any character that can be written as UTF-8 is kept.
        """
        assert "Dehnung 伸展 🧘\n" == getattr(make("Dehnung 伸展 🧘\n"), field)

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    def test_of_a_name_is_not_empty(self, make, field):
        """
        Names must not be empty.
        """
        with pytest.raises(ValueError) as refusal:
            make("")

        assert f"{field} must not be empty (got '')" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), OPTIONAL)
    def test_of_other_fields_may_be_empty(self, make, field):
        """
        The default is an empty text.
        """
        assert "" == getattr(make(""), field)

    @pytest.mark.parametrize(("make", "field"), MAKERS + OPTIONAL)
    def test_refuses_other_types(self, make, field):
        """
        Numbers and bytes are not text.
        """
        for value in (5, b"x", None):
            with pytest.raises(TypeError) as refusal:
                make(value)
            assert f"{field} must be text (got {value!r})" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), MAKERS + OPTIONAL)
    @pytest.mark.parametrize("surrogate", [chr(0xD800), chr(0xDFFF)], ids=["first", "last"])
    def test_refuses_lone_surrogates(self, make, field, surrogate):
        """
        They cannot be encoded.
        """
        with pytest.raises(ValueError, match=f"^{field} must be text without lone surrogates"):
            make(f"a{surrogate}")


class TestPlainValues:
    """
    Numbers and texts of other libraries become plain values.
    """

    def test_are_kept_without_their_types(self):
        """
        Members of enums of text or numbers become plain text or numbers.
        """

        class Word(enum.StrEnum):
            NECK = "Neck"

        class Number(enum.IntEnum):
            TWO = 2

        exercise = Exercise(Word.NECK, Repetitions(Number.TWO), sets=Number.TWO, tags=[Word.NECK])
        frequency = Frequency(Number.TWO, every=Number.TWO, weeks=Number.TWO)
        texts = [exercise.name, *exercise.tags]
        numbers = [exercise.work.count, exercise.sets, frequency.times, frequency.every, frequency.weeks]

        assert ["Neck"] * 2 == texts
        assert [2] * 5 == numbers
        assert [str, int] == list(dict.fromkeys(map(type, [*texts, *numbers])))

    @pytest.mark.parametrize("make", [lambda items: Routine("x", items), Circuit, partial(Repetitions, 1)])
    def test_have_an_order(self, make):
        """
        A set has no order, so it is refused as a list.
        """
        with pytest.raises(TypeError, match=r"must be a list \(got "):
            make({STRETCH})

    def test_of_any_class_can_be_shown(self):
        """
        A class with the name of another class does not break the message.
        """
        array = type("array", (), {"__repr__": lambda _: "array!"})

        with pytest.raises(TypeError) as refusal:
            Hold(array())

        assert "duration must be seconds, breaths or a range of seconds (got array!)" == str(refusal.value)

    def test_need_not_be_true_or_false(self):
        """
        A value whose `__bool__` fails is refused like any other.
        """

        class Undecided:
            def __bool__(self):
                raise ValueError

        with pytest.raises(TypeError, match=r"^duration must be seconds"):
            Hold(Undecided())


class TestOneElement:
    """
    "a single element that is not text needs no list."
    """

    @pytest.mark.parametrize(
        ("make", "value"),
        [
            (lambda phases: Repetitions(3, phases), Hold(5)),
            (Circuit, Exercise("Stretch", Hold(30))),
            (Circuit, Rest(5)),
            (Circuit, Circuit(Rest(5))),
            (lambda items: Routine("Legs", items), Exercise("Stretch", Hold(30))),
            (Stage, Routine("Legs", Rest(5))),
            (lambda stages: Plan("Knee", stages), Stage(Routine("Legs", Rest(5)))),
            (lambda sides: Sidedness(sides=sides), Side.LEFT),
            (lambda weekdays: Frequency(weekdays=weekdays), Weekday.MONDAY),
            (lambda times: Frequency(times_of_day=times), time(8)),
        ],
        ids=[
            *("phases", "exercise", "rest", "circuit", "items", "routines", "stages"),
            *("sides", "weekdays", "times of day"),
        ],
    )
    def test_needs_no_list(self, make, value):
        """
        It is a list of one.
        """
        assert make([value]) == make(value)


class TestEvolve:
    """
    `attrs.evolve` returns a copy with other values, which are validated.
    """

    @pytest.mark.parametrize(
        "value",
        [
            Range(1, 2),
            Breaths(3),
            Sidedness.each(rest=Range(1, 2)),
            Hold(Range(1, 2)),
            Move(),
            Rest(Breaths(2)),
            Repetitions(2, [Hold(1)]),
            Exercise("x", Hold(1), equipment=["towel"]),
            Circuit([STRETCH]),
            Routine("x", [STRETCH]),
            Frequency(2),
            Frequency(weekdays=[Weekday.MONDAY], times_of_day=[time(8), time(20)]),
            Stage(ROUTINE, weeks=2),
            Plan("x", [Stage(ROUTINE)]),
            AsManyAsFit(300),
            Range.at_least(30),
            Pacing(prepare=1),
        ],
        ids=repr,
    )
    def test_gives_an_equal_value_if_nothing_changes(self, value):
        """
        Each converter accepts its own results.
        """
        assert value == attrs.evolve(value)


class TestMessages:
    """
    Messages shorten long values.
    """

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            pytest.param("x" * 58, f"'{'x' * 58}'", id="a text that fits"),
            pytest.param("x" * 59, f"'{'x' * 27}...{'x' * 28}'", id="a text that does not"),
            pytest.param(2**190, str(2**190), id="a number that fits"),
            pytest.param(2**200 - 1, f"{str(2**200 - 1)[:57]}...", id="a number that does not"),
            pytest.param(2**200, "an integer of 201 bits", id="a number of no end"),
            pytest.param(list(range(10)), "[0, 1, 2, 3, 4, 5, ...]", id="a list"),
            pytest.param(dict.fromkeys("dcba", 0), "{'d': 0, 'c': 0, 'b': 0, 'a': 0}", id="a dict that fits"),
            pytest.param(dict.fromkeys("edcba", 0), "{'e': 0, 'd': 0, 'c': 0, 'b': 0, ...}", id="a dict that does not"),
            pytest.param({(1,): [2]}, "{(...): [2]}", id="a dict with long keys"),
            pytest.param({1, 2}, "a set of 2 values", id="a set"),
            pytest.param(b"x" * 10**6, f"b'{'x' * 26}...{'x' * 28}'", id="bytes"),
            pytest.param([[[1]]], "[[[...]]]", id="lists within lists"),
            pytest.param({"a": {"b": {"c": 1}}}, "{'a': {'b': {...}}}", id="dicts within dicts"),
            pytest.param({"a": {"b": {}}}, "{'a': {'b': {}}}", id="an empty dict within dicts"),
        ],
    )
    def test_shorten_values(self, value, text):
        """
        Values take at most 60 characters in messages, and use them.
        """
        with pytest.raises(TypeError) as refusal:
            Exercise("x", value)

        assert f"work must be a Hold, a Move or Repetitions (got {text})" == str(refusal.value)


class TestAccept:
    """
    What a field makes of a value, outside of a constructor.
    """

    def test_is_the_value_itself_without_converter_and_validator(self):
        """
        A field without converter and validator accepts everything.
        """
        kind = attrs.make_class("Kind", {"anything": attrs.field()})

        assert "x" == accept(attrs.fields(kind).anything, "x")
