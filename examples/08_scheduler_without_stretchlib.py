"""
A scheduler without the library, to translate into other languages.

It implements the rules of `docs/explanation/rules-of-time.md`.
Its input is a pacing, and a routine as it is written, without points in whole numbers.
It creates every step; a port that must handle 10^15 steps needs a tree of loops.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Any

Document = Mapping[str, Any]
Row = dict[str, Any]
Gap = tuple[str, int]

SECOND = 1_000_000
HALF = Fraction(1, 2)
LOOPS = {
    "repetition": ["set", "repetition", "side"],
    "set": ["set", "side", "repetition"],
    "all_sets": ["side", "set", "repetition"],
}
OPPOSITES = {"left": "right", "right": "left", "affected": "unaffected", "unaffected": "affected"}
DEFAULTS = {
    "prepare": 5,
    "transition": 5,
    "switch": 5,
    "release": 3,
    "recovery": 10,
    "movement": 3,
    "breath": 4,
}
EMPTY: Row = {
    **dict.fromkeys(["exercise", "side", "set", "sets", "repetition", "repetitions"]),
    "label": "",
    "round": [],
    "rounds": [],
    "path": [],
}


class Scheduler:
    def __init__(self, pacing: Document) -> None:
        pacing = {**DEFAULTS, "level": 0.0, **pacing}
        self.level = Fraction(repr(pacing["level"]))
        self.pacing = {name: microseconds(pacing[name]) for name in DEFAULTS}

    def steps(self, routine: Document) -> Iterator[Row]:
        where: Row = {"path": [], "round": [], "rounds": []}
        prepare = self.gap(None, [("prepare", self.pacing["prepare"])], where)
        start = 0
        for index, row in enumerate([*prepare, *self.items(routine, where)]):
            times = {"start": start, "duration": row["duration"], "end": start + row["duration"]}
            in_seconds = {name: seconds(time) for name, time in times.items()}
            yield {"index": index, **EMPTY, **row, **in_seconds}
            start = times["end"]

    def gap(self, rest: Any, inserted: Sequence[Gap], where: Row) -> list[Row]:
        """
        Return the row of the prescribed rest, otherwise of the longest gap, unless it is 0.
        """
        if rest is not None:
            kind, duration = "rest", self.duration(rest)
        else:
            # max() returns the first of several equally long gaps.
            kind, duration = max(inserted, key=lambda gap: gap[1], default=("rest", 0))
        row = {**where, "kind": kind, "duration": duration, "estimated": is_at_least(rest)}
        return [row] if duration else []

    def again(
        self,
        times: Any,
        turn: Callable[[int, int | None], Iterable[Row]],
        between: Sequence[Row],
        keeps_time: bool = False,
    ) -> Iterator[Row]:
        """
        Yield the rows of each turn, which *turn* creates, and the rows *between* turns.
        """
        total: int | None
        if not isinstance(times, int) and "as_many_as_fit" in times:
            once = list(turn(1, 1))
            left = self.duration(times["as_many_as_fit"]) - length(once)
            last = max(1, 1 + left // (length(once) + length(between)))
            is_guess = any(row["estimated"] for row in [*once, *between])
            total = None if is_guess and not keeps_time else last
        else:
            last = total = self.count(times)
        for number in range(1, last + 1):
            yield from between if number > 1 else []
            yield from turn(number, total)

    def items(self, container: Document, where: Row) -> Iterator[Row]:
        rest, before = container.get("rest_between_items"), None
        for index, item in enumerate(container["items"]):
            if before and "rest" not in (before["kind"], item["kind"]):
                yield from self.moving_on(rest, before, item, where)
            yield from self.item(item, {**where, "path": [*where["path"], index]})
            before = item

    def item(self, item: Document, where: Row) -> Iterator[Row]:
        if item["kind"] == "exercise":
            yield from self.exercise(item, {**where, "exercise": item["name"]})
        elif item["kind"] == "circuit":
            yield from self.circuit(item, where)
        else:
            yield self.step(item, where)

    def step(self, phase: Document, where: Row) -> Row:
        duration = phase.get("duration")
        return {
            **where,
            "kind": phase["kind"],
            "duration": self.pacing["movement"] if duration is None else self.duration(duration),
            "label": phase.get("label", ""),
            "estimated": duration is None or is_at_least(duration),
        }

    def moving_on(self, rest: Any, before: Document, after: Document, where: Row) -> list[Row]:
        is_rested = has_rest_at(before, -1) or has_rest_at(after, 0)
        inserted = [] if is_rested else [("transition", self.pacing["transition"])]
        return self.gap(rest, inserted, where)

    def circuit(self, circuit: Document, where: Row) -> Iterator[Row]:
        def turn(number: int, total: int | None) -> Iterator[Row]:
            inside = {"round": [*where["round"], number], "rounds": [*where["rounds"], total]}
            return self.items(circuit, {**where, **inside})

        times = circuit.get("rounds", 1)
        if "round_every" in circuit:
            left = self.duration(circuit["round_every"]) - length(turn(1, 1))
            waiting = self.gap(None, [("rest", max(left, 0))], where)
            return self.again(times, turn, waiting, keeps_time=left >= 0)
        rest = circuit.get("rest_between_rounds")
        return self.again(times, turn, self.moving_on(rest, circuit, circuit, where))

    def exercise(self, exercise: Document, where: Row) -> Iterator[Row]:
        work, sidedness = exercise["work"], exercise.get("sidedness", {})
        times = {"set": exercise.get("sets", 1), "repetition": work.get("count", 1)}
        loops = LOOPS[sidedness.get("switch_after", "set")]

        def run(depth: int, place: Row) -> Iterator[Row]:
            if depth == len(loops):
                yield from self.phases(work, where, place)
                return
            loop = loops[depth]
            between = self.between(loop, loops, exercise, where)

            def turn(number: int, total: int | None) -> Iterator[Row]:
                return run(depth + 1, {**place, loop: number, f"{loop}s": total})

            if loop != "side":
                yield from self.again(times[loop], turn, between)
                return
            for number, side in enumerate(sides_of(sidedness)):
                yield from between if number else []
                yield from run(depth + 1, {**place, "side": side})

        return run(0, {})

    def between(self, loop: str, loops: list[str], exercise: Document, where: Row) -> list[Row]:
        """
        Return the gap at a boundary where *loop* is the outermost loop that advances.
        """
        work, sidedness = exercise["work"], exercise.get("sidedness", {})
        rests = {"set": exercise.get("rest_between_sets"), "repetition": work.get("rest")}
        rest = rests.get(loop)
        inserted = self.release(work)
        if len(sides_of(sidedness)) > 1 and "side" in loops[loops.index(loop) :]:
            rest = sidedness.get("rest") if rest is None else rest
            by_itself = loops[-1] == "side" and last_phases(work)[-1]["kind"] != "hold"
            inserted = [] if by_itself else [("switch", self.pacing["switch"])]
        elif loop == "repetition":
            return self.between_repetitions(work, where)
        if loop == "set":
            recovery = max(self.pacing["recovery"], self.duration(work.get("rest", 0)))
            inserted = [*inserted, ("rest", recovery)]
        return self.gap(rest, inserted, where)

    def release(self, work: Document) -> list[Gap]:
        kinds = [phase["kind"] for phase in last_phases(work)]
        return [("rest", self.pacing["release"])] if kinds == ["hold"] else []

    def between_repetitions(self, work: Document, where: Row) -> list[Row]:
        last = phases_of(work)[-1]
        if "rest" not in work and last["kind"] == "repetitions":
            return self.between_repetitions(last, where)
        return self.gap(work.get("rest"), self.release(work), where)

    def phases(self, work: Document, where: Row, place: Row) -> Iterator[Row]:
        before = None
        for phase in phases_of(work):
            if phase["kind"] == "repetitions":
                if before and before["kind"] == "repetitions":
                    yield from self.between_repetitions(before, where)
                yield from self.nested(phase, where, place)
            else:
                side = seen_from(place["side"], phase.get("side", "same"))
                yield self.step(phase, {**where, **place, "side": side})
            before = phase

    def nested(self, work: Document, where: Row, place: Row) -> Iterator[Row]:
        def turn(number: int, total: int | None) -> Iterator[Row]:
            return self.phases(work, where, {**place, "repetition": number, "repetitions": total})

        return self.again(work.get("count", 1), turn, self.between_repetitions(work, where))

    def count(self, count: Any) -> int:
        if isinstance(count, int):
            return count
        low, high = map(Fraction, ends(count))
        return floor(low + (high - low) * self.level + HALF)

    def duration(self, duration: Any) -> int:
        if isinstance(duration, int | float):
            return microseconds(duration)
        if "breaths" in duration:
            breaths = duration["breaths"]
            count = breaths if isinstance(breaths, float) else self.count(breaths)
            return floor(Fraction(count) * self.pacing["breath"] + HALF)
        low, high = map(microseconds, ends(duration))
        exact = low + (high - low) * self.level
        return min(max(low, floor(exact / SECOND + HALF) * SECOND), high)


def microseconds(seconds: float) -> int:
    # Half to even.
    whole = int(seconds)
    return whole * SECOND + round((seconds - whole) * 1e6)


def seconds(microseconds: int) -> float:
    # Rounded once, also from 2^53 on, where dividing a double would round twice.
    return microseconds / SECOND if microseconds % SECOND else microseconds // SECOND


def length(rows: Iterable[Row]) -> int:
    return sum(row["duration"] for row in rows)


def ends(quantity: Document) -> tuple[Any, Any]:
    low = quantity.get("low", quantity.get("high"))
    return low, quantity.get("high", low)


def is_at_least(duration: Any) -> bool:
    if duration is None or isinstance(duration, int | float):
        return False
    ends = duration.get("breaths", duration)
    return not isinstance(ends, int | float) and "high" not in ends


def has_rest_at(item: Document, edge: int) -> bool:
    while item["kind"] == "circuit":
        item = item["items"][edge]
    return bool(item["kind"] == "rest")


def sides_of(sidedness: Document) -> list[str]:
    sides: list[str] = sidedness.get("sides", ["both"])
    return sides


def phases_of(work: Document) -> list[Document]:
    phases: list[Document] = work.get("phases", [{"kind": "move"}])
    return phases


def last_phases(work: Document) -> list[Document]:
    last = phases_of(work)[-1]
    return last_phases(last) if last["kind"] == "repetitions" else phases_of(work)


def seen_from(side: str, relative: str) -> str:
    if relative == "same":
        return side
    return "both" if relative == "both" else OPPOSITES.get(side, side)


ROUTINE = {
    "schema": 1,
    "name": "Legs",
    "items": [
        {
            "kind": "exercise",
            "name": "Calf stretch",
            "work": {"phases": [{"kind": "hold", "duration": {"low": 15, "high": 30}}]},
            "sets": 2,
            "sidedness": {"sides": ["left", "right"]},
        },
        {"kind": "exercise", "name": "Squat", "work": {"count": 3}},
    ],
}

if __name__ == "__main__":
    for row in Scheduler({"level": 0.5}).steps(ROUTINE):
        side, exercise = row["side"] or "", row["exercise"] or ""
        print(f"{row['start']:>4} s  {row['kind']:12}{side:7}{exercise}")
