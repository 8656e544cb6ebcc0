"""
The limits of workout files, and hostile names.
"""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from stretchlib import (
    Exercise,
    ExportError,
    Hold,
    Move,
    Repetitions,
    Rest,
    Routine,
    schedule,
)
from stretchlib.catalog import BACK_PAIN_RELIEF
from stretchlib.exports.fit import to_fit

from ..shorthand import STILL
from .fit import read, steps_of
from .hostile import NAMES, NO_MOMENTS, UNTIL_THE_END_OF_TIME, on_one_line


class TestLimits:
    """
    The limits of the format, and their messages.
    """

    def test_refuses_more_steps_than_the_limit(self):
        """
        A workout that is too long is refused with the limit.
        """
        routine = Routine("Long", [Exercise(f"Move {number}", Move(10)) for number in range(26)])

        with pytest.raises(
            ExportError,
            match="^a workout must have at most 50 steps, but <Timeline of 'Long': 52 steps, .* needs 52, even with",
        ):
            to_fit(schedule(routine))

    @pytest.mark.parametrize(("length", "shown"), [(254, "x" * 254), (255, "x" * 251 + "…")], ids=str)
    def test_shortens_long_texts(self, length, shown):
        """
        A text takes at most 254 bytes.
        """
        [step] = steps_of(to_fit(schedule(Routine("Neck", [Exercise("x" * length, Hold(5))]), STILL)))

        assert shown == step["wkt_step_name"]

    def test_counts_up_to_32_bits(self):
        """
        The largest number of 32 bits means "no value"; the one before it is a number.
        """
        most = 2**32 - 2
        [step] = steps_of(to_fit(schedule(Routine("Neck", [Exercise("Nod", Repetitions(most, Move()))]), STILL)))

        assert most == step["duration_reps"]

    def test_can_have_more_steps(self):
        """
        The caller can raise the limit.
        """
        routine = Routine("Long", [Exercise(f"Move {number}", Move(10)) for number in range(26)])

        assert 52 == len(steps_of(to_fit(schedule(routine), max_steps=52)))

    def test_refuses_a_gigantic_timeline_at_once(self):
        """
        The timeline is not unrolled.
        """
        inner = Exercise("Inner", Repetitions(10**6, [Hold(1), Repetitions(10**6, Hold(1))]))

        with pytest.raises(ExportError, match=r"at most 50 steps, but .* needs \d+, even with repeats$"):
            to_fit(schedule(Routine("Gigantic", [inner])))

    @pytest.mark.parametrize(
        ("work", "what"),
        [
            (Repetitions(10**10, Move()), "movements"),
            (Repetitions(10**10, Hold(1)), "times"),
            (Hold(timedelta(days=50)), "milliseconds"),
        ],
    )
    def test_refuses_numbers_that_the_format_cannot_hold(self, work, what):
        """
        A number of more than 32 bits is refused with the limit.
        """
        timeline = schedule(Routine("Long", [Exercise("Exercise", work)]))

        with pytest.raises(ExportError, match=f"the {what} of a step must be at most 4294967294"):
            to_fit(timeline)

    def test_refuses_the_longest_step(self):
        """
        The longest step is refused like any other that is too long.
        """
        with pytest.raises(ExportError, match="the milliseconds of a step must be at most 4294967294"):
            to_fit(UNTIL_THE_END_OF_TIME)

    @pytest.mark.parametrize(("created", "error", "sentence"), NO_MOMENTS.values(), ids=NO_MOMENTS)
    def test_refuses_a_time_without_zone(self, created, error, sentence):
        """
        The time of creation must have a time zone.
        """
        with pytest.raises(error, match=sentence):
            to_fit(schedule(BACK_PAIN_RELIEF), created=created)

    @pytest.mark.parametrize(
        ("created", "too_far"),
        [
            (datetime(1998, 7, 3, 21, 24, 16, tzinfo=UTC), -timedelta.resolution),
            (datetime(2126, 2, 6, 6, 28, 14, tzinfo=UTC), timedelta.resolution),
        ],
        ids=["earliest", "latest"],
    )
    def test_accepts_all_moments_of_the_format(self, created, too_far):
        """
        The format counts seconds in 32 bits, and small numbers have another meaning.
        """
        timeline = schedule(BACK_PAIN_RELIEF)

        [file] = read(to_fit(timeline, created=created))["file_id"]

        assert created == file["time_created"]
        with pytest.raises(ExportError, match=r"^a workout must be created from 1998-07-03 .* to 2126-02-06 .* \(got "):
            to_fit(timeline, created=created + too_far)

    @pytest.mark.parametrize("year", [1, 1970, 9999])
    def test_refuses_other_moments(self, year):
        """
        Also at both ends of the calendar, in any time zone.
        """
        for zone in (UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=14))):
            with pytest.raises(ExportError, match="a workout must be created from 1998"):
                to_fit(schedule(BACK_PAIN_RELIEF), created=datetime(year, 1, 1, tzinfo=zone))

    @pytest.mark.parametrize(
        ("max_steps", "error", "sentence"),
        [
            (-5, ValueError, r"^max_steps must be at least 1 \(got -5\)$"),
            (0, ValueError, r"^max_steps must be at least 1 \(got 0\)$"),
            ("50", TypeError, r"^max_steps must be a whole number \(got '50'\)$"),
            (2.5, TypeError, r"^max_steps must be a whole number \(got 2.5\)$"),
        ],
    )
    def test_refuses_other_limits(self, max_steps, error, sentence):
        """
        The limit is at least one step.
        """
        with pytest.raises(error, match=sentence):
            to_fit(schedule(BACK_PAIN_RELIEF), max_steps=max_steps)

    def test_has_at_most_as_many_steps_as_the_format(self):
        """
        Indices have 12 bits, even if the watch accepts more steps.
        """

        def steps(count):
            routine = Routine("Long", [Rest(1, label=f"{number}") for number in range(count)])
            return steps_of(to_fit(schedule(routine, STILL), max_steps=10**30))

        assert list(range(4095)) == [step["message_index"] for step in steps(4096)[:-1]]
        with pytest.raises(ExportError, match="^a workout must have at most 4096 steps, but .* needs 4097, even with"):
            steps(4097)

    def test_refuses_other_values(self):
        """
        A routine that was not scheduled is refused.
        """
        with pytest.raises(TypeError, match="^timeline must be a Timeline"):
            to_fit(BACK_PAIN_RELIEF)

    @pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
    def test_survives_hostile_names(self, name):
        """
        A name is on one line, and shortened after a whole character.
        """
        timeline = schedule(Routine(name, [Exercise(name, Hold(30), instructions=name)]), STILL)
        words = on_one_line(name)

        workout = read(to_fit(timeline))
        [step] = workout["workout_step"]

        for expected, found in (
            (words, workout["workout"][0]["wkt_name"]),
            (words, step["wkt_step_name"]),
            (f"hold: {words}", step["notes"]),
        ):
            kept = found.removesuffix("…")
            assert expected.startswith(kept)
            assert found == kept or 254 - 18 - 3 < len(found.encode()) <= 254
