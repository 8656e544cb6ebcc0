"""
ical.js, with which Thunderbird and Nextcloud read calendars.
"""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

VERSION = "2.2.1"


@pytest.fixture(scope="session")
def read_by_ical_js(request, tmp_path_factory):
    """
    Return a function that returns what `moments_in` does for each of many files, as ical.js counts them.

    It is installed with npm, once; without npm, tests that ask for it are skipped.
    """
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("ical.js needs npm")
    cache = getattr(request.config, "cache", None)
    directory = cache.mkdir(f"ical.js-{VERSION}") if cache else tmp_path_factory.mktemp("ical.js")
    script = directory / "read.mjs"
    if not script.exists():
        install = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", directory, f"ical.js@{VERSION}"]
        subprocess.run(install, check=True)
        shutil.copy(Path(__file__).with_name("read_by_ical_js.mjs"), script)

    def read(files, until):
        question = json.dumps({"files": [file.decode() for file in files], "until": until.timestamp()})
        answer = subprocess.run(["node", script], input=question, capture_output=True, text=True, check=True).stdout
        return [[datetime.fromtimestamp(seconds, UTC) for seconds in moments] for moments in json.loads(answer)]

    return read
