"""
Tables of steps.
"""

import json
import math
import re
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import wcwidth
from hypothesis import given, settings

from stretchlib import (
    Circuit,
    Exercise,
    ExportError,
    Hold,
    Move,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    from_dict,
    schedule,
)
from stretchlib.exports.text import to_text
from stretchlib.testing import routines, timelines

from ..shorthand import STILL
from .hostile import NAMES, on_one_line

relaxed = settings(max_examples=50)
short_timelines = timelines(routines(max_size=2, max_depth=1)).filter(lambda timeline: len(timeline) <= 100)

PROGRAMMES = sorted((Path(__file__).parents[1] / "programmes" / "documents").glob("*.json"))
NOTHING = dict.fromkeys(("kind", "exercise", "side", "round", "set", "repetition"), "")
LEFT_ALIGNED = {"kind", "exercise", "side"}


def read(table):
    """
    Read the rows of a table by the columns of a terminal: a cell is the text below its heading.
    """
    header, *lines = table.split("\n")
    headings = list(re.finditer(r"\w+", header))
    starts, ends = [], []
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        from_left = heading.group() in LEFT_ALIGNED
        after_left = ends and ends[-1] > headings[len(ends) - 1].end()
        starts.append(heading.start() if from_left or after_left else ends[-1] if ends else 0)
        ends.append((following.start() if following else math.inf) if from_left else heading.end())
    return [
        {heading.group(): below(line, start, end) for heading, start, end in zip(headings, starts, ends, strict=True)}
        for line in lines
    ]


def below(line, start, end):
    found, column = "", 0
    for character in wcwidth.iter_graphemes(line):
        found += character if start <= column < end else ""
        column += wcwidth.wcswidth(character)
    return without_isolates(found.strip())


def without_isolates(text):
    return re.sub("[\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]", "", text)


def duration(clock):
    *hours, minutes, seconds = clock.split(":")
    return timedelta(hours=sum(map(int, hours)), minutes=int(minutes), seconds=float(seconds))


def written(row):
    return {heading: words for heading, words in row.items() if heading not in ("start", "duration")}


def said(step):
    active = step.side is not None
    return {
        "kind": step.kind.value,
        "exercise": ", ".join(filter(None, (step.exercise.name if active else "", step.label))),
        "side": step.side.value if active and step.side is not Side.BOTH else "",
        "round": ".".join(map(str, step.round)),
        "set": str(step.set) if active else "",
        "repetition": str(step.repetition) if active else "",
    }


class TestToText:
    @pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda path: path.stem)
    def test_has_all_columns(self, programme):
        """
        The table of a published programme has the steps, their sides and their times.
        """
        timeline = schedule(from_dict(json.loads(programme.read_text())))

        rows = read(to_text(timeline))

        assert [said(step) for step in timeline] == [{**NOTHING, **written(row)} for row in rows]

    @relaxed
    @given(short_timelines)
    def test_has_exact_times(self, timeline):
        """
        Starts and durations are exact, and estimates are marked.
        """
        rows = read(to_text(timeline))

        assert [(step.start, step.duration, step.estimated) for step in timeline] == [
            (duration(row["start"]), duration(row["duration"].removeprefix("~")), row["duration"].startswith("~"))
            for row in rows
        ]

    def test_has_hours_if_needed(self):
        """
        Hours appear where there are some.
        """
        rows = read(to_text(schedule(Routine("Wait", [Rest(3600), Rest(5), Rest(2.5)]), STILL)))

        assert [("0:00", "1:00:00"), ("1:00:00", "0:05"), ("1:00:05", "0:02.5")] == [
            (row["start"], row["duration"]) for row in rows
        ]

    def test_leaves_out_empty_columns(self):
        """
        Without sides and circuits there are no columns for them.
        """
        header, _ = to_text(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]), STILL)).split("\n")

        assert ["start", "duration", "kind", "exercise", "set", "repetition"] == header.split()

    def test_numbers_rounds(self):
        """
        The rounds of nested circuits are written outermost first.
        """
        inner = Circuit([Exercise("Squat", Move(20))], rounds=2)
        timeline = schedule(Routine("Rounds", [Circuit([inner], rounds=2)]), STILL)

        assert ["1.1", "1.2", "2.1", "2.2"] == [row["round"] for row in read(to_text(timeline))]

    def test_accepts_any_steps(self):
        """
        Any steps become a table, also none.
        """
        timeline = schedule(Routine("Neck", [Exercise("Chin tuck", Repetitions(100, Hold(5)))]))

        assert 3 == len(read(to_text(timeline[:3])))
        assert "" == to_text([])

    @pytest.mark.parametrize(
        ("name", "label", "expected"),
        [("\n", "deeper", "deeper"), ("Squat", "\t", "Squat"), ("\n", " ", None)],
        ids=["name", "label", "both"],
    )
    def test_leaves_out_blank_names_and_labels(self, name, label, expected):
        """
        Blank names and labels are ignored.
        """
        timeline = schedule(Routine("Legs", [Exercise(name, Hold(5, label=label))]), STILL)

        assert [expected] == [row.get("exercise") for row in read(to_text(timeline))]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        Any name stays on its line and in its column, with all its words.
        """
        timeline = schedule(Routine("Routine", [Exercise(name, Hold(30), sidedness=Sidedness.each())]), STILL)

        rows = read(to_text(timeline))

        assert [(without_isolates(on_one_line(name)), side) for side in ("left", "right")] == [
            (row["exercise"], row["side"]) for row in rows
        ]

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    @pytest.mark.parametrize("width", [60, 61, 200])
    def test_keeps_within_a_width(self, name, width):
        """
        No line is wider than the given width, and only names that do not fit are shortened.
        """
        timeline = schedule(Routine("Routine", [Exercise(name, Hold(30), sidedness=Sidedness.each())]), STILL)
        words = without_isolates(on_one_line(name))

        table = to_text(timeline, width=width)
        found = read(table)[0]["exercise"]

        assert max(map(wcwidth.wcswidth, table.split("\n"))) <= width
        assert words.startswith(found.removesuffix("…"))
        assert (found == words) is (max(map(wcwidth.wcswidth, to_text(timeline).split("\n"))) <= width)

    @pytest.mark.parametrize(
        "name", ["מתיחת ירך", "شد 12 الساق", "\N{RIGHT-TO-LEFT OVERRIDE}txet", "\N{POP DIRECTIONAL ISOLATE}תמיכה"]
    )
    def test_isolates_names_from_right_to_left(self, name):
        """
        Such a name is isolated, and nothing in it ends the isolate, so the next cell stays in place.
        """
        steps = schedule(Routine("Routine", [Exercise(name, Hold(30), sidedness=Sidedness.each())]), STILL)

        _, line, _ = to_text(steps, width=60).split("\n")
        before, inside, after = re.split("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]", line)

        assert (without_isolates(name), "left") == (inside, after.split()[0])
        assert before.isascii()

    def test_leaves_other_names_alone(self):
        """
        Names in left-to-right scripts do not change.
        """
        table = to_text(schedule(Routine("Routine", [Exercise("太もも Ноги", Hold(30))])))

        assert table == without_isolates(table)

    def test_measures_each_name_once(self):
        """
        A long name is measured once, however many steps have it.
        """
        steps = schedule(Routine("Routine", [Exercise("é" * 10_000, Repetitions(200, Hold(1)))]))
        calls = Counter()

        def count(frame, event, _):
            calls[frame.f_code.co_name] += event == "call"

        sys.setprofile(count)
        try:
            to_text(steps)
        finally:
            sys.setprofile(None)

        assert calls["characters"] <= 3 * 10_100

    def test_refuses_an_endless_table(self):
        """
        A table is refused as soon as it has more than ten million characters.
        """
        steps = schedule(Routine("Routine", [Exercise("x" * 1_000_000, Repetitions(10**12, Hold(1)))]))

        with pytest.raises(
            ExportError, match="^a table must have at most 10000000 characters: pass fewer steps, or a smaller width$"
        ):
            to_text(steps)
        assert 10 == len(to_text(steps[:9], width=80).split("\n"))

    @pytest.mark.parametrize(
        ("steps", "sentence"),
        [
            (
                Routine("Neck", [Rest(5)]),
                "^steps must be a timeline, as schedule.. returns it, or other steps .got R",
            ),
            (None, "^steps must be a timeline, as schedule.. returns it, or other steps .got None"),
            ("ab", "^steps.0. must be a Step .got 'a'"),
        ],
        ids=["routine", "nothing", "text"],
    )
    def test_refuses_other_values(self, steps, sentence):
        """
        A routine that was not scheduled is refused.
        """
        with pytest.raises(TypeError, match=sentence):
            to_text(steps)

    @pytest.mark.parametrize(("width", "error"), [(0, ValueError), ("80", TypeError)])
    def test_refuses_other_widths(self, width, error):
        """
        A width is a whole number of columns.
        """
        with pytest.raises(error, match="^width must be "):
            to_text([], width=width)

    def test_refuses_a_width_without_room_for_names(self):
        """
        A width that is too small is refused with the lower bound.
        """
        timeline = schedule(Routine("Neck", [Exercise("Chin tuck exercise", Hold(5))]), STILL)

        with pytest.raises(ExportError, match=r"width must be at least 48 for these steps \(got 47\)"):
            to_text(timeline, width=47)

        assert 48 == max(map(len, to_text(timeline, width=48).split("\n")))
