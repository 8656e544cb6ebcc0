"""
A ready-made routine of six back stretches.

The exercises and most doses are from a published page; the wording is our own.
This is not medical advice: see a doctor first, stay within comfort, and stop if it hurts.
"""

from __future__ import annotations

from typing import Final

from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency
from stretchlib.model.routine import Routine
from stretchlib.model.sidedness import Sidedness
from stretchlib.model.work import Hold, Move, Repetitions

#: The page gives no dose for the knee rolls; ten to each side is our choice.
KNEE_ROLLS: Final = Exercise(
    "Knee rolls",
    Repetitions(10, Move()),
    sidedness=Sidedness.alternating(),
    instructions=(
        "Lie on your back with your knees bent. "
        "Let both knees swing to one side as far as is comfortable, then to the other. "
        "The lower back turns along."
    ),
    tags=("lower back", "mobility"),
)

PRESS_UPS: Final = Exercise(
    "Press-ups",
    Repetitions(10, Move()),
    instructions=(
        "Lie face down and lift your upper body with your arms. "
        "The hips stay on the floor, lower back and buttocks stay relaxed."
    ),
    tags=("lower back", "mobility"),
)

EXTERNAL_ROTATORS: Final = Exercise(
    "External rotators",
    Repetitions(3, Hold(30)),
    sidedness=Sidedness.alternating(),
    instructions=(
        "Lie on your back, take one knee in both hands and bring it towards the opposite shoulder. "
        "You feel it in the buttock and the outer hip."
    ),
    tags=("hip", "stretch"),
)

ACTIVE_HAMSTRING_STRETCH: Final = Exercise(
    "Active hamstring stretch",
    Repetitions(3, Hold(30)),
    sidedness=Sidedness.each(),
    instructions=(
        "Lie on your back and hold one thigh from behind with the knee bent. "
        "Straighten the knee until the back of the thigh stretches."
    ),
    tags=("hamstrings", "stretch"),
)

INTERNAL_ROTATORS: Final = Exercise(
    "Internal rotators",
    Repetitions(3, Hold(30)),
    sidedness=Sidedness.alternating(),
    instructions="Lie on your back and draw one foot and knee towards the shoulder, so that the hip rotates.",
    tags=("hip", "stretch"),
)

#: The page does not mention sides, but the stretch has them.
HIP_FLEXOR_STRETCH: Final = Exercise(
    "Hip flexor stretch",
    Repetitions(3, Hold(30)),
    sidedness=Sidedness.each(),
    instructions="Keep the upper body upright and move the hips forward until the front of the thigh stretches.",
    tags=("hip flexors", "stretch"),
)

BACK_PAIN_RELIEF: Final = Routine(
    "Back pain relief",
    (
        KNEE_ROLLS,
        PRESS_UPS,
        EXTERNAL_ROTATORS,
        ACTIVE_HAMSTRING_STRETCH,
        INTERNAL_ROTATORS,
        HIP_FLEXOR_STRETCH,
    ),
    description="Six gentle exercises for the lower back. See a doctor first, and stay within comfort.",
    source="A published page of six back stretches, put in our own words; the dose of the knee rolls is ours.",
    frequency=Frequency(),
)
