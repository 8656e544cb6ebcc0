"""
Names, numbers and moments that could break exports.
"""

import re
import sys
import unicodedata
from datetime import date, datetime, timedelta

import pandas

from stretchlib import Breaths, Exercise, Hold, Move, Pacing, Repetitions, Routine, schedule

#: More steps than anybody would list.
ENDLESS = {
    "endless": Repetitions(10**12, Move()),
    "more than can be counted": Repetitions(sys.maxsize, [Hold(timedelta.resolution), Move(timedelta.resolution)]),
}

#: One hold of the longest duration, in breaths of a microsecond, because other durations are whole seconds there.
UNTIL_THE_END_OF_TIME = schedule(
    Routine("Wait", [Exercise("Wait", Hold(Breaths(timedelta.max // timedelta.resolution)))]),
    Pacing(prepare=0, breath=timedelta.resolution),
)

#: Values that are not unambiguous moments, and the messages.
NO_MOMENTS = {
    "text": ("x", TypeError, r"^created must be a datetime \(got 'x'\)$"),
    "date": (date(2026, 3, 27), TypeError, "^created must be a datetime "),
    "no time": (pandas.NaT, TypeError, r"^created must be a datetime \(got NaT\)$"),
    "naive": (datetime(2026, 3, 27), ValueError, r"^created must have a time zone \(got '2026-03-27T00:00:00'\)$"),
}

NAMES = {
    "dollars": "cost $5 and $x^2$",
    "formula": "half of $x^2$",
    "ampersand": "squat & hold &amp; &lrm;",
    "tags": "<b>bold</b> <script>",
    "arrow": "left --> right",
    "fake caption": "one\n\n2\n00:00:00,000 --> 00:00:09,000\nfake\n\n00:00:00.000 --> 00:00:09.000\nfake",
    "fake property": "one\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "punctuation": "a;b,c:d\\e\\n\"f\" 'g' `h` %s {i} [j]",
    "backslashes": "C:\\New\\next \\; \\",
    "line breaks": "one\ntwo\r\nthree\rfour",
    "blank lines": "\n\none\n\n \n\ntwo\n",
    "right to left": "\N{RIGHT-TO-LEFT OVERRIDE}מתיחה\N{POP DIRECTIONAL FORMATTING} تمدد",
    "isolates": "\N{POP DIRECTIONAL ISOLATE}מתיחה\N{RIGHT-TO-LEFT ISOLATE}",
    "controls": "nul\0 bell\a escape\x1b[31m delete\x7f",
    "emoji": "🧘🏽‍♀️ 👨‍👩‍👧 🇩🇪 ❤️",
    "East Asian": "太もも裏のストレッチ 한국어",
    "combining": "e\N{COMBINING ACUTE ACCENT} ก็ कि",
    "digits": "12",
    "long": "stretch " * 1250,
    "long emoji": "👨‍👩‍👧" * 2000,
    "long combining": "e\N{COMBINING ACUTE ACCENT}" * 5000,
}


def on_one_line(text):
    """
    Return *text* with single spaces in place of blanks, line breaks and control characters, except no-break spaces.
    """
    printable = (" " if unicodedata.category(character) == "Cc" else character for character in text)
    return re.sub("[^\\S\u00a0\u2007\u202f\u3000]+", " ", "".join(printable)).strip()
