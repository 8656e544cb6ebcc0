"""
The sessions of the stages of a plan.
"""

from datetime import UTC, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import attrs
import pytest

from stretchlib import Frequency, PeriodUnit, Range, Stage, Weekday, sessions

from .agenda import BERLIN, START, hourly
from .courses import DAILY, OPEN, STRETCH, TWICE, WEEK, listed, plan, routine


def days(what, start=START, **options):
    """
    Return the number of sessions of each stage, and the days of the first and the last.
    """
    found = list(sessions(what, start, **options))
    rows = {}
    for session in found:
        rows.setdefault(session.stage, []).append(f"{session.start:%d %b}")
    return {stage: (len(each), each[0], each[-1]) for stage, each in rows.items()}


class TestPlan:
    """
    "The first stage starts at *start*, and each further one after the weeks or days of the previous one."
    """

    def test_has_stages_of_weeks_and_days(self):
        """
        Two weeks of one routine, ten days of the next.
        """
        two = plan(Stage(routine("Early", DAILY), weeks=2), Stage(routine("Late", TWICE), days=10))

        assert {0: (14, "27 Mar", "09 Apr"), 1: (20, "10 Apr", "20 Apr")} == days(two)

    def test_keeps_local_time(self):
        """
        Stages start at the time of day of the start, though the clocks change on 29 March.
        """
        two = plan(Stage(routine("Early", DAILY), days=3), Stage(routine("Late", DAILY), days=1))

        assert ["27 09:30 Early", "28 09:30 Early", "29 09:30 Early", "30 09:30 Late"] == listed(9, two)

    def test_has_several_routines_in_a_stage(self):
        """
        Sessions at the same moment are in the order of the routines.
        """
        morning, evening = (Frequency(times_of_day=[time(hour)]) for hour in (8, 20))
        stage = Stage([routine("Evening", evening), routine("Also", evening), routine("Morning", morning)], days=1)

        assert ["27 20:00 Evening", "27 20:00 Also", "28 08:00 Morning"] == listed(9, plan(stage))

    def test_alternates_days(self):
        """
        A on Mondays and Thursdays, B on Tuesdays and Fridays.
        """
        a = routine("A", Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY]))
        b = routine("B", Frequency(weekdays=[Weekday.TUESDAY, Weekday.FRIDAY]))

        assert ["27 09:30 B", "30 09:30 A", "31 09:30 B", "02 09:30 A", "03 09:30 B"] == listed(5, plan(Stage([a, b])))

    def test_performs_a_routine_without_a_frequency_once_a_stage(self):
        """
        "At the start of its stage."
        """
        stages = [Stage([routine("Test"), routine("Daily", DAILY)], days=2)] * 2

        assert [
            "27 09:30 Test",
            "27 09:30 Daily",
            "28 09:30 Daily",
            "29 09:30 Test",
            "29 09:30 Daily",
            "30 09:30 Daily",
        ] == listed(9, plan(*stages))

    def test_ends_with_the_frequency_or_the_stage(self):
        """
        "Whichever is first."
        """
        short, long = (routine("Daily", Frequency(days=count)) for count in (3, 30))

        assert {0: (3, "27 Mar", "29 Mar"), 1: (7, "03 Apr", "09 Apr")} == days(
            plan(Stage(short, weeks=1), Stage(long, weeks=1))
        )

    @pytest.mark.parametrize(("level", "count"), [(0, 4 * 7 + 2 * 7), (1, 6 * 7 + 3 * 7)])
    def test_takes_ranges_at_a_level(self, level, count):
        """
        "4 to 6 weeks once a day, then one week 2 to 3 times a day."
        """
        two = plan(
            Stage(routine("Early", DAILY), weeks=Range(4, 6)), Stage(routine("Late", Frequency(Range(2, 3))), weeks=1)
        )

        assert count == len(list(sessions(two, START, level=level)))

    def test_uses_at_for_frequencies_without_times_of_day(self):
        """
        Other frequencies ignore *at*.
        """
        fixed = routine("Fixed", Frequency(times_of_day=[time(12)]))
        often = routine("Often", hourly(5))
        stage = Stage([routine("Open", DAILY), fixed, often], days=1)

        assert [
            "27 12:00 Fixed",
            "27 13:00 Often",
            "27 18:00 Open",
            "27 18:00 Often",
            "28 08:00 Often",
        ] == listed(9, plan(stage), at=time(18))

    @pytest.mark.parametrize("times", [lambda *at: at, lambda *at: iter(at)], ids=["tuple", "iterator"])
    def test_uses_at_for_all_frequencies(self, times):
        """
        Several frequencies share *at* and the waking hours, also if these are iterators.
        """
        both = [routine("Calves", TWICE), routine("Knees", TWICE)]
        options = {"at": times(time(10), time(18)), "waking_hours": times(time(9), time(21))}

        assert [
            "27 10:00 Calves",
            "27 10:00 Knees",
            "27 18:00 Calves",
            "27 18:00 Knees",
        ] == listed(9, plan(Stage(both, days=1)), **options)

    def test_never_ends_without_weeks(self):
        """
        A stage without weeks or days never ends by itself.
        """
        endless = plan(Stage(routine("Early", DAILY)), Stage(routine("Late", DAILY)))

        assert {"Early"} == {each.routine.name for each in islice(sessions(endless, START), 1000)}

    @pytest.mark.parametrize(
        "early",
        [
            [routine("Early", Frequency(3, unit=PeriodUnit.WEEK, weeks=6))],
            [routine("Test")],
            [routine("Test"), routine("Early", Frequency(days=3), [attrs.evolve(STRETCH, frequency=TWICE)])],
        ],
        ids=["weeks", "once", "days of its exercises"],
    )
    def test_is_refused_if_a_stage_never_starts(self, early):
        """
        "3 times a week for 6 weeks, then": the weeks of a frequency do not end a stage.
        """
        late = Stage(routine("Late", DAILY), days=1)
        with pytest.raises(ValueError) as refused:
            sessions(plan(Stage(early), late), START)

        assert (
            "stage 0 must have weeks, days or a goal, or stage_starts must name stage 1: "
            "stage 0 has a last session but no end, so stage 1 would never start"
        ) == str(refused.value)

        with pytest.raises(
            ValueError, match="^stage 1 must have .* name stage 2: stage 1 .*, so stage 2 would never st"
        ):
            sessions(plan(Stage(early, weeks=1), Stage(early), late), START)

        for what, starts in (
            (plan(Stage(early, weeks=6), late), {}),
            (plan(Stage(early), late), {1: START + WEEK}),
            (plan(Stage(early, goal="hop"), late), {}),
            (plan(late, Stage(early)), {}),
        ):
            assert list(sessions(what, START, stage_starts=starts))

    def test_ends_with_the_calendar(self):
        """
        Stages that would start after its last day never do.
        """
        long = plan(Stage(routine("Early", DAILY), weeks=10**6), Stage(routine("Late", DAILY), weeks=1))

        assert ["30 00:00 Early", "31 00:00 Early"] == listed(9, long, datetime(9999, 12, 30, tzinfo=UTC))

    def test_is_lazy(self):
        """
        Only the sessions that are taken are computed.
        """
        often = Frequency(every=1, unit=PeriodUnit.MINUTE)
        long = plan(*[Stage(routine("Often", often), weeks=50_000)] * 5)

        assert ["27 09:30 Often", "27 09:31 Often"] == listed(2, long)


class TestStageStarts:
    """
    "With an entry in *stage_starts*, a stage starts at that moment instead, earlier or later."
    """

    TWO = plan(Stage(routine("Early", DAILY), weeks=2), Stage(routine("Late", DAILY), weeks=1))

    def test_end_a_stage_early(self):
        """
        A stage ends early if the next one starts early.
        """
        found = days(self.TWO, stage_starts={1: START + WEEK})

        assert {0: (7, "27 Mar", "02 Apr"), 1: (7, "03 Apr", "09 Apr")} == found

    def test_may_prolong_a_stage(self):
        """
        "until then the stage before it goes on".
        """
        found = days(self.TWO, stage_starts={1: START + 3 * WEEK})

        assert {0: (21, "27 Mar", "16 Apr"), 1: (7, "17 Apr", "23 Apr")} == found

    def test_end_stages_that_have_no_weeks(self):
        """
        A stage without weeks or days lasts until the start of the next one is given.
        """
        found = days(OPEN, stage_starts={1: START + WEEK, 2: START + 2 * WEEK})

        assert {0: (7, "27 Mar", "02 Apr"), 1: (7, "03 Apr", "09 Apr"), 2: (7, "10 Apr", "16 Apr")} == found

    def test_set_the_time_of_day(self):
        """
        A stage that starts at noon has its sessions at noon, including the first day.
        """
        starts = {1: datetime(2026, 3, 28, 12, tzinfo=BERLIN)}

        assert ["27 09:30 Early", "28 09:30 Early", "28 12:00 Late", "29 12:00 Late"] == listed(
            4, self.TWO, stage_starts=starts
        )

    def test_may_skip_a_stage(self):
        """
        If two stages start at the same moment, the first one has no sessions.
        """
        found = days(OPEN, stage_starts={1: START + WEEK, 2: START + WEEK})

        assert {0: (7, "27 Mar", "02 Apr"), 2: (7, "03 Apr", "09 Apr")} == found

    def test_may_be_in_another_time_zone(self):
        """
        From then on, times are in the new zone.
        """
        starts = {1: datetime(2026, 3, 29, 9, tzinfo=ZoneInfo("Asia/Tokyo"))}

        assert [
            "2026-03-27 09:30:00+01:00",
            "2026-03-28 09:30:00+01:00",
            "2026-03-29 09:00:00+09:00",
            "2026-03-30 09:00:00+09:00",
        ] == [str(each.start) for each in islice(sessions(self.TWO, START, stage_starts=starts), 4)]

    def test_keep_the_order_when_clocks_change(self):
        """
        A stage ends at 3:00, and its last session at half past two is put forward to half past three.
        """
        start = datetime(2026, 3, 28, 3, tzinfo=BERLIN)
        early, late = (
            routine(name, Frequency(times_of_day=[time(*clock)]))
            for name, clock in (("Early", (2, 30)), ("Late", (3, 0)))
        )

        assert ["29 03:00 Late", "29 03:30 Early"] == listed(2, plan(Stage(early, days=1), Stage(late)), start)
