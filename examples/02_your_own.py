"""
A routine built in code, saved as JSON, read back and scheduled.
"""

import json
import tempfile
from pathlib import Path

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    from_dict,
    schedule,
    to_dict,
)

tilt = Exercise(
    "Pelvic tilt",
    Repetitions(5, [Move(2, label="tilt"), Hold(5), Move(2, label="release")]),  # a tempo
    sets=2,
    rest_between_sets=30,
    instructions="Lie on your back with your knees bent and press the lower back into the floor.",
)
child = Exercise("Child's pose", Hold(Breaths(5)))
hamstring = Exercise("Hamstring stretch", Repetitions(2, Hold(Range(15, 30))), sidedness=Sidedness.each(rest=5))
squat = Exercise("Squat", Move(20))
routine = Routine(
    "Evening",
    [tilt, child, hamstring, Circuit([squat, Rest(10)], rounds=Range(3, 4), name="squats")],
    rest_between_items=10,
    frequency=Frequency(3, unit=PeriodUnit.WEEK, weeks=Range(4, 6)),
)

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "evening.json"
    file.write_text(json.dumps(to_dict(routine), indent=2), encoding="utf-8")
    print(f"saved {file.stat().st_size} bytes of JSON, beginning with")
    print("\n".join(file.read_text(encoding="utf-8").splitlines()[:12]), "\n  ...\n")
    again = from_dict(json.loads(file.read_text(encoding="utf-8")))

print(f"read back the same routine: {again == routine}\n")
for level in (0.0, 0.5, 1.0):
    timeline = schedule(again, Pacing(level=level))
    print(f"at level {level}: {len(timeline)} steps, {timeline.duration}")

print("\nthe first minute, at the lowest level:")
for step in schedule(again).between(0, 60):
    print(f"{step.start}  {step}")
