"""
The rules of time: a timeline has the steps of nested loops over the model.
"""

from datetime import timedelta

from hypothesis import given, settings

from stretchlib import Step, StepKind, schedule
from stretchlib.testing import pacings, routines

from .naive import naive_steps

NOTHING = dict.fromkeys(["exercise", "side", "set", "sets", "repetition", "repetitions"]) | {"label": ""}


def as_steps(rows):
    start = timedelta()
    for index, row in enumerate(rows):
        step = Step(index=index, start=start, **NOTHING | row | {"kind": StepKind(row["kind"])})
        yield step
        start = step.end


class TestTimelineOfAnyRoutine:
    """
    "A prescribed rest is kept exactly"; "if no rest is prescribed, the pacing inserts a gap".
    """

    @settings(max_examples=200)
    @given(routines(), pacings())
    def test_equals_the_naive_expansion(self, routine, pacing):
        """
        For every routine and pacing, the timeline equals the naive expansion, step by step.
        """
        assert list(as_steps(naive_steps(routine, pacing))) == list(schedule(routine, pacing))
