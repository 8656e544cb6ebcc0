"""
Code that type checkers must accept.
"""

from collections.abc import Sequence
from datetime import time, timedelta

from stretchlib import (
    AsManyAsFit,
    Bout,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    InvalidDocumentError,
    Item,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
    Step,
    SwitchAfter,
    Timeline,
    Weekday,
    from_dict,
    schedule,
    to_dict,
)

Hold(30)
Hold(2.5, label="up")
Hold(timedelta(seconds=30))
Hold(Range(15, 30))
Hold(Range(1.5, 3))
whole_seconds = Range(15, 30)
Hold(whole_seconds)
Hold(Range(timedelta(seconds=15), timedelta(seconds=30)))
Hold(Breaths(5))
Hold(Breaths(Range(3, 5)))
Hold(Breaths(0.5))
Hold(Range.at_least(30), side=RelativeSide.OPPOSITE)
Hold(Range(None, timedelta(seconds=30)))
Move()
Move(20)
Rest(Range(30, 60))

Repetitions()
Repetitions(3, Hold(30))
Repetitions(Range(2, 4), [Move(2), Hold(5), Move(2)], rest=3)
Repetitions(AsManyAsFit(240), [Move(4), Hold(4)])
Repetitions(Range.up_to(3), Hold(30), rest=None)
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
Plan("p", Stage(Routine("r", Circuit(a))))
Sidedness(sides=Side.LEFT)
Frequency(weekdays=Weekday.MONDAY, times_of_day=time(8))
Routine("r", (a, Rest(5), Circuit([a, Circuit([b])], rounds=Range(2, 3))))
Circuit([a, Circuit([a]).mirrored()], rounds=AsManyAsFit(600), round_every=60)
Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY], times_of_day=[time(8)])
Plan("p", [Stage(Routine("r", [a]), weeks=2), Stage([Routine("r", [b])], days=Range(7, 10))])
items: list[Item] = [a, Rest(5)]
routine: Routine = Routine("r", items).with_affected_side(Side.LEFT)

timeline: Timeline = schedule(routine, Pacing(prepare=3, level=1), within=timedelta(minutes=10))
step: Step | None = timeline.at(5)
first: Step = timeline[0]
some: Sequence[Step] = timeline[1:5]
bout: Bout | None = timeline.bout_of(first)
bouts: Sequence[Bout] = timeline.bouts
next_one: Step | None = timeline.next_work(first)
read: Routine = from_dict({})
exercise: Exercise = from_dict({}, Exercise)
plan: Plan = from_dict(to_dict(routine), Plan, max_values=1_000)
either: type[Hold] | type[Move] = Hold
held: Hold | Move = from_dict({}, either)
try:
    from_dict({})
except InvalidDocumentError as error:
    lines: list[str] = [f"{problem.path}: {problem.message}" for problem in error.problems]
when: timedelta = first.start + first.duration
