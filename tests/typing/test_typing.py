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
FILES = ("accepted.py", "refused.py")


def refused_by_mypy():
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--output=json", *FILES]
    output = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE).stdout
    problems = [json.loads(line) for line in output.splitlines()]
    return {(problem["file"], problem["line"]) for problem in problems if problem["severity"] == "error"}


def refused_by_pyright():
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, *FILES]
    output = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE).stdout
    problems = json.loads(output)["generalDiagnostics"]
    return {
        (Path(problem["file"]).name, problem["range"]["start"]["line"] + 1)
        for problem in problems
        if problem["severity"] == "error"
    }


def marked():
    lines = (HERE / "refused.py").read_text(encoding="utf-8").splitlines()
    return {("refused.py", number) for number, line in enumerate(lines, start=1) if line.endswith("# refused")}


#: pyright needs Node.js, which may be missing.
no_pyright = pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="pyright is not installed")


class TestTypes:
    @pytest.mark.parametrize("refused", [refused_by_mypy, pytest.param(refused_by_pyright, marks=no_pyright)])
    def test_refuse_wrong_code_and_no_other(self, refused):
        """
        Each line that is marked is refused, and no other, in natural code and in wrong code.
        """
        assert marked() == refused()
