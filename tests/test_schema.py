"""
The JSON Schema accepts what `from_dict` reads.
"""

import inspect
import json
import re
from pathlib import Path
from random import Random

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
    InvalidDocumentError,
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

from .documents.damage import damaged, documents

#: The rules that JSON Schema cannot express, by the messages of the reader.
BEYOND_SCHEMA = {
    "`low` is at most `high`": r"low: must be at most high",
    "circuits nest at most 32 deep": r"must nest circuits at most 32 deep",
    "repetitions at most 8 deep": r"must nest repetitions at most 8 deep",
    "from 8,589,934,592 on, seconds are whole": r"must be whole seconds from 8589934592 on",
    "whole numbers have at most 4,300 digits": r"must have at most 4300 digits",
    "text has no lone surrogates": r"must be text without lone surrogates",
    "at most `max_values` values": r"must (hold at most \d+ values|be at most 100 levels deep)",
    "some fields cannot be combined": r"must not be given together|must be left out|as many as times_of_day",
    "the same time of day is not written in two ways": r"must not name a time twice",
    "NaN, infinities": r"must be finite",
}
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
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def routine_of(**item):
    return {"schema": 1, "name": "r", "items": [{"kind": "exercise", "name": "e", "work": {}, **item}]}


def in_circuits(depth):
    items = routine_of()["items"]
    for _ in range(depth):
        items = [{"kind": "circuit", "items": items}]
    return {"schema": 1, "name": "r", "items": items}


def in_repetitions(depth):
    work = {}
    for _ in range(depth - 1):
        work = {"phases": [{"kind": "repetitions", **work}]}
    return routine_of(work=work)


def problems(document, **options):
    try:
        from_dict(document, **options)
    except InvalidDocumentError as error:
        return (*map(str, error.problems),)
    return ()


def only_beyond_schema(found):
    return all(re.search("|".join(BEYOND_SCHEMA.values()), problem) for problem in found)


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


class TestAgreement:
    def test_covers_damaged_documents(self, pytestconfig):
        """
        It accepts damaged documents that are read, and those with problems that it cannot express.
        """
        random, valid = Random(4), documents(60)
        verdicts, disagreements = set(), []
        for _ in range(pytestconfig.getoption("--documents") // 10):
            try:
                document = json.loads(json.dumps(damaged(random, random.choice(valid))))
                accepted = VALIDATOR.is_valid(document)
            except (RecursionError, TypeError, ValueError):
                # Values that are not JSON, or too deep for the validator.
                continue
            found = problems(document)
            verdicts.add((accepted, bool(found)))
            if accepted != only_beyond_schema(found) and (accepted or not found):
                disagreements.append((accepted, found, document))

        assert [] == disagreements
        assert {(True, False), (False, True)} <= verdicts

    @pytest.mark.parametrize(
        "exercise",
        [
            {"sets": 3.0},
            {"sets": {"low": 1, "high": 10**20}},
            {"rest_between_sets": 0.0},
            {"rest_between_sets": 1e-6},
            {"rest_between_sets": 86_399_999_999_999},
            {"rest_between_sets": {"breaths": {"low": 1, "high": 2.0}}},
            {"rest_between_sets": {"low": 0, "high": 0}},
            {"rest_between_sets": {"low": 0}},
            {"rest_between_sets": {"breaths": 0.5}},
            {"rest_between_sets": {"breaths": {"high": 3}}},
            {"sets": {"as_many_as_fit": {"low": 200, "high": 300}}},
            {"sets": {"as_many_as_fit": {"breaths": 20}}},
            {"schema": 1.0},
            {"work": {"kind": "repetitions"}},
            {"work": {"schema": 1}, "sidedness": {"schema": 1}, "sets": {"schema": 1, "low": 2}},
            {"frequency": {"times_of_day": ["23:59:59", "00:00"], "times": 2}},
            {"frequency": {"weekdays": ["sunday", "monday"]}},
            {"work": {"phases": [{"kind": "hold", "duration": 5, "side": "opposite"}]}},
        ],
        ids=str,
    )
    def test_covers_values_at_the_limits(self, exercise):
        """
        Both accept values at the edge.
        """
        document = routine_of(**exercise)

        assert () == problems(document)
        assert VALIDATOR.is_valid(document)

    @pytest.mark.parametrize(
        "exercise",
        [
            {"sets": True},
            {"sets": 2.5},
            {"sets": 0},
            {"sets": None},
            {"rest_between_sets": -1},
            {"rest_between_sets": 9e-7},
            {"rest_between_sets": 86_400_000_000_000},
            {"rest_between_sets": 1e308},
            {"rest_between_sets": {"breaths": 1, "low": 1}},
            {"rest_between_sets": {"breaths": 0.3}},
            {"rest_between_sets": {"breaths": 0}},
            {"rest_between_sets": {"breaths": {"low": 0.5}}},
            {"rest_between_sets": {"low": None}},
            {"sets": {"as_many_as_fit": {"low": 300}}},
            {"sets": {"as_many_as_fit": 0}},
            {"sets": {"as_many_as_fit": {"breaths": {"high": 5}}}},
            {"schema": 2},
            {"schema": True},
            {"$schema": "exercise.json"},
            {"frequency": {"times_of_day": ["8:00"]}},
            {"frequency": {"times_of_day": ["24:00"]}},
            {"frequency": {"times_of_day": [480]}},
            {"frequency": {"weekdays": ["monday", "monday"]}},
            {"work": {"phases": [{"kind": "rest", "duration": 5, "side": "opposite"}]}},
            {"rest_between_sets": {}},
            {"work": {"kind": "hold"}},
            {"work": {"phases": [{"kind": "hold", "duration": 0}]}},
            {"work": {"phases": [{"kind": "hold", "duration": 2.5e-132}]}},
            {"work": {"phases": []}},
            {"sidedness": {"sides": ["left", "left"]}},
            {"sidedness": {"sides": []}},
            {"tags": [""]},
            {"frequency": {"weeks": None}},
            {"Sets": 1},
        ],
        ids=str,
    )
    def test_covers_values_beyond_the_limits(self, exercise):
        """
        Both refuse values beyond the edge.
        """
        document = routine_of(**exercise)

        assert not only_beyond_schema(problems(document))
        assert not VALIDATOR.is_valid(document)

    @pytest.mark.parametrize(
        ("rule", "document"),
        [
            ("`low` is at most `high`", routine_of(sets={"low": 2, "high": 1})),
            ("circuits nest at most 32 deep", in_circuits(33)),
            ("repetitions at most 8 deep", in_repetitions(9)),
            ("from 8,589,934,592 on, seconds are whole", routine_of(rest_between_sets=2**33 + 0.5)),
            ("whole numbers have at most 4,300 digits", routine_of(sets=10**4300)),
            ("text has no lone surrogates", routine_of(instructions="\ud800")),
            ("at most `max_values` values", routine_of(tags=["a"] * 200)),
            ("some fields cannot be combined", routine_of(frequency={"weeks": 1, "days": 2})),
            ("some fields cannot be combined", routine_of(frequency={"weekdays": ["monday"], "unit": "week"})),
            ("some fields cannot be combined", routine_of(frequency={"times_of_day": ["08:00"], "times": 2})),
            (
                "the same time of day is not written in two ways",
                routine_of(frequency={"times_of_day": ["08:00", "08:00:00"]}),
            ),
            ("NaN, infinities", routine_of(rest_between_sets=float("nan"))),
        ],
    )
    def test_excludes_only_documented_rules(self, rule, document):
        """
        The docstring lists the rules that JSON Schema cannot express; only the reader checks these.
        """
        [problem] = problems(document, max_values=200)

        assert re.search(BEYOND_SCHEMA[rule], problem)
        assert VALIDATOR.is_valid(document)
        assert rule in json_schema.__doc__

    @pytest.mark.parametrize("items", [[], [{"kind": "circuit", "items": []}]], ids=["routine", "circuit"])
    def test_covers_empty_lists(self, items):
        """
        Both refuse routines and circuits without an item.
        """
        document = routine_of() | {"items": items}

        assert not only_beyond_schema(problems(document))
        assert not VALIDATOR.is_valid(document)

    def test_covers_published_programmes(self):
        """
        It accepts every published programme.
        """
        texts = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("programmes/documents/*.json")]

        assert texts
        assert all(VALIDATOR.is_valid(json.loads(text)) for text in texts)
