"""
Routines in every format of cattrs, within the limits of each.
"""

import json
import tomllib
from datetime import timedelta

import attrs
import pytest
import yaml
from cattrs.preconf.json import make_converter as make_json_converter
from cattrs.preconf.msgpack import make_converter as make_msgpack_converter
from cattrs.preconf.orjson import make_converter as make_orjson_converter
from cattrs.preconf.pyyaml import make_converter as make_yaml_converter
from cattrs.preconf.tomlkit import make_converter as make_toml_converter
from hypothesis import example, given, settings

from stretchlib import (
    Circuit,
    Exercise,
    Hold,
    InvalidDocumentError,
    Pacing,
    Repetitions,
    Routine,
    Timeline,
    from_dict,
    register_hooks,
    schedule,
    to_dict,
)
from stretchlib.testing import pacings, routines

MAKERS = {
    "json": make_json_converter,
    "orjson": make_orjson_converter,
    "yaml": make_yaml_converter,
    "msgpack": make_msgpack_converter,
    "toml": make_toml_converter,
}


#: Formats are tested by other projects, so a few routines are enough.
FEW = settings(max_examples=25)


def converter(make):
    made = make()
    register_hooks(made)
    return made


CONVERTERS = [pytest.param(converter(make), id=name) for name, make in MAKERS.items()]


def deepest_circuit():
    item = Exercise("deep", Hold(1))
    for _ in range(32):
        item = Circuit([item])
    return Routine("deep", [item])


@attrs.frozen
class Plan:
    """
    A class of an application with values of stretchlib.
    """

    day: timedelta
    routine: Routine
    pacings: list[Pacing]


@pytest.mark.parametrize("converter", CONVERTERS)
class TestFormats:
    @FEW
    @given(routine=routines())
    @example(routine=deepest_circuit())
    @example(routine=Routine("large", [Exercise("for years", Repetitions(2**63 - 1, Hold(86_399_999_999_999)))]))
    def test_keep_routines(self, converter, routine):
        """
        A routine survives every format, without types of the parser.
        """
        read = converter.loads(converter.dumps(routine), Routine)

        assert routine == read
        assert repr(routine) == repr(read)
        assert {str} == {type(read.name), type(read.description), type(read.source)}

    @FEW
    @given(pacing=pacings())
    def test_keep_pacings(self, converter, pacing):
        """
        A pacing survives every format.
        """
        assert pacing == converter.loads(converter.dumps(pacing), Pacing)

    def test_refuse_invalid_documents(self, converter):
        """
        The problems are the same in every format.
        """
        text = converter.dumps({"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": "30"}]})

        with pytest.raises(
            InvalidDocumentError, match=r"^\$\.items\[0\]\.duration: must be seconds, breaths or a range"
        ):
            converter.loads(text, Routine)

    @settings(FEW, max_examples=10)
    @given(routine=routines(max_size=1))
    def test_keep_routines_in_other_classes(self, converter, routine):
        """
        A class of the caller may contain routines and other values.
        """
        converter = converter.copy()
        converter.register_unstructure_hook(timedelta, timedelta.total_seconds)
        converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
        plan = Plan(timedelta(days=3), routine, [Pacing(), Pacing(level=0.5)])

        assert plan == converter.loads(converter.dumps(plan), Plan)


class TestTimelines:
    @pytest.mark.parametrize("converter", [made for made in CONVERTERS if made.id != "toml"])
    def test_survive_a_round_trip(self, converter):
        """
        A timeline survives every format that has null.
        """
        timeline = schedule(Routine("Back", [Exercise("Plank", Repetitions(3, Hold(2.5)))]))

        assert timeline == converter.loads(converter.dumps(timeline), Timeline)


class TestPlainLibraries:
    @FEW
    @given(routine=routines())
    def test_need_no_converter(self, routine):
        """
        A document consists of plain values, so any library writes and reads it.
        """
        document = to_dict(routine)

        assert document == json.loads(json.dumps(document, allow_nan=False))
        assert routine == from_dict(yaml.safe_load(yaml.safe_dump(document)))

    def test_read_documents_written_by_hand(self):
        """
        TOML and YAML documents are easy to write.
        """
        toml = """
            schema = 1
            name = "Back"

            [[items]]
            kind = "exercise"
            name = "Rotators"
            work = { count = 3, phases = [{ kind = "hold", duration = 30 }] }
        """
        text = """
            schema: 1
            name: Back
            items:
            - kind: exercise
              name: Rotators
              work:
                count: 3
                phases: [{kind: hold, duration: 30}]
        """
        routine = Routine("Back", [Exercise("Rotators", Repetitions(3, Hold(30)))])

        assert routine == from_dict(tomllib.loads(toml))
        assert routine == from_dict(yaml.safe_load(text))

    def test_may_share_parts_of_a_document(self):
        """
        An alias in YAML is read like a copy.
        """
        text = """
            schema: 1
            name: Back
            items:
            - &plank {kind: exercise, name: Plank, work: &twice {count: 2}}
            - *plank
            - {kind: exercise, name: Cat, work: *twice}
        """
        plank, cat = (Exercise(name, Repetitions(2)) for name in ("Plank", "Cat"))

        assert Routine("Back", [plank, plank, cat]) == from_dict(yaml.safe_load(text))
