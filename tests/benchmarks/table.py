"""
The table of goals and measurements.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """
    One line of the table: *what* is measured *against* a peer in the same run.
    """

    what: str
    against: str
    #: The largest accepted ratio of our cost to the peer's.
    limit: float
    #: The ratio to reach.
    goal: float


UNROLLING = Row("unrolling: `list(timeline)`, 2,400 steps", "nested loops written by hand", 0.45, 0.3)
SEEKING = Row("seeking: `at(t)` at 8,000 steps", "OpenTimelineIO `Track.child_at_time`", 1 / 100, 1 / 500)
SEEKING_FAR = Row("seeking at 10^12 steps", "the same at 10^3", 1.3, 1.1)
SCHEDULING = Row("scheduling: `schedule` + `len` + `duration`", "`from_dict` of the same routine", 2, 1)
READING = Row("reading: `from_dict`, 20 alike exercises", "pydantic 2, `model_validate`", 3.8, 2.8)
READING_HANDOUT = Row("reading: `from_dict`, 20 mixed exercises", "pydantic 2, `model_validate`", 3.8, 2.8)
WRITING = Row("writing: `to_dict`, 20 alike exercises", "pydantic 2, `model_dump`", 1.2, 1)
WRITING_HANDOUT = Row("writing: `to_dict`, 20 mixed exercises", "pydantic 2, `model_dump`", 1.2, 1)
MEMORY_OF_ONE = Row("memory: schedule, seek, dose of 10^12 steps, 1 exercise", "1 KiB", 64, 16)
MEMORY = Row("memory: schedule, seek, dose of 10^12 steps, 10 exercises", "1 KiB", 64, 16)
IMPORT = Row("import: `import stretchlib`", "`import cattrs`", 1.3, 1.1)


def as_markdown(costs):
    """
    Return the table of *costs*, a pair of ours and the peer's for each row.
    """
    lines = [
        "| what | against | stretchlib | peer | ratio | limit | goal |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for row, (own, peer) in costs.items():
        show = as_size if row.against == "1 KiB" else as_time
        numbers = (show(own), show(peer), *(f"{number:.3g}" for number in (own / peer, row.limit, row.goal)))
        lines.append(f"| {row.what} | {row.against} | {' | '.join(numbers)} |")
    return "\n".join(lines)


def as_time(seconds):
    return f"{seconds * 1e6:,.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:,.2f} ms"


def as_size(size):
    return f"{size / 1024:,.1f} KiB"
