"""
Exercises for the laws of the notation: from the strategies of the library, and harder ones.

Their labels and names look like the notation, and their numbers go up to the largest.
"""

from datetime import timedelta

from hypothesis import strategies as st

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
from stretchlib.testing import exercises

#: Words and signs of the notation, so that labels and names look like it.
WORDS = st.sampled_from(
    [
        *'x×(),;:."\\½–|\n5s',
        *(
            "10",
            "8:00",
            "2½",
            "rest",
            "hold",
            "move",
            "once",
            "up",
            "to",
            "at",
            "least",
            "min",
            "sets",
            "of",
            "each",
            "side",
        ),
        *("most", "no", "more", "less", "than", "max", "minimum", "Mon", "sat", "and", "/", "bid", "ea", "every", "wk"),
        *("left", "daily", "then", "for", "with", "between", "relax", "Lift", "other", "on", "the", "half"),
    ]
)
#: Words that describe an exercise if they are not a label.
REMARKS = st.sampled_from(
    [
        "",
        "lift",
        "arms up",
        "daily",
        "weekly",
        "left leg",
        "right first",
        "right side first",
        "reps",
        "sets",
        "min",
        "no rest",
        "one way",
        "way one",
        "lift one second",
        "push with",
        "lean on the",
        "look at",
        "both sides together",
    ]
)
TEXTS = st.text(max_size=8) | st.lists(WORDS, max_size=5).map(" ".join) | REMARKS
NUMBERS = st.integers(1, 12) | st.integers(1, 10**30) | st.just(10**4300 - 1)
MICROSECONDS = st.integers(1, 10**8) | st.integers(1, 300).map(lambda n: n * 10**6) | st.integers(1, 86399 * 10**15)


def pairs(values):
    return st.tuples(values, values).map(lambda pair: Range(min(pair), max(pair)))


def ranges(values):
    return pairs(values) | values.map(Range.at_least) | values.map(Range.up_to)


def as_time(microseconds):
    span = timedelta(microseconds=microseconds)
    return span if span < timedelta(seconds=2**33) else timedelta(span.days, span.seconds)


SPANS = MICROSECONDS.map(as_time)
COUNTS = NUMBERS | ranges(NUMBERS)
BREATHS = (NUMBERS | NUMBERS.filter(lambda n: n < 2**50).map(lambda n: n - 0.5)).map(Breaths) | ranges(NUMBERS).map(
    Breaths
)
HALVES = st.sampled_from([0.5, 1.5, 2.5, 2**51 - 0.5]).map(Breaths)
CLOSED = SPANS | pairs(SPANS) | NUMBERS.map(Breaths) | HALVES | pairs(NUMBERS).map(Breaths)
DURATIONS = CLOSED | ranges(SPANS) | ranges(NUMBERS).map(Breaths)
ZEROS = st.sampled_from([0, Range.at_least(0), Range.up_to(0), Range(0, 0), Range(0, 60), Range(0, 7)])
RESTS = st.none() | ZEROS | DURATIONS
TIMES = COUNTS | CLOSED.map(AsManyAsFit) | st.just(1)
SIDES = st.sampled_from(RelativeSide)
SIMPLE = (
    st.builds(Hold, DURATIONS, label=TEXTS, side=SIDES)
    | st.builds(Move, st.none() | DURATIONS, label=TEXTS, side=SIDES)
    | st.builds(Rest, DURATIONS, label=TEXTS)
    | st.builds(Hold, DURATIONS)
    | st.builds(Move, st.none() | DURATIONS)
)


def repetitions(depth):
    phases = SIMPLE | repetitions(depth - 1) if depth else SIMPLE
    return st.builds(Repetitions, TIMES, st.lists(phases, min_size=1, max_size=3), rest=RESTS) | st.builds(
        Repetitions, TIMES, rest=RESTS
    )


def deep(levels):
    work = Repetitions(2, [Hold(3), Move()])
    for level in range(levels - 1):
        work = Repetitions(level + 1, [work, Rest(1)] if level % 2 else work, rest=level)
    return work


SIDEDNESS = st.builds(
    Sidedness,
    sides=st.lists(st.sampled_from(Side), min_size=2, max_size=5, unique=True)
    | st.sampled_from(Side).filter(lambda side: side is not Side.BOTH).map(lambda side: (side, side.opposite)),
    switch_after=st.sampled_from(SwitchAfter),
    rest=RESTS,
)
CLOCKS = st.lists(st.times().map(lambda each: each.replace(microsecond=0)), min_size=1, max_size=3, unique=True)
LIMITS = st.just({}) | COUNTS.map(lambda weeks: {"weeks": weeks}) | COUNTS.map(lambda days: {"days": days})
PERIODS = (
    st.builds(dict, times=COUNTS, every=NUMBERS, unit=st.sampled_from(PeriodUnit))
    | st.builds(dict, times=COUNTS, weekdays=st.lists(st.sampled_from(Weekday), min_size=1, unique=True))
    | st.builds(dict, times_of_day=CLOCKS, every=NUMBERS)
    | st.builds(dict, times_of_day=CLOCKS, weekdays=st.lists(st.sampled_from(Weekday), min_size=1, unique=True))
)
FREQUENCIES = st.builds(lambda period, limit: Frequency(**period, **limit), PERIODS, LIMITS)
EXERCISES = exercises() | st.builds(
    Exercise,
    TEXTS.filter(bool),
    repetitions(2) | st.integers(1, 8).map(deep) | SIMPLE.filter(lambda phase: not isinstance(phase, Rest)),
    sets=st.just(1) | TIMES,
    rest_between_sets=st.none() | RESTS,
    sidedness=st.sampled_from(Side).map(Sidedness.only) | SIDEDNESS,
    frequency=st.none() | FREQUENCIES,
)
