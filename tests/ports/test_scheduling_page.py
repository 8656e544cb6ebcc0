"""
The page about scheduling in another language, and its program, compared with the library.
"""

import json
import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from runpy import run_path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stretchlib
from stretchlib import Exercise, Pacing, Repetitions, Rest, Routine, from_dict, schedule, to_dict
from stretchlib.testing import pacings, routines

from .suite import build

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "reference" / "scheduling.md").read_text(encoding="utf-8")
PROGRAMMES = sorted((REPOSITORY / "tests" / "programmes" / "documents").glob("*.json"))
NOTATIONS = re.findall(r"^\| `([A-Z].*?)` \| `(\{.*)` \|$", PAGE, re.MULTILINE)

program = run_path(str(REPOSITORY / "examples" / "08_scheduler_without_stretchlib.py"))


def steps(routine, pacing):
    return list(program["Scheduler"](pacing).steps(routine))


class TestNotations:
    @pytest.mark.parametrize(("notation", "document"), NOTATIONS)
    def test_are_those_of_documents(self, notation, document):
        """
        A value of the rules is read from the document beside it.
        """
        value = eval(notation, vars(stretchlib))

        assert value == from_dict(json.loads(document), type(value))


class TestSteps:
    """
    "This program implements the rules without the library:"
    """

    @settings(max_examples=50)
    @given(routines(max_size=2, max_depth=1), pacings())
    def test_equal_the_steps_of_the_library(self, routine, pacing):
        """
        The program creates the same steps as the library.
        """
        timeline = to_dict(schedule(routine, pacing))

        assert timeline["steps"] == steps(timeline["routine"], timeline["pacing"])

    @pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
    def test_of_published_programmes_equal_those_of_the_library(self, path):
        """
        Also between the ends of ranges.
        """
        routine = from_dict(json.loads(path.read_text(encoding="utf-8")))
        timeline = to_dict(schedule(routine, Pacing(level=0.3)))

        assert timeline["steps"] == steps(timeline["routine"], timeline["pacing"])

    def test_pass_the_suite_for_ports(self):
        """
        "The program below passes all of `scheduled`, and of `fitted` at the level of the timeline."
        """
        suite = json.loads(json.dumps(build()))

        for case in suite["scheduled"] + suite["fitted"]:
            assert case["timeline"]["steps"] == steps(case["routine"], case["timeline"]["pacing"]), case["name"]


class TestSeconds:
    @given(st.floats(1e-6, 2**33) | st.integers(2, 2**34).map(lambda halves: halves * 5e-7))
    def test_are_read_as_by_the_library(self, value):
        """
        Seconds become the same number of microseconds.
        """
        exercise = {"kind": "exercise", "name": "Bridge", "work": {"rest": value}}
        routine = from_dict({"schema": 1, "name": "Hips", "items": [exercise]})

        assert program["microseconds"](value) == routine.items[0].work.rest // timedelta.resolution

    @given(st.integers(0, 2**33 * 10**6 - 1))
    def test_are_written_as_by_the_library(self, duration):
        """
        Microseconds become the same double, which has at most six decimals.
        """
        routine = Routine("Hips", [Exercise("Bridge", Repetitions(rest=timedelta(microseconds=duration)))])
        value = to_dict(routine)["items"][0]["work"]["rest"]

        assert program["seconds"](duration) == value == float(f"{duration // 10**6}.{duration % 10**6:06}")
        assert duration == program["microseconds"](json.loads(json.dumps(value)))
        assert len(repr(value)) <= len(f"{value:.6f}")

    def test_above_2_to_the_33_are_rounded_once(self):
        """
        "`start` plus `duration` may differ from `end`", and dividing a double by 10^6 is not enough.
        """
        far = to_dict(schedule(Routine("Far", [Rest(2**33), Rest(1e-6), Rest(3e-6)])))["steps"]

        assert any(step["start"] + step["duration"] != step["end"] for step in far)
        assert all(before["end"] == after["start"] for before, after in pairwise(far))
        assert any(float(time) / 1e6 != program["seconds"](time) for time in range(2**53, 2**60, 2**60 // 1001))
