"""
Type checkers accept correct code and refuse wrong code.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REFUSED = HERE / "refused.py"
ACCEPTED = HERE / "accepted.py"


def lines_of_mypy(path):
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--output=json", str(path)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    problems = [json.loads(line) for line in output.splitlines()]
    return {problem["line"] for problem in problems if problem["severity"] == "error"}


def lines_of_pyright(path):
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(path)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    problems = json.loads(output)["generalDiagnostics"]
    return {problem["range"]["start"]["line"] + 1 for problem in problems if problem["severity"] == "error"}


def marked_lines(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, start=1) if line.endswith("# refused")}


#: pyright needs Node.js, which not everybody has.
no_pyright = pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="pyright is not installed")


@pytest.mark.parametrize("lines_of", [lines_of_mypy, pytest.param(lines_of_pyright, marks=no_pyright)])
class TestTypes:
    """
    The results of mypy and pyright.
    """

    def test_accept_natural_code(self, lines_of):
        """
        Nothing in it is wrong.
        """
        assert set() == lines_of(ACCEPTED)

    def test_refuse_wrong_code(self, lines_of):
        """
        Each line that is marked is refused, and no other.
        """
        assert marked_lines(REFUSED) == lines_of(REFUSED)
