"""
Cues: their texts and times.
"""

from datetime import timedelta
from itertools import islice

import pytest

from stretchlib import (
    Circuit,
    CueKind,
    Exercise,
    Hold,
    Move,
    Pacing,
    Range,
    Repetitions,
    Rest,
    Routine,
    Sidedness,
    Wording,
    cues,
    schedule,
)

from .shorthand import SECOND, STILL, spoken

TUCK = Exercise("Chin tuck", Hold(5))
STRETCH = Exercise("Stretch", Hold(30))


class TestIntro:
    """
    The intro is spoken when the timeline starts.
    """

    def test_announces_the_first_exercise(self):
        """
        The prepare step announces the first exercise.
        """
        assert "0 Get ready: Chin tuck" == spoken(TUCK, pacing=Pacing())[0]

    def test_announces_no_rest(self):
        """
        A rest at the beginning is not announced.
        """
        assert "0 Get ready" == spoken(Rest(5), pacing=Pacing())[0]

    def test_is_left_out_without_a_prepare_step(self):
        """
        Without a prepare step, the first step is announced like any other.
        """
        assert "0 Chin tuck. Hold for 5 seconds" == spoken(TUCK)[0]

    def test_replaces_the_opening(self):
        """
        A custom intro is used with and without a prepare step.
        """
        wording = Wording(intro=lambda step, following: f"{step.kind.value}, then {following}")

        assert "0 hold, then None" == spoken(TUCK, wording=wording)[0]


class TestHalfTime:
    """
    "Half time is announced in long holds and movements."
    """

    def test_is_announced_in_the_middle(self):
        """
        After half of the time.
        """
        assert "15 Half time" in spoken(STRETCH)

    @pytest.mark.parametrize(("half_time_from", "found"), [(30, True), (31, False), (SECOND, True)])
    def test_is_announced_in_long_steps_only(self, half_time_from, found):
        """
        The caller sets the lower bound.
        """
        assert found == ("15 Half time" in spoken(STRETCH, half_time_from=half_time_from))

    @pytest.mark.parametrize("item", [Rest(60), Exercise("Squat", Move()), Exercise("Plank", Hold(Range.at_least(60)))])
    def test_is_not_announced_in_rests_and_estimated_steps(self, item):
        """
        Neither in rests nor in steps that the person ends.
        """
        assert "Half time" not in str(spoken(item, pacing=Pacing(movement=60)))

    def test_takes_precedence_over_the_countdown(self):
        """
        Half time of six seconds is three seconds before the end, and is announced as half time.
        """
        found = spoken(Exercise("Stretch", Hold(6)), half_time_from=0, countdown_from=0)

        assert ["3 Half time", "4 2", "5 Well done"] == found[1:]


class TestHalfMicrosecond:
    """
    Times are whole microseconds.
    """

    @pytest.mark.parametrize(("seconds", "kind"), [(30.000003, CueKind.HALF_TIME), (0.000003, CueKind.OUTRO)])
    def test_belongs_to_the_second_half(self, seconds, kind):
        """
        The middle of three microseconds is after the first.
        """
        timeline = schedule(Routine("routine", [Exercise("Stretch", Hold(seconds))]), STILL)
        [cue] = [cue for cue in cues(timeline) if cue.kind is kind]

        assert timeline.duration // 2 == cue.start


class TestCountdown:
    """
    The last seconds of all long steps are counted down.
    """

    def test_ends_with_one(self):
        """
        The last number is one second before the end.
        """
        stretch = Exercise("Stretch", Hold(12))

        assert ["0 Stretch. Hold for 12 seconds", "9 3", "10 2", "11 1"] == spoken(stretch, Rest(1))[:4]

    @pytest.mark.parametrize(
        ("seconds", "options", "found"),
        [
            (10, {}, True),
            (9.999999, {}, False),
            (5, {"countdown_from": 5}, True),
            (5, {"countdown_from": timedelta(seconds=5, microseconds=1)}, False),
        ],
    )
    def test_is_left_out_in_short_steps(self, seconds, options, found):
        """
        In short steps it would interrupt the opening; the caller sets the lower bound.
        """
        assert found == (f"{seconds - 1:g} 1" in spoken(Exercise("Stretch", Hold(seconds)), Rest(1), **options))

    @pytest.mark.parametrize(("countdown", "numbers"), [(0, []), (1, ["29 1"]), (2, ["28 2", "29 1"])])
    def test_has_the_given_number_of_numbers(self, countdown, numbers):
        """
        Zero means no countdown.
        """
        found = spoken(STRETCH, Rest(1), half_time_from=60, countdown=countdown)

        assert ["0 Stretch. Hold for 30 seconds", *numbers, "30 Rest for 1 second"] == found[: 2 + len(numbers)]

    def test_begins_after_the_start(self):
        """
        Numbers at or before the start of the step are left out.
        """
        stretch = Exercise("Stretch", Repetitions(phases=[Hold(2.5), Hold(2)]))
        found = spoken(stretch, Rest(1), countdown=10**100, countdown_from=0)

        assert ["0 Stretch. Hold for 2.5 seconds", "0.5 2", "1.5 1", "2.5 Hold for 2 seconds", "3.5 1"] == found[:5]

    def test_is_left_out_in_estimated_steps(self):
        """
        Steps that the person ends have no half time and no countdown.
        """
        squat, plank = Exercise("Squat", Repetitions(2)), Exercise("Plank", Hold(Range.at_least(60)))

        assert ["0 Squat. Number 1", "3 Number 2", "5 Well done"] == spoken(squat, countdown_from=0)
        assert ["0 Plank. Hold for at least 1 minute", "59 Well done"] == spoken(plank)


class TestOutro:
    """
    "The outro is one second before the end of the timeline, or halfway through its last step if that is later."
    """

    def test_replaces_the_last_number(self):
        """
        Three, two, well done.
        """
        assert ["2 3", "3 2", "4 Well done"] == spoken(TUCK, countdown_from=0)[1:]

    def test_is_halfway_through_a_short_step(self):
        """
        A step of one second has its outro after half a second.
        """
        assert ["0 Stretch. Hold for 1 second", "0.5 Well done"] == spoken(Exercise("Stretch", Hold(1)))

    def test_is_left_out_if_it_does_not_fit(self):
        """
        A step of one microsecond has only its opening.
        """
        assert ["0 Stretch. Hold for 0.000001 seconds"] == spoken(Exercise("Stretch", Hold(timedelta.resolution)))


class TestCue:
    """
    A cue has a step, a start and an end.
    """

    def test_has_time_until_the_next(self):
        """
        A cue ends when another begins, or with its step.
        """
        found = list(cues(schedule(Routine("routine", [TUCK, Rest(1)]), STILL), countdown_from=0))

        assert [2, 3, 4, 5, 5.5, 6] == [cue.end / SECOND for cue in found]

    def test_knows_its_kind_and_step(self):
        """
        A cue has a kind and a step.
        """
        timeline = schedule(Routine("routine", [STRETCH, TUCK]))
        found = [(cue.kind, cue.step.index) for cue in cues(timeline, countdown=1, countdown_from=5)]

        assert [
            (CueKind.INTRO, 0),
            (CueKind.COUNTDOWN, 0),
            (CueKind.BEGIN, 1),
            (CueKind.HALF_TIME, 1),
            (CueKind.COUNTDOWN, 1),
            (CueKind.PAUSE, 2),
            (CueKind.COUNTDOWN, 2),
            (CueKind.BEGIN, 3),
            (CueKind.OUTRO, 3),
        ] == found


class TestCues:
    """
    `cues` is lazy, and works on a timeline of any length.
    """

    def test_are_lazy(self):
        """
        The first cues of an endless timeline are yielded at once.
        """
        endless = Routine("routine", [Exercise("Chin tuck", Repetitions(10**12, Hold(5)))])

        assert ["0 Get ready: Chin tuck", "5 Hold for 5 seconds"] == [
            f"{cue.start / SECOND:g} {cue}" for cue in islice(cues(schedule(endless)), 2)
        ]

    @pytest.mark.parametrize("start", [0, 4, 5, 20, timedelta(seconds=32.5), 35, 10**6])
    def test_may_start_anywhere(self, start):
        """
        From *start* on, the cues equal those of the whole timeline; earlier ones are left out.
        """
        timeline = schedule(Routine("routine", [STRETCH, TUCK]))
        moment = start if isinstance(start, timedelta) else start * SECOND

        assert [cue for cue in cues(timeline) if cue.start >= moment] == list(cues(timeline, start=start))

    def test_may_start_with_any_step(self):
        """
        Rounds and sets are announced as if everything before had been heard.
        """
        legs = [Exercise(name, Repetitions(2, Hold(5)), sets=2, sidedness=Sidedness.each()) for name in "ABC"]
        timeline = schedule(Routine("routine", [Circuit(legs, rounds=2)]))
        everything = list(cues(timeline))

        for step in timeline:
            assert [cue for cue in everything if cue.start >= step.start] == list(cues(timeline, start=step.start))

    def test_start_late_at_no_cost(self):
        """
        The last cues of 10^12 steps are yielded at once, too.
        """
        timeline = schedule(Routine("routine", [Exercise("Blink", Repetitions(10**12, Move(1)))]), STILL)

        assert "Well done" == list(cues(timeline, start=timeline[-1].start))[-1].text

    @pytest.mark.parametrize(
        ("options", "sentence"),
        [
            ({"countdown": -1}, "countdown must be at least 0 (got -1)"),
            ({"countdown": 2.5}, "countdown must be a whole number (got 2.5)"),
            ({"countdown": True}, "countdown must be a whole number (got True)"),
            ({"countdown_from": -1}, "countdown_from must be at least 0 seconds (got -1)"),
            ({"start": -1}, "start must be at least 0 seconds (got -1)"),
            ({"half_time_from": -1}, "half_time_from must be at least 0 seconds (got -1)"),
            ({"half_time_from": "20"}, "half_time_from must be seconds (got '20')"),
            ({"wording": "German"}, "wording must be a Wording (got 'German')"),
        ],
        ids=lambda value: None if isinstance(value, str) else repr(value),
    )
    def test_refuse_wrong_options_at_once(self, options, sentence):
        """
        Options are checked before the first cue.
        """
        with pytest.raises((TypeError, ValueError)) as refused:
            cues(schedule(Routine("routine", [TUCK])), **options)

        assert sentence == str(refused.value)

    def test_need_a_timeline(self):
        """
        A routine has no times.
        """
        with pytest.raises(TypeError, match=r"^timeline must be a Timeline, as schedule\(\) returns it \(got Routine"):
            cues(Routine("routine", [TUCK]))

    def test_count_with_the_numbers_of_other_libraries(self):
        """
        Objects with `__index__` are whole numbers.
        """

        class Two:
            def __index__(self):
                return 2

        timeline = schedule(Routine("routine", [STRETCH]))

        assert list(cues(timeline, countdown=2)) == list(cues(timeline, countdown=Two()))
