"""
The player of the examples, run in node with late frames.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from stretchlib import Exercise, Hold, Pacing, Repetitions, Routine, schedule, to_dict

HERE = Path(__file__).parent
PAGE = HERE.parent / "examples" / "player.html"
#: Get ready until 5 s, a hold until 10 s, a gap until 15 s, two self-paced raises until 21 s.
TIMELINE = schedule(Routine("Legs", [Exercise("Stretch", Hold(5)), Exercise("Raise", Repetitions(2))]), Pacing())


def shown(*events, status=200):
    """
    Return the heading and the timer after each event: a click on a button, or a frame at some seconds.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("the player needs node")
    page = PAGE.read_text(encoding="utf-8")
    question = {"page": page, "status": status, "timeline": to_dict(TIMELINE), "events": events}
    command = [node, HERE / "player.mjs"]
    answer = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, check=True).stdout
    return [tuple(row) for row in json.loads(answer)]


class TestPlayer:
    def test_shows_each_step(self):
        """
        It shows the step and its remaining seconds.
        """
        assert [
            ("Stretch, get ready", "5"),
            ("Stretch, hold", "5"),
            ("Stretch, hold", "1"),
            ("Raise, move on", "4"),
            ("Raise, move, repetition 1 of 2", "in your own time"),
        ] == (shown("#play", 5, 9.5, 11, 16))

    @pytest.mark.parametrize("seconds", [20, 3600])
    def test_waits_for_the_person_after_a_late_frame(self, seconds):
        """
        A page in the background has no frames; self-paced steps wait until it is visible again.
        """
        waiting = ("Raise, move, repetition 1 of 2", "in your own time")

        assert [waiting] * 2 == shown("#play", seconds, 2 * seconds)[1:]

    def test_continues_when_the_person_is_done(self):
        """
        A click ends the whole set, and a gap.
        """
        told = shown("#next", "#next", "#next", "#next")

        assert ["Stretch, hold", "Raise, move on", "Raise, move, repetition 1 of 2", "Well done"] == [
            heading for heading, _ in told
        ]

    def test_says_that_the_server_refuses(self):
        """
        The page shows the status, and the console the answer.
        """
        assert [("This routine cannot be played (404)", "no timeline")] == shown("#play", status=404)

    def test_stops_during_a_pause(self):
        """
        The time of a pause is not counted.
        """
        assert [("Stretch, hold", "3")] * 3 == shown("#play", 7, "#play", 60)[1:]

    def test_starts_with_a_frame_before_the_click(self):
        """
        The time of a frame may be slightly earlier than the click.
        """
        assert ("Stretch, get ready", "5") == shown(10, "#play", 9.99)[-1]
