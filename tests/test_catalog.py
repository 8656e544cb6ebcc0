"""
The routine of the catalog.
"""

import pytest

from stretchlib import Frequency, Side, StepKind, schedule
from stretchlib.catalog import (
    ACTIVE_HAMSTRING_STRETCH,
    BACK_PAIN_RELIEF,
    EXTERNAL_ROTATORS,
    HIP_FLEXOR_STRETCH,
    INTERNAL_ROTATORS,
    KNEE_ROLLS,
    PRESS_UPS,
)

from .shorthand import STILL

LETTERS = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "B"}


class TestBackPainRelief:
    """
    Six exercises, as the page prescribes them.
    """

    @pytest.mark.parametrize(
        ("index", "exercise", "seconds", "sides"),
        [
            (0, KNEE_ROLLS, 3, "LR" * 10),
            (1, PRESS_UPS, 3, "B" * 10),
            (2, EXTERNAL_ROTATORS, 30, "LRLRLR"),
            (3, ACTIVE_HAMSTRING_STRETCH, 30, "LLLRRR"),
            (4, INTERNAL_ROTATORS, 30, "LRLRLR"),
            (5, HIP_FLEXOR_STRETCH, 30, "LLLRRR"),
        ],
    )
    def test_has_the_published_dose(self, index, exercise, seconds, sides):
        """
        "hold for 30 seconds, repeat with the other leg, complete the sequence three times".
        """
        steps = [step for step in schedule(BACK_PAIN_RELIEF, STILL) if step.path == (index,)]

        assert sides == "".join(LETTERS[step.side] for step in steps)
        assert {(exercise, seconds)} == {(step.exercise, step.duration.total_seconds()) for step in steps}

    def test_is_performed_once_a_day(self):
        """
        "one session daily".
        """
        assert Frequency() == BACK_PAIN_RELIEF.frequency

    def test_has_a_source_and_a_caution(self):
        """
        The source and the caution are in the routine.
        """
        assert "published page" in BACK_PAIN_RELIEF.source
        assert "doctor" in BACK_PAIN_RELIEF.description

    def test_has_instructions(self):
        """
        Each exercise has instructions.
        """
        assert all(item.instructions.endswith(".") for item in BACK_PAIN_RELIEF.items)

    def test_ends_with_the_last_stretch(self):
        """
        It ends with the last stretch.
        """
        assert StepKind.HOLD is schedule(BACK_PAIN_RELIEF)[-1].kind
