"""
Routines and other values as fields of pydantic models, and in routes of FastAPI.
"""

import json
import subprocess
import sys
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

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
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Stage,
    Timeline,
    Weekday,
    from_dict,
    json_schema,
    schedule,
    to_dict,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.documents.kinds import READABLE
from stretchlib.testing import routines

from .documents.mistakes import MISTAKES

TIMELINE = schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]), Pacing(level=0.5))
VALUES = [
    BACK_PAIN_RELIEF,
    Plan("Back", [Stage(BACK_PAIN_RELIEF, weeks=2)]),
    TIMELINE,
    TIMELINE.pacing,
    Exercise("Squat", Move()),
    Circuit([Exercise("Squat", Move())], rounds=2),
    Stage(BACK_PAIN_RELIEF, weeks=2),
    Rest(5),
    Hold(Breaths(5)),
    Move(2, label="lift"),
    Repetitions(AsManyAsFit(60), Hold(5)),
    Sidedness.each(),
    Frequency(2, weekdays=[Weekday.MONDAY]),
    Breaths(0.5),
    AsManyAsFit(60),
]
each_value = pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
each_kind = pytest.mark.parametrize("kind", [type(value) for value in VALUES])


class Visit(BaseModel):
    routine: Routine
    pacing: Pacing = Pacing()
    homework: list[Exercise] = []


app = FastAPI(separate_input_output_schemas=False)


@app.post("/timelines")
def make_timeline(routine: Annotated[Routine, Body()]) -> Timeline:
    return schedule(routine)


@app.post("/visits")
def make_visit(visit: Visit) -> Visit:
    return visit


@app.post("/plans")
def make_plan(plan: Annotated[Plan, Body()], pacing: Annotated[Pacing, Body()]) -> list[Timeline]:
    return [schedule(routine, pacing) for stage in plan.stages for routine in stage.routines]


client = TestClient(app)


def problems_of(error):
    return [(problem["loc"], problem["msg"]) for problem in error.errors()]


def references(schema):
    """
    Yield all references in a JSON Schema.
    """
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        schema = list(schema.values())
    if isinstance(schema, list):
        for inside in schema:
            yield from references(inside)


def dangling(document):
    """
    Return the dangling references of a *document*.
    """
    found = set()
    for reference in references(document):
        place: Any = document
        for key in reference.removeprefix("#/").split("/"):
            place = place.get(key, {})
        if not place:
            found.add(reference)
    return found


class TestField:
    def test_may_have_any_class_that_is_read(self):
        """
        Every class of `from_dict` can be a field.
        """
        assert {type(value) for value in VALUES} == set(READABLE)

    @each_value
    def test_is_read_from_its_document(self, value):
        """
        The written document can be read, as Python values and as text.
        """
        adapter = TypeAdapter(type(value))

        assert to_dict(value) == adapter.dump_python(value)
        assert value == adapter.validate_python(to_dict(value))
        assert value == adapter.validate_json(adapter.dump_json(value))

    @each_value
    def test_accepts_the_value_itself(self, value):
        """
        A value of the class is accepted like its document.
        """
        assert value is TypeAdapter(type(value)).validate_python(value)

    @given(routines())
    @settings(max_examples=50)
    def test_survives_a_round_trip(self, routine):
        """
        A model with a routine comes back from its JSON.
        """
        visit = Visit(routine=routine, pacing=Pacing(level=0.25), homework=[Exercise("Squat", Move())])

        assert visit == Visit.model_validate_json(visit.model_dump_json())

    def test_may_have_a_default(self):
        """
        A field may be left out, as any other.
        """
        assert Pacing() == Visit(routine=BACK_PAIN_RELIEF).pacing

    def test_does_not_import_pydantic(self):
        """
        Neither importing nor reading and writing imports pydantic.
        """
        code = (
            "import sys, stretchlib, stretchlib.catalog as catalog\n"
            "stretchlib.from_dict(stretchlib.to_dict(catalog.BACK_PAIN_RELIEF))\n"
            "print([name for name in sys.modules if name.startswith('pydantic')])"
        )
        output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        assert "[]\n" == output


class TestProblems:
    @pytest.mark.parametrize("text", [text for text, _ in MISTAKES.values()], ids=MISTAKES)
    def test_have_their_places(self, text):
        """
        A validation error has each problem of the document, at its path.
        """
        with pytest.raises(InvalidDocumentError) as ours:
            from_dict(json.loads(text))
        with pytest.raises(ValidationError) as theirs:
            TypeAdapter(Routine).validate_json(text)

        assert [(problem.path, problem.message) for problem in ours.value.problems] == problems_of(theirs.value)

    def test_begin_with_their_field(self):
        """
        The path begins with the field of the model.
        """
        with pytest.raises(ValidationError) as caught:
            Visit.model_validate({"routine": to_dict(BACK_PAIN_RELIEF), "pacing": {"level": 2}, "homework": [5]})

        assert [
            (("pacing", "level"), "must be from 0 to 1 (got 2.0)"),
            (("homework", 0), "must be an object (got 5)"),
        ] == problems_of(caught.value)

    @pytest.mark.parametrize(
        ("key", "place"),
        [(None, "None"), (7, 7), (10**30, str(10**30)), ("\ud800", "\\ud800"), (("a",), "('a',)")],
        ids=repr,
    )
    def test_may_be_at_any_key(self, key, place):
        """
        Keys that pydantic does not support are written as text.
        """
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(Pacing).validate_python({key: 1})

        assert [(place,)] == [problem["loc"] for problem in caught.value.errors()]


class TestBody:
    def test_becomes_a_routine(self):
        """
        A route receives a routine, and returns the document of a timeline.
        """
        answer = client.post("/timelines", json=to_dict(BACK_PAIN_RELIEF))

        assert 200 == answer.status_code
        assert schedule(BACK_PAIN_RELIEF) == from_dict(answer.json(), Timeline)

    def test_may_have_several_parts(self):
        """
        A route may accept a plan and a pacing, and return a list.
        """
        plan = Plan("Neck", [Stage(TIMELINE.routine), Stage(TIMELINE.routine)])
        answer = client.post("/plans", json={"plan": to_dict(plan), "pacing": to_dict(TIMELINE.pacing)})

        assert [to_dict(TIMELINE)] * 2 == answer.json()

    def test_is_refused_with_all_problems(self):
        """
        The response 422 contains each problem and its place.
        """
        answer = client.post("/visits", json={"routine": {"schema": 1, "name": "", "items": [{"kind": "rest"}]}})

        assert 422 == answer.status_code
        assert [
            (["body", "routine", "name"], "must not be empty (got '')"),
            (["body", "routine", "items", 0, "duration"], "missing"),
        ] == [(problem["loc"], problem["msg"]) for problem in answer.json()["detail"]]

    @pytest.mark.parametrize("name", ["NaN", "1e999", '"\\ud800"', "1" * 4000])
    @pytest.mark.parametrize("key", ["name", "\\ud800"])
    def test_may_contain_any_value(self, key, name):
        """
        Values that JSON cannot express are refused.
        """
        body = f'{{"schema": 1, "{key}": {name}, "items": []}}'
        answer = client.post("/timelines", content=body, headers={"content-type": "application/json"})

        assert 422 == answer.status_code


class TestSchema:
    @each_kind
    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    def test_is_the_schema_of_documents(self, kind, mode):
        """
        For input and output, it is the JSON Schema with all its definitions.
        """
        ours, theirs = json_schema(kind), TypeAdapter(kind).json_schema(mode=mode)
        del ours["$schema"]

        assert ours == {"$defs": {}, **theirs}

    @each_value
    def test_accepts_documents(self, value):
        """
        A document conforms to it, and a damaged one does not.
        """
        validator = Draft202012Validator(TypeAdapter(type(value)).json_schema())

        assert validator.is_valid(to_dict(value))
        assert not validator.is_valid({**to_dict(value), "nmae": "x"})


class TestOpenAPI:
    def test_has_no_dangling_reference(self):
        """
        The OpenAPI document is of version 3.1 and complete.
        """
        document = app.openapi()

        assert document["openapi"].startswith("3.1.")
        assert set() == dangling(document)

    def test_names_bodies_and_responses(self):
        """
        Bodies and responses are named components.
        """
        route = app.openapi()["paths"]["/timelines"]["post"]
        body = route["requestBody"]["content"]["application/json"]["schema"]
        answer = route["responses"]["200"]["content"]["application/json"]["schema"]

        assert {"$ref": "#/components/schemas/RoutineDocument"} == body
        assert {"$ref": "#/components/schemas/TimelineDocument"} == answer

    def test_can_validate_bodies(self):
        """
        Together with its components, the schema of a body accepts what the route accepts.
        """
        components = app.openapi()["components"]
        validator = Draft202012Validator({"$ref": "#/components/schemas/Visit", "components": components})

        assert validator.is_valid({"routine": to_dict(BACK_PAIN_RELIEF), "homework": [to_dict(VALUES[4])]})
        assert not validator.is_valid({"routine": to_dict(BACK_PAIN_RELIEF), "homework": [{"name": "Squat"}]})
