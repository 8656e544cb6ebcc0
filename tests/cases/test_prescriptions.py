"""
Published prescriptions of difficult shapes, compared with their facts.

For each exercise, `prescriptions.json` has the facts of its dose, its steps, written by hand in the notation of
`tests/programmes`, and its document. Its keys, such as f01, number the sources. In a *flow*, the steps have no gaps.
"""

import json
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from stretchlib import Circuit, Pacing, StepKind, from_dict, schedule, to_dict

from ..programmes.notation import Expected, expand

PROGRAMMES = json.loads((Path(__file__).parent / "prescriptions.json").read_text(encoding="utf-8"))
CASES = {
    f"{programme}-{index}": case
    for programme, content in PROGRAMMES.items()
    for index, case in enumerate(content["exercises"])
}
SAID = {name: case for name, case in CASES.items() if "document" in case}

#: So short that no prescribed duration equals a number of breaths.
BREATH = timedelta(milliseconds=1)
#: No gaps; a movement takes 2 seconds, so that 20 fit into a minute.
STILL = Pacing(prepare=0, transition=0, switch=0, release=0, recovery=0, movement=2, breath=BREATH)
MOMENT = timedelta.resolution
#: The default gaps, each a microsecond longer, so that none equals a prescribed rest.
PACED = Pacing(
    prepare=Pacing().prepare + MOMENT,
    transition=Pacing().transition + MOMENT,
    switch=Pacing().switch + MOMENT,
    release=Pacing().release + MOMENT,
    recovery=Pacing().recovery + MOMENT,
    movement=2,
    breath=BREATH,
)

cases = pytest.mark.parametrize("case", SAID.values(), ids=SAID.keys())
#: The low and the high end of every range.
LEVELS = (0, 1)


def document_of(case):
    return {"schema": 1, "name": "Case", "items": [case["document"]]}


def performed(case, pacing, level):
    return schedule(from_dict(document_of(case)), attrs.evolve(pacing, level=level))


def is_inserted(step):
    return not step.kind.is_work and step.duration % timedelta(milliseconds=1) == MOMENT


def observed(step):
    if not step.kind.is_work:
        return Expected(None, step.duration, step.label)
    moves = step.kind is StepKind.MOVE
    if step.duration < timedelta(seconds=1):
        return Expected(step.side, None, step.label, step.duration / BREATH, moves)
    is_timed = not (moves and step.estimated)
    return Expected(step.side, step.duration if is_timed else None, step.label, None, moves, step.estimated)


def compared(steps):
    # Compared with all details, including those that only some notations have.
    return [attrs.astuple(step) for step in steps]


class TestPrescriptions:
    """
    Each exercise is performed step by step as it is prescribed, at the low and at the high end of its ranges.
    """

    @cases
    def test_have_the_steps_of_their_facts(self, case):
        """
        Without gaps, the steps are the ones written by hand.
        """
        for level in LEVELS:
            steps = performed(case, STILL, level)

            assert compared(expand(case["steps"], level)) == compared(map(observed, steps)), f"level {level}"

    @cases
    def test_keep_work_and_rests_exactly(self, case):
        """
        At the default pacing, gaps are added, and nothing else changes.
        """
        for level in LEVELS:
            steps = [step for step in performed(case, PACED, level) if not is_inserted(step)]

            assert compared(expand(case["steps"], level)) == compared(map(observed, steps)), f"level {level}"

    @cases
    def test_have_gaps_only_where_no_rest_is_prescribed(self, case):
        """
        No gap of the pacing is next to a prescribed rest.
        """
        for level in LEVELS:
            after_preparing = list(performed(case, PACED, level))[1:]
            gaps = [
                (before, after)
                for before, after in pairwise(after_preparing)
                if not before.kind.is_work and not after.kind.is_work
            ]

            assert [] == gaps, f"level {level}"

    @pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in SAID.items() if case.get("flow")])
    def test_have_no_gaps_in_rhythms(self, case):
        """
        Rhythms, flows and intervals have no gaps.
        """
        for level in LEVELS:
            after_preparing = list(performed(case, PACED, level))[1:]

            assert [] == [step for step in after_preparing if is_inserted(step)], f"level {level}"


class TestDocuments:
    @cases
    def test_survive_a_round_trip(self, case):
        """
        A document is read and written back unchanged: keys in order, defaults left out.
        """
        written = to_dict(from_dict(document_of(case)))

        assert json.dumps(document_of(case)) == json.dumps(written)

    def test_contain_a_flow_and_its_mirror_image(self):
        """
        A sun salutation leads with the right leg, then with the left.
        """
        right, left = from_dict(CASES["f89-0"]["document"], Circuit).items

        assert right.mirrored() == left


def said_in(document):
    """
    Yield details that only some documents have: ends of ranges, times that fit, sides of phases, exact gaps.
    """
    for key, value in document.items():
        parts = value if isinstance(value, list) else [value]
        for part in parts:
            if isinstance(part, dict):
                yield from said_in(part)
        if key in ("as_many_as_fit", "round_every") or (key == "breaths" and value == 0.5):
            yield key
        elif key == "side":
            yield "side of a phase"
        elif key.startswith("rest") and value == 0:
            yield "no rest"
        elif key in ("low", "high") and len(document) == 1:
            yield f"only {key}"


class TestCollection:
    """
    The collection has 170 exercises of 77 programmes, with none left out because it is difficult.
    """

    def test_has_every_exercise(self):
        """
        Every exercise has a document, or a reason why it cannot have one.
        """
        unsaid = [case["because"] for case in CASES.values() if "document" not in case]

        assert (77, 170, 3) == (len(PROGRAMMES), len(CASES), len(unsaid))
        assert all(unsaid)

    def test_needs_one_item_for_each(self):
        """
        Of 167 exercises, 157 are one exercise, and 10 a circuit.
        """
        kinds = [case["document"]["kind"] for case in SAID.values()]

        assert (157, 10) == (kinds.count("exercise"), kinds.count("circuit"))

    def test_names_its_sources(self):
        """
        Every programme says where it was published.
        """
        assert all(content["source"].startswith("http") for content in PROGRAMMES.values())

    @pytest.mark.parametrize(
        "wording",
        ["as_many_as_fit", "round_every", "breaths", "side of a phase", "no rest", "only low", "only high"],
    )
    def test_uses_every_feature(self, wording):
        """
        Every feature of documents is used in a published prescription.
        """
        assert wording in {said for case in SAID.values() for said in said_in(case["document"])}
