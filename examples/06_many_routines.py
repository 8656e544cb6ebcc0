"""
Total time and dose per side of a large number of routines.

Each line of the file is a JSON document; they are processed on all cores of one or many machines:

    python 06_many_routines.py                                           # generates some routines
    python 06_many_routines.py routines.jsonl --set-aside damaged.jsonl
    python 06_many_routines.py routines.jsonl --scheduler tcp://10.0.0.1:8786

With a remote scheduler, its workers must be able to read the file.
Damaged lines are counted, and written to another file with their numbers and problems.
It also needs dask: pip install "dask[bag]" distributed
"""

# dask has few types.
# mypy: allow-untyped-calls
# pyright: basic

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from dask import bag
from dask.distributed import Client, progress

from stretchlib import (
    Exercise,
    Hold,
    InvalidDocumentError,
    Range,
    Repetitions,
    Routine,
    Sidedness,
    StretchlibError,
    dose,
    from_dict,
    schedule,
    to_dict,
)

LINES_IN_A_BLOCK = 500


class Block(NamedTuple):
    """
    Some lines of a file, which the worker reads.
    """

    path: str
    offset: int
    first_number: int
    lines: int


class Measured(NamedTuple):
    """
    The results of one routine; the dose is in microseconds, so sums are exact in any order.
    """

    steps: int
    duration: int
    dose: dict[tuple[str, str], int]


class Damaged(NamedTuple):
    """
    A line without a valid routine.
    """

    number: int
    problems: tuple[str, ...]


class Summary(NamedTuple):
    """
    The totals of many lines, and the damaged ones.
    """

    totals: Counter[tuple[str, ...]]
    damaged: list[Damaged]


def blocks(path: Path) -> Iterator[Block]:
    offset = number = count = size = 0
    with path.open("rb") as lines:
        for line in lines:
            count, size = count + 1, size + len(line)
            if count == LINES_IN_A_BLOCK:
                yield Block(str(path), offset, number + 1, count)
                offset, number, count, size = offset + size, number + count, 0, 0
    if count:
        yield Block(str(path), offset, number + 1, count)


def numbered_lines(block: Block) -> list[tuple[int, bytes]]:
    with Path(block.path).open("rb") as file:
        file.seek(block.offset)
        return [(block.first_number + nth, file.readline()) for nth in range(block.lines)]


def measure(numbered_line: tuple[int, bytes]) -> Measured | Damaged:
    number, line = numbered_line
    try:
        timeline = schedule(from_dict(json.loads(line)))
    except InvalidDocumentError as error:
        return Damaged(number, tuple(map(str, error.problems)))
    except (StretchlibError, ValueError, RecursionError) as error:
        return Damaged(number, (f"$: {error}",))
    doses: Counter[tuple[str, str]] = Counter()
    for one in dose(timeline):
        doses[one.side.value, "repetitions"] += one.repetitions
        doses[one.side.value, "hold"] += one.hold // one.hold.resolution
        doses[one.side.value, "move"] += one.move // one.move.resolution
    return Measured(len(timeline), timeline.duration // timeline.duration.resolution, dict(doses))


def summarize(results: Iterable[Measured | Damaged]) -> Summary:
    totals: Counter[tuple[str, ...]] = Counter()
    damaged: list[Damaged] = []
    for result in results:
        if isinstance(result, Damaged):
            damaged.append(result)
        else:
            totals.update({("routines",): 1, ("steps",): result.steps, ("duration",): result.duration})
            totals.update(result.dose)
    return Summary(totals, damaged)


def joined(summaries: Iterable[Summary]) -> Summary:
    totals: Counter[tuple[str, ...]] = Counter()
    damaged: list[Damaged] = []
    for summary in summaries:
        totals.update(summary.totals)
        damaged += summary.damaged
    return Summary(totals, sorted(damaged))


def summary_of(path: Path, client: Any) -> Summary:
    parts = list(blocks(path))
    lines = bag.from_sequence(parts, npartitions=len(parts)).map(numbered_lines).flatten()
    future = client.compute(lines.map(measure).reduction(summarize, joined))
    progress(future, notebook=False)
    summary: Summary = future.result()
    print()
    return summary


def write_population(path: Path, count: int) -> None:
    """
    Write typical routines, about one in a hundred of them damaged.
    """
    chance = random.Random(count)
    with path.open("w") as file:
        for number in range(count):
            document = to_dict(some_routine(f"Routine {number}", chance))
            if number % 100 == 7:
                document["items"][0].update(kind="exercize", wrok={})
            line = json.dumps(document)
            file.write(f"{line[:40] if number % 250 == 13 else line}\n")


def some_routine(name: str, chance: random.Random) -> Routine:
    sides = [Sidedness.both(), Sidedness.each(), Sidedness.alternating()]
    holds = [Hold(5), Hold(10), Hold(Range(15, 30))]
    return Routine(
        name,
        [
            Exercise(
                f"Exercise {number}",
                Repetitions(chance.randint(1, 12), chance.choice(holds)),
                sets=chance.randint(1, 3),
                rest_between_sets=chance.choice([0, 60]),
                sidedness=chance.choice(sides),
            )
            for number in range(chance.randint(1, 12))
        ],
    )


def report(summary: Summary, set_aside: Path | None) -> None:
    for what, total in sorted(summary.totals.items()):
        is_time = what[-1] in ("duration", "hold", "move")
        print(f"{' '.join(what):22}{total / 3_600_000_000 if is_time else total:12,.0f}{' h' if is_time else ''}")
    print(f"{'damaged lines':22}{len(summary.damaged):12,}")
    for damaged in summary.damaged[:2]:
        print(f"  line {damaged.number}: {'; '.join(damaged.problems)}")
    if set_aside:
        set_aside.write_text("".join(f"{json.dumps(damaged._asdict())}\n" for damaged in summary.damaged))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", help="routines, one JSON document per line")
    parser.add_argument("--scheduler", help="the address of a dask scheduler; by default, one is started here")
    parser.add_argument("--set-aside", type=Path, help="the file for the problems of damaged lines")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = options.path or Path(folder, "population.jsonl")
        if not options.path:
            write_population(path, 3_000)
        here = {"host": "127.0.0.1", "dashboard_address": None}
        with Client(options.scheduler) if options.scheduler else Client(**here) as client:
            report(summary_of(path, client), options.set_aside)


if __name__ == "__main__":
    main()
