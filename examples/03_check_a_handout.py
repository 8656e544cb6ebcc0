"""
Comparison of the stated time of a handout with the time of its dose.

The dose is added up at the low and at the high end of its ranges.
Gaps are not counted; changing sides takes additional time.
"""

from datetime import timedelta

from stretchlib import Circuit, Exercise, Hold, Move, Pacing, Range, Repetitions, Rest, Routine, Sidedness, schedule

EACH = Sidedness.each()
SHORT = Hold(Range(10, 15))
LONG = Hold(Range(180, 300))

SEVEN_MINUTE_WORKOUT = Routine(
    "7-minute workout", [Exercise(f"Move {n}", Move(30)) for n in range(1, 13)], rest_between_items=10
)
AFTER_EXERCISE = Routine(
    "Stretches after exercise",
    [
        Exercise("Buttock stretch", SHORT, sidedness=EACH),
        Exercise("Hamstring stretch", SHORT, sidedness=EACH),
        Exercise("Inner thigh stretch", SHORT),
        Exercise("Calf stretch", SHORT, sidedness=EACH),
        Exercise("Thigh stretch", SHORT, sidedness=EACH),
    ],
)
CALF_STRETCH = Routine("Wall calf stretch", [Exercise("Lean", Repetitions(Range(2, 3), Hold(60)), sidedness=EACH)])
CIRCUIT = Routine(
    "Circuit and stretches",
    [
        Circuit([item for n in range(1, 6) for item in (Exercise(f"Move {n}", Move(45)), Rest(15))], rounds=4),
        *[Exercise(f"Stretch {n}", Hold(30)) for n in range(1, 6)],
    ],
)
YOGA_IN_BED = Routine(
    "Yoga in bed",
    [
        Exercise("Upside-down relaxation", Hold(115)),
        Exercise("Twist", Hold(30), sidedness=EACH),
        Exercise("Goddess stretch", Hold(120)),
        Exercise("Child's pose", Hold(120)),
        Exercise("Rock-a-bye roll", Move(65)),
    ],
)
YIN_YOGA = Routine(
    "Yin yoga",
    [
        Exercise("Child's pose", LONG),
        Exercise("Sphinx", LONG),
        Exercise("Half frog", Hold(60), sidedness=EACH),
        Exercise("Stirrup", LONG),
    ],
    rest_between_items=60,
)
SPLITS = Routine("Splits, day 30", [Exercise("60 s, and 10 s more each day", Hold(60 + 29 * 10))])

# The time that each handout states, in words and in minutes.
HANDOUTS = [
    (SEVEN_MINUTE_WORKOUT, "7 minutes", 7, 7),
    (AFTER_EXERCISE, "about 5 minutes", 5, 5),
    (CALF_STRETCH, "2 to 3 minutes", 2, 3),
    (CIRCUIT, "about 25 minutes", 25, 25),
    (YOGA_IN_BED, "8 minutes", 8, 8),
    (YIN_YOGA, "about 20 minutes", 20, 20),
    (SPLITS, "6 minutes", 6, 6),
]


def total(routine: Routine, level: int) -> timedelta:
    return schedule(routine, Pacing(prepare=0, transition=0, switch=0, release=0, level=level)).duration


def clock(duration: timedelta) -> str:
    minutes, seconds = divmod(duration // timedelta(seconds=1), 60)
    return f"{minutes}:{seconds:02}"


def verdict(shortest: timedelta, longest: timedelta, at_least: int, at_most: int) -> str:
    if shortest > timedelta(minutes=at_most):
        return f"{clock(shortest - timedelta(minutes=at_most))} too long"
    if longest < timedelta(minutes=at_least):
        return f"{clock(timedelta(minutes=at_least) - longest)} too short"
    return "kept"


print(f"{'Handout':26}{'promises':18}adds up to")
for routine, promise, at_least, at_most in HANDOUTS:
    shortest, longest = total(routine, level=0), total(routine, level=1)
    sum_of_doses = clock(shortest) if shortest == longest else f"{clock(shortest)} to {clock(longest)}"
    print(f"{routine.name:26}{promise:18}{sum_of_doses:16}{verdict(shortest, longest, at_least, at_most)}")
