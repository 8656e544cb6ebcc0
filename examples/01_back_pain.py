"""
The routine of the catalog, step by step.

Six gentle exercises for the lower back.
See a doctor first, stay within comfort, and stop if it hurts.
"""

from stretchlib import Exercise, schedule
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.text import to_text

timeline = schedule(BACK_PAIN_RELIEF)

print(f"{BACK_PAIN_RELIEF.name}: {BACK_PAIN_RELIEF.description}\n")
for item in BACK_PAIN_RELIEF.items:
    if isinstance(item, Exercise):
        print(f"{item.name}: {item.instructions}")

print(f"\n{to_text(timeline)}")
print(f"\nin all: {len(timeline)} steps, {timeline.duration}")
