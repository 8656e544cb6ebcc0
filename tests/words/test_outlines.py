"""
Outlines of circuits, routines and plans.
"""

from datetime import time

import attrs
import pytest

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    describe,
)

STRETCH = Exercise("Calf stretch", Repetitions(3, Hold(30)), sidedness=Sidedness.each())
SQUATS = Exercise("Squats", Repetitions(5))
DAILY = Routine("Daily", [STRETCH], frequency=Frequency())


def lines(text):
    return "\n".join(text)


class TestCircuit:
    """
    The outline of a circuit has its rounds and rests, and numbered items.
    """

    @pytest.mark.parametrize(
        ("circuit", "heading"),
        [
            (Circuit([SQUATS]), "Circuit"),
            (Circuit([SQUATS], rounds=Range(2, 3), name="Warm-up"), "Warm-up, 2–3 rounds"),
            (Circuit([SQUATS], rounds=Range.up_to(1)), "Circuit, up to 1 round"),
            (Circuit([SQUATS], rounds=AsManyAsFit(300)), "Circuit, as many rounds as fit in 5 min"),
            (Circuit([SQUATS], rounds=15, round_every=60), "Circuit, 15 rounds, a new round every minute"),
            (Circuit([SQUATS], rounds=3, round_every=7200), "Circuit, 3 rounds, a new round every 2 hours"),
            (
                Circuit([SQUATS], rounds=2, rest_between_items=0, rest_between_rounds=20),
                "Circuit, 2 rounds, no rest between exercises, rest 20 s between rounds",
            ),
        ],
    )
    def test_says_its_rounds_and_rests(self, circuit, heading):
        """
        Defaults are left out.
        """
        expected = [heading, "1. Squats: 5 repetitions"]

        assert lines(expected) == describe(circuit) == str(circuit)

    def test_shows_nested_circuits(self):
        """
        Items of a circuit are below it and indented.
        """
        inner = Circuit([SQUATS, Circuit([Rest(5)], name="Breathe")], rounds=2)
        expected = [
            "Circuit",
            "1. Calf stretch: 3 × 30 s each side",
            "2. Circuit, 2 rounds",
            "   1. Squats: 5 repetitions",
            "   2. Breathe",
            "      1. Rest 5 s",
        ]

        assert lines(expected) == describe(Circuit([STRETCH, inner]))


class TestRoutine:
    """
    The outline of a routine has its name and frequency, and numbered items.
    """

    def test_is_an_outline(self):
        """
        `str(routine)` is its outline.
        """
        routine = Routine("Legs", [STRETCH, Rest(60)], rest_between_items=20, frequency=Frequency(2))
        expected = [
            "Legs, rest 20 s between exercises, twice a day",
            "1. Calf stretch: 3 × 30 s each side",
            "2. Rest 1 min",
        ]

        assert lines(expected) == describe(routine) == str(routine)
        assert repr(routine).startswith("Routine(name='Legs', items=(Exercise(")

    def test_has_sentences(self):
        """
        The long form is for paper.
        """
        routine = Routine("Legs", [STRETCH, Rest(60, label="drink")], frequency=Frequency(2))
        expected = [
            "Legs, twice a day",
            "1. Calf stretch: Hold for 30 seconds. 3 times on each side.",
            "2. Rest for 1 minute: drink",
        ]

        assert lines(expected) == describe(routine, long=True)

    def test_says_its_frequency_once(self):
        """
        An exercise has its frequency only if it differs from the frequency of the routine.
        """
        daily, twice = Frequency(), Frequency(2)
        items = [attrs.evolve(STRETCH, frequency=daily), Circuit([attrs.evolve(STRETCH, frequency=twice)])]
        expected = [
            "Legs, once a day",
            "1. Calf stretch: 3 × 30 s each side",
            "2. Circuit",
            "   1. Calf stretch: 3 × 30 s each side, twice a day",
        ]

        assert lines(expected) == describe(Routine("Legs", items, frequency=daily))
        assert describe(Routine("Legs", items, frequency=Frequency(weeks=6))) == describe(
            Routine("Legs", items, frequency=daily)
        ).replace("once a day", "once a day for 6 weeks")

    def test_has_the_frequency_of_its_exercises(self):
        """
        A frequency that all exercises have is shown once, with the weeks or days of the routine.
        """
        walk = attrs.evolve(STRETCH, frequency=Frequency(3))
        expected = ["Legs, 3 times a day for 1 week", "1. Calf stretch: 3 × 30 s each side"]

        assert lines(expected) == describe(Routine("Legs", [walk], frequency=Frequency(weeks=1)))
        assert lines(expected).replace(" for 1 week", "") == describe(Routine("Legs", [walk]))

    def test_has_no_frequency_that_no_exercise_has(self):
        """
        Exercises that all have other frequencies show them with the weeks or days of the routine.
        """
        items = [attrs.evolve(STRETCH, frequency=Frequency(times)) for times in (2, 3)]
        expected = [
            "Legs",
            "1. Calf stretch: 3 × 30 s each side, twice a day for 1 week",
            "2. Calf stretch: 3 × 30 s each side, 3 times a day for 1 week",
        ]

        assert lines(expected) == describe(Routine("Legs", items, frequency=Frequency(weeks=1)))

    def test_has_a_line_for_each_item(self):
        """
        Line ends and control characters of names do not create lines.
        """
        routine = Routine("Le\ngs", [Circuit([Rest(5, label="a\x1b\nb")], name="x\u2028y"), Exercise("\tz\n", Move(2))])

        assert lines(["Le gs", "1. x y", "   1. Rest 5 s: a b", "2. z: move 2 s"]) == describe(routine)


class TestPlan:
    """
    The outline of a plan has the weeks or days of its stages, and their routines.
    """

    def test_is_an_outline(self):
        """
        A stage has a name, weeks, a goal, and routines.
        """
        evening = Routine("Evening", [SQUATS], frequency=Frequency(times_of_day=[time(20)]))
        stages = [
            Stage(DAILY, weeks=2, name="On the floor"),
            Stage([DAILY, evening], weeks=4, goal="60 s without a wobble"),
            Stage(evening, name="Keep it up"),
        ]
        expected = [
            "Ankle",
            "On the floor, weeks 1–2",
            "   Daily, once a day",
            "   1. Calf stretch: 3 × 30 s each side",
            "Stage 2, weeks 3–6, goal: 60 s without a wobble",
            "   Daily, once a day",
            "   1. Calf stretch: 3 × 30 s each side",
            "   Evening, once a day at 20:00",
            "   1. Squats: 5 repetitions",
            "Keep it up",
            "   Evening, once a day at 20:00",
            "   1. Squats: 5 repetitions",
        ]

        assert lines(expected) == describe(Plan("Ankle", stages)) == str(Plan("Ankle", stages))

    @pytest.mark.parametrize(
        ("stages", "whens"),
        [
            ([{"weeks": 1}, {"weeks": 2}], ["week 1", "weeks 2–3"]),
            ([{"weeks": 1}, {"days": 3}, {"days": 1}], ["week 1", "days 8–10", "day 11"]),
            ([{"days": 3}, {"weeks": 1}], ["days 1–3", "for 1 week"]),
            ([{"days": 7}, {"weeks": 1}], ["days 1–7", "week 2"]),
            ([{"weeks": 300}, {"weeks": 1}], ["weeks 1–300", "week 301"]),
            ([{"weeks": Range(2, 3)}, {"weeks": 2}, {"days": 5}], ["for 2–3 weeks", "for 2 weeks", "for 5 days"]),
        ],
    )
    def test_counts_weeks_and_days_while_they_are_known(self, stages, whens):
        """
        After a stage of unknown length, stages have durations instead of numbers.
        """
        plan = Plan("Plan", [Stage(DAILY, **stage, name="Stage") for stage in stages])
        headings = [line for line in describe(plan).splitlines() if line.startswith("Stage")]

        assert [f"Stage, {when}" for when in whens] == headings


class TestStage:
    """
    The outline of a single stage has its duration.
    """

    @pytest.mark.parametrize(
        ("stage", "heading"),
        [
            (Stage(DAILY, days=10, name="Phase 1"), ["Phase 1, for 10 days"]),
            (Stage(DAILY, goal="no pain"), ["Goal: no pain"]),
            (Stage(DAILY), []),
        ],
    )
    def test_is_an_outline(self, stage, heading):
        """
        A stage without a name, a duration or a goal has no heading.
        """
        expected = [*heading, "   Daily, once a day", "   1. Calf stretch: 3 × 30 s each side"]

        assert lines(expected) == describe(stage) == str(stage)
