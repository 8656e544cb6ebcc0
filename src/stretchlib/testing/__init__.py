"""
Hypothesis strategies for projects that use stretchlib (extra: `testing`).

If stretchlib is installed, `hypothesis.strategies.from_type(Routine)` finds them.
Sizes without an upper bound are small: a few, or at most twice the lower bound if that is more.
They shrink to short and simple values: few items, no texts, no rests, no sides.
"""

from stretchlib.testing.strategies import (
    circuits,
    exercises,
    frequencies,
    holds,
    moves,
    pacings,
    phases,
    plans,
    register,
    repetitions,
    rests,
    routines,
    sidedness,
    stages,
    steps,
    timelines,
)
from stretchlib.testing.values import counts, durations, texts, timedeltas

__all__ = [
    "circuits",
    "counts",
    "durations",
    "exercises",
    "frequencies",
    "holds",
    "moves",
    "pacings",
    "phases",
    "plans",
    "register",
    "repetitions",
    "rests",
    "routines",
    "sidedness",
    "stages",
    "steps",
    "texts",
    "timedeltas",
    "timelines",
]

# The entry point names this module instead of `register`, which does not exist yet if Hypothesis loads it
# because this module is being imported.
register()
