"""
The notation of doses: a table of phrases and their meanings.

A clause gives some parts of an exercise by name: sets, repetitions, phases, sides, and so on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from stretchlib.model.frequency import PeriodUnit
from stretchlib.model.quantities import AsManyAsFit, Breaths, Range
from stretchlib.model.sidedness import RelativeSide, Side, Sidedness, SwitchAfter
from stretchlib.model.timedeltas import NO_TIME
from stretchlib.model.work import Hold, Move, Repetitions, Rest
from stretchlib.words.meanings import (
    ALONE,
    BARE,
    EACH,
    FIRST,
    REST,
    REST_BETWEEN_REPETITIONS,
    REST_BETWEEN_SETS,
    REST_BETWEEN_SIDES,
    SWITCH,
    UNITLESS,
    always,
    and_a_half,
    between,
    fitting,
    frequency,
    in_all,
    in_seconds,
    labelled,
    on,
    refused,
    resting,
    same,
    says,
)
from stretchlib.words.patterns import Grammar
from stretchlib.words.vocabulary import DAY, NOUNS, SIDES, WEEK, WEEKDAYS

_HOLD, _MOVE, _REST = "hold [ for ] {time}", "move [ for ] {time}", "rest|relax [ for ] {time}"

_HALVES = "only whole breaths can have a range"
_OFTEN = 'write "twice a day", "3 times a week" and so on'
_CLOCK = 'write "1 min 30 s"'

#: The rows of all parts.
GRAMMAR: Final[Grammar] = {
    "clause": [
        ("( {aside} )", same),
        ("( {time} hold|holds )", lambda time: {"phases": (Hold(time),)}),
        ("{aside}", same),
        ("[ do|perform ] {amount}", same),
        ("{refused}", same),
        ("{chain}", lambda phases: {**ALONE, "phases": phases}),
    ],
    "amount": [
        ("{count} {set}", says("sets")),
        ("× {count} {set}", says("sets")),
        ("{count} {set} of {work}", lambda sets, work: {"sets": sets, **work}),
        ("for {closed} , {set} of {work}", lambda time, work: {"sets": AsManyAsFit(time), **work}),
        ("{count} × {count} [ {repetition} ]", says("sets", "repetitions")),
        ("{count} × {count} × {thing}", says("sets", "repetitions", "phases")),
        ("{count} × {thing}", says("repetitions", "phases")),
        ("{count} {repetition} of {thing}", says("repetitions", "phases")),
        ("{time} × {count} [ {repetition} ]", lambda time, count: {"phases": (Hold(time),), "repetitions": count}),
        ("× {count} [ {repetition} ]", says("repetitions")),
        ("× {short}", lambda phase: {"phases": (phase,)}),
        ("{count} {repetition}", says("repetitions")),
        ("[ and ] repeat {count} {repetition}", says("repetitions")),
        ("once", says(repetitions=1)),
        ("twice", says(repetitions=2)),
        ("{count} ×", says("repetitions", bare=True)),
        ("{count} {sides}", says("repetitions", "sides")),
        ("{short}", lambda phase: {"phases": (phase,)}),
        (_HOLD, lambda time: {"phases": (Hold(time),)}),
        ("with [ a ] {time} hold|holds", lambda time: {"phases": (Hold(time),)}),
        ("hold each {repetition} [ for ] {time}", lambda time: {"phases": (Hold(time),)}),
        (_MOVE, lambda time: {"phases": (Move(time),)}),
        ("keep moving for {time}", lambda time: {"phases": (Move(time),)}),
        ("{list}", says("phases")),
        ("repeat {list} {count} {repetition}", says("phases", "repetitions")),
        ("repeat {list} for {closed}", lambda phases, time: {"phases": phases, "repetitions": AsManyAsFit(time)}),
        ("repeat for {closed}", lambda time: {"phases": (Move(),), "repetitions": AsManyAsFit(time)}),
    ],
    "aside": [
        ("{sides}", says("sides")),
        ("{first}", says(FIRST)),
        ("alternating|alternate [ {parts} ]", says(**{SWITCH: SwitchAfter.REPETITION})),
        ("all {set} on one {part} first", says(**{SWITCH: SwitchAfter.ALL_SETS})),
        ("[ with ] {pause} [ between ]", says(REST)),
        ("[ with ] {pause} between {level}", lambda pause, level: {level: pause}),
        ("{often}", says("frequency")),
    ],
    "refused": [
        ("[ do|perform ] {count}", refused(BARE)),
        ("for {closed}", refused('write "hold …", "move …" or "repeat for …"')),
        ("repeat {count} more {repetition}", refused("write the total number")),
        ("[ on|with ] {side} [ {part} ]", refused('write "on the left", "right side" and so on')),
        ("each|per|every|ea", refused('write "each side" or "every day"')),
        ("[ × ] a|an|per|/ {unit}", refused(_OFTEN)),
        ("{count} a|an|per|/ {unit}", refused(_OFTEN)),
        ("{most}", refused("write a number or a time")),
        ("{least}", refused("write a number or a time")),
        ("{clock}", refused(_CLOCK)),
        ("about|around|approximately", refused("write the time or the number itself")),
        ("[ on|with|for ] both {parts}", refused('write "each side", or "on both sides together"')),
    ],
    "chain": [("{link} {then} {link+then}", lambda first, others: (first, *others))],
    "link": [("{verb}", same), ("{nested}", same)],
    "work": [
        ("{count} [ {repetition} ]", says("repetitions")),
        ("{count} × {thing}", says("repetitions", "phases")),
        ("{count} {repetition} of {thing}", says("repetitions", "phases")),
        ("{thing}", says("phases", repetitions=1)),
        ("repeat {list} for {closed}", lambda phases, time: {"phases": phases, "repetitions": AsManyAsFit(time)}),
        ("repeat for {closed}", lambda time: {"phases": (Move(),), "repetitions": AsManyAsFit(time)}),
    ],
    "thing": [("{short}", lambda phase: (phase,)), ("{list}", same)],
    "list": [("( {phase+comma} )", lambda phases: tuple(phases))],
    "phase": [
        ("{simple}", same),
        ("{simple} on the other {part}", on(RelativeSide.OPPOSITE)),
        ("{simple} on both {parts}", on(RelativeSide.BOTH)),
        ("{nested}", same),
    ],
    "simple": [("{verb}", same), ("{words} : {verb}", labelled), ("{movement}", same)],
    "verb": [
        (_HOLD, Hold),
        (_MOVE, Move),
        (_REST, Rest),
        ("move", Move),
        ("hold|rest|relax [ for ] {count}", refused(UNITLESS)),
        ("hold|move|rest|relax [ for ] {clock}", refused(_CLOCK)),
    ],
    "movement": [
        ("{label}", lambda label: Move(label=label)),
        ("{label} [ for ] {time}", lambda label, time: Move(time, label=label)),
    ],
    "short": [("{time} [ hold|holds ]", Hold), ("{time} moving", Move), ("{time} resting", Rest)],
    "nested": [("{repeated}", same), ("{repeated} with {pause} between", resting)],
    "repeated": [
        ("once", Repetitions),
        ("{count} {repetition}", Repetitions),
        ("{count} × {thing}", Repetitions),
        ("{count} × {movement}", Repetitions),
        ("repeat {list} for {closed}", fitting),
        ("repeat for {closed}", lambda time: Repetitions(AsManyAsFit(time))),
    ],
    "pause": [
        ("rest|pause [ for|of ] {time}", same),
        ("{time} [ of ] rest|pause", same),
        ("no rest|pause", always(NO_TIME)),
        ("rest as long as you like", always(Range.at_least(NO_TIME))),
    ],
    "level": [
        ("{repetition}", always(REST_BETWEEN_REPETITIONS)),
        ("hold|holds", always(REST_BETWEEN_REPETITIONS)),
        ("{parts}", always(REST_BETWEEN_SIDES)),
        ("{set}", always(REST_BETWEEN_SETS)),
    ],
    "sides": [
        ("[ on|with|for ] each|per|every|ea {part}", always(EACH)),
        ("/ {part}", always(EACH)),
        ("repeat on|with the other {part}", always(EACH)),
        ("{one} [ only ]", lambda one: (one,)),
        ("{one} {then} {another+then}", lambda one, others: Sidedness(sides=(one, *others)).sides),
    ],
    "one": [
        ("on|with the {side} [ {part} ]", same),
        ("[ the ] {side} {part}", same),
        ("[ on|with ] both {parts} together", always(Side.BOTH)),
    ],
    "another": [("{one}", same), ("[ the ] {side}", same)],
    "first": [
        ("[ on|with ] [ the ] {side} [ {part} ] first", lambda side: (side, side.opposite)),
        ("[ on|with ] [ the ] {side} [ {part} ] first {then} {another}", lambda first, second: (first, second)),
        ("start|starting|begin|beginning on|with the {side} [ {part} ]", lambda side: (side, side.opposite)),
    ],
    "side": [(words, always(side)) for side, words in SIDES.items()],
    "often": [
        ("{period}", frequency),
        ("{period} [ , ] {limit}", frequency),
        ("{period} [ , ] {clocks}", frequency),
        ("{period} [ , ] {clocks} [ , ] {limit}", frequency),
    ],
    "period": [
        ("{times} a|an|per|each|every|/ {unit}", says("times", "unit")),
        ("{times} weekly", says("times", unit=PeriodUnit.WEEK)),
        ("{times} every|in|per {whole} {unit}", says("times", "every", "unit")),
        (f"{{count}} {DAY} a|per|each|every|/ week|wk", says("times", unit=PeriodUnit.WEEK)),
        ("daily", says()),
        ("weekly", says(unit=PeriodUnit.WEEK)),
        ("hourly", says(unit=PeriodUnit.HOUR)),
        ("each|every {unit}", says("unit")),
        ("every other|second {unit}", says("unit", every=2)),
        ("every {whole} {unit}", says("every", "unit")),
        ("[ on ] {weekday+and}", says("weekdays")),
        ("{daily}", says("times")),
        ("{daily} [ , ] [ on ] {weekday+and}", says("times", "weekdays")),
    ],
    "daily": [
        (f"{{times}} a|an|per|each|every|/ {DAY}", same),
        ("{times} daily", same),
        ("bid", always(2)),
        ("tid", always(3)),
        ("qid", always(4)),
    ],
    "clocks": [("at {clock+and}", says("times_of_day"))],
    "limit": [(f"for {{count}} {WEEK}", says("weeks")), ("for {count} day|days", says("days"))],
    "times": [
        ("once", always(1)),
        ("twice", always(2)),
        ("{least} once", always(Range.at_least(1))),
        ("{least} twice", always(Range.at_least(2))),
        ("{most} once", always(Range.up_to(1))),
        ("{most} twice", always(Range.up_to(2))),
        ("{count} time|times|×", same),
    ],
    "unit": [
        ("{minute}", always(PeriodUnit.MINUTE)),
        ("{hour}", always(PeriodUnit.HOUR)),
        (DAY, always(PeriodUnit.DAY)),
        (WEEK, always(PeriodUnit.WEEK)),
    ],
    "weekday": [(words, always(weekday)) for weekday, words in WEEKDAYS.items()],
    "count": [
        ("{whole}", same),
        ("{whole} –|to {whole}", Range),
        ("{least} {whole}", Range.at_least),
        ("{most} {whole}", Range.up_to),
    ],
    "time": [
        ("{closed}", same),
        ("{least} {length}", Range.at_least),
        ("{most} {length}", Range.up_to),
        ("{least} {whole} {breath}", lambda low: Breaths(Range.at_least(low))),
        ("{most} {whole} {breath}", lambda high: Breaths(Range.up_to(high))),
        ("{least} {half}", refused(_HALVES)),
        ("{most} {half}", refused(_HALVES)),
        ("{whole} –|to {half}", refused(_HALVES)),
        ("[ {whole} ] ½ –|to {whole} {breath}", refused(_HALVES)),
        ("[ {whole} ] ½ –|to {half}", refused(_HALVES)),
    ],
    "least": [("at least", None), ("no less|fewer than", None), ("minimum [ of ]", None)],
    "most": [("up to", None), ("at most", None), ("no more than", None), ("max|maximum [ of ]", None)],
    "closed": [
        ("{length}", same),
        ("{length} –|to {length}", Range),
        ("{number} –|to {number} [ – ] {hour}", between(3600)),
        ("{number} –|to {number} [ – ] {minute}", between(60)),
        ("{number} –|to {number} [ – ] {second}", between(1)),
        ("{whole} [ – ] {breath}", Breaths),
        ("{whole} –|to {whole} [ – ] {breath}", lambda low, high: Breaths(Range(low, high))),
        ("{half}", same),
    ],
    "half": [
        ("{whole} ½ {breath}", and_a_half),
        ("½ {breath}", always(Breaths(0.5))),
        ("half a {breath}", always(Breaths(0.5))),
    ],
    "length": [
        ("{hours} [ {minutes} ] [ {seconds} ]", in_all),
        ("{minutes} [ {seconds} ]", in_all),
        ("{seconds}", in_all),
        ("half a {minute}", always(timedelta(seconds=30))),
        ("half an {hour}", always(timedelta(minutes=30))),
    ],
    "hours": [("{number} [ – ] {hour}", in_seconds(3600))],
    "minutes": [("{number} [ – ] {minute}", in_seconds(60))],
    "seconds": [("{number} [ – ] {second}", in_seconds(1))],
    **{name: [(words, None)] for name, words in NOUNS.items()},
    "comma": [(",|;", None), (",|; then", None), ("then", None)],
    "then": [("then", None), (",|; then", None)],
    "and": [(",", None), ("and|/|&", None), (", and", None)],
}

#: Units that may end in a full stop.
ABBREVIATIONS: Final = frozenset({"h", "hr", "hrs", "min", "mins", "s", "sec", "secs", "rep", "reps", "d", "wk", "wks"})

_REMARK = "put remarks into the instructions"
#: Words and signs that no phrase has there, and what to write instead.
HINTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("@", "kg", "lb", "lbs", "rpe"), _REMARK),
    **dict.fromkeys(("deep", "gentle", "gently", "slow", "slowly"), _REMARK),
    **dict.fromkeys(("before", "during", "until", "while", "with", "w"), _REMARK),
    **dict.fromkeys(("b", "l", "r"), 'write "each side", "on the left" or "on the right"'),
    **dict.fromkeys(("'", "\N{PRIME}", "m"), 'write "min" for minutes'),
    **dict.fromkeys(('"', "\N{DOUBLE PRIME}"), 'write "s" for seconds'),
    **dict.fromkeys(("amrap", "many"), 'write "move 5 min", and "as many as possible" into the instructions'),
    **dict.fromkeys(("off", "round", "rounds", "work"), 'write "8 × (move 20 s, rest 10 s)", or a circuit'),
    "*": 'write "x"',
    "+": 'write "at least …"',
    "in": 'write times of day, such as "daily at 8:00", or put remarks into the instructions',
    "after": 'write "between sets", or put remarks into the instructions',
    "/": "write fractions as decimals, and different sets as different exercises",
    "or": 'write a range, "at least …", or another exercise',
    "then": "write another exercise, or another stage of a plan",
}
