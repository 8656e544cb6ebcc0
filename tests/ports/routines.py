"""
Routines that a port must schedule, for rules that are easily misread.
"""

from .documents import nested

HOLD = {"kind": "hold", "duration": 5}
MOVE = {"kind": "move", "duration": 1}
OPPOSITE = {**MOVE, "side": "opposite"}
OWN_PACE = {"kind": "move"}
ALTERNATING = {"sides": ["left", "right"], "switch_after": "repetition"}


def rest(duration):
    return {"kind": "rest", "duration": duration}


def exercise(*phases, count=1, gap=None, **more):
    work = {"count": count, "phases": [*phases]} | ({} if gap is None else {"rest": gap})
    return {"kind": "exercise", "name": "Cat", "work": work, **more}


def again(count, *phases, **more):
    return {"kind": "repetitions", "count": count, "phases": [*phases], **more}


def circuit(*items, **more):
    return {"kind": "circuit", "items": [*items], **more}


PLAIN = exercise(HOLD)

#: By rule: the items, the pacing besides "prepare": 0, and the seconds that they last.
SCHEDULED = {
    # Rule 3
    "a set that begins on another side rests as sides do": (
        [exercise(MOVE, sets=2, sidedness={"sides": ["left", "right"], "rest": 2})],
        {},
        10,
    ),
    "a rest between sets precedes one between sides": (
        [exercise(MOVE, sets=2, sidedness={"sides": ["left", "right"], "rest": 2}, rest_between_sets=20)],
        {},
        28,
    ),
    # Rule 4
    "the release is between sets": ([exercise(HOLD, sets=2)], {"recovery": 0}, 13),
    "a rest that is not prescribed is no recovery": ([exercise(MOVE, sets=2)], {"recovery": 0}, 2),
    "the release looks at the innermost repetitions": (
        [exercise(MOVE, again(1, HOLD), sets=2)],
        {"recovery": 0},
        15,
    ),
    "the rest of nested repetitions is no recovery": ([exercise(again(2, HOLD, rest=30), sets=2)], {}, 90),
    "a rest that alternates changes sides by itself": ([exercise(HOLD, rest(2), sidedness=ALTERNATING)], {}, 14),
    "a hold and a rest that alternate in sets recover": (
        [exercise(HOLD, rest(2), sets=2, sidedness=ALTERNATING)],
        {},
        38,
    ),
    "the first of gaps that are equally long": (
        [exercise(HOLD, sets=2, sidedness={"sides": ["left", "right"]})],
        {"switch": 10},
        50,
    ),
    "a switch that is longer than the recovery": (
        [exercise(HOLD, sets=2, sidedness={"sides": ["left", "right"]})],
        {"switch": 12},
        56,
    ),
    "phases on other sides change no gap": (
        [
            exercise(OPPOSITE, {**MOVE, "side": "both"}, sidedness={"sides": ["affected", "unaffected"]}),
            exercise(OPPOSITE),
        ],
        {},
        15,
    ),
    # Rule 5
    "inner repetitions at any depth determine the gap": (
        [exercise(again(1, MOVE, again(2, HOLD, rest=4)), count=2)],
        {},
        34,
    ),
    "the rest of outer repetitions is theirs": ([exercise(again(2, HOLD, rest=4), count=2, gap=0)], {}, 28),
    "repetitions that follow repetitions that end in some": (
        [exercise(again(1, MOVE, again(1, HOLD)), again(1, MOVE))],
        {},
        10,
    ),
    # Rule 6
    "a circuit begins with a rest at any depth": ([PLAIN, nested(3, circuit, circuit(rest(4), PLAIN))], {}, 14),
    "a circuit ends with a rest at any depth": ([nested(3, circuit, circuit(PLAIN, rest(4))), PLAIN], {}, 14),
    "only the edges of a circuit count": ([PLAIN, circuit(PLAIN, rest(4), PLAIN), PLAIN], {}, 34),
    "rounds begin with a rest": ([PLAIN, circuit(rest(4), PLAIN, rounds=2)], {}, 23),
    "rounds end with a rest, and one is prescribed": (
        [circuit(PLAIN, rest(4), rounds=2, rest_between_rounds=20)],
        {},
        38,
    ),
    "a circuit begins with a rest, and one is prescribed": (
        [circuit(PLAIN, circuit(rest(4), PLAIN), rest_between_items=20)],
        {},
        34,
    ),
    "a rest item replaces a prescribed rest": ([circuit(PLAIN, rest(4), PLAIN, rest_between_items=20)], {}, 14),
    # Rule 7
    "the level is its shortest decimal, in a count": (
        [exercise({"kind": "hold", "duration": 1}, count={"low": 1, "high": 51}, gap=0)],
        {"level": 0.29},
        16,
    ),
    "the level is its shortest decimal, in a duration": ([rest({"low": 10, "high": 60})], {"level": 0.29}, 25),
    "a duration is not computed in doubles": ([rest({"low": 1, "high": 51})], {"level": 0.29}, 16),
    "a duration is rounded half up": ([rest({"low": 1, "high": 4})], {"level": 0.5}, 3),
    "a count is rounded half up": ([exercise(OWN_PACE, count={"low": 1, "high": 4})], {"level": 0.5}, 9),
    "a count is exact beyond 2^53": (
        [exercise({"kind": "hold", "duration": {"low": 1, "high": 2**46 + 1}})],
        {"level": 0.3},
        21110623253300,
    ),
    "a range with one end is not rounded": ([rest({"low": 2.4})], {}, 2.4),
    "a range stays above its low end": ([rest({"low": 2.4, "high": 2.6})], {"level": 0.04}, 2.4),
    "a range stays below its high end": ([rest({"low": 2.4, "high": 2.6})], {"level": 0.75}, 2.6),
    "half a breath is rounded half up": ([rest({"breaths": 0.5})], {"breath": 4.500001}, 2.250001),
    "breaths are rounded once": ([rest({"breaths": 1.5})], {"breath": 4.500001}, 6.750002),
    "microseconds are those of the double": ([rest(1.0000015), rest(0.0000025)], {}, 1.000003),
    "breaths without an end": ([rest({"breaths": {"low": 2}})], {}, 8),
    # Rule 8
    "a gap that the person ends makes the number a guess": (
        [exercise({"kind": "hold", "duration": 15}, count={"as_many_as_fit": 60}, gap={"low": 5})],
        {},
        55,
    ),
    "a step that the person ends makes even one a guess": (
        [exercise(OWN_PACE, count={"as_many_as_fit": 2})],
        {},
        3,
    ),
    "as many as fit to the end": ([exercise(HOLD, count={"as_many_as_fit": 21}, gap=3)], {}, 21),
    "as many as fit, by a microsecond": ([exercise(HOLD, count={"as_many_as_fit": 20.999999}, gap=3)], {}, 13),
    "as many as fit are at least one": ([exercise(HOLD, sets={"as_many_as_fit": 1})], {}, 5),
    "as many sets as fit are a guess, too": ([exercise(OWN_PACE, sets={"as_many_as_fit": 30})], {}, 29),
    "as many as fit between the ends of a range": (
        [exercise(HOLD, count={"as_many_as_fit": {"low": 10, "high": 30}}, gap=0)],
        {"level": 0.5},
        20,
    ),
    "as many as fit into breaths": ([exercise(HOLD, count={"as_many_as_fit": {"breaths": 5}}, gap=0)], {}, 20),
    "as many as fit on each side": (
        [exercise(HOLD, count={"as_many_as_fit": 10}, gap=0, sidedness={"sides": ["left", "right"]})],
        {},
        25,
    ),
    "as many as fit within repetitions": ([exercise(again({"as_many_as_fit": 10}, OWN_PACE), count=2)], {}, 18),
    # Rule 9
    "a time for rounds that is just kept": (
        [circuit(exercise(OWN_PACE), rounds={"as_many_as_fit": 9}, round_every=3)],
        {},
        9,
    ),
    "a time for rounds that is exceeded": (
        [circuit(exercise(OWN_PACE), rounds={"as_many_as_fit": 9}, round_every=2)],
        {},
        9,
    ),
    "as many rounds as fit at fixed times": (
        [circuit(PLAIN, rounds={"as_many_as_fit": 60}, round_every=25)],
        {},
        55,
    ),
    "a time for rounds in breaths": ([circuit(PLAIN, rounds=2, round_every={"breaths": 2})], {}, 13),
    # Rule 10
    "gaps and rests have their own numbers": (
        [circuit(circuit(exercise(HOLD, again(2, MOVE, rest(2)), sidedness=ALTERNATING), rounds=2), rest(1), rounds=2)],
        {},
        100,
    ),
    # Steps
    "starts are exact, and rounded once": (
        [rest(9999999999), rest(0.000001), rest(0.123457), rest(0.3), rest(1.000009)],
        {},
        10000000000.423467,
    ),
    "starts are rounded once, far away": (
        [rest(43199999999999), rest(0.333333), rest(0.000003), rest(0.777777), rest(9.000009)],
        {},
        43200000000009.11,
    ),
    "the longest timeline": ([rest(86399999999999), rest(0.999999)], {}, 86400000000000),
}

#: By sentence of the page: the items, the pacing besides "prepare": 0, the time in seconds, and the level that fits.
FITTED = {
    "the level of the pacing does not matter": (
        [PLAIN, exercise({"kind": "hold", "duration": {"low": 1000, "high": 1100}})],
        {"level": 0.2, "transition": 7},
        1047,
        0.35,
    ),
    "with as many as fit, a high level may be shorter": (
        [exercise({"kind": "hold", "duration": {"low": 10, "high": 45}}, count={"as_many_as_fit": 60}, gap=0)],
        {},
        50,
        1.0,
    ),
    "the highest level of several that are equal": ([rest({"low": 10, "high": 12})], {}, 11, 0.74),
    "a microsecond too little": ([rest({"low": 10, "high": 12})], {}, 10.999999, 0.24),
    "a higher level is too long for any timeline": (
        [exercise({"kind": "hold", "duration": {"low": 1, "high": 86399999999999}}, count=2, gap=0)],
        {},
        86399999999999,
        0.49,
    ),
}

#: By the part that is too long: the items, and the time in seconds into which they should fit, if any.
TOO_LONG = {
    "by a microsecond": ([rest(86399999999994), rest(0.999999), rest(0.000001)], None),
    "at the low end of a range": ([rest(60), exercise(HOLD, count={"low": 10**30, "high": 10**31})], None),
    "by a microsecond, for a time": ([rest(5)], 9.999999),
    "at the low end of a range, for a time": ([rest({"low": 20, "high": 30})], 24),
    "for any time at every level": ([rest(86399999999999), rest({"low": 1, "high": 2})], 86399999999999),
}
