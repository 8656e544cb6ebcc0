"""
Circuits and routines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias, cast

import attrs
from attrs.validators import optional

from stretchlib._classes import final, resolve_types
from stretchlib._late import documented, in_words
from stretchlib._messages import placed, refuse
from stretchlib._validation import Field, check_kind, check_some_of, is_name, is_one_of, is_text, to_text, to_tuple
from stretchlib.model.editing import changed, find, inserted, replaced, selected, shown_path, walk
from stretchlib.model.exercise import Exercise
from stretchlib.model.frequency import Frequency, limited_by
from stretchlib.model.quantities import (
    AsManyAsFit,
    Count,
    Duration,
    as_written,
    is_closed_duration,
    is_duration,
    is_times,
    to_duration_or_none,
    to_times,
)
from stretchlib.model.sidedness import Side, check_real_side
from stretchlib.model.work import Rest, check_depth

#: How deep circuits may nest; deeper ones could exceed the stack of Python and of JSON libraries.
MAX_CIRCUIT_DEPTH = 32


def _to_items(items: Item | Iterable[Item]) -> tuple[Item, ...]:
    return to_tuple(items, Exercise, Rest, Circuit)


def _is_some_items(_: object, attribute: Field, value: object) -> None:
    check_some_of(attribute.name, value, Exercise, Rest, Circuit)


@final
@documented
@attrs.frozen
class Circuit:
    """
    Items done in order, for a number of *rounds*; circuits nest up to 32 deep.

    Eight rounds of 20 seconds of squats and 10 seconds of rest:

    >>> from stretchlib import Move, Repetitions
    >>> tabata = Circuit([Exercise("Squat", Move(20)), Rest(10)], rounds=8)

    Every minute on the minute, for ten minutes:

    >>> emom = Circuit([Exercise("Burpee", Repetitions(8))], rounds=10, round_every=60)

    Attributes:
        items: The items of one round, in order; at least one.
        rounds: How many rounds, at least one.
        rest_between_items: The prescribed rest between two items, at least 0 seconds; `None` if none is prescribed.
        rest_between_rounds: The prescribed rest between two rounds, at least 0 seconds; `None` if none is prescribed.
        round_every: The time from the start of one round to the start of the next, above 0 seconds;
            `None` if the next round starts when the previous one ends. A range needs both ends.
            It cannot be combined with *rest_between_rounds*.
        name: What to call it, for example "warm-up"; empty if it needs no name.
        id: An identifier of the application; may be empty.
    """

    items: tuple[Item, ...] = attrs.field(converter=_to_items, validator=_is_some_items)
    rounds: Count | AsManyAsFit = attrs.field(default=1, converter=to_times, validator=is_times, kw_only=True)
    rest_between_items: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration), kw_only=True
    )
    rest_between_rounds: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration), kw_only=True
    )
    round_every: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_closed_duration), kw_only=True
    )
    name: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    id: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.round_every is not None and self.rest_between_rounds is not None:
            refuse("round_every", "must not be given together with rest_between_rounds", as_written(self.round_every))
        if self._inside():
            check_depth("items", "circuits", self._depth, MAX_CIRCUIT_DEPTH)

    # Computed once, because computing it at every level would make reading deep documents slow.
    @cached_property
    def _depth(self) -> int:
        return 1 + max([item._depth for item in self._inside()], default=0)

    def _inside(self) -> list[Circuit]:
        return [item for item in self.items if isinstance(item, Circuit)]

    def mirrored(self) -> Circuit:
        """
        Return the circuit with the sides of all exercises exchanged, as by `Exercise.mirrored`.

        A flow on one side, then on the other, three times:

        >>> from stretchlib import Hold, Sidedness
        >>> flow = Circuit([Exercise("Lunge", Hold(30), sidedness=Sidedness.only(Side.LEFT))])
        >>> whole = Circuit([flow, flow.mirrored()], rounds=3, rest_between_items=0)
        """
        return attrs.evolve(self, items=_mirrored(self.items))

    def with_affected_side(self, side: Side) -> Circuit:
        """
        Return the circuit with the affected side of all exercises replaced, as by `Exercise.with_affected_side`.

        >>> step = Exercise("Step", Move(), sidedness=Sidedness.each(Side.AFFECTED))
        >>> Circuit([step]).with_affected_side(Side.LEFT).items[0].sidedness == Sidedness.each()
        True
        """
        return attrs.evolve(self, items=_with_affected_side(self.items, side))

    def __str__(self) -> str:
        return in_words(self)


def _mirrored(items: tuple[Item, ...]) -> list[Item]:
    return changed(items, lambda item, _: item.mirrored() if isinstance(item, Exercise) else item)


def _with_affected_side(items: tuple[Item, ...], side: Side) -> list[Item]:
    check_real_side(side)

    def with_real_sides(item: Exercise | Rest, path: tuple[int, ...]) -> Exercise | Rest:
        if isinstance(item, Rest):
            return item
        with placed(f"at path {shown_path(path)}"):
            return item.with_affected_side(side)

    return changed(items, with_real_sides)


#: An item of a routine or circuit.
Item: TypeAlias = Exercise | Rest | Circuit


@final
@documented
@attrs.frozen
class Routine:
    """
    A routine: the items that a person does in one session.

    >>> routine = Routine("Morning", [Exercise("Reach up", Hold(10)), Exercise("Cat and camel", Repetitions(10))])

    Attributes:
        name: What the routine is called; not empty.
        items: The items, in order; at least one.
        rest_between_items: The prescribed rest between two items, at least 0 seconds; `None` if none is prescribed.
        description: The purpose of the routine, and precautions.
        source: Who published it, and where.
        frequency: How often it is done; `None` if not prescribed.
        id: An identifier of the application; may be empty.
    """

    name: str = attrs.field(converter=to_text, validator=is_name)
    items: tuple[Item, ...] = attrs.field(converter=_to_items, validator=_is_some_items)
    rest_between_items: Duration | None = attrs.field(
        default=None, converter=to_duration_or_none, validator=optional(is_duration), kw_only=True
    )
    description: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    source: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)
    frequency: Frequency | None = attrs.field(default=None, validator=optional(is_one_of(Frequency)), kw_only=True)
    id: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)

    def walk(self) -> Iterator[tuple[tuple[int, ...], Item]]:
        """
        Yield all items with their paths, in order, each circuit before its items.

        >>> squat = Exercise("Squat", Move(20))
        >>> [path for path, item in Routine("Legs", [Rest(5), Circuit([squat, Rest(10)])]).walk()]
        [(0,), (1,), (1, 0), (1, 1)]
        """
        return walk(self.items)

    def at(self, path: Iterable[int]) -> Item:
        """
        Return the item at *path*, the indices that lead to it through `items`, outermost first.

        Raises:
            IndexError: There is no item at *path*.

        >>> squat = Exercise("Squat", Move(20))
        >>> Routine("Legs", [Rest(5), Circuit([squat, Rest(10)])]).at((1, 0)).name
        'Squat'
        """
        return cast(Item, find(self, path))

    def replace(self, path: Iterable[int], item: Item) -> Routine:
        """
        Return the routine with the item at *path* replaced by *item*.

        Raises:
            IndexError: There is no item at *path*.
            ValueError: Circuits would nest too deep.

        >>> squat, lunge = Exercise("Squat", Move(20)), Exercise("Lunge", Move(20))
        >>> Routine("Legs", [squat]).replace((0,), lunge) == Routine("Legs", [lunge])
        True
        """
        check_kind("item", item, Exercise, Rest, Circuit)
        return replaced(self, path, item)

    def insert(self, path: Iterable[int], item: Item) -> Routine:
        """
        Return the routine with *item* inserted before the item at *path*; an index past the last item appends.

        Raises:
            IndexError: There is no such place.
            ValueError: Circuits would nest too deep.

        >>> squat, lunge = Exercise("Squat", Move(20)), Exercise("Lunge", Move(20))
        >>> Routine("Legs", [squat]).insert((1,), lunge) == Routine("Legs", [squat, lunge])
        True
        """
        check_kind("item", item, Exercise, Rest, Circuit)
        return inserted(self, path, item)

    def without(self, path: Iterable[int]) -> Routine:
        """
        Return the routine without the item at *path*.

        Raises:
            IndexError: There is no item at *path*.
            ValueError: It is the only item of its circuit, or of the routine.

        >>> squat, lunge = Exercise("Squat", Move(20)), Exercise("Lunge", Move(20))
        >>> Routine("Legs", [squat, lunge]).without((1,)) == Routine("Legs", [squat])
        True
        """
        return replaced(self, path)

    def mirrored(self) -> Routine:
        """
        Return the routine with the sides of all exercises exchanged, as by `Exercise.mirrored`.

        >>> lunge = Exercise("Lunge", Move(), sidedness=Sidedness.only(Side.LEFT))
        >>> Routine("Legs", [lunge]).mirrored() == Routine("Legs", [lunge.mirrored()])
        True
        """
        return attrs.evolve(self, items=_mirrored(self.items))

    def with_affected_side(self, side: Side) -> Routine:
        """
        Return the routine with `Side.AFFECTED` and `Side.UNAFFECTED` replaced by left and right.

        Args:
            side: The affected side, left or right.

        Raises:
            ValueError: *side* is neither left nor right, or an exercise would be done on one side twice.

        >>> exercise = Exercise("Calf raise", Repetitions(10), sidedness=Sidedness.only(Side.AFFECTED))
        >>> Routine("Ankle", [exercise]).with_affected_side(Side.LEFT).items[0].sidedness.sides
        (<Side.LEFT: 'left'>,)
        """
        return attrs.evolve(self, items=_with_affected_side(self.items, side))

    def split_by_frequency(self) -> tuple[Routine, ...]:
        """
        Return a routine for each frequency of the exercises, in order of first appearance.

        Exercises without a frequency have the frequency of the routine.
        If the frequency of an exercise has no weeks or days, the weeks or days of the routine apply.
        Circuits around the exercises are kept, and empty ones dropped.
        A rest stays if its neighbours do: the nearest exercises or circuits before and after it in its own circuit, or
        in the routine. At an edge, it has only one. A circuit stays if one of its exercises does; one that has only
        rests is treated like a rest.

        >>> walk, squat = Exercise("Walk", Move(600), frequency=Frequency(2)), Exercise("Squat", Repetitions(10))
        >>> daily, twice = Routine("Legs", [squat, walk], frequency=Frequency()).split_by_frequency()
        >>> daily.items == (squat,), twice.items == (walk,), twice.frequency.times
        (True, True, 2)
        """
        return tuple(map(self._part, frequencies_of(self)))

    def _part(self, frequency: Frequency | None) -> Routine:
        def stays(item: Exercise | Rest) -> bool | None:
            if isinstance(item, Rest):
                return None
            return limited_by(self.frequency, item.frequency) == frequency

        return attrs.evolve(self, items=selected(self.items, stays), frequency=frequency)

    def __str__(self) -> str:
        return in_words(self)


def frequencies_of(routine: Routine) -> list[Frequency | None]:
    """
    Return the different frequencies of the exercises, in order of first appearance; without any, that of the routine.
    """
    own = [item.frequency for _, item in routine.walk() if isinstance(item, Exercise)]
    return [*dict.fromkeys(limited_by(routine.frequency, each) for each in own or [None])]


resolve_types(Circuit, Routine)
