"""
Is what became of a document right?
"""

import json
import math
import re

from stretchlib import InvalidDocumentError, from_dict, to_dict
from stretchlib._validation import shown

READ, REFUSED = "read", "refused"

#: What a document may leave out, and so may say without being remembered for it.
DEFAULTS = {
    "rest_between_items": 0,
    "rest_between_rounds": 0,
    "rest_between_sets": 0,
    "rest": 0,
    "description": "",
    "source": "",
    "instructions": "",
    "label": "",
    "name": "",
    "sets": 1,
    "rounds": 1,
    "count": 1,
    "times": 1,
    "every": 1,
    "unit": "day",
    "equipment": [],
    "tags": [],
    "phases": [{"kind": "move"}],
    "sides": ["both"],
    "switch_after": "set",
    "sidedness": {},
}


def verdict(document):
    """
    Return "read" or "refused", or what is wrong with how `from_dict` took *document*.
    """
    try:
        routine = from_dict(document)
    except InvalidDocumentError as error:
        return fault_of_problems(document, [*map(str, error.problems)]) or REFUSED
    except BaseException as error:  # noqa: BLE001 - whatever it is, it should not have come out
        return f"escaped: {error!r}"
    written = to_dict(routine)
    text = json.dumps(written, sort_keys=True)
    if from_dict(json.loads(text)) != routine:
        return "does not come back from JSON"
    if json.dumps(essence(document), sort_keys=True) != text:
        return "something is lost"
    return READ


def essence(value):
    """
    Return what a document says, without what goes without saying.
    """
    if isinstance(value, dict):
        said = {key: essence(inside) for key, inside in value.items()}
        return {key: inside for key, inside in said.items() if key not in DEFAULTS or not _same(inside, DEFAULTS[key])}
    if isinstance(value, list):
        return [essence(inside) for inside in value]
    if isinstance(value, float):
        value = round(value, 6)
        return int(value) if value.is_integer() else value
    return value


def _same(value, default):
    return value == default and type(value) is type(default)


def fault_of_problems(document, problems):
    """
    Return what is wrong with the *problems* told of *document*, if anything.
    """
    if not problems:
        return "refused without a reason"
    positions = []
    for problem in problems:
        if not problem.startswith("$") or "\n" in problem or len(problem) > 2_000:
            return f"no problem: {problem!r}"
        position, rest = _find(document, problem[1:])
        if not rest.startswith(": "):
            return f"no such place: {problem!r}"
        if not problem.startswith("$: has more problems"):
            positions.append(position)
    if positions != sorted(positions):
        return f"not in the order of the document: {problems!r}"
    return None


def _find(value, place):
    """
    Follow *place* into *value*; return the position in each container on the way, and what is left of *place*.
    """
    position = []
    while not place.startswith(": "):
        for index, (step, inside) in enumerate(_steps(value)):
            if place.startswith(step) and place[len(step) : len(step) + 1] in (".", "[", ":"):
                position.append(index)
                value, place = inside, place[len(step) :]
                break
        else:
            # What is missing has no place, and comes after what is there.
            if isinstance(value, dict) and re.match(r"\.[a-z_]+: missing", place):
                return [*position, math.inf], place[place.index(":") :]
            break
    return position, place


def _steps(value):
    if isinstance(value, dict):
        for key, inside in value.items():
            plain = isinstance(key, str) and key.isidentifier() and len(key) <= 40
            yield (f".{key}" if plain else f"[{shown(key)}]"), inside
    elif isinstance(value, list):
        yield from ((f"[{index}]", inside) for index, inside in enumerate(value))
