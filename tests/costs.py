"""
What a function costs: its calls, which are the same on every machine, and its processor time, to compare with another.
"""

import gc
import sys
from time import process_time


def calls(function, *arguments):
    """
    Return how many functions *function* calls, including those written in C.
    """
    count = 0

    def notice(frame, event, _):
        nonlocal count
        count += event in ("call", "c_call")

    # Other libraries may have callbacks for garbage collection, which are not our cost.
    gc.disable()
    sys.setprofile(notice)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
        gc.enable()
    return count


def shortest_time(function, *arguments, turns=3):
    """
    Return the processor time of the fastest of a number of *turns*, in seconds.
    """
    times = []
    for _ in range(turns):
        start = process_time()
        function(*arguments)
        times.append(process_time() - start)
    return min(times)
