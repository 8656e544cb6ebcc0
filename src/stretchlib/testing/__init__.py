"""
Hypothesis strategies for projects that use stretchlib (extra: `testing`).

If stretchlib is installed, `hypothesis.strategies.from_type(Routine)` finds them.
The default upper bound of a size is small, or twice the lower bound if that is more.
Failures shrink to short and simple values: few items, and nothing that is optional.
"""

from stretchlib.testing.registration import register
from stretchlib.testing.strategies import (
    circuits,
    exercises,
    frequencies,
    holds,
    moves,
    pacings,
    phases,
    plans,
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

# The entry point is this module, not `register`, which does not exist yet if Hypothesis loads the entry point
# while this module is being imported.
register()
