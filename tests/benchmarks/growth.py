"""
The growth of times with the size of a routine, and with the number of its steps.

Run it as `python -m tests.benchmarks.growth`; it prints the tables of `docs/performance.md`.
"""

from time import process_time

from stretchlib import dose, from_dict, schedule, to_dict

from .table import as_time
from .workloads import clinic, endless


def quickest(function, turns):
    """
    Return the seconds of the fastest of a number of *turns*.
    """
    times = []
    for _ in range(turns):
        start = process_time()
        function()
        times.append(process_time() - start)
    return min(times)


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
            as_time(quickest(lambda: from_dict(document, max_values=10**8), turns)),  # noqa: B023
            as_time(quickest(lambda: schedule(routine), turns)),  # noqa: B023
            as_time(quickest(seek(timeline), 200) / 100),
        )


def by_steps():
    yield "steps", "scheduling", "seeking", "dose", "unrolling"
    for decade in (2, 3, 4, 5, 6, 9, 12):
        routine = endless(steps=10**decade, exercises=5)
        timeline = schedule(routine)
        yield (
            f"10^{decade}",
            as_time(quickest(lambda: schedule(routine), 500)),  # noqa: B023
            as_time(quickest(seek(timeline), 200) / 100),
            as_time(quickest(lambda: dose(timeline), 500)),  # noqa: B023
            as_time(quickest(lambda: go_through(timeline), max(3, 10 ** (5 - decade)))) if decade <= 6 else "—",  # noqa: B023
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
