"""
The rules of time for turns: as many as fit, rounds at fixed times, and steps that the person ends.
"""

from datetime import timedelta

import pytest

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Hold,
    Move,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    SwitchAfter,
    schedule,
)

from .shorthand import STILL, still_but, written


def steps(*items, pacing=STILL):
    return list(schedule(Routine("routine", items), pacing))


class TestAsManyAsFit:
    """
    "`AsManyAsFit(d)` is the largest number of turns, at least one, that fits into *d* together with the gaps between
    them."
    """

    @pytest.mark.parametrize(("time", "count"), [(29, 1), (30, 1), (69, 1), (70, 2), (109, 2), (110, 3), (1, 1)])
    def test_counts_the_gaps_between(self, time, count):
        """
        There is no gap after the last turn, so a turn fits if there is time for it and the gap before it.
        """
        held = Exercise("Stretch", Repetitions(AsManyAsFit(time), Hold(30), rest=10))

        assert " rest10 ".join(["B30"] * count) == written(held)

    def test_counts_gaps_of_the_pacing(self):
        """
        A release takes time, too.
        """
        held = Exercise("Stretch", Repetitions(AsManyAsFit(66), Hold(20)))

        assert "B20 rest3 B20 rest3 B20" == written(held, pacing=still_but(release=3))

    def test_applies_to_sets(self):
        """
        A turn is a whole set, on all sides.
        """
        exercise = Exercise("Stretch", Hold(10), sets=AsManyAsFit(60), sidedness=Sidedness.each())

        assert "L10 R10 L10 R10 L10 R10" == written(exercise)

    def test_applies_to_rounds(self):
        """
        A turn is one round, including the gaps between its items.
        """
        circuit = Circuit([Exercise("Stretch", Hold(10)), Rest(5)], rounds=AsManyAsFit(44))

        assert "B10 rest5 B10 rest5" == written(circuit)

    def test_applies_once_for_each_side_around_it(self):
        """
        "It applies to its own loop: once per side if the sides are outside of it."
        """
        work, sides = Repetitions(AsManyAsFit(20), Hold(10)), Sidedness.each().sides
        each, alternating = (
            Exercise("Stretch", work, sidedness=Sidedness(sides=sides, switch_after=switch_after))
            for switch_after in (SwitchAfter.SET, SwitchAfter.REPETITION)
        )

        assert "L10 L10 R10 R10" == written(each)
        assert "L10 R10" == written(alternating)

    def test_resolves_its_range_by_level(self):
        """
        A range such as one to two minutes is resolved by the level.
        """
        held = Exercise("Stretch", Repetitions(AsManyAsFit(Range(60, 120)), Hold(30)))

        assert [2, 3, 4] == [
            len(steps(held, pacing=Pacing(prepare=0, release=0, level=level))) for level in (0, 0.5, 1)
        ]

    def test_has_a_total(self):
        """
        If the length of a turn is known, the number of turns is known, too.
        """
        [first, *_] = steps(Exercise("Stretch", Repetitions(AsManyAsFit(60), Hold(20))))

        assert (1, 3) == (first.repetition, first.repetitions)

    @pytest.mark.parametrize(
        ("work", "total"),
        [
            (Repetitions(AsManyAsFit(60), Move()), None),
            (Repetitions(AsManyAsFit(60), Hold(Range.at_least(10))), None),
            (Repetitions(AsManyAsFit(60), Hold(10), rest=Range.at_least(10)), None),
            (Repetitions(AsManyAsFit(10), Hold(10), rest=Range.at_least(10)), None),
            (Repetitions(AsManyAsFit(60), Hold(Range.up_to(10)), rest=Range.up_to(10)), 3),
        ],
        ids=["movement", "hold", "gap", "gap that does not come", "up to"],
    )
    def test_has_no_total_if_it_is_an_estimate(self, work, total):
        """
        "If a turn or the gap between turns contains an estimated step … its total in `Step` is `None`".
        """
        assert {total} == {step.repetitions for step in steps(Exercise("Exercise", work)) if step.side}

    def test_is_no_estimate_if_only_one_turn_fits(self):
        """
        Only a gap between turns is estimated, and a single turn has none.
        """

        def is_estimated(time):
            held = Exercise("Stretch", Repetitions(AsManyAsFit(time), Hold(10), rest=Range.at_least(5)))
            return schedule(Routine("Routine", [held])).bouts[0].estimated

        assert [False, True] == [is_estimated(24), is_estimated(25)]

    def test_has_no_total_of_rounds_if_they_are_an_estimate(self):
        """
        Sets and rounds follow the same rule.
        """
        squats = Exercise("Squat", Repetitions(2), sets=AsManyAsFit(60))
        [step, *_] = steps(Circuit([squats], rounds=AsManyAsFit(600)))

        assert ((1,), (None,), 1, None, 1, 2) == (
            *(step.round, step.rounds, step.set, step.sets),
            *(step.repetition, step.repetitions),
        )


class TestRoundEvery:
    """
    "A circuit with `round_every` starts a new round after that time, or when the previous round ends".
    """

    def test_waits_for_the_next_round(self):
        """
        "the time that is left is a rest step between the rounds", and so none after the last.
        """
        circuit = Circuit([Exercise("Squat", Move(20))], rounds=3, round_every=60)

        assert "B20 rest40 B20 rest40 B20" == written(circuit, pacing=still_but(transition=5))

    @pytest.mark.parametrize("every", [20, 19, 1])
    def test_does_not_wait_for_a_round_that_is_due(self, every):
        """
        If no time is left, the next round starts at once.
        """
        circuit = Circuit([Exercise("Squat", Move(20))], rounds=3, round_every=every)

        assert "B20 B20 B20" == written(circuit, pacing=still_but(transition=5))

    def test_may_be_breaths_or_a_range(self):
        """
        It accepts durations of any kind with an upper bound.
        """
        breaths = Circuit([Exercise("Lift arms", Move(1))], rounds=2, round_every=Breaths(0.5))
        within = Circuit([Exercise("Squat", Move(20))], rounds=2, round_every=Range(30, 60))

        assert "B1 rest1 B1" == written(breaths, pacing=still_but(breath=4))
        assert "B20 rest40 B20" == written(within, pacing=still_but(level=1))

    def test_is_not_estimated(self):
        """
        Waiting is "never `estimated`", even after an estimated step.
        """
        waiting = steps(Circuit([Exercise("Squat", Repetitions(8))], rounds=2, round_every=60))[8]

        assert (timedelta(seconds=36), False, (0,), ()) == (
            *(waiting.duration, waiting.estimated),
            *(waiting.path, waiting.round),
        )

    @pytest.mark.parametrize(("every", "total"), [(60, 10), (24, 25), (23, None)])
    def test_keeps_the_total_of_estimated_rounds(self, every, total):
        """
        "unless a `round_every` that is not exceeded keeps the time".
        """
        ten_minutes = Circuit([Exercise("Squat", Repetitions(8))], rounds=AsManyAsFit(600), round_every=every)

        assert {(total,)} == {step.rounds for step in steps(ten_minutes) if step.side}


class TestRangeWithOneEnd:
    """
    "A range with one end resolves to that end at every level."
    """

    @pytest.mark.parametrize("level", [0, 0.3, 1])
    def test_is_that_end_at_every_level(self, level):
        """
        Of durations, counts and breaths.
        """
        items = [
            Exercise("Stretch", Repetitions(Range.up_to(2), Hold(Range.at_least(30)), rest=Range.up_to(5))),
            Exercise("Breathe", Hold(Breaths(Range.at_least(3)))),
        ]

        assert "B30 rest5 B30 B12" == written(*items, pacing=still_but(level=level))

    def test_of_at_least_is_ended_by_the_person(self):
        """
        "A step that lasts *at least* so long is ended by the person and therefore `estimated`; *up to* ends on time."
        """
        items = [
            Exercise("Stretch", Repetitions(2, Hold(Range.at_least(30)), rest=Range.at_least(5))),
            Exercise("Breathe", Hold(Breaths(Range.at_least(3)))),
            Rest(Range.at_least(60)),
            Exercise("Stretch", Repetitions(2, Hold(Range.up_to(30)), rest=Range.up_to(5))),
            Exercise("Breathe", Hold(Breaths(Range.up_to(3)))),
            Rest(Range.up_to(60)),
        ]

        assert 5 * [True] + 5 * [False] == [step.estimated for step in steps(*items)]

    def test_of_at_least_zero_produces_no_step(self):
        """
        A rest of at least 0 produces no step.
        """
        assert "B30 B30" == written(Exercise("Stretch", Repetitions(2, Hold(30), rest=Range.at_least(0))))
