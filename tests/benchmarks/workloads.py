"""
Routines of known sizes, for benchmarks.
"""

from stretchlib import Exercise, Hold, Move, Range, Repetitions, Routine, Sidedness, SwitchAfter

#: All rests: between repetitions, sides, sets and items.
EACH_SIDE = Sidedness.each(rest=8)


def clinic(*, exercises=20, sets=3, repetitions=10):
    """
    Return a routine in which each exercise has *sets* and *repetitions* on two sides, with all gaps.
    """
    return Routine(
        "Clinic",
        [
            Exercise(
                f"Exercise {number}",
                Repetitions(repetitions, Hold(30)),
                sets=sets,
                rest_between_sets=60,
                sidedness=EACH_SIDE,
            )
            for number in range(exercises)
        ],
        rest_between_items=10,
    )


def endless(*, steps, exercises=10):
    """
    Return a routine with a number of *steps*, a multiple of four for each exercise, short enough for `timedelta.max`.
    """
    return Routine(
        "Endless",
        [
            Exercise(f"Exercise {number}", Repetitions(steps // exercises // 4, Hold(5)), sidedness=Sidedness.each())
            for number in range(exercises)
        ],
    )


def handout():
    """
    Return 20 exercises as handouts have them: some with ranges, tempos, instructions, equipment or sides.
    """
    kinds = [
        lambda name: Exercise(name, Repetitions(3, Hold(Range(15, 30))), sidedness=Sidedness.each()),
        lambda name: Exercise(name, Repetitions(10, [Move(2, label="up"), Hold(5), Move(2, label="down")]), sets=3),
        lambda name: Exercise(name, Repetitions(Range(8, 12)), sets=2, rest_between_sets=60, equipment=["band"]),
        lambda name: Exercise(
            name,
            Repetitions(5, Hold(10), rest=5),
            sidedness=Sidedness.alternating(),
            instructions="Keep your back flat and breathe out as you reach forward.",
            tags=["hamstrings", "floor"],
        ),
        lambda name: Exercise(
            name, Hold(2.5), sidedness=Sidedness(sides=EACH_SIDE.sides, switch_after=SwitchAfter.ALL_SETS)
        ),
    ]
    return Routine("Handout", [kinds[number % 5](f"Exercise {number}") for number in range(20)], source="A leaflet")
