"""
Natural code, which type checkers accept.
"""

from datetime import timedelta

from stretchlib import (
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Item,
    Move,
    Pacing,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Step,
    SwitchAfter,
    Timeline,
    schedule,
)

Hold(30)
Hold(2.5, label="up")
Hold(timedelta(seconds=30))
Hold(Range(15, 30))
Hold(Range(1.5, 3))
Hold(Range(timedelta(seconds=15), timedelta(seconds=30)))
Hold(Breaths(5))
Hold(Breaths(Range(3, 5)))
Move()
Move(20)
Rest(Range(30, 60))

Repetitions()
Repetitions(3, Hold(30))
Repetitions(Range(2, 4), [Move(2), Hold(5), Move(2)], rest=3)
Repetitions(1, [Repetitions(10, Move(label="in")), Repetitions(10, Move(label="out"))])

a = Exercise("x", Hold(30))
b = Exercise(
    "x",
    Repetitions(3, Hold(30)),
    sets=Range(2, 3),
    rest_between_sets=60,
    sidedness=Sidedness.alternating(first=Side.RIGHT, rest=2),
    equipment=["towel"],
    tags=("hip",),
    frequency=Frequency(3, unit=PeriodUnit.WEEK, weeks=Range(4, 6)),
)
Sidedness(sides=[Side.LEFT, Side.RIGHT, Side.BOTH], switch_after=SwitchAfter.ALL_SETS, rest=1.5)

Routine("r", [a, b])
Routine("r", (a, Rest(5), Circuit([a, Circuit([b])], rounds=Range(2, 3))))
items: list[Item] = [a, Rest(5)]
routine: Routine = Routine("r", items).with_affected_side(Side.LEFT)

timeline: Timeline = schedule(routine, Pacing(prepare=3, level=1), within=timedelta(minutes=10))
step: Step | None = timeline.at(5)
first: Step = timeline[0]
some: tuple[Step, ...] = timeline[1:5]
when: timedelta = first.start + first.duration
