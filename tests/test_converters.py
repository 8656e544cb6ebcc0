"""
Converters of cattrs with the hooks of stretchlib.
"""

import json
from datetime import timedelta

import attrs
import pytest
from cattrs import BaseConverter
from cattrs.errors import StructureHandlerNotFoundError
from cattrs.preconf.json import make_converter as make_json_converter

from stretchlib import (
    AsManyAsFit,
    Bout,
    Breaths,
    Circuit,
    Count,
    Duration,
    Exercise,
    Frequency,
    Hold,
    InvalidDocumentError,
    Item,
    Move,
    Phase,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Session,
    Step,
    register_hooks,
)

from .documents.shapes import converter

CONVERTER = converter()
STRETCH = Exercise("Stretch", Hold(30))
#: Unions that classes of applications may have, and some of their values.
UNIONS = {
    Item: [STRETCH, Rest(5)],
    Exercise | Circuit: [STRETCH, Circuit([STRETCH])],
    Rest | Circuit: [Rest(5), Circuit([STRETCH])],
    Hold | Move: [Hold(5), Move()],
    Hold | Repetitions: [Hold(5), Repetitions(2)],
    Exercise | Hold: [STRETCH, Hold(5)],
    Item | Phase: [STRETCH, Rest(5), Circuit([STRETCH]), Hold(5), Move(), Repetitions(2)],
    Count: [3, Range(2, 4)],
    Count | AsManyAsFit: [3, Range.at_least(2), AsManyAsFit(60)],
    int | AsManyAsFit: [3, AsManyAsFit(60)],
    Duration: [timedelta(seconds=2.5), Breaths(0.5), Range(timedelta(1), None)],
    timedelta | Range[timedelta]: [timedelta(0), Range(timedelta(1), timedelta(2))],
    Breaths | AsManyAsFit: [Breaths(5), AsManyAsFit(Breaths(5))],
    Duration | AsManyAsFit: [timedelta(1), Breaths(5), AsManyAsFit(5)],
    int | Breaths: [3, Breaths(5)],
}


def registered(made):
    register_hooks(made)
    return made


WRITTEN_STRETCH = {"kind": "exercise", "name": "Stretch", "work": {"phases": [{"kind": "hold", "duration": 30}]}}


class TestConverter:
    """
    `register_hooks` works with all converters of cattrs.
    """

    def test_leaves_other_hooks_alone(self):
        """
        Hooks of the application for numbers and times are kept.
        """
        converter = make_json_converter()
        converter.register_unstructure_hook(int, str)
        converter.register_unstructure_hook(timedelta, lambda _: "a while")
        register_hooks(converter)

        assert ["5", "a while"] == [converter.unstructure(5), converter.unstructure(timedelta(1))]
        assert {"schema": 1, "kind": "hold", "duration": 30} == converter.unstructure(Hold(30))

    @pytest.mark.parametrize("kind", [Range[int], Range], ids=str)
    def test_writes_a_range(self, kind):
        """
        A range is written with its ends in any field.
        """
        written = CONVERTER.unstructure(Range(2, 4), unstructure_as=kind)

        assert {"schema": 1, "low": 2, "high": 4} == written
        assert Range(2, 4) == CONVERTER.structure(written, Range[int])

    @pytest.mark.parametrize("kind", [Range, Range[float], Step, Bout, Session], ids=str)
    def test_refuses_to_read_rows_and_bare_ranges(self, kind):
        """
        Rows, and ranges without the type of their ends, are refused before any document is read.
        """
        with pytest.raises(TypeError, match=r"is only written; Range\[int\] and Range\[timedelta\] can be read"):
            CONVERTER.get_structure_hook(kind)

    @pytest.mark.parametrize("kind", [*UNIONS, *(kind | None for kind in UNIONS)], ids=str)
    def test_keeps_its_hooks_in_a_copy(self, kind):
        """
        A copy of a converter reads and writes the same, also unions.
        """
        copied = CONVERTER.copy()

        for value in UNIONS.get(kind) or [None]:
            assert value == copied.structure(copied.unstructure(value, unstructure_as=kind), kind)

    @pytest.mark.parametrize(("kind", "values"), UNIONS.items(), ids=str)
    def test_writes_and_reads_any_union_of_its_classes(self, kind, values):
        """
        Items, phases, counts and durations may be a choice of some of them.
        """
        for value in values:
            written = CONVERTER.unstructure(value, unstructure_as=kind)

            assert value == CONVERTER.structure(written, kind) == CONVERTER.structure(written, kind | None)

    @pytest.mark.parametrize("kind", [int | timedelta | Breaths, timedelta | Range[int]], ids=str)
    def test_ignores_unions_with_ambiguous_numbers(self, kind):
        """
        A number must be either a count or seconds.
        """
        with pytest.raises(StructureHandlerNotFoundError):
            CONVERTER.get_structure_hook(kind)(5, kind)

    @pytest.mark.parametrize("kind", [Hold | bytes, Breaths | bytes, int | Breaths | bytes], ids=str)
    def test_ignores_unions_with_other_classes(self, kind):
        """
        Only the application knows how to read the other class.
        """
        with pytest.raises(StructureHandlerNotFoundError):
            CONVERTER.get_structure_hook(kind)({"breaths": 5}, kind)

    def test_refuses_numbers_in_unions_of_objects(self):
        """
        The message has the forms of the objects.
        """
        with pytest.raises(
            InvalidDocumentError, match=r'must be {"breaths": ...} or {"as_many_as_fit": ...} \(got 5\)'
        ):
            CONVERTER.structure(5, Breaths | AsManyAsFit)

    @pytest.mark.parametrize("made", [CONVERTER, registered(BaseConverter())], ids=["Converter", "BaseConverter"])
    def test_reads_lists_that_were_written_without_a_type(self, made):
        """
        Standalone repetitions have their kind.
        """
        phases = [Repetitions(2), Hold(5)]

        assert phases == made.structure(made.unstructure(phases), list[Phase])
        assert phases[0] == made.structure(made.unstructure(phases[0]), Repetitions)

    @pytest.mark.parametrize(
        ("kind", "document"),
        [
            (Item, {"kind": "rest", "duration": 3}),
            (Phase, {"kind": "move"}),
            (Count, {"low": 1}),
            (Duration, {"breaths": 1}),
            (Range[int], {"low": 1}),
            (Rest, {"kind": "rest", "duration": 3}),
        ],
        ids=str,
    )
    def test_reads_every_kind_with_an_address(self, kind, document):
        """
        "The top-level key `$schema`, a string, … is ignored", also where another value is wrong.
        """
        address = {"$schema": "https://example.org/"}
        value = CONVERTER.structure(document, kind)

        assert value == CONVERTER.structure({**address, **document}, kind)
        assert value == CONVERTER.structure({"$schema": type("Text", (str,), {})("x"), **document}, kind)
        with pytest.raises(InvalidDocumentError) as caught:
            CONVERTER.structure({**address, **document, "colour": 1}, kind)
        assert [("colour",)] == [problem.path for problem in caught.value.problems]

    def test_limits_each_value(self):
        """
        `max_values` applies to each document in a class of an application.
        """
        limited = converter(max_values=5)
        holds = [Hold(5, label="calf")] * 3

        assert holds == limited.structure(limited.unstructure(holds), list[Hold])
        with pytest.raises(InvalidDocumentError, match="must hold at most 5 values"):
            limited.structure(limited.unstructure(Hold(5, label="calf", side=RelativeSide.BOTH)), Hold)

    def test_writes_and_reads_a_range_of_durations(self):
        """
        Numbers are seconds if the type is a duration.
        """
        half_a_minute = Range(timedelta(seconds=15), timedelta(seconds=30))
        written = CONVERTER.unstructure(half_a_minute, unstructure_as=Range[timedelta])

        assert {"schema": 1, "low": 15, "high": 30} == written
        assert half_a_minute == CONVERTER.structure(written, Range[timedelta])

    @pytest.mark.parametrize(
        ("kind", "value", "written"),
        [
            (Item | None, Rest(5), {"schema": 1, "kind": "rest", "duration": 5}),
            (Phase | None, Repetitions(2), {"schema": 1, "kind": "repetitions", "count": 2}),
            (Repetitions | None, Repetitions(2), {"schema": 1, "kind": "repetitions", "count": 2}),
            (Count | None, Range(2, 4), {"schema": 1, "low": 2, "high": 4}),
            (Duration | None, timedelta(seconds=5), 5),
            (Frequency | None, Frequency(2), {"schema": 1, "times": 2}),
        ],
        ids=str,
    )
    def test_writes_and_reads_optional_values(self, kind, value, written):
        """
        A field of an application may be None.
        """
        plan = attrs.make_class("Plan", {"field": attrs.field(type=kind)})

        for inside, document in ((value, {"field": written}), (None, {"field": None})):
            assert document == CONVERTER.unstructure(plan(inside))
            assert plan(inside) == CONVERTER.structure(document, plan)

    @pytest.mark.parametrize("kind", [Hold, Exercise, Circuit, Rest, Repetitions, timedelta, Breaths, Range, int])
    def test_writes_and_reads_the_fields_of_other_classes(self, kind):
        """
        A class of an application may have items, phases, counts and durations.
        """

        @attrs.frozen
        class Plan:
            items: list[Item]
            phases: list[Phase]
            counts: list[Count]
            durations: list[Duration]

        plan = Plan(
            [value for value in (STRETCH, Rest(5), Circuit([STRETCH])) if isinstance(value, kind)],
            [value for value in (Hold(5), Move(), Rest(5), Repetitions(2)) if isinstance(value, kind)],
            [value for value in (3, Range(2, 4)) if isinstance(value, kind)],
            [
                value
                for value in (timedelta(seconds=5), Breaths(5), Range(timedelta(seconds=1), timedelta(seconds=2)))
                if isinstance(value, kind)
            ],
        )

        assert plan != Plan([], [], [], [])
        assert plan == CONVERTER.structure(json.loads(json.dumps(CONVERTER.unstructure(plan))), Plan)

    @pytest.mark.parametrize(
        ("kind", "raw", "problem"),
        [
            (Count, 0, "$: must be at least 1 (got 0)"),
            (Count, 2.5, "$: must be a whole number or a range of whole numbers (got 2.5)"),
            (
                Count | AsManyAsFit,
                2.5,
                "$: must be a whole number, a range of whole numbers or as many as fit (got 2.5)",
            ),
            (Count, {"low": 0, "high": 2}, "$.low: must be at least 1 (got 0)"),
            (Duration, -5, "$: must be at least 0 seconds (got -5)"),
            (Duration, {"breaths": 0}, "$.breaths: must be at least a half (got 0)"),
            (Range[int], {"low": 1.5, "high": 2}, "$.low: must be a whole number (got 1.5)"),
            (Range[int], 3, "$: must be an object (got 3)"),
            (Range[timedelta], {"low": -1, "high": 2}, "$.low: must be at least 0 seconds (got -1)"),
            (Phase, {"kind": "exercise"}, "$.kind: unknown kind 'exercise'"),
            (Phase, {"count": 2}, "$.kind: missing, expected 'hold', 'move', 'rest' or 'repetitions'"),
            (Item, {"kind": "hold"}, "$.kind: unknown kind 'hold'"),
        ],
        ids=str,
    )
    def test_refuses_with_the_messages_of_fields(self, kind, raw, problem):
        """
        Standalone values are refused like values of fields.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            CONVERTER.structure(raw, kind)

        assert str(refusal.value.problems[0]).startswith(problem)

    def test_refuses_breaths_for_a_range_of_durations(self):
        """
        Breaths are not a range.
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$\.breaths: unknown field"):
            CONVERTER.structure({"breaths": 5}, Range[timedelta])

    @pytest.mark.parametrize(
        ("kind", "raw"),
        [
            (Hold, {"kind": "move", "duration": 5}),
            (Hold, {"duration": 5}),
            (Exercise, {"kind": "rest", "duration": 5}),
            (Routine, {"name": "x", "items": [WRITTEN_STRETCH]}),
            (Breaths, {"breaths": 0}),
            (Breaths, {"breaths": 5, "low": 3}),
            (Breaths, 5),
        ],
    )
    def test_refuses_a_document_of_another_class(self, kind, raw):
        """
        A document of another class is not read as this one.
        """
        with pytest.raises(InvalidDocumentError):
            CONVERTER.structure(raw, kind)
