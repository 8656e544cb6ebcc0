"""
The suite for ports: documents that a program in another language must read, refuse and schedule, as one JSON file.

    python -m tests.ports.suite FILE

It is built from the golden documents, the golden timelines and the typical mistakes.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

import stretchlib
from stretchlib import (
    InvalidDocumentError,
    Pacing,
    Plan,
    Routine,
    ScheduleError,
    Timeline,
    from_dict,
    schedule,
    to_dict,
)

from ..documents.mistakes import MISTAKES

GOLDEN = Path(__file__).parents[1] / "documents" / "v1"
#: Documents with more characters or steps than these are not written in several ways.
MAX_CHARACTERS = 10_000
MAX_STEPS = 200
#: Documents that use most fields, which are damaged at each place.
IN_FULL = ("22-circuit-in-full", "29-exercise-in-full", "plans/02-in-full")
#: A document with defaults in it, which are left out when it is written.
WITH_DEFAULTS = {
    "$schema": "routine.schema.json",
    "schema": 1,
    "name": "Calves",
    "items": [
        {
            "schema": 1,
            "kind": "exercise",
            "name": "Calf stretch",
            "work": {"count": 1, "phases": [{"kind": "hold", "duration": 30, "label": "", "side": "same"}]},
            "sets": 1,
            "sidedness": {"sides": ["both"], "switch_after": "set"},
            "instructions": "",
            "pictures": [],
            "tags": [],
            "id": "",
        },
        {"kind": "circuit", "items": [{"kind": "rest", "duration": 5, "label": ""}], "rounds": 1, "name": ""},
    ],
    "description": "",
    "frequency": {"times": 1, "every": 1, "unit": "day", "weekdays": []},
}


def build():
    """
    Return the suite.
    """
    return {
        "version": stretchlib.__version__,
        "schema": 1,
        "read": list(_read()),
        "refused": list(_refused()),
        "scheduled": list(_scheduled()),
        "fitted": list(_fitted()),
        "too_long": list(_too_long()),
    }


def golden(folder=""):
    """
    Yield the names and values of the golden documents in a folder.
    """
    for path in sorted((GOLDEN / folder).glob("*.json")):
        yield str(path.relative_to(GOLDEN).with_suffix("")), json.loads(path.read_text(encoding="utf-8"))


def kind_of(document):
    """
    Return the class whose document this is meant to be.
    """
    return Plan if "stages" in document else Routine


def _read():
    yield _reading("defaults", WITH_DEFAULTS)
    for name, document in (*golden(), *golden("plans")):
        yield _reading(name, document)
        if len(json.dumps(document)) < MAX_CHARACTERS:
            yield _reading(f"{name}, keys in another order", _turned(document))
            yield _reading(f"{name}, numbers with a point", _pointed(document))


def _reading(name, document):
    kind = kind_of(document)
    return {
        "name": name,
        "kind": kind.__name__.lower(),
        "document": document,
        "written": to_dict(from_dict(document, kind)),
    }


def _turned(value):
    if isinstance(value, dict):
        return {key: _turned(inside) for key, inside in reversed(value.items())}
    return [_turned(inside) for inside in value] if isinstance(value, list) else value


def _pointed(value):
    if isinstance(value, dict):
        return {key: _pointed(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_pointed(inside) for inside in value]
    # From there on, numbers with a point skip some.
    return float(value) if isinstance(value, int) and value < 2**53 else value


def _refused():
    for name, (text, _) in MISTAKES.items():
        yield _refusal(name, json.loads(text), Routine)
    documents = dict((*golden(), *golden("plans")))
    for name in IN_FULL:
        for path in _paths(documents[name]):
            damaged = _replaced(documents[name], path, None)
            yield _refusal(f"{name}, null at {path}", damaged, kind_of(documents[name]))


def _refusal(name, document, kind):
    try:
        from_dict(document, kind)
    except InvalidDocumentError as error:
        problems = [{"path": list(problem.path), "message": problem.message} for problem in error.problems]
        return {"name": name, "kind": kind.__name__.lower(), "document": document, "problems": problems}
    message = f"{name} was read"
    raise AssertionError(message)


def _paths(value, path=()):
    yield list(path)
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from _paths(value[key], (*path, key))


def _replaced(value, path, new):
    if not path:
        return new
    key, *rest = path
    copy = value.copy()
    copy[key] = _replaced(value[key], rest, new)
    return copy


def _timelines(*levels):
    """
    Yield the names of the golden routines that have not too many steps, and their timelines at each of *levels*.
    """
    for name, document in golden():
        with suppress(ScheduleError):
            timelines = [schedule(from_dict(document), Pacing(level=level)) for level in levels]
            if timelines[-1][-1].index < MAX_STEPS:
                yield name, timelines


def _scheduled():
    for name, document in golden("timelines"):
        yield _schedule(name, from_dict(document, Timeline))
    for name, [lowest, *others] in _timelines(0, 0.25, 0.5, 1):
        for timeline in (lowest, *(other for other in others if list(other) != list(lowest))):
            yield _schedule(f"{name}, level {timeline.pacing.level}", timeline)


def _schedule(name, timeline):
    return {
        "name": name,
        "routine": to_dict(timeline.routine),
        "pacing": to_dict(timeline.pacing),
        "timeline": to_dict(timeline),
    }


def _fitted():
    for name, [shortest, longest] in _timelines(0, 1):
        if shortest.duration < longest.duration:
            within = (shortest.duration + longest.duration) / 2
            case = _schedule(name, schedule(shortest.routine, within=within))
            yield {**case, "pacing": to_dict(Pacing()), "within": within.total_seconds()}


def _too_long():
    for name, document in golden():
        try:
            schedule(from_dict(document))
        except ScheduleError:
            yield {"name": name, "routine": document}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(build(), ensure_ascii=False, indent=1), encoding="utf-8")
