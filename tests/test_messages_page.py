"""
The page of messages, compared with the messages of the library.
"""

import json
import re
from pathlib import Path

import pytest

from stretchlib import (
    Exercise,
    Hold,
    InvalidDocumentError,
    Range,
    Routine,
    ScheduleError,
    Side,
    Sidedness,
    Timeline,
    from_dict,
    schedule,
    to_dict,
)

from .documents.mistakes import MISTAKES
from .schemas import in_circuits

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "messages.md").read_text(encoding="utf-8")
MESSAGES = re.findall(r"^\| `(.*?)` \|", PAGE.partition("## What to do")[2], re.MULTILINE)

ROUTINE = Routine("Neck", [Exercise("Chin tuck", Hold(Range(10, 20)))])


def routine(**changes):
    exercise = {"kind": "exercise", "name": "Chin tuck", "work": {}, **changes}
    return {"schema": 1, "name": "Neck", "items": [exercise]}


def lists(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def for_one_knee():
    sides = Sidedness(sides=[Side.LEFT, Side.AFFECTED])
    return Routine("Knee", [Exercise("Heel raise", Hold(5), sidedness=sides)]).with_affected_side(Side.LEFT)


#: Calls that raise the messages that are not raised by typical mistakes in documents.
CALLS = [
    *(
        lambda document=document: from_dict(document)
        for document in [
            routine(schema=2),
            routine(sets={"min": 2, "max": 4}),
            in_circuits(routine(), 33),
            lists(101),
        ]
    ),
    lambda: from_dict({**to_dict(schedule(ROUTINE)), "duration": 10}, Timeline),
    for_one_knee,
    lambda: schedule(ROUTINE, within=10),
]


def raised(call):
    """
    Return the messages of the error that *call* raises, without places.
    """
    with pytest.raises((ValueError, ScheduleError)) as caught:
        call()
    if isinstance(caught.value, InvalidDocumentError):
        return [problem.message for problem in caught.value.problems]
    return [str(caught.value)]


def matches(pattern, message):
    return re.fullmatch(".+".join(map(re.escape, pattern.split("…"))), message, re.DOTALL)


@pytest.fixture(name="all_raised", scope="module")
def _all_raised():
    read = [lambda text=text: from_dict(json.loads(text)) for text, _ in MISTAKES.values()]
    return [message for call in [*read, *CALLS] for message in raised(call)]


class TestMessages:
    @pytest.mark.parametrize("pattern", MESSAGES)
    def test_are_raised_as_documented(self, pattern, all_raised):
        """
        The message of every row is raised.
        """
        assert any(matches(pattern, message) for message in all_raised)
