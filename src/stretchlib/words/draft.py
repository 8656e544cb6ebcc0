"""
Building an exercise from the clauses of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

import attrs

from stretchlib.model.routine import Exercise
from stretchlib.model.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.model.work import Move, Repetitions, Rest
from stretchlib.words.meanings import (
    ALONE,
    BARE,
    EACH,
    REST,
    REST_BETWEEN_REPETITIONS,
    REST_BETWEEN_SETS,
    REST_BETWEEN_SIDES,
    SWITCH,
)


class _Said(NamedTuple):
    value: Any
    start: int
    end: int


@attrs.define
class Draft:
    """
    The parts of an exercise that the clauses of a text give, by name.

    Attributes:
        refuse: The function that refuses the tokens from one index to another, excluded, for a reason.
    """

    refuse: Callable[[int, int, str], NoReturn]
    _said: dict[str, _Said] = attrs.field(factory=dict[str, _Said], init=False)

    def say(self, clause: Mapping[str, Any], start: int, end: int) -> None:
        """
        Add a *clause* with the tokens from *start* to *end*, excluded.
        """
        for name, value in clause.items():
            if name in self._said:
                self.refuse(start, end, f"tells the {name} twice")
            self._said[name] = _Said(value, start, end)

    def exercise(self, name: str, start: int, end: int) -> Exercise:
        """
        Return the exercise *name*, whose dose has the tokens from *start* to *end*, excluded.
        """
        sidedness = self._sidedness()
        self._place_rest(start, several=len(sidedness.sides) > 1)
        if not self._said.keys() & {"repetitions", "phases"}:
            self.refuse(start, end, "tells no repetitions and no time")
        bare = self._said.get("bare")
        if bare and not self._said.keys() & {"phases", "sides", "first", "sets"}:
            self.refuse(bare.start, bare.end, BARE)
        try:
            work = Repetitions(
                self._value("repetitions", 1),
                self._value("phases", (Move(),)),
                rest=self._value(REST_BETWEEN_REPETITIONS),
            )
            return Exercise(
                name,
                work,
                sets=self._value("sets", 1),
                rest_between_sets=self._value(REST_BETWEEN_SETS),
                sidedness=attrs.evolve(sidedness, rest=self._value(REST_BETWEEN_SIDES)),
                frequency=self._value("frequency"),
            )
        except (ValueError, TypeError) as error:
            self.refuse(start, end, str(error))

    def _value(self, name: str, usual: Any = None) -> Any:
        return self._said[name].value if name in self._said else usual

    def _sidedness(self) -> Sidedness:
        sides, first = (self._said.get(name) for name in ("sides", "first"))
        if sides and sides.value != EACH:
            if first:
                self.refuse(first.start, first.end, "tells the sides twice")
            chosen = sides.value
        elif first and first.value[0].opposite is not first.value[1]:
            self.refuse(first.start, first.end, "names no two sides")
        else:
            chosen = first.value if first else (Side.LEFT, Side.RIGHT) if sides else (Side.BOTH,)
        for name in (SWITCH, REST_BETWEEN_SIDES) if len(chosen) < 2 else ():
            between = self._said.get(name)
            if between and between.value != ALONE[name]:
                self.refuse(between.start, between.end, "on which sides?")
        return Sidedness(sides=chosen, switch_after=self._value(SWITCH, SwitchAfter.SET))

    def _place_rest(self, start: int, *, several: bool) -> None:
        """
        Assign a bare rest to the sets or repetitions before it.
        """
        rest = self._said.get(REST)
        if rest is None or rest.value is None:
            return
        sets, repetitions = self._said.get("sets"), self._said.get("repetitions")
        if rest.start == start and not self._said.keys() & {"sets", "repetitions", "phases"}:
            # Without anything else, the rest is the work.
            self.say({"phases": (self._lone_rest(rest),)}, rest.start, rest.end)
        elif sets and sets.start < rest.start:
            self.say({REST_BETWEEN_SETS: rest.value}, rest.start, rest.end)
        elif not repetitions or repetitions.start > rest.start:
            self.refuse(rest.start, rest.end, "between what?")
        elif several:
            self.refuse(rest.start, rest.end, "between repetitions, sides or sets?")
        else:
            self.say({REST_BETWEEN_REPETITIONS: rest.value}, rest.start, rest.end)

    def _lone_rest(self, rest: _Said) -> Rest:
        try:
            return Rest(rest.value)
        except ValueError as error:
            self.refuse(rest.start, rest.end, str(error))
