"""
A step, and the line a person would say for it.
"""

import pytest

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    Move,
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
    One thing to do.
    """

    @pytest.mark.parametrize(
        ("index", "line"),
        [
            (0, "get ready for 5 s"),
            (1, "Stretch: hold for 30 s (left side, set 1, repetition 1)"),
            (2, "Stretch: change sides for 5 s"),
            (12, "rest for 10 s"),
            (13, "Squat: move about 3 s (set 1, repetition 1)"),
            (14, "move on for 5 s"),
        ],
    )
    def test_is_a_line_a_person_would_say(self, index, line):
        """
        "`str(step)` is a line a person would say."
        """
        assert line == str(schedule(ROUTINE)[index])

    def test_says_its_label(self):
        """
        What its phase is called comes before what to do.
        """
        exercise = Exercise("Hold-relax", Hold(6, label="contract"), sidedness=Sidedness.only(Side.AFFECTED))

        assert "Hold-relax: contract, hold for 6 s (affected side, set 1, repetition 1)" == str(
            schedule(Routine("PNF", [exercise]))[1]
        )

    def test_ends_when_the_next_begins(self):
        """
        Its end is its start and its duration.
        """
        first, second = schedule(ROUTINE)[:2]

        assert first.start + first.duration == first.end == second.start

    def test_knows_its_kind(self):
        """
        Holds, moves and pauses are told apart.
        """
        kinds = {step.kind for step in schedule(ROUTINE)}

        assert set(StepKind) == kinds
