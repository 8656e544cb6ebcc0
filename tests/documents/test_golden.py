"""
Golden documents, which every later version must read.

`v1/` holds a document for each feature of schema 1, and large ones; `v1/plans/` holds plans, and `v1/timelines/` the
timelines of some routines.
No later change may touch them: `sha256sum --check SHA256SUMS` verifies that without Python.
"""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    PeriodUnit,
    Plan,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
    SwitchAfter,
    Timeline,
    Weekday,
    from_dict,
    json_schema,
    schedule,
    to_dict,
)
from stretchlib._validation import fields_of

HERE = Path(__file__).parent / "v1"
PLANS = [f"plans/{path.stem}" for path in sorted(HERE.glob("plans/*.json"))]
GOLDEN = [*sorted(path.stem for path in HERE.glob("*.json")), *PLANS]
TIMELINES = sorted((HERE / "timelines").glob("*.json"))
CLASSES = [Plan, Stage, Routine, Exercise, Circuit, Rest, Hold, Move, Repetitions, Sidedness, Frequency]


def read(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def read_golden(name):
    return from_dict(read(name), Plan if name in PLANS else Routine)


def routines(name):
    value = read_golden(name)
    return [value] if isinstance(value, Routine) else [each for stage in value.stages for each in stage.routines]


def parts(value):
    """
    Yield *value* and all its parts.
    """
    yield value
    if isinstance(value, tuple):
        for inside in value:
            yield from parts(inside)
    elif attrs.has(type(value)):
        for field in fields_of(type(value)):
            yield from parts(getattr(value, field.name))


def everything():
    """
    Return all parts of all golden routines and plans.
    """
    return [part for name in GOLDEN for part in parts(read_golden(name))]


class TestGoldenDocuments:
    @pytest.mark.parametrize("name", GOLDEN)
    def test_survive_a_round_trip(self, name):
        """
        A document is read and written again, with the same text and order.
        """
        document = read(name)

        assert json.dumps(document) == json.dumps(to_dict(read_golden(name)))

    @pytest.mark.parametrize("name", GOLDEN)
    def test_conform_to_the_schema(self, name):
        """
        The JSON Schema accepts them.
        """
        assert Draft202012Validator(json_schema(type(read_golden(name)))).is_valid(read(name))

    @pytest.mark.parametrize("name", [name for name in GOLDEN if "large" not in name])
    def test_can_be_scheduled(self, name):
        """
        Their timelines have a duration.
        """
        assert all(schedule(routine).duration for routine in routines(name))

    def test_never_change(self):
        """
        Each document has a checksum, so none is changed, removed or added by accident.
        """
        for folder in (HERE, HERE / "plans", HERE / "timelines"):
            lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
            expected = {name: checksum for checksum, name in map(str.split, lines)}

            assert expected == {
                path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.json"))
            }


class TestGoldenTimelines:
    @pytest.mark.parametrize("path", TIMELINES, ids=lambda path: path.stem)
    def test_have_the_same_steps(self, path):
        """
        Routine and pacing give exactly the stored steps.
        """
        document = json.loads(path.read_text(encoding="utf-8"))

        assert json.dumps(document) == json.dumps(to_dict(from_dict(document, Timeline)))


class TestCoverage:
    @pytest.mark.parametrize("kind", CLASSES)
    def test_includes_every_field(self, kind):
        """
        Each field has a document with a value other than the default.
        """
        values = [part for part in everything() if isinstance(part, kind)]
        fields = fields_of(kind)

        assert [] == [f.name for f in fields if all(getattr(value, f.name) == f.default for value in values)]

    @pytest.mark.parametrize("members", [Side, RelativeSide, SwitchAfter, PeriodUnit, Weekday])
    def test_includes_every_member(self, members):
        """
        There is a document with each side, each way to switch, each unit and each day.
        """
        assert set(members) == {part for part in everything() if isinstance(part, members)}

    def test_includes_ranges_and_breaths(self):
        """
        There are documents with breaths of every kind, with ranges with one end, and with as many times as fit.
        """
        found = {part for part in everything() if isinstance(part, (Range, Breaths, AsManyAsFit))}
        ranges = {(part.low is None, part.high is None) for part in found if isinstance(part, Range)}

        assert {(False, False), (True, False), (False, True)} == ranges
        assert {int, float, Range} == {type(part.count) for part in found if isinstance(part, Breaths)}
        assert {timedelta, Range, Breaths} == {type(part.duration) for part in found if isinstance(part, AsManyAsFit)}
