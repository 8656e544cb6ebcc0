"""
Exercises with their cards and their sentences, as a leaflet would print them.
"""

from datetime import time

from stretchlib import (
    AsManyAsFit,
    Breaths,
    Exercise,
    Frequency,
    Hold,
    Move,
    PeriodUnit,
    Range,
    RelativeSide,
    Repetitions,
    Rest,
    Side,
    Sidedness,
    SwitchAfter,
    Weekday,
)


def exercise(work, **others):
    return Exercise("exercise", work, **others)


CARDS = [
    (
        exercise(Repetitions(3, Hold(30)), sidedness=Sidedness.each()),
        "3 × 30 s each side",
        "Hold for 30 seconds. 3 times on each side.",
    ),
    (
        exercise(Repetitions(3, Hold(30)), sidedness=Sidedness.alternating()),
        "3 × 30 s each side, alternating",
        "Hold for 30 seconds. 3 times on each side, alternating.",
    ),
    (
        exercise(Repetitions(10), sidedness=Sidedness.alternating()),
        "10 × each side, alternating",
        "10 times on each side, alternating.",
    ),
    (exercise(Repetitions(10), sidedness=Sidedness.each()), "10 × each side", "10 times on each side."),
    (exercise(Repetitions(10)), "10 repetitions", "10 times."),
    (
        exercise(Repetitions(10), sets=3, rest_between_sets=60),
        "3 sets of 10, rest 1 min between sets",
        "3 sets of 10. Rest 1 minute between sets.",
    ),
    (
        exercise(Repetitions(10), sets=3, rest_between_sets=0),
        "3 sets of 10, no rest between sets",
        "3 sets of 10. No rest between sets.",
    ),
    (
        exercise(Repetitions(Range(8, 12), Hold(Range(5, 10))), sets=Range(2, 3), rest_between_sets=Range(60, 90)),
        "2–3 sets of 8–12 × 5–10 s, rest 60–90 s between sets",
        "Hold for 5 to 10 seconds. 2 to 3 sets of 8 to 12. Rest 60 to 90 seconds between sets.",
    ),
    (
        exercise(
            Repetitions(8, [Move(2, label="lift"), Hold(5), Move(2, label="lower")]), sets=2, rest_between_sets=30
        ),
        "2 sets of 8 × (lift 2 s, hold 5 s, lower 2 s), rest 30 s between sets",
        "Lift for 2 seconds, hold for 5 seconds, lower for 2 seconds. 2 sets of 8. Rest 30 seconds between sets.",
    ),
    (
        exercise(Hold(Breaths(5)), sidedness=Sidedness.each(Side.RIGHT)),
        "hold 5 breaths each side, right first",
        "Hold for 5 breaths. Once on each side. Begin on the right side.",
    ),
    (exercise(Hold(Range(180, 300))), "hold 3–5 min", "Hold for 3 to 5 minutes."),
    (exercise(Hold(Range.at_least(30))), "hold at least 30 s", "Hold for at least 30 seconds."),
    (
        exercise(Repetitions(3, Hold(Range.at_least(60))), sidedness=Sidedness.each(), frequency=Frequency(2)),
        "3 × at least 1 min each side, twice a day",
        "Hold for at least 1 minute. 3 times on each side. Twice a day.",
    ),
    (exercise(Move(30)), "move 30 s", "Keep moving for 30 seconds."),
    (
        exercise(Repetitions(3, Move(60), rest=60)),
        "3 × 1 min moving, rest 1 min between repetitions",
        "Keep moving for 1 minute. 3 times. Rest 1 minute between repetitions.",
    ),
    (
        exercise(Repetitions(5, Hold(45), rest=120), frequency=Frequency(Range(2, 3))),
        "5 × 45 s, rest 2 min between repetitions, 2–3 times a day",
        "Hold for 45 seconds. 5 times. Rest 2 minutes between repetitions. 2 to 3 times a day.",
    ),
    (
        exercise(
            Hold(30), sidedness=Sidedness.alternating(rest=30), frequency=Frequency(5, unit=PeriodUnit.WEEK, weeks=4)
        ),
        "hold 30 s each side, alternating, rest 30 s between sides, 5 times a week for 4 weeks",
        (
            "Hold for 30 seconds. Once on each side, alternating. Rest 30 "
            "seconds between sides. 5 times a week for 4 weeks."
        ),
    ),
    (
        exercise(
            Repetitions(15),
            sets=3,
            rest_between_sets=45,
            sidedness=Sidedness(sides=[Side.LEFT, Side.RIGHT], switch_after=SwitchAfter.ALL_SETS),
        ),
        "3 sets of 15 each side, all sets on one side first, rest 45 s between sets",
        "3 sets of 15 on each side. All sets on one side first. Rest 45 seconds between sets.",
    ),
    (
        exercise(Repetitions(15), sets=3, sidedness=Sidedness.only(Side.AFFECTED), frequency=Frequency(2, weeks=12)),
        "3 sets of 15 on the affected side, twice a day for 12 weeks",
        "3 sets of 15 on the affected side. Twice a day for 12 weeks.",
    ),
    (
        exercise(Repetitions(Range(10, 15), Hold(5)), sidedness=Sidedness.each(Side.AFFECTED)),
        "10–15 × 5 s each side, affected first",
        "Hold for 5 seconds. 10 to 15 times on each side. Begin on the affected side.",
    ),
    (
        exercise(
            Repetitions(10, Hold(5)),
            sidedness=Sidedness(sides=[Side.LEFT, Side.RIGHT, Side.BOTH], switch_after=SwitchAfter.REPETITION),
        ),
        "10 × 5 s on the left side, then the right, then both sides together, alternating",
        "Hold for 5 seconds. 10 times on the left side, then the right, then both sides together, alternating.",
    ),
    (
        exercise(Repetitions(AsManyAsFit(240), [Move(4, label="in"), Hold(4), Move(4, label="out"), Hold(4)])),
        "repeat (in 4 s, hold 4 s, out 4 s, hold 4 s) for 4 min",
        "In for 4 seconds, hold for 4 seconds, out for 4 seconds, hold for 4 seconds. Repeat for 4 minutes.",
    ),
    (
        exercise(
            Repetitions(AsManyAsFit(1200), [Move(Range(5, 6), label="in"), Move(Range(5, 6), label="out")]),
            frequency=Frequency(1, days=21),
        ),
        "repeat (in 5–6 s, out 5–6 s) for 20 min, once a day for 21 days",
        "In for 5 to 6 seconds, then out for 5 to 6 seconds. Repeat for 20 minutes. Once a day for 21 days.",
    ),
    (
        exercise(Repetitions(AsManyAsFit(300), [Hold(4), Rest(4)]), frequency=Frequency(2)),
        "repeat (hold 4 s, rest 4 s) for 5 min, twice a day",
        "Hold for 4 seconds, then rest for 4 seconds. Repeat for 5 minutes. Twice a day.",
    ),
    (
        exercise(
            Repetitions(AsManyAsFit(1200), [Move(30, label="run"), Move(60, label="walk")]),
            frequency=Frequency(weekdays=[Weekday.MONDAY, Weekday.THURSDAY]),
        ),
        "repeat (run 30 s, walk 1 min) for 20 min, on Mondays and Thursdays",
        "Run for 30 seconds, then walk for 1 minute. Repeat for 20 minutes. On Mondays and Thursdays.",
    ),
    (
        exercise(Repetitions(AsManyAsFit(120)), sidedness=Sidedness.each()),
        "repeat for 2 min each side",
        "Keep going for 2 minutes on each side.",
    ),
    (
        exercise(Repetitions(10), sets=AsManyAsFit(1200)),
        "for 20 min, sets of 10",
        "As many sets of 10 as fit in 20 minutes.",
    ),
    (
        exercise(
            Repetitions(
                12,
                [Move(Breaths(0.5), label="arms up"), Move(Breaths(0.5), label="fold"), Hold(Breaths(5), label="dog")],
            ),
            sidedness=Sidedness.alternating(Side.RIGHT),
        ),
        "12 × (arms up ½ breath, fold ½ breath, dog: hold 5 breaths) each side, alternating, right first",
        (
            "Arms up for half a breath; fold for half a breath; dog – hold for 5 breaths. "
            "12 times on each side, alternating. Begin on the right side."
        ),
    ),
    (
        exercise(Repetitions(Range(10, 15), [Move(label="hump"), Move(label="sag")])),
        "10–15 × (hump, sag)",
        "Hump, then sag. 10 to 15 times.",
    ),
    (
        exercise(Repetitions(1, [Repetitions(10, Move(label="forward")), Repetitions(10, Move(label="backward"))])),
        "10 × forward, then 10 × backward",
        "Forward 10 times, then backward 10 times.",
    ),
    (
        exercise(
            Repetitions(1, [Repetitions(10, Move(label="rock")), Repetitions(10, Move(label="ankle"))]),
            sidedness=Sidedness.each(),
        ),
        "(10 × rock, 10 × ankle) each side",
        "Rock 10 times, then ankle 10 times. Once on each side.",
    ),
    (
        exercise(
            Repetitions(3, [Hold(6, label="contract"), Rest(5, label="relax"), Hold(30, label="stretch")]),
            sidedness=Sidedness.each(),
        ),
        "3 × (contract: hold 6 s, relax: rest 5 s, stretch: hold 30 s) each side",
        (
            "Contract – hold for 6 seconds; relax – rest for 5 seconds; "
            "stretch – hold for 30 seconds. 3 times on each side."
        ),
    ),
    (
        exercise(Repetitions(1, [Repetitions(2, Move(label="up")), Move(label="turn"), Move(label="down")])),
        "(2 × up, turn, down)",
        "Up twice, turn, down.",
    ),
    (
        exercise(
            Repetitions(
                1, [Repetitions(2, [Move(label="up"), Move(label="in")]), Move(label="turn"), Move(label="down")]
            )
        ),
        "(2 × (up, in), turn, down)",
        "(Up, then in) twice; turn; down.",
    ),
    (
        exercise(Repetitions(1, [Repetitions(3, Hold(60)), Repetitions(30, Hold(1))]), frequency=Frequency(3)),
        "3 × 1 min, then 30 × 1 s, 3 times a day",
        "Hold for 1 minute 3 times, then hold for 1 second 30 times. 3 times a day.",
    ),
    (
        exercise(Repetitions(1, [Repetitions(3, Hold(7), rest=3), Rest(60), Repetitions(3, Hold(10), rest=0)]), sets=2),
        "2 sets of (3 × 7 s with 3 s rest between, rest 1 min, 3 × 10 s with no rest between)",
        (
            "Hold for 7 seconds 3 times with 3 seconds of rest between; rest for 1 "
            "minute; hold for 10 seconds 3 times with no rest between. 2 sets."
        ),
    ),
    (
        exercise(Repetitions(2, [Repetitions(5, [Repetitions(3, Hold(2), rest=1)], rest=10)]), rest_between_sets=5),
        "2 × (5 × (3 × 2 s with 1 s rest between) with 10 s rest between), rest 5 s between sets",
        (
            "(Hold for 2 seconds 3 times with 1 second of rest between) 5 times with 10 "
            "seconds of rest between. Twice. Rest 5 seconds between sets."
        ),
    ),
    (
        exercise(Repetitions(20, Move(1.5)), sidedness=Sidedness.each()),
        "20 × 1.5 s moving each side",
        "Keep moving for 1.5 seconds. 20 times on each side.",
    ),
    (
        exercise(
            Repetitions(
                2,
                [
                    Move(3, label="hold on"),
                    Hold(2, label='he said "go"\nnow'),
                    Move(label="dog 2"),
                    Move(label="as you like"),
                ],
            )
        ),
        '2 × ("hold on" 3 s, "he said \\"go\\"\\nnow": hold 2 s, "dog 2", as you like)',
        'Hold on for 3 seconds; he said "go" now – hold for 2 seconds; dog 2; as you like. Twice.',
    ),
    (
        exercise(Repetitions(5, Hold(Breaths(1.5))), frequency=Frequency(10, unit=PeriodUnit.HOUR)),
        "5 × 1½ breaths, 10 times an hour",
        "Hold for 1½ breaths. 5 times. 10 times an hour.",
    ),
    (
        exercise(Repetitions(1, [Hold(15, label="palm out"), Hold(15, label="palm in")]), sidedness=Sidedness.each()),
        "(palm out: hold 15 s, palm in: hold 15 s) each side",
        "Palm out – hold for 15 seconds, then palm in – hold for 15 seconds. Once on each side.",
    ),
    (
        exercise(Repetitions(10), frequency=Frequency(times_of_day=[time(8), time(20)], days=10)),
        "10 repetitions, twice a day at 8:00 and 20:00 for 10 days",
        "10 times. Twice a day at 8:00 and 20:00 for 10 days.",
    ),
    (
        exercise(
            Repetitions(Range(3, 3), Move(Range(0.5, 1.25))),
            sidedness=Sidedness(sides=[Side.UNAFFECTED, Side.BOTH], switch_after=SwitchAfter.ALL_SETS, rest=0),
            rest_between_sets=Breaths(3),
        ),
        (
            "3–3 × 0.5–1.25 s moving on the unaffected side, then both sides together, all sets on one side "
            "first, no rest between sides, rest 3 breaths between sets"
        ),
        (
            "Keep moving for 0.5 to 1.25 seconds. 3 to 3 times on the unaffected side, then both sides together. "
            "All sets on one side first. No rest between sides. Rest 3 breaths between sets."
        ),
    ),
    (
        exercise(Repetitions(1, Repetitions(10, Move(60))), sets=Range(2, 4)),
        "2–4 sets of (10 × 1 min moving)",
        "Keep moving for 1 minute 10 times. 2 to 4 sets.",
    ),
    (
        exercise(
            Repetitions(15, [Move(3, label="down"), Move(1, label="up", side=RelativeSide.OPPOSITE)]),
            sidedness=Sidedness.only(Side.AFFECTED),
        ),
        "15 × (down 3 s, up 1 s on the other side) on the affected side",
        "Down for 3 seconds, then up for 1 second on the other side. 15 times on the affected side.",
    ),
    (
        exercise(Repetitions(Range.up_to(3), Hold(Range.up_to(60)))),
        "up to 3 × up to 1 min",
        "Hold for up to 1 minute. Up to 3 times.",
    ),
    (exercise(Repetitions(AsManyAsFit(120)), sets=3), "3 sets, repeat for 2 min", "Keep going for 2 minutes. 3 sets."),
    (
        exercise(Repetitions(AsManyAsFit(60), Hold(5)), sets=3, sidedness=Sidedness.each()),
        "3 sets, repeat (hold 5 s) for 1 min each side",
        "Hold for 5 seconds. Repeat for 1 minute. 3 sets on each side.",
    ),
    (exercise(Repetitions(1), sets=3), "3 sets of 1", "3 sets of 1."),
    (exercise(Repetitions(1), sidedness=Sidedness.each()), "once each side", "Once on each side."),
    (
        exercise(
            Repetitions(
                1, [Repetitions(AsManyAsFit(60), [Hold(3), Repetitions(2, [Move(label="a"), Move(label="b")])])]
            )
        ),
        "(repeat (hold 3 s, 2 × (a, b)) for 1 min)",
        "Repeat (hold for 3 seconds, then (a, then b) twice) for 1 minute.",
    ),
    (
        exercise(
            Hold(3),
            rest_between_sets=Range.at_least(0),
            sets=2,
            frequency=Frequency(Range.at_least(2), weekdays=[Weekday.MONDAY]),
        ),
        "2 sets of 3 s, rest as long as you like between sets, at least twice a day on Mondays",
        "Hold for 3 seconds. 2 sets. Rest as long as you like between sets. At least twice a day on Mondays.",
    ),
    (
        exercise(Repetitions(1, [Repetitions(2, Move(3, label="a"), rest=Range.at_least(0)), Rest(5)])),
        "2 × a 3 s with rest as long as you like between, then rest 5 s",
        "A for 3 seconds twice with rest as long as you like between, then rest for 5 seconds.",
    ),
    (
        exercise(Repetitions(5, [Move(label="reach"), Hold(5, side=RelativeSide.BOTH)]), sidedness=Sidedness.each()),
        "5 × (reach, hold 5 s on both sides) each side",
        "Reach, then hold for 5 seconds on both sides. 5 times on each side.",
    ),
    (
        exercise(Repetitions(4, [Move(4, label="inhale"), Hold(7, label="Hold"), Move(8, label="exhale")])),
        "4 × (inhale 4 s, Hold: hold 7 s, exhale 8 s)",
        "Inhale for 4 seconds, hold for 7 seconds, exhale for 8 seconds. 4 times.",
    ),
]
