"""
This library as a port: the suite, checked with public functions only.
"""

import json

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

KINDS = {"routine": Routine, "plan": Plan, "timeline": Timeline, "pacing": Pacing}


def failures(suite):
    """
    Yield the name of each failing case of a *suite*.
    """
    for part, passes in PARTS.items():
        for case in suite[part]:
            if not passes(case):
                yield f"{part}: {case['name']}"


def _is_read(case):
    value = from_dict(case["document"], KINDS[case["kind"]])
    return to_dict(value) == case["written"] and from_dict(case["written"], type(value)) == value


def _is_refused(case):
    if "text" in case:
        return _is_refused_as_text(case)
    try:
        from_dict(case["document"], KINDS[case["kind"]])
    except InvalidDocumentError as error:
        return [list(problem.path) for problem in error.problems] == [problem["path"] for problem in case["problems"]]
    return False


def _is_refused_as_text(case):
    try:
        from_dict(json.loads(case["text"]), KINDS[case["kind"]])
    except (ValueError, RecursionError):
        return True
    return False


def _is_scheduled(case):
    timeline = schedule(from_dict(case["routine"]), from_dict(case["pacing"], Pacing), within=case.get("within"))
    return to_dict(timeline) == case["timeline"] and from_dict(case["timeline"], Timeline) == timeline


def _is_too_long(case):
    try:
        schedule(from_dict(case["routine"]), within=case.get("within"))
    except ScheduleError:
        return True
    return False


PARTS = {
    "read": _is_read,
    "refused": _is_refused,
    "scheduled": _is_scheduled,
    "fitted": _is_scheduled,
    "too_long": _is_too_long,
}
