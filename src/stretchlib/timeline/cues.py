"""
Spoken cues for a timeline.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import timedelta
from heapq import merge
from itertools import chain, dropwhile, groupby, pairwise
from typing import NamedTuple

import attrs

from stretchlib._classes import final, resolve_types
from stretchlib._messages import refuse
from stretchlib._validation import check_kind, whole
from stretchlib.model.steps import Step
from stretchlib.model.timedeltas import SECOND, to_elapsed
from stretchlib.timeline.seeking import bouts_before
from stretchlib.timeline.timeline import Timeline, check_scheduled, span_of
from stretchlib.timeline.wording import Wording


@final
class CueKind(enum.Enum):
    """
    The reason of a cue.

    Attributes:
        INTRO: The timeline starts.
        BEGIN: A hold, a movement or a relaxing phase starts.
        PAUSE: A gap starts, and announces what follows.
        HALF_TIME: Half of a step is over.
        COUNTDOWN: The last seconds of a step are counted down.
        OUTRO: The timeline ends.
    """

    INTRO = "intro"
    BEGIN = "begin"
    PAUSE = "pause"
    HALF_TIME = "half_time"
    COUNTDOWN = "countdown"
    OUTRO = "outro"


@final
@attrs.frozen(kw_only=True)
class Cue:
    """
    A text to speak, from *start* until just before *end*.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> first = next(cues(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))))
    >>> print(first, first.end)
    Get ready: Chin tuck 0:00:05

    Attributes:
        start: When to speak the text.
        duration: The time until the next cue, or until its step ends.
        kind: The reason of the cue.
        text: The text to speak; not empty.
        step: The step during which it is spoken.
    """

    start: timedelta
    duration: timedelta
    kind: CueKind
    text: str
    step: Step

    @property
    def end(self) -> timedelta:
        """
        When the next cue starts, or its step ends.
        """
        return self.start + self.duration

    def __str__(self) -> str:
        return self.text


def cues(
    timeline: Timeline,
    *,
    start: timedelta | float = 0,
    countdown: int = 3,
    countdown_from: timedelta | float = 10,
    half_time_from: timedelta | float = 20,
    wording: Wording = Wording(),
) -> Iterator[Cue]:
    """
    Yield the spoken cues of *timeline* in time order, lazily.

    1. A step starts with what to do, a gap also announces what follows, and the timeline starts with the intro.
       If no gap announces the exercise or the side of a step, the step itself does.
       The start of one of several sets or rounds is announced; of nested circuits, only the outermost that starts one.
    2. Half time is announced in long holds and movements, and the last seconds of all long steps are counted down;
       neither in a step that the person ends, whose end is only an estimate.
       Half of a step is rounded down to the microsecond.
    3. The outro is one second before the end of the timeline, or halfway through its last step if that is later.
    4. Each cue is within its own step; cues that do not fit are left out.
    5. At any time there is one cue. Precedence, highest first: opening, outro, half time, countdown.

    Args:
        timeline: The timeline.
        start: When to begin, in seconds or as a `timedelta`; cues that start earlier are left out.
        countdown: How many seconds to count down; 0 for none.
        countdown_from: The shortest steps with a countdown, in seconds or as a `timedelta`; in shorter ones,
            it would interrupt the text at the start.
        half_time_from: The shortest steps with a half time, in seconds or as a `timedelta`.
        wording: The texts; an empty text produces no cue, so a cue of lower precedence may take its place.

    Raises:
        TypeError: An argument is of another type.
        ValueError: *start*, *countdown*, *countdown_from* or *half_time_from* is negative.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> for cue in cues(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(30), sets=2)]))):
    ...     print(cue.start, cue)
    0:00:00 Get ready: Chin tuck. Set 1 of 2
    0:00:05 Hold for 30 seconds
    0:00:20 Half time
    0:00:32 3
    0:00:33 2
    0:00:34 1
    0:00:35 Rest for 10 seconds. Set 2 of 2
    0:00:42 3
    0:00:43 2
    0:00:44 1
    0:00:45 Hold for 30 seconds
    0:01:00 Half time
    0:01:12 3
    0:01:13 2
    0:01:14 Well done
    """
    check_scheduled(timeline)
    check_kind("wording", wording, Wording)
    max_countdown = whole("countdown", countdown)
    if max_countdown < 0:
        refuse("countdown", "must be at least 0", countdown)
    voice = _Voice(
        max_countdown,
        to_elapsed("countdown_from", countdown_from),
        to_elapsed("half_time_from", half_time_from),
        wording,
    )
    first = to_elapsed("start", start)
    found = chain.from_iterable(map(voice.during, _scenes(timeline, first)))
    return dropwhile(lambda cue: cue.start < first, found)


@final
class _Scene(NamedTuple):
    """
    A step with the steps before and after it, and the *last* step before it that has a side.
    """

    last: Step | None
    before: Step | None
    step: Step
    following: Step | None


def _scenes(timeline: Timeline, start: timedelta) -> Iterator[_Scene]:
    """
    Yield the scenes of the steps that end after *start*.
    """
    steps = iter(timeline.between(start, timeline.duration) if start else timeline)
    step = next(steps, None)
    before = timeline[step.index - 1] if step and step.index else None
    last = _last_before(timeline, step) if step else None
    while step:
        following = next(steps, None)
        yield _Scene(last, before, step, following)
        before, step = step, following
        last = before if before.side else last


def _last_before(timeline: Timeline, step: Step) -> Step | None:
    """
    Return the last step before *step* that has a side, past all gaps.
    """
    if step.index and timeline[step.index - 1].side:
        return timeline[step.index - 1]
    bouts = bouts_before(span_of(timeline), step.index)
    return timeline[timeline.bouts[bouts - 1].indices[-1]] if bouts else None


@final
class _CueDraft(NamedTuple):
    start: timedelta
    kind: CueKind
    text: str


def _start(draft: _CueDraft) -> timedelta:
    return draft.start


@final
@attrs.frozen
class _Voice:
    """
    The cues of one step after the other.
    """

    max_countdown: int
    countdown_from: timedelta
    half_time_from: timedelta
    wording: Wording

    def during(self, scene: _Scene) -> Iterator[Cue]:
        """
        Yield the cues of one step.
        """
        step = scene.step
        # If several cues start at the same time, the first one in this order is used.
        in_order = merge(self.opening(scene), self.outro(scene), self.half_time(step), self.countdown(step), key=_start)
        chosen = (next(same) for _, same in groupby((draft for draft in in_order if draft.text), _start))
        end = _CueDraft(step.end, CueKind.BEGIN, "")
        for draft, later in pairwise(chain(chosen, (end,))):
            duration = later.start - draft.start
            yield Cue(start=draft.start, duration=duration, kind=draft.kind, text=draft.text, step=step)

    def opening(self, scene: _Scene) -> Iterator[_CueDraft]:
        last, before, step, following = scene
        # Changes that a gap has announced are not repeated.
        is_announced = step.side and before and before.side is None
        starting = following if step.side is None else step
        places = self.places(last, starting) if starting and starting.side and not is_announced else ()
        if before is None and (intro := self.wording.intro(step, following)):
            yield _CueDraft(step.start, CueKind.INTRO, self.joined(intro, *places))
        elif step.side is None:
            pause = self.wording.pause(step, before, following)
            yield _CueDraft(step.start, CueKind.PAUSE, self.joined(pause, *places))
        else:
            begin = self.wording.begin(step, before)
            yield _CueDraft(step.start, CueKind.BEGIN, self.joined(*places, begin))

    def places(self, last: Step | None, step: Step) -> Iterator[str]:
        """
        Yield the announcements of the round and the set that start with *step*, if there are several.
        """
        for depth, total in enumerate(step.rounds):
            inside = slice(depth + 1)
            place = (step.path[inside], step.round[inside])
            if total != 1 and (last is None or place != (last.path[inside], last.round[inside])):
                yield self.wording.round(step, depth)
                break
        place_of_set = (step.path, step.round, step.set)
        if step.sets != 1 and (last is None or place_of_set != (last.path, last.round, last.set)):
            yield self.wording.set(step)

    def outro(self, scene: _Scene) -> Iterator[_CueDraft]:
        step = scene.step
        if scene.following is None:
            start = max(step.end - SECOND, step.start + step.duration // 2)
            yield _CueDraft(start, CueKind.OUTRO, self.wording.outro(step))

    def half_time(self, step: Step) -> Iterator[_CueDraft]:
        is_timed = step.kind.is_work and not step.estimated
        if is_timed and step.duration >= self.half_time_from:
            yield _CueDraft(step.start + step.duration // 2, CueKind.HALF_TIME, self.wording.half_time(step))

    def countdown(self, step: Step) -> Iterator[_CueDraft]:
        is_long = step.duration >= self.countdown_from and not step.estimated
        most = min(self.max_countdown, step.duration // SECOND) if is_long else 0
        for left in range(most, 0, -1):
            yield _CueDraft(step.end - left * SECOND, CueKind.COUNTDOWN, self.wording.countdown(step, left))

    def joined(self, *texts: str) -> str:
        """
        Return several texts as one; a single one is not changed.
        """
        given = [*filter(None, texts)]
        return self.wording.joined(given) if given[1:] else "".join(given)


resolve_types(Cue)
