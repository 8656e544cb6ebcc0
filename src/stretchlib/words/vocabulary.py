"""
The words that phrases and labels share, with alternatives separated by "|" as in the patterns of phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stretchlib.model.frequency import Weekday
from stretchlib.model.sidedness import Side

#: The words of each part of phrases that has no value, by its name.
NOUNS: Final[Mapping[str, str]] = {
    "hour": "h|hr|hrs|hour|hours",
    "minute": "min|mins|minute|minutes",
    "second": "s|sec|secs|second|seconds",
    "breath": "breath|breaths",
    "repetition": "repetition|repetitions|rep|reps|time|times",
    "set": "set|sets",
    "part": "side|leg|arm|foot|hand|knee|hip|ankle|wrist|elbow|shoulder|thigh|calf",
    "parts": "sides|legs|arms|feet|hands|knees|hips|ankles|wrists|elbows|shoulders|thighs|calves",
}
DAY: Final = "day|days|d"
WEEK: Final = "week|weeks|wk|wks"
SIDES: Final[Mapping[Side, str]] = {
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.AFFECTED: "affected|injured|involved|operated",
    Side.UNAFFECTED: "unaffected|uninjured|uninvolved|healthy",
}
WEEKDAYS: Final[Mapping[Weekday, str]] = {
    day: f"{day.value}|{day.value}s|{abbreviations}"
    for day, abbreviations in zip(
        Weekday, ("mon", "tue|tues", "wed", "thu|thur|thurs", "fri", "sat", "sun"), strict=True
    )
}

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
#: The numbers that may be written as words.
NUMBERS: Final[Mapping[str, int]] = {word: number for number, word in enumerate(_NUMBERS.split(), 1)}
