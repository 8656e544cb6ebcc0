"""
Documents that a port must read, and documents that it must refuse, for the rules of the document format.
"""


def routine_of(*items, **more):
    return {"schema": 1, "name": "Back", "items": list(items) or [REST], **more}


def exercise_of(work, **more):
    return routine_of({"kind": "exercise", "name": "Cat", "work": work, **more})


def nested(depth, wrap, inside):
    for _ in range(depth):
        inside = wrap(inside)
    return inside


def lasting(duration):
    return routine_of({"kind": "rest", "duration": duration})


def resting(rest):
    return routine_of(rest_between_items=rest)


def done(**frequency):
    return routine_of(frequency=frequency)


def staged(**stage):
    return {"schema": 1, "name": "Back", "stages": [{"routines": [{"name": "Back", "items": [REST]}], **stage}]}


def circling(**circuit):
    return routine_of({"kind": "circuit", "items": [REST], **circuit})


def circuits(depth):
    return routine_of(nested(depth, lambda item: {"kind": "circuit", "items": [item]}, REST))


def repetitions(depth):
    return exercise_of(nested(depth - 1, lambda work: {"phases": [{"kind": "repetitions", **work}]}, {}))


REST = {"kind": "rest", "duration": 5}

#: Documents with every key, by kind of value, which are damaged at each place.
IN_FULL = {
    "routine": {
        "schema": 1,
        "name": "Back",
        "items": [
            {
                "kind": "circuit",
                "items": [
                    {"kind": "rest", "duration": {"low": 5, "high": 10}, "label": "shake"},
                    {
                        "kind": "exercise",
                        "name": "Cat",
                        "work": {
                            "count": {"low": 2, "high": 4},
                            "phases": [
                                {"kind": "hold", "duration": 5, "label": "arch", "side": "opposite"},
                                {"kind": "move", "duration": {"breaths": 2}, "label": "curl", "side": "both"},
                                {"kind": "rest", "duration": {"high": 2.5}, "label": "relax"},
                                {"kind": "repetitions", "count": 2, "phases": [{"kind": "move"}], "rest": {"low": 1}},
                            ],
                            "rest": {"breaths": {"low": 1}},
                        },
                        "sets": {"as_many_as_fit": 300},
                        "rest_between_sets": {"low": 30},
                        "sidedness": {"sides": ["left", "right"], "switch_after": "all_sets", "rest": {"high": 9}},
                        "instructions": "Breathe out.",
                        "pictures": ["cat.png"],
                        "videos": ["cat.mp4"],
                        "equipment": ["mat"],
                        "tags": ["back"],
                        "frequency": {"times": {"low": 2, "high": 3}, "every": 2, "unit": "week", "weeks": 6},
                        "id": "7",
                    },
                ],
                "rounds": {"low": 2},
                "rest_between_items": {"high": 15},
                "rest_between_rounds": {"low": 0},
                "name": "Loop",
                "id": "8",
            },
            {
                "kind": "circuit",
                "items": [{"kind": "rest", "duration": 5}],
                "rounds": 2,
                "round_every": {"breaths": {"low": 8, "high": 10}},
            },
        ],
        "rest_between_items": {"low": 5},
        "description": "A start.",
        "source": "A leaflet.",
        "frequency": {"days": 10, "weekdays": ["monday", "friday"], "times_of_day": ["08:00", "20:30:15"]},
        "id": "9",
    },
    "plan": {
        "schema": 1,
        "name": "Course",
        "stages": [
            {"routines": [{"name": "Back", "items": [REST]}], "weeks": 2, "name": "Start", "goal": "No pain."},
            {"routines": [{"name": "Back", "items": [REST]}], "days": {"low": 5, "high": 9}},
        ],
        "description": "Two stages.",
        "source": "A leaflet.",
        "id": "10",
    },
    "pacing": {
        "schema": 1,
        "prepare": 4,
        "transition": 4,
        "switch": 4,
        "release": 4,
        "recovery": 4,
        "movement": 4.5,
        "breath": 5,
        "level": 0.5,
    },
}

#: Documents by kind of value and name.
READ = {
    "routine": {
        "a count with an exponent": exercise_of({"count": 1e16}, sets=1e23),
        "a range with equal ends": exercise_of({"count": {"low": 3, "high": 3}, "rest": {"low": 5, "high": 5}}),
        "rests of 0": exercise_of(
            {"rest": {"low": 0}}, rest_between_sets=-0.0, sidedness={"sides": ["left", "right"], "rest": {"high": 0}}
        ),
        "as many breaths as fit": exercise_of({"count": {"as_many_as_fit": {"breaths": {"low": 8, "high": 10}}}}),
        "more than six decimals, rounded up": resting(1.0000015),
        "more than six decimals, rounded half to even": resting(0.0000025),
        "more than six decimals, where the product is above a half": resting(2.0000005),
        "more than six decimals, in a large number": resting(1000000.0000015),
        "a microsecond": lasting(1e-6),
        "a whole number of seconds after rounding": lasting(2.9999999),
        "the last fraction of a second": resting(8589934591.999999),
        "the most seconds": resting(86399999999999),
        "ends that are equal after rounding": lasting({"low": 2.0000001, "high": 2.0000004}),
        "very many breaths, and half a breath": resting({"breaths": 10**15 + 0.5}),
        "a name of a space, and a label with spaces": routine_of({**REST, "label": " rest "}, name=" "),
        "texts that only look alike": routine_of(
            name="caf\u00e9", description="cafe\u0301\n", source="\u2126\u2003\u03a9"
        ),
        "lists that name the same twice": exercise_of({}, tags=["a", "a"], pictures=["b", "b"], equipment=["c", "c"]),
        "a schema inside": {
            **exercise_of(
                {"schema": 1, "count": {"schema": 1, "low": 2}, "rest": {"schema": 1, "breaths": 2}},
                schema=1.0,
                sets={"schema": 1, "as_many_as_fit": 60},
            ),
            "$schema": "",
        },
        "weekdays in another order": done(weekdays=["sunday", "friday", "monday", "wednesday"]),
        "times of day in another order": done(times_of_day=["20:00:01", "20:00", "08:00:00", "00:00:30"]),
        "times of day, and how many": done(times=2, times_of_day=["08:00", "23:59:59"]),
        "times of day on every other day": done(every=2, times_of_day=["08:00"], weeks={"high": 2}),
        "sidedness without sides": exercise_of({}, sidedness={}),
        "times of day, empty": done(times=2, times_of_day=[]),
        "circuits 32 deep": circuits(32),
        "repetitions 8 deep": repetitions(8),
    },
    "plan": {"stages in days, and one without an end": {**staged(days={"low": 10}), "$schema": "plan"}},
    "pacing": {
        "of defaults": {"schema": 1, "prepare": 5, "recovery": 10.0, "breath": 4, "level": 0},
        "at the high end": {"level": 1, "prepare": 0, "movement": 1e-6},
        "between the ends": {"release": 0.25, "level": 0.35},
    },
}

REFUSED = {
    "routine": {
        # Schema and address
        "no schema at the top": {"name": "Back", "items": [REST]},
        "another schema inside": exercise_of({"schema": 2}),
        "another schema in a range": lasting({"schema": 2, "low": 5}),
        "a schema that is text": {**routine_of(), "schema": "1"},
        "a schema that is true": {**routine_of(), "schema": True},
        "an address that is a number": routine_of(**{"$schema": 5}),
        "an address inside": routine_of({**REST, "$schema": "rest.schema.json"}),
        # Items, repetitions and sides
        "phases of another kind": exercise_of({"phases": [{"kind": "exercise", "name": "Cat", "work": {}}]}),
        "a phase without a kind": exercise_of({"phases": [{"duration": 5}]}),
        "work of another kind": exercise_of({"kind": "hold"}),
        "no items": {"schema": 1, "name": "Back", "items": []},
        "no items in a circuit": circling(items=[]),
        "no phases": exercise_of({"phases": []}),
        "no sides": exercise_of({}, sidedness={"sides": []}),
        "a side twice": exercise_of({}, sidedness={"sides": ["left", "right", "left"]}),
        "a side that is relative": exercise_of({}, sidedness={"sides": ["same"]}),
        "a rest between sides, of which there is one": exercise_of({}, sidedness={"sides": ["left"], "rest": 0}),
        "sides that alternate, of which there is one": exercise_of({}, sidedness={"switch_after": "repetition"}),
        "a phase on a side that is not relative": exercise_of({"phases": [{"kind": "move", "side": "left"}]}),
        "a rest phase on a side": exercise_of({"phases": [{**REST, "side": "both"}]}),
        "a rest phase of 0": exercise_of({"phases": [{**REST, "duration": 0}]}),
        "a hold of 0": exercise_of({"phases": [{"kind": "hold", "duration": 0}]}),
        "a hold without a duration": exercise_of({"phases": [{"kind": "hold"}]}),
        "a label that is a number": exercise_of({"phases": [{"kind": "hold", "duration": 5, "label": 5}]}),
        "a rest item of 0": lasting(0),
        "an address of a picture that is empty": exercise_of({}, pictures=[""]),
        "an address of a video that is empty": exercise_of({}, videos=["a", ""]),
        "an empty tag": exercise_of({}, tags=[""]),
        "an empty name": {**routine_of(), "name": ""},
        "a round every so often, and a rest between rounds": circling(round_every=60, rest_between_rounds=0),
        "a round every so long, at least": circling(round_every={"low": 60}),
        "a round every so long, at most": circling(round_every={"high": 60}),
        "a round every so many breaths, at least": circling(round_every={"breaths": {"low": 6}}),
        "a round every 0 seconds": circling(round_every=0),
        "circuits 33 deep": circuits(33),
        "repetitions 9 deep": repetitions(9),
        # Numbers, counts, durations and rests
        "a count of 0": exercise_of({"count": 0}),
        "a count of half": exercise_of({"count": 2.5}),
        "a count that is true": exercise_of({"count": True}),
        "a count that is text": exercise_of({"count": "3"}),
        "a range from 0": exercise_of({"count": {"low": 0, "high": 3}}),
        "a range to half": exercise_of({"count": {"low": 1, "high": 2.5}}),
        "a range without ends": exercise_of({"count": {}}),
        "a duration without ends": lasting({}),
        "a range in a range": lasting({"low": 1, "high": {"low": 2, "high": 3}}),
        "a range with low above high": exercise_of({"count": {"low": 4, "high": 2}}),
        "a duration with low above high before rounding": lasting({"low": 2.0000004, "high": 2.0000001}),
        "a range and breaths": lasting({"breaths": 5, "low": 5}),
        "a range and as many as fit": exercise_of({"count": {"as_many_as_fit": 60, "high": 5}}),
        "as many as fit into 0 seconds": exercise_of({"count": {"as_many_as_fit": 0}}),
        "as many as fit into at least so long": exercise_of({}, sets={"as_many_as_fit": {"low": 60}}),
        "as many as fit into at most so long": circling(rounds={"as_many_as_fit": {"high": 60}}),
        "as many as fit into at least so many breaths": circling(rounds={"as_many_as_fit": {"breaths": {"low": 9}}}),
        "as many as fit into a number of times": exercise_of({"count": {"as_many_as_fit": {"as_many_as_fit": 60}}}),
        "as many as fit as a duration": lasting({"as_many_as_fit": 60}),
        "as many weeks as fit": done(weeks={"as_many_as_fit": 60}),
        "as many days as fit": done(days={"as_many_as_fit": 60}),
        "as often as fits": done(times={"as_many_as_fit": 60}),
        "a quarter of a breath": resting({"breaths": 0.25}),
        "no breath": resting({"breaths": 0}),
        "a range of half breaths": resting({"breaths": {"low": 0.5, "high": 2}}),
        "a range from 0 seconds": lasting({"low": 0, "high": 5}),
        "a negative duration": lasting(-5),
        "a negative rest": resting(-1e-9),
        "a rest that is true": resting(True),
        "less than a microsecond": lasting(9.9e-7),
        "a rest of less than a microsecond": resting(5e-7),
        "too many seconds": resting(86400000000000),
        "too many seconds with a point": lasting(8.64e13),
        "a fraction of a large number of seconds": resting(8589934592.5),
        # Frequencies
        "a range of periods": done(every={"low": 1, "high": 2}),
        "every 0 days": done(every=0),
        "a unit in the plural": done(unit="days"),
        "weeks and days": done(weeks=2, days=14),
        "no weeks": done(weeks=0),
        "weekdays of a week": done(weekdays=["monday"], unit="week"),
        "weekdays of every other day": done(weekdays=["monday"], every=2),
        "a weekday twice": done(weekdays=["monday", "friday", "monday"]),
        "a weekday in capitals": done(weekdays=["Monday"]),
        "times of day of a week": done(times_of_day=["08:00"], unit="week"),
        "times of day, and another number": done(times_of_day=["08:00"], times=2),
        "times of day, and a range": done(times_of_day=["08:00"], times={"low": 1, "high": 1}),
        "a time of day twice": done(times_of_day=["08:00", "20:00", "08:00:00"]),
        "a time of day with one digit": done(times_of_day=["8:00"]),
        "a time of day without a colon": done(times_of_day=["0800"]),
        "a time of day with a fraction": done(times_of_day=["08:00:00.5"]),
        "a time of day with a zone": done(times_of_day=["08:00Z"]),
        "a time of day at the end of the day": done(times_of_day=["24:00"]),
        "a time of day after the last minute": done(times_of_day=["08:60"]),
        "a time of day that is a number": done(times_of_day=[480]),
        # Reading
        "a key of another object": exercise_of({"duration": 5}),
        "a key in other letters": {**routine_of(), "restBetweenItems": 5},
        "a text in place of a list": exercise_of({}, tags="a"),
    },
    "plan": {
        "no schema at the top": {key: value for key, value in staged().items() if key != "schema"},
        "no stages": {"schema": 1, "name": "Back", "stages": []},
        "no routines": staged(routines=[]),
        "weeks and days": staged(weeks=2, days=14),
        "as many days as fit": staged(days={"as_many_as_fit": 60}),
        "as many weeks as fit": staged(weeks={"as_many_as_fit": 60}),
        "another schema inside": staged(schema=2),
    },
    "pacing": {
        "a range": {"prepare": {"low": 5, "high": 5}},
        "breaths": {"transition": {"breaths": 1}},
        "a movement of 0": {"movement": 0},
        "a breath of 0": {"breath": 0.0},
        "a negative gap": {"switch": -1},
        "less than a microsecond": {"release": 9e-7},
        "a level above 1": {"level": 1.0000001},
        "a level below 0": {"level": -0.5},
        "a level that is true": {"level": True},
        "another schema": {"schema": 2},
    },
}

#: JSON that some parsers refuse, too, by name.
REFUSED_TEXTS = {
    "infinity": '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 1e999}]}',
    "a count of 4301 digits": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {"count": 1'
        + "0" * 4300
        + "}}]}"
    ),
    "a lone surrogate": r'{"schema": 1, "name": "\ud800", "items": [{"kind": "rest", "duration": 5}]}',
    "a thousand lists in lists": "[" * 1000 + "]" * 1000,
}
