"""
The growth of times with the size of a routine, and with the number of its steps.

Run it as `python -m tests.benchmarks.growth`; `docs/performance.md` has some of the lines that it prints.
"""

from functools import partial

from stretchlib import dose, from_dict, schedule, to_dict

from ..costs import shortest_time
from .table import as_time
from .workloads import clinic, endless


def seek(timeline):
    middle = timeline.duration / 3
    return lambda: [timeline.at(middle) for _ in range(100)]


def by_exercises():
    yield "exercises", "reading", "scheduling", "seeking"
    for exercises in (10**decade for decade in range(1, 6)):
        routine = clinic(exercises=exercises)
        document = to_dict(routine)
        timeline = schedule(routine)
        turns = max(3, 10_000 // exercises)
        yield (
            f"{exercises:,}",
            as_time(shortest_time(partial(from_dict, max_values=10**8), document, turns=turns)),
            as_time(shortest_time(schedule, routine, turns=turns)),
            as_time(shortest_time(seek(timeline), turns=200) / 100),
        )


def by_steps():
    yield "steps", "scheduling", "seeking", "dose", "unrolling"
    for decade in (2, 3, 4, 5, 6, 9, 12):
        routine = endless(steps=10**decade, exercises=5)
        timeline = schedule(routine)
        yield (
            f"10^{decade}",
            as_time(shortest_time(schedule, routine, turns=500)),
            as_time(shortest_time(seek(timeline), turns=200) / 100),
            as_time(shortest_time(dose, timeline, turns=500)),
            as_time(shortest_time(go_through, timeline, turns=max(3, 10 ** (5 - decade)))) if decade <= 6 else "—",
        )


def go_through(timeline):
    for _ in timeline:
        pass


def show(rows):
    heading, *lines = rows
    print(f"| {' | '.join(heading)} |", "|--:" * len(heading) + "|", sep="\n")
    for line in lines:
        print(f"| {' | '.join(line)} |")
    print()


if __name__ == "__main__":
    show(by_exercises())
    show(by_steps())
