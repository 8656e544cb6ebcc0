"""
The suite for ports, which this library passes, also in Python in a browser.
"""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import stretchlib
from stretchlib import Timeline, from_dict, json_schema

from ..laws.naive import naive_steps
from ..laws.test_rules import as_steps
from .check import KINDS, PARTS, failures
from .documents import IN_FULL
from .routines import FITTED, SCHEDULED
from .situations import SITUATIONS

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    """
    The suite, read from its file.
    """
    path = tmp_path_factory.mktemp("ports") / "suite.json"
    subprocess.run([sys.executable, "-m", "tests.ports.suite", path], check=True, cwd=REPOSITORY)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def timelines(suite):
    """
    The timelines of the suite, by name.
    """
    return {case["name"]: from_dict(case["timeline"], Timeline) for case in suite["scheduled"] + suite["fitted"]}


def folder_of(name):
    """
    Return the folder from which a module is imported.
    """
    spec = find_spec(name)
    return Path(*spec.submodule_search_locations or [spec.origin]).parent


class TestSuite:
    def test_is_passed_by_this_library(self, suite):
        """
        The documents of the suite are read, refused and scheduled as it requires.
        """
        assert [] == list(failures(suite))

    @pytest.mark.parametrize("part", PARTS)
    def test_has_unique_names(self, part, suite):
        """
        In each part there are cases, which a port can tell apart.
        """
        names = [case["name"] for case in suite[part]]

        assert names
        assert len(names) == len(set(names))

    @pytest.mark.parametrize(
        ("part", "key", "other"),
        [
            ("read", "written", {"schema": 1, "name": "Other", "items": [{"kind": "rest", "duration": 1}]}),
            ("refused", "problems", [{"path": ["elsewhere"]}]),
            ("refused", "document", {"schema": 1, "name": "Well", "items": [{"kind": "rest", "duration": 1}]}),
            ("refused", "text", '{"schema": 1, "name": "Well", "items": [{"kind": "rest", "duration": 1}]}'),
            ("scheduled", "pacing", {"schema": 1, "prepare": 99}),
            ("fitted", "within", 10**6),
            ("too_long", "routine", {"schema": 1, "name": "Short", "items": [{"kind": "rest", "duration": 1}]}),
        ],
    )
    def test_detects_wrong_ports(self, part, key, other, suite):
        """
        A changed case fails.
        """
        first = suite[part][0]
        damaged = dict.fromkeys(PARTS, ()) | {part: [first | {key: other}]}

        assert [f"{part}: {first['name']}"] == list(failures(damaged))

    def test_has_steps_by_the_rules_alone(self, timelines):
        """
        The steps follow from the rules as nested loops, too.
        """
        for name, timeline in timelines.items():
            assert list(as_steps(naive_steps(timeline.routine, timeline.pacing))) == list(timeline), name

    @pytest.mark.parametrize("situation", SITUATIONS)
    def test_includes_every_situation(self, situation, timelines):
        """
        Every situation in the rules of time is in a timeline.
        """
        assert any(map(SITUATIONS[situation], timelines.values()))

    def test_has_the_durations_that_were_told(self, suite):
        """
        What a misreading changes is known without the library: how long the routine lasts, and which level fits.
        """
        timelines = {case["name"]: case["timeline"] for case in suite["scheduled"] + suite["fitted"]}

        assert {name: seconds for name, (*_, seconds) in SCHEDULED.items()} == {
            name: timelines[name]["duration"] for name in SCHEDULED
        }
        assert {name: level for name, (*_, level) in FITTED.items()} == {
            name: timelines[name]["pacing"]["level"] for name in FITTED
        }

    @pytest.mark.parametrize("kind", IN_FULL)
    def test_damages_every_key(self, kind):
        """
        The documents in full have all keys of their objects; those of routines are in the document of one.
        """
        schema = json_schema(KINDS[kind])
        objects = [schema, *schema["$defs"].values()] if kind == "routine" else [schema]
        keys = {key for each in objects for key in each.get("properties", {})}

        assert keys - {"$schema"} <= set(re.findall(r'"(\w+)":', json.dumps(IN_FULL[kind])))

    def test_has_a_version_and_a_schema(self, suite):
        """
        The version of the library and the schema are at the top.
        """
        assert {"version": stretchlib.__version__, "schema": 1}.items() <= suite.items()


class TestBrowser:
    def test_runs_the_library(self, suite, run_in_node, tmp_path):
        """
        In Pyodide, Python in a browser, the library imports, reads, writes and schedules.
        """
        path = tmp_path / "suite.json"
        path.write_text(json.dumps(suite), encoding="utf-8")
        folders = {REPOSITORY, *map(folder_of, ("stretchlib", "attrs", "cattrs", "typing_extensions"))}

        assert "[]\n" == run_in_node("pyodide@314.0.7", HERE / "browser.mjs", path, *folders)
