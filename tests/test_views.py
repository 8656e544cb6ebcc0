"""
Slices of timelines and bouts: lazy, and otherwise like slices of a list.
"""

import copy
import pickle
import re
from collections.abc import Sequence

import attrs
import numpy
import pytest

from stretchlib import Bout, Exercise, Hold, Move, Repetitions, Routine, Sidedness, Step, schedule

from .shorthand import STILL

STRETCH = Exercise("Stretch", Repetitions(3, Hold(30)), sets=2, sidedness=Sidedness.each())
TIMELINE = schedule(Routine("Legs", [STRETCH]))
#: More steps and more bouts than `len` can say.
ENDLESS = schedule(Routine("Long", [Exercise("Blink", Move(0.000001), sets=2**63)]), STILL)
VIEWS = {"slice": lambda timeline: timeline[2:9], "bouts": lambda timeline: timeline.bouts}

views = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


class TestSequence:
    @views
    def test_behaves_like_a_list(self, view):
        """
        Length, elements from both ends, iteration both ways, `in`, `index` and `count`.
        """
        found = view(TIMELINE)
        parts = list(found)

        assert isinstance(found, Sequence)
        assert len(parts) == len(found)
        assert (parts[0], parts[-1]) == (found[0], found[-1])
        assert parts[::-1] == list(reversed(found))
        assert [(True, 1)] * len(parts) == [(part in found, found.count(part)) for part in parts]
        assert list(range(len(parts))) == [found.index(part) for part in parts]

    @pytest.mark.parametrize(
        "wanted", [slice(None), slice(2), slice(-3, None), slice(None, None, -2), slice(9, 2), slice(1, 6, 4)]
    )
    @views
    def test_has_lazy_slices(self, view, wanted):
        """
        A slice of a slice has the elements that a list would give; an empty one is false.
        """
        parts = list(view(TIMELINE))

        assert parts[wanted] == list(view(TIMELINE)[wanted])
        assert bool(parts[wanted]) == bool(view(TIMELINE)[wanted])

    @views
    def test_refuses_an_index_out_of_range(self, view):
        """
        As for a list, it raises `IndexError`.
        """
        found = view(TIMELINE)

        for index in (len(found), -len(found) - 1, 10**30):
            with pytest.raises(IndexError, match=rf"^there is no (step|bout) {index} among {len(found)}$"):
                found[index]
        with pytest.raises(IndexError, match=r"^there is no (step|bout) 0 among none$"):
            found[:0][0]

    @views
    def test_finds_no_other_values(self, view):
        """
        Neither other values, nor elements of others, nor those before *start* or from *stop* on.
        """
        found, others = view(TIMELINE), view(schedule(Routine("Other", [Exercise("Other", Hold(5))] * 20)))
        strangers = [None, 3, others[0], attrs.evolve(found[0], index=10**30), attrs.evolve(found[1], index=-1)]

        assert [(False, 0)] * 5 == [(stranger in found, found.count(stranger)) for stranger in strangers]
        for part, *limits in (*([stranger] for stranger in strangers), (found[1], 2), (found[1], 0, 1), (found[1], -1)):
            with pytest.raises(ValueError, match=r" is not one of these (steps|bouts)$"):
                found.index(part, *limits)
        assert 1 == found.index(found[1], 1, 2)

    @views
    @pytest.mark.parametrize("index", [None, numpy.int64(1), 1.0, True, "1"], ids=repr)
    def test_finds_nothing_with_an_invalid_index(self, view, index):
        """
        Such an element is not in the timeline, and nothing is searched.
        """
        assert attrs.evolve(view(ENDLESS)[1], index=index) not in view(ENDLESS)

    @views
    @pytest.mark.parametrize(
        ("stranger", "shown"),
        [("", "''"), ("x" * 100, f"'{'x' * 27}...{'x' * 28}'"), (None, "None")],
        ids=["empty", "long", "nothing"],
    )
    def test_shows_what_it_does_not_find(self, view, stranger, shown):
        """
        The message has a limited length.
        """
        with pytest.raises(ValueError, match=rf"^{re.escape(shown)} is not one of these (steps|bouts)$"):
            view(TIMELINE).index(stranger)


class TestEquality:
    @views
    def test_needs_the_same_slice_of_an_equal_timeline(self, view):
        """
        "A view equals only views of the same parts of an equal timeline."
        """
        found, twin = view(TIMELINE), view(schedule(Routine("Legs", [STRETCH])))

        assert (found, hash(found)) == (twin, hash(twin))
        assert found not in (list(found), tuple(found), found[1:], view(schedule(Routine("Arms", [STRETCH]))))
        assert TIMELINE != TIMELINE[:]
        assert TIMELINE[:4] != TIMELINE.bouts

    @views
    def test_survives_copying_and_pickling(self, view):
        """
        A copy is equal, and has the same parts.
        """
        found = view(TIMELINE)
        copies = [copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))]

        assert [found] * 3 == copies
        assert [list(found)] * 3 == [list(other) for other in copies]

    def test_has_a_short_repr(self):
        """
        Its `repr` is short.
        """
        assert "<7 steps of <Timeline of 'Legs': 24 steps, 0:06:49>>" == repr(TIMELINE[2:9])
        assert "<4 bouts of <Timeline of 'Legs': 24 steps, 0:06:49>>" == repr(TIMELINE.bouts)
        assert "<1 step of <Timeline of 'Legs': 24 steps, 0:06:49>>" == repr(TIMELINE[9:3:-6])
        assert "<0 steps of <Timeline of 'Legs': 24 steps, 0:06:49>>" == repr(TIMELINE[9:2])


class TestEndless:
    """
    Only `len` is limited by `sys.maxsize`.
    """

    @pytest.mark.parametrize("view", [lambda timeline: timeline[:], VIEWS["bouts"]], ids=VIEWS)
    def test_may_have_more_elements_than_sys_maxsize(self, view):
        """
        Everything else works.
        """
        found = view(ENDLESS)

        assert 2**63 - 1 == found[-1].index == found.index(found[-1])
        assert found
        assert f"<{2**63} " == repr(found)[:21]
        with pytest.raises(OverflowError):
            len(found)

    def test_finds_the_next_work(self):
        """
        The bout of a step and the work after it are found at any place.
        """
        step = ENDLESS[2**62]

        assert (2**62, 2**62 + 1) == (ENDLESS.bout_of(step).index, ENDLESS.next_work(step).index)
        assert ENDLESS.next_work(ENDLESS[-1]) is None


class TestBouts:
    """
    "A bout is done in one go and ticked off once: a set on one side, or on all sides if they alternate within the set."
    """

    def test_are_sets_on_a_side(self):
        """
        "a set on a side", with its gaps, without the gaps before and after.
        """
        assert [("left", 1, range(1, 6)), ("right", 1, range(7, 12)), ("left", 2, range(13, 18))] == [
            (bout.side.value, bout.set, bout.indices) for bout in TIMELINE.bouts[:3]
        ]

    def test_are_sets_on_all_sides_that_alternate(self):
        """
        Ten alternating repetitions on each side are one bout.
        """
        rolls = Exercise("Knee rolls", Repetitions(10), sidedness=Sidedness.alternating(), sets=2)
        first, second = schedule(Routine("Back", [rolls])).bouts

        assert (None, 1, 2, range(1, 21)) == (first.side, first.set, first.sets, first.indices)
        assert (None, 2, 2, range(22, 42)) == (second.side, second.set, second.sets, second.indices)

    def test_leave_out_rest_items(self):
        """
        A rest item is not a bout.
        """
        assert [bout.exercise for bout in TIMELINE.bouts] == [STRETCH] * 4
        assert TIMELINE.bout_of(TIMELINE[0]) is None

    def test_have_a_start_and_an_end(self):
        """
        From the start of the first step to the end of the last.
        """
        bout = TIMELINE.bouts[1]
        first, last = TIMELINE[bout.indices[0]], TIMELINE[bout.indices[-1]]

        assert (first.start, last.end, last.end - first.start) == (bout.start, bout.end, bout.duration)

    @pytest.mark.parametrize("ask", ["bout_of", "next_work"])
    def test_need_a_step_of_the_timeline(self, ask):
        """
        Other steps and other values are refused.
        """
        stranger = schedule(Routine("Other", [Exercise("Other", Hold(5))]))[1]
        with pytest.raises(ValueError, match=r"^'Other: hold for 5 s' is not one of these steps$"):
            getattr(TIMELINE, ask)(stranger)
        with pytest.raises(TypeError, match=r"^step must be a Step \(got 3\)$"):
            getattr(TIMELINE, ask)(3)

    def test_are_values(self):
        """
        A step and a bout are never equal.
        """
        assert (Step, Bout) == (type(TIMELINE[0]), type(TIMELINE.bouts[0]))
        assert TIMELINE.bouts[0] not in TIMELINE
        assert TIMELINE[0] not in TIMELINE.bouts
