"""
Pictures of timelines, measured.
"""

import io
import subprocess
import sys
from collections import Counter
from itertools import combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from matplotlib import rc_context
from matplotlib.figure import Figure

from stretchlib import (
    Exercise,
    ExportError,
    Hold,
    Move,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    schedule,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.plot import plot
from stretchlib.exports.text import to_text
from stretchlib.testing import routines, timelines
from stretchlib.words.characters import columns

from ..shorthand import STILL
from .hostile import ENDLESS, NAMES, on_one_line

relaxed = settings(max_examples=25)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)

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


def bars(ax):
    """
    Return the bars: their minutes from and to, and their heights from and to.
    """
    boxes = [path.get_extents() for collection in ax.collections for path in collection.get_paths()]
    return [(box.x0, box.x1, box.y0, box.y1) for box in boxes]


def texts(ax):
    """
    Draw a picture and return all texts that another program finds in it.
    """
    file = io.BytesIO()
    with rc_context({"svg.fonttype": "none"}):
        ax.figure.savefig(file, format="svg")
    drawing = ElementTree.fromstring(file.getvalue())
    return ["".join(text.itertext()) for text in drawing.iter("{http://www.w3.org/2000/svg}text")]


def legend(ax):
    handles, names = ax.get_legend().legend_handles, ax.get_legend().get_texts()
    return {name.get_text(): handle.get_facecolor()[:3] for handle, name in zip(handles, names, strict=True)}


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


EVERY_LOOK = Routine(
    "Everything",
    [Exercise(side.value, Repetitions(2, [Hold(10), Move(10)]), sidedness=Sidedness.only(side)) for side in Side],
)


class TestPlot:
    @relaxed
    @given(short_timelines)
    def test_draws_every_step_at_its_time(self, timeline):
        """
        Every step is a bar from its start to its end, in minutes.
        """
        drawn = bars(plot(timeline))

        expected = [(step.start.total_seconds() / 60, step.end.total_seconds() / 60) for step in timeline]
        assert np.allclose(sorted(expected), sorted(bar[:2] for bar in drawn))

    @relaxed
    @given(short_timelines)
    def test_gives_every_exercise_a_lane(self, timeline):
        """
        The bars of an exercise are on the line of its name; gaps are in the lane of the next exercise.
        """
        lanes = list(dict.fromkeys(step.exercise for step in timeline if step.exercise))
        around = [lanes.index(step.exercise) if step.exercise else None for step in timeline]
        following = [next((lane for lane in around[index:] if lane is not None), None) for index in range(len(around))]
        last = next((lane for lane in reversed(around) if lane is not None), 0)

        drawn = Counter(round((low + high) / 2, 6) for _, _, low, high in bars(plot(timeline)))

        assert Counter(last if lane is None else lane for lane in following) == drawn

    def test_draws_a_routine_of_rests(self):
        """
        Without exercises there is one lane, without a name.
        """
        ax = plot(schedule(Routine("Rest", [Rest(10), Rest(20)]), Pacing(prepare=0)))

        assert [(0, 0), (0, 0)] == [(round(low + high, 6), 0) for _, _, low, high in bars(ax)]
        assert [] == list(ax.get_yticks())

    def test_has_names_units_and_a_legend(self):
        """
        A reader finds the names of the routine and of its exercises, the unit of time and the legend.
        """
        found = texts(plot(schedule(BACK_PAIN_RELIEF)))

        names = [item.name for item in BACK_PAIN_RELIEF.items]
        looks = ["hold, left", "move, left", "hold, right", "move, right", "move", "rest or change", "estimated"]
        assert {BACK_PAIN_RELIEF.name, *names, "minutes", *looks} <= set(found)

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

    def test_has_a_legend_of_visible_elements_only(self):
        """
        The legend has only elements of this picture.
        """
        timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]), Pacing(prepare=0))

        assert ["hold"] == list(legend(plot(timeline)))

    def test_has_its_legend_on_the_right(self):
        """
        The legend is to the right of the lanes, and starts at the top.
        """
        ax = plot(schedule(EVERY_LOOK))
        texts(ax)
        legend, drawn = ax.get_legend().get_window_extent(), ax.get_window_extent()

        assert drawn.x1 <= legend.x0 < drawn.x1 + drawn.width / 10
        assert legend.y0 < drawn.y1 <= legend.y1 + drawn.height / 10

    @pytest.mark.parametrize("name", ["All", "x" * 100, "伸" * 100], ids=["short", "long", "wide"])
    def test_has_room_for_everything(self, name):
        """
        Legend, names and title are within the picture, also with a single lane.
        """
        work = Repetitions(2, [Hold(10), Move(10), Move()])
        exercise = Exercise(name, work, sidedness=Sidedness(sides=tuple(Side)))
        ax = plot(schedule(Routine(name, [exercise])))
        ax.figure.draw_without_rendering()

        for part in (ax.get_legend(), ax.title, ax.xaxis.label, *ax.get_yticklabels()):
            box = part.get_window_extent()
            assert 0 <= box.x0 <= box.x1 <= ax.figure.bbox.x1
            assert 0 <= box.y0 <= box.y1 <= ax.figure.bbox.y1

    def test_has_no_grid_and_no_frame(self):
        """
        There are no lines behind the bars, and no frames.
        """
        ax = plot(schedule(EVERY_LOOK))

        assert not ax.get_legend().get_frame_on()
        assert ["bottom"] == [side for side, spine in ax.spines.items() if spine.get_visible()]

    def test_fills_its_axes_with_lanes(self):
        """
        The first lane is at the top, half a lane from the edge like the last, and the time fills the width.
        """
        ax = plot(schedule(Routine("Neck", [Exercise("Left", Hold(90)), Exercise("Right", Hold(90))]), STILL))

        assert (1.5, -0.5) == ax.get_ylim()
        assert (0, 3) == ax.get_xlim()

    def test_has_stripes_behind_the_bars(self):
        """
        Every second lane has a light stripe from edge to edge, so that the eye finds the name of a bar.
        """
        ax = plot(schedule(Routine("Many", [Exercise(f"{number}", Hold(5)) for number in range(5)])))
        stripes = [(*stripe.get_extents().transformed(ax.transData.inverted()).intervaly,) for stripe in ax.patches]

        assert [pytest.approx((0.5, 1.5)), pytest.approx((2.5, 3.5))] == [tuple(sorted(ends)) for ends in stripes]
        assert {(0, 1)} == {(stripe.get_x(), stripe.get_width()) for stripe in ax.patches}
        assert {(0xF4 / 255,) * 3} == {stripe.get_facecolor()[:3] for stripe in ax.patches}
        assert max(stripe.get_zorder() for stripe in ax.patches) < min(bar.get_zorder() for bar in ax.collections)

    def test_has_no_outlines(self):
        """
        Bars, stripes and the legend have no edges that would make short steps longer, and names no marks.
        """
        ax = plot(schedule(BACK_PAIN_RELIEF))

        drawn = [*ax.collections, *ax.patches, ax.get_legend().legend_handles[-1]]
        assert {0} == {float(np.max(part.get_linewidth())) for part in drawn}
        assert {0} == {tick.tick1line.get_markersize() for tick in ax.yaxis.get_major_ticks()}

    def test_draws_on_given_axes(self):
        """
        The given axes stay in place and are returned.
        """
        figure = Figure(figsize=(3, 4))
        left, right = figure.subplots(1, 2)

        assert right is plot(schedule(BACK_PAIN_RELIEF), ax=right)
        assert [] == bars(left)
        assert (3, 4) == tuple(figure.get_size_inches())

    def test_grows_with_the_lanes(self):
        """
        Each of sixty lanes is as high as each of ten.
        """

        def size(count):
            items = [Exercise(f"Exercise {number}", Hold(10)) for number in range(count)]
            return tuple(plot(schedule(Routine("Routine", items))).figure.get_size_inches())

        assert [pytest.approx((10, 1 + count * 0.28)) for count in (2, 10, 60)] == [
            size(count) for count in (2, 10, 60)
        ]

    @pytest.mark.parametrize(
        ("seconds", "unit", "some"),
        [
            (20, "minutes:seconds", {"0:05", "0:20"}),
            (200, "minutes:seconds", {"0:30", "3:00"}),
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

    def test_needs_no_pyplot(self):
        """
        No figure is registered, and no window is opened.
        """
        program = "import sys, stretchlib.exports.plot; sys.exit('matplotlib.pyplot' in sys.modules)"

        assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode

    @pytest.mark.parametrize("timeline", [BACK_PAIN_RELIEF, None], ids=["routine", "nothing"])
    def test_refuses_other_values(self, timeline):
        """
        A routine that was not scheduled is refused.
        """
        with pytest.raises(TypeError, match=r"^timeline must be a Timeline, as schedule\(\) returns it \(got "):
            plot(timeline)

    def test_refuses_other_axes(self):
        """
        A figure is refused.
        """
        with pytest.raises(TypeError, match=r"^ax must be axes of matplotlib \(got <Figure "):
            plot(schedule(BACK_PAIN_RELIEF), Figure())

    @pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
    def test_refuses_too_many_steps(self, endless):
        """
        The message has the limit, and nothing is drawn.
        """
        timeline = schedule(Routine("Endless", [Exercise("Exercise", endless)]))

        with pytest.raises(ExportError, match="a picture must have at most 20000 steps .got <Timeline of 'Endless'"):
            plot(timeline)

    def test_refuses_too_many_lanes(self):
        """
        Five hundred exercises are drawn, one more is refused with the limit.
        """

        def exercises(count):
            return schedule(Routine("Many", [Exercise(f"{number}", Hold(1)) for number in range(count)]))

        assert 500 == len(plot(exercises(500)).get_yticks())
        with pytest.raises(ExportError, match=r"^a picture must have at most 500 exercises \(got 501\)$"):
            plot(exercises(501))

    @pytest.mark.parametrize(("longest", "shown"), [(32, "lane"), (60, "title")])
    def test_shortens_long_names(self, longest, shown):
        """
        The name of an exercise has at most 32 columns, and the name of the routine 60.
        """

        def name(length):
            ax = plot(schedule(Routine("x" * length, [Exercise("x" * length, Hold(5))])))
            return ax.get_title() if shown == "title" else ax.get_yticklabels()[0].get_text()

        assert ("x" * longest, "x" * (longest - 1) + "…") == (name(longest), name(longest + 1))

    def test_gives_equal_exercises_one_lane(self):
        """
        A repeated exercise uses the same lane.
        """
        timeline = schedule(Routine("Neck", [Exercise("Tuck", Hold(5)), Rest(5), Exercise("Tuck", Hold(5))]))

        assert [0] == list(plot(timeline).get_yticks())

    # The installed fonts determine which characters can be drawn.
    @pytest.mark.filterwarnings("ignore:Glyph .* missing from font")
    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        Any name is on one line, and shortened if it is long.
        """
        ax = plot(schedule(Routine(name, [Exercise(name, Hold(30))])))
        words = on_one_line(name)

        found = texts(ax)

        for label, longest in ((ax.get_title(), 60), (ax.get_yticklabels()[0].get_text(), 32)):
            assert label in found
            assert words.startswith(label.removesuffix("…"))
            assert (label == words) is (columns(words) <= longest)
