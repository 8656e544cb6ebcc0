"""
Laws of the sessions of every plan.
"""

from datetime import UTC, datetime, timedelta
from itertools import takewhile

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchlib import Exercise, Frequency, Hold, PeriodUnit, Plan, Routine, Stage, Weekday, sessions
from stretchlib.testing import counts, routines

from .calendar_by_hand import length, sessions_by_hand

relaxed = settings(max_examples=60)
DAY = timedelta(days=1)
STARTS = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
CLOCK_TIMES = st.times().map(lambda clock: clock.replace(microsecond=0))
OFTEN = st.one_of(
    st.builds(Frequency, counts(max_value=4), every=st.integers(1, 4), weeks=st.none() | counts(max_value=3)),
    st.builds(Frequency, counts(max_value=4), unit=st.just(PeriodUnit.WEEK), days=st.none() | counts(max_value=20)),
    st.builds(Frequency, every=st.integers(1, 40), unit=st.just(PeriodUnit.HOUR)),
    st.builds(Frequency, weekdays=st.lists(st.sampled_from(Weekday), min_size=1, unique=True)),
    st.builds(Frequency, times_of_day=st.lists(CLOCK_TIMES, min_size=1, max_size=3, unique=True)),
)
EXERCISES = st.builds(Exercise, st.sampled_from("abc"), st.just(Hold(5)), frequency=st.none() | OFTEN)
ROUTINES = st.builds(
    Routine, st.sampled_from(["A", "B"]), st.lists(EXERCISES, min_size=1, max_size=3), frequency=st.none() | OFTEN
)
STAGES = st.builds(
    Stage, st.lists(ROUTINES, min_size=1, max_size=2), weeks=st.none() | counts(max_value=2)
) | st.builds(Stage, st.lists(ROUTINES, min_size=1, max_size=2), days=counts(max_value=9))
PLANS = st.builds(Plan, st.just("Plan"), st.lists(STAGES, min_size=1, max_size=4))


@st.composite
def started(draw):
    """
    Generate a plan with a start, and with starts of some stages, including those that would never start otherwise.
    """
    plan, start, level = draw(PLANS), draw(STARTS), draw(st.sampled_from([0, 0.5, 1]))
    begin, starts = start, {}
    for index, stage in enumerate(plan.stages[:-1], start=1):
        lasts = length(stage, level)
        if lasts is None or draw(st.booleans()):
            starts[index] = begin + draw(st.timedeltas(timedelta(), 12 * DAY)) // timedelta(seconds=1) * timedelta(
                seconds=1
            )
        begin = starts.get(index, begin + (lasts or DAY))
    return plan, start, starts, level


class TestSessions:
    """
    "Yield all sessions of a routine or a plan, in time order."
    """

    @relaxed
    @given(started(), st.sampled_from([None, 5, 30]))
    def test_equal_a_paper_calendar(self, course, horizon):
        """
        The sessions equal those found day by day.
        """
        plan, start, starts, level = course
        end = start + (horizon or 40) * DAY
        aware = {index: moment.replace(tzinfo=UTC) for index, moment in starts.items()}

        found = [
            (each.start.replace(tzinfo=None), each.stage, each.routine.name, [item.name for item in each.routine.items])
            for each in takewhile(
                lambda each: each.start < end.replace(tzinfo=UTC),
                sessions(plan, start.replace(tzinfo=UTC), stage_starts=aware, level=level),
            )
        ]

        assert sessions_by_hand(plan, start, starts, end, level=level) == found

    @relaxed
    @given(started(), st.timezones())
    def test_keep_local_time(self, course, zone):
        """
        In any time zone, they have the local times of a day without clock changes, in order.
        """
        plan, start, starts, level = course
        end = start.replace(tzinfo=UTC) + 30 * DAY

        def rows(zone, until):
            aware = {index: moment.replace(tzinfo=zone) for index, moment in starts.items()}
            found = sessions(plan, start.replace(tzinfo=zone), stage_starts=aware, level=level)
            return [
                (each.start.replace(tzinfo=zone), each.stage, each.routine)
                for each in takewhile(lambda each: each.start.astimezone(UTC) < until, found)
            ]

        # In the zone, a moment may differ by a day and a half, and a skipped time by another day.
        expected = {(moment.replace(tzinfo=zone).astimezone(UTC), *row) for moment, *row in rows(UTC, end + 3 * DAY)}
        found = [(moment.astimezone(UTC), *row) for moment, *row in rows(zone, end)]

        assert {row for row in expected if row[0] < end} == set(found)
        assert [moment for moment, *_ in found] == sorted(moment for moment, *_ in found)


def exercises_of(routine):
    return [item for _, item in routine.walk() if isinstance(item, Exercise)]


class TestSplitByFrequency:
    """
    "Return a routine for each frequency of the exercises, in order of first appearance."
    """

    @relaxed
    @given(routines())
    def test_keeps_each_exercise_in_one_part(self, routine):
        """
        In its order; and a part cannot be split further.
        """
        parts = routine.split_by_frequency()
        exercises, split = exercises_of(routine), [exercises_of(part) for part in parts]

        assert sorted(map(repr, exercises)) == sorted(repr(each) for part in split for each in part)
        assert all([each for each in exercises if each in part] == part for part in split if part)
        assert [(part,) for part in parts] == [part.split_by_frequency() for part in parts]
        assert len(parts) == len({part.frequency for part in parts})

    @relaxed
    @given(routines())
    def test_drops_no_rest_with_one_frequency(self, routine):
        """
        A routine of one frequency is kept whole.
        """
        daily = attrs.evolve(routine, frequency=Frequency())
        for path, item in routine.walk():
            if isinstance(item, Exercise):
                daily = daily.replace(path, attrs.evolve(item, frequency=None))

        assert (daily,) == daily.split_by_frequency()
