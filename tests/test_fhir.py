"""
The recipe for FHIR, tried on every kind of frequency.
"""

import re
from datetime import time
from pathlib import Path

import pytest
from fhir.resources.R4B.timing import Timing as TimingR4B
from fhir.resources.timing import Timing
from hypothesis import given
from hypothesis import strategies as st

from stretchlib import Frequency, PeriodUnit, Range, Weekday
from stretchlib.testing import counts, frequencies

PAGE = (Path(__file__).parents[1] / "docs" / "how-to" / "fhir.md").read_text(encoding="utf-8")
RECIPE = {}
exec(re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1], RECIPE)  # noqa: S102
to_timing = RECIPE["to_timing"]

#: The codes of dayOfWeek and of periodUnit, which the models do not check.
DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
UNITS = {"s", "min", "h", "d", "wk", "mo", "a"}
ON_DAYS = st.builds(
    Frequency,
    weekdays=st.lists(st.sampled_from(Weekday), unique=True),
    times_of_day=st.lists(st.times().map(lambda clock: clock.replace(microsecond=0)), unique=True, max_size=3),
    days=st.none() | counts(),
)


def is_open(count):
    return isinstance(count, Range) and None in (count.low, count.high)


class TestRecipe:
    """
    "a `Timing` with `repeat` corresponds to a `Frequency`"
    """

    @given(frequencies() | ON_DAYS)
    def test_makes_valid_resources(self, frequency):
        """
        They are valid for FHIR R4B and R5, and by rules that the models do not check.
        """
        in_fhir = frequency.every == 1 if frequency.times_of_day else not is_open(frequency.times)
        if not in_fhir:
            with pytest.raises(ValueError, match="^FHIR has "):
                to_timing(frequency)
            return
        repeat = to_timing(frequency)["repeat"]

        for model in (Timing, TimingR4B):
            model.model_validate({"repeat": repeat})
        assert set(repeat.get("dayOfWeek", [])) <= DAYS
        # "The elements when, frequency and period cannot be used as well as timeOfDay."
        assert ("timeOfDay" in repeat) != (repeat.keys() >= {"frequency", "period", "periodUnit"})
        assert repeat.get("periodUnit", "d") in UNITS
        assert repeat.get("frequencyMax", repeat.get("frequency")) == repeat.get("frequency") or (
            repeat["frequency"] < repeat["frequencyMax"]
        )

    @pytest.mark.parametrize(
        ("frequency", "repeat"),
        [
            (Frequency(), {"frequency": 1, "period": 1, "periodUnit": "d"}),
            (Frequency(every=2, unit=PeriodUnit.HOUR), {"frequency": 1, "period": 2, "periodUnit": "h"}),
            (
                Frequency(Range(2, 3), unit=PeriodUnit.WEEK),
                {"frequency": 2, "frequencyMax": 3, "period": 1, "periodUnit": "wk"},
            ),
            (Frequency(times_of_day=[time(8)]), {"timeOfDay": ["08:00:00"]}),
            (
                Frequency(weekdays=[Weekday.SUNDAY, Weekday.MONDAY]),
                {"frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["mon", "sun"]},
            ),
        ],
        ids=["daily", "every two hours", "ranges", "times of day", "weekdays"],
    )
    def test_says_how_often(self, frequency, repeat):
        """
        The number of times and the period become elements of FHIR.
        """
        assert {"repeat": repeat} == to_timing(frequency)

    @pytest.mark.parametrize(
        ("limit", "bounds"),
        [
            ({"days": 10}, {"boundsDuration": (10, "d")}),
            ({"weeks": Range(4, 6)}, {"boundsRange": {"low": (4, "wk"), "high": (6, "wk")}}),
            ({"weeks": Range.at_least(6)}, {"boundsRange": {"low": (6, "wk")}}),
            ({"days": Range.up_to(3)}, {"boundsRange": {"high": (3, "d")}}),
        ],
        ids=str,
    )
    def test_says_for_how_long(self, limit, bounds):
        """
        Weeks and days become a duration, or a range with one end or two.
        """

        def short(element):
            return (
                (element["value"], element["code"])
                if "code" in element
                else {end: short(quantity) for end, quantity in element.items()}
            )

        repeat = to_timing(Frequency(**limit))["repeat"]

        assert bounds == {name: short(element) for name, element in repeat.items() if name.startswith("bounds")}

    @pytest.mark.parametrize(
        ("frequency", "sentence"),
        [
            (Frequency(every=2, times_of_day=[time(8)]), "FHIR has times of day on each day only"),
            (Frequency(Range.at_least(2)), "FHIR has no number of times with one end"),
            (Frequency(Range.up_to(2)), "FHIR has no number of times with one end"),
        ],
        ids=["every other day", "at least", "up to"],
    )
    def test_refuses_other_frequencies(self, frequency, sentence):
        """
        Frequencies that FHIR cannot express are refused.
        """
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            to_timing(frequency)
