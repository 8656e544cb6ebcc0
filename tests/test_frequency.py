"""
How often.
"""

import pytest

from stretchlib import (
    Frequency,
    PeriodUnit,
    Range,
)


class TestFrequency:
    """
    "3 times a week for 4 to 6 weeks", "every 2 hours", "every other day".
    """

    def test_is_once_a_day_by_default(self):
        """
        "`times 1`, `every 1`, `unit DAY`, `weeks None`".
        """
        assert Frequency(1, every=1, unit=PeriodUnit.DAY, weeks=None) == Frequency()

    @pytest.mark.parametrize(
        ("arguments", "error", "rule"),
        [
            ({"every": 0}, ValueError, "every must be at least 1 (got 0)"),
            ({"every": Range(1, 2)}, TypeError, "every must be a whole number (got Range(low=1, high=2))"),
            ({"every": True}, TypeError, "every must be a whole number (got True)"),
            ({"unit": "day"}, TypeError, "unit must be a PeriodUnit (got 'day')"),
        ],
    )
    def test_refuses_a_period_that_is_none(self, arguments, error, rule):
        """
        A period is a whole number of units.
        """
        with pytest.raises(error) as refusal:
            Frequency(**arguments)

        assert rule == str(refusal.value)
