"""
Changing items of routines by path.
"""

import attrs
import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    PeriodUnit,
    RelativeSide,
    Rest,
    Routine,
    Side,
    Sidedness,
)

BRIDGE = Exercise("Bridge", Hold(10))
SQUAT = Exercise("Squat", Move(20))
LUNGE = Exercise("Lunge", Move(20))
BREAK = Rest(10)
INNER = Circuit([SQUAT, BREAK], rounds=8)
OUTER = Circuit([INNER, BRIDGE], name="outer")
ROUTINE = Routine("Legs", [BRIDGE, Rest(5), OUTER], rest_between_items=30, source="a leaflet")


def refusal(path, error=IndexError):
    with pytest.raises(error) as refused:
        ROUTINE.at(path)
    return str(refused.value)


class TestAt:
    """
    `Routine.at` finds an item.
    """

    @pytest.mark.parametrize(
        ("path", "item"), [((0,), BRIDGE), ((2,), OUTER), ((2, 0), INNER), ((2, 0, 1), BREAK), ((2, 1), BRIDGE)]
    )
    def test_follows_the_path(self, path, item):
        """
        Each index leads into one more circuit.
        """
        assert item is ROUTINE.at(path)

    def test_accepts_any_iterable(self):
        """
        A path may be a list, as in a document.
        """
        assert INNER is ROUTINE.at([2, 0])


class TestReplace:
    """
    `Routine.replace` replaces an item.
    """

    def test_replaces_one_item(self):
        """
        The new item is at the path, at any depth, and the others are unchanged.
        """
        inner = Circuit([LUNGE, BREAK], rounds=8)
        outer = Circuit([inner, BRIDGE], name="outer")
        changed = Routine("Legs", [BRIDGE, Rest(5), outer], rest_between_items=30, source="a leaflet")

        assert changed == ROUTINE.replace((2, 0, 0), LUNGE)

    def test_does_not_change_the_routine(self):
        """
        A new routine is returned.
        """
        ROUTINE.replace((0,), LUNGE)

        assert BRIDGE is ROUTINE.at((0,))

    def test_accepts_only_items(self):
        """
        Values that are not items are refused.
        """
        with pytest.raises(TypeError, match=r"^item must be an Exercise, a Rest or a Circuit \(got 'rest'\)$"):
            ROUTINE.replace((1,), "rest")

    def test_refuses_circuits_deeper_than_32(self):
        """
        A replacement that would nest too deep is refused, with its path.
        """
        deep = Circuit([SQUAT])
        for _ in range(31):
            deep = Circuit([deep])
        with pytest.raises(ValueError) as refused:
            ROUTINE.replace((2, 0), deep)

        assert "at path (2, 0): items must nest circuits at most 32 deep (got 33)" == str(refused.value)


class TestInsert:
    """
    `Routine.insert` adds an item.
    """

    @pytest.mark.parametrize(
        ("path", "items"),
        [((0,), (LUNGE, BRIDGE, SQUAT)), ((1,), (BRIDGE, LUNGE, SQUAT)), ((2,), (BRIDGE, SQUAT, LUNGE))],
    )
    def test_moves_later_items_up(self, path, items):
        """
        The item is at the path; the index after the last item appends.
        """
        assert items == Routine("Legs", [BRIDGE, SQUAT]).insert(path, LUNGE).items

    def test_appends_to_a_single_item(self):
        """
        The index after the only item appends.
        """
        assert (SQUAT, LUNGE) == Routine("Legs", [SQUAT]).insert((1,), LUNGE).items

    def test_reaches_into_circuits(self):
        """
        The last index of a path is the position in the circuit that the others lead to.
        """
        assert (SQUAT, BREAK, LUNGE) == ROUTINE.insert((2, 0, 2), LUNGE).at((2, 0)).items

    def test_accepts_only_items(self):
        """
        Values that are not items are refused.
        """
        with pytest.raises(TypeError, match=r"^item must be an Exercise, a Rest or a Circuit \(got 5\)$"):
            ROUTINE.insert((0,), 5)

    def test_refuses_an_index_beyond_the_end(self):
        """
        Beyond the end there is no place.
        """
        with pytest.raises(IndexError, match=r"^no item at path \(4,\): the routine has 3 items$"):
            ROUTINE.insert((4,), LUNGE)
        with pytest.raises(IndexError, match=r"^no item at path \(3, 0\): the routine has 3 items$"):
            ROUTINE.insert((3, 0), LUNGE)


class TestWalk:
    """
    `Routine.walk` yields all items with their paths.
    """

    def test_yields_items_in_order(self):
        """
        A circuit comes before the items in it.
        """
        paths = [(0,), (1,), (2,), (2, 0), (2, 0, 0), (2, 0, 1), (2, 1)]

        assert paths == [path for path, _ in ROUTINE.walk()]
        assert [ROUTINE.at(path) for path in paths] == [item for _, item in ROUTINE.walk()]


class TestMirrored:
    """
    `Exercise.mirrored` and `Circuit.mirrored` exchange the sides.
    """

    @pytest.mark.parametrize(
        ("sides", "mirrored"),
        [
            ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)),
            ((Side.AFFECTED,), (Side.UNAFFECTED,)),
            ((Side.BOTH, Side.LEFT), (Side.BOTH, Side.RIGHT)),
        ],
    )
    def test_exchanges_left_and_right(self, sides, mirrored):
        """
        It also exchanges affected and unaffected; both sides stay.
        """
        exercise = Exercise("Lunge", Hold(30, side=RelativeSide.OPPOSITE), sidedness=Sidedness(sides=sides))

        assert attrs.evolve(exercise, sidedness=Sidedness(sides=mirrored)) == exercise.mirrored()
        assert exercise == exercise.mirrored().mirrored()

    def test_includes_nested_circuits(self):
        """
        Rests stay unchanged.
        """
        left = Exercise("Lunge", Hold(30), sidedness=Sidedness.only(Side.LEFT))
        circuit = Circuit([left, BREAK, Circuit([left], rounds=2)], name="flow")
        right = left.mirrored()

        assert Circuit([right, BREAK, Circuit([right], rounds=2)], name="flow") == circuit.mirrored()
        assert Routine("Legs", [circuit.mirrored()]) == Routine("Legs", [circuit]).mirrored()


class TestSplitByFrequency:
    """
    `Routine.split_by_frequency` gives a routine for each frequency.
    """

    DAILY, WEEKLY = Frequency(), Frequency(unit=PeriodUnit.WEEK)
    WALK = Exercise("Walk", Move(600), frequency=WEEKLY)

    def test_leaves_one_frequency_as_it_is(self):
        """
        If all exercises have the frequency of the routine, the result is one equal routine.
        """
        routine = attrs.evolve(ROUTINE, frequency=self.DAILY)

        assert (routine,) == routine.split_by_frequency()
        assert (Routine("Breaks", [BREAK]),) == Routine("Breaks", [BREAK]).split_by_frequency()

    def test_combines_equal_frequencies(self):
        """
        Two exercises twice a week are one part, however often that is written.
        """
        items = [Exercise(name, Move(600), frequency=Frequency(2, unit=PeriodUnit.WEEK)) for name in ("Walk", "Run")]

        assert (Routine("Legs", items, frequency=items[0].frequency),) == Routine("Legs", items).split_by_frequency()

    @pytest.mark.parametrize(
        ("own", "expected"),
        [
            (Frequency(2), Frequency(2, weeks=6)),
            (Frequency(2, weeks=3), Frequency(2, weeks=3)),
            (Frequency(2, days=5), Frequency(2, days=5)),
        ],
        ids=["without a limit", "weeks", "days"],
    )
    def test_limits_exercises_like_the_routine(self, own, expected):
        """
        The weeks of the routine are those of an exercise whose frequency has neither weeks nor days.
        """
        routine = Routine("Legs", [SQUAT, Exercise("Walk", Move(600), frequency=own)], frequency=Frequency(weeks=6))

        assert [Frequency(weeks=6), expected] == [part.frequency for part in routine.split_by_frequency()]

    def test_keeps_circuits_and_drops_empty_ones(self):
        """
        Each part has the circuits around its exercises, and their common frequency.
        """
        routine = Routine("Legs", [Circuit([SQUAT, self.WALK], rounds=2), Circuit([LUNGE])], frequency=self.DAILY)
        daily = Routine("Legs", [Circuit([SQUAT], rounds=2), Circuit([LUNGE])], frequency=self.DAILY)
        weekly = Routine("Legs", [Circuit([self.WALK], rounds=2)], frequency=self.WEEKLY)

        assert (daily, weekly) == routine.split_by_frequency()

    def test_keeps_a_rest_between_exercises_that_stay(self):
        """
        A rest stays if the exercises before and after it both stay.
        """
        run = Exercise("Run", Move(600), frequency=self.WEEKLY)
        routine = Routine("Legs", [self.WALK, Rest(60), run, Rest(30), SQUAT, Rest(20), LUNGE])
        weekly = Routine("Legs", [self.WALK, Rest(60), run], frequency=self.WEEKLY)

        assert (weekly, Routine("Legs", [SQUAT, Rest(20), LUNGE])) == routine.split_by_frequency()

    def test_keeps_a_rest_at_an_edge_with_its_only_neighbour(self):
        """
        At the edge of a routine or circuit, a rest stays with the exercise next to it.
        """
        routine = Routine("Legs", [Rest(5), self.WALK, Circuit([SQUAT, BREAK], rounds=8)])
        weekly = Routine("Legs", [Rest(5), self.WALK], frequency=self.WEEKLY)

        assert (weekly, Routine("Legs", [Circuit([SQUAT, BREAK], rounds=8)])) == routine.split_by_frequency()

    def test_counts_a_circuit_as_a_neighbour_if_any_of_it_stays(self):
        """
        The remaining part of a circuit is next to the rest.
        """
        mixed = Circuit([self.WALK, SQUAT])
        routine = Routine("Legs", [mixed, Rest(60), LUNGE])
        weekly = Routine("Legs", [Circuit([self.WALK])], frequency=self.WEEKLY)

        assert (weekly, Routine("Legs", [Circuit([SQUAT]), Rest(60), LUNGE])) == routine.split_by_frequency()

    def test_treats_consecutive_rests_as_one(self):
        """
        Circuits of rests are treated like rests.
        """
        breaks = [Rest(5), Circuit([Rest(1), Circuit([BREAK])], rounds=2), Rest(5)]
        routine = Routine("Legs", [SQUAT, *breaks, LUNGE, *breaks, self.WALK])

        parts = routine.split_by_frequency()

        assert [(SQUAT, *breaks, LUNGE), (self.WALK,)] == [part.items for part in parts]

    @pytest.mark.parametrize("frequency", [None, DAILY, WEEKLY])
    def test_uses_the_only_frequency(self, frequency):
        """
        If all exercises have the same frequency, the routine gets it.
        """
        tabata = Routine("Walks", [Circuit([self.WALK, BREAK], rounds=8), Rest(5)], frequency=frequency)

        assert (attrs.evolve(tabata, frequency=self.WEEKLY),) == tabata.split_by_frequency()


class TestWithout:
    """
    `Routine.without` removes an item.
    """

    def test_removes_one_item(self):
        """
        Later items move up.
        """
        outer = Circuit([BRIDGE], name="outer")
        changed = Routine("Legs", [BRIDGE, Rest(5), outer], rest_between_items=30, source="a leaflet")

        assert changed == ROUTINE.without((2, 0))

    def test_leaves_no_circuit_empty(self):
        """
        The last item of a circuit cannot be removed without the circuit.
        """
        routine = Routine("Legs", [BRIDGE, Circuit([SQUAT])])
        with pytest.raises(ValueError, match=r"^at path \(1, 0\): items must not be empty \(got \[\]\)$"):
            routine.without((1, 0))

        assert Routine("Legs", [BRIDGE]) == routine.without((1,))

    def test_leaves_no_routine_empty(self):
        """
        The last item of a routine cannot be removed.
        """
        with pytest.raises(ValueError, match=r"^at path \(0,\): items must not be empty \(got \[\]\)$"):
            Routine("Legs", [BRIDGE]).without((0,))


class TestWrongPath:
    """
    The message about a wrong path has the path, and where it is wrong.
    """

    @pytest.mark.parametrize(
        ("path", "why"),
        [
            ((3,), "no item at path (3,): the routine has 3 items"),
            ((2, 2), "no item at path (2, 2): the circuit at (2,) has 2 items"),
            ((2, 0, 5), "no item at path (2, 0, 5): the circuit at (2, 0) has 2 items"),
            ((0, 0), "no item at path (0, 0): the exercise at (0,) has no items"),
            ((2, 0, 1, 0), "no item at path (2, 0, 1, 0): the rest at (2, 0, 1) has no items"),
            ((), "no item at path (): it is empty"),
            ((2, -1), "no item at path (2, -1): indices count from 0"),
            ((10**5000,), "no item at path (an integer of 16610 bits,): the routine has 3 items"),
        ],
    )
    def test_is_an_index_error(self, path, why):
        """
        The message has the value at the path.
        """
        assert why == refusal(path)

    def test_uses_the_singular(self):
        """
        One item is not "items".
        """
        with pytest.raises(IndexError, match=r"the routine has 1 item$"):
            Routine("Legs", [BRIDGE]).at((1,))

    @pytest.mark.parametrize("edit", [lambda path: ROUTINE.replace(path, LUNGE), ROUTINE.without])
    def test_is_refused_by_every_edit(self, edit):
        """
        Items that are not found cannot be changed.
        """
        with pytest.raises(IndexError, match=r"^no item at path \(2, 2\): the circuit at \(2,\) has 2 items$"):
            edit((2, 2))

    @pytest.mark.parametrize("path", [7, "2", (True,), (1.0,), None, ("2",)])
    def test_must_be_a_list_of_indices(self, path):
        """
        Other values are refused.
        """
        assert refusal(path, TypeError).startswith("path must be a list of indices (got ")
