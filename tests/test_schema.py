"""
The JSON Schema accepts what `from_dict` reads.
"""

import inspect
import json
import re

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    Step,
    Timeline,
    from_dict,
    json_schema,
    to_dict,
)
from stretchlib._validation import check_whole, fields_of
from stretchlib.documents.kinds import shape_of
from stretchlib.documents.schema import _number
from stretchlib.testing.registration import _STRATEGIES

from .schemas import SCHEMA, routine_of

CLASSES = {
    "Circuit": Circuit,
    "Exercise": Exercise,
    "Frequency": Frequency,
    "Hold": Hold,
    "Move": Move,
    "Repetitions": Repetitions,
    "RepetitionsWithOptionalKind": Repetitions,
    "Rest": Rest,
    "Sidedness": Sidedness,
}
READABLE = [
    *(AsManyAsFit, Breaths, Circuit, Exercise, Frequency, Hold, Move, Pacing, Plan, Repetitions, Rest, Routine),
    *(Sidedness, Stage, Timeline),
]


def all_objects(schema):
    """
    Yield the schemas of all objects in *schema*.
    """
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inside in schema.values():
            yield from all_objects(inside)
    elif isinstance(schema, list):
        for inside in schema:
            yield from all_objects(inside)


def containers(schema):
    """
    Yield all objects and lists of a schema.
    """
    if isinstance(schema, dict | list):
        yield schema
        for inside in schema.values() if isinstance(schema, dict) else schema:
            yield from containers(inside)


class TestJsonSchema:
    @pytest.mark.parametrize("kind", READABLE)
    def test_is_valid(self, kind):
        """
        It is valid for draft 2020-12, for every class that can be read.
        """
        schema = json_schema(kind)
        Draft202012Validator.check_schema(schema)

        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        assert schema == json.loads(json.dumps(schema, allow_nan=False))

    @pytest.mark.parametrize("kind", [kind for kind in READABLE if kind in _STRATEGIES])
    def test_accepts_written_documents(self, kind):
        """
        It accepts the document of a value, which has a schema only at the top level.
        """
        validator = Draft202012Validator(json_schema(kind))

        @settings(max_examples=10, suppress_health_check=list(HealthCheck))
        @given(st.from_type(kind))
        def check(value):
            assert validator.is_valid({"$schema": "../routine.json", **to_dict(value)})

        check()

    @pytest.mark.parametrize(
        ("kind", "document", "valid"),
        [
            (Repetitions, {"count": 3}, True),
            (Repetitions, {"kind": "repetitions", "count": 3}, True),
            (Hold, {"kind": "hold", "duration": 30}, True),
            (Hold, {"duration": 30}, False),
        ],
    )
    def test_requires_the_kind_of_all_but_repetitions(self, kind, document, valid):
        """
        As reading does, also for a document by itself.
        """
        assert valid is Draft202012Validator(json_schema(kind)).is_valid(document)

    @pytest.mark.parametrize("kind", [int, str, None, Step, Range, "Routine"])
    def test_exists_only_for_classes_that_can_be_read(self, kind):
        """
        There is no schema for anything else.
        """
        with pytest.raises(TypeError, match=r"^kind must be Routine, Plan, .* or AsManyAsFit \(got "):
            json_schema(kind)

    def test_has_the_given_id(self):
        """
        References are relative to it, so that the schema may be a part of another.
        """
        schema = json_schema(id="https://example.org/routine.json")
        [references] = [json.dumps(schema).count(prefix) for prefix in ('"$ref": "https://example.org/routine.json#/',)]

        assert "https://example.org/routine.json" == schema["$id"]
        assert references == json.dumps(schema).count('"$ref"')
        assert Draft202012Validator(schema).is_valid(routine_of())

    def test_refuses_an_id_with_a_fragment(self):
        """
        Its references would not resolve.
        """
        with pytest.raises(ValueError, match=r"^id must not have a fragment \(got 'https://example.org/x#'\)$"):
            json_schema(id="https://example.org/x#")

    @pytest.mark.parametrize(("key", "value"), [("times_of_day", "08:00"), ("weekdays", "monday"), ("sides", "left")])
    def test_has_lists_of_unique_values(self, key, value):
        """
        Times of day are such a list, too.
        """
        validator = Draft202012Validator(json_schema(Sidedness if key == "sides" else Frequency))

        assert validator.is_valid({key: [value]})
        assert not validator.is_valid({key: [value] * 2})

    def test_is_new_every_time(self):
        """
        To change a returned schema does not change later ones.
        """
        changed = json_schema()
        changed["$defs"]["Hold"]["properties"]["duration"]["anyOf"].clear()
        changed["$defs"]["Sidedness"]["properties"]["sides"]["default"].clear()

        assert SCHEMA == json_schema()

    def test_shares_no_parts(self):
        """
        To change one part changes no other.
        """
        parts = [id(part) for part in containers(json_schema())]

        assert len(parts) == len(set(parts))

    def test_describes_every_field(self):
        """
        Every object and every field has a description, and no object allows other fields.
        """
        objects = list(all_objects(SCHEMA))
        fields = [field for each in objects for field in each["properties"].values()]

        assert all(each["description"] and each["additionalProperties"] is False for each in objects)
        assert all(field["description"].endswith(".") for field in fields)

    @pytest.mark.parametrize(("name", "kind"), CLASSES.items())
    def test_has_the_fields_of_each_class(self, name, kind):
        """
        An object has the fields of its class, and requires those without a default.
        """
        schema = SCHEMA["$defs"][name]
        fields = [field.name for field in sorted(fields_of(kind), key=lambda field: field.kw_only)]
        required = [field.name for field in fields_of(kind) if field.default is attrs.NOTHING]

        assert fields == [name for name in schema["properties"] if name not in ("schema", "kind")]
        assert required == [name for name in schema.get("required", []) if name != "kind"]

    @pytest.mark.parametrize(("name", "kind"), CLASSES.items())
    def test_describes_classes_as_they_do(self, name, kind):
        """
        The description of an object is the first line of the docstring of its class.
        """
        assert inspect.getdoc(kind).splitlines()[0] == SCHEMA["$defs"][name]["description"]

    @pytest.mark.parametrize("kind", READABLE)
    def test_describes_fields_as_the_classes_do(self, kind):
        """
        The description of a field is that of the docstring of its class, without markup.
        """
        told = " ".join(inspect.getdoc(kind).split())
        properties = json_schema(kind)["properties"]
        names = [field.name for field in fields_of(kind) if field.name in properties]
        plain = re.sub("[`*]", "", told.replace("`None`", "left out"))

        assert [] == [name for name in names if properties[name]["description"] not in plain]

    def test_describes_missing_values_of_steps_as_null(self):
        """
        A step has all keys, so none of its descriptions says "left out".
        """
        properties = json_schema(Timeline)["$defs"]["Step"]["properties"]

        assert "The side; null in gaps." == properties["side"]["description"]

    def test_knows_the_elements_of_lists_in_steps(self):
        """
        Paths and rounds are whole numbers, and some numbers of rounds are missing.
        """
        properties = json_schema(Timeline)["$defs"]["Step"]["properties"]

        assert {"type": "integer"} == properties["path"]["items"] == properties["round"]["items"]
        assert {"type": ["integer", "null"]} == properties["rounds"]["items"]

    def test_has_the_defaults(self):
        """
        A document with all defaults is read as the same value as one without them.
        """
        full = {
            name: field["default"]
            for name, field in SCHEMA["$defs"]["Exercise"]["properties"].items()
            if "default" in field
        }
        work = {
            name: field["default"]
            for name, field in SCHEMA["$defs"]["RepetitionsWithOptionalKind"]["properties"].items()
            if "default" in field
        }

        assert from_dict(routine_of()) == from_dict(routine_of(**full, work=work))
        assert {"sets", "sidedness", "instructions", "pictures", "videos", "equipment", "tags", "id"} == set(full)
        assert {"kind", "count", "phases"} == set(work)


class TestNumbers:
    @pytest.mark.parametrize(
        ("check", "schema"),
        [
            (lambda number: None, {"type": "number"}),
            (lambda number: check_whole("", number), {"type": "integer", "minimum": 1}),
            (Breaths, {"type": "number", "minimum": 0.5, "multipleOf": 0.5}),
            (lambda number: Pacing(level=number), {"type": "number", "minimum": 0, "maximum": 1}),
        ],
        ids=["any", "whole", "halves", "a level"],
    )
    def test_have_the_limits_of_their_validators(self, check, schema):
        """
        The limits are found by trying a few values.
        """
        assert schema == _number(check)


class TestShapes:
    @pytest.mark.parametrize("kind", [bytes, dict, set, None], ids=str)
    def test_are_known_for_all_types_of_fields(self, kind):
        """
        A field of an unknown type is an error of the class.
        """
        with pytest.raises(TypeError, match=r"^documents contain no "):
            shape_of(kind)
