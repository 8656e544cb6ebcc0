"""
Reading any value: it is either read, or refused quickly with the documented error.
"""

import json
import math
from datetime import timedelta

import pytest
import tomlkit

from stretchlib import Breaths, InvalidDocumentError, Pacing, Range, from_dict, to_dict
from stretchlib._messages import shown

from .documents.shapes import converter, exercise_of, problems, routine_of

NULL = "must not be null, leave the field out instead"
NEWER = "(a newer version may know it)"

#: The field, the value and the problem with it.
NUMBERS = [
    ("sets", True, "must be a whole number, a range of whole numbers or as many as fit (got True)"),
    ("sets", "7", "must be a whole number, a range of whole numbers or as many as fit (got '7')"),
    ("sets", 2.9, "must be a whole number, a range of whole numbers or as many as fit (got 2.9)"),
    ("sets", 10**5000, "must have at most 4300 digits (got an integer of 16610 bits)"),
    ("sets", -(10**5000), "must be at least 1 (got an integer of 16610 bits)"),
    ("sets", math.inf, "must be a whole number, a range of whole numbers or as many as fit (got inf)"),
    ("rest_between_sets", True, "must be seconds, breaths or a range of seconds (got True)"),
    ("rest_between_sets", 1e308, "must be below 86400000000000 seconds (got an integer of 1024 bits)"),
    ("rest_between_sets", 10**5000, "must be below 86400000000000 seconds (got an integer of 16610 bits)"),
    ("rest_between_sets", 2.5e-132, "must be at least a microsecond, or 0 (got 2.5e-132)"),
    ("rest_between_sets", 9.99e-7, "must be at least a microsecond, or 0 (got 9.99e-07)"),
    ("rest_between_sets", -1, "must be at least 0 seconds (got -1)"),
    ("rest_between_sets", math.nan, "must be finite (got nan)"),
    ("rest_between_sets", -math.inf, "must be finite (got -inf)"),
    ("rest_between_sets", 2**33 + 0.5, "must be whole seconds from 8589934592 on (got 8589934592.5)"),
    ("rest_between_sets", 1j, "must be seconds, breaths or a range of seconds (got 1j)"),
]


class Float(float):
    """
    A number of another library, as numpy has them.
    """


class TestNumbers:
    @pytest.mark.parametrize(
        "value",
        [3, 3.0, tomlkit.item(3.0), Float(3.0), tomlkit.item(3)],
        ids=["whole", "fraction", "of tomlkit", "of a subclass", "whole of tomlkit"],
    )
    def test_may_be_written_with_a_point(self, value):
        """
        3.0 is the whole number 3, and is written as 3.
        """
        written = to_dict(from_dict(routine_of(exercise_of(sets=value))))

        assert "3" == json.dumps(written["items"][0]["sets"])

    @pytest.mark.parametrize(("field", "value", "problem"), NUMBERS, ids=[f"{row[0]} {row[2]}" for row in NUMBERS])
    def test_are_not_converted(self, field, value, problem):
        """
        Numbers just beyond the limits of a field are refused.
        """
        assert [f"$.items[0].{field}: {problem}"] == problems(routine_of(exercise_of(**{field: value})))

    @pytest.mark.parametrize(
        ("ends", "expected"),
        [
            ({"low": True, "high": 2}, [".low: must be a number (got True)"]),
            (
                {"low": "1", "high": None},
                [".low: must be a number (got '1')", ".high: must not be null, leave the field out instead"],
            ),
            ({"low": 0, "high": 0}, [".low: must be at least 1 (got 0)", ".high: must be at least 1 (got 0)"]),
            ({"low": 1.5, "high": 2}, [".low: must be a whole number (got 1.5)"]),
            ({"low": 2, "high": 1}, [".low: must be at most high (got 2 and 1)"]),
            ({"schema": 1, "high": None}, [".high: must not be null, leave the field out instead"]),
            (
                {"low": 1, "high": 2, "step": 1},
                [f".step: unknown field, expected 'low' or 'high' {NEWER}"],
            ),
        ],
    )
    def test_at_both_ends_of_a_range_are_checked(self, ends, expected):
        """
        Both ends of a range are checked.
        """
        assert [f"$.items[0].sets{problem}" for problem in expected] == problems(routine_of(exercise_of(sets=ends)))

    def test_of_seconds_at_both_ends_of_a_range_are_checked(self):
        """
        Both ends of a range of seconds are checked.
        """
        document = routine_of({"kind": "rest", "duration": {"low": -1, "high": 1e300}})

        assert [
            "$.items[0].duration.low: must be above 0 seconds (got -1)",
            "$.items[0].duration.high: must be below 86400000000000 seconds (got an integer of 997 bits)",
        ] == problems(document)

    @pytest.mark.parametrize(
        ("low", "high"),
        [(1.0000002, 1.0000001), (30, 29.9999999), (2, 1)],
        ids=["both rounded", "one rounded", "whole"],
    )
    def test_of_seconds_are_compared_before_they_are_rounded(self, low, high):
        """
        A range in the wrong order is refused, even if rounding would make its ends equal.
        """
        [problem] = problems(routine_of({"kind": "rest", "duration": {"low": low, "high": high}}))

        assert f"$.items[0].duration.low: must be at most high (got {low} and {high})" == problem

    @pytest.mark.parametrize(
        "value", [timedelta(5), Breaths(5), Range(5, 6), Range(timedelta(5), timedelta(6))], ids=str
    )
    def test_of_code_are_refused_in_documents(self, value):
        """
        Values that are only valid in code are refused in documents.
        """
        exercise = exercise_of(rest_between_sets=value, sets=value)

        assert [
            f"$.items[0].{field}: must be a number (got {shown(value)})" for field in ("rest_between_sets", "sets")
        ] == problems(routine_of(exercise))

    def test_of_seconds_may_become_equal(self):
        """
        Half microseconds may be rounded to the same value.
        """
        [rest] = from_dict(routine_of({"kind": "rest", "duration": {"low": 1.0000001, "high": 1.0000002}})).items

        assert rest.duration.low == rest.duration.high

    def test_are_required_in_a_range(self):
        """
        The place of the problem is the range itself.
        """
        with pytest.raises(InvalidDocumentError, match=r"^\$: low or high must be given \(got None and None\)$"):
            converter().structure({}, Range[int])


class TestText:
    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            (5, "must be text (got 5)"),
            (b"Cat", "must be text (got b'Cat')"),
            (["Cat"], "must be text (got ['Cat'])"),
            ("", "must not be empty (got '')"),
            ("a\ud800", r"must be text without lone surrogates (got 'a\ud800')"),
        ],
        ids=["number", "bytes", "list", "empty", "surrogate"],
    )
    def test_is_not_coerced(self, value, problem):
        """
        A name must be text, and not empty.
        """
        assert [f"$.items[0].name: {problem}"] == problems(routine_of(exercise_of(name=value)))

    def test_keeps_every_character(self):
        """
        Any character that UTF-8 can encode is kept.
        """
        document = routine_of(exercise_of(name="\0 \u2028 🧘 e\u0301 \uffff"))

        assert document == to_dict(from_dict(document))


class TestKeys:
    def test_are_case_sensitive(self):
        """
        `Name` is refused, with the suggestion `name`.
        """
        document = routine_of(exercise_of(Tags=["a"]))

        assert [f"$.items[0].Tags: unknown field, did you mean 'tags'? {NEWER}"] == problems(document)

    @pytest.mark.parametrize(
        ("key", "place"),
        [
            (1, "[1]"),
            (None, "[None]"),
            (True, "[True]"),
            (b"tags", "[b'tags']"),
            (("a", 1), "[('a', 1)]"),
            (10**5000, "[an integer of 16610 bits]"),
        ],
        ids=["number", "none", "boolean", "bytes", "tuple", "long number"],
    )
    def test_are_text(self, key, place):
        """
        Keys of YAML and other formats that are not text are refused.
        """
        problem = f"$.items[0]{place}: unknown field, the names of fields are text"

        assert [problem] == problems(routine_of(exercise_of() | {key: 1}))

    @pytest.mark.parametrize(
        ("key", "place"),
        [("tag s", "['tag s']"), ("tags\ud800", r"['tags\ud800']"), ("t\nags", r"['t\nags']"), ("tags]", "['tags]']")],
        ids=["space", "surrogate", "line", "bracket"],
    )
    def test_are_quoted_if_they_are_not_identifiers(self, key, place):
        """
        A key that would break the path is quoted.
        """
        problem = f"$.items[0]{place}: unknown field, did you mean 'tags'? (a newer version may know it)"

        assert [problem] == problems(routine_of(exercise_of(**{key: 1})))

    def test_are_shortened(self):
        """
        Long keys are shortened in problems.
        """
        [problem] = problems(routine_of(exercise_of(**{"a" * 900_000: 1})))

        assert len(problem) < 300


class TestProblems:
    def test_are_in_the_order_of_the_document(self):
        """
        All problems are reported at once, in the order of the document, with missing keys last.
        """
        document = {
            "items": [exercise_of(sets=0, nmae="x"), 7, {"kind": "circuit"}],
            "schema": 1,
            "source": 3,
            "desciption": "",
        }

        assert [
            "$.items[0].sets: must be at least 1 (got 0)",
            "$.items[0].nmae: unknown field, did you mean 'name'? (a newer version may know it)",
            "$.items[1]: must be an object (got 7)",
            "$.items[2].items: missing",
            "$.source: must be text (got 3)",
            "$.desciption: unknown field, did you mean 'description'? (a newer version may know it)",
            "$.name: missing",
        ] == problems(document)

    @pytest.mark.parametrize(
        "value",
        ["a" * 10**6, [["a" * 100] * 100] * 100, 10**4299],
        ids=["text", "list", "number"],
    )
    def test_show_the_beginning_of_long_values(self, value):
        """
        Long values are shortened.
        """
        [problem] = problems(routine_of(exercise_of(sidedness=value)))

        assert len(problem) < 120

    @pytest.mark.parametrize(("length", "place"), [(40, f".{'x' * 40}"), (41, f"['{'x' * 41}']")], ids=str)
    def test_quote_long_keys(self, length, place):
        """
        A key of more than 40 characters is quoted and shortened.
        """
        [problem] = problems(routine_of(exercise_of(), **{"x" * length: 1}))

        assert f"${place}: unknown field" == problem.partition(",")[0]

    def test_show_objects_as_they_were_written(self):
        """
        The first few fields of an object are shown in their order.
        """
        value = {"z": {"y": {"x": 1}}, "b": [], "a": {}, "d": 1, "c": 2}
        [problem] = problems(routine_of(exercise_of(name=value)))

        assert "$.items[0].name: must be text (got {'z': {'y': {...}}, 'b': [], 'a': {}, 'd': 1, ...})" == problem

    @pytest.mark.parametrize("number", [999, 1_000])
    def test_are_all_reported_up_to_a_thousand(self, number):
        """
        A thousand problems are all reported.
        """
        found = problems(routine_of(*[{}] * number))

        assert number == len(found)
        assert f"$.items[{number - 1}].kind: missing, expected 'exercise', 'rest' or 'circuit'" == found[-1]

    @pytest.mark.parametrize(
        "document",
        [
            routine_of(*[1] * 1_001),
            routine_of(exercise_of(**{f"field{number}": 1 for number in range(1_001)})),
            routine_of(*[exercise_of(tags=[""] * 20) for _ in range(60)]),
            routine_of(*[1] * 600, **{f"field{number}": 1 for number in range(401)}),
            routine_of(exercise_of(tags=[""] * 1_001)),
        ],
        ids=["elements", "fields", "nested", "both", "texts"],
    )
    def test_say_that_there_are_more_than_a_thousand(self, document):
        """
        If there are more, the last problem says so.
        """
        found = problems(document)

        assert 1_001 == len(found)
        assert "$: has more problems; these are the first 1000" == found[-1]

    def test_of_a_converter_are_the_same(self):
        """
        The value that a converter reads is the `$` of its problems.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            converter().structure({"breath": 0, "level": 2}, Pacing)

        assert (
            "$.breath: must be above 0 seconds (got 0)",
            "$.level: must be from 0 to 1 (got 2.0)",
        ) == tuple(map(str, caught.value.problems))
