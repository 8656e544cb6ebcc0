"""
Hypothesis strategies for the tests of projects that build on stretchlib; they need the extra `testing`.

Where stretchlib is installed, `hypothesis.strategies.from_type(Routine)` finds them by itself.
They shrink to what is short, plain and usual: few items, no texts, no rests, no sides.
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
from stretchlib.testing.values import counts, durations, spans, texts

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
    "spans",
    "stages",
    "steps",
    "texts",
    "timelines",
]

# The entry point names this module and not `register`, which is not there yet where Hypothesis loads it
# because this module is being imported.
register()
