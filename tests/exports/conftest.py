"""
ical.js, the calendar reader of Thunderbird and Nextcloud.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("read_by_ical_js.mjs")


@pytest.fixture
def read_by_ical_js(run_in_node):
    """
    Return a function that returns what `moments_in` does for each of many files, as ical.js counts them.
    """

    def read(files, until):
        question = json.dumps({"files": [file.decode() for file in files], "until": until.timestamp()})
        answer = run_in_node("ical.js@2.2.1", SCRIPT, text=question)
        return [[datetime.fromtimestamp(seconds, UTC) for seconds in moments] for moments in json.loads(answer)]

    return read
