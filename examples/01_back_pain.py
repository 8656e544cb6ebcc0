"""
The routine that the project began with, step by step.

Six gentle exercises for the lower back.
See a doctor first, stay within comfort, and stop where it hurts.
"""

from stretchlib import dose, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.text import to_text

timeline = schedule(BACK_PAIN_RELIEF)

print(f"{BACK_PAIN_RELIEF.name}: {BACK_PAIN_RELIEF.description}\n")
for exercise in dict.fromkeys(row.exercise for row in dose(timeline)):
    print(f"{exercise.name}: {exercise.instructions}")

print(f"\n{to_text(timeline)}")
print(f"\nin all: {len(timeline)} steps, {timeline.duration}")
