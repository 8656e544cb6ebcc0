"""
The command `python -m stretchlib`.
"""

import io
import json
import os
import runpy
import subprocess
import sys

import pytest

from stretchlib import Exercise, Hold, Pacing, Plan, Repetitions, Routine, Stage, describe, schedule, to_dict
from stretchlib.exports.text import to_text

NECK = Routine("Neck", [Exercise("Chin tuck", Repetitions(2, Hold(5)))])
BACK = Routine("Back\n\x1b[31m", [Exercise("Cat", Hold(30))])
PLAN = Plan("Spine", [Stage([NECK, BACK], weeks=2), Stage(NECK)])
TIMELINE = schedule(NECK, Pacing(prepare=60))


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """
    A function that runs the command on a text, and returns its output, and its status or message.
    """

    def run(text, *options):
        path = tmp_path / "document.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.setattr(sys, "argv", ["stretchlib", str(path), *options])
        try:
            runpy.run_module("stretchlib", run_name="__main__")
        except SystemExit as end:
            return capsys.readouterr().out, end.code
        return capsys.readouterr().out, None

    return run


class TestCommand:
    @pytest.mark.parametrize(
        ("value", "outline"),
        [(NECK, describe(NECK)), (PLAN, describe(PLAN)), (TIMELINE, describe(NECK))],
        ids=["routine", "plan", "timeline"],
    )
    def test_prints_the_outline(self, value, outline, command):
        """
        It prints the outline of a routine, a plan or a timeline.
        """
        assert (f"{outline}\n", None) == command(json.dumps(to_dict(value)))

    def test_prints_the_steps_on_request(self, command):
        """
        The steps follow the outline.
        """
        output, _ = command(json.dumps(to_dict(NECK)), "--steps")

        assert f"{describe(NECK)}\n\nNeck\n{to_text(schedule(NECK))}\n" == output

    def test_prints_the_steps_of_a_timeline_at_its_pacing(self, command):
        """
        A timeline has its own pacing.
        """
        output, _ = command(json.dumps(to_dict(TIMELINE)), "--steps")

        assert output.endswith(f"\n\nNeck\n{to_text(TIMELINE)}\n")

    def test_prints_the_steps_of_each_routine_of_a_plan(self, command):
        """
        The name of each routine precedes its steps, on one line and without control characters.
        """
        output, _ = command(json.dumps(to_dict(PLAN)), "--steps")

        assert ["Neck", "Back [31m", "Neck"] == [part.split("\n")[0] for part in output.split("\n\n")[1:]]
        assert "\x1b" not in output

    def test_reads_the_standard_input(self, command, monkeypatch):
        """
        A hyphen reads the standard input.
        """
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(to_dict(NECK)).encode())))
        monkeypatch.setattr(sys, "argv", ["stretchlib", "-"])

        assert "__main__" == runpy.run_module("stretchlib", run_name="__main__")["__name__"]

    def test_is_called_by_its_name(self, tmp_path):
        """
        `python -m stretchlib FILE` is the way to call it.
        """
        path = tmp_path / "neck.json"
        path.write_text(json.dumps(to_dict(NECK)), encoding="utf-8")
        done = subprocess.run([sys.executable, "-m", "stretchlib", path], check=True, capture_output=True, text=True)

        assert f"{describe(NECK)}\n" == done.stdout


class TestProblems:
    def test_are_all_printed(self, command):
        """
        Each problem has a line.
        """
        document = {"schema": 1, "name": "", "items": [{"kind": "rest"}]}

        assert ("", "$.name: must not be empty (got '')\n$.items[0].duration: missing") == command(json.dumps(document))

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("[1", "Expecting ',' delimiter: line 1 column 3 (char 2)"),
            ("[]", "$: must be an object (got [])"),
            ('{"name": "Neck", "name": "Back"}', "'name' is written twice in one object"),
            (b"\xff\xff", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        ],
        ids=["no JSON", "a list", "a key twice", "no text"],
    )
    def test_of_files_without_a_document_are_printed(self, text, problem, command):
        """
        A file without a document gives one line.
        """
        assert ("", problem) == command(text)

    def test_of_endless_brackets_are_printed(self, command):
        """
        Invalid JSON gives one line, with the message of `json`.
        """
        output, errors = command("[" * 100_000)

        assert "" == output
        assert 1 == len(errors.splitlines())

    def test_of_scheduling_are_printed(self, command):
        """
        If the routine is too long for a timeline, the outline has already been printed.
        """
        routine = Routine("Neck", [Exercise("Chin tuck", Repetitions(10**15, Hold(1)))])
        output, errors = command(json.dumps(to_dict(routine)), "--steps")

        assert f"{describe(routine)}\n" == output
        assert "routine 'Neck' is longer than timedelta.max" == errors

    def test_lead_to_status_1(self, tmp_path):
        """
        The problems go to the standard error.
        """
        path = tmp_path / "empty.json"
        path.write_text("{}", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "stretchlib", path], check=False, capture_output=True, text=True, encoding="utf-8"
        )

        assert (1, "") == (done.returncode, done.stdout)
        assert "$.schema: missing, write 1" in done.stderr.splitlines()

    def test_of_the_call_lead_to_status_2(self, monkeypatch, tmp_path, capsys):
        """
        A missing file is a mistake in the call.
        """
        monkeypatch.setattr(sys, "argv", ["stretchlib", str(tmp_path / "none.json")])
        with pytest.raises(SystemExit) as end:
            runpy.run_module("stretchlib", run_name="__main__")

        assert 2 == end.value.code
        assert "No such file" in capsys.readouterr().err

    def test_do_not_include_a_closed_pipe(self, command, monkeypatch):
        """
        `python -m stretchlib FILE --steps | head` prints no error.
        """
        reading, writing = os.pipe()
        os.close(reading)
        with open(writing, "w", encoding="utf-8") as pipe:
            monkeypatch.setattr(sys, "stdout", pipe)

            assert ("", None) == command(json.dumps(to_dict(NECK)), "--steps")
