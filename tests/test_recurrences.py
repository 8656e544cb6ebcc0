"""
Recurrences of occurrences, and clock changes.
"""

import tracemalloc
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from itertools import dropwhile, islice
from time import tzset
from zoneinfo import ZoneInfo

import dateutil.tz
import pandas
import pendulum
import pytest
import pytz

from stretchlib import Frequency, PeriodUnit, Range, occurrences
from stretchlib.dates.recurrence import recurrences

from .agenda import AROUND_THE_CLOCK, BERLIN, START, hourly, listed, weekly


class TestOccurrences:
    """
    "A time that is skipped when clocks are put forward is as much later as they are put forward."
    """

    def test_keep_local_time(self):
        """
        Half past nine is half past nine, in winter and in summer.
        """
        before, after = islice(occurrences(Frequency(every=2), START), 2)

        assert (timedelta(hours=1), timedelta(hours=2)) == (before.utcoffset(), after.utcoffset())
        assert timedelta(hours=47) == after.astimezone(UTC) - before.astimezone(UTC)

    def test_are_put_forward_if_skipped(self):
        """
        At 2:00, the clocks are put forward to 3:00, so half past two becomes half past three on that day.
        """
        assert ["28 02:30", "29 03:30", "30 02:30"] == listed(3, Frequency(), at=time(2, 30))

    def test_keep_the_order(self):
        """
        A skipped time may be put forward after one that is not skipped.
        """
        start, at = START.replace(day=29, hour=0), [time(2, 30), time(3)]

        assert ["29 03:00", "29 03:30", "30 02:30"] == listed(3, Frequency(2), start, at=at)

    def test_yield_no_moment_twice(self):
        """
        At every full hour there is one occurrence, although 2:00 and 3:00 are the same moment.
        """
        start = START.replace(day=29, hour=0)

        assert ["29 01:00", "29 03:00", "29 04:00"] == listed(3, hourly(), start, waking_hours=AROUND_THE_CLOCK)

    def test_are_put_forward_at_the_end(self):
        """
        A skipped time is put forward even if nothing comes after it.
        """
        start = datetime(2026, 3, 22, 2, 45, tzinfo=BERLIN)
        at = [time(2, 15), time(2, 30)]

        assert ["29 03:15", "29 03:30"] == listed(99, Frequency(2, weeks=1), start, at=at)[-2:]

    @pytest.mark.parametrize(
        ("day", "around_the_change"),
        [
            (datetime(2026, 3, 29), "01:00+0100 01:30+0100 03:00+0200 03:30+0200 04:00+0200"),
            (datetime(2026, 10, 25), "01:00+0200 01:30+0200 02:00+0200 02:30+0200 03:00+0100 03:30+0100"),
        ],
        ids=["forward", "back"],
    )
    def test_continue_every_half_hour(self, day, around_the_change):
        """
        In both nights with a clock change, each local time occurs once.
        """
        expected = around_the_change.split()
        half_hours = Frequency(every=30, unit=PeriodUnit.MINUTE)

        moments = occurrences(half_hours, day.replace(hour=1, tzinfo=BERLIN), waking_hours=AROUND_THE_CLOCK)

        assert expected == [f"{moment:%H:%M%z}" for moment in islice(moments, len(expected))]

    def test_may_coincide_at_the_end(self):
        """
        Half past two is put forward to half past three, at which there is another occurrence.
        """
        start = datetime(2026, 3, 22, 4, tzinfo=BERLIN)
        at = [time(2, 30), time(3, 30)]

        assert ["28 02:30", "28 03:30", "29 03:30"] == listed(99, Frequency(2, weeks=1), start, at=at)[-3:]

    @pytest.mark.parametrize(("count", "last_day"), [(1, 29), (2, 30)])
    def test_are_lazy(self, count, last_day):
        """
        An occurrence is yielded as soon as no other can precede it.
        """

        class Wall(tzinfo):
            def utcoffset(self, moment):
                days.append(moment.day)
                return moment.replace(tzinfo=BERLIN).utcoffset()

            dst = utcoffset

        days = []
        at = [time(2, 30), time(3)]
        listed(count, Frequency(2), datetime(2026, 3, 29, tzinfo=Wall()), at=at)

        assert last_day == max(days)

    def test_are_at_the_first_of_two_equal_times(self):
        """
        When 3:00 becomes 2:00 again, an occurrence at half past two is the first one.
        """
        start = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
        first = next(occurrences(Frequency(), start))

        assert (2, 0, timedelta(hours=2)) == (first.hour, first.fold, first.utcoffset())


class TestZones:
    """
    "Zones of zoneinfo, pytz, dateutil, pandas and pendulum are supported."
    """

    STARTS = {
        "zoneinfo": START,
        "pytz": pytz.timezone("Europe/Berlin").localize(datetime(2026, 3, 27, 9, 30)),
        "pytz, not localized": datetime(2026, 3, 27, 9, 30, tzinfo=pytz.timezone("Europe/Berlin")),
        "dateutil": datetime(2026, 3, 27, 9, 30, tzinfo=dateutil.tz.gettz("Europe/Berlin")),
        "pandas": pandas.Timestamp("2026-03-27 09:30", tz="Europe/Berlin"),
        "pandas with pytz": pandas.Timestamp("2026-03-27 09:30", tz=pytz.timezone("Europe/Berlin")),
        "pandas with dateutil": pandas.Timestamp("2026-03-27 09:30", tz="dateutil/Europe/Berlin"),
        "pendulum": pendulum.datetime(2026, 3, 27, 9, 30, tz="Europe/Berlin"),
    }

    @pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
    @pytest.mark.parametrize("at", [time(9, 30), time(2, 30)], ids=["by day", "when the clocks change"])
    def test_of_all_libraries_give_the_same_moments(self, start, at):
        """
        The moments are those of zoneinfo for any start.
        """
        weeks = Frequency(weeks=40)

        expected = [moment.astimezone(UTC) for moment in occurrences(weeks, START, at=at)]

        assert expected == [moment.astimezone(UTC) for moment in occurrences(weeks, start, at=at)]

    @pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
    def test_give_plain_moments(self, start):
        """
        Moments are datetimes of the standard library, whose arithmetic is in local time.
        """
        first = next(occurrences(Frequency(), start))

        assert datetime is type(first)
        assert timedelta(hours=2) == (first + timedelta(days=7)).utcoffset()

    def test_of_pytz_change_with_the_clocks(self):
        """
        A Monday at 9:00 in Los Angeles is one before and after the change.
        """
        start = pytz.timezone("America/Los_Angeles").localize(datetime(2014, 10, 27, 9))
        moments = occurrences(Frequency(unit=PeriodUnit.WEEK, weeks=2), start)

        assert ["2014-10-27 09:00:00-07:00", "2014-11-03 09:00:00-08:00"] == [str(moment) for moment in moments]

    @pytest.mark.parametrize(
        "zone",
        [
            timezone(timedelta(hours=5, minutes=45)),
            pytz.FixedOffset(345),
            dateutil.tz.tzoffset("Kathmandu", 20_700),
            pendulum.FixedTimezone(20_700),
        ],
        ids=["datetime", "pytz", "dateutil", "pendulum"],
    )
    def test_may_be_a_fixed_offset(self, zone):
        """
        Without changes of the clocks, a day has 24 hours.
        """
        start = datetime(2026, 3, 27, tzinfo=zone)

        assert [start, start + timedelta(days=1)] == [*islice(occurrences(Frequency(), start), 2)]

    def test_of_the_computer_are_a_fixed_offset(self, monkeypatch):
        """
        A start of `astimezone()` has a fixed offset, and is an hour off after a change.
        """
        monkeypatch.setenv("TZ", "Europe/Berlin")
        tzset()
        start = datetime(2026, 3, 28, 8, tzinfo=BERLIN).astimezone()
        monkeypatch.undo()
        tzset()

        assert ["28 08:00", "29 09:00"] == [
            f"{moment.astimezone(BERLIN):%d %H:%M}" for moment in islice(occurrences(Frequency(), start), 2)
        ]
        assert ["28 08:00", "29 08:00"] == listed(2, Frequency(), start.replace(tzinfo=BERLIN))

    def test_may_be_at_the_end_of_the_calendar(self):
        """
        In UTC, the last hours may be in the year 10000, which does not exist.
        """
        start = datetime(9999, 12, 30, 20, tzinfo=timezone(timedelta(hours=-12)))

        assert ["30 20:00", "31 20:00"] == listed(9, Frequency(), start)

    def test_must_be_known(self):
        """
        A zone that zoneinfo cannot find is refused by name.
        """

        class Elsewhere(tzinfo):
            zone = "Europe/Atlantis"

            def utcoffset(self, _):
                return timedelta(hours=1)

        with pytest.raises(
            ValueError,
            match=r"^start must be in a time zone that zoneinfo knows; the package tzdata may be missing "
            r"\(got 'Europe/Atlantis'\)$",
        ):
            occurrences(Frequency(), datetime(2026, 3, 27, tzinfo=Elsewhere()))

    def test_may_differ_from_stage_to_stage(self):
        """
        Every other day at 9:00, first in Berlin, then in Tokyo; the days are counted from the start.
        """
        start, frequency = datetime(2026, 3, 2, 9, tzinfo=BERLIN), Frequency(every=2)
        there, arrival = ZoneInfo("Asia/Tokyo"), datetime(2026, 3, 7, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
        moments = dropwhile(lambda moment: moment < arrival, occurrences(frequency, start.replace(tzinfo=there)))

        assert ["02 09:00", "04 09:00", "06 09:00"] == listed(3, frequency, start)
        assert ["2026-03-08 09:00:00+09:00", "2026-03-10 09:00:00+09:00"] == [str(each) for each in islice(moments, 2)]

    @pytest.mark.parametrize(
        ("zone", "start", "expected"),
        [
            ("Europe/Berlin", datetime(2026, 3, 28, 2, 30), ["28 02:30+0100", "29 03:30+0200", "30 02:30+0200"]),
            ("Europe/Berlin", datetime(2026, 10, 24, 2, 30), ["24 02:30+0200", "25 02:30+0200", "26 02:30+0100"]),
            ("Australia/Sydney", datetime(2026, 10, 3, 2, 30), ["03 02:30+1000", "04 03:30+1100", "05 02:30+1100"]),
            ("Australia/Sydney", datetime(2026, 4, 4, 2, 30), ["04 02:30+1100", "05 02:30+1100", "06 02:30+1000"]),
            ("Australia/Lord_Howe", datetime(2026, 10, 3, 2, 15), ["03 02:15+1030", "04 02:45+1100", "05 02:15+1100"]),
            ("Pacific/Apia", datetime(2011, 12, 29, 9), ["29 09:00-1000", "31 09:00+1400", "01 09:00+1400"]),
        ],
    )
    def test_change_once(self, zone, start, expected):
        """
        On the day of a clock change, a daily occurrence comes exactly once.
        """
        moments = islice(occurrences(Frequency(), start.replace(tzinfo=ZoneInfo(zone))), 3)

        assert expected == [f"{moment:%d %H:%M%z}" for moment in moments]


class TestRecurrences:
    """
    `recurrences` has the same moments in few rules that calendars understand.
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
        No two rules can be merged, and each has an occurrence.
        """
        assert count == len(recurrences(frequency, START, **options))

    def test_beyond_the_calendar_are_not_computed(self):
        """
        Only occurrences within the days of the calendar are computed.
        """
        tracemalloc.start()
        first = next(occurrences(Frequency(86_399, every=10**4299 + 1), START))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert START == first
        assert peak < 1024 * 1024

    def test_are_in_the_order_of_the_period(self):
        """
        The first time of day is the same for any start.
        """
        assert ["28 08:00", "27 14:00", "27 20:00"] == [
            f"{each.first:%d %H:%M}" for each in recurrences(Frequency(3), START)
        ]

    def test_end_before_the_given_end(self):
        """
        They end at the given end or with the frequency, whichever is first.
        """
        ends = [START.replace(day=29), START.replace(month=5)]

        assert [ends[0], START.replace(month=4, day=3)] == [
            recurrences(Frequency(weeks=1), START, end=end)[0].until for end in ends
        ]

    def test_ignore_clock_changes(self):
        """
        A rule repeats the same local time, even if the clocks skip it.
        """
        [rule] = recurrences(Frequency(), START, at=time(2, 30))

        assert ["28 02:30", "29 02:30"] == [f"{moment:%d %H:%M}" for moment in islice(rule.moments(), 2)]
