"""
Occurrences and sessions, day by day, as found with a paper calendar.

Only values of the library are used. All times are local times, without clock changes.
"""

from datetime import datetime, time, timedelta

import attrs

from stretchlib import Pacing, PeriodUnit, Weekday

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
LENGTHS = {
    PeriodUnit.MINUTE: timedelta(minutes=1),
    PeriodUnit.HOUR: timedelta(hours=1),
    PeriodUnit.DAY: DAY,
    PeriodUnit.WEEK: 7 * DAY,
}


def rounded(gap):
    """
    Return a gap in whole minutes, or in whole seconds if it is shorter than a minute.
    """
    return gap - gap % (timedelta(minutes=1) if gap >= timedelta(minutes=1) else SECOND)


def evenly(first, last, count):
    """
    Return a number of times of day; the night is not shorter than the gaps between them.
    """
    gap = rounded(min((last - first) // SECOND * SECOND, DAY * (count - 1) // count // SECOND * SECOND) // (count - 1))
    return [first + nth * gap for nth in range(count)]


def since_midnight(clock):
    return datetime.combine(datetime.min, clock) - datetime.min


def length(what, level):
    """
    Return how long a frequency or a stage lasts; `None` if not prescribed.
    """
    count = Pacing(level=level).count
    if what.weeks is not None:
        return count(what.weeks) * 7 * DAY
    return None if what.days is None else count(what.days) * DAY


def times_of(frequency, number, midnight, own_time, times, waking_hours):
    """
    Return the times of one day; its *number* is counted from the day of the start.
    """
    first, last = map(since_midnight, waking_hours)
    last += DAY * (last <= first)
    period = frequency.every * LENGTHS[frequency.unit]
    if frequency.unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR):
        every = rounded(period // times)
        return [first + nth * every for nth in range((min(last - first, DAY - SECOND)) // every + 1)]
    on_days = [sum(k * period.days // times == day for k in range(times)) for day in range(period.days)]
    count, most = on_days[number % period.days], max(on_days)
    if frequency.weekdays:
        count, most = times * ([*Weekday][midnight.weekday()] in frequency.weekdays), times
    elif frequency.times_of_day:
        count, most = times * (number % period.days == 0), times
    if frequency.times_of_day:
        return [*map(since_midnight, frequency.times_of_day)][:count]
    return ([own_time] if most == 1 else evenly(first, last, most))[:count]


def occurrences_by_hand(frequency, start, end, *, waking_hours=(time(8), time(20)), level=0):
    """
    Return the occurrences from *start* to before *end*, both without a time zone.
    """
    times, lasts = Pacing(level=level).count(frequency.times), length(frequency, level)
    end = end if lasts is None else min(end, start + lasts)
    midnight = datetime.combine(start, time())
    every = rounded(frequency.every * LENGTHS[frequency.unit] // times)
    if frequency.unit in (PeriodUnit.MINUTE, PeriodUnit.HOUR) and every >= DAY:
        return [start + nth * every for nth in range(-((start - end) // every))]
    days = [(number, midnight + number * DAY) for number in range(-1, (end - midnight).days + 1)]
    found = {
        day + clock
        for number, day in days
        for clock in times_of(frequency, number, day, start - midnight, times, waking_hours)
    }
    return sorted(moment for moment in found if start <= moment < end)


def often_in(routine, exercise):
    """
    Return how often an exercise of *routine* is done, and for how long.
    """
    own, around = exercise.frequency, routine.frequency
    if own and around and own.weeks is own.days is None:
        return attrs.evolve(own, weeks=around.weeks, days=around.days)
    return own or around


def sessions_by_hand(plan, start, stage_starts, end, *, level=0):
    """
    Return the sessions from *start* to before *end*: moment, stage, name of the routine, names of the exercises.
    """
    found = []
    for index, stage in enumerate(plan.stages):
        lasts = length(stage, level)
        over = stage_starts.get(index + 1, end if lasts is None else start + lasts)
        last = min(over, end)
        for routine in stage.routines:
            often = [often_in(routine, each) for each in routine.items]
            for frequency in dict.fromkeys(often):
                names = [each.name for each, its in zip(routine.items, often, strict=True) if its == frequency]
                once = [start][: start < last]
                moments = occurrences_by_hand(frequency, start, last, level=level) if frequency else once
                found += [(moment, index, routine.name, names) for moment in moments]
        start = over
    return sorted(found, key=lambda row: row[0])
