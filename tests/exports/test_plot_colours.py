"""
The colours of a picture.
"""

from itertools import combinations

import numpy as np
import pytest

from stretchlib import Exercise, Hold, Move, Pacing, Range, Repetitions, Routine, Side, schedule
from stretchlib.exports.plot import plot

from .drawings import EVERY_LOOK, bars, legend

#: Colours as seen by people who lack one kind of cones (Machado, Oliveira, Fernandes 2009), in linear RGB.
EYES = {
    "all cones": np.eye(3),
    "no red cones": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green cones": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "no blue cones": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def lab(colour, eyes):
    """
    Return *colour* in CIE 1976 Lab, whose distances correspond to perceived differences.
    """
    colour = np.array(colour)
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = to_xyz @ np.clip(EYES[eyes] @ linear, 0, 1) / [0.9505, 1, 1.089]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


class TestColours:
    def test_distinguishes_holds_and_movements(self):
        """
        A hold is higher than a movement, and a movement higher than a rest.
        """
        exercise = Exercise("Exercise", Repetitions(2, [Move(10), Hold(10)], rest=3))

        drawn = sorted(bars(plot(schedule(Routine("Routine", [exercise]), Pacing(prepare=0)))))

        move, hold, rest, *again = [round(high - low, 6) for _, _, low, high in drawn]
        assert hold > move > rest
        assert [move, hold] == again

    @pytest.mark.parametrize("eyes", EYES)
    def test_has_distinguishable_colours(self, eyes):
        """
        All colours differ by at least four just noticeable differences, also for colour-blind people.
        """
        colours = legend(plot(schedule(EVERY_LOOK)))

        assert 2 * len(Side) + 1 == len(colours)
        for one, other in combinations(colours.values(), 2):
            assert np.linalg.norm(lab(one, eyes) - lab(other, eyes)) > 4 * 2.3

    @pytest.mark.parametrize("side", Side)
    def test_has_lighter_movements(self, side):
        """
        Half of the colour of a movement is white.
        """
        colours = legend(plot(schedule(EVERY_LOOK)))
        of_side = "" if side is Side.BOTH else f", {side.value}"

        assert np.allclose(1 + np.array(colours[f"hold{of_side}"]), 2 * np.array(colours[f"move{of_side}"]), atol=0.01)

    def test_has_grey_rests(self):
        """
        Rests have no colour, and no lines could be mistaken for them.
        """
        ax = plot(schedule(EVERY_LOOK))
        red, green, blue = legend(ax)["rest or change"]

        assert red == green == blue
        assert not any(line.get_visible() for line in (*ax.get_xgridlines(), *ax.get_ygridlines()))

    def test_hatches_estimated_steps(self):
        """
        Self-paced movements and holds of "at least" some time are hatched.
        """
        work = Repetitions(1, [Move(), Move(5), Hold(5), Hold(Range.at_least(5))])
        ax = plot(schedule(Routine("Routine", [Exercise("Exercise", work)]), Pacing(prepare=0)))

        hatched = {
            path.get_extents().x0 * 60 for drawn in ax.collections if drawn.get_hatch() for path in drawn.get_paths()
        }

        estimated = {
            step.start.total_seconds()
            for step in schedule(Routine("Routine", [Exercise("Exercise", work)]), Pacing(prepare=0))
            if step.estimated
        }
        assert estimated == {round(start, 6) for start in hatched}
        assert "estimated" == list(legend(ax))[-1]
