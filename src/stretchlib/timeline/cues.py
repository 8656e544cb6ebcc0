"""
When does a voice say what?
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import timedelta
from heapq import merge
from itertools import chain, dropwhile, groupby, pairwise, starmap
from typing import NamedTuple, final

import attrs

from stretchlib._validation import refuse
from stretchlib.model.quantities import SECOND, to_elapsed
from stretchlib.timeline.steps import Step
from stretchlib.timeline.timeline import Timeline
from stretchlib.timeline.wording import Wording


@final
class CueKind(enum.Enum):
    """
    Why something is said.
    """

    #: The timeline begins.
    FIRST_WORDS = "first_words"
    #: Something to do begins.
    BEGIN = "begin"
    #: A gap begins; what comes next is told.
    PAUSE = "pause"
    #: Half of a step is over.
    HALF_TIME = "half_time"
    #: So many seconds of a step are left.
    COUNTDOWN = "countdown"
    #: The timeline ends.
    LAST_WORDS = "last_words"


@final
@attrs.frozen(kw_only=True)
class Cue:
    """
    Something to say, from *start* on; it has time until just before *end*.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> first = next(cues(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(5))]))))
    >>> print(first, first.end)
    Get ready: Chin tuck 0:00:02

    Attributes:
        start: When to say it.
        duration: How long it is until the next cue, or until its step ends.
        kind: Why it is said.
        text: What to say; not empty.
        step: The step during which it is said.
    """

    start: timedelta
    duration: timedelta
    kind: CueKind
    text: str
    step: Step

    @property
    def end(self) -> timedelta:
        """
        When something else is said, or its step ends.
        """
        return self.start + self.duration

    def __str__(self) -> str:
        return self.text


def cues(
    timeline: Timeline,
    *,
    start: timedelta | float = 0,
    countdown: int = 3,
    half_time_from: timedelta | float = 20,
    wording: Wording = Wording(),
) -> Iterator[Cue]:
    """
    Yield what a voice says during a *timeline*, in order of time, without ever unrolling it.

    1. When a step begins, it says what to do; in a gap also what comes next; at the very beginning, the first words.
       Where no gap has told which exercise or which side comes, the step itself says it.
    2. It tells half time in a hold or movement of some length, and counts down the last seconds of every step.
       It does neither in a movement at one's own pace, whose end is only a guess.
       Half of a step is rounded down to the microsecond.
    3. The last words come one second before the end of the timeline, or halfway through its last step if that is later.
    4. Each cue lies within its own step, and what does not fit there is left out.
    5. It says one thing at a time: of cues for the same moment, the opening of a step goes before the last words,
       these before the countdown, and that before half time. The others are left out.

    Args:
        timeline: What is done and when.
        start: From when on, in seconds or as a `timedelta`; a cue that began before is left out.
        countdown: How many seconds to count down; 0 for none.
        half_time_from: How long a step must be for its half time to be told, in seconds or as a `timedelta`.
        wording: What to say; an empty text is left out, and makes way for others.

    >>> from stretchlib import Exercise, Hold, Routine, schedule
    >>> for cue in cues(schedule(Routine("Neck", [Exercise("Chin tuck", Hold(30))]))):
    ...     print(cue.start, cue)
    0:00:00 Get ready: Chin tuck
    0:00:02 3
    0:00:03 2
    0:00:04 1
    0:00:05 Hold for 30 seconds
    0:00:20 Half time
    0:00:32 3
    0:00:33 2
    0:00:34 Well done
    """
    if not isinstance(countdown, int) or isinstance(countdown, bool):
        refuse("countdown", "must be a whole number", countdown, TypeError)
    if countdown < 0:
        refuse("countdown", "must be at least 0", countdown)
    first = to_elapsed("start", start)
    shortest = to_elapsed("half_time_from", half_time_from)
    if not isinstance(wording, Wording):
        refuse("wording", "must be a Wording", wording, TypeError)
    voice = _Voice(countdown, shortest, wording)
    said = chain.from_iterable(starmap(voice.during, _with_neighbours(timeline, first)))
    return dropwhile(lambda cue: cue.start < first, said)


def _with_neighbours(timeline: Timeline, start: timedelta) -> Iterator[tuple[Step | None, Step, Step | None]]:
    """
    Yield the steps that end after *start*, each between the one before it and the one after it.
    """
    steps = timeline.between(start, timeline.duration) if start else iter(timeline)
    step = next(steps, None)
    before = timeline[step.index - 1] if step and step.index else None
    while step:
        following = next(steps, None)
        yield before, step, following
        before, step = step, following


class _Words(NamedTuple):
    start: timedelta
    kind: CueKind
    text: str


def _start(words: _Words) -> timedelta:
    return words.start


@final
@attrs.frozen
class _Voice:
    """
    Says things during one step after the other.
    """

    seconds: int
    half_time_from: timedelta
    wording: Wording

    def during(self, before: Step | None, step: Step, following: Step | None) -> Iterator[Cue]:
        """
        Yield the cues of one step.
        """
        # Where two come at the same moment, the one that stands first here is said.
        in_order = merge(
            self.opening(before, step, following),
            self.last_words(step, following),
            self.countdown(step),
            self.half_time(step),
            key=_start,
        )
        said = (next(same) for _, same in groupby((words for words in in_order if words.text), _start))
        end_of_step = _Words(step.end, CueKind.BEGIN, "")
        for words, later in pairwise(chain(said, (end_of_step,))):
            duration = later.start - words.start
            yield Cue(start=words.start, duration=duration, kind=words.kind, text=words.text, step=step)

    def opening(self, before: Step | None, step: Step, following: Step | None) -> Iterator[_Words]:
        if before is None:
            yield _Words(step.start, CueKind.FIRST_WORDS, self.wording.first_words(step, following))
        if step.side is None:
            yield _Words(step.start, CueKind.PAUSE, self.wording.pause(step, before, following))
        else:
            yield _Words(step.start, CueKind.BEGIN, self.wording.begin(step, before))

    def last_words(self, step: Step, following: Step | None) -> Iterator[_Words]:
        if following is None:
            start = max(step.end - SECOND, step.start + step.duration // 2)
            yield _Words(start, CueKind.LAST_WORDS, self.wording.last_words(step))

    def countdown(self, step: Step) -> Iterator[_Words]:
        most = 0 if step.estimated else min(self.seconds, step.duration // SECOND)
        for left in range(most, 0, -1):
            yield _Words(step.end - left * SECOND, CueKind.COUNTDOWN, self.wording.countdown(step, left))

    def half_time(self, step: Step) -> Iterator[_Words]:
        told = step.kind.is_work and not step.estimated
        if told and step.duration >= self.half_time_from:
            yield _Words(step.start + step.duration // 2, CueKind.HALF_TIME, self.wording.half_time(step))
