"""
Timelines and cues as short texts, for tests.
"""

from datetime import timedelta

import attrs

from stretchlib import Pacing, Routine, Side, cues, schedule

SECOND = timedelta(seconds=1)
#: A pacing without gaps.
STILL = Pacing(prepare=0, transition=0, switch=0, release=0, recovery=0)

_LETTERS = {None: "", Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "B", Side.AFFECTED: "A", Side.UNAFFECTED: "U"}


def still_but(**others):
    """
    Return a pacing with only the given gaps.
    """
    return attrs.evolve(STILL, **others)


def written(*items, pacing=STILL, **routine):
    """
    Return the steps of *items*: "L30" is 30 s of work on the left; gaps have their kind, such as "switch5".
    """
    return " ".join(_word(step) for step in schedule(Routine("routine", items, **routine), pacing))


def spoken(*items, pacing=STILL, **options):
    """
    Return the cues of *items* as "second text".
    """
    found = cues(schedule(Routine("routine", items), pacing), **options)
    return [f"{cue.start / SECOND:g} {cue}" for cue in found]


def _word(step):
    what = _LETTERS[step.side] if step.kind.is_work else step.kind.value
    return f"{what}{step.duration / SECOND:g}"
