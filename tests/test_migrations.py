"""
Migrations of documents of older schemas.
"""

import ast
import copy
import inspect
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

import stretchlib
from stretchlib import (
    Duration,
    Exercise,
    Hold,
    InvalidDocumentError,
    Item,
    Range,
    Repetitions,
    Routine,
    Sidedness,
    from_dict,
)
from stretchlib.documents import migrations as module
from stretchlib.documents.migrations import MIGRATIONS, SCHEMA, migrate, schema_of
from stretchlib.documents.problems import raise_problem

from .documents.shapes import converter


def name_the_work(document, _kind):
    """
    An invented migration from schema -1 to 0: a hold, in minutes, was a field of the exercise.
    """
    return {**document, "items": [_with_work(item) for item in document["items"]]}


def _with_work(item):
    others = {key: value for key, value in item.items() if key not in ("hold", "times")}
    return others | {"work": {"count": item["times"], "phases": [{"kind": "hold", "duration": item["hold"] * 60}]}}


def name_the_sides(document, _kind):
    """
    An invented migration from schema 0 to 1: both sides were a flag of the exercise.
    """
    return {**document, "items": [_with_sides(item) for item in document["items"]]}


def _with_sides(item):
    others = {key: value for key, value in item.items() if key != "bilateral"}
    sidedness = {"sides": ["left", "right"], "switch_after": "repetition"}
    return others | {"sidedness": sidedness} if item.get("bilateral") else others


STEPS = {-1: name_the_work, 0: name_the_sides}
OLD = {
    "schema": -1,
    "name": "Back",
    "items": [{"kind": "exercise", "name": "Rotators", "times": 3, "hold": 0.5, "bilateral": True}],
}
ROUTINE = Routine("Back", [Exercise("Rotators", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())])


@pytest.fixture
def older_schemas(monkeypatch):
    """
    Add two older schemas.
    """
    monkeypatch.setattr("stretchlib.documents.reading.migrate", partial(migrate, migrations=STEPS))


def refused(document, **options):
    with pytest.raises(InvalidDocumentError) as caught:
        migrate(document, "Routine", **options)
    return list(map(str, caught.value.problems))


class TestMigrate:
    def test_applies_all_steps_in_order(self):
        """
        A document goes through every schema between its own and the newest.
        """
        document = migrate(OLD, "Routine", migrations=STEPS)

        assert SCHEMA == document["schema"]
        assert ROUTINE == from_dict(document)

    def test_skips_steps_before_the_schema_of_the_document(self):
        """
        A document of a later schema needs only the later steps.
        """
        between = name_the_work(OLD, "Routine") | {"schema": 0}

        assert migrate(OLD, "Routine", migrations=STEPS) == migrate(between, "Routine", migrations=STEPS)

    def test_passes_each_step_a_document_of_its_schema(self):
        """
        Every step is handed a document of its own schema, and the last one makes the newest.
        """
        seen = []
        steps = dict.fromkeys(range(1, 4), lambda document, _: seen.append(document["schema"]) or document)

        assert {"schema": 4} == migrate({"schema": 1}, "Routine", migrations=steps, newest=4)
        assert [1, 2, 3] == seen

    def test_reports_the_step_that_fails(self):
        """
        The message names the schemas before and after the step.
        """
        steps = {1: lambda document, _: document, 2: lambda document, _: document["no such key"]}

        assert ["$: cannot be migrated from schema 2 to 3: KeyError: 'no such key'"] == refused(
            {"schema": 1}, migrations=steps, newest=3
        )

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            (Routine, "Routine"),
            (Sidedness, "Sidedness"),
            (Item, "Item"),
            (Range[int], "RangeOfCounts"),
            (Duration | None, "timedelta | Breaths | RangeOfDurations"),
        ],
        ids=str,
    )
    def test_passes_each_step_the_kind(self, kind, name, monkeypatch):
        """
        `{"rest": 5}` may be a sidedness or repetitions.
        """
        seen = []
        steps = {0: lambda document, kind: seen.append(kind) or document}
        monkeypatch.setattr("stretchlib.documents.reading.migrate", partial(migrate, migrations=steps))
        with suppress(InvalidDocumentError):
            converter().structure({"schema": 0}, kind)

        assert [name] == seen

    def test_keeps_the_place_of_a_problem(self):
        """
        A step may raise a problem with a place.
        """

        def step(_document, _kind):
            raise_problem("must be in minutes (got 'x')", "items", 0)

        assert ["$.items[0]: must be in minutes (got 'x')"] == refused({"schema": 0}, migrations={0: step})

    def test_leaves_current_documents_as_they_are(self):
        """
        A document of the newest schema does not change.
        """
        document = {"schema": 1, "bilateral": "whatever"}

        assert document == migrate(document, "Routine", migrations=STEPS)

    def test_does_not_change_the_argument(self):
        """
        The argument is not changed.
        """
        before = copy.deepcopy(OLD)
        migrate(OLD, "Routine", migrations=STEPS)

        assert before == OLD

    def test_is_part_of_reading(self, older_schemas):
        """
        `from_dict` reads every schema with steps.
        """
        assert ROUTINE == from_dict(OLD)

    def test_gives_problems_places_in_the_current_schema(self, older_schemas):
        """
        Problems of a migrated document refer to the current schema.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            from_dict({**OLD, "items": [{**OLD["items"][0], "times": 0}]})

        assert ("$.items[0].work.count: must be at least 1 (got 0)",) == tuple(map(str, caught.value.problems))

    @pytest.mark.parametrize(
        ("items", "reason"),
        [
            ([{"kind": "exercise", "name": "Rotators", "times": 3}], "KeyError: 'hold'"),
            ([5], "AttributeError: 'int' object has no attribute 'items'"),
            (5, "TypeError: 'int' object is not iterable"),
        ],
        ids=["a missing key", "a number for an object", "a number for a list"],
    )
    def test_hides_errors_of_steps(self, items, reason):
        """
        If a step raises another error, the message names the step.
        """
        problem = f"$: cannot be migrated from schema -1 to 0: {reason}"

        assert [problem] == refused({**OLD, "items": items}, migrations=STEPS)

    def test_reports_the_step_through_from_dict(self, older_schemas):
        """
        `from_dict` passes on which step cannot be taken.
        """
        with pytest.raises(
            InvalidDocumentError, match=r"^\$: cannot be migrated from schema -1 to 0: KeyError: 'items'$"
        ):
            from_dict({"schema": -1})


class TestSchemaOf:
    @pytest.mark.parametrize("schema", [1, 1.0])
    def test_is_a_whole_number(self, schema):
        """
        The schema of a document is a whole number, also if written as `1.0`.
        """
        assert 1 == schema_of({"schema": schema}, 1, 1)

    @pytest.mark.parametrize(
        ("schema", "problem"),
        [
            (2, "written for schema 2, this version reads up to 1"),
            (10**5000, "written for schema an integer of 16610 bits, this version reads up to 1"),
            (0, "written for schema 0, this version reads from 1 on"),
            ("1", "must be a whole number (got '1')"),
            (1.5, "must be a whole number (got 1.5)"),
            (float("inf"), "must be a whole number (got inf)"),
            (True, "must be a whole number (got True)"),
            (None, "must be a whole number (got None)"),
            ([1], "must be a whole number (got [1])"),
        ],
        ids=["newer", "much newer", "older", "text", "fraction", "infinite", "boolean", "null", "list"],
    )
    def test_must_be_one_that_can_be_read(self, schema, problem):
        """
        The error names the schemas that can be read.
        """
        assert [f"$.schema: {problem}"] == refused({"schema": schema})

    def test_starts_at_the_oldest_step(self):
        """
        The oldest readable schema is the one of the oldest step.
        """
        assert ["$.schema: written for schema -2, this version reads from -1 on"] == refused(
            {"schema": -2}, migrations=STEPS
        )

    def test_is_required(self):
        """
        The schema is required.
        """
        assert ["$.schema: missing, write 1"] == refused({"name": "Back"})


class TestMigrations:
    def test_lead_to_the_newest_schema_without_a_gap(self):
        """
        There is a step from every schema since the oldest.
        """
        assert list(range(SCHEMA - len(MIGRATIONS), SCHEMA)) == list(MIGRATIONS)

    def test_do_not_use_the_model(self):
        """
        Steps work on plain documents, so they do not depend on later versions of the model.
        """
        tree = ast.parse(Path(inspect.getfile(module)).read_text(encoding="utf-8"))
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

        assert {"stretchlib._messages", "stretchlib.documents.problems", "stretchlib.errors"} == {
            name for name in imported if name.startswith("stretchlib")
        }
        assert not {name for name in vars(module) if name in stretchlib.__all__} - {"InvalidDocumentError"}
