"""
Code that type checkers must refuse, line by line.
"""

from datetime import timedelta

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Move,
    Pacing,
    Plan,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Step,
    from_dict,
    schedule,
)

Hold()  # refused
Hold("30")  # refused
Hold(30, "up")  # refused
Hold(None)  # refused
Hold([30])  # refused
Range(1, timedelta(seconds=2))  # refused
Range("1", "2")  # refused
Breaths("5")  # refused
Hold(AsManyAsFit(30))  # refused
Hold(30, side=Side.LEFT)  # refused
Frequency(weeks=AsManyAsFit(30))  # refused
Plan("p", [Routine("r", [Exercise("x", Hold(30))])])  # refused
Repetitions(2.5)  # refused
Repetitions("3", Hold(30))  # refused
Repetitions(3, 30)  # refused
Repetitions(3, Hold(30), 5)  # refused
Exercise("x")  # refused
Exercise(5, Hold(30))  # refused
Exercise("x", 30)  # refused
Exercise("x", Rest(30))  # refused
Exercise("x", Hold(30), 3)  # refused
Exercise("x", Hold(30), sets=1.5)  # refused
Exercise("x", Hold(30), sidedness="left")  # refused
Exercise("x", Hold(30), repetitions=3)  # refused
Circuit([Hold(30)])  # refused
Routine("r", Hold(30))  # refused
Routine("r", [Move()])  # refused
Pacing(5)  # refused
Pacing(prepare=Range(1, 2))  # refused
schedule(Exercise("x", Hold(30)))  # refused
Hold(30).duration = timedelta(seconds=5)  # refused
from_dict({}, int)  # refused
from_dict({}, Step)  # refused
from_dict({}, "Routine")  # refused
exercise: Exercise = from_dict({})  # refused
hold: Hold = from_dict({}, Move)  # refused
