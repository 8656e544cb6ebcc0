"""
The suite for ports: documents that a program in another language must read, refuse and schedule, as one JSON file.

    python -m tests.ports.suite FILE

It is built from the golden documents and timelines, the typical mistakes, and the modules `documents` and `routines`.
"""

import json
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import stretchlib
from stretchlib import (
    Circuit,
    Exercise,
    Hold,
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
from .check import KINDS
from .damaged import with_other_steps, with_other_types, without_keys
from .documents import IN_FULL, READ, REFUSED, REFUSED_TEXTS, routine_of
from .routines import FITTED, SCHEDULED, TOO_LONG

GOLDEN = Path(__file__).parents[1] / "documents" / "v1"
#: The most characters and steps of documents that are written in several ways.
MAX_CHARACTERS = 10_000
MAX_STEPS = 200
#: The document of a timeline, which is damaged at each derived place.
TIMELINE = to_dict(schedule(Routine("Knees", [Circuit([Exercise("Chin tuck", Hold(5))])])))
#: A document with defaults, which are left out when it is written.
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
    Return the intended class of a document.
    """
    return Plan if "stages" in document else Timeline if "steps" in document else Routine


def _read():
    yield _reading("defaults", WITH_DEFAULTS)
    for kind, documents in READ.items():
        for name, document in documents.items():
            yield _reading(f"{kind}, {name}", document, KINDS[kind])
    for kind, document in IN_FULL.items():
        yield _reading(f"{kind} in full", document, KINDS[kind])
        for what, damaged in without_keys(document):
            if _is_read(damaged, KINDS[kind]):
                yield _reading(f"{kind}, {what}", damaged, KINDS[kind])
    for name, document in (*golden(), *golden("plans"), ("timeline", TIMELINE)):
        yield _reading(name, document)
        if len(json.dumps(document)) < MAX_CHARACTERS:
            yield _reading(f"{name}, keys in another order", _turned(document))
            yield _reading(f"{name}, numbers with a point", _pointed(document))


def _reading(name, document, kind=None):
    kind = kind or kind_of(document)
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
    # From there on, floats skip some whole numbers.
    return float(value) if type(value) is int and value < 2**53 else value


def _refused():
    for name, (text, _) in MISTAKES.items():
        yield _refusal(name, json.loads(text), Routine)
    for kind, documents in REFUSED.items():
        for name, document in documents.items():
            yield _refusal(f"{kind}, {name}", document, KINDS[kind])
    for name, text in REFUSED_TEXTS.items():
        yield {"name": name, "kind": "routine", "text": text}
    for kind, document in IN_FULL.items():
        for what, damaged in with_other_types(document):
            yield _refusal(f"{kind}, {what}", damaged, KINDS[kind])
        for what, damaged in without_keys(document):
            if not _is_read(damaged, KINDS[kind]):
                yield _refusal(f"{kind}, {what}", damaged, KINDS[kind])
    for what, damaged in (*with_other_steps(TIMELINE), *without_keys(TIMELINE)):
        if not _is_read(damaged, Timeline):
            yield _refusal(f"timeline, {what}", damaged, Timeline)


def _is_read(document, kind):
    try:
        from_dict(document, kind)
    except InvalidDocumentError:
        return False
    return True


def _refusal(name, document, kind):
    try:
        from_dict(document, kind)
    except InvalidDocumentError as error:
        problems = [{"path": list(problem.path), "message": problem.message} for problem in error.problems]
        return {"name": name, "kind": kind.__name__.lower(), "document": document, "problems": problems}
    message = f"{name} was read"
    raise AssertionError(message)


def _timelines(*levels):
    """
    Yield the names of golden routines without too many steps, and their timelines at each of *levels*.
    """
    for name, document in golden():
        with suppress(ScheduleError):
            timelines = [schedule(from_dict(document), Pacing(level=level)) for level in levels]
            if timelines[-1][-1].index < MAX_STEPS:
                yield name, timelines


def _scheduled():
    for name, (items, pacing, _) in SCHEDULED.items():
        yield _schedule(name, schedule(from_dict(routine_of(*items)), _unprepared(pacing)))
    for name, document in golden("timelines"):
        yield _schedule(name, from_dict(document, Timeline))
    for name, [lowest, *others] in _timelines(0, 0.25, 0.5, 1):
        for timeline in (lowest, *(other for other in others if list(other) != list(lowest))):
            yield _schedule(f"{name}, level {timeline.pacing.level}", timeline)


def _unprepared(pacing):
    return from_dict({"prepare": 0, **pacing}, Pacing)


def _schedule(name, timeline):
    return {
        "name": name,
        "routine": to_dict(timeline.routine),
        "pacing": to_dict(timeline.pacing),
        "timeline": to_dict(timeline),
    }


def _fitted():
    for name, (items, pacing, within, _) in FITTED.items():
        yield _fit(name, from_dict(routine_of(*items)), _unprepared(pacing), timedelta(seconds=within))
    for name, [shortest, longest] in _timelines(0, 1):
        if shortest.duration < longest.duration:
            yield _fit(name, shortest.routine, Pacing(), (shortest.duration + longest.duration) / 2)


def _fit(name, routine, pacing, within):
    case = _schedule(name, schedule(routine, pacing, within=within))
    return {**case, "pacing": to_dict(pacing), "within": within.total_seconds()}


def _too_long():
    for name, (items, within) in TOO_LONG.items():
        yield {"name": name, "routine": routine_of(*items)} | ({} if within is None else {"within": within})
    for name, document in golden():
        try:
            schedule(from_dict(document))
        except ScheduleError:
            yield {"name": name, "routine": document}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(build(), ensure_ascii=False, indent=1), encoding="utf-8")
