"""
How sessions recur, and what the clocks do to them.
"""

import tracemalloc
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from itertools import islice

import pandas
import pytest

from stretchlib import Frequency, Range, sessions
from stretchlib.dates.recurrence import recurrences

from .agenda import AROUND_THE_CLOCK, BERLIN, START, hourly, told, weekly


class TestClocks:
    """
    "A time that a change of the clocks skips comes as much later as they are put forward."
    """

    def test_stay_on_the_wall(self):
        """
        Half past nine is half past nine, in winter and in summer.
        """
        before, after = islice(sessions(Frequency(every=2), START), 2)

        assert (timedelta(hours=1), timedelta(hours=2)) == (before.utcoffset(), after.utcoffset())
        assert timedelta(hours=47) == after.astimezone(UTC) - before.astimezone(UTC)

    def test_skip_a_time(self):
        """
        At 2:00 it is 3:00, so half past two comes at half past three, that day only.
        """
        assert ["28 02:30", "29 03:30", "30 02:30"] == told(3, Frequency(), at=time(2, 30))

    def test_keep_the_order(self):
        """
        What is skipped comes after what is not.
        """
        start, at = START.replace(day=29, hour=0), [time(2, 30), time(3)]

        assert ["29 03:00", "29 03:30", "30 02:30"] == told(3, Frequency(2), start, at=at)

    def test_tell_no_moment_twice(self):
        """
        At every full hour there is one session, though 2:00 and 3:00 are the same.
        """
        start = START.replace(day=29, hour=0)

        assert ["29 01:00", "29 03:00", "29 04:00"] == told(3, hourly(), start, waking_hours=AROUND_THE_CLOCK)

    def test_may_skip_the_last_time(self):
        """
        Also when nothing comes after it.
        """
        start = datetime(2026, 3, 22, 2, 45, tzinfo=BERLIN)
        at = [time(2, 15), time(2, 30)]

        assert ["29 03:15", "29 03:30"] == told(99, Frequency(2, weeks=1), start, at=at)[-2:]

    def test_may_make_the_last_two_times_one(self):
        """
        Half past two comes at half past three, when the other is.
        """
        start = datetime(2026, 3, 22, 4, tzinfo=BERLIN)
        at = [time(2, 30), time(3, 30)]

        assert ["28 02:30", "28 03:30", "29 03:30"] == told(99, Frequency(2, weeks=1), start, at=at)[-3:]

    @pytest.mark.parametrize(("count", "last_day"), [(1, 29), (2, 30)])
    def test_are_asked_no_further_than_needed(self, count, last_day):
        """
        A session is told as soon as no other can come before it.
        """

        class Wall(tzinfo):
            def utcoffset(self, moment):
                days.append(moment.day)
                return moment.replace(tzinfo=BERLIN).utcoffset()

            dst = utcoffset

        days = []
        at = [time(2, 30), time(3)]
        told(count, Frequency(2), datetime(2026, 3, 29, tzinfo=Wall()), at=at)

        assert last_day == max(days)

    def test_mean_the_first_of_two(self):
        """
        At 3:00 it is 2:00 again; it is time at the first half past two.
        """
        start = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
        first = next(sessions(Frequency(), start))

        assert (2, 0, timedelta(hours=2)) == (first.hour, first.fold, first.utcoffset())

    def test_know_any_time_zone(self):
        """
        A fixed distance to UTC will do.
        """
        start = datetime(2026, 3, 27, tzinfo=timezone(timedelta(hours=5, minutes=45)))

        assert start == next(sessions(Frequency(), start))

    def test_are_those_on_the_wall_for_any_kind_of_datetime(self):
        """
        Those of pandas add up hours as they pass, and are at an end in 2262.
        """
        start, last = pandas.Timestamp("2026-03-28 18:00", tz=BERLIN), pandas.Timestamp("2262-04-11", tz=UTC)

        assert ["28 18:00", "29 18:00", "30 18:00"] == told(3, Frequency(), start)
        assert ["11 00:00", "12 00:00"] == told(2, Frequency(), last)
        assert list(sessions(Frequency(3, weeks=1), start.to_pydatetime())) == list(
            sessions(Frequency(3, weeks=1), start)
        )

    def test_keep_to_the_kind_of_the_standard_library(self):
        """
        Whatever the start is, the moments are as plain as they can be.
        """
        start = pandas.Timestamp("2026-03-28 18:00", tz=BERLIN)

        assert {datetime} == {type(session) for session in sessions(Frequency(weeks=1), start)}


class TestRecurrences:
    """
    `recurrences` says the same with few rules, each of which a calendar understands.
    """

    @pytest.mark.parametrize(
        ("frequency", "options", "count"),
        [
            (Frequency(2, every=2), {}, 1),
            (Frequency(3, every=2), {}, 3),
            (hourly(2), {}, 7),
            (hourly(6), {"waking_hours": AROUND_THE_CLOCK}, 4),
            (hourly(36), {}, 1),
            (weekly(2, every=2, weeks=1), {}, 1),
            (weekly(3, every=4, weeks=1), {}, 1),
            (Frequency(Range(1, 2)), {}, 1),
        ],
    )
    def test_are_few(self, frequency, options, count):
        """
        No rule can be said with another, and none is without a session.
        """
        assert count == len(recurrences(frequency, START, **options))

    def test_beyond_the_calendar_are_not_even_looked_for(self):
        """
        Of many sessions in more days than the calendar has, only those of its days are found.
        """
        tracemalloc.start()
        first = next(sessions(Frequency(86_399, every=10**4299 + 1), START))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert START == first
        assert peak < 1024 * 1024

    def test_are_in_order(self):
        """
        The rule that begins first stands first.
        """
        assert ["27 14:00", "27 20:00", "28 08:00"] == [
            f"{rule.first:%d %H:%M}" for rule in recurrences(Frequency(3), START)
        ]

    def test_know_nothing_of_changing_clocks(self):
        """
        A rule comes back at the same time on the wall, though the clocks may skip it.
        """
        [rule] = recurrences(Frequency(), START, at=time(2, 30))

        assert ["28 02:30", "29 02:30"] == [f"{moment:%d %H:%M}" for moment in islice(rule.moments(), 2)]
