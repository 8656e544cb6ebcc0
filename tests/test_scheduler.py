"""
Scheduling, and time limits.
"""

import pickle
from datetime import timedelta

import pytest

from stretchlib import (
    AsManyAsFit,
    Circuit,
    DoesNotFitError,
    Exercise,
    Hold,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    ScheduleError,
    Timeline,
    schedule,
)

from .shorthand import STILL

TEN_TO_TWENTY = Routine("Neck", [Exercise("Chin tuck", Hold(Range(10, 20)))])


class TestSchedule:
    """
    `schedule` makes a timeline.
    """

    def test_returns_a_timeline(self):
        """
        Without a limit, it returns the `Timeline`.
        """
        pacing = Pacing(level=0.3)

        assert Timeline(TEN_TO_TWENTY, pacing) == schedule(TEN_TO_TWENTY, pacing)

    def test_has_a_default_pacing(self):
        """
        Without a pacing it is the usual one.
        """
        assert Timeline(TEN_TO_TWENTY, Pacing()) == schedule(TEN_TO_TWENTY)


class TestWithin:
    """
    The highest level of 0, 0.01, 0.02 … 1 whose timeline is not longer than the time.
    """

    @pytest.mark.parametrize(("within", "level"), [(10, 0.04), (15, 0.54), (19, 0.94), (20, 1.0), (3600, 1.0)])
    def test_takes_the_highest_level_that_fits(self, within, level):
        """
        Levels are hundredths; durations are rounded to whole seconds.
        """
        assert level == schedule(TEN_TO_TWENTY, STILL, within=within).pacing.level

    @pytest.mark.parametrize(("within", "level"), [(10, 0.02), (11, 0.07), (12, 0.12), (30, 1.0)])
    def test_rounds_durations_half_up(self, within, level):
        """
        From 10 to 30 seconds, a level of 0.08 would already be rounded to 12.
        """
        routine = Routine("Neck", [Rest(1), Exercise("Chin tuck", Hold(Range(10, 30)))])
        within += 1

        assert level == schedule(routine, STILL, within=within).pacing.level

    def test_reports_the_shortest_duration(self):
        """
        The shortest duration is at level 0, not at 0.01.
        """
        routine = Routine("Neck", [Exercise("Chin tuck", Hold(Range(10, 1000)))])

        with pytest.raises(DoesNotFitError) as no:
            schedule(routine, STILL, within=9)
        assert timedelta(seconds=10) == no.value.shortest

    def test_may_be_exact(self):
        """
        A timeline that is exactly as long as the time fits.
        """
        assert timedelta(seconds=12) == schedule(TEN_TO_TWENTY, STILL, within=timedelta(seconds=12)).duration

    def test_overrides_the_level_of_the_pacing(self):
        """
        The gaps of the pacing are used, and its level is replaced.
        """
        pacing = Pacing(prepare=3, level=0.0)

        assert Pacing(prepare=3, level=1.0) == schedule(TEN_TO_TWENTY, pacing, within=60).pacing

    def test_passes_over_levels_that_no_timeline_can_hold(self):
        """
        A routine longer than `timedelta.max` does not fit.
        """
        endless = Routine("Neck", [Exercise("Chin tuck", Repetitions(Range(1, 10**20), Hold(1)))])

        assert 0.0 == schedule(endless, STILL, within=timedelta.max).pacing.level

    @pytest.mark.parametrize("within", [-1, float("nan"), float("inf"), "60", True])
    def test_must_be_a_time(self, within):
        """
        Other values are refused.
        """
        with pytest.raises((TypeError, ValueError), match=r"^within must be "):
            schedule(TEN_TO_TWENTY, within=within)


class TestWithinAsManyAsFit:
    """
    With `AsManyAsFit`, a higher level may be shorter: still the highest that fits is used.
    """

    #: From 60 s, three times 20 s fit; from 61 s on, only twice, and so on.
    MINUTE = Routine("Breath", [Exercise("Hold breath", Repetitions(AsManyAsFit(60), Hold(Range(20, 60))))])

    @pytest.mark.parametrize(
        "item",
        [
            Exercise("Hold breath", Repetitions(AsManyAsFit(60), Hold(Range(20, 60)))),
            Exercise("Hold breath", Hold(Range(20, 60)), sets=AsManyAsFit(60)),
            Exercise("Hold breath", Repetitions(1, [Repetitions(AsManyAsFit(60), Hold(Range(20, 60)))])),
            Circuit([Exercise("Hold breath", Hold(Range(20, 60)))], rounds=AsManyAsFit(60)),
            Circuit([Rest(Range(20, 60))], rounds=AsManyAsFit(60)),
        ],
        ids=["repetitions", "sets", "nested repetitions", "rounds", "rounds of rests"],
    )
    def test_takes_the_highest_level_that_fits(self, item):
        """
        Three times 20 s take longer than once 31 s, and once 59 s is the longest that fits.
        """
        within = schedule(Routine("Breath", [item]), STILL, within=59)

        assert (timedelta(seconds=59), 1) == (within.duration, len(within))
        assert 60 == schedule(Routine("Breath", [item]), STILL).duration.total_seconds()

    def test_reports_the_shortest_of_all_levels(self):
        """
        The shortest duration is not the one of the lowest level.
        """
        with pytest.raises(DoesNotFitError, match=r" takes at least 0:00:31, but there is only 0:00:30$") as no:
            schedule(self.MINUTE, STILL, within=30)

        assert timedelta(seconds=31) == no.value.shortest

    def test_skips_levels_that_are_too_long(self):
        """
        A lower level may be longer than `timedelta.max`, and a higher one not.
        """
        most = timedelta.max // timedelta(seconds=1)
        work = Repetitions(AsManyAsFit(most), Hold(Range(1, most * 3 // 5)))
        endless = Routine("For ever", [Exercise("Plank", work), Rest(10)])
        with pytest.raises(DoesNotFitError) as no:
            schedule(endless, STILL, within=60)

        assert 1.0 == schedule(endless, STILL, within=timedelta.max).pacing.level
        assert timedelta.max / 2 < no.value.shortest < schedule(endless, Pacing(level=1)).duration


class TestDoesNotFit:
    """
    The error has the shortest duration.
    """

    def test_has_the_shortest_duration(self):
        """
        In exactly that time, the routine fits.
        """
        with pytest.raises(DoesNotFitError, match=r"^routine 'Neck' takes at least 0:00:10, but there is only") as no:
            schedule(TEN_TO_TWENTY, STILL, within=9)

        assert no.value.shortest == schedule(TEN_TO_TWENTY, STILL, within=no.value.shortest).duration

    def test_is_not_raised_for_too_long_routines(self):
        """
        A routine that is longer than `timedelta.max` at any level has no shortest duration.
        """
        endless = Routine("Neck", [Exercise("Chin tuck", Repetitions(10**20, Hold(1)))])
        with pytest.raises(ScheduleError, match=r"is longer than timedelta\.max$") as no:
            schedule(endless, within=timedelta.max)

        assert ScheduleError is type(no.value)

    def test_survives_pickling(self):
        """
        An unpickled error has the same attributes.
        """
        error = pickle.loads(pickle.dumps(DoesNotFitError("too long", timedelta(seconds=10))))

        assert ("too long", timedelta(seconds=10)) == (str(error), error.shortest)


class TestPacing:
    """
    The pacing must be a `Pacing`.
    """

    @pytest.mark.parametrize("within", [None, 60])
    def test_must_be_a_pacing(self, within):
        """
        A number is refused, with and without a limit.
        """
        with pytest.raises(TypeError, match=r"^pacing must be a Pacing \(got 5\)"):
            schedule(TEN_TO_TWENTY, 5, within=within)

    @pytest.mark.parametrize("within", [None, 60])
    def test_needs_a_routine(self, within):
        """
        An exercise is refused.
        """
        with pytest.raises(TypeError, match=r"^routine must be a Routine \(got Exercise"):
            schedule(Exercise("Chin tuck", Hold(5)), within=within)
