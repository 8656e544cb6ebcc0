"""
Sessions of routines and plans as short texts, for tests.
"""

from datetime import timedelta
from itertools import islice

from stretchlib import Exercise, Frequency, Hold, Plan, Repetitions, Routine, Stage, sessions

from .agenda import START

STRETCH, RAISES = Exercise("Stretch", Hold(30)), Exercise("Raises", Repetitions(10))
DAILY, TWICE = Frequency(), Frequency(2)
WEEK = timedelta(weeks=1)


def routine(name, frequency=None, items=(STRETCH,)):
    return Routine(name, items, frequency=frequency)


def plan(*stages):
    return Plan("Knee", stages)


def listed(count, what, start=START, **options):
    """
    Return the first *count* sessions as "day hour:minute routine".
    """
    return [f"{each.start:%d %H:%M} {each.routine.name}" for each in islice(sessions(what, start, **options), count)]


#: A plan whose first stages end when the next one is started.
OPEN = plan(Stage(routine("Early", DAILY)), Stage(routine("Middle", DAILY)), Stage(routine("Late", DAILY), weeks=1))
