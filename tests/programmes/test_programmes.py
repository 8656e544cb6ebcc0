"""
Published programmes, compared with expansions made by hand.

`documents/` has the programmes, by number, and each further reading of an ambiguous text: p003-e03-blocked is another
reading of the third exercise of p003.
`expansions.json` has the expansion of the item at each path, made by hand from the source.
"""

import json
from collections import Counter
from datetime import timedelta
from functools import cache
from pathlib import Path

import attrs
import pytest

from stretchlib import Circuit, Exercise, Pacing, StepKind, from_dict, schedule, to_dict

from .notation import Expected, expand

HERE = Path(__file__).parent
EXPANSIONS = json.loads((HERE / "expansions.json").read_text(encoding="utf-8"))
DOCUMENTS = sorted(path.stem for path in (HERE / "documents").glob("*.json"))
ROWS = [(document, row) for document, rows in EXPANSIONS.items() for row in rows]

#: So short that no prescribed duration equals a number of breaths.
BREATH = timedelta(milliseconds=1)
#: No gaps.
AS_PRESCRIBED = Pacing(prepare=0, transition=0, switch=0, release=0, recovery=0, breath=BREATH)


def read(document):
    return json.loads((HERE / "documents" / f"{document}.json").read_text(encoding="utf-8"))


@cache
def routine(document):
    return from_dict(read(document))


def item(document, path):
    found = routine(document)
    for index in path:
        found = found.items[index]
    return found


def exercise_paths(items, above=()):
    for index, part in enumerate(items):
        if isinstance(part, Exercise):
            yield (*above, index)
        elif isinstance(part, Circuit):
            yield from exercise_paths(part.items, (*above, index))


def performed(document, path, level):
    timeline = schedule(routine(document), attrs.evolve(AS_PRESCRIBED, level=level))
    return [step for step in timeline if step.path[: len(path)] == tuple(path)]


def observed(step):
    if step.kind in (StepKind.REST, StepKind.SWITCH, StepKind.TRANSITION):
        return Expected(None, step.duration, step.label)
    if step.estimated:
        return Expected(step.side, None, step.label)
    if step.duration < timedelta(seconds=1):
        return Expected(step.side, None, step.label, breaths=step.duration // BREATH)
    return Expected(step.side, step.duration, step.label)


def unlabelled(steps):
    return [attrs.evolve(step, label="") for step in steps]


def rows(*statuses):
    """
    Return the document and the row of every expansion with one of *statuses*, each with a unique name.
    """
    return [
        pytest.param(document, row, id="-".join([document, row.get("exercise", ""), ".".join(map(str, row["path"]))]))
        for document, row in ROWS
        if row["status"] in statuses
    ]


MAIN = ("exact", "range", "ambiguous")
#: The low and the high end of every range.
LEVELS = (0, 1)


class TestExercises:
    """
    Each exercise is performed step by step as its source prescribes.
    """

    @pytest.mark.parametrize(("document", "row"), rows(*MAIN))
    def test_expand_as_written(self, document, row):
        """
        A programme has the only reading of an exercise, or the most likely one if its source is ambiguous.
        """
        for level in LEVELS:
            steps = performed(document, row["path"], level)

            assert expand(row["notation"], level) == [observed(step) for step in steps], f"level {level}"

    @pytest.mark.parametrize(("document", "row"), rows("alternative", "with_rests"))
    def test_have_their_other_readings(self, document, row):
        """
        Every other reading is a separate document.
        """
        for level in LEVELS:
            steps = performed(document, row["path"], level)

            assert expand(row["notation"], level) == [observed(step) for step in steps], f"level {level}"

    @pytest.mark.parametrize(
        ("document", "row"), [param for param in rows(*MAIN) if "breath" in param.values[1]["notation"]]
    )
    def test_have_the_breaths_of_the_source(self, document, row):
        """
        A duration in breaths has the number of breaths of the source.
        """
        for level in LEVELS:
            expected = [step.breaths for step in expand(row["notation"], level)]
            steps = performed(document, row["path"], level)

            assert expected == [observed(step).breaths for step in steps], f"level {level}"


class TestWholeProgrammes:
    """
    Programmes in which every exercise has a dose, with their rests and their order.
    """

    @pytest.mark.parametrize(("document", "row"), rows("programme"))
    def test_expand_as_written(self, document, row):
        """
        Sides, durations, rests and their order are those of the source.
        """
        for level in LEVELS:
            steps = performed(document, (), level)

            assert unlabelled(expand(row["notation"], level)) == unlabelled(map(observed, steps)), f"level {level}"

    @pytest.mark.parametrize(("document", "row"), rows("programme"))
    def test_labels_name_the_exercise(self, document, row):
        """
        The label of a step in the expansion of a whole programme is short for the exercise it belongs to.
        """
        pairs = zip(expand(row["notation"], 0), performed(document, (), 0), strict=True)
        labelled = [
            (expected.label, step.exercise.name) for expected, step in pairs if expected.label and step.exercise
        ]

        assert [] == [(label, name) for label, name in labelled if label.replace("-", " ") not in name.lower()]


class TestDocuments:
    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_survive_a_round_trip(self, document):
        """
        A document is read and written back unchanged: keys in order, defaults left out.
        """
        written = json.dumps(to_dict(routine(document)))

        assert json.dumps(read(document)) == written

    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_name_their_source(self, document):
        """
        Each programme has its source, and notes what the model leaves out.
        """
        assert "http" in routine(document).source
        assert routine(document).description

    @pytest.mark.parametrize("document", DOCUMENTS)
    def test_contain_only_checked_exercises(self, document):
        """
        The expansion of every exercise in a document is known.
        """
        known = [
            tuple(row["path"]) for row in EXPANSIONS[document] if row["status"] not in ("programme", "not_determinable")
        ]

        assert [] == [
            path
            for path in exercise_paths(routine(document).items)
            if not any(path[: len(prefix)] == prefix for prefix in known)
        ]


class TestCollection:
    """
    The collection has 67 programmes with 254 exercises, with none left out because it is difficult.
    """

    def test_has_every_programme(self):
        """
        All programmes are included; two have no exercise whose dose can be determined.
        """
        programmes = {document for document in EXPANSIONS if "-" not in document}

        assert 67 == len(programmes)
        assert {"p056", "p082"} == programmes - set(DOCUMENTS)
        assert set(DOCUMENTS) <= set(EXPANSIONS)

    def test_has_every_exercise(self):
        """
        Every exercise has an expansion, or a reason why it cannot have one.
        """
        statuses = {
            (document, row["exercise"]): row["status"]
            for document, row in ROWS
            if "-" not in document and "exercise" in row
        }

        assert {"exact": 130, "range": 29, "ambiguous": 79, "not_determinable": 16} == Counter(statuses.values())
        assert all(row["because"] for _, row in ROWS if row["status"] == "not_determinable")

    def test_has_every_reading_and_whole_programme(self):
        """
        33 other readings of ambiguous exercises, and 10 whole programmes, are written out.
        """
        statuses = Counter(row["status"] for _, row in ROWS)

        assert (33, 10) == (statuses["alternative"], statuses["programme"])

    def test_needs_one_exercise_for_each(self):
        """
        At least 95 % of the exercises, and of all readings, are one `Exercise` each.
        """
        for statuses in (MAIN, (*MAIN, "alternative")):
            kinds = {
                (document, row["exercise"]): type(item(document, row["path"]))
                for document, row in ROWS
                if row["status"] in statuses
            }

            assert Counter(kinds.values())[Exercise] >= 0.95 * len(kinds)
