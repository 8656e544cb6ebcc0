"""
Plans: stages of routines, one after the other.
"""

import pytest

from stretchlib import Exercise, Hold, Plan, Routine, Side, Sidedness, Stage

CALVES = Routine("Calves", [Exercise("Calf stretch", Hold(30))])


class TestStage:
    """
    A stage has routines, and weeks, days or a goal.
    """

    def test_accepts_a_single_routine(self):
        """
        It becomes a stage of one routine.
        """
        assert Stage([CALVES]) == Stage(CALVES)

    @pytest.mark.parametrize(
        ("routines", "error", "rule"),
        [
            ([], ValueError, "routines must not be empty (got [])"),
            ("Calves", TypeError, "routines must be a list (got 'Calves')"),
            ([CALVES, 5], TypeError, "routines[1] must be a Routine (got 5)"),
        ],
    )
    def test_has_routines(self, routines, error, rule):
        """
        At least one routine, and only routines.
        """
        with pytest.raises(error) as refusal:
            Stage(routines)

        assert rule == str(refusal.value)


class TestPlan:
    """
    A plan of stages.
    """

    @pytest.mark.parametrize(
        ("stages", "error", "rule"),
        [
            ([], ValueError, "stages must not be empty (got [])"),
            (CALVES, TypeError, "stages must be a list (got Routine("),
            ([CALVES], TypeError, "stages[0] must be a Stage (got Routine("),
        ],
    )
    def test_has_stages(self, stages, error, rule):
        """
        At least one stage, and only stages.
        """
        with pytest.raises(error) as refusal:
            Plan("Achilles", stages)

        assert str(refusal.value).startswith(rule)

    def test_replaces_the_affected_side(self):
        """
        In every routine of every stage.
        """
        raises = Exercise("Calf raise", Hold(5), sidedness=Sidedness.only(Side.AFFECTED))
        plan = Plan("Achilles", [Stage(CALVES, weeks=2), Stage([CALVES, Routine("Raises", [raises])])])
        right = plan.with_affected_side(Side.RIGHT)

        assert plan.stages[0] == right.stages[0]
        assert (Side.RIGHT,) == right.stages[1].routines[1].items[0].sidedness.sides
