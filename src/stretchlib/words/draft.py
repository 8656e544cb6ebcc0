"""
Building an exercise from the clauses of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

import attrs

from stretchlib._classes import final
from stretchlib.model.exercise import Exercise
from stretchlib.model.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.model.work import Move, Repetitions, Rest
from stretchlib.words.meanings import (
    ALONE,
    BARE,
    EACH,
    FIRST,
    REST,
    REST_BETWEEN_REPETITIONS,
    REST_BETWEEN_SETS,
    REST_BETWEEN_SIDES,
    SWITCH,
)


@final
class _Given(NamedTuple):
    value: Any
    start: int
    end: int


@final
@attrs.define
class ExerciseDraft:
    """
    The parts of an exercise that the clauses of a text give, by name.

    Attributes:
        reject: The function that rejects the tokens from one index to another, excluded, for a reason.
    """

    reject: Callable[[int, int, str], NoReturn]
    _given: dict[str, _Given] = attrs.field(factory=dict[str, _Given], init=False)

    def add(self, clause: Mapping[str, Any], start: int, end: int) -> None:
        """
        Add a *clause* with the tokens from *start* to *end*, excluded.
        """
        for name, value in clause.items():
            if name in self._given:
                self.reject(start, end, f"the {name} must not be given twice")
            self._given[name] = _Given(value, start, end)

    def exercise(self, name: str, start: int, end: int) -> Exercise:
        """
        Return the exercise *name*, whose dose has the tokens from *start* to *end*, excluded.
        """
        sidedness = self._sidedness()
        self._place_rest(start, several=len(sidedness.sides) > 1)
        if not self._given.keys() & {"repetitions", "phases"}:
            self.reject(start, end, "write repetitions or a time")
        bare = self._given.get("bare")
        if bare and not self._given.keys() & {"phases", "sides", FIRST, "sets"}:
            self.reject(bare.start, bare.end, BARE)
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
            self.reject(start, end, str(error))

    def _value(self, name: str, default: Any = None) -> Any:
        return self._given[name].value if name in self._given else default

    def _sidedness(self) -> Sidedness:
        sides, first = (self._given.get(name) for name in ("sides", FIRST))
        if sides and sides.value != EACH:
            if first:
                self.reject(first.start, first.end, "the sides must not be given twice")
            chosen = sides.value
        elif first and first.value[0].opposite is not first.value[1]:
            self.reject(first.start, first.end, "must name two opposite sides")
        else:
            chosen = first.value if first else (Side.LEFT, Side.RIGHT) if sides else (Side.BOTH,)
        reason = "needs two sides" if sides else 'name the sides: write "each side"'
        for name in (SWITCH, REST_BETWEEN_SIDES) if len(chosen) < 2 else ():
            between = self._given.get(name)
            if between and between.value is not ALONE[name]:
                self.reject(between.start, between.end, reason)
        return Sidedness(sides=chosen, switch_after=self._value(SWITCH, SwitchAfter.SET))

    def _place_rest(self, start: int, *, several: bool) -> None:
        """
        Assign a bare rest to the sets or repetitions before it.
        """
        rest = self._given.get(REST)
        if rest is None or rest.value is None:
            return
        sets, repetitions = self._given.get("sets"), self._given.get("repetitions")
        if rest.start == start and not self._given.keys() & {"sets", "repetitions", "phases"}:
            # Without anything else, the rest is the work.
            self.add({"phases": (self._lone_rest(rest),)}, rest.start, rest.end)
        elif sets and sets.start < rest.start:
            self.add({REST_BETWEEN_SETS: rest.value}, rest.start, rest.end)
        elif not repetitions or repetitions.start > rest.start:
            between = "sides" if several else "sets"
            self.reject(rest.start, rest.end, f'say between what: write "between {between}"')
        elif several:
            self.reject(rest.start, rest.end, 'say between what: write "between repetitions" or "between sides"')
        else:
            self.add({REST_BETWEEN_REPETITIONS: rest.value}, rest.start, rest.end)

    def _lone_rest(self, rest: _Given) -> Rest:
        try:
            return Rest(rest.value)
        except ValueError as error:
            self.reject(rest.start, rest.end, str(error))
