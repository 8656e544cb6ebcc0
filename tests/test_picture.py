"""
Small pictures of timelines, read as XML.
"""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import example, given, settings

from stretchlib import Exercise, Hold, Move, Pacing, Range, Repetitions, Rest, Routine, Side, Sidedness, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.testing import routines, timelines
from stretchlib.timeline.picture import picture

from .exports.hostile import ENDLESS, NAMES, UNTIL_THE_END_OF_TIME, on_one_line
from .words.languages import GERMAN

relaxed = settings(max_examples=50)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)

#: A picture that was checked by eye.
DRAWING = Path(__file__).with_name("pictures") / "shoulders.svg"
SHOULDERS = Routine(
    "Shoulders & neck",
    [
        Exercise("Doorway stretch", Hold(20), sets=2, sidedness=Sidedness.each()),
        Exercise("Circles", Repetitions(3, [Move(label="back"), Rest(2), Move(4)])),
        Rest(15),
        Exercise("Hang", Hold(Range.at_least(30)), sidedness=Sidedness.each(Side.AFFECTED)),
    ],
)

#: The left edge and the width of the lanes.
LEFT, WIDTH = 170, 460


def read(timeline):
    return ElementTree.fromstring(picture(timeline))


def texts(drawing):
    return [element.text or "" for element in drawing if element.tag.endswith(("text", "title"))]


def paths(drawing):
    return [path for path in drawing if path.tag.endswith("path") and path.get("fill") != "none"]


def bars(drawing):
    """
    Return the start, the end, and the vertical centre of the bars, in pixels.
    """
    return [
        (float(x), float(x) + float(width), float(y) + float(height) / 2)
        for path in paths(drawing)
        for x, y, width, height in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z", path.get("d"))
    ]


class TestPicture:
    def test_looks_like_the_drawing(self):
        """
        Lanes, names, bars, marks and legend have the places, sizes and colours of the drawing.
        """
        assert DRAWING.read_text(encoding="utf-8").rstrip("\n") == picture(schedule(SHOULDERS))

    @relaxed
    @example(UNTIL_THE_END_OF_TIME)
    @given(short_timelines)
    def test_draws_every_step_at_its_time(self, timeline):
        """
        Every step is a bar from its start to its end; of an estimated one, the second half is a bar of its own.
        """
        total = timeline.duration.total_seconds()
        expected = []
        for step in timeline:
            start, end = step.start.total_seconds(), step.end.total_seconds()
            expected += [(start, (start + end) / 2), ((start + end) / 2, end)] if step.estimated else [(start, end)]

        drawn = [
            ((start - LEFT) / WIDTH * total, (end - LEFT) / WIDTH * total) for start, end, _ in bars(read(timeline))
        ]

        assert np.allclose(sorted(expected), sorted(drawn), rtol=0, atol=0.02 / WIDTH * total)

    def test_gives_every_exercise_a_lane(self):
        """
        The bars of an exercise are on the line of its name, and so are the gaps before it.
        """
        items = [Exercise("One", Hold(10)), Rest(10), Exercise("Two", Hold(10)), Rest(20)]

        drawn = bars(read(schedule(Routine("Routine", items))))

        assert [10, 10, 30, 30, 30] == sorted(round(middle) for _, _, middle in drawn)

    def test_draws_a_routine_of_rests(self):
        """
        Without exercises there is one lane, without a name.
        """
        assert [10, 10] == [round(middle) for _, _, middle in bars(read(schedule(Routine("Rest", [Rest(10)]))))]

    def test_fades_estimated_steps(self):
        """
        The second half of a self-paced movement is paler than the first.
        """
        work = Repetitions(1, [Move(), Hold(5)])
        drawing = read(schedule(Routine("Routine", [Exercise("Exercise", work)]), Pacing(prepare=0)))

        opacities = [path.get("fill-opacity") for path in paths(drawing)]

        assert [None, "0.4", None] == opacities

    def test_explains_the_colours_of_sides(self):
        """
        The sides are named, unless there is only one colour.
        """
        assert ["left", "right", "both"] == texts(read(schedule(BACK_PAIN_RELIEF)))[-3:]
        assert "both" not in texts(read(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))))

    @pytest.mark.parametrize("phases", [[Hold(5)], [Move(5)], [Move(5), Hold(5)]], ids=["hold", "move", "both"])
    def test_explains_the_colours_that_it_has(self, phases):
        """
        Movements are pale in the legend, too; holds come first.
        """
        exercise = Exercise("x", Repetitions(1, phases), sidedness=Sidedness.each())
        drawing = read(schedule(Routine("Routine", [exercise]), Pacing(prepare=0, switch=0)))

        legend = [rectangle.get("fill") for rectangle in drawing if rectangle.tag.endswith("rect")]

        assert {path.get("fill") for path in paths(drawing)} == set(legend)
        assert 2 * len(phases) == len(legend)
        assert ["left", "right"] == texts(drawing)[-2:]

    def test_explains_the_colours_in_any_language(self):
        """
        The names of sides have room for what they need.
        """
        drawing = ElementTree.fromstring(picture(schedule(BACK_PAIN_RELIEF), GERMAN))

        assert ["links", "rechts", "beide"] == texts(drawing)[-3:]

    @pytest.mark.parametrize("side", Side)
    def test_colours_holds_darker_than_movements(self, side):
        """
        Half of the colour of a movement is white.
        """
        exercise = Exercise("x", Repetitions(1, [Hold(5), Move(5)]), sidedness=Sidedness.only(side))
        drawing = read(schedule(Routine("Routine", [exercise]), Pacing(prepare=0)))

        hold, move = (bytes.fromhex(path.get("fill")[1:]) for path in paths(drawing))

        assert list(move) == [(255 + part) // 2 for part in hold]

    @pytest.mark.parametrize(
        ("seconds", "last"), [(5, "0:05"), (600, "10:00"), (7200, "2:00:00"), (86400 * 300, "6384:00:00")]
    )
    def test_marks_time(self, seconds, last):
        """
        The axis has a few marks, from the beginning to at least near the end.
        """
        marks = texts(read(schedule(Routine("Routine", [Exercise("Exercise", Hold(seconds))]), Pacing(prepare=0))))[2:]

        assert ("0:00", last) == (marks[0], marks[-1])
        assert len(marks) <= 9

    @pytest.mark.parametrize(
        "distance",
        [
            *("0:01", "0:05", "0:10", "0:15", "0:30", "1:00", "2:00", "5:00", "10:00", "15:00", "30:00"),
            *("1:00:00", "2:00:00", "3:00:00", "6:00:00", "12:00:00", "24:00:00", "48:00:00"),
        ],
    )
    def test_marks_round_times(self, distance):
        """
        There are at most eight marks, at round times.
        """
        parts = [int(part) for part in distance.split(":")]
        seconds = sum(part * 60**power for power, part in enumerate(reversed(parts)))
        routine = Routine("Routine", [Exercise("Exercise", Hold(8 * seconds))])

        marks = texts(read(schedule(routine, Pacing(prepare=0))))[2:]

        assert (distance, 9) == (marks[1], len(marks))

    @pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
    def test_is_not_drawn_for_too_many_steps(self, endless):
        """
        Of too many steps there is no picture.
        """
        assert picture(schedule(Routine("Endless", [Exercise("Exercise", endless)]))) is None

    def test_has_limits(self):
        """
        Two thousand steps and sixty exercises are drawn, but not one more.
        """

        def drawn(work, count=1):
            items = [Exercise(f"{number}", work) for number in range(count)]
            return picture(schedule(Routine("Routine", items), Pacing(prepare=0, transition=0, release=0))) is not None

        assert [True, False] == [drawn(Repetitions(count, Hold(1))) for count in (2_000, 2_001)]
        assert [True, False] == [drawn(Hold(1), count) for count in (60, 61)]

    @pytest.mark.parametrize("name", [*NAMES.values(), "\ufffe\uffff"], ids=[*NAMES, "no characters"])
    def test_survives_hostile_names(self, name):
        """
        An XML parser finds any name on one line, shortened if it is long.
        """
        title, label, *_ = texts(read(schedule(Routine(name, [Exercise(name, Hold(30))]))))
        words = re.sub("[\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", on_one_line(name))

        assert words.startswith(title.removesuffix("…"))
        assert words.startswith(label.removesuffix("…"))

    def test_shortens_long_names(self):
        """
        The name of a lane has at most 24 columns, and a title at most 60.
        """
        title, label, *_ = texts(read(schedule(Routine("n" * 61, [Exercise("n" * 25, Hold(30))]))))
        whole_title, whole_label, *_ = texts(read(schedule(Routine("n" * 60, [Exercise("n" * 24, Hold(30))]))))

        assert ("n" * 59 + "…", "n" * 23 + "…") == (title, label)
        assert ("n" * 60, "n" * 24) == (whole_title, whole_label)


class TestNotebooks:
    def test_show_the_picture(self):
        """
        A notebook displays the picture of a timeline; if there are too many steps, its text.
        """
        timeline = schedule(BACK_PAIN_RELIEF)
        endless = schedule(Routine("Endless", [Exercise("Step", Repetitions(10**9))]))

        assert picture(timeline) == timeline._repr_svg_()
        assert endless._repr_svg_() is None
