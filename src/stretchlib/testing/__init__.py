"""
Hypothesis strategies for the tests of projects that build on stretchlib; they need the extra `testing`.

Where stretchlib is installed, `hypothesis.strategies.from_type(Routine)` finds them by itself.
They shrink to what is short, plain and usual: few items, no texts, no rests, no sides.
"""

from stretchlib.testing.fields import counts, durations, frequencies, sidedness, spans, texts
from stretchlib.testing.strategies import (
    circuits,
    exercises,
    holds,
    moves,
    pacings,
    phases,
    register,
    repetitions,
    rests,
    routines,
    steps,
    timelines,
)

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
    "register",
    "repetitions",
    "rests",
    "routines",
    "sidedness",
    "spans",
    "steps",
    "texts",
    "timelines",
]

# The entry point names this module and not `register`, which is not there yet where Hypothesis loads it
# because this module is being imported.
register()
