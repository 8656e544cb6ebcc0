"""
The document format, field by field.
"""

import math
import re
from datetime import UTC, datetime, time, timedelta

import pytest
import tomlkit

from stretchlib import (
    AsManyAsFit,
    Bout,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    InvalidDocumentError,
    Item,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Session,
    Side,
    Sidedness,
    Stage,
    Step,
    SwitchAfter,
    Timeline,
    Weekday,
    from_dict,
    schedule,
    sessions,
    to_dict,
)

from .documents.shapes import converter

CONVERTER = converter()
STRETCH = Exercise("Stretch", Hold(30))
WRITTEN_STRETCH = {"kind": "exercise", "name": "Stretch", "work": {"phases": [{"kind": "hold", "duration": 30}]}}

DOCUMENTS = [
    (Breaths(5), {"breaths": 5}),
    (Breaths(Range(3, 5)), {"breaths": {"low": 3, "high": 5}}),
    (Hold(30), {"kind": "hold", "duration": 30}),
    (Hold(2.5, label="up"), {"kind": "hold", "duration": 2.5, "label": "up"}),
    (Hold(Range(15, 30)), {"kind": "hold", "duration": {"low": 15, "high": 30}}),
    (Hold(Breaths(5)), {"kind": "hold", "duration": {"breaths": 5}}),
    (Move(), {"kind": "move"}),
    (Move(2, label="tilt"), {"kind": "move", "duration": 2, "label": "tilt"}),
    (Rest(60, label="drink"), {"kind": "rest", "duration": 60, "label": "drink"}),
    (Repetitions(), {"kind": "repetitions"}),
    (
        Repetitions(Range(2, 4), [Hold(1), Repetitions(2, Hold(1), rest=1)], rest=Range(0.5, 1)),
        {
            "kind": "repetitions",
            "count": {"low": 2, "high": 4},
            "phases": [
                {"kind": "hold", "duration": 1},
                {"kind": "repetitions", "count": 2, "phases": [{"kind": "hold", "duration": 1}], "rest": 1},
            ],
            "rest": {"low": 0.5, "high": 1},
        },
    ),
    (Sidedness(), {}),
    (
        Sidedness(sides=[Side.RIGHT, Side.LEFT], switch_after=SwitchAfter.ALL_SETS, rest=5),
        {"sides": ["right", "left"], "switch_after": "all_sets", "rest": 5},
    ),
    (Frequency(), {}),
    (
        Frequency(3, every=2, unit=PeriodUnit.WEEK, weeks=Range(4, 6)),
        {"times": 3, "every": 2, "unit": "week", "weeks": {"low": 4, "high": 6}},
    ),
    (STRETCH, WRITTEN_STRETCH),
    (
        Exercise(
            "Stretch",
            Repetitions(3),
            sets=2,
            rest_between_sets=60,
            sidedness=Sidedness.each(),
            instructions="Slowly.",
            equipment=["towel"],
            tags=["hip"],
            frequency=Frequency(2),
        ),
        {
            "kind": "exercise",
            "name": "Stretch",
            "work": {"count": 3},
            "sets": 2,
            "rest_between_sets": 60,
            "sidedness": {"sides": ["left", "right"]},
            "instructions": "Slowly.",
            "equipment": ["towel"],
            "tags": ["hip"],
            "frequency": {"times": 2},
        },
    ),
    (Circuit([STRETCH]), {"kind": "circuit", "items": [WRITTEN_STRETCH]}),
    (
        Circuit([STRETCH, Rest(5)], rounds=2, rest_between_items=1, rest_between_rounds=2, name="warm-up"),
        {
            "kind": "circuit",
            "items": [WRITTEN_STRETCH, {"kind": "rest", "duration": 5}],
            "rounds": 2,
            "rest_between_items": 1,
            "rest_between_rounds": 2,
            "name": "warm-up",
        },
    ),
    (Routine("Legs", [STRETCH]), {"schema": 1, "name": "Legs", "items": [WRITTEN_STRETCH]}),
    (
        Routine(
            "Legs", [STRETCH], rest_between_items=5, description="Gently.", source="A leaflet.", frequency=Frequency()
        ),
        {
            "schema": 1,
            "name": "Legs",
            "items": [WRITTEN_STRETCH],
            "rest_between_items": 5,
            "description": "Gently.",
            "source": "A leaflet.",
            "frequency": {},
        },
    ),
    (
        Pacing(switch=2.5, level=0.5),
        {"switch": 2.5, "level": 0.5},
    ),
    (Pacing(), {}),
    (Breaths(0.5), {"breaths": 0.5}),
    (Hold(Range.at_least(30)), {"kind": "hold", "duration": {"low": 30}}),
    (Hold(Range.up_to(60)), {"kind": "hold", "duration": {"high": 60}}),
    (Hold(5, side=RelativeSide.OPPOSITE), {"kind": "hold", "duration": 5, "side": "opposite"}),
    (Repetitions(2, rest=0), {"kind": "repetitions", "count": 2, "rest": 0}),
    (AsManyAsFit(300), {"as_many_as_fit": 300}),
    (AsManyAsFit(Breaths(Range(3, 5))), {"as_many_as_fit": {"breaths": {"low": 3, "high": 5}}}),
    (Repetitions(AsManyAsFit(300)), {"kind": "repetitions", "count": {"as_many_as_fit": 300}}),
    (Circuit([STRETCH], round_every=60), {"kind": "circuit", "items": [WRITTEN_STRETCH], "round_every": 60}),
    (
        Frequency(2, weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=10),
        {"times": 2, "days": 10, "weekdays": ["monday", "friday"]},
    ),
    (Frequency(times_of_day=[time(8), time(20, 30, 15)]), {"times_of_day": ["08:00", "20:30:15"]}),
    (
        Stage(Routine("Legs", [STRETCH]), weeks=2, goal="no pain"),
        {"routines": [{"name": "Legs", "items": [WRITTEN_STRETCH]}], "weeks": 2, "goal": "no pain"},
    ),
    (
        Plan("Ankle", [Stage(Routine("Legs", [STRETCH]))], id="7"),
        {
            "schema": 1,
            "name": "Ankle",
            "stages": [{"routines": [{"name": "Legs", "items": [WRITTEN_STRETCH]}]}],
            "id": "7",
        },
    ),
]


@pytest.mark.parametrize(
    ("value", "document"), DOCUMENTS, ids=[f"{i} {type(v).__name__}" for i, (v, _) in enumerate(DOCUMENTS)]
)
class TestDocument:
    """
    "The `schema` is written at the top only, followed by the keys in the order of the tables."
    """

    def test_is_written_in_order(self, value, document):
        """
        The keys have the order of the format, and defaults are left out.
        """
        written = to_dict(value)

        assert {"schema": 1, **document} == written
        assert ["schema", *(key for key in document if key != "schema")] == list(written)
        assert written == CONVERTER.unstructure(value)

    def test_is_read_back(self, value, document):
        """
        A written value is read as an equal value.
        """
        assert value == from_dict(document, type(value)) == from_dict({"schema": 1, **document}, type(value))
        assert value == CONVERTER.structure(document, type(value))


class TestNumbers:
    """
    Numbers in documents.
    """

    @pytest.mark.parametrize(
        ("duration", "written"),
        [
            (timedelta(seconds=30), 30),
            (timedelta(days=1, seconds=86399), 172799),
            (timedelta(seconds=2, microseconds=500_000), 2.5),
            (timedelta(microseconds=1), 1e-06),
            (timedelta(seconds=2**33 - 1, microseconds=999_999), 8589934591.999999),
            (timedelta(days=999_999_999), 86399999913600),
        ],
    )
    def test_are_whole_if_possible(self, duration, written):
        """
        Seconds are an `int` if whole, and exact to the microsecond otherwise.
        """
        number = CONVERTER.unstructure(Hold(duration))["duration"]

        assert (written, type(written)) == (number, type(number))
        assert duration == CONVERTER.structure({"kind": "hold", "duration": number}, Hold).duration

    def test_may_be_read_with_a_point(self):
        """
        `3.0` is read as an `int`.
        """
        repetitions = CONVERTER.structure({"count": {"low": 2.0, "high": 3.0}}, Repetitions)

        assert [2, 3] == [repetitions.count.low, repetitions.count.high]
        assert [int, int] == [type(repetitions.count.low), type(repetitions.count.high)]


class TestToDict:
    @pytest.mark.parametrize("value", [5, "routine", None, [], {}, Routine, timedelta(5), Side.LEFT], ids=str)
    def test_refuses_other_values(self, value):
        """
        The error names the accepted classes and the value.
        """
        with pytest.raises(TypeError, match=r"^value must be Routine, Plan, .*, Range, Step, Bout or Session \(got "):
            to_dict(value)


class TestSchema:
    """
    "The top-level key `schema` has the value 1."
    """

    def test_may_be_repeated_inside(self):
        """
        A document may contain other documents.
        """
        routine = {"schema": 1, "name": "Legs", "items": [to_dict(STRETCH), to_dict(Rest(Range(1, 2)))]}
        plan = {"schema": 1, "name": "Ankle", "stages": [{"routines": [routine], "schema": 1.0}]}

        assert Plan("Ankle", [Stage(Routine("Legs", [STRETCH, Rest(Range(1, 2))]))]) == from_dict(plan, Plan)

    @pytest.mark.parametrize("schema", [2, 0, True, "1", None, 1.5])
    def test_must_be_the_same_inside(self, schema):
        """
        A different schema is refused at its place.
        """
        document = {"schema": 1, "name": "Legs", "items": [{**WRITTEN_STRETCH, "schema": schema}]}

        with pytest.raises(
            InvalidDocumentError, match=r"^\$\.items\[0\]\.schema: must be 1, as in the document around"
        ):
            from_dict(document)

    @pytest.mark.parametrize("kind", [Routine, Plan, Timeline])
    def test_is_required_for_whole_documents(self, kind):
        """
        "The top-level key `schema` has the value 1, and is required for routines, plans and timelines."
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$\.schema: missing, write 1$"):
            from_dict({}, kind)

    @pytest.mark.parametrize("kind", [Exercise, Hold, Frequency, Pacing])
    def test_must_be_known_everywhere(self, kind):
        """
        A part of a newer schema is refused like a whole document.
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$\.schema: written for schema 2, this"):
            from_dict({"schema": 2}, kind)

    def test_ignores_the_address_if_there_are_problems(self):
        """
        The address itself is not a problem.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"$schema": "../pacing.schema.json", "switch": -1}, Pacing)

        assert ["$.switch: must be at least 0 seconds (got -1)"] == [str(problem) for problem in refusal.value.problems]

    def test_may_have_an_address(self):
        """
        The top-level key `$schema` must be text, and is ignored.
        """
        document = to_dict(Routine("Legs", [STRETCH]))

        assert Routine("Legs", [STRETCH]) == from_dict({"$schema": "../routine.schema.json", **document})
        assert Hold(5) == from_dict({"kind": "hold", "$schema": "", "duration": 5}, Hold)
        with pytest.raises(InvalidDocumentError, match=r"^\$\['\$schema'\]: must be text \(got 5\)$"):
            from_dict({**document, "$schema": 5})
        with pytest.raises(InvalidDocumentError, match=r"^\$\.items\[0\]\['\$schema'\]: unknown field, expected"):
            from_dict({**document, "items": [{**WRITTEN_STRETCH, "$schema": "exercise.json"}]})


class TestFromDict:
    """
    "A reader either returns a value or refuses the whole document."
    """

    def test_reads_defaults(self):
        """
        Defaults may be written.
        """
        item = WRITTEN_STRETCH | {"sets": 1, "sidedness": {"sides": ["both"], "switch_after": "set"}, "tags": []}

        assert Routine("Legs", [STRETCH]) == from_dict({"schema": 1, "name": "Legs", "items": [item]})

    @pytest.mark.parametrize(
        "kind", [int, str, Step, Range, None, "Routine", Item, Routine("Legs", [STRETCH])], ids=str
    )
    def test_refuses_other_kinds(self, kind):
        """
        The error names the accepted classes and the given kind.
        """
        with pytest.raises(TypeError, match=r"^kind must be Routine, Plan, .*, Breaths or AsManyAsFit \(got "):
            from_dict({}, kind)

    @pytest.mark.parametrize(
        ("max_values", "error", "rule"),
        [
            (None, TypeError, "a whole number (got None)"),
            (math.nan, TypeError, "a whole number (got nan)"),
            (0, ValueError, "at least 1 (got 0)"),
        ],
        ids=str,
    )
    @pytest.mark.parametrize(
        "function", [lambda **more: from_dict({}, Pacing, **more), converter], ids=["from_dict", "register_hooks"]
    )
    def test_needs_a_number_as_its_limit(self, function, max_values, error, rule):
        """
        Other values are refused.
        """
        with pytest.raises(error, match=rf"^max_values must be {re.escape(rule)}$"):
            function(max_values=max_values)

    def test_limits_all_kinds(self):
        """
        The limit also applies to parts of routines.
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most 3 values$"):
            from_dict({"kind": "hold", "duration": 5, "label": "up"}, Hold, max_values=3)

    @pytest.mark.parametrize(
        ("times", "problem"),
        [
            (["8:00"], "must be a time of day as text"),
            ([1230], "must be a time of day as text"),
            ([time(8)], "must be a time of day as text"),
            (["08:00\n"], "must be a time of day as text"),
            (["08:00+01:00"], "must be a time of day as text"),
            (["24:00"], "must be a time of day as text"),
            (["\u0660\u0668:00"], "must be a time of day as text"),
        ],
        ids=str,
    )
    def test_reads_times_of_day_from_text_only(self, times, problem):
        """
        Times of day must be texts, because YAML and TOML convert bare times.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"times_of_day": times}, Frequency)

        assert [(("times_of_day", 0), problem)] == [(p.path, p.message[: len(problem)]) for p in refusal.value.problems]

    def test_reads_weekdays_and_times_in_any_order(self):
        """
        They are sorted.
        """
        document = {"weekdays": ["sunday", "monday"], "times_of_day": ["20:00", "08:00:00"], "times": 2.0}

        assert {"schema": 1, "weekdays": ["monday", "sunday"], "times_of_day": ["08:00", "20:00"]} == to_dict(
            from_dict(document, Frequency)
        )

    def test_reports_all_problems_in_order(self):
        """
        Missing keys come last in their object.
        """
        items = [{"kind": "exercise", "nam": "x", "work": {"count": 0}, "sets": "7"}, {"kind": "rest"}]

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"schema": 1, "items": items})

        assert (
            "$.items[0].nam: unknown field, did you mean 'name'? (a newer version may know it)",
            "$.items[0].work.count: must be at least 1 (got 0)",
            "$.items[0].sets: must be a whole number, a range of whole numbers or as many as fit (got '7')",
            "$.items[0].name: missing",
            "$.items[1].duration: missing",
            "$.name: missing",
        ) == tuple(map(str, refusal.value.problems))

    def test_shows_one_problem_a_line(self):
        """
        The error itself reads as the list of its problems.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"schema": 1})

        assert "$.name: missing\n$.items: missing" == str(refusal.value)

    def test_counts_values(self):
        """
        More values than *max_values* are refused, also if aliases repeat them.
        """
        document = to_dict(Routine("Legs", [STRETCH] * 10))

        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most 20 values$"):
            from_dict(document, max_values=20)
        assert Routine("Legs", [STRETCH] * 10) == from_dict(document, max_values=100)

    @pytest.mark.parametrize(("length", "values"), [(99, 12), (100, 13), (1_000, 22)])
    def test_counts_long_texts(self, length, values):
        """
        A text counts as one more for every hundred characters, so repeated references cannot become gigabytes.
        """
        document = to_dict(Routine("x" * length, [STRETCH]))

        for name in (document["name"], tomlkit.string(document["name"])):
            assert "x" * length == from_dict({**document, "name": name}, max_values=values).name
            with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most"):
                from_dict({**document, "name": name}, max_values=values - 1)

    def test_counts_long_texts_in_the_depth(self):
        """
        A long text counts at every level, including the last.
        """
        document = to_dict(Routine("Legs", [Exercise("Bridge", Hold(5, label="x" * 100_000))]))

        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most 1000 values$"):
            from_dict(document, max_values=1_000)


class TestRows:
    """
    "Both are written with all their keys, like steps, but never read."
    """

    def test_of_bouts_have_all_fields(self):
        """
        The exercise is its name, the indices are two numbers, and the end follows the duration.
        """
        rolls = Exercise("Knee rolls", Repetitions(2, Move(3)), sidedness=Sidedness.alternating())
        [bout] = schedule(Routine("Back", [rolls]), Pacing(prepare=5)).bouts
        row = {"index": 0, "exercise": "Knee rolls", "side": None, "set": 1, "sets": 1, "round": [], "rounds": []}
        row |= {"path": [0], "start": 5, "duration": 12, "end": 17, "indices": [1, 5], "estimated": False}

        assert list(row.items()) == list(to_dict(bout).items())

    def test_of_sessions_have_moments_as_text(self):
        """
        The routine is its name, and the moment is text with the offset from UTC.
        """
        [session] = sessions(Routine("Back", [STRETCH]), datetime(2026, 3, 27, 18, tzinfo=UTC))

        assert {"start": "2026-03-27T18:00:00+00:00", "routine": "Back", "stage": 0} == to_dict(session)

    @pytest.mark.parametrize("kind", [Bout, Session])
    def test_are_not_read(self, kind):
        """
        They are derived.
        """
        with pytest.raises(TypeError, match=r"^kind must be Routine, Plan, "):
            from_dict({}, kind)
