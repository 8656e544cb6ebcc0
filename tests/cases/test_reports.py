"""
Public reports about timers and workout apps, with the results that people expected.

Each test names where it was reported. `test_reports_of_apps.py` has those about players, voices and files.
"""

from datetime import timedelta

import pytest

from stretchlib import (
    AsManyAsFit,
    Circuit,
    Exercise,
    Hold,
    Move,
    Pacing,
    RelativeSide,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    dose,
    schedule,
)

from ..shorthand import written

SECOND = timedelta(seconds=1)
#: The usual gaps, without the time to get ready.
AT_ONCE = Pacing(prepare=0)


def timeline_of(*items, **routine):
    return schedule(Routine("Reported", items, **routine), AT_ONCE)


def durations(timeline):
    return [step.duration / SECOND for step in timeline]


def work_of(timeline):
    return [step for step in timeline if step.kind.is_work]


def names(timeline):
    return "".join(step.exercise.name for step in work_of(timeline))


class TestRests:
    """
    Prescribed rests are kept exactly, and fall only between.
    """

    def test_work_may_get_shorter_from_interval_to_interval(self):
        """
        No rest is added to the prescribed ones, and "interval 3 of 5" is known.

        Reported for kwantam/batsHIIT, #6.
        """
        block = Circuit([Exercise("Work", Move(seconds)) for seconds in (30, 25, 20, 15, 10)], rest_between_items=10)
        timeline = timeline_of(
            Exercise("Warm-up", Move(60)), block, Exercise("Cool-down", Move(60)), rest_between_items=0
        )
        third = work_of(timeline)[3]

        assert [60, 30, 10, 25, 10, 20, 10, 15, 10, 10, 60] == durations(timeline)
        assert (260 * SECOND, 20 * SECOND) == (timeline.duration, third.duration)
        assert (3, 5) == (third.path[-1] + 1, len(timeline.routine.at(third.path[:-1]).items))

    def test_rests_may_get_shorter_from_set_to_set(self):
        """
        The bouts are counted, for example the third of five.

        Reported for bartneck/swiML, #77.
        """
        lap = Exercise("100 m", Move(90))
        timeline = timeline_of(lap, Rest(120), lap, Rest(115), lap, Rest(110), lap, Rest(105), lap)
        third = work_of(timeline)[2]

        assert [90, 120, 90, 115, 90, 110, 90, 105, 90] == durations(timeline)
        assert (3, 5) == (timeline.bout_of(third).index + 1, len(timeline.bouts))

    def test_a_superset_rests_after_its_last_exercise(self):
        """
        Short rests between the members, the full rest between the rounds, and others for single exercises.

        Reported for Julien-Au/gymcoach, #189.
        """
        first, second = Exercise("A1", Move(20)), Exercise("A2", Move(30))
        superset = Circuit([first, second], rounds=3, rest_between_items=20, rest_between_rounds=120)
        single = Exercise("B", Move(40), sets=2, rest_between_sets=90)

        assert "B20 rest20 B30 rest120 B20 rest20 B30 rest120 B20 rest20 B30 rest60 B40 rest90 B40" == written(
            superset, single, pacing=AT_ONCE, rest_between_items=60
        )

    def test_a_circuit_rests_between_its_rounds(self):
        """
        Four finger exercises, ten times each, in three rounds: the long rest occurs twice.

        Reported for blockbasti/just_another_workout_timer, #221.
        """
        fingers = [Exercise(f"Finger {number}", Repetitions(10, Hold(3))) for number in range(1, 5)]
        timeline = timeline_of(Circuit(fingers, rounds=3, rest_between_rounds=60))

        assert 2 == durations(timeline).count(60)
        assert 4 * [30] == [row.repetitions for row in dose(timeline)]

    def test_a_rest_of_zero_is_no_gap(self):
        """
        Stations follow each other at once; exercises after the circuit do not.

        Reported for SecUSo/privacy-friendly-circuit-training-exercises, #40, and mfep/exercise-timer, #33.
        """
        stations = Circuit(
            [Exercise(name, Move(30)) for name in "ABC"], rounds=2, rest_between_items=0, rest_between_rounds=0
        )

        assert 180 * SECOND == timeline_of(stations).duration
        assert "B30 B30 B30 B30 B30 B30 transition5 B30" == written(
            stations, Exercise("Lie down", Hold(30)), pacing=AT_ONCE
        )

    def test_a_routine_may_end_with_a_rest(self):
        """
        A rest at the end is not skipped.

        Reported for oliexdev/openWorkout, #29.
        """
        assert "B600 rest300" == written(Exercise("Bike", Move(600)), Rest(300, label="roll out"), pacing=AT_ONCE)

    def test_long_breaks_follow_short_ones(self):
        """
        Work and breaks of a day: 25 and 5 minutes, the second break 15 minutes; or every fourth one 30.

        Reported for hovancik/stretchly, #145 and #1126.
        """
        work = Exercise("Work", Move(25 * 60))
        day = timeline_of(Circuit([work, Rest(5 * 60), work, Rest(15 * 60)], rounds=4))
        hours = Circuit([work], rounds=4, rest_between_rounds=5 * 60)
        blocks = timeline_of(Circuit([hours], rounds=2, rest_between_rounds=30 * 60))

        assert [25, 55, 95, 125] == [step.start / SECOND / 60 for step in day if not step.kind.is_work][:4]
        assert 3 * [5] + [30] + 3 * [5] == [step.duration / SECOND / 60 for step in blocks if not step.kind.is_work]

    def test_the_time_of_a_programme_is_known_before_it_runs(self):
        """
        With loops, exercises and pauses: 120 + 4 * 100 + 3 * 60 + 90 seconds.

        Reported for Gonbei774/CalisthenicsMemory, #14.
        """
        loop = Circuit([Exercise("A", Move(40)), Rest(20), Exercise("B", Move(40))], rounds=4, rest_between_rounds=60)
        timeline = timeline_of(
            Exercise("Warm-up", Move(120)), loop, Exercise("Cool-down", Move(90)), rest_between_items=0
        )

        assert 790 * SECOND == timeline.duration


class TestSets:
    """
    Sets and rounds that differ from each other are items of their own, and are counted.
    """

    def test_a_superset_may_run_out_of_exercises(self):
        """
        With four sets of one, three of another and two of a third, the rounds get shorter.

        Reported for LiamMorrow/LiftLog, #246.
        """
        a, b, c, d, e = (Exercise(name, Move(10)) for name in "ABCDE")
        even = timeline_of(Circuit([a, b, c], rounds=2), Circuit([d], rounds=2))
        ragged = timeline_of(Circuit([a, b, c, d], rounds=2), Circuit([a, b, d]), a, Circuit([e], rounds=2))

        assert ("ABCABCDD", "ABCDABCDABDAEE") == (names(even), names(ragged))

    def test_a_block_may_be_repeated(self):
        """
        A repeated block can be replaced everywhere at once.

        Reported for blockbasti/just_another_workout_timer, #86.
        """
        block = Circuit([Exercise("A", Move(20))], id="block")
        b, c = Exercise("B", Hold(30)), Exercise("C", Hold(30))
        routine = Routine("Reported", [block, b, block, c, block])
        for path, item in routine.walk():
            if item.id == "block":
                routine = routine.replace(path, Circuit([Exercise("A", Move(45))], id="block"))

        assert [45, 30, 45, 30, 45] == [step.duration / SECOND for step in work_of(schedule(routine))]

    def test_holds_of_one_set_may_differ(self):
        """
        Three holds of different lengths, 3 seconds apart; all of this three times, 120 seconds apart.

        Reported for foofel/kraftmaschine-cordova, #1.
        """
        holds = [Exercise("Hang", Hold(seconds)) for seconds in (10, 7, 5)]
        timeline = timeline_of(Circuit(holds, rounds=3, rest_between_items=3, rest_between_rounds=120))

        assert 3 * [10, 3, 7, 3, 5, 120] == [*durations(timeline), 120]
        assert 3 * [1, 2, 3] == [step.path[-1] + 1 for step in work_of(timeline)]

    def test_rounds_may_differ(self):
        """
        Work gets shorter and rests longer from round to round.

        Reported for forceworkouthelper.com.
        """
        rounds = [part for work, rest in ((60, 10), (45, 20)) for part in (Exercise("Burpees", Move(work)), Rest(rest))]
        timeline = timeline_of(*rounds, Exercise("Burpees", Move(30)), Rest(30))

        assert [60, 10, 45, 20, 30, 30] == durations(timeline)
        assert [1, 2, 3] == [timeline.bout_of(step).index + 1 for step in work_of(timeline)]

    def test_rounds_and_places_are_known(self):
        """
        Four climbs, four rounds: "round 3 of 4, climb 2 of 4".

        Reported for boardsesh/boardsesh, #5380.
        """
        climbs = [Exercise(grade, Move(60)) for grade in ("V3", "V4", "V3", "V5")]
        timeline = timeline_of(Circuit(climbs, rounds=4, rest_between_items=15, rest_between_rounds=240))
        [step] = [step for step in timeline if step.round == (3,) and step.path == (0, 1)]

        assert (16, 12, 3) == (
            len(work_of(timeline)),
            durations(timeline).count(15),
            durations(timeline).count(240),
        )
        assert ((3,), (4,), "V4") == (step.round, step.rounds, step.exercise.name)

    def test_bursts_are_one_set(self):
        """
        12, 4 and 4 repetitions with 15 seconds in between are one set; there are three sets.

        Reported for DuarteSantos8/openGym, #121.
        """
        bursts = Repetitions(1, [Repetitions(12), Rest(15), Repetitions(4), Rest(15), Repetitions(4)])
        timeline = timeline_of(Exercise("Press", bursts, sets=3, rest_between_sets=120))
        [row] = dose(timeline)

        assert (60, 6, 2) == (row.repetitions, durations(timeline).count(15), durations(timeline).count(120))

    def test_rounds_start_on_the_minute(self):
        """
        Twelve push-ups at the start of each of ten minutes; the remaining time of each minute is a rest.

        Reported for mfep/exercise-timer, #33, and boardsesh/boardsesh, #5378.
        """
        push_ups = Exercise("Push-ups", Repetitions(12))
        timeline = timeline_of(Circuit([push_ups], rounds=10, round_every=60))
        first = [step for step in timeline if step.repetition == 1]

        assert [60 * minute for minute in range(10)] == [step.start / SECOND for step in first]
        assert 10 * [12] == [step.repetitions for step in first]
        assert [120] == [row.repetitions for row in dose(timeline)]


class TestSides:
    """
    Sides have their own rests and their own doses.
    """

    def test_the_rest_between_sides_is_the_prescribed_one(self):
        """
        15 seconds, 3 to turn, 15 on the other side.

        Reported for scoute-dich/Sieben, #12.
        """
        plank = Exercise("Side plank", Hold(15), sidedness=Sidedness.each(rest=3))

        assert "L15 rest3 R15" == written(plank, pacing=AT_ONCE)

    def test_sides_may_have_different_doses(self):
        """
        The weaker side does less than the other one.

        Reported for mazurio/bodyweight-fitness-android, #55, and Dieterbe/body.build, #6.
        """
        turn = Rest(5, label="change sides")
        both = Repetitions(1, [Hold(15), turn, Hold(25, side=RelativeSide.OPPOSITE)])
        plank = Exercise("Side plank", both, sets=3, rest_between_sets=30, sidedness=Sidedness.only(Side.LEFT))

        assert "L15 rest5 R25 rest30 L15 rest5 R25 rest30 L15 rest5 R25" == written(plank, pacing=AT_ONCE)
        assert {Side.LEFT: 45 * SECOND, Side.RIGHT: 75 * SECOND} == {
            row.side: row.hold for row in dose(timeline_of(plank))
        }

    def test_stretches_lead_from_side_to_side(self):
        """
        Get ready, left, change, right, next exercise.

        Reported for wger-project/flutter, #1134.
        """
        pigeon = Exercise("Pigeon", Hold(45), sidedness=Sidedness.each())
        rest_pose = Exercise("Rest pose", Hold(20))

        assert "prepare10 L45 switch8 R45 transition10 B20" == written(
            pigeon, rest_pose, pacing=Pacing(prepare=10, switch=8, transition=10)
        )


class TestRhythms:
    """
    Breathing and tempo are rhythms, which the pacing does not interrupt.
    """

    @pytest.mark.parametrize(
        ("ratio", "unit", "cycles"),
        [((1, 1, 1, 1), 4, 5), ((1, 0, 2, 0), 3, 20), ((2, 1.5, 1, 0.5), 2.2, 22), ((1, 0.66, 2, 0.66), 3, 7)],
    )
    def test_cycles_last_as_long_as_their_parts(self, ratio, unit, cycles):
        """
        Breathing programmes are exact to the microsecond, also if a cycle ends in a hold.

        Reported for openscilab/nafas.
        """
        kinds = zip((Move, Hold, Move, Hold), ("inhale", "retain", "exhale", "sustain"), ratio, strict=True)
        phases = [kind(part * unit, label=label) for kind, label, part in kinds if part]
        cycle = sum((timedelta(seconds=part * unit) for part in ratio), timedelta())

        assert cycles * cycle == timeline_of(Exercise("Breathing", Repetitions(cycles, phases))).duration

    @pytest.mark.parametrize(("minutes", "cycles"), [(1, 3), (5, 15), (10, 31), (30, 94), (60, 189)])
    def test_a_session_has_as_many_whole_cycles_as_fit(self, minutes, cycles):
        """
        In for 4, hold for 7, out for 8 seconds, for some minutes.

        Reported for jithware/brethap, #14 and #21, and openscilab/nafas, #180.
        """
        cycle = [Move(4, label="inhale"), Hold(7, label="hold"), Move(8, label="exhale")]
        timeline = timeline_of(Exercise("Breathing", Repetitions(AsManyAsFit(60 * minutes), cycle)))

        assert cycles * 19 * SECOND == timeline.duration
        assert {cycles} == {step.repetitions for step in timeline}

    def test_phases_of_no_length_are_left_out(self):
        """
        A pattern whose holds are zero has no holds.

        Reported for tryhardfifi/breathe, #8.
        """
        phases = [Move(seconds, label=label) for label, seconds in (("in", 4), ("hold", 0), ("out", 8)) if seconds]

        assert "B4 B8 B4 B8 B4 B8" == written(Exercise("Breathing", Repetitions(3, phases)), pacing=AT_ONCE)
        with pytest.raises(ValueError, match=r"^duration must be above 0 seconds \(got 0\)$"):
            Hold(0)

    @pytest.mark.parametrize(("tempo", "count", "seconds"), [("4210", 10, 70), ("3013", 4, 28)])
    def test_a_tempo_is_exact(self, tempo, count, seconds):
        """
        Four digits for lowering, pausing, lifting and pausing; a zero adds nothing.

        Reported for treiher/valens, #66.
        """
        kinds = zip((Move, Hold, Move, Hold), ("lower", "pause", "lift", "squeeze"), tempo, strict=True)
        phases = [kind(int(digit), label=label) for kind, label, digit in kinds if digit != "0"]

        assert seconds * SECOND == timeline_of(Exercise("Squat", Repetitions(count, phases))).duration
