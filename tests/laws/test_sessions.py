"""
What holds for the sessions of every frequency.
"""

from datetime import UTC, datetime, time, timedelta
from itertools import dropwhile, islice
from zoneinfo import ZoneInfo

import attrs
import pytest
from dateutil.rrule import DAILY, rrule, rruleset
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stretchlib import (
    Frequency,
    Pacing,
    PeriodUnit,
    sessions,
)
from stretchlib.dates.recurrence import recurrences
from stretchlib.testing import frequencies

relaxed = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
NAIVE = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1))
STARTS = NAIVE.map(lambda moment: moment.replace(tzinfo=UTC))


def period(frequency):
    """
    Return the period of a frequency in days; what comes several times a day begins anew each day.
    """
    match frequency.unit:
        case PeriodUnit.DAY:
            return frequency.every
        case PeriodUnit.WEEK:
            return frequency.every * 7
        case _:
            return 1


AROUND_THE_CLOCK = (time(0), time(0))
NIGHT = (time(20), time(4))
#: From one time of day to any other, and those that matter most.
WAKING_HOURS = st.sampled_from([(time(8), time(20)), NIGHT, AROUND_THE_CLOCK]) | st.tuples(st.times(), st.times())
#: A week of them can be counted.
NOT_TOO_OFTEN = frequencies().filter(lambda frequency: frequency.unit is not PeriodUnit.MINUTE)
IN_DAYS = frequencies().filter(lambda frequency: frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK))
#: Half past midnight on the first day of a year.
AT_NIGHT = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)


def awake(waking_hours):
    """
    Return how long a day is.
    """
    begin, end = (datetime.combine(AT_NIGHT, clock) for clock in waking_hours)
    return (end - begin) % DAY or DAY


#: Long enough for all that is done on a day.
LONG_DAYS = WAKING_HOURS.filter(lambda waking_hours: awake(waking_hours) > 60 * SECOND)


class TestSessions:
    """
    "All rules are rules of the clock on the wall."
    """

    @relaxed
    @given(IN_DAYS, STARTS, LONG_DAYS)
    @example(Frequency(3), AT_NIGHT, NIGHT)
    def test_are_as_many_as_asked_for(self, frequency, start, waking_hours):
        """
        A number of weeks that holds whole periods holds so many times as many sessions.
        """
        bounded = attrs.evolve(frequency, weeks=frequency.every)
        count = Pacing().count(frequency.times)

        assert count * 7 * frequency.every // period(frequency) == len(
            list(sessions(bounded, start, waking_hours=waking_hours))
        )

    @relaxed
    @given(IN_DAYS, NAIVE)
    def test_are_spread_evenly(self, frequency, moment):
        """
        After any number of days there have been as many as there should be, to the next whole one.
        """
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        count = Pacing().count(frequency.times)
        told = list(sessions(attrs.evolve(frequency, weeks=4), midnight))

        assert [-(-count * days // period(frequency)) for days in range(1, 28)] == [
            sum(session < midnight + days * DAY for session in told) for days in range(1, 28)
        ]

    @relaxed
    @given(frequencies(), STARTS, LONG_DAYS)
    @example(Frequency(every=1, unit=PeriodUnit.HOUR), AT_NIGHT, NIGHT)
    def test_do_not_depend_on_when_they_began(self, frequency, start, waking_hours):
        """
        Who began a period earlier does the same from then on.
        """
        frequency = attrs.evolve(frequency, weeks=None)
        earlier = sessions(frequency, start - period(frequency) * DAY, waking_hours=waking_hours)
        from_then_on = dropwhile(lambda session: session < start, earlier)

        assert list(islice(from_then_on, 20)) == list(islice(sessions(frequency, start, waking_hours=waking_hours), 20))

    @relaxed
    @given(frequencies(), STARTS, LONG_DAYS)
    def test_leave_the_night_alone(self, frequency, start, waking_hours):
        """
        Several a day are never outside of the waking hours.
        """
        begin = datetime.combine(start, waking_hours[0], UTC)
        told = list(islice(sessions(frequency, start, waking_hours=waking_hours), 20))

        own_time = {session.time() for session in told} == {start.time()}
        assert own_time or all((session - begin) % DAY <= awake(waking_hours) for session in told)

    @relaxed
    @given(IN_DAYS, STARTS, st.times(), st.timedeltas(timedelta.resolution, 4 * SECOND))
    def test_are_a_second_apart(self, frequency, start, begin, length):
        """
        A day is refused when it has not a second from each session to the next, and only then.
        """
        waking_hours = (begin, (datetime.combine(start, begin) + length).time())
        most_on_a_day = -(-Pacing().count(frequency.times) // period(frequency))

        if length // SECOND >= most_on_a_day - 1:
            assert start <= next(sessions(frequency, start, waking_hours=waking_hours))
        else:
            with pytest.raises(
                ValueError, match=f"^sessions must be at least a second apart .got {most_on_a_day - 1} "
            ):
                sessions(frequency, start, waking_hours=waking_hours)

    @relaxed
    @given(NOT_TOO_OFTEN, STARTS, st.integers(1, 3), st.floats(0, 1), LONG_DAYS)
    def test_end_when_the_weeks_are_over(self, frequency, start, weeks, level, waking_hours):
        """
        They are those without an end that come before the end.
        """
        options = {"level": level, "waking_hours": waking_hours}
        end = start + weeks * 7 * DAY
        bounded = list(sessions(attrs.evolve(frequency, weeks=weeks), start, **options))
        more = list(islice(sessions(attrs.evolve(frequency, weeks=None), start, **options), len(bounded) + 1))

        assert bounded == more[:-1]
        assert end <= more[-1]
        assert all(start <= session < end for session in bounded)

    @relaxed
    @given(NOT_TOO_OFTEN, NAIVE, st.timezones(), LONG_DAYS)
    @example(Frequency(unit=PeriodUnit.HOUR), datetime(2011, 12, 25), ZoneInfo("Pacific/Apia"), AROUND_THE_CLOCK)
    @example(Frequency(4, unit=PeriodUnit.HOUR), datetime(2026, 3, 25), ZoneInfo("Europe/Berlin"), AROUND_THE_CLOCK)
    def test_stay_on_the_wall(self, frequency, moment, zone, waking_hours):
        """
        In any time zone they are at the times of a day without changes, read as calendars read them, in order.
        """
        frequency = attrs.evolve(frequency, weeks=1)
        without_changes = sessions(frequency, moment.replace(tzinfo=UTC), waking_hours=waking_hours)
        expected = {session.replace(tzinfo=zone).astimezone(UTC) for session in without_changes}
        told = sessions(frequency, moment.replace(tzinfo=zone), waking_hours=waking_hours)

        assert sorted(expected) == [session.astimezone(UTC) for session in told]

    @relaxed
    @given(NOT_TOO_OFTEN, NAIVE, st.timezones(), st.integers(1, 3))
    def test_are_those_of_a_calendar(self, frequency, moment, zone, weeks):
        """
        The recurrence rules of a calendar, read by python-dateutil, give the same moments.
        """
        start = moment.replace(microsecond=0, tzinfo=zone)
        frequency = attrs.evolve(frequency, weeks=weeks)
        dates = rruleset()
        for rule in recurrences(frequency, start):
            dates.rrule(rrule(DAILY, dtstart=rule.first, interval=rule.every.days, until=rule.until - SECOND))
        expected = {date.astimezone(UTC) for date in dates}

        assert sorted(expected) == [session.astimezone(UTC) for session in sessions(frequency, start)]
