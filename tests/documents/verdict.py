"""
A judge of the results of reading damaged documents.
"""

import json
import math
import re

from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Hold,
    InvalidDocumentError,
    Plan,
    Repetitions,
    Routine,
    Sidedness,
    Stage,
    Weekday,
    from_dict,
    json_schema,
    to_dict,
)
from stretchlib._messages import shown

READ, REFUSED = "read", "refused"

#: The defaults of keys, which a document may have without effect.
DEFAULTS = {
    key: rule["default"]
    for kind in (Plan, Stage, Routine, Exercise, Circuit, Hold, Repetitions, Sidedness, Frequency)
    for key, rule in json_schema(kind)["properties"].items()
    if "default" in rule and key != "kind"
}
IN_ORDER = [day.value for day in Weekday]


def verdict(document, kind=Routine):
    """
    Return "read" or "refused", or the fault of `from_dict` in reading *document* as a *kind* of value.
    """
    try:
        value = from_dict(document, kind)
    except InvalidDocumentError as error:
        return fault_of_problems(document, [*map(str, error.problems)]) or REFUSED
    except BaseException as error:  # noqa: BLE001 - whatever it is, it should not have come out
        return f"escaped: {error!r}"
    written = to_dict(value)
    text = json.dumps(written, sort_keys=True)
    if from_dict(json.loads(text), kind) != value:
        return "does not come back from JSON"
    if json.dumps(essence(document), sort_keys=True) != text:
        return "something is lost"
    return READ


def essence(value):
    """
    Return a document without defaults.
    """
    return {"schema": 1, **_essence({key: inside for key, inside in value.items() if key != "$schema"})}


def _essence(value):
    if isinstance(value, dict):
        said = {key: _essence(inside) for key, inside in value.items() if key != "schema"}
        if "weekdays" in said:
            said["weekdays"].sort(key=IN_ORDER.index)
        if "times_of_day" in said:
            said["times_of_day"] = sorted(
                each.removesuffix(":00") if len(each) > 5 else each for each in said["times_of_day"]
            )
        if "work" in said:
            said["work"].pop("kind", None)
        defaults = DEFAULTS | {"times": len(said.get("times_of_day", [])) or 1}
        return {key: inside for key, inside in said.items() if key not in defaults or not _same(inside, defaults[key])}
    if isinstance(value, list):
        return [_essence(inside) for inside in value]
    if isinstance(value, float):
        value = round(value, 6)
        return int(value) if value.is_integer() else value
    return value


def _same(value, default):
    return value == default and type(value) is type(default)


def fault_of_problems(document, problems):
    """
    Return the fault of the *problems* reported for *document*, if any.
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
            # Missing keys have no place, and come last.
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
