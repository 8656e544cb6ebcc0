"""
The JSON Schema and the reader, compared.
"""

import json
import re
from pathlib import Path
from random import Random

import pytest
from jsonschema import Draft202012Validator

from stretchlib import InvalidDocumentError, from_dict, json_schema

from .documents.damage import damaged, documents
from .schemas import SCHEMA, in_circuits, routine_of

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
VALIDATOR = Draft202012Validator(SCHEMA)


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
            ("circuits nest at most 32 deep", in_circuits(routine_of(), 33)),
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
