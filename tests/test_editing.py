"""
Routines that change: one item at a time, by its path.
"""

import pytest

from stretchlib import Circuit, Exercise, Hold, Move, Rest, Routine

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
        Each index leads one circuit further in.
        """
        assert item is ROUTINE.at(path)

    def test_takes_any_iterable(self):
        """
        A path may be a list, as in a document.
        """
        assert INNER is ROUTINE.at([2, 0])


class TestReplace:
    """
    `Routine.replace` swaps this for that.
    """

    def test_swaps_one_item(self):
        """
        The new item stands where the old one was, however deep; the rest is as it was.
        """
        inner = Circuit([LUNGE, BREAK], rounds=8)
        outer = Circuit([inner, BRIDGE], name="outer")
        changed = Routine("Legs", [BRIDGE, Rest(5), outer], rest_between_items=30, source="a leaflet")

        assert changed == ROUTINE.replace((2, 0, 0), LUNGE)

    def test_leaves_the_routine_as_it_was(self):
        """
        A routine is a value: the change is in the one that is returned.
        """
        ROUTINE.replace((0,), LUNGE)

        assert BRIDGE is ROUTINE.at((0,))

    def test_takes_items_only(self):
        """
        What is no item is refused, in the words of the constructor.
        """
        with pytest.raises(TypeError, match=r"^items\[1\] must be an Exercise, a Rest or a Circuit \(got 'rest'\)$"):
            ROUTINE.replace((1,), "rest")


class TestWithout:
    """
    `Routine.without` leaves something out today.
    """

    def test_leaves_one_item_out(self):
        """
        What comes after it moves up.
        """
        outer = Circuit([BRIDGE], name="outer")
        changed = Routine("Legs", [BRIDGE, Rest(5), outer], rest_between_items=30, source="a leaflet")

        assert changed == ROUTINE.without((2, 0))

    def test_leaves_no_circuit_empty(self):
        """
        The last item of a circuit can only go together with the circuit.
        """
        routine = Routine("Legs", [BRIDGE, Circuit([SQUAT])])
        with pytest.raises(ValueError, match=r"^items must not be empty"):
            routine.without((1, 0))

        assert Routine("Legs", [BRIDGE]) == routine.without((1,))

    def test_leaves_no_routine_empty(self):
        """
        The last item of a routine cannot go.
        """
        with pytest.raises(ValueError, match=r"^items must not be empty"):
            Routine("Legs", [BRIDGE]).without((0,))


class TestWrongPath:
    """
    A wrong path is named, and told from where on it is wrong.
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
        The sentence says what is there instead.
        """
        assert why == refusal(path)

    def test_counts_a_lone_item(self):
        """
        One item is no "items".
        """
        with pytest.raises(IndexError, match=r"the routine has 1 item$"):
            Routine("Legs", [BRIDGE]).at((1,))

    @pytest.mark.parametrize("edit", [lambda path: ROUTINE.replace(path, LUNGE), ROUTINE.without])
    def test_is_refused_by_every_edit(self, edit):
        """
        What cannot be found cannot be changed.
        """
        with pytest.raises(IndexError, match=r"^no item at path \(2, 2\): the circuit at \(2,\) has 2 items$"):
            edit((2, 2))

    @pytest.mark.parametrize("path", [7, "2", (True,), (1.0,), None, ("2",)])
    def test_must_be_a_list_of_indices(self, path):
        """
        Anything else is no path at all.
        """
        assert refusal(path, TypeError).startswith("path must be a list of indices (got ")
