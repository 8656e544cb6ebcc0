"""
Values that several files of tests share.
"""

import numpy

from stretchlib import Exercise, Hold

STRETCH = Exercise("Stretch", Hold(30))
#: In nanoseconds, in seconds, a unit without a fixed length, and no value.
TIMEDELTAS_OF_NUMPY = [
    numpy.timedelta64(30, "ns"),
    numpy.timedelta64(30, "s"),
    numpy.timedelta64(1, "Y"),
    numpy.timedelta64("NaT", "s"),
]
