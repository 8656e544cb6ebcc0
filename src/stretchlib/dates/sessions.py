"""
The sessions of a routine or a plan, in time order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from heapq import merge
from operator import attrgetter

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._messages import placed, refuse, shown
from stretchlib._validation import check_kind, to_tuple
from stretchlib.dates.moments import as_clocks_show, to_moment
from stretchlib.dates.recurrence import Recurrence, end_of, recurrences
from stretchlib.dates.rhythm import WAKING_HOURS, check_options
from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency, PeriodUnit, are_limits
from stretchlib.model.plan import Plan, Stage
from stretchlib.model.routine import Routine

_ONCE = Frequency(days=1)


@final
@attrs.frozen(kw_only=True)
class Session:
    """
    A time at which a routine is to be performed.

    >>> from datetime import UTC
    >>> from stretchlib.catalog import BACK_PAIN_RELIEF
    >>> first = next(sessions(BACK_PAIN_RELIEF, datetime(2026, 3, 27, 18, tzinfo=UTC)))
    >>> print(first.start, first.routine.name)
    2026-03-27 18:00:00+00:00 Back pain relief

    Attributes:
        start: When it begins, aware of its time zone.
        routine: The routine that is performed.
        stage: The index of its stage in the plan; 0 for a routine.
    """

    start: datetime
    routine: Routine
    stage: int


def sessions(
    what: Routine | Plan,
    start: datetime,
    *,
    stage_starts: Mapping[int, datetime] = {},
    at: time | Iterable[time] | None = None,
    waking_hours: tuple[time, time] = WAKING_HOURS,
    level: float = 0.0,
) -> Iterator[Session]:
    """
    Yield all sessions of a routine or a plan, in time order.

    The first stage starts at *start*, and each further one after the weeks or days of the previous one, in local time.
    With an entry in *stage_starts*, a stage starts at that moment instead, earlier or later, and the previous stage
    continues until then. A stage without weeks or days continues until the next one starts in this way, or for ever.

    Each routine of a stage has the moments of `occurrences` for its own frequency, counted from the start of the stage,
    until its frequency or its stage ends, whichever is first.
    A routine without a frequency is performed once, at the start of its stage.
    Exercises with a frequency of their own have separate sessions, as in `Routine.split_by_frequency`.
    Their frequency ends like the frequency of the routine, unless it has its own weeks or days.
    Sessions at the same moment are in the order of the routines.

    Args:
        what: A routine, or a plan.
        start: The start of the first stage, in a time zone as for `occurrences`.
        stage_starts: The actual starts of stages, by their index from 1 on; each stage has the time zone of its start.
        at: The time of day, or the times of day, if a frequency is in days or weeks and has no `times_of_day`;
            other frequencies ignore it. If some have more occurrences on a day than others, give them `times_of_day`.
        waking_hours: When the day begins and ends, as for `occurrences`.
        level: The position within every range of the stages and frequencies: 0 is the low end, 1 the high end.

    Raises:
        TypeError: *what* is neither a routine nor a plan, or another argument is of the wrong type.
        ValueError: As for `occurrences`; or *stage_starts* names a stage that does not exist,
            or starts a stage before the previous one; or a stage never starts, because the previous one has a last
            session, but neither weeks, days nor a goal.

    >>> from datetime import UTC
    >>> from stretchlib import Exercise, Hold
    >>> stretch, raises = Exercise("Calf stretch", Hold(30)), Exercise("Calf raise", Hold(5))
    >>> early = Stage(Routine("Early", [stretch], frequency=Frequency()), days=2)
    >>> late = Stage(Routine("Late", [raises], frequency=Frequency(every=2)))
    >>> course = sessions(Plan("Achilles", [early, late]), datetime(2026, 3, 27, 18, tzinfo=UTC))
    >>> for _ in range(4):
    ...     session = next(course)
    ...     print(session.start.date(), session.routine.name, session.stage)
    2026-03-27 Early 0
    2026-03-28 Early 0
    2026-03-29 Late 1
    2026-03-31 Late 1
    """
    found = dated_routines(what, start, stage_starts=stage_starts, at=at, waking_hours=waking_hours, level=level)
    return merge(*(_sessions(dated) for dated in [*found]), key=attrgetter("start"))


def _sessions(dated: DatedRoutine) -> Iterator[Session]:
    for moment in as_clocks_show(merge(*(each.moments() for each in dated.recurrences))):
        yield Session(start=moment, routine=dated.routine, stage=dated.stage)


@final
@attrs.frozen
class DatedRoutine:
    """
    One routine of one stage, and its recurrences.

    Attributes:
        routine: The routine, whose exercises all have its frequency.
        stage: The index of its stage.
        is_part: Whether other exercises of the routine have other frequencies.
        recurrences: When it is performed; empty if the stage ends before the first time.
    """

    routine: Routine
    stage: int
    is_part: bool
    recurrences: tuple[Recurrence, ...]


def dated_routines(
    what: Routine | Plan,
    start: datetime,
    *,
    stage_starts: Mapping[int, datetime],
    at: time | Iterable[time] | None,
    waking_hours: tuple[time, time],
    level: float,
) -> Iterator[DatedRoutine]:
    """
    Yield the routines of all stages that ever start, in order, split by frequency.

    Other arguments and errors are as for `sessions`.
    """
    check_kind("what", what, Plan, Routine)
    # Iterators would be empty for all but the first frequency.
    at, waking_hours = to_tuple(at, time), to_tuple(waking_hours)
    check_options(at, waking_hours, level)
    stages = what.stages if isinstance(what, Plan) else (Stage(what),)
    for index, begin, end in _spans(stages, start, stage_starts, level):
        split = [(routine, routine.split_by_frequency()) for routine in stages[index].routines]
        if end is None and stages[index + 1 :]:
            _check_end(stages[index], index, [part.frequency for _, parts in split for part in parts])
        for routine, parts in split:
            for part in parts:
                frequency = part.frequency or _ONCE
                times = at if part.frequency and _takes_times(part.frequency) else None
                with placed(_place(routine, part)):
                    found = recurrences(frequency, begin, end=end, at=times, waking_hours=waking_hours, level=level)
                yield DatedRoutine(part, index, len(parts) > 1, found)


def _place(routine: Routine, part: Routine) -> str:
    """
    Return the name of *routine*; if *part* has another frequency, with the name of its first exercise.
    """
    name = f"routine {shown(routine.name)}"
    if part.frequency == routine.frequency:
        return name
    first = next(item for _, item in part.walk() if isinstance(item, Exercise))
    return f"exercise {shown(first.name)} of {name}"


def _check_end(stage: Stage, index: int, frequencies: Iterable[Frequency | None]) -> None:
    """
    Accept a stage that lasts for weeks, days or until its goal, or has *frequencies* that never end.
    """
    if are_limits(stage.weeks, stage.days) or stage.goal:
        return
    if all(each is None or are_limits(each.weeks, each.days) for each in frequencies):
        message = (
            f"stage {index} must have weeks, days or a goal, or stage_starts must name stage {index + 1}: "
            f"stage {index} has a last session but no end, so stage {index + 1} would never start"
        )
        raise ValueError(message)


def _takes_times(frequency: Frequency) -> bool:
    """
    Return whether *frequency* is in days or weeks and has no times of day.
    """
    return frequency.unit in (PeriodUnit.DAY, PeriodUnit.WEEK) and not frequency.times_of_day


def _spans(
    stages: tuple[Stage, ...], start: datetime, stage_starts: Mapping[int, datetime], level: float
) -> Iterator[tuple[int, datetime, datetime | None]]:
    """
    Yield the stages that ever start, by index, each with its start and its end in the time zone of the start.
    """
    _check_stages(stage_starts, len(stages))
    begin: datetime | None = to_moment("start", start)
    for index, stage in enumerate(stages):
        following = _given(stage_starts, index + 1, begin)
        if begin is None:
            continue
        end = end_of(stage, begin, level) if following is None else following.astimezone(begin.tzinfo)
        yield index, begin, end
        begin = following or end


def _check_stages(stage_starts: Mapping[int, datetime], count: int) -> None:
    check_kind("stage_starts", stage_starts, Mapping)
    for index in stage_starts:
        if count == 1:
            refuse("stage_starts", "must be empty for a single stage", index)
        if index not in range(1, count):
            refuse("stage_starts", f"must name stages from 1 to {count - 1}", index)


def _given(stage_starts: Mapping[int, datetime], index: int, previous: datetime | None) -> datetime | None:
    """
    Return the start given for a stage, which is not before the start of the *previous* one.
    """
    field = f"stage_starts[{index}]"
    given = to_moment(field, stage_starts[index]) if index in stage_starts else None
    if given is not None and previous is None:
        refuse(field, f"must be left out if stage {index - 1} never starts", given.isoformat())
    if given is not None and previous is not None and given < previous:
        refuse(field, f"must not be before {previous.isoformat()}, the start of stage {index - 1}", given.isoformat())
    return given


resolve_types(Session)
