"""
Laws of the occurrences of every frequency.
"""

from datetime import UTC, datetime, time, timedelta
from itertools import dropwhile, islice, takewhile
from zoneinfo import ZoneInfo

import attrs
import pytest
from dateutil.rrule import DAILY, rrule, rruleset
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    Frequency,
    Pacing,
    PeriodUnit,
    Weekday,
    occurrences,
    occurrences_a_week,
)
from stretchlib.dates.recurrence import recurrences
from stretchlib.testing import counts, frequencies

from .calendar_by_hand import occurrences_by_hand

relaxed = settings(max_examples=50)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
NAIVE = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1))
STARTS = NAIVE.map(lambda moment: moment.replace(tzinfo=UTC))


def period(frequency):
    """
    Return the period of a frequency in days; frequencies in hours start again each day.
    """
    if frequency.weekdays:
        return 7
    match frequency.unit:
        case PeriodUnit.DAY:
            return frequency.every
        case PeriodUnit.WEEK:
            return frequency.every * 7
        case _:
            return 1


AROUND_THE_CLOCK = (time(0), time(0))
NIGHT = (time(20), time(4))
#: Any pair of times of day, and the most important pairs.
WAKING_HOURS = st.sampled_from([(time(8), time(20)), NIGHT, AROUND_THE_CLOCK]) | st.tuples(st.times(), st.times())
CLOCK_TIMES = st.times().map(lambda clock: clock.replace(microsecond=0))
#: Several days of the week, and several times of day.
ON_DAYS = st.builds(
    Frequency,
    counts(),
    days=st.none() | counts(max_value=30),
    weekdays=st.lists(st.sampled_from(Weekday), min_size=1, unique=True),
)
AT_TIMES = st.builds(
    Frequency,
    every=st.integers(1, 6),
    days=st.none() | counts(max_value=30),
    times_of_day=st.lists(
        st.times().map(lambda clock: clock.replace(microsecond=0)), min_size=1, max_size=3, unique=True
    ),
)
ANY = frequencies() | ON_DAYS | AT_TIMES
#: The occurrences of a week can be counted.
NOT_TOO_OFTEN = ANY.filter(lambda frequency: frequency.unit is not PeriodUnit.MINUTE)
IN_DAYS = frequencies().filter(
    lambda frequency: (
        frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK) and not frequency.weekdays and not frequency.times_of_day
    )
)
#: Half past midnight on the first day of a year.
AT_NIGHT = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)


def awake(waking_hours):
    """
    Return the length of the waking hours.
    """
    begin, end = (datetime.combine(AT_NIGHT, clock) for clock in waking_hours)
    return (end - begin) % DAY or DAY


#: Long enough for all sessions of a day.
LONG_DAYS = WAKING_HOURS.filter(lambda waking_hours: awake(waking_hours) > 60 * SECOND)


def unlimited(frequency):
    return attrs.evolve(frequency, weeks=None, days=None)


class TestOccurrences:
    """
    "All rules apply to local time."
    """

    @relaxed
    @given(IN_DAYS, STARTS, LONG_DAYS)
    @example(Frequency(3), AT_NIGHT, NIGHT)
    def test_are_as_many_as_asked_for(self, frequency, start, waking_hours):
        """
        Weeks of several whole periods have the occurrences of each period.
        """
        bounded = attrs.evolve(frequency, weeks=frequency.every, days=None)
        count = Pacing().count(frequency.times)

        assert count * 7 * frequency.every // period(frequency) == len(
            list(occurrences(bounded, start, waking_hours=waking_hours))
        )

    @relaxed
    @given(IN_DAYS, NAIVE)
    def test_are_spread_evenly(self, frequency, moment):
        """
        After any number of days there have been as many as there should be, to the next whole one.
        """
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        count = Pacing().count(frequency.times)
        found = list(occurrences(attrs.evolve(frequency, weeks=4, days=None), midnight))

        assert [-(-count * days // period(frequency)) for days in range(1, 28)] == [
            sum(moment < midnight + days * DAY for moment in found) for days in range(1, 28)
        ]

    @relaxed
    @given(ANY, STARTS, LONG_DAYS)
    @example(Frequency(every=1, unit=PeriodUnit.HOUR), AT_NIGHT, NIGHT)
    def test_do_not_depend_on_the_start(self, frequency, start, waking_hours):
        """
        Starting a period earlier gives the same occurrences from then on.
        """
        frequency = unlimited(frequency)
        earlier = occurrences(frequency, start - period(frequency) * DAY, waking_hours=waking_hours)
        from_then_on = dropwhile(lambda moment: moment < start, earlier)

        assert list(islice(from_then_on, 20)) == list(
            islice(occurrences(frequency, start, waking_hours=waking_hours), 20)
        )

    @relaxed
    @given(ANY.filter(lambda frequency: not frequency.times_of_day), STARTS, LONG_DAYS)
    def test_stay_within_the_waking_hours(self, frequency, start, waking_hours):
        """
        Several occurrences a day are never outside of the waking hours.
        """
        begin = datetime.combine(start, waking_hours[0], UTC)
        found = list(islice(occurrences(frequency, start, waking_hours=waking_hours), 20))

        own_time = {moment.time() for moment in found} == {start.time()}
        assert own_time or all((moment - begin) % DAY <= awake(waking_hours) for moment in found)

    @relaxed
    @given(IN_DAYS, STARTS, st.times(), st.timedeltas(timedelta.resolution, 4 * SECOND))
    def test_are_a_second_apart(self, frequency, start, begin, length):
        """
        A frequency is refused if and only if two occurrences of a day would be less than a second apart.
        """
        waking_hours = (begin, (datetime.combine(start, begin) + length).time())
        most_on_a_day = -(-Pacing().count(frequency.times) // period(frequency))

        if length // SECOND >= most_on_a_day - 1:
            assert start <= next(occurrences(frequency, start, waking_hours=waking_hours))
        else:
            with pytest.raises(
                ValueError, match=f"^occurrences must be at least a second apart .got {most_on_a_day - 1} "
            ):
                occurrences(frequency, start, waking_hours=waking_hours)

    @relaxed
    @given(NOT_TOO_OFTEN, NAIVE, st.integers(1, 30), st.floats(0, 1), LONG_DAYS)
    @example(Frequency(3, weekdays=[Weekday.THURSDAY]), datetime(2026, 1, 2, 1), 9, 0, NIGHT)
    @example(Frequency(every=2, times_of_day=[time(8), time(20)]), datetime(2026, 1, 2, 9), 9, 0, NIGHT)
    def test_equal_a_paper_calendar(self, frequency, moment, days, level, waking_hours):
        """
        The occurrences equal those found day by day.
        """
        options = {"level": level, "waking_hours": waking_hours}
        end = moment + days * DAY

        found = (each.replace(tzinfo=None) for each in occurrences(frequency, moment.replace(tzinfo=UTC), **options))

        assert occurrences_by_hand(frequency, moment, end, **options) == [*takewhile(lambda each: each < end, found)]

    @relaxed
    @given(NOT_TOO_OFTEN, st.floats(0, 1), LONG_DAYS)
    def test_of_a_week_are_the_average(self, frequency, level, waking_hours):
        """
        The number of occurrences a week is the average over many weeks.
        """
        options = {"level": level, "waking_hours": waking_hours}
        # All periods, of up to 6 weeks or 6 * 24 hours, end at this moment.
        weeks = 60
        start = datetime.combine(datetime(2026, 1, 5), waking_hours[0])
        count = len(occurrences_by_hand(unlimited(frequency), start, start + weeks * 7 * DAY, **options))

        assert count == pytest.approx(weeks * occurrences_a_week(frequency, **options), abs=1)

    @relaxed
    @given(NOT_TOO_OFTEN, NAIVE, st.timezones(), LONG_DAYS)
    @example(Frequency(unit=PeriodUnit.HOUR), datetime(2011, 12, 25), ZoneInfo("Pacific/Apia"), AROUND_THE_CLOCK)
    @example(Frequency(4, unit=PeriodUnit.HOUR), datetime(2026, 3, 25), ZoneInfo("Europe/Berlin"), AROUND_THE_CLOCK)
    def test_keep_local_time(self, frequency, moment, zone, waking_hours):
        """
        In any time zone, they have the local times of a day without clock changes, in order.
        """
        frequency = attrs.evolve(frequency, weeks=1, days=None)
        without_changes = occurrences(frequency, moment.replace(tzinfo=UTC), waking_hours=waking_hours)
        expected = {moment.replace(tzinfo=zone).astimezone(UTC) for moment in without_changes}
        found = occurrences(frequency, moment.replace(tzinfo=zone), waking_hours=waking_hours)

        assert sorted(expected) == [moment.astimezone(UTC) for moment in found]

    @relaxed
    @given(NOT_TOO_OFTEN, NAIVE, st.timezones(), st.integers(1, 3))
    def test_equal_the_rules_of_a_calendar(self, frequency, moment, zone, weeks):
        """
        The recurrence rules of a calendar, read by python-dateutil, give the same moments.
        """
        start = moment.replace(microsecond=0, tzinfo=zone)
        frequency = attrs.evolve(frequency, weeks=weeks, days=None)
        dates = rruleset()
        for rule in recurrences(frequency, start):
            dates.rrule(rrule(DAILY, dtstart=rule.first, interval=rule.every.days, until=rule.until - SECOND))
        expected = {date.astimezone(UTC) for date in dates}

        assert sorted(expected) == [moment.astimezone(UTC) for moment in occurrences(frequency, start)]
