"""
Steps, and their text.
"""

import pytest

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Hold,
    Move,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    StepKind,
    schedule,
)

STRETCH = Exercise("Stretch", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())
ROUTINE = Routine("Legs", [STRETCH, Rest(10), Circuit([Exercise("Squat", Move()), STRETCH], rounds=2)])


class TestStep:
    """
    A step of a timeline.
    """

    @pytest.mark.parametrize(
        ("index", "line"),
        [
            (0, "get ready for 5 s"),
            (1, "Stretch: hold for 30 s (left side, repetition 1 of 3)"),
            (2, "Stretch: change sides for 5 s"),
            (12, "rest for 10 s"),
            (13, "Squat: move about 3 s"),
            (14, "move on for 5 s"),
        ],
    )
    def test_is_shown_as_one_line(self, index, line):
        """
        `str(step)` is a line of text for people.
        """
        assert line == str(schedule(ROUTINE)[index])

    def test_says_its_label(self):
        """
        The label of its phase precedes the activity.
        """
        exercise = Exercise("Hold-relax", Hold(6, label="contract"), sidedness=Sidedness.only(Side.AFFECTED))

        assert "Hold-relax: contract, hold for 6 s (affected side)" == str(schedule(Routine("PNF", [exercise]))[1])

    @pytest.mark.parametrize(
        ("exercise", "place"),
        [
            (Exercise("Stretch", Hold(30)), ""),
            (Exercise("Stretch", Hold(30), sets=2), " (set 1 of 2)"),
            (Exercise("Stretch", Repetitions(3, Hold(30)), sets=2), " (set 1 of 2, repetition 1 of 3)"),
            (STRETCH, " (left side, repetition 1 of 3)"),
        ],
    )
    def test_says_numbers_and_totals(self, exercise, place):
        """
        The text leaves out "1 of 1".
        """
        assert f"Stretch: hold for 30 s{place}" == str(schedule(Routine("Legs", [exercise]))[1])

    def test_leaves_out_estimated_totals(self):
        """
        An estimated total is left out.
        """
        exercise = Exercise("Stretch", Repetitions(AsManyAsFit(90), Hold(Range.at_least(30))))

        assert "Stretch: hold for at least 30 s (repetition 1)" == str(schedule(Routine("Legs", [exercise]))[1])

    def test_ends_when_the_next_begins(self):
        """
        Its end is its start plus its duration.
        """
        first, second = schedule(ROUTINE)[:2]

        assert first.start + first.duration == first.end == second.start

    def test_has_a_kind(self):
        """
        Holds, movements and gaps are distinguished.
        """
        kinds = {step.kind for step in schedule(ROUTINE)}

        assert set(StepKind) == kinds

    @pytest.mark.parametrize("kind", StepKind)
    def test_is_work_or_not(self, kind):
        """
        `StepKind.is_work` is true for holds and movements only.
        """
        work = {StepKind.HOLD, StepKind.MOVE}
        others = {StepKind.PREPARE, StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION}

        assert kind.is_work == (kind in work)
        assert kind in work | others

    @pytest.mark.parametrize(
        ("work", "expected"),
        [
            (Move(), [True]),
            (Move(label="up"), [True]),
            (Hold(Range.at_least(3)), [False]),
            (Repetitions(1, [Hold(5), Rest(Range.at_least(3))]), [False, False]),
            (Move(Range.at_least(3)), [False]),
            (Repetitions(1, [Move(Range.at_least(30), label="walk"), Move(label="walk")]), [False, True]),
            (Repetitions(1, [Repetitions(2, Move(label="in")), Move(5, label="in")]), [True, True, False]),
            (Repetitions(1, [Move(), Move(Breaths(Range.at_least(2)))]), [True, False]),
            # At the default pacing, both take 3 seconds.
            (Repetitions(1, [Move(Range.at_least(3)), Move()]), [False, True]),
        ],
    )
    def test_is_self_paced_or_not(self, work, expected):
        """
        `is_self_paced` is true for a movement without a duration, which a person counts; "at least 30 s" is timed.
        """
        steps = schedule(Routine("Legs", [Exercise("Squat", work)]))

        assert expected == [step.is_self_paced for step in steps if step.side]
        assert not steps[0].is_self_paced
        assert not any("is_self_paced" in repr(step) for step in steps)

    def test_says_long_times_in_minutes(self):
        """
        The units are the same as in cards.
        """
        steps = schedule(Routine("Legs", [Exercise("Walk", Move(600)), Rest(90)]))

        assert ["Walk: move for 10 min", "rest for 90 s"] == [str(step) for step in steps[1:]]

    def test_is_one_line(self):
        """
        Names and labels are shown on one line.
        """
        steps = schedule(Routine("Legs", [Exercise("Cat\ncamel", Hold(5, label="up\tdown"))]))

        assert "Cat camel: up down, hold for 5 s" == str(steps[1])
