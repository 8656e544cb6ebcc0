"""
The document format, field by field.
"""

import json
from datetime import timedelta
from functools import partial

import attrs
import pytest
from cattrs.preconf.json import make_converter as make_json_converter

from stretchlib import (
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
    Pacing,
    PeriodUnit,
    Phase,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    SwitchAfter,
    Timeline,
    from_dict,
    make_converter,
    register_hooks,
    schedule,
    step_to_dict,
    timeline_from_dict,
    timeline_to_dict,
    to_dict,
)

CONVERTER = make_converter()
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
    (Repetitions(), {}),
    (
        Repetitions(Range(2, 4), [Hold(1), Repetitions(2, Hold(1), rest=1)], rest=Range(0.5, 1)),
        {
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
        {"prepare": 5, "transition": 5, "switch": 2.5, "release": 3, "movement": 3, "breath": 4, "level": 0.5},
    ),
]


@pytest.mark.parametrize(
    ("value", "document"), DOCUMENTS, ids=[f"{i} {type(v).__name__}" for i, (v, _) in enumerate(DOCUMENTS)]
)
class TestDocument:
    """
    "keys in the order below; numbers are seconds, `int` when whole. Defaults are left out".
    """

    def test_is_written_in_order(self, value, document):
        """
        The keys stand in the order of the format, and defaults are left out.
        """
        written = CONVERTER.unstructure(value)

        assert (document, list(document)) == (written, list(written))

    def test_is_read_back(self, value, document):
        """
        What is written is read as the same value.
        """
        assert value == CONVERTER.structure(document, type(value))


class TestNumbers:
    """
    How numbers are written and read.
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
    def test_are_whole_where_they_can_be(self, duration, written):
        """
        Seconds are an `int` when whole, and lose no microsecond otherwise.
        """
        number = CONVERTER.unstructure(Hold(duration))["duration"]

        assert (written, type(written)) == (number, type(number))
        assert duration == CONVERTER.structure({"kind": "hold", "duration": number}, Hold).duration

    def test_may_be_read_with_a_point(self):
        """
        A whole number may arrive as `3.0`, and becomes an `int`.
        """
        repetitions = CONVERTER.structure({"count": {"low": 2.0, "high": 3.0}}, Repetitions)

        assert [2, 3] == [repetitions.count.low, repetitions.count.high]
        assert [int, int] == [type(repetitions.count.low), type(repetitions.count.high)]


class TestFromDict:
    """
    "Whatever is read, one of two things happens."
    """

    def test_reads_what_is_written_in_full(self):
        """
        Defaults may be written out.
        """
        item = WRITTEN_STRETCH | {"sets": 1, "sidedness": {"sides": ["both"], "switch_after": "set"}, "tags": []}

        assert Routine("Legs", [STRETCH]) == from_dict({"schema": 1, "name": "Legs", "items": [item]})

    def test_tells_every_problem_in_order(self):
        """
        One pass finds all of them; what is missing comes last in its object.
        """
        items = [{"kind": "exercise", "nam": "x", "work": {"count": 0}, "sets": "7"}, {"kind": "rest"}]

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"schema": 1, "items": items})

        assert (
            "$.items[0].nam: unknown field, did you mean 'name'?",
            "$.items[0].work.count: must be at least 1 (got 0)",
            "$.items[0].sets: must be a whole number or a range of whole numbers (got '7')",
            "$.items[0].name: missing",
            "$.items[1].duration: missing",
            "$.name: missing",
        ) == refusal.value.problems

    def test_says_its_problems_line_by_line(self):
        """
        The error itself reads as the list of its problems.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict({"schema": 1})

        assert "$.name: missing\n$.items: missing" == str(refusal.value)

    def test_counts_values(self):
        """
        More values than *max_values* are refused, however few a person wrote.
        """
        document = to_dict(Routine("Legs", [STRETCH] * 10))

        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most 20 values$"):
            from_dict(document, max_values=20)
        assert Routine("Legs", [STRETCH] * 10) == from_dict(document, max_values=100)

    @pytest.mark.parametrize(("length", "values"), [(99, 12), (100, 13), (1_000, 22)])
    def test_counts_long_texts(self, length, values):
        """
        A text counts as one more for every hundred characters, so that a few references do not make gigabytes.
        """
        document = to_dict(Routine("x" * length, [STRETCH]))

        assert "x" * length == from_dict(document, max_values=values).name
        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most"):
            from_dict(document, max_values=values - 1)

    def test_counts_long_texts_in_the_depth(self):
        """
        A long text counts wherever it stands, also where nothing is deeper.
        """
        document = to_dict(Routine("Legs", [Exercise("Bridge", Hold(5, label="x" * 100_000))]))

        with pytest.raises(InvalidDocumentError, match=r"^\$: must hold at most 1000 values$"):
            from_dict(document, max_values=1_000)


class TestConverter:
    """
    "`register_hooks(converter)` adds our hooks to any cattrs converter".
    """

    def test_leaves_other_hooks_alone(self):
        """
        How somebody else writes numbers and times is theirs.
        """
        converter = make_json_converter()
        converter.register_unstructure_hook(int, str)
        converter.register_unstructure_hook(timedelta, lambda _: "a while")
        register_hooks(converter)

        assert ["5", "a while"] == [converter.unstructure(5), converter.unstructure(timedelta(1))]
        assert {"kind": "hold", "duration": 30} == converter.unstructure(Hold(30))

    @pytest.mark.parametrize("kind", [Range[int], Range[float], Range], ids=str)
    def test_writes_and_reads_a_range(self, kind):
        """
        Wherever a range stands, it is written with its ends.
        """
        written = CONVERTER.unstructure(Range(2, 4), unstructure_as=kind)

        assert {"low": 2, "high": 4} == written
        assert Range(2, 4) == CONVERTER.structure(written, kind)

    def test_writes_and_reads_a_range_of_durations(self):
        """
        The numbers are seconds where the type says so.
        """
        half_a_minute = Range(timedelta(seconds=15), timedelta(seconds=30))
        written = CONVERTER.unstructure(half_a_minute, unstructure_as=Range[timedelta])

        assert {"low": 15, "high": 30} == written
        assert half_a_minute == CONVERTER.structure(written, Range[timedelta])

    @pytest.mark.parametrize("kind", [Hold, Exercise, Circuit, Rest, Repetitions, timedelta, Breaths, Range, int])
    def test_writes_and_reads_the_fields_of_other_classes(self, kind):
        """
        A class of somebody else may have items, phases, counts and durations.
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
            (Count, {"low": 0, "high": 2}, "$.low: must be at least 1 (got 0)"),
            (Duration, -5, "$: must be at least 0 seconds (got -5)"),
            (Duration, {"breaths": 0}, "$.breaths: must be at least 1 (got 0)"),
            (Range[int], {"low": 1.5, "high": 2}, "$.low: must be a whole number (got 1.5)"),
            (Range[int], 3, "$: must be an object (got 3)"),
            (Range[timedelta], {"low": -1, "high": 2}, "$.low: must be at least 0 seconds (got -1)"),
            (Phase, {"kind": "exercise"}, "$.kind: unknown kind 'exercise'"),
            (Item, {"kind": "hold"}, "$.kind: unknown kind 'hold'"),
        ],
        ids=str,
    )
    def test_refuses_in_the_words_of_the_fields(self, kind, raw, problem):
        """
        What stands alone is refused like what stands in a field.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            CONVERTER.structure(raw, kind)

        assert refusal.value.problems[0].startswith(problem)

    def test_refuses_breaths_for_a_range_of_durations(self):
        """
        Breaths are no range.
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
    def test_refuses_the_wrong_document(self, kind, raw):
        """
        A document of another kind is not taken for this one.
        """
        with pytest.raises(InvalidDocumentError):
            CONVERTER.structure(raw, kind)


class TestStepToDict:
    """
    "`step_to_dict(step)` gives one row."
    """

    def test_writes_every_field(self):
        """
        "a step … written in full".
        """
        exercise = Exercise("External rotators", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())
        timeline = schedule(Routine("Back", [Rest(1), Rest(1), exercise]), Pacing(prepare=3))

        row = step_to_dict(timeline[3])

        assert {
            "index": 3,
            "start": 5,
            "duration": 30,
            "end": 35,
            "kind": "hold",
            "exercise": "External rotators",
            "side": "left",
            "set": 1,
            "repetition": 1,
            "label": "",
            "rounds": [],
            "path": [2],
            "estimated": False,
        } == row
        assert [
            "index", "start", "duration", "end", "kind", "exercise", "side",
            "set", "repetition", "label", "rounds", "path", "estimated",
        ] == list(row)  # fmt: skip

    def test_writes_null_where_there_is_nothing(self):
        """
        "`null` where a step has no such thing".
        """
        row = step_to_dict(schedule(Routine("Back", [STRETCH]))[0])

        assert [None] * 4 == [row[key] for key in ("exercise", "side", "set", "repetition")]


class TestTimelineDocument:
    """
    "routine and pacing are the truth, `duration` and `steps` are derived".
    """

    TIMELINE = schedule(Routine("Legs", [STRETCH]), Pacing(prepare=2))

    def changed(self, **changes):
        return timeline_to_dict(self.TIMELINE) | changes

    def test_has_all_that_a_front_end_needs(self):
        """
        Routine, pacing, duration and steps, in this order.
        """
        assert {
            "schema": 1,
            "routine": to_dict(self.TIMELINE.routine),
            "pacing": CONVERTER.unstructure(self.TIMELINE.pacing),
            "duration": 32,
            "steps": [step_to_dict(step) for step in self.TIMELINE],
        } == timeline_to_dict(self.TIMELINE)
        assert ["schema", "routine", "pacing", "duration", "steps"] == [*timeline_to_dict(self.TIMELINE)]

    def test_is_read_back_by_a_converter_too(self):
        """
        A timeline is written and read like any other class.
        """
        assert self.TIMELINE == CONVERTER.structure(CONVERTER.unstructure(self.TIMELINE), Timeline)

    def test_must_agree_in_its_duration(self):
        """
        "reading back checks that they agree".
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            timeline_from_dict(self.changed(duration=31))

        assert ("$.duration: must be 32, as routine and pacing say (got 31)",) == refusal.value.problems

    @pytest.mark.parametrize("change", [{"path": [False]}, {"path": [0, 0]}, {"path": 0}, {"set": True}, {"side": 5}])
    def test_must_agree_in_the_kind_of_its_values(self, change):
        """
        Truth is no number, and what is inside a list is compared as strictly.
        """
        *_, step = timeline_to_dict(self.TIMELINE)["steps"]

        with pytest.raises(InvalidDocumentError, match=r"^\$\.steps\[1\]\.\w+: must be .*, as routine and pacing say"):
            timeline_from_dict(self.changed(steps=[timeline_to_dict(self.TIMELINE)["steps"][0], step | change]))

    def test_must_agree_in_the_number_of_steps(self):
        """
        A step too few is told as such.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            timeline_from_dict(self.changed(steps=[]))

        assert ("$.steps: must be 2 steps, as routine and pacing say (got 0)",) == refusal.value.problems

    def test_must_agree_in_every_step(self):
        """
        Each field that says something else is told, with its place.
        """
        first, second = timeline_to_dict(self.TIMELINE)["steps"]
        del second["label"]
        steps = [first | {"index": False, "kind": "rest", "colour": "red"}, second]

        with pytest.raises(InvalidDocumentError) as refusal:
            timeline_from_dict(self.changed(steps=steps))

        assert (
            "$.steps[0].index: must be 0, as routine and pacing say (got False)",
            "$.steps[0].kind: must be 'prepare', as routine and pacing say (got 'rest')",
        ) == refusal.value.problems[:2]
        assert refusal.value.problems[2].startswith("$.steps[0].colour: unknown field")
        assert "$.steps[1].label: missing" == refusal.value.problems[3]

    def test_must_have_steps_that_are_objects(self):
        """
        A row is an object.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            timeline_from_dict(self.changed(steps=[5, 6]))

        assert (
            "$.steps[0]: must be an object (got 5)",
            "$.steps[1]: must be an object (got 6)",
        ) == refusal.value.problems

    def test_must_fit_into_time(self):
        """
        A routine that no timeline can hold is a problem of the document.
        """
        endless = to_dict(Routine("Legs", [Exercise("Stretch", Repetitions(10**20, Hold(30)))]))

        with pytest.raises(InvalidDocumentError) as refusal:
            timeline_from_dict(self.changed(routine=endless))

        assert ("$: routine 'Legs' is longer than timedelta.max",) == refusal.value.problems

    def test_may_be_of_a_routine_with_more_steps_than_len_can_say(self):
        """
        Steps are compared with what the timeline knows, however long it is.
        """
        blinks = to_dict(Routine("Legs", [Exercise("Blink", Repetitions(2**63, Move(0.000001)))]))

        with pytest.raises(InvalidDocumentError, match=rf"\$\.steps: must be {2**63 + 1} steps"):
            timeline_from_dict(self.changed(routine=blinks))

    @pytest.mark.parametrize("missing", ["schema", "routine", "pacing", "duration", "steps"])
    def test_must_be_complete(self, missing):
        """
        Every part is needed.
        """
        document = timeline_to_dict(self.TIMELINE)
        del document[missing]

        with pytest.raises(InvalidDocumentError, match=rf"^\$\.{missing}: missing"):
            timeline_from_dict(document)

    @pytest.mark.parametrize("read", [timeline_from_dict, partial(timeline_from_dict, max_values=10)])
    def test_may_be_anything_and_is_refused(self, read):
        """
        Problems of the routine and the pacing are told with their places.
        """
        with pytest.raises(InvalidDocumentError):
            read(self.changed(routine={"schema": 1}, pacing=[]))
