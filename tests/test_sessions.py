"""
Sessions of routines and plans.
"""

from datetime import date, datetime, time, timedelta
from itertools import islice

import attrs
import pytest

from stretchlib import Circuit, Exercise, Frequency, Repetitions, Rest, Session, Stage, sessions

from .agenda import START, hourly
from .courses import DAILY, OPEN, RAISES, STRETCH, TWICE, WEEK, listed, plan, routine


class TestRoutine:
    """
    Sessions of a routine, in time order.
    """

    def test_is_performed_at_its_own_frequency(self):
        """
        A session names the moment and the routine.
        """
        daily = routine("Daily", DAILY)

        first, second = islice(sessions(daily, START), 2)

        assert Session(start=START, routine=daily, stage=0) == first
        assert Session(start=START + timedelta(days=1), routine=daily, stage=0) == second

    def test_without_a_frequency_is_performed_once(self):
        """
        At the start, whatever the times of day.
        """
        assert ["27 09:30 Once"] == listed(9, routine("Once"), at=time(20))

    def test_is_split_by_the_frequencies_of_its_exercises(self):
        """
        Exercises with a frequency of their own have sessions of their own.
        """
        often = Exercise("Pumps", Repetitions(10), frequency=hourly(4))
        both = routine("Ankle", Frequency(times_of_day=[time(12)]), [STRETCH, Circuit([often, RAISES])])

        found = [
            (f"{each.start:%H:%M}", [item.name for _, item in each.routine.walk() if isinstance(item, Exercise)])
            for each in islice(sessions(both, START), 4)
        ]

        assert [
            ("12:00", ["Stretch", "Raises"]),
            ("12:00", ["Pumps"]),
            ("16:00", ["Pumps"]),
            ("20:00", ["Pumps"]),
        ] == found

    def test_ends_with_its_weeks_or_days(self):
        """
        Exercises with a frequency of their own end as well.
        """
        often = Exercise("Pumps", Repetitions(10), frequency=TWICE)

        assert 3 + 2 * 3 == len(list(sessions(routine("Ankle", Frequency(days=3), [STRETCH, often]), START)))

    def test_of_rests_alone_is_performed(self):
        """
        A pause to remember is a routine, too.
        """
        assert ["27 09:30 Look away", "28 09:30 Look away"] == listed(2, routine("Look away", DAILY, [Rest(20)]))


class TestRefusals:
    """
    Invalid arguments are refused immediately, before the first session.
    """

    STARTS = {1: START + WEEK}

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            ({"what": STRETCH}, "what must be a Plan or a Routine (got Exercise(name='Stretch', "),
            ({"start": date(2026, 3, 27)}, "start must be a datetime (got datetime.date(2026, 3, 27))"),
            ({"stage_starts": [1]}, "stage_starts must be a Mapping (got [1])"),
            ({"stage_starts": {3: START}}, "stage_starts must name stages from 1 to 2 (got 3)"),
            ({"stage_starts": {0: START}}, "stage_starts must name stages from 1 to 2 (got 0)"),
            (
                {"what": plan(*[Stage(routine("Daily", DAILY))] * 4), "stage_starts": {4: START}},
                "stage_starts must name stages from 1 to 3 (got 4)",
            ),
            ({"stage_starts": {"1": START}}, "stage_starts must name stages from 1 to 2 (got '1')"),
            ({"stage_starts": {1: None}}, "stage_starts[1] must be a datetime (got None)"),
            (
                {"stage_starts": {1: datetime(2026, 4, 1)}},
                "stage_starts[1] must have a time zone (got '2026-04-01T00:00:00')",
            ),
            (
                {"stage_starts": {1: START - WEEK}},
                "stage_starts[1] must not be before 2026-03-27T09:30:00+01:00, the start of stage 0 (got '2026-03-20",
            ),
            (
                {"stage_starts": STARTS | {2: START}},
                "stage_starts[2] must not be before 2026-04-03T09:30:00+02:00, the start of stage 1 (got '2026-03-27",
            ),
            (
                {"stage_starts": {2: START}},
                "stage_starts[2] must be left out if stage 1 never starts (got '2026-03-27T09:30:00+01:00')",
            ),
            (
                {"what": plan(*[Stage(routine("Daily", DAILY))] * 4), "stage_starts": {3: START}},
                "stage_starts[3] must be left out if stage 2 never starts (got '2026-03-27T09:30:00+01:00')",
            ),
            (
                {
                    "what": plan(*[Stage(routine("Daily", DAILY), weeks=1)] * 4),
                    "stage_starts": {3: START},
                },
                "stage_starts[3] must not be before 2026-04-10T09:30:00+02:00, the start of stage 2 (got '2026-03-27",
            ),
            (
                {"what": routine("Daily", DAILY), "stage_starts": STARTS},
                "stage_starts must be empty for a single stage (got 1)",
            ),
            (
                {"at": [time(8), time(20)]},
                "routine 'Early': at must have as many times as a day has occurrences, 1, or the frequency times",
            ),
            ({"at": 18}, "at must be a time of day, or several (got 18)"),
            ({"what": routine("Once"), "at": []}, "at must not be empty (got [])"),
            ({"waking_hours": [time(8)]}, "waking_hours must be two times of day (got (datetime.time(8, 0),))"),
            ({"level": 2}, "level must be from 0 to 1 (got 2.0)"),
        ],
        ids=str,
    )
    def test_say_why(self, arguments, sentence):
        """
        One sentence names the argument, the rule and the value.
        """
        arguments = {"what": OPEN, "start": START} | arguments
        with pytest.raises((TypeError, ValueError)) as refused:
            sessions(arguments.pop("what"), arguments.pop("start"), **arguments)

        assert str(refused.value).startswith(sentence)

    @pytest.mark.parametrize(
        ("frequency", "at", "place"),
        [
            (DAILY, [time(18)], "exercise 'Raises' of routine 'Knee'"),
            (DAILY, [time(8), time(20)], "routine 'Knee'"),
            (Frequency(days=5), [time(18)], "exercise 'Raises' of routine 'Knee'"),
            (None, [time(18)], "exercise 'Raises' of routine 'Knee'"),
        ],
    )
    def test_name_the_exercise(self, frequency, at, place):
        """
        An exercise may have a frequency that needs another number of times.
        """
        twice_a_day = attrs.evolve(RAISES, frequency=TWICE)
        with pytest.raises(ValueError) as refused:
            sessions(routine("Knee", frequency, [STRETCH, Circuit([Rest(5), twice_a_day])]), START, at=at)

        assert str(refused.value).startswith(f"{place}: at must have as many times as a day has occurrences, ")

    def test_have_a_remedy(self):
        """
        A frequency with times of day ignores *at*.
        """
        at_meals = attrs.evolve(RAISES, frequency=Frequency(times_of_day=[time(12), time(19)]))
        mixed = routine("Knee", Frequency(days=1), [STRETCH, at_meals])

        assert ["27 12:00 Knee", "27 18:00 Knee", "27 19:00 Knee"] == listed(9, mixed, at=time(18))
