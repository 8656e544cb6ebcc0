"""
Whatever comes in, it is read or refused: never half, never slowly, never with any other error.
"""

import json
import math
import sys
from itertools import pairwise

import pytest
import yaml

from stretchlib import InvalidDocumentError, Pacing, from_dict, make_converter, to_dict


def routine_of(*items, **more):
    return {"schema": 1, "name": "Back", "items": list(items), **more}


def exercise_of(**more):
    return {"kind": "exercise", "name": "Cat", "work": {}, **more}


def problems(document, **options):
    with pytest.raises(InvalidDocumentError) as caught:
        from_dict(document, **options)
    return list(caught.value.problems)


def nested(depth, wrap, value):
    for _ in range(depth):
        value = wrap(value)
    return value


def calls(document):
    """
    Count the calls that reading *document* takes: a measure of time that is the same on every machine.
    """
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        from_dict(document)
    except InvalidDocumentError:
        pass
    finally:
        sys.setprofile(None)
    return counted


ANYTHING = {
    "null": None,
    "a boolean": True,
    "a whole number": 5,
    "a fraction": 2.5,
    "not a number": math.nan,
    "a huge number": 10**5000,
    "text": "routine",
    "bytes": b"{}",
    "a list": [],
    "a list of objects": [{"schema": 1}],
    "a tuple": (),
    "a set": set(),
    "some object": object(),
    "a class": int,
}


class TestAnythingAtTheTop:
    @pytest.mark.parametrize("document", ANYTHING.values(), ids=ANYTHING)
    def test_is_refused_unless_it_is_an_object(self, document):
        """
        What is no object is no document.
        """
        [problem] = problems(document)

        assert problem.startswith("$: must be an object (got ")

    def test_may_be_an_object_without_anything(self):
        """
        An empty object does not even say its schema.
        """
        assert ["$.schema: missing, this version writes 1"] == problems({})


class TestDepth:
    @pytest.mark.parametrize(
        "wrap",
        [
            lambda value: [value],
            lambda value: {"items": value},
            lambda value: {"kind": "circuit", "items": [value]},
            lambda value: [{"a": 1}, value],
        ],
        ids=["lists", "objects", "circuits", "both"],
    )
    def test_of_a_hundred_thousand_is_refused(self, wrap):
        """
        However deep a document is, it is refused by its depth.
        """
        assert ["$: must be at most 100 levels deep"] == problems(routine_of(nested(100_000, wrap, 1)))

    @pytest.mark.parametrize("depth", [1, 32])
    def test_of_circuits_may_be_32(self, depth):
        """
        Circuits nest up to 32 deep.
        """
        document = routine_of(nested(depth, lambda item: {"kind": "circuit", "items": [item]}, exercise_of()))

        assert document == to_dict(from_dict(document))

    def test_of_circuits_may_not_be_33(self):
        """
        The circuit around 32 others is refused at its place.
        """
        document = routine_of(nested(34, lambda item: {"kind": "circuit", "items": [item]}, exercise_of()))

        assert ["$.items[0].items[0].items: must nest circuits at most 32 deep (got 33)"] == problems(document)

    def test_of_repetitions_may_be_8(self):
        """
        Repetitions nest up to 8 deep.
        """
        deep = nested(7, lambda work: {"phases": [{"kind": "repetitions", **work}]}, {"count": 2})
        deeper = {"phases": [{"kind": "repetitions", **deep}]}

        assert routine_of(exercise_of(work=deep)) == to_dict(from_dict(routine_of(exercise_of(work=deep))))
        assert ["$.items[0].work.phases: must nest repetitions at most 8 deep (got 9)"] == problems(
            routine_of(exercise_of(work=deeper))
        )


class TestDocumentsThatContainThemselves:
    def test_are_refused_by_their_depth(self):
        """
        A document that contains itself has no end.
        """
        document = routine_of()
        document["items"].append(document)

        assert ["$: must be at most 100 levels deep"] == problems(document)

    def test_are_refused_by_their_size(self):
        """
        One that contains itself a thousand times is soon too large.
        """
        document = routine_of()
        document["items"] += [document] * 1_000

        assert ["$: must hold at most 1000000 values"] == problems(document)


class TestSize:
    def test_of_an_alias_bomb_is_that_of_what_it_stands_for(self):
        """
        A kilobyte of YAML whose aliases stand for a billion values is refused.
        """
        levels = [f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in pairwise("abcdefghi")]
        text = "\n".join(["a: &a [x, x, x, x, x, x, x, x, x, x]", *levels, "schema: 1", "name: bomb", "items: *i"])

        assert len(text) < 1_024
        assert ["$: must hold at most 1000000 values"] == problems(yaml.safe_load(text))

    def test_may_be_nearly_a_million_values(self):
        """
        An honest large document is read.
        """
        document = routine_of(*[exercise_of(tags=[str(number) for number in range(990)]) for _ in range(1_000)])

        assert document == to_dict(from_dict(document))

    def test_is_limited_by_a_keyword(self):
        """
        The caller says how many values a document may hold, the document itself and each use of an alias included.
        """
        tags = ["a", "b"]
        document = routine_of(exercise_of(tags=tags), exercise_of(tags=tags))

        assert document == to_dict(from_dict(document, max_values=18))
        assert ["$: must hold at most 17 values"] == problems(document, max_values=17)

    def test_is_limited_for_converters_too(self):
        """
        A converter reads no more values than `from_dict` does by itself.
        """
        document = routine_of(exercise_of(tags=["a"] * 1_000_000))

        with pytest.raises(InvalidDocumentError, match="must hold at most 1000000 values"):
            make_converter().structure(document, type(from_dict(routine_of(exercise_of()))))


#: The field, the value and the problem with it.
NUMBERS = [
    ("sets", True, "must be a whole number (got True)"),
    ("sets", "7", "must be a whole number or a range of whole numbers (got '7')"),
    ("sets", 2.9, "must be a whole number or a range of whole numbers (got 2.9)"),
    ("sets", 10**5000, "must have at most 4300 digits (got an integer of 16610 bits)"),
    ("sets", -(10**5000), "must be at least 1 (got an integer of 16610 bits)"),
    ("sets", math.inf, "must be a whole number or a range of whole numbers (got inf)"),
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


class TestNumbers:
    @pytest.mark.parametrize("value", [3, 3.0])
    def test_may_be_written_with_a_point(self, value):
        """
        3.0 is the whole number 3, and comes back as one.
        """
        written = to_dict(from_dict(routine_of(exercise_of(sets=value))))

        assert "3" == json.dumps(written["items"][0]["sets"])

    @pytest.mark.parametrize(("field", "value", "problem"), NUMBERS, ids=[f"{row[0]} {row[2]}" for row in NUMBERS])
    def test_are_not_converted(self, field, value, problem):
        """
        What is not quite a number that the field can hold is refused.
        """
        assert [f"$.items[0].{field}: {problem}"] == problems(routine_of(exercise_of(**{field: value})))

    @pytest.mark.parametrize(
        ("ends", "expected"),
        [
            ({"low": True, "high": 2}, [".low: must be a number (got True)"]),
            ({"low": "1", "high": None}, [".low: must be a number (got '1')", ".high: must be a number (got None)"]),
            ({"low": 0, "high": 0}, [".low: must be at least 1 (got 0)", ".high: must be at least 1 (got 0)"]),
            ({"low": 1.5, "high": 2}, [".low: must be a whole number (got 1.5)"]),
            ({"low": 2, "high": 1}, [".low: must be at most high (got 2 and 1)"]),
            ({"low": 1, "high": 2, "step": 1}, [".step: unknown field, expected 'low' or 'high'"]),
        ],
    )
    def test_at_the_ends_of_a_range_are_all_told(self, ends, expected):
        """
        Both ends of a range are checked.
        """
        assert [f"$.items[0].sets{problem}" for problem in expected] == problems(routine_of(exercise_of(sets=ends)))

    def test_of_seconds_at_the_ends_of_a_range_are_all_told(self):
        """
        Both ends of a range of seconds are checked.
        """
        document = routine_of({"kind": "rest", "duration": {"low": -1, "high": 1e300}})

        assert [
            "$.items[0].duration.low: must be at least 0 seconds (got -1)",
            "$.items[0].duration.high: must be below 86400000000000 seconds (got an integer of 997 bits)",
        ] == problems(document)


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
    def test_is_not_made_of_other_things(self, value, problem):
        """
        A name is text, and some.
        """
        assert [f"$.items[0].name: {problem}"] == problems(routine_of(exercise_of(name=value)))

    def test_keeps_every_character(self):
        """
        Any character that UTF-8 can hold comes back.
        """
        document = routine_of(exercise_of(name="\0 \u2028 🧘 e\u0301 \uffff"))

        assert document == to_dict(from_dict(document))


class TestKeys:
    def test_differ_in_case(self):
        """
        `Name` is not `name`, but nearly.
        """
        document = routine_of(exercise_of(Tags=["a"]))

        assert ["$.items[0].Tags: unknown field, did you mean 'tags'?"] == problems(document)

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
        YAML and others know keys that are no text; a document has none.
        """
        problem = f"$.items[0]{place}: unknown field, the names of fields are text"

        assert [problem] == problems(routine_of(exercise_of() | {key: 1}))

    @pytest.mark.parametrize(
        ("key", "place"),
        [("tag s", "['tag s']"), ("tags\ud800", r"['tags\ud800']"), ("t\nags", r"['t\nags']"), ("tags]", "['tags]']")],
        ids=["space", "surrogate", "line", "bracket"],
    )
    def test_are_quoted_where_they_are_no_names(self, key, place):
        """
        A key that would break the path is quoted.
        """
        problem = f"$.items[0]{place}: unknown field, did you mean 'tags'?"

        assert [problem] == problems(routine_of(exercise_of(**{key: 1})))

    def test_are_shortened(self):
        """
        A long key does not make a long problem.
        """
        [problem] = problems(routine_of(exercise_of(**{"a" * 900_000: 1})))

        assert len(problem) < 250


class TestProblems:
    def test_are_all_told_in_the_order_of_the_document(self):
        """
        Everything that is wrong is told at once, in the order in which it was written, what is missing last.
        """
        document = {
            "items": [exercise_of(sets=0, nmae="x"), 7, {"kind": "circuit"}],
            "schema": 1,
            "source": 3,
            "desciption": "",
        }

        assert [
            "$.items[0].sets: must be at least 1 (got 0)",
            "$.items[0].nmae: unknown field, did you mean 'name'?",
            "$.items[1]: must be an object (got 7)",
            "$.items[2].items: missing",
            "$.source: must be text (got 3)",
            "$.desciption: unknown field, did you mean 'description'?",
            "$.name: missing",
        ] == problems(document)

    @pytest.mark.parametrize(
        "value",
        ["a" * 10**6, [["a" * 100] * 100] * 100, 10**4299],
        ids=["text", "list", "number"],
    )
    def test_show_the_beginning_of_long_values(self, value):
        """
        A long value does not make a long problem.
        """
        [problem] = problems(routine_of(exercise_of(sidedness=value)))

        assert len(problem) < 120

    def test_show_objects_as_they_were_written(self):
        """
        The fields of an object are shown in their order, the first few.
        """
        value = {"z": {"y": {"x": 1}}, "b": [], "a": {}, "d": 1, "c": 2}
        [problem] = problems(routine_of(exercise_of(name=value)))

        assert "$.items[0].name: must be text (got {'z': {'y': {...}}, 'b': [], 'a': {}, 'd': 1, ...})" == problem

    @pytest.mark.parametrize("number", [999, 1_000])
    def test_are_all_told_up_to_a_thousand(self, number):
        """
        A thousand problems are all told.
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
        ],
        ids=["elements", "fields", "nested", "both"],
    )
    def test_say_that_there_are_more_than_a_thousand(self, document):
        """
        When there are more, the last one says so.
        """
        found = problems(document)

        assert 1_001 == len(found)
        assert "$: has more problems than these 1000, which are the first" == found[-1]

    def test_are_those_of_the_converter_too(self):
        """
        What a converter is asked to read is the `$` of its problems.
        """
        with pytest.raises(InvalidDocumentError) as caught:
            make_converter().structure({"breath": 0, "level": 2}, Pacing)

        assert (
            "$.breath: must be above 0 seconds (got 0)",
            "$.level: must be from 0 to 1 (got 2.0)",
        ) == caught.value.problems


#: Documents of about as many bytes as the number says, and nothing in them is right.
RUBBISH = {
    "numbers": lambda size: routine_of(*[1] * (size // 2)),
    "empty objects": lambda size: routine_of(*[{} for _ in range(size // 3)]),
    "unknown kinds": lambda size: routine_of(*[{"kind": "x"} for _ in range(size // 13)]),
    "unknown fields": lambda size: routine_of(exercise_of(**{f"equipmen{n:06}": 1 for n in range(size // 20)})),
    "unknown fields everywhere": lambda size: routine_of(*[exercise_of(x=1, y=2) for _ in range(size // 60)]),
    "missing fields": lambda size: routine_of(*[{"kind": "exercise"} for _ in range(size // 20)]),
    "empty tags": lambda size: routine_of(exercise_of(tags=[""] * (size // 3))),
    "long text": lambda size: routine_of(exercise_of(sets="a" * size)),
    "a long key": lambda size: routine_of(exercise_of(**{"a" * size: 1})),
}


class TestCost:
    @pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=RUBBISH)
    def test_of_refusing_rubbish_does_not_grow(self, rubbish):
        """
        To refuse a megabyte of rubbish takes hardly more than to refuse a tenth of it.
        """
        # The depth and the size of every value are looked at first, and that grows, but is quick.
        assert calls(rubbish(1_000_000)) < calls(rubbish(100_000)) + 700_000

    def test_of_one_error_after_many_exercises_is_that_of_reading_them(self):
        """
        An error at the end does not make a document slower to read than one without.
        """
        exercises = [exercise_of(sets=2) for _ in range(1_000)]

        assert calls(routine_of(*exercises, 1)) < 1.1 * calls(routine_of(*exercises))

    def test_of_reading_grows_with_the_size(self):
        """
        A document of twice the size takes at most twice as long.
        """
        once, twice = (routine_of(*[exercise_of(sets=2) for _ in range(number)]) for number in (1_000, 2_000))

        assert calls(twice) < 2.1 * calls(once)

    def test_of_circuits_does_not_grow_with_their_depth(self):
        """
        Circuits that are nested take no longer than circuits in a row.
        """
        deep = nested(32, lambda item: {"kind": "circuit", "items": [item]}, exercise_of())
        row = [{"kind": "circuit", "items": [exercise_of()]}] * 32

        assert calls(routine_of(deep)) < calls(routine_of(*row))

    def test_of_deep_problems_does_not_grow_with_their_depth(self):
        """
        Problems deep inside are not told again at every level.
        """
        items = [{"kind": "rest", "duration": 0}] * 900
        flat = calls(routine_of(*items))
        deep = calls(routine_of(*nested(30, lambda inside: [{"kind": "circuit", "items": inside}], items)))

        assert deep < 10 * flat
