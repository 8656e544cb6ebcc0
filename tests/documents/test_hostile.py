"""
Hostile documents, endless, enormous or broken, are refused quickly.
"""

import math
import re
import sys
import traceback
from contextlib import suppress
from itertools import pairwise

import pytest
import yaml

from stretchlib import InvalidDocumentError, Plan, from_dict, to_dict
from stretchlib.documents import readers, reading
from stretchlib.documents.reading import quick_reader, reader_of, thorough_reader

from .. import costs
from .shapes import converter, exercise_of, problems, routine_of


def nested(depth, wrap, value):
    for _ in range(depth):
        value = wrap(value)
    return value


def calls(document):
    """
    Return how many calls reading or refusing *document* takes.
    """
    return costs.calls(read_or_refuse, document)


def read_or_refuse(document):
    with suppress(InvalidDocumentError):
        from_dict(document)


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
        Values that are not objects are refused.
        """
        [problem] = problems(document)

        assert re.match(r"\$: must be an object(: parse text first, for example by json\.loads)? \(got ", problem)

    def test_may_be_an_empty_object(self):
        """
        An empty object has no schema.
        """
        assert ["$.schema: missing, write 1"] == problems({})


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
        Any excessive depth is refused with the limit.
        """
        assert ["$: must be at most 100 levels deep"] == problems(routine_of(nested(100_000, wrap, 1)))

    @pytest.mark.parametrize(
        ("depth", "problem"),
        [(98, "$.items[0]: must be an object (got [["), (99, "$: must be at most 100 levels deep")],
    )
    def test_of_a_hundred_levels_is_read(self, depth, problem):
        """
        With the document and its items, 98 lists are a hundred levels.
        """
        [found] = problems(routine_of(nested(depth, lambda value: [value], 1)))

        assert found.startswith(problem)

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


def deepest(**more):
    """
    Return the deepest valid document.
    """
    duration = {"breaths": {"low": 1, "high": 2}}
    work = {"count": {"as_many_as_fit": duration}, "phases": [{"kind": "hold", "duration": duration}]}
    work = nested(7, lambda inside: {"phases": [{"kind": "repetitions", **inside}]}, work)
    circuits = nested(32, lambda item: {"kind": "circuit", "items": [item]}, exercise_of(work=work))
    routine = {"name": "Back", "items": [circuits]}
    return {"schema": 1, "name": "Knee", "stages": [{"routines": [routine]}], **more}


def with_frames_left(frames, call):
    """
    Return the result of *call* with room for a number of frames on the stack.
    """

    def descend(further):
        return call() if further <= 0 else descend(further - 1)

    used = sum(1 for _ in traceback.walk_stack(None))
    return descend(sys.getrecursionlimit() - used - frames)


class TestStack:
    """
    "Reading needs room for 300 more calls on Python's stack."
    """

    @pytest.mark.parametrize("name", ["Knee", type("Text", (str,), {})("Knee")], ids=["quickly", "thoroughly"])
    def test_of_300_frames_is_enough(self, name):
        """
        The deepest document is read by either reading, even as the first one.
        """
        for function in (reader_of, quick_reader, thorough_reader, reading._quick_object, readers._object_reader):
            function.cache_clear()

        plan = with_frames_left(300, lambda: from_dict(deepest(name=name), Plan))

        assert deepest() == to_dict(plan)


class TestDocumentsThatContainThemselves:
    def test_are_refused_by_their_depth(self):
        """
        A document that contains itself is endless.
        """
        document = containing_itself(1)

        assert ["$: must be at most 100 levels deep"] == problems(document)

    def test_are_refused_by_their_size(self):
        """
        A document that contains itself a thousand times is soon too large.
        """
        document = containing_itself(1_000)

        assert ["$: must hold at most 1000000 values"] == problems(document)


class TestSize:
    def test_of_an_alias_bomb_includes_all_uses(self):
        """
        A kilobyte of YAML whose aliases stand for a billion values is refused.
        """
        assert ["$: must hold at most 1000000 values"] == problems(bomb())

    def test_may_be_nearly_a_million_values(self):
        """
        A valid large document is read.
        """
        document = routine_of(*[exercise_of(tags=[str(number) for number in range(990)]) for _ in range(1_000)])

        assert document == to_dict(from_dict(document))

    def test_is_limited_by_a_keyword(self):
        """
        The caller limits the values of a document, including the document itself and each use of an alias.
        """
        tags = ["a", "b"]
        document = routine_of(exercise_of(tags=tags), exercise_of(tags=tags))

        assert document == to_dict(from_dict(document, max_values=18))
        assert ["$: must hold at most 17 values"] == problems(document, max_values=17)

    def test_includes_long_texts_at_the_limit(self):
        """
        A long text is counted even if the document holds as many values as it may.
        """
        document = routine_of(exercise_of(tags=["a", "b" * 100]))
        short = routine_of(exercise_of(tags=["a", "b" * 99]))

        assert short == to_dict(from_dict(short, max_values=11))
        assert ["$: must hold at most 11 values"] == problems(document, max_values=11)

    def test_of_the_deepest_document_is_limited(self):
        """
        A document that is as deep as it may be is refused for its size.
        """
        document = nested(99, lambda value: [value], ["a"] * 50)

        assert ["$: must hold at most 100 values"] == problems(document, max_values=100)

    def test_is_limited_for_converters_too(self):
        """
        A converter has the same limit as `from_dict`.
        """
        document = routine_of(exercise_of(tags=["a"] * 1_000_000))

        with pytest.raises(InvalidDocumentError, match="must hold at most 1000000 values"):
            converter().structure(document, type(from_dict(routine_of(exercise_of()))))


def bomb():
    """
    Return a document of a kilobyte of YAML whose aliases stand for a billion values.
    """
    levels = [f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in pairwise("abcdefghi")]
    text = "\n".join(["a: &a [x, x, x, x, x, x, x, x, x, x]", *levels, "schema: 1", "name: bomb", "items: *i"])
    assert len(text) < 1_024
    return yaml.safe_load(text)


def containing_itself(times):
    document = routine_of()
    document["items"] += [document] * times
    return document


class TestTime:
    @pytest.mark.parametrize(
        "document",
        [
            bomb(),
            containing_itself(1),
            containing_itself(1_000),
            routine_of(nested(100_000, lambda inside: [inside], 1)),
        ],
        ids=["an alias bomb", "itself", "itself a thousand times", "100,000 levels"],
    )
    def test_to_refuse_traps_is_short(self, document):
        """
        They are refused about as fast as the largest valid document is counted.
        """
        honest = [[0] * 1_000 for _ in range(999)]

        assert costs.shortest_time(problems, document) < 3 * costs.shortest_time(problems, honest)


#: Invalid documents of about a given number of bytes.
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


class TestTexts:
    def test_of_other_libraries_count_as_much(self):
        """
        Texts of round-trip parsers count like any other, for each use of an alias.
        """

        class Quoted(str):
            pass

        document = routine_of(exercise_of(tags=[Quoted("x" * 100_000)] * 1_000))

        assert ["$: must hold at most 1000000 values"] == problems(document)


class TestCost:
    @pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=RUBBISH)
    def test_of_refusing_rubbish_does_not_grow(self, rubbish):
        """
        Refusing a megabyte of rubbish takes hardly longer than refusing a tenth of it.
        """
        # The check of depth and size takes longer for larger documents, but is fast.
        assert calls(rubbish(1_000_000)) < calls(rubbish(100_000)) + 700_000

    def test_of_one_error_is_a_second_reading(self):
        """
        A document with an error at the end costs one quick and one thorough reading.
        """
        exercises = [exercise_of(sets=2) for _ in range(1_000)]

        assert calls(routine_of(*exercises, 1)) < 3 * calls(routine_of(*exercises))

    def test_of_reading_grows_with_the_size(self):
        """
        A document twice as large takes at most twice as long.
        """
        once, twice = (routine_of(*[exercise_of(sets=2) for _ in range(number)]) for number in (1_000, 2_000))

        assert calls(twice) < 2.1 * calls(once)

    def test_of_circuits_does_not_grow_with_their_depth(self):
        """
        Nested circuits take no longer than circuits in a row.
        """
        deep = nested(32, lambda item: {"kind": "circuit", "items": [item]}, exercise_of())
        row = [{"kind": "circuit", "items": [exercise_of()]}] * 32

        assert calls(routine_of(deep)) < calls(routine_of(*row))

    def test_of_deep_problems_does_not_grow_with_their_depth(self):
        """
        Problems deep inside are not copied at every level.
        """
        items = [{"kind": "rest", "duration": 0}] * 900
        flat = calls(routine_of(*items))
        deep = calls(routine_of(*nested(30, lambda inside: [{"kind": "circuit", "items": inside}], items)))

        assert deep < 10 * flat
