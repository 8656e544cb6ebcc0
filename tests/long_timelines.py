"""
Timelines of any length, for tests.
"""

from stretchlib import Circuit, Exercise, Hold, Move, Repetitions, Routine, Sidedness, schedule

from .shorthand import STILL

STRETCH = Exercise("Stretch", Repetitions(3, Hold(30)), sidedness=Sidedness.alternating())


def of_steps(steps):
    """
    Return a timeline of a number of steps, with every kind of loop.
    """
    exercise = Exercise("Blink", Repetitions(steps // 100, Move(0.00001)), sets=5, sidedness=Sidedness.each())
    return schedule(Routine("Long", [Circuit([exercise], rounds=10)]), STILL)
