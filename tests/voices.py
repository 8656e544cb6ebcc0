"""
The texts of a voice, for tests.
"""

import attrs

from stretchlib import Exercise, Hold, Pacing, Routine, Sidedness, Wording, cues, schedule

TUCK = Exercise("Chin tuck", Hold(5))
EACH = Sidedness.each()


def openings(*items, pacing=Pacing()):
    """
    Return the cues at the start of steps, except the intro.
    """
    opening = attrs.evolve(Wording(), intro=lambda *_: "", half_time=lambda *_: "", outro=lambda *_: "")
    told = cues(schedule(Routine("routine", items), pacing), countdown=0, wording=opening, start=pacing.prepare)
    return [cue.text for cue in told]
