"""
What classes ask of floors above their own, fetched when it is asked.

This is the only file that imports upward, and it does so inside of functions only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stretchlib.model.plan import Plan, Stage
    from stretchlib.model.routine import Circuit, Exercise, Routine


def named_card(exercise: Exercise) -> str:
    """
    Return the name and the card of an exercise, as `parse_exercise` reads them.
    """
    from stretchlib.words.describe import describe
    from stretchlib.words.labels import before_card

    return f"{before_card(exercise.name)}: {describe(exercise)}"


def outline(value: Circuit | Routine | Stage | Plan) -> str:
    """
    Return *value* on several lines.
    """
    from stretchlib.words.describe import describe

    return describe(value)
