"""
Typical mistakes in documents written by hand, each with all its problems.
"""

#: The document and its problems, by the mistake in it.
MISTAKES = {
    "the schema is left out": (
        '{"name": "Back", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.schema: missing, write 1",
        ],
    ),
    "the schema is text": (
        '{"schema": "1", "name": "Back", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.schema: must be a whole number (got '1')",
        ],
    ),
    "the schema is a newer one": (
        '{"schema": 2, "name": "Back", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.schema: written for schema 2, this version reads up to 1",
        ],
    ),
    "the schema is older than any": (
        '{"schema": 0, "name": "Back", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.schema: written for schema 0, this version reads from 1 on",
        ],
    ),
    "a list of routines in place of one": (
        '[{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 30}]}]',
        [
            "$: must be an object (got [{'schema': 1, 'name': 'Back', 'items': [...]}])",
        ],
    ),
    "text in place of an object": (
        '"{\\"schema\\": 1}"',
        [
            "$: must be an object: parse text first, for example by json.loads (got '{\"schema\": 1}')",
        ],
    ),
    "a plan in place of a routine": (
        '{"schema": 1, "name": "Back", "stages": [{"weeks": 0}]}',
        [
            "$: looks like a Plan: read it by from_dict(document, Plan)",
        ],
    ),
    "a routine with the weeks of a stage": (
        '{"schema": 1, "name": "Back", "weeks": 2}',
        [
            (
                "$.weeks: unknown field, expected 'name', 'items', 'rest_between_items', 'description', 'source', "
                "'frequency' or 'id' (a newer version may know it)"
            ),
            "$.items: missing",
        ],
    ),
    "a whole timeline in place of a routine": (
        '{"schema": 1, "$schema": "", "routine": {}, "pacing": {}, "duration": 5, "steps": []}',
        [
            "$: looks like a Timeline: read it by from_dict(document, Timeline)",
        ],
    ),
    "an exercise in place of a routine": (
        '{"schema": 1, "kind": "exercise", "name": "Cat", "work": 5}',
        [
            "$: looks like an Exercise: read it by from_dict(document, Exercise)",
        ],
    ),
    "a plan with an unknown key in place of a routine": (
        '{"schema": 1, "name": "Back", "stages": [{"weeks": 2}], "stage_names": ["first"]}',
        [
            (
                "$.stages: unknown field, expected 'name', 'items', 'rest_between_items', 'description', 'source', "
                "'frequency' or 'id' (a newer version may know it)"
            ),
            (
                "$.stage_names: unknown field, expected 'name', 'items', 'rest_between_items', 'description', "
                "'source', 'frequency' or 'id' (a newer version may know it)"
            ),
            "$.items: missing",
        ],
    ),
    "neither a plan nor a routine": (
        '{"schema": 1, "name": "Back", "stages": [], "items": []}',
        [
            (
                "$.stages: unknown field, expected 'name', 'items', 'rest_between_items', 'description', 'source', "
                "'frequency' or 'id' (a newer version may know it)"
            ),
            "$.items: must not be empty (got [])",
        ],
    ),
    "the name is left out": (
        '{"schema": 1, "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.name: missing",
        ],
    ),
    "the name is empty": (
        '{"schema": 1, "name": "", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.name: must not be empty (got '')",
        ],
    ),
    "the name is a number": (
        '{"schema": 1, "name": 5, "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.name: must be text (got 5)",
        ],
    ),
    "there are no items": (
        '{"schema": 1, "name": "Back", "items": []}',
        [
            "$.items: must not be empty (got [])",
        ],
    ),
    "an item is not in a list": (
        '{"schema": 1, "name": "Back", "items": {"kind": "rest", "duration": 30}}',
        [
            "$.items: must be a list (got {'kind': 'rest', 'duration': 30})",
        ],
    ),
    "an item is only a name": (
        '{"schema": 1, "name": "Back", "items": ["Cat"]}',
        [
            "$.items[0]: must be an object (got 'Cat')",
        ],
    ),
    "a field of the routine is misspelt": (
        '{"schema": 1, "name": "Back", "item": [{"kind": "rest", "duration": 30}]}',
        [
            "$.item: unknown field, did you mean 'items'? (a newer version may know it)",
            "$.items: missing",
        ],
    ),
    "a field is in capitals": (
        '{"schema": 1, "Name": "Back", "items": [{"kind": "rest", "duration": 30}]}',
        [
            "$.Name: unknown field, did you mean 'name'? (a newer version may know it)",
            "$.name: missing",
        ],
    ),
    "a field is in camel case": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 30}], "restBetweenItems": 5}',
        [
            "$.restBetweenItems: unknown field, did you mean 'rest_between_items'? (a newer version may know it)",
        ],
    ),
    "a field resembles several": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "circuit", "items": [], "rest_between_item": 5}]}',
        [
            "$.items[0].items: must not be empty (got [])",
            (
                "$.items[0].rest_between_item: unknown field, did you mean 'rest_between_items'? "
                "(a newer version may know it)"
            ),
        ],
    ),
    "a field has a space": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 30}], "rest between items": 5}',
        [
            "$['rest between items']: unknown field, did you mean 'rest_between_items'? (a newer version may know it)",
        ],
    ),
    "a field belongs to no class": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 30}], "difficulty": 3}',
        [
            (
                "$.difficulty: unknown field, "
                "expected 'name', 'items', 'rest_between_items', 'description', 'source', 'frequency' or 'id' "
                "(a newer version may know it)"
            ),
        ],
    ),
    "null says that there is nothing": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "rest", "duration": 30}], "description": null, "frequency": null, "rest_between_items": null}'
        ),
        [
            "$.description: must not be null, leave the field out instead",
            "$.frequency: must not be null, leave the field out instead",
            "$.rest_between_items: must not be null, leave the field out instead",
        ],
    ),
    "the kind is left out": (
        '{"schema": 1, "name": "Back", "items": [{"name": "Cat", "work": {}}]}',
        [
            "$.items[0].kind: missing, expected 'exercise', 'rest' or 'circuit'",
        ],
    ),
    "the kind is misspelt": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercize", "name": "Cat", "work": {}}]}',
        [
            "$.items[0].kind: unknown kind 'exercize', expected 'exercise', 'rest' or 'circuit'",
        ],
    ),
    "the kind is in capitals": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "Exercise", "name": "Cat", "work": {}}]}',
        [
            "$.items[0].kind: unknown kind 'Exercise', expected 'exercise', 'rest' or 'circuit'",
        ],
    ),
    "a phase stands where an item should": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "hold", "duration": 30}]}',
        [
            "$.items[0].kind: unknown kind 'hold', expected 'exercise', 'rest' or 'circuit'",
        ],
    ),
    "the work is left out": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat"}]}',
        [
            "$.items[0].work: missing",
        ],
    ),
    "the work is a lone hold": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {"kind": "hold", "duration": 30}}]}'
        ),
        ["$.items[0].work.kind: unknown kind 'hold', expected 'repetitions'"],
    ),
    "the work is a list of phases": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": [{"kind": "hold", "duration": 30}]}]}'
        ),
        [
            "$.items[0].work: must be an object (got [{'kind': 'hold', 'duration': 30}])",
        ],
    ),
    "the field for the work is misspelt": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "wrok": {}}]}',
        [
            "$.items[0].wrok: unknown field, did you mean 'work'? (a newer version may know it)",
            "$.items[0].work: missing",
        ],
    ),
    "a count is text": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {"count": "7"}}]}',
        [
            "$.items[0].work.count: must be a whole number, a range of whole numbers or as many as fit (got '7')",
        ],
    ),
    "a count is a fraction": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {"count": 2.5}}]}',
        [
            "$.items[0].work.count: must be a whole number, a range of whole numbers or as many as fit (got 2.5)",
        ],
    ),
    "a count is zero": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {"count": 0}}]}',
        [
            "$.items[0].work.count: must be at least 1 (got 0)",
        ],
    ),
    "a count is true": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {}, "sets": true}]}',
        [
            "$.items[0].sets: must be a whole number, a range of whole numbers or as many as fit (got True)",
        ],
    ),
    "a range is a list": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "exercise", "name": "Cat", "work": {"count": [2, 4]}}]}',
        [
            "$.items[0].work.count: must be a whole number, a range of whole numbers or as many as fit (got [2, 4])",
        ],
    ),
    "a range is text": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": "15-30"}]}',
        [
            "$.items[0].duration: must be seconds, breaths or a range of seconds (got '15-30')",
        ],
    ),
    "a range is the wrong way round": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": {"low": 30, "high": 15}}]}',
        [
            "$.items[0].duration.low: must be at most high (got 30 and 15)",
        ],
    ),
    "the ends of a range are called min and max": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": {"min": 15, "max": 30}}]}',
        [
            (
                "$.items[0].duration: must be seconds, "
                '{"breaths": ...} or {"low": ..., "high": ...} (got {\'min\': 15, \'max\': 30})'
            ),
        ],
    ),
    "a range has no high end where it needs one": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "circuit", "items": [{"kind": "rest", "duration": 30}], "round_every": {"low": 60}}]}'
        ),
        [
            "$.items[0].round_every: must not be a range with one end (got {'low': 60})",
        ],
    ),
    "both ends of a range are too low": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {"count": {"low": -1, "high": 0}}}]}'
        ),
        [
            "$.items[0].work.count.low: must be at least 1 (got -1)",
            "$.items[0].work.count.high: must be at least 1 (got 0)",
        ],
    ),
    "a duration has a unit": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": "30s"}]}',
        [
            "$.items[0].duration: must be seconds, breaths or a range of seconds (got '30s')",
        ],
    ),
    "a duration is negative": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": -30}]}',
        [
            "$.items[0].duration: must be above 0 seconds (got -30)",
        ],
    ),
    "a duration is zero": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": 0}]}',
        [
            "$.items[0].duration: must be above 0 seconds (got 0)",
        ],
    ),
    "a duration is left out": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {"phases": [{"kind": "hold"}]}}]}'
        ),
        [
            "$.items[0].work.phases[0].duration: missing",
        ],
    ),
    "breaths are a fraction": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": {"breaths": 2.2}}]}',
        [
            "$.items[0].duration.breaths: must be a whole number, or half of one (got 2.2)",
        ],
    ),
    "breaths are misspelt": (
        '{"schema": 1, "name": "Back", "items": [{"kind": "rest", "duration": {"breath": 5}}]}',
        [
            (
                "$.items[0].duration: must be seconds, "
                '{"breaths": ...} or {"low": ..., "high": ...} (got {\'breath\': 5})'
            ),
        ],
    ),
    "a side is in capitals": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {}, "sidedness": {"sides": ["Left", "right"]}}]}'
        ),
        [
            ("$.items[0].sidedness.sides[0]: must be 'left', 'right', 'both', 'affected' or 'unaffected' (got 'Left')"),
        ],
    ),
    "a side is named twice": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {}, "sidedness": {"sides": ["left", "left"]}}]}'
        ),
        [
            "$.items[0].sidedness.sides: must not name a side twice (got ['left', 'left'])",
        ],
    ),
    "the sides are text": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {}, "sidedness": "left"}]}'
        ),
        [
            "$.items[0].sidedness: must be an object (got 'left')",
        ],
    ),
    "equipment is text": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {}, "equipment": "towel"}]}'
        ),
        [
            "$.items[0].equipment: must be a list (got 'towel')",
        ],
    ),
    "some tags are empty or no text": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "exercise", "name": "Cat", "work": {}, "tags": ["back", "", 3]}]}'
        ),
        [
            "$.items[0].tags[1]: must not be empty (got '')",
            "$.items[0].tags[2]: must be text (got 3)",
        ],
    ),
    "the unit is in the plural": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "rest", "duration": 30}], "frequency": {"times": 3, "unit": "weeks"}}'
        ),
        [
            "$.frequency.unit: must be 'minute', 'hour', 'day' or 'week' (got 'weeks')",
        ],
    ),
    "an exercise has two things wrong, and another is right": (
        (
            '{"schema": 1, "name": "Back", "items": '
            '[{"kind": "rest", "duration": 30}, {"kind": "exercise", "name": "", "work": {"count": 3, "phases": []}}]}'
        ),
        [
            "$.items[1].name: must not be empty (got '')",
            "$.items[1].work.phases: must not be empty (got [])",
        ],
    ),
}
