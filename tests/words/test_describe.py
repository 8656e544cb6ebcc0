"""
Cards, sentences and phrases.
"""

from datetime import time, timedelta

import pytest

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Exercise,
    Frequency,
    Hold,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Side,
    Sidedness,
    Weekday,
    describe,
)

from .cards import CARDS


def seconds(number):
    return timedelta(seconds=number)


def between(low, high):
    return Range(seconds(low), seconds(high))


class TestExercise:
    """
    "An exercise becomes a card: its dose on one line, without its name."
    """

    @pytest.mark.parametrize(("exercise", "card", "_"), CARDS, ids=[card for _, card, _ in CARDS])
    def test_has_a_card(self, exercise, card, _):
        """
        The card has work, sets, rests, sides and frequency.
        """
        assert card == describe(exercise)

    @pytest.mark.parametrize(("exercise", "_", "sentences"), CARDS, ids=[card for _, card, _ in CARDS])
    def test_has_sentences(self, exercise, _, sentences):
        """
        The long form is for paper.
        """
        assert sentences == describe(exercise, long=True)

    def test_shows_its_name_and_card(self):
        """
        `str(exercise)` is its name, a colon and its card.
        """
        stretch = Exercise("Calf stretch", Repetitions(3, Hold(30)))

        assert "Calf stretch: 3 × 30 s" == str(stretch)
        assert repr(stretch).startswith("Exercise(name='Calf stretch', work=Repetitions(count=3, ")

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("Cat: up and down (slowly)", "Cat: up and down (slowly)"),
            ('Say "ah"', r'"Say \"ah\""'),
            ("Cat)(", '"Cat)("'),
            ("Cat :-(", '"Cat :-("'),
            (" Cat", '" Cat"'),
            ("Cat\ncamel", r'"Cat\ncamel"'),
            ("Cat\x85\u2028camel", r'"Cat\u0085\u2028camel"'),
        ],
    )
    def test_is_shown_on_one_line_that_can_be_read(self, name, shown):
        """
        A name that would be read differently is in quotation marks.
        """
        assert f"{shown}: 10 repetitions" == str(Exercise(name, Repetitions(10)))


class TestDuration:
    """
    Multiples of a minute are in minutes; other times under two minutes are in seconds.
    """

    @pytest.mark.parametrize(
        ("duration", "short", "long"),
        [
            (seconds(0), "0 s", "0 seconds"),
            (seconds(0.5), "0.5 s", "0.5 seconds"),
            (seconds(1), "1 s", "1 second"),
            (seconds(0.000001), "0.000001 s", "0.000001 seconds"),
            (seconds(60), "1 min", "1 minute"),
            (seconds(90), "90 s", "90 seconds"),
            (seconds(119.5), "119.5 s", "119.5 seconds"),
            (seconds(150), "2 min 30 s", "2 minutes 30 seconds"),
            (seconds(3600), "1 h", "1 hour"),
            (seconds(5400), "1 h 30 min", "1 hour 30 minutes"),
            (seconds(86399.5), "23 h 59 min 59.5 s", "23 hours 59 minutes 59.5 seconds"),
            (timedelta.max, "23999999999 h 59 min 59.999999 s", "23999999999 hours 59 minutes 59.999999 seconds"),
            (Breaths(1), "1 breath", "1 breath"),
            (Breaths(0.5), "½ breath", "half a breath"),
            (Breaths(1.5), "1½ breaths", "1½ breaths"),
            (Breaths(Range(3, 5)), "3–5 breaths", "3 to 5 breaths"),
            (Breaths(Range.at_least(1)), "at least 1 breath", "at least 1 breath"),
        ],
    )
    def test_has_the_usual_unit(self, duration, short, long):
        """
        Seconds, minutes, hours or breaths.
        """
        assert (short, long) == (describe(duration), describe(duration, long=True))

    @pytest.mark.parametrize(
        ("duration", "short", "long"),
        [
            (between(15, 30), "15–30 s", "15 to 30 seconds"),
            (between(60, 90), "60–90 s", "60 to 90 seconds"),
            (between(60, 120), "1–2 min", "1 to 2 minutes"),
            (between(3600, 7200), "1–2 h", "1 to 2 hours"),
            (between(30, 300), "30 s to 5 min", "30 seconds to 5 minutes"),
            (between(60, 179), "60–179 s", "60 to 179 seconds"),
            (between(90, 180), "90 s to 3 min", "90 seconds to 3 minutes"),
            (between(60, 200), "1 min to 3 min 20 s", "1 minute to 3 minutes 20 seconds"),
            (between(3, 3), "3–3 s", "3 to 3 seconds"),
            (between(0, 0), "0–0 s", "0 to 0 seconds"),
            (Range.at_least(seconds(0)), "at least 0 s", "at least 0 seconds"),
            (Range.up_to(seconds(90)), "up to 90 s", "up to 90 seconds"),
        ],
    )
    def test_shares_the_unit_of_a_range(self, duration, short, long):
        """
        Ranges under three minutes may be in seconds; others share minutes or hours, or have a unit for each end.
        """
        assert (short, long) == (describe(duration), describe(duration, long=True))


class TestCount:
    """
    Counts, and the time for as many as fit.
    """

    @pytest.mark.parametrize(
        ("count", "short", "long"),
        [
            (3, "3", "3"),
            (Range(2, 4), "2–4", "2 to 4"),
            (Range.at_least(2), "at least 2", "at least 2"),
            (Range.up_to(4), "up to 4", "up to 4"),
            (AsManyAsFit(300), "repeat for 5 min", "repeat for 5 minutes"),
        ],
    )
    def test_is_a_number_or_a_range(self, count, short, long):
        """
        A count has no noun.
        """
        assert (short, long) == (describe(count), describe(count, long=True))


class TestSidedness:
    """
    The sides, their order, and the rest between them.
    """

    @pytest.mark.parametrize(
        ("sidedness", "phrase"),
        [
            (Sidedness(), ""),
            (Sidedness.each(), "each side"),
            (Sidedness.each(Side.UNAFFECTED), "each side, unaffected first"),
            (Sidedness.alternating(Side.RIGHT, rest=5), "each side, alternating, right first, rest 5 s between sides"),
            (Sidedness.only(Side.LEFT), "on the left side"),
            (Sidedness.each(rest=0), "each side, no rest between sides"),
            (Sidedness(sides=[Side.LEFT, Side.AFFECTED]), "on the left side, then the affected"),
        ],
    )
    def test_leaves_out_defaults(self, sidedness, phrase):
        """
        Both sides at once are not mentioned, and the left side comes first by default.
        """
        assert phrase == describe(sidedness)


MONDAY, THURSDAY, FRIDAY = Weekday.MONDAY, Weekday.THURSDAY, Weekday.FRIDAY
MINUTE, HOUR, WEEK = PeriodUnit.MINUTE, PeriodUnit.HOUR, PeriodUnit.WEEK


class TestFrequency:
    """
    Frequencies.
    """

    @pytest.mark.parametrize(
        ("frequency", "phrase"),
        [
            (Frequency(), "once a day"),
            (Frequency(2), "twice a day"),
            (Frequency(Range(3, 4)), "3–4 times a day"),
            (Frequency(Range.at_least(1)), "at least once a day"),
            (Frequency(Range.up_to(3)), "up to 3 times a day"),
            (Frequency(every=2), "every other day"),
            (Frequency(every=3), "every 3 days"),
            (Frequency(unit=WEEK), "once a week"),
            (Frequency(3, unit=WEEK, weeks=Range(4, 6)), "3 times a week for 4–6 weeks"),
            (Frequency(every=2, unit=WEEK), "every other week"),
            (Frequency(2, every=2, unit=WEEK), "twice every 2 weeks"),
            (Frequency(unit=HOUR), "every hour"),
            (Frequency(10, unit=HOUR), "10 times an hour"),
            (Frequency(every=2, unit=HOUR), "every 2 hours"),
            (Frequency(3, every=2, unit=HOUR), "3 times in 2 hours"),
            (Frequency(every=20, unit=MINUTE), "every 20 minutes"),
            (Frequency(weekdays=[THURSDAY, MONDAY]), "on Mondays and Thursdays"),
            (Frequency(2, weekdays=[MONDAY, THURSDAY, FRIDAY]), "twice a day on Mondays, Thursdays and Fridays"),
            (Frequency(times_of_day=[time(20, 30, 15)], every=2), "every other day at 20:30:15"),
            (Frequency(times_of_day=[time(8), time(20)], days=10), "twice a day at 8:00 and 20:00 for 10 days"),
            (Frequency(weeks=1), "once a day for 1 week"),
        ],
    )
    def test_has_usual_words(self, frequency, phrase):
        """
        Once, twice, every other day.
        """
        assert phrase == describe(frequency)


class TestDescribe:
    """
    "anything else a phrase", or an error.
    """

    def test_describes_a_rest(self):
        """
        A rest item has a line like an exercise.
        """
        assert "Rest 2 min: walk about" == describe(Rest(120, label="walk about"))

    @pytest.mark.parametrize("value", ["text", None, 2.5, True, Range(0.5, 2.5), [Hold(3)]])
    def test_refuses_other_values(self, value):
        """
        Values of other classes are refused.
        """
        with pytest.raises(TypeError, match=r"^value(\.low)? must be "):
            describe(value)

    @pytest.mark.parametrize(
        ("value", "sentence"),
        [
            (timedelta(-1), "value must be at least 0 seconds (got -86400)"),
            (between(-1, 5), "value.low must be at least 0 seconds (got -1)"),
            (Range.up_to(seconds(-1)), "value.high must be at least 0 seconds (got -1)"),
            (-timedelta.resolution, "value must be at least 0 seconds (got -1e-06)"),
            (0, "value must be at least 1 (got 0)"),
            (Range(0, 2), "value.low must be at least 1 (got 0)"),
        ],
        ids=str,
    )
    def test_refuses_values_outside_the_model(self, value, sentence):
        """
        A count is at least 1, and a duration at least 0.
        """
        with pytest.raises(ValueError) as refused:
            describe(value)

        assert sentence == str(refused.value)
        assert "0 s" == describe(timedelta())

    def test_refuses_other_languages(self):
        """
        Only a `Language` is accepted.
        """
        with pytest.raises(TypeError, match=r"^language must be a Language \(got 'de'\)$"):
            describe(3, language="de")
