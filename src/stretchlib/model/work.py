"""
The parts of a set: holds, movements, rests, and repetitions of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeAlias

import attrs
from attrs.validators import optional

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented
from stretchlib._messages import refuse
from stretchlib._validation import Field, check_some_of, is_one_of, is_text, to_text, to_tuple
from stretchlib.model.quantities import (
    AsManyAsFit,
    Count,
    Duration,
    is_duration,
    is_duration_above_zero,
    is_times,
    to_duration,
    to_duration_or_none,
    to_times,
)
from stretchlib.model.sidedness import RelativeSide

#: How deep repetitions may nest within one exercise.
MAX_REPETITIONS_DEPTH = 8


@final
@documented
@attrs.frozen
class Hold:
    """
    A held position.

    Attributes:
        duration: How long the position is held, above 0 seconds.
        label: The name of the phase, for example "contract"; empty if it needs none.
        side: The side, relative to the side of the repetition.

    >>> from datetime import timedelta
    >>> Hold(30) == Hold(timedelta(seconds=30))
    True
    """

    duration: Duration = attrs.field(converter=to_duration, validator=is_duration_above_zero)
    label: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    side: RelativeSide = attrs.field(default=RelativeSide.SAME, validator=is_one_of(RelativeSide), kw_only=True)


@final
@documented
@attrs.frozen
class Move:
    """
    A movement: timed, or self-paced if no duration is given.

    Attributes:
        duration: How long the movement takes, above 0 seconds; `None` if it is self-paced.
        label: The name of the phase, for example "lift"; empty if it needs none.
        side: The side, relative to the side of the repetition.

    >>> Move().duration is None
    True
    """

    duration: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration_above_zero)
    )
    label: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    side: RelativeSide = attrs.field(default=RelativeSide.SAME, validator=is_one_of(RelativeSide), kw_only=True)


@final
@documented
@attrs.frozen
class Rest:
    """
    A rest: an item of a routine or circuit, or the relaxing phase of a repetition.

    Attributes:
        duration: How long the rest lasts, above 0 seconds.
        label: The name of the rest, for example "relax"; empty if it needs none.

    >>> Rest(60, label="drink some water").label
    'drink some water'
    """

    duration: Duration = attrs.field(converter=to_duration, validator=is_duration_above_zero)
    label: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)


def _to_phases(phases: Phase | Iterable[Phase]) -> tuple[Phase, ...]:
    return to_tuple(phases, Hold, Move, Rest, Repetitions)


def _is_some_phases(_: object, attribute: Field, value: object) -> None:
    check_some_of(attribute.name, value, Hold, Move, Rest, Repetitions)


@final
@documented
@attrs.frozen
class Repetitions:
    """
    A sequence of phases, repeated *count* times on each side; repetitions nest up to 8 deep.

    Ten pelvic tilts, each with a tempo:

    >>> tilts = Repetitions(10, [Move(2, label="tilt"), Hold(5), Move(2, label="release")])

    A phase may be `Repetitions`, too: ten circles one way, then ten the other way.

    >>> circles = Repetitions(phases=[Repetitions(10, Move(label="in")), Repetitions(10, Move(label="out"))])

    Box breathing for four minutes:

    >>> breathing = Repetitions(AsManyAsFit(240), [Move(4), Hold(4), Move(4), Hold(4)])

    Attributes:
        count: How many times, at least once, on each side.
        phases: The phases of one repetition, in order; at least one.
        rest: The prescribed rest between two repetitions, at least 0 seconds; `None` if none is prescribed.
    """

    count: Count | AsManyAsFit = attrs.field(default=1, converter=to_times, validator=is_times)
    phases: tuple[Phase, ...] = attrs.field(default=(Move(),), converter=_to_phases, validator=_is_some_phases)
    rest: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if self._inside():
            check_depth("phases", "repetitions", self._depth, MAX_REPETITIONS_DEPTH)

    # Computed once, because computing it at every level would make reading deep documents slow.
    @cached_property
    def _depth(self) -> int:
        return 1 + max([phase._depth for phase in self._inside()], default=0)

    def _inside(self) -> list[Repetitions]:
        return [phase for phase in self.phases if isinstance(phase, Repetitions)]


#: A phase of a repetition.
Phase: TypeAlias = Hold | Move | Rest | Repetitions


def check_depth(field: str, what: str, depth: int, max_depth: int) -> None:
    """
    Accept a *depth* of at most *max_depth*; *what* is nested.
    """
    if depth > max_depth:
        refuse(field, f"must nest {what} at most {max_depth} deep", depth)


resolve_types(Hold, Move, Rest, Repetitions)
