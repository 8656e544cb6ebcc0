"""
Exercises, circuits and routines, and the values that they refuse.
"""

import attrs
import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Move,
    Plan,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
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


class TestRepetitions:
    """
    Repetitions are a sequence of phases and a count.
    """

    def test_are_one_movement_by_default(self):
        """
        By default, there is one self-paced movement.
        """
        assert Repetitions(1, [Move()], rest=None) == Repetitions()

    @pytest.mark.parametrize("phase", [Hold(30), Move(2), Rest(3), Repetitions(2, Hold(5))])
    def test_accept_a_single_phase(self, phase):
        """
        A single phase needs no list.
        """
        assert Repetitions(3, [phase]) == Repetitions(3, phase)

    def test_keep_phases_as_a_tuple(self):
        """
        Any iterable is accepted and becomes a tuple.
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
            ([Hold(1), 30], TypeError, "phases[1] must be a Hold, a Move, a Rest or Repetitions (got 30)"),
        ],
    )
    def test_refuse_invalid_phases(self, phases, error, rule):
        """
        At least one phase, and only phases.
        """
        with pytest.raises(error) as refusal:
            Repetitions(1, phases)

        assert rule == str(refusal.value)

    def test_nest_up_to_eight_deep(self):
        """
        Deeper nesting is refused.
        """
        with pytest.raises(ValueError) as refusal:
            nested_repetitions(9)

        assert "phases must nest repetitions at most 8 deep (got 9)" == str(refusal.value)
        assert 2 == nested_repetitions(8).count


class TestExercise:
    """
    An exercise with its dose.
    """

    @pytest.mark.parametrize("work", [Hold(30), Move(20)])
    def test_accepts_a_single_hold_or_move(self, work):
        """
        It becomes one repetition.
        """
        assert Exercise("x", Repetitions(1, [work])) == Exercise("x", work)

    def test_has_one_set_on_no_side_by_default(self):
        """
        One set, no prescribed rest, no sides, and no texts.
        """
        defaults = {"sets": 1, "rest_between_sets": None, "sidedness": Sidedness(), "instructions": "", "equipment": ()}

        assert Exercise("x", Hold(1), **defaults, tags=(), frequency=None) == Exercise("x", Hold(1))

    def test_keeps_words_as_tuples(self):
        """
        Equipment and tags become tuples.
        """
        exercise = Exercise("x", Hold(1), equipment=["towel"], tags=["hip", "stretch"])

        assert (("towel",), ("hip", "stretch")) == (exercise.equipment, exercise.tags)

    @pytest.mark.parametrize(
        ("arguments", "rule"),
        [
            ({"work": Rest(5)}, "work must be a Hold, a Move or Repetitions (got Rest("),
            ({"work": [Hold(5)]}, "work must be a Hold, a Move or Repetitions (got [Hold("),
            ({"work": Hold(5), "sidedness": "left"}, "sidedness must be Sidedness (got 'left')"),
            ({"work": Hold(5), "frequency": 3}, "frequency must be a Frequency (got 3)"),
        ],
    )
    def test_refuses_other_types(self, arguments, rule):
        """
        Each field refuses values of other classes.
        """
        with pytest.raises(TypeError) as refusal:
            Exercise("x", **arguments)

        assert str(refusal.value).startswith(rule)


@pytest.mark.parametrize("container", [Circuit, lambda items: Routine("x", items)])
class TestItems:
    """
    Items are exercises, rests and circuits.
    """

    def test_are_kept_in_order(self, container):
        """
        Any iterable is accepted and becomes a tuple.
        """
        items = (STRETCH, Rest(5), Circuit([STRETCH]))

        assert items == container(iter(items)).items

    @pytest.mark.parametrize(
        ("items", "error", "rule"),
        [
            ([], ValueError, "items must not be empty (got [])"),
            ("stretch", TypeError, "items must be a list (got 'stretch')"),
            (Hold(5), TypeError, "items must be a list (got Hold("),
            ([STRETCH, Hold(5)], TypeError, "items[1] must be an Exercise, a Rest or a Circuit (got Hold("),
            ([None], TypeError, "items[0] must be an Exercise, a Rest or a Circuit (got None)"),
        ],
    )
    def test_refuse_other_values(self, container, items, error, rule):
        """
        At least one item, and only items.
        """
        with pytest.raises(error) as refusal:
            container(items)

        assert str(refusal.value).startswith(rule)


class TestCircuit:
    """
    A circuit has items and a number of rounds.
    """

    def test_is_one_round_by_default(self):
        """
        One round, no prescribed rest, no name.
        """
        defaults = {
            "rounds": 1,
            "rest_between_items": None,
            "rest_between_rounds": None,
            "round_every": None,
            "name": "",
        }

        assert Circuit([STRETCH], **defaults) == Circuit([STRETCH])

    def test_nests_up_to_32_deep(self):
        """
        "circuits nest up to 32 deep".
        """
        with pytest.raises(ValueError) as refusal:
            nested(33)

        assert "items must nest circuits at most 32 deep (got 33)" == str(refusal.value)
        assert Routine("x", [nested(32)]).items[0] == nested(32)

    def test_refuses_round_every_with_a_rest(self):
        """
        `round_every` determines the time between rounds, so no rest can be combined with it.
        """
        with pytest.raises(ValueError) as refusal:
            Circuit([STRETCH], round_every=60, rest_between_rounds=0)

        assert "round_every must not be given together with rest_between_rounds (got 60)" == str(refusal.value)

    def test_counts_the_deepest_of_its_items(self):
        """
        The deepest item determines the depth, in any position.
        """
        with pytest.raises(ValueError, match="got 33"):
            Circuit([STRETCH, nested(32), nested(2)])


around = pytest.mark.parametrize(
    "make",
    [
        lambda exercise: exercise,
        lambda exercise: Circuit([exercise]),
        lambda exercise: Routine("x", [exercise]),
        lambda exercise: Stage(Routine("x", [exercise])),
        lambda exercise: Plan("x", [Stage(Routine("x", [exercise]))]),
    ],
    ids=["exercise", "circuit", "routine", "stage", "plan"],
)


class TestRoutine:
    """
    A routine of items.
    """

    def test_replaces_the_affected_side(self):
        """
        `with_affected_side` replaces the affected and the unaffected side in all items.
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

    @pytest.mark.parametrize("side", [Side.BOTH, Side.AFFECTED, Side.UNAFFECTED])
    @around
    def test_replaces_the_affected_side_by_left_or_right(self, make, side):
        """
        The affected side is left or right.
        """
        with pytest.raises(ValueError, match=r"^side must be Side\.LEFT or Side\.RIGHT \(got "):
            make(STRETCH).with_affected_side(side)

    @around
    def test_refuses_text_as_the_affected_side(self, make):
        """
        A text is not a side.
        """
        with pytest.raises(TypeError, match=r"^side must be a Side, such as Side\.LEFT \(got 'left'\)$"):
            make(STRETCH).with_affected_side("left")

    def test_refuses_to_do_a_side_twice(self):
        """
        "left" and "affected" cannot both become left.
        """
        exercise = Exercise("x", Hold(1), sidedness=Sidedness(sides=(Side.LEFT, Side.AFFECTED)))

        with pytest.raises(ValueError) as refusal:
            Routine("Legs", [exercise]).with_affected_side(Side.LEFT)

        assert "at path (0,): exercise 'x' would be done on one side twice (got ['left', 'affected'])" == str(
            refusal.value
        )

    @around
    def test_replaces_the_affected_side_like_all_other_classes(self, make):
        """
        `with_affected_side` of a circuit, stage or plan has the same effect.
        """
        affected = Exercise("x", Hold(1), sidedness=Sidedness.only(Side.UNAFFECTED))
        real = Exercise("x", Hold(1), sidedness=Sidedness.only(Side.LEFT))

        assert make(real) == make(affected).with_affected_side(Side.RIGHT)

    def test_says_where_a_side_would_be_done_twice(self):
        """
        In a plan, the message has the place of the routine and the path of the exercise.
        """
        bad = Exercise("x", Hold(1), sidedness=Sidedness(sides=(Side.LEFT, Side.AFFECTED)))
        fine, routine = Routine("Fine", [STRETCH]), Routine("Legs", [STRETCH, Circuit([bad])])
        stage = Stage([fine, routine])
        sentence = "at path (1, 0): exercise 'x' would be done on one side twice (got ['left', 'affected'])"

        for wrong, place in [
            (Plan("Knee", [Stage(fine), stage]), "stages[1].routines[1]: "),
            (stage, "routines[1]: "),
            (routine, ""),
        ]:
            with pytest.raises(ValueError) as refusal:
                wrong.with_affected_side(Side.LEFT)
            assert f"{place}{sentence}" == str(refusal.value)
