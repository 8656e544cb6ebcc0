"""
Pictures of timelines, measured.
"""

import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from matplotlib.figure import Figure

from stretchlib import Exercise, ExportError, Hold, Move, Pacing, Repetitions, Rest, Routine, Side, Sidedness, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.plot import plot
from stretchlib.testing import routines, timelines
from stretchlib.words.characters import columns

from ..shorthand import STILL
from .drawings import EVERY_LOOK, bars, legend, texts
from .hostile import ENDLESS, NAMES, on_one_line

relaxed = settings(max_examples=25)


short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)


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

    def test_is_high_enough_for_its_legend(self):
        """
        A picture with few lanes is half an inch higher than its legend.
        """
        exercise = Exercise("Rolls", Repetitions(2, [Hold(10), Move(10)], rest=3), sidedness=Sidedness.each())
        ax = plot(schedule(Routine("Routine", [exercise])))

        legend = ax.get_legend().get_window_extent().height / ax.figure.dpi
        assert ax.figure.get_figheight() == pytest.approx(legend + 0.5)

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

    def test_refuses_too_many_lanes(self, monkeypatch):
        """
        As many exercises as the limit of 500 are drawn, one more is refused with the limit.
        """

        def exercises(count):
            return schedule(Routine("Many", [Exercise(f"{number}", Hold(1)) for number in range(count)]))

        with pytest.raises(ExportError, match=r"^a picture must have at most 500 exercises \(got 501\)$"):
            plot(exercises(501))

        # To draw 500 lanes takes seconds.
        monkeypatch.setattr("stretchlib.exports.plot.MAX_LANES", 3)

        assert 3 == len(plot(exercises(3)).get_yticks())
        with pytest.raises(ExportError, match=r"^a picture must have at most 3 exercises \(got 4\)$"):
            plot(exercises(4))

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

    def test_draws_dollars(self):
        """
        A dollar in a name does not start a formula.
        """
        ax = plot(schedule(Routine("$1 to $2", [Exercise("$1 to $2", Hold(30))])))

        assert [False, False] == [label.get_parse_math() for label in (ax.title, ax.get_yticklabels()[0])]

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
