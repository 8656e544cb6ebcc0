"""
What is prescribed, and what is refused.
"""

import enum
import math
from datetime import timedelta
from functools import partial

import attrs
import pytest

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    SwitchAfter,
)

STRETCH = Exercise("Stretch", Hold(30))


def nested(depth):
    circuit = Circuit([STRETCH])
    for _ in range(depth - 1):
        circuit = Circuit([circuit])
    return circuit


def nested_repetitions(depth):
    repetitions = Repetitions()
    for _ in range(depth - 1):
        repetitions = Repetitions(2, repetitions)
    return repetitions


class TestDuration:
    """
    "fields take numbers too: seconds".
    """

    @pytest.mark.parametrize("thirty", [30, 30.0, timedelta(seconds=30)])
    def test_may_be_seconds(self, thirty):
        """
        A number is seconds, whole or not.
        """
        assert Hold(timedelta(seconds=30)) == Hold(thirty)

    def test_may_be_a_fraction_of_a_second(self):
        """
        Durations are exact whole microseconds.
        """
        assert timedelta(seconds=2, microseconds=500_001) == Hold(2.500001).duration

    def test_may_be_a_range_of_seconds(self):
        """
        In a field for a duration, the numbers of a range are seconds.
        """
        assert Range(timedelta(seconds=15), timedelta(seconds=30)) == Hold(Range(15, 30)).duration

    def test_may_be_breaths(self):
        """
        Breaths stay breaths.
        """
        assert Breaths(Range(3, 5)) == Hold(Breaths(Range(3, 5))).duration

    def test_of_a_rest_between_may_be_nothing(self):
        """
        The prescribed rests may be zero, and are by default.
        """
        assert timedelta() == Repetitions(rest=0).rest == Repetitions().rest

    def test_forgets_the_type_of_other_libraries(self):
        """
        A subclass becomes the plain type, so that equal values are alike in everything.
        """

        class Delta(timedelta):
            pass

        class Seconds(float):
            pass

        durations = [
            Hold(Delta(seconds=30)).duration,
            Hold(Seconds(30)).duration,
            Rest(Range(Seconds(1), 2)).duration.low,
        ]

        assert [timedelta] * 3 == [type(duration) for duration in durations]

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (0, "duration must be above 0 seconds (got 0)"),
            (timedelta(), "duration must be above 0 seconds (got 0)"),
            (-1, "duration must be at least 0 seconds (got -1)"),
            (timedelta(microseconds=-1), "duration must be at least 0 seconds (got -1e-06)"),
            (-1e300, "duration must be at least 0 seconds (got -1e+300)"),
            (math.nan, "duration must be finite (got nan)"),
            (math.inf, "duration must be finite (got inf)"),
            (-math.inf, "duration must be finite (got -inf)"),
            (1e300, "duration must be below 86400000000000 seconds (got 1e+300)"),
            pytest.param(
                10**400, "duration must be below 86400000000000 seconds (got an integer of 1329 bits)", id="10**400"
            ),
            (2.5e-132, "duration must be at least a microsecond, or 0 (got 2.5e-132)"),
            (timedelta.max, "duration must be whole seconds from 8589934592 on (got 86400000000000.0)"),
            (Range(0, 30), "duration.low must be above 0 seconds (got 0)"),
            (Range(-2, -1), "duration.low must be at least 0 seconds (got -2)"),
            (Range(15, 1e300), "duration.high must be below 86400000000000 seconds (got 1e+300)"),
        ],
    )
    @pytest.mark.parametrize("kind", [Hold, Move, Rest])
    def test_refuses_what_is_no_time(self, kind, value, rule):
        """
        Zero, negative, endless and immeasurable durations are refused, in either end of a range.
        """
        with pytest.raises(ValueError) as refusal:
            kind(value)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("value", [True, "30", b"x", [30], {}, 30j, STRETCH])
    def test_refuses_other_types(self, value):
        """
        Nothing is coerced, least of all truth.
        """
        with pytest.raises(TypeError, match=r"^duration must be seconds, breaths or a range of seconds \(got "):
            Hold(value)

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            pytest.param(Repetitions, "rest", id="Repetitions"),
            pytest.param(Sidedness, "rest", id="Sidedness"),
            pytest.param(partial(Exercise, "x", Hold(1)), "rest_between_sets", id="Exercise"),
            pytest.param(partial(Circuit, [STRETCH]), "rest_between_items", id="Circuit, items"),
            pytest.param(partial(Circuit, [STRETCH]), "rest_between_rounds", id="Circuit, rounds"),
            pytest.param(partial(Routine, "x", [STRETCH]), "rest_between_items", id="Routine"),
        ],
    )
    def test_of_a_rest_between_is_not_negative(self, make, field):
        """
        Each prescribed rest refuses what is below zero, and says its own name.
        """
        with pytest.raises(ValueError) as refusal:
            make(**{field: -5})

        assert f"{field} must be at least 0 seconds (got -5)" == str(refusal.value)


class TestCount:
    """
    "`int` >= 1 or `Range` of ints".
    """

    MAKERS = (
        pytest.param(lambda count: Repetitions(count), "count", id="Repetitions.count"),
        pytest.param(lambda count: Breaths(count), "count", id="Breaths.count"),
        pytest.param(lambda count: Exercise("x", Hold(1), sets=count), "sets", id="Exercise.sets"),
        pytest.param(lambda count: Circuit([STRETCH], rounds=count), "rounds", id="Circuit.rounds"),
        pytest.param(lambda count: Frequency(count), "times", id="Frequency.times"),
        pytest.param(lambda count: Frequency(weeks=count), "weeks", id="Frequency.weeks"),
    )

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    def test_may_be_one_or_a_range(self, make, field):
        """
        One is the least, a range may be of any width.
        """
        assert [1, Range(1, 1), Range(2, 4)] == [getattr(make(count), field) for count in (1, Range(1, 1), Range(2, 4))]

    def test_may_be_as_long_as_python_writes(self):
        """
        A number of 4300 digits is the longest that JSON can carry from here.
        """
        assert 10**4300 - 1 == Repetitions(10**4300 - 1).count

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (0, " must be at least 1 (got 0)"),
            (-3, " must be at least 1 (got -3)"),
            (Range(0, 3), ".low must be at least 1 (got 0)"),
            pytest.param(10**4300, " must have at most 4300 digits (got an integer of 14285 bits)", id="10**4300"),
            (Range(1, 10**4300), ".high must have at most 4300 digits (got an integer of 14285 bits)"),
        ],
    )
    def test_refuses_what_is_no_count(self, make, field, value, rule):
        """
        Below one there is nothing to do, and what Python does not write down cannot be kept.
        """
        with pytest.raises(ValueError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), MAKERS)
    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (True, " must be a whole number (got True)"),
            (2.0, " must be a whole number or a range of whole numbers (got 2.0)"),
            ("2", " must be a whole number or a range of whole numbers (got '2')"),
            (Range(1.0, 2.0), ".low must be a whole number (got 1.0)"),
            (Range(1, 2.5), ".high must be a whole number (got 2.5)"),
            (Range(timedelta(1), timedelta(2)), ".low must be a whole number (got 86400)"),
        ],
    )
    def test_refuses_other_types(self, make, field, value, rule):
        """
        A count is a whole number, not something that could be made one.
        """
        with pytest.raises(TypeError) as refusal:
            make(value)

        assert f"{field}{rule}" == str(refusal.value)


class TestRange:
    """
    "`low <= high`, of counts or of durations".
    """

    def test_may_be_empty_of_choice(self):
        """
        Both ends may be the same.
        """
        assert Range(3, 3).low == Range(3, 3).high

    @pytest.mark.parametrize(
        ("low", "high", "rule"),
        [
            (4, 2, "low must be at most high (got 4 and 2)"),
            (timedelta(seconds=2), timedelta(seconds=1), "low must be at most high (got 2 and 1)"),
            (math.nan, 1, "low must be finite (got nan)"),
            (1, math.inf, "high must be finite (got inf)"),
        ],
    )
    def test_refuses_ends_that_leave_nothing_between(self, low, high, rule):
        """
        A range is not turned round silently.
        """
        with pytest.raises(ValueError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize(
        ("low", "high", "rule"),
        [
            (True, 2, "low must be a number (got True)"),
            (1, "2", "high must be a number (got '2')"),
            (timedelta(seconds=1), 2, "low must be a number, as high is (got 1)"),
            (1, timedelta(seconds=2), "low must be a timedelta, as high is (got 1)"),
        ],
    )
    def test_refuses_other_types(self, low, high, rule):
        """
        Both ends are numbers, or both are spans of time.
        """
        with pytest.raises(TypeError) as refusal:
            Range(low, high)

        assert rule == str(refusal.value)


class TestText:
    """
    Names, labels and other words.
    """

    MAKERS = (
        pytest.param(lambda text: Exercise(text, Hold(1)), "name", id="Exercise.name"),
        pytest.param(lambda text: Routine(text, [STRETCH]), "name", id="Routine.name"),
    )
    OPTIONAL = (
        pytest.param(lambda text: Hold(1, label=text), "label", id="Hold.label"),
        pytest.param(lambda text: Move(label=text), "label", id="Move.label"),
        pytest.param(lambda text: Rest(1, label=text), "label", id="Rest.label"),
        pytest.param(
            lambda text: Exercise("x", Hold(1), instructions=text), "instructions", id="Exercise.instructions"
        ),
        pytest.param(lambda text: Circuit([STRETCH], name=text), "name", id="Circuit.name"),
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
        What is done must be called something.
        """
        with pytest.raises(ValueError) as refusal:
            make("")

        assert f"{field} must not be empty (got '')" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), OPTIONAL)
    def test_of_other_fields_may_be_empty(self, make, field):
        """
        By default there is nothing more to say.
        """
        assert "" == getattr(make(""), field)

    @pytest.mark.parametrize(("make", "field"), MAKERS + OPTIONAL)
    def test_refuses_other_types(self, make, field):
        """
        Numbers and bytes are no text.
        """
        for value in (5, b"x", None):
            with pytest.raises(TypeError) as refusal:
                make(value)
            assert f"{field} must be text (got {value!r})" == str(refusal.value)

    @pytest.mark.parametrize(("make", "field"), MAKERS + OPTIONAL)
    @pytest.mark.parametrize("surrogate", [chr(0xD800), chr(0xDFFF)], ids=["first", "last"])
    def test_refuses_lone_surrogates(self, make, field, surrogate):
        """
        They cannot be written to a file.
        """
        with pytest.raises(ValueError, match=f"^{field} must be text without lone surrogates"):
            make(f"a{surrogate}")


class TestSidedness:
    """
    Sides as data.
    """

    def test_is_both_by_default(self):
        """
        Without another word, an exercise has no sides.
        """
        assert Sidedness.both() == Sidedness() == Sidedness(sides=[Side.BOTH], switch_after=SwitchAfter.SET, rest=0)

    def test_only_is_one_side(self):
        """
        `only` leaves the other side out.
        """
        assert Sidedness(sides=(Side.AFFECTED,)) == Sidedness.only(Side.AFFECTED)

    @pytest.mark.parametrize(
        ("shortcut", "switch_after"),
        [(Sidedness.each, SwitchAfter.SET), (Sidedness.alternating, SwitchAfter.REPETITION)],
    )
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (Side.LEFT, Side.RIGHT),
            (Side.RIGHT, Side.LEFT),
            (Side.AFFECTED, Side.UNAFFECTED),
            (Side.UNAFFECTED, Side.AFFECTED),
        ],
    )
    def test_of_two_sides_begins_with_the_first(self, shortcut, switch_after, first, second):
        """
        `each` changes sides after a set, `alternating` after a repetition, to the side across.
        """
        sidedness = Sidedness(sides=(first, second), switch_after=switch_after, rest=2)

        assert sidedness == shortcut(first=first, rest=2)

    def test_begins_on_the_left_without_another_word(self):
        """
        The left side comes first by default.
        """
        assert (Side.LEFT, Side.RIGHT) == Sidedness.each().sides == Sidedness.alternating().sides

    def test_of_two_sides_cannot_begin_with_both(self):
        """
        Both have no side across.
        """
        with pytest.raises(ValueError) as refusal:
            Sidedness.each(first=Side.BOTH)

        assert "first must be one side of two (got <Side.BOTH: 'both'>)" == str(refusal.value)

    def test_of_two_sides_begins_with_a_side(self):
        """
        A word is no side.
        """
        with pytest.raises(TypeError, match=r"^first must be one side of two \(got 'left'\)"):
            Sidedness.alternating(first="left")

    def test_knows_that_both_are_their_own_opposite(self):
        """
        Across from both there is nothing else.
        """
        assert Side.BOTH is Side.BOTH.opposite

    @pytest.mark.parametrize(
        ("sides", "error", "rule"),
        [
            ([], ValueError, "sides must not be empty (got [])"),
            ([Side.LEFT, Side.LEFT], ValueError, "sides must not name a side twice (got ['left', 'left'])"),
            ("left", TypeError, "sides must be a list (got 'left')"),
            (["left"], TypeError, "sides[0] must be a Side (got 'left')"),
            (Side.LEFT, TypeError, "sides must be a list (got <Side.LEFT: 'left'>)"),
        ],
    )
    def test_refuses_sides_that_are_none(self, sides, error, rule):
        """
        At least one side, none twice, nothing else.
        """
        with pytest.raises(error) as refusal:
            Sidedness(sides=sides)

        assert rule == str(refusal.value)

    def test_refuses_another_moment_to_switch(self):
        """
        Sides change after a repetition, a set or all sets.
        """
        with pytest.raises(TypeError) as refusal:
            Sidedness(switch_after="set")

        assert "switch_after must be a SwitchAfter (got 'set')" == str(refusal.value)


class TestRepetitions:
    """
    "do the phases in order, `count` times".
    """

    def test_is_one_movement_by_default(self):
        """
        Without another word, there is one movement at one's own pace.
        """
        assert Repetitions(1, [Move()], rest=0) == Repetitions()

    @pytest.mark.parametrize("phase", [Hold(30), Move(2), Rest(3), Repetitions(2, Hold(5))])
    def test_accepts_a_lone_phase(self, phase):
        """
        "a lone phase is accepted".
        """
        assert Repetitions(3, [phase]) == Repetitions(3, phase)

    def test_keeps_phases_as_a_tuple(self):
        """
        Any iterable will do, and becomes a tuple.
        """
        assert (Hold(1), Move(2)) == Repetitions(1, iter([Hold(1), Move(2)])).phases

    @pytest.mark.parametrize(
        ("phases", "error", "rule"),
        [
            ([], ValueError, "phases must not be empty (got [])"),
            ("hold", TypeError, "phases must be a list (got 'hold')"),
            (b"hold", TypeError, "phases must be a list (got b'hold')"),
            ({"kind": "hold"}, TypeError, "phases must be a list (got {'kind': 'hold'})"),
            (30, TypeError, "phases must be a list (got 30)"),
            ([Hold(1), 30], TypeError, "phases[1] must be a Hold, a Move, a Rest or a Repetitions (got 30)"),
        ],
    )
    def test_refuses_phases_that_are_none(self, phases, error, rule):
        """
        At least one phase, and nothing else.
        """
        with pytest.raises(error) as refusal:
            Repetitions(1, phases)

        assert rule == str(refusal.value)

    def test_nest_up_to_eight_deep(self):
        """
        Deeper than anybody prescribes, they are refused.
        """
        with pytest.raises(ValueError) as refusal:
            nested_repetitions(9)

        assert "phases must nest repetitions at most 8 deep (got 9)" == str(refusal.value)
        assert 2 == nested_repetitions(8).count


class TestExercise:
    """
    One exercise with its dose.
    """

    @pytest.mark.parametrize("work", [Hold(30), Move(20)])
    def test_accepts_a_lone_hold_or_move(self, work):
        """
        It is one repetition.
        """
        assert Exercise("x", Repetitions(1, [work])) == Exercise("x", work)

    def test_has_one_set_on_no_side_by_default(self):
        """
        "`sets 1`, `rest_between_sets 0`, `sidedness Sidedness()`, …".
        """
        defaults = {"sets": 1, "rest_between_sets": 0, "sidedness": Sidedness(), "instructions": "", "equipment": ()}

        assert Exercise("x", Hold(1), **defaults, tags=(), frequency=None) == Exercise("x", Hold(1))

    def test_keeps_words_as_tuples(self):
        """
        Equipment and tags become tuples.
        """
        exercise = Exercise("x", Hold(1), equipment=["towel"], tags=["hip", "stretch"])

        assert (("towel",), ("hip", "stretch")) == (exercise.equipment, exercise.tags)

    @pytest.mark.parametrize("field", ["equipment", "tags"])
    @pytest.mark.parametrize(
        ("value", "error", "rule"),
        [
            ("towel", TypeError, " must be a list (got 'towel')"),
            (["towel", 5], TypeError, "[1] must be text (got 5)"),
            (["towel", ""], ValueError, "[1] must not be empty (got '')"),
        ],
    )
    def test_refuses_words_that_are_none(self, field, value, error, rule):
        """
        A text is no list of texts.
        """
        with pytest.raises(error) as refusal:
            Exercise("x", Hold(1), **{field: value})

        assert f"{field}{rule}" == str(refusal.value)

    @pytest.mark.parametrize(
        ("arguments", "rule"),
        [
            ({"work": Rest(5)}, "work must be a Repetitions (got Rest("),
            ({"work": [Hold(5)]}, "work must be a Repetitions (got [Hold("),
            ({"work": Hold(5), "sidedness": "left"}, "sidedness must be a Sidedness (got 'left')"),
            ({"work": Hold(5), "frequency": 3}, "frequency must be a Frequency (got 3)"),
        ],
    )
    def test_refuses_other_types(self, arguments, rule):
        """
        Each field has its class.
        """
        with pytest.raises(TypeError) as refusal:
            Exercise("x", **arguments)

        assert str(refusal.value).startswith(rule)


@pytest.mark.parametrize("container", [Circuit, lambda items: Routine("x", items)])
class TestItems:
    """
    "Item = Exercise | Rest | Circuit".
    """

    def test_are_kept_in_order(self, container):
        """
        Any iterable will do, and becomes a tuple.
        """
        items = (STRETCH, Rest(5), Circuit([STRETCH]))

        assert items == container(iter(items)).items

    @pytest.mark.parametrize(
        ("items", "error", "rule"),
        [
            ([], ValueError, "items must not be empty (got [])"),
            ("stretch", TypeError, "items must be a list (got 'stretch')"),
            (STRETCH, TypeError, "items must be a list (got Exercise("),
            ([STRETCH, Hold(5)], TypeError, "items[1] must be an Exercise, a Rest or a Circuit (got Hold("),
            ([None], TypeError, "items[0] must be an Exercise, a Rest or a Circuit (got None)"),
        ],
    )
    def test_refuse_what_is_no_item(self, container, items, error, rule):
        """
        At least one item, and nothing else.
        """
        with pytest.raises(error) as refusal:
            container(items)

        assert str(refusal.value).startswith(rule)


class TestCircuit:
    """
    "items in order, again".
    """

    def test_is_one_round_by_default(self):
        """
        "`rounds 1`, `rest_between_items 0`, `rest_between_rounds 0`, `name ""`".
        """
        defaults = {"rounds": 1, "rest_between_items": 0, "rest_between_rounds": 0, "name": ""}

        assert Circuit([STRETCH], **defaults) == Circuit([STRETCH])

    def test_nests_up_to_32_deep(self):
        """
        "circuits nest up to 32 deep".
        """
        with pytest.raises(ValueError) as refusal:
            nested(33)

        assert "items must nest circuits at most 32 deep (got 33)" == str(refusal.value)
        assert Routine("x", [nested(32)]).items[0] == nested(32)

    def test_counts_the_deepest_of_its_items(self):
        """
        The deepest item decides, wherever it stands.
        """
        with pytest.raises(ValueError, match="got 33"):
            Circuit([STRETCH, nested(32), nested(2)])


class TestRoutine:
    """
    What a person is asked to do.
    """

    def test_puts_real_sides_for_the_affected_ones(self):
        """
        "`.with_affected_side(Side.LEFT)` puts real sides for AFFECTED/UNAFFECTED, all through the tree".
        """
        worse = Exercise("Calf raise", Hold(1), sidedness=Sidedness.only(Side.AFFECTED))
        better_first = Exercise("Step", Hold(1), sidedness=Sidedness.each(first=Side.UNAFFECTED))
        plain = Exercise("Turn", Hold(1), sidedness=Sidedness.alternating())
        routine = Routine("Ankle", [Circuit([Circuit([worse, plain]), Rest(5)]), better_first])

        left = routine.with_affected_side(Side.LEFT)

        assert (Side.LEFT,) == left.items[0].items[0].items[0].sidedness.sides
        assert (Side.RIGHT, Side.LEFT) == left.items[1].sidedness.sides
        assert attrs.evolve(better_first, sidedness=Sidedness.each(first=Side.RIGHT)) == left.items[1]
        assert [plain, Rest(5)] == [left.items[0].items[0].items[1], left.items[0].items[1]]

    @pytest.mark.parametrize("side", [Side.BOTH, Side.AFFECTED, Side.UNAFFECTED, "left", None])
    def test_takes_a_real_side_for_the_affected_one(self, side):
        """
        The affected side is left or right.
        """
        with pytest.raises(ValueError, match=r"^side must be Side\.LEFT or Side\.RIGHT \(got "):
            Routine("x", [STRETCH]).with_affected_side(side)

    def test_refuses_real_sides_that_would_double(self):
        """
        Left and affected cannot both become left.
        """
        exercise = Exercise("x", Hold(1), sidedness=Sidedness(sides=(Side.LEFT, Side.AFFECTED)))

        with pytest.raises(ValueError) as refusal:
            Routine("Legs", [exercise]).with_affected_side(Side.LEFT)

        assert "exercise 'x' would be done on one side twice (got ['left', 'affected'])" == str(refusal.value)


class TestFrequency:
    """
    "3 times a week for 4 to 6 weeks", "every 2 hours", "every other day".
    """

    def test_is_once_a_day_by_default(self):
        """
        "`times 1`, `every 1`, `unit DAY`, `weeks None`".
        """
        assert Frequency(1, every=1, unit=PeriodUnit.DAY, weeks=None) == Frequency()

    @pytest.mark.parametrize(
        ("arguments", "error", "rule"),
        [
            ({"every": 0}, ValueError, "every must be at least 1 (got 0)"),
            ({"every": Range(1, 2)}, TypeError, "every must be a whole number (got Range(low=1, high=2))"),
            ({"every": True}, TypeError, "every must be a whole number (got True)"),
            ({"unit": "day"}, TypeError, "unit must be a PeriodUnit (got 'day')"),
        ],
    )
    def test_refuses_a_period_that_is_none(self, arguments, error, rule):
        """
        A period is a whole number of units.
        """
        with pytest.raises(error) as refusal:
            Frequency(**arguments)

        assert rule == str(refusal.value)


class TestPacing:
    """
    "how this person does it".
    """

    def test_is_gentle_by_default(self):
        """
        "`prepare 5`, `transition 5`, `switch 5`, `release 3`, `movement 3`, `breath 4` (seconds), `level 0.0`".
        """
        gaps = {"prepare": 5, "transition": 5, "switch": 5, "release": 3, "movement": 3, "breath": 4}

        assert Pacing(**gaps, level=0.0) == Pacing()

    @pytest.mark.parametrize("level", [0, 1, 0.5])
    def test_keeps_its_level_as_a_float(self, level):
        """
        0 and 1 may be written without a point.
        """
        assert float is type(Pacing(level=level).level)

    @pytest.mark.parametrize(
        ("level", "error", "rule"),
        [
            (1.1, ValueError, "level must be from 0 to 1 (got 1.1)"),
            (-0.1, ValueError, "level must be from 0 to 1 (got -0.1)"),
            (2, ValueError, "level must be from 0 to 1 (got 2.0)"),
            pytest.param(10**400, ValueError, "level must be from 0 to 1 (got an integer of 1329 bits)", id="10**400"),
            (math.nan, ValueError, "level must be from 0 to 1 (got nan)"),
            (True, TypeError, "level must be a number (got True)"),
            ("1", TypeError, "level must be a number (got '1')"),
        ],
    )
    def test_refuses_a_level_beyond_the_ends(self, level, error, rule):
        """
        "0 <= level <= 1".
        """
        with pytest.raises(error) as refusal:
            Pacing(level=level)

        assert rule == str(refusal.value)

    @pytest.mark.parametrize("field", ["prepare", "transition", "switch", "release", "movement", "breath"])
    @pytest.mark.parametrize(
        ("value", "error", "rule"),
        [
            (-1, ValueError, "must be at least 0 seconds (got -1)"),
            (math.nan, ValueError, "must be finite (got nan)"),
            (True, TypeError, "must be seconds (got True)"),
            (Range(1, 2), TypeError, "must be seconds (got Range(low=1, high=2))"),
            (Breaths(1), TypeError, "must be seconds (got Breaths(count=1))"),
        ],
    )
    def test_refuses_what_is_no_span_of_time(self, field, value, error, rule):
        """
        A person's own pace is known to the second.
        """
        with pytest.raises(error) as refusal:
            Pacing(**{field: value})

        assert f"{field} {rule}" == str(refusal.value)

    @pytest.mark.parametrize("field", ["movement", "breath"])
    def test_refuses_a_movement_or_breath_without_length(self, field):
        """
        "`movement` and `breath` > 0".
        """
        with pytest.raises(ValueError) as refusal:
            Pacing(**{field: 0})

        assert f"{field} must be above 0 seconds (got 0)" == str(refusal.value)

    @pytest.mark.parametrize("field", ["prepare", "transition", "switch", "release"])
    def test_may_have_no_gaps(self, field):
        """
        "pacing gaps >= 0".
        """
        assert timedelta() == getattr(Pacing(**{field: 0}), field)


class TestPlainValues:
    """
    What other libraries make of numbers and text.
    """

    def test_are_kept_without_their_types(self):
        """
        A member of an enum that is a text or a number becomes the text or the number.
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
        A set has none, so it is no list of anything.
        """
        with pytest.raises(TypeError, match=r"must be a list \(got "):
            make({STRETCH})

    def test_of_any_class_can_be_shown(self):
        """
        Not even a class with the name of another keeps the sentence from being said.
        """
        array = type("array", (), {"__repr__": lambda _: "array!"})

        with pytest.raises(TypeError) as refusal:
            Hold(array())

        assert "duration must be seconds, breaths or a range of seconds (got array!)" == str(refusal.value)

    def test_need_not_be_true_or_false(self):
        """
        A value that refuses to say is refused as any other.
        """

        class Undecided:
            def __bool__(self):
                raise ValueError

        with pytest.raises(TypeError, match=r"^duration must be seconds"):
            Hold(Undecided())


class TestEvolve:
    """
    "changed with `attrs.evolve`".
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
            Pacing(prepare=1),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_gives_an_equal_value_when_nothing_changes(self, value):
        """
        Each converter accepts what it has made.
        """
        assert value == attrs.evolve(value)


class TestSentences:
    """
    "long values shortened".
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
    def test_show_values_as_a_person_would(self, value, text):
        """
        What is shown takes at most 60 characters, and as many as it may.
        """
        with pytest.raises(TypeError) as refusal:
            Exercise("x", value)

        assert f"work must be a Repetitions (got {text})" == str(refusal.value)
