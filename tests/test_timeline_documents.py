"""
Documents of steps and timelines.
"""

import pytest

from stretchlib import (
    Exercise,
    Hold,
    InvalidDocumentError,
    Move,
    Pacing,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Timeline,
    from_dict,
    schedule,
    to_dict,
)

from .documents.shapes import converter

CONVERTER = converter()
STRETCH = Exercise("Stretch", Hold(30))


class TestStepToDict:
    """
    A step is written as a row.
    """

    def test_writes_every_field(self):
        """
        "A step is written with all its keys".
        """
        exercise = Exercise("External rotators", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())
        timeline = schedule(Routine("Back", [Rest(1), Rest(1), exercise]), Pacing(prepare=3))

        row = to_dict(timeline[3])

        assert {
            "index": 3,
            "start": 5,
            "duration": 30,
            "end": 35,
            "kind": "hold",
            "exercise": "External rotators",
            "side": "left",
            "set": 1,
            "sets": 1,
            "repetition": 1,
            "repetitions": 3,
            "label": "",
            "round": [],
            "rounds": [],
            "path": [2],
            "estimated": False,
        } == row
        assert [
            "index", "start", "duration", "end", "kind", "exercise", "side",
            "set", "sets", "repetition", "repetitions", "label", "round", "rounds", "path", "estimated",
        ] == list(row)  # fmt: skip

    def test_writes_null_for_missing_values(self):
        """
        Missing values are null.
        """
        row = to_dict(schedule(Routine("Back", [STRETCH]))[0])

        assert [None] * 4 == [row[key] for key in ("exercise", "side", "set", "repetition")]


class TestTimelineDocument:
    """
    "The routine and the pacing are authoritative; the duration and the steps are derived."
    """

    TIMELINE = schedule(Routine("Legs", [STRETCH]), Pacing(prepare=2))

    def changed(self, **changes):
        return to_dict(self.TIMELINE) | changes

    def test_has_routine_pacing_duration_and_steps(self):
        """
        In this order.
        """
        assert {
            "schema": 1,
            "routine": {"name": "Legs", "items": to_dict(self.TIMELINE.routine)["items"]},
            "pacing": {"prepare": 2},
            "duration": 32,
            "steps": [to_dict(step) for step in self.TIMELINE],
        } == to_dict(self.TIMELINE)
        assert ["schema", "routine", "pacing", "duration", "steps"] == [*to_dict(self.TIMELINE)]

    def test_is_also_read_by_a_converter(self):
        """
        A timeline is written and read like any other class.
        """
        assert self.TIMELINE == CONVERTER.structure(CONVERTER.unstructure(self.TIMELINE), Timeline)

    def test_may_have_many_steps(self):
        """
        It has as many rows as the timeline has steps.
        """
        timeline = schedule(Routine("Legs", [Exercise("Blink", Repetitions(300, Move(1)))]))

        assert timeline == from_dict(to_dict(timeline), Timeline)

    def test_must_agree_in_its_duration(self):
        """
        A duration that differs is refused.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(duration=31), Timeline)

        assert ("$.duration: must be 32 for this routine and pacing (got 31)",) == tuple(
            map(str, refusal.value.problems)
        )

    @pytest.mark.parametrize(
        "change",
        [
            {"path": [False]},
            {"path": []},
            {"path": [0, 0]},
            {"path": 0},
            {"set": True},
            {"side": 5},
            {"estimated": 0},
        ],
        ids=str,
    )
    def test_must_agree_in_types(self, change):
        """
        A boolean is not a number, also inside lists.
        """
        *_, step = to_dict(self.TIMELINE)["steps"]

        with pytest.raises(InvalidDocumentError, match=r"^\$\.steps\[1\]\.\w+: must be .* for this routine and pacing"):
            from_dict(self.changed(steps=[to_dict(self.TIMELINE)["steps"][0], step | change]), Timeline)

    def test_may_have_any_number_in_a_step(self):
        """
        YAML has hexadecimal numbers, which Python reads at any length, but does not write in decimal.
        """
        first, second = to_dict(self.TIMELINE)["steps"]
        document = self.changed(steps=[first, second | {"index": 16**4000}])

        with pytest.raises(InvalidDocumentError, match=r"^\$\.steps\[1\]\.index: must be 1 .* integer of 16001 bits"):
            from_dict(document, Timeline)

    @pytest.mark.parametrize("number", [0, 1, 3])
    def test_must_agree_in_the_number_of_steps(self, number):
        """
        Too few or too many steps are a problem.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(steps=[{}] * number), Timeline)

        assert (f"$.steps: must be 2 steps for this routine and pacing (got {number})",) == tuple(
            map(str, refusal.value.problems)
        )

    @pytest.mark.parametrize("steps", [{}, None, "none", 2])
    def test_must_have_a_list_of_steps(self, steps):
        """
        Rows are in a list.
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$\.steps: must be a list \(got "):
            from_dict(self.changed(steps=steps), Timeline)

    def test_must_agree_in_every_step(self):
        """
        Each field that differs is reported with its place.
        """
        first, second = to_dict(self.TIMELINE)["steps"]
        del second["label"]
        steps = [first | {"index": False, "kind": "rest", "colour": "red"}, second]

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(steps=steps), Timeline)

        assert (
            "$.steps[0].index: must be 0 for this routine and pacing (got False)",
            "$.steps[0].kind: must be 'prepare' for this routine and pacing (got 'rest')",
        ) == tuple(map(str, refusal.value.problems[:2]))
        assert str(refusal.value.problems[2]).startswith("$.steps[0].colour: unknown field")
        assert "$.steps[1].label: missing" == str(refusal.value.problems[3])

    def test_must_have_steps_that_are_objects(self):
        """
        A row is an object.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(steps=[5, 6]), Timeline)

        assert (
            "$.steps[0]: must be an object (got 5)",
            "$.steps[1]: must be an object (got 6)",
        ) == tuple(map(str, refusal.value.problems))

    def test_must_not_be_too_long(self):
        """
        A routine that no timeline can hold is a problem of the document.
        """
        endless = to_dict(Routine("Legs", [Exercise("Stretch", Repetitions(10**20, Hold(30)))]))

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(routine=endless), Timeline)

        assert ("$: routine 'Legs' is longer than timedelta.max",) == tuple(map(str, refusal.value.problems))

    def test_may_have_more_steps_than_sys_maxsize(self):
        """
        The number of steps is compared without unrolling a long timeline.
        """
        blinks = to_dict(Routine("Legs", [Exercise("Blink", Repetitions(2**63, Move(0.000001)))]))

        with pytest.raises(InvalidDocumentError, match=rf"\$\.steps: must be {2**63 + 1} steps"):
            from_dict(self.changed(routine=blinks), Timeline)

    @pytest.mark.parametrize("missing", ["schema", "routine", "pacing", "duration", "steps"])
    def test_must_be_complete(self, missing):
        """
        Every key is required.
        """
        document = to_dict(self.TIMELINE)
        del document[missing]

        with pytest.raises(InvalidDocumentError, match=rf"^\$\.{missing}: missing"):
            from_dict(document, Timeline)

    def test_reports_the_problems_of_its_parts(self):
        """
        Problems of the routine and the pacing are reported with their places.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(routine={"schema": 1}, pacing=[]), Timeline)

        assert (
            "$.routine.name: missing",
            "$.routine.items: missing",
            "$.pacing: must be an object (got [])",
        ) == tuple(map(str, refusal.value.problems))

    def test_reports_missing_keys_last(self):
        """
        As in any other object.
        """
        first, second = to_dict(self.TIMELINE)["steps"]
        del first["index"]

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(self.changed(steps=[first | {"kind": "rest"}, second]), Timeline)

        assert [
            "$.steps[0].kind: must be 'prepare' for this routine and pacing (got 'rest')",
            "$.steps[0].index: missing",
        ] == list(map(str, refusal.value.problems))

    def test_may_be_limited_in_size(self):
        """
        A document with too many values is refused.
        """
        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(to_dict(self.TIMELINE), Timeline, max_values=10)

        assert ("$: must hold at most 10 values",) == tuple(map(str, refusal.value.problems))

    def test_reports_at_most_a_thousand_problems(self):
        """
        If there are more, the last problem says so.
        """
        timeline = schedule(Routine("Legs", [Exercise("Blink", Repetitions(1_001, Move(1)))]), Pacing(prepare=0))
        steps = [None] * 1_001

        with pytest.raises(InvalidDocumentError) as refusal:
            from_dict(to_dict(timeline) | {"steps": steps}, Timeline)

        assert 1_001 == len(refusal.value.problems)
        assert "$: has more problems; these are the first 1000" == str(refusal.value.problems[-1])
