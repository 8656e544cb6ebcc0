"""
The speed of stretchlib, compared with something else in the same run.

Both sides do the same work, which is checked before it is measured.
The two take turns, and the fastest turn of each counts, in processor time,
so a busy machine slows both equally.
"""

import os
import subprocess
import sys
import tracemalloc
from datetime import timedelta
from time import process_time

import attrs
import opentimelineio as otio
import pytest
from pydantic import ValidationError

from stretchlib import Pacing, dose, from_dict, schedule, to_dict
from stretchlib._validation import fields_of

from . import pydantic_models, table, workloads
from .by_hand import Row, unroll_by_hand

pytestmark = pytest.mark.benchmark(timer=process_time)

CLINIC = workloads.clinic()
HANDOUT = workloads.handout()


@pytest.fixture
def compare(benchmark, costs):
    """
    Measure ours and the peer's in turns, and compare their ratio with the limit of a row of the table.

    If a call does the same thing several *times*, the cost is divided by that number.
    """

    def measure(row, own, peer, *, rounds=300, own_times=1, peer_times=1):
        turns = []

        def run_the_peer():
            turns.append(seconds(peer))

        benchmark.pedantic(own, setup=run_the_peer, rounds=rounds, warmup_rounds=2)
        costs[row] = benchmark.stats.stats.min / own_times, min(turns) / peer_times
        check(costs, row)

    return measure


def seconds(function):
    start = process_time()
    function()
    return process_time() - start


def check(costs, row):
    own, peer = costs[row]

    assert own <= row.limit * peer


class TestUnrolling:
    def test_is_quicker_than_nested_loops(self, compare):
        """
        A timeline makes its steps in less time than nested loops append instances of a frozen, slotted dataclass.
        """
        timeline = schedule(CLINIC)
        fields = Row.__slots__
        assert [[getattr(row, name) for name in fields] for row in unroll_by_hand(CLINIC)] == [
            [getattr(step, name) for name in fields] for step in timeline
        ]

        compare(table.UNROLLING, lambda: list(timeline), lambda: unroll_by_hand(CLINIC))


class TestSeeking:
    def test_is_quicker_than_a_scan(self, compare):
        """
        The step at a time is found a hundred times as quickly as the clip at a time of a track.
        """
        timeline = schedule(workloads.clinic(sets=10))
        track = otio.schema.Track()
        for step in timeline:
            start, duration = (
                otio.opentime.RationalTime(time.total_seconds()) for time in (0 * step.start, step.duration)
            )
            track.append(otio.schema.Clip(str(step.index), source_range=otio.opentime.TimeRange(start, duration)))
        all_elapsed = evenly_spread(timeline)
        times = [otio.opentime.RationalTime(elapsed.total_seconds()) for elapsed in all_elapsed]
        assert len(timeline) == 8_000
        assert [track.child_at_time(time).name for time in times] == [
            str(timeline.at(elapsed).index) for elapsed in all_elapsed
        ]

        compare(
            table.SEEKING,
            # Repeated, because the long turn of the peer leaves the caches cold.
            lambda: [timeline.at(elapsed) for elapsed in all_elapsed * 50],
            lambda: [track.child_at_time(time) for time in times],
            rounds=100,
            own_times=len(all_elapsed) * 50,
            peer_times=len(all_elapsed),
        )

    def test_takes_as_long_in_long_timelines(self, compare):
        """
        One of 10^12 steps is found nearly as quickly as one of 10^3.
        """
        short, long = (schedule(workloads.endless(steps=steps)) for steps in (10**3, 10**12))
        early, late = evenly_spread(short), evenly_spread(long)
        assert (len(short), len(long)) == (10**3, 10**12)
        assert all(step.start <= elapsed < step.end for elapsed in late if (step := long.at(elapsed)))

        compare(
            table.SEEKING_FAR,
            lambda: [long.at(elapsed) for elapsed in late],
            lambda: [short.at(elapsed) for elapsed in early],
            own_times=len(late),
            peer_times=len(early),
        )


def evenly_spread(timeline, count=8):
    """
    Return times evenly spread over a *timeline*, in whole seconds.
    """
    whole = timeline.duration // timedelta(seconds=1)
    return [timedelta(seconds=whole * (2 * nth + 1) // (2 * count)) for nth in range(count)]


class TestScheduling:
    def test_costs_no_more_than_reading(self, compare):
        """
        Scheduling a routine takes about as long as reading it.
        """
        document = to_dict(CLINIC)
        assert from_dict(document) == CLINIC

        def size_up():
            timeline = schedule(CLINIC)
            return len(timeline), timeline.duration

        compare(table.SCHEDULING, size_up, lambda: from_dict(document))


DAMAGES = [
    lambda document: document["items"][0].pop("name"),
    lambda document: document["items"][0].update(name=""),
    lambda document: document["items"][0].update(sets=0),
    lambda document: document["items"][0].update(wrok={}),
    lambda document: document["items"][0].update(kind="exercize"),
    lambda document: document["items"][0]["work"].update(phases=[]),
    lambda document: document["items"][0]["work"]["phases"][0].update(duration=-1),
    lambda document: document["items"][0]["sidedness"].update(sides=["left", "left"]),
    lambda document: document["items"][0].update(rest_between_sets={"low": 2, "high": 1}),
]


@pytest.mark.parametrize(
    ("routine", "reading", "writing"),
    [
        pytest.param(CLINIC, table.READING, table.WRITING, id="alike"),
        pytest.param(HANDOUT, table.READING_HANDOUT, table.WRITING_HANDOUT, id="mixed"),
    ],
)
class TestDocuments:
    def test_are_read_with_all_checks(self, compare, routine, reading, writing):
        """
        Reading with all checks is not much slower than a compiled validator.
        """
        document = to_dict(routine)
        assert same(from_dict(document), pydantic_models.read(document))
        for damage in DAMAGES:
            damaged = to_dict(routine)
            damage(damaged)
            with pytest.raises(ValueError, match=r"\$"):
                from_dict(damaged)
            with pytest.raises(ValidationError):
                pydantic_models.read(damaged)

        compare(reading, lambda: from_dict(document), lambda: pydantic_models.read(document))

    def test_are_written(self, compare, routine, reading, writing):
        """
        Writing is as quick as in a compiled library.
        """
        model = pydantic_models.read(to_dict(routine))
        assert pydantic_models.write(model) == to_dict(routine)

        compare(writing, lambda: to_dict(routine), lambda: pydantic_models.write(model))


def same(own, peer):
    """
    Return whether our value equals the peer's, field by field.
    """
    if isinstance(own, tuple):
        return len(own) == len(peer) and all(map(same, own, peer))
    if hasattr(peer, "breaths"):
        return same(own.count, peer.breaths)
    if attrs.has(type(own)):
        return all(same(getattr(own, field.name), getattr(peer, field.name)) for field in fields_of(type(own)))
    return own == peer


@pytest.mark.parametrize(
    ("exercises", "row"), [pytest.param(1, table.MEMORY_OF_ONE, id="one"), pytest.param(10, table.MEMORY, id="ten")]
)
class TestMemory:
    def test_does_not_grow_with_the_steps(self, costs, exercises, row):
        """
        A routine of 10^12 steps is scheduled, sought and summed up in a few KiB.
        """
        routine = workloads.endless(steps=10**12, exercises=exercises)
        assert len(schedule(routine)) == 10**12
        dose(schedule(routine))

        tracemalloc.start()
        timeline = schedule(routine, Pacing())
        timeline.at(timeline.duration / 3)
        dose(timeline)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        costs[row] = peak, 1024
        check(costs, row)


class TestImport:
    def test_takes_little_longer_than_importing_cattrs(self, costs, tmp_path):
        """
        Importing takes about as long as importing cattrs.
        """
        # With everything compiled, as after an installation.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
        statement = "from time import process_time; start = process_time(); import {}; print(process_time() - start)"

        def seconds_to_import(module):
            command = [sys.executable, "-c", statement.format(module)]
            return float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)

        turns = [(seconds_to_import("stretchlib"), seconds_to_import("cattrs")) for _ in range(25)]

        costs[table.IMPORT] = tuple(map(min, zip(*turns, strict=True)))
        check(costs, table.IMPORT)
