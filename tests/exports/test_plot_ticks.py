"""
The times that a picture marks.
"""

from itertools import pairwise

import numpy as np
import pytest

from stretchlib import Exercise, Hold, Pacing, Rest, Routine, schedule
from stretchlib.exports.plot import plot
from stretchlib.exports.text import to_text

from .drawings import texts


class TestTicks:
    @pytest.mark.parametrize(
        ("seconds", "unit", "some"),
        [
            (20, "minutes:seconds", {"0:05", "0:20"}),
            (200, "minutes:seconds", {"0:30", "3:00"}),
            (600, "minutes", {"1", "10"}),
            (1200, "minutes", {"2", "20"}),
            (5400, "minutes", {"10", "90"}),
            (5401, "hours:minutes", {"0:10", "1:30"}),
            (36_000, "hours", {"1", "10"}),
            (360_000, "hours", {"12", "96"}),
            (36_000_000, "hours", {"840", "9240"}),
        ],
    )
    def test_marks_time(self, seconds, unit, some):
        """
        The axis has about a dozen marks at most, in a suitable unit.
        """
        ax = plot(schedule(Routine("Routine", [Exercise("Exercise", Hold(seconds))]), Pacing(prepare=0)))

        assert {unit, *some} <= set(texts(ax))
        assert len([mark for mark in ax.get_xticks() if mark * 60 <= seconds]) <= 13

    @pytest.mark.parametrize(
        ("distance", "longer"),
        list(pairwise([1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400])),
    )
    def test_marks_a_dozen_times(self, distance, longer):
        """
        If twelve distances do not fit, the next longer distance is used.
        """

        def between_marks(seconds):
            ax = plot(schedule(Routine("Routine", [Rest(seconds)]), Pacing(prepare=0)))
            return np.diff(ax.get_xticks()) * 60

        for seconds, expected in ((12 * distance, distance), (12 * distance + 1, longer)):
            assert np.allclose(between_marks(seconds), expected)

    @pytest.mark.parametrize("seconds", [12, 2.5, 7200])
    def test_writes_times_like_a_table(self, seconds):
        """
        Ticks have the format of tables at any zoom.
        """
        timeline = schedule(Routine("Routine", [Rest(seconds), Rest(1)]), Pacing(prepare=0))
        write = plot(schedule(Routine("Short", [Rest(10)]))).xaxis.get_major_formatter()

        assert to_text(timeline).splitlines()[-1].split()[0] == write(seconds / 60, 0)

    def test_writes_hours_and_minutes(self):
        """
        Up to a few hours, ticks have the format of a clock at any zoom.
        """
        write = plot(schedule(Routine("Routine", [Rest(7200)]))).xaxis.get_major_formatter()

        assert ["0:05", "0:59", "1:00", "1:59", "2:00"] == [write(minutes, 0) for minutes in (5, 59, 60, 119, 120)]
