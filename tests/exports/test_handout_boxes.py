"""
The boxes to tick of a handout.
"""

from datetime import UTC, datetime, time
from itertools import islice

import pytest
from hypothesis import example, given, reject

from stretchlib import Exercise, Frequency, Move, PeriodUnit, Plan, Range, Rest, Routine, Stage, Weekday, sessions
from stretchlib.exports.handout import to_markdown
from stretchlib.testing import frequencies

from .handouts import PLAN, page, relaxed, texts


def boxes(document):
    """
    Return the number of boxes to tick of each routine.
    """
    return [
        len(place.findall("span[@class='box']")) for place in document.iter("p") if place.get("class") == "sessions"
    ]


def headings_of_boxes(document):
    return texts(document, "p[@class='sessions']/span[@dir]")


class TestBoxes:
    @pytest.mark.parametrize("sessions", [0, 1, 28])
    def test_has_boxes_to_tick(self, sessions):
        """
        Each routine has the given number of boxes.
        """
        boxes = texts(page(PLAN, sessions=sessions), "span[@class='box']")

        assert 3 * [str(number) for number in range(1, sessions + 1)] == boxes

    @pytest.mark.parametrize(
        ("frequency", "count"),
        [
            (Frequency(3, unit=PeriodUnit.WEEK, weeks=6), 18),
            (Frequency(Range(2, 3), unit=PeriodUnit.WEEK, weeks=Range(4, 6)), 18),
            (Frequency(2, days=10), 20),
            (Frequency(every=2, days=9), 5),
            (Frequency(3, unit=PeriodUnit.WEEK, days=10), 5),
            (Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=10), 3),
            (Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=12), 4),
            (Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=4), 2),
            (Frequency(weekdays=[Weekday.MONDAY], days=13), 2),
            (Frequency(weekdays=[Weekday.MONDAY], days=15), 3),
            (Frequency(every=2, times_of_day=[time(8), time(20)], days=3), 4),
            (Frequency(every=2, times_of_day=[time(8), time(20)], days=4), 4),
            (Frequency(every=2, times_of_day=[time(8), time(14), time(20)], days=3), 6),
            (Frequency(2, weeks=10**30), 100),
            (Frequency(2), 14),
            (Frequency(every=2, unit=PeriodUnit.HOUR, days=3), 21),
            (Frequency(every=36, unit=PeriodUnit.HOUR, days=3), 2),
            (Frequency(every=2, unit=PeriodUnit.HOUR), 14),
            (Frequency(10**30, unit=PeriodUnit.MINUTE, days=1), 100),
            (Frequency(every=10**30, unit=PeriodUnit.HOUR, days=1), 1),
            (None, 14),
        ],
        ids=str,
    )
    def test_has_a_box_for_each_session(self, frequency, count):
        """
        The number of boxes is the prescribed number, at most 100, otherwise 14.
        """
        routine = Routine("Rest", [Rest(5)], frequency=frequency)
        plan = Plan("Rest", [Stage(routine, days=1), Stage(routine)])
        [once] = boxes(page(Plan("Rest", [Stage(Routine("Rest", [Rest(5)], frequency=Frequency(5)), days=1)])))

        assert [count] == boxes(page(routine))
        assert count == boxes(page(plan))[1]
        assert 5 == once

    @relaxed
    @example(Frequency(every=2, unit=PeriodUnit.HOUR, days=3))
    @example(Frequency(weekdays=[Weekday.MONDAY, Weekday.FRIDAY], days=10))
    @given(frequencies())
    def test_has_a_box_for_each_day_of_its_calendar(self, frequency):
        """
        There are as many boxes as `sessions` has sessions at level 1, if it starts at midnight of the best day.
        """
        routine = Routine("Rest", [Rest(5)], frequency=frequency)
        days = [datetime(2026, 3, day, tzinfo=UTC) for day in range(1, 8)]

        try:
            counts = [len([*islice(sessions(routine, day, level=1), 100)]) for day in days]
        except ValueError:
            # It refuses several sessions in a second.
            reject()
        is_limited = frequency.weeks is not None or frequency.days is not None
        assert [max(counts) if is_limited else 14] == boxes(page(routine))

    def test_has_a_row_of_boxes_for_each_frequency(self):
        """
        Exercises with a frequency of their own have sessions, and boxes, of their own.
        """
        squat, walk = Exercise("Squat", Move(20)), Exercise("Walk", Move(600), frequency=Frequency(3))
        routine = Routine("Legs", [squat, walk], frequency=Frequency(weeks=1))
        document = page(routine)

        assert [7, 21] == boxes(document)
        assert ["Done, once a day for 1 week", "Done, 3 times a day for 1 week"] == headings_of_boxes(document)
        assert "\nDone, once a day for 1 week: ☐ 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5 ☐ 6 ☐ 7\n" in to_markdown(routine)
        assert ["Done"] == headings_of_boxes(page(routine, sessions=5))

    def test_has_boxes_for_exercises_without_a_frequency(self):
        """
        They have 14, and their heading does not name a frequency.
        """
        squat = Exercise("Squat", Move(20))
        walk = Exercise("Walk", Move(600), frequency=Frequency(3, days=10))
        document = page(Routine("Legs", [squat, walk]))

        assert [14, 30] == boxes(document)
        assert ["Done", "Done, 3 times a day for 10 days"] == headings_of_boxes(document)

    @pytest.mark.parametrize(
        ("own", "common", "count", "fact"),
        [
            (Frequency(3), Frequency(weeks=1), 21, "3 times a day for 1 week"),
            (Frequency(3, days=10), None, 30, "3 times a day for 10 days"),
        ],
    )
    def test_shows_the_frequency_of_its_exercises(self, own, common, count, fact):
        """
        If all exercises have the same frequency, it is that of the page, which has a single row of boxes.
        """
        walk = Exercise("Walk", Move(600), frequency=own)
        document = page(Routine("Legs", [walk], frequency=common))

        assert [count] == boxes(document)
        assert ["Done"] == headings_of_boxes(document)
        assert fact == texts(document, "li")[0]
        assert ["Keep moving for 10 minutes."] == texts(document, "p[@class='dose']")
