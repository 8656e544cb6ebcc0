"""
Timelines in a few words, for tests.
"""

from datetime import timedelta

import attrs

from stretchlib import Pacing, Routine, Side, cues, schedule

SECOND = timedelta(seconds=1)
#: No gaps of the person's own.
STILL = Pacing(prepare=0, transition=0, switch=0, release=0, recovery=0)

_LETTERS = {None: "", Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "B", Side.AFFECTED: "A", Side.UNAFFECTED: "U"}


def still_but(**others):
    """
    Return the pacing without gaps, but for these.
    """
    return attrs.evolve(STILL, **others)


def told(*items, pacing=STILL, **routine):
    """
    Return the steps of *items*: "L30" is 30 s of work on the left, "rest10" and "switch5" say their kind.
    """
    return " ".join(_word(step) for step in schedule(Routine("routine", items, **routine), pacing))


def heard(*items, pacing=STILL, **options):
    """
    Return what is heard during *items* as "second text".
    """
    said = cues(schedule(Routine("routine", items), pacing), **options)
    return [f"{cue.start / SECOND:g} {cue}" for cue in said]


def _word(step):
    what = _LETTERS[step.side] if step.kind.is_work else step.kind.value
    return f"{what}{step.duration / SECOND:g}"
