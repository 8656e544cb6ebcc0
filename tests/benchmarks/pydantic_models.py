"""
The same documents with pydantic: same fields, same rules, discriminated unions.

All that can be left to its compiled core is: only "low is at most high" and "no side twice" are Python.
Where it accepts more than stretchlib, such as "30" for a duration, it is left to: refusing that would slow it down.
"""

from datetime import timedelta
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from stretchlib import PeriodUnit, Side, SwitchAfter

NO_TIME = timedelta()


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_timedelta="float")


Whole: TypeAlias = Annotated[int, Field(strict=True, ge=1)]
Text: TypeAlias = Annotated[str, Field(strict=True)]
Name: TypeAlias = Annotated[str, Field(strict=True, min_length=1)]
Span: TypeAlias = Annotated[timedelta, Field(ge=NO_TIME)]
SpanAboveZero: TypeAlias = Annotated[timedelta, Field(gt=NO_TIME)]


class Ordered(Model):
    @model_validator(mode="after")
    def low_at_most_high(self):
        if self.low > self.high:
            message = "low must be at most high"
            raise ValueError(message)
        return self


class Counts(Ordered):
    low: Whole
    high: Whole


class Spans(Ordered):
    low: Span
    high: Span


class SpansAboveZero(Ordered):
    low: SpanAboveZero
    high: SpanAboveZero


Count: TypeAlias = Annotated[Whole | Counts, Field(union_mode="left_to_right")]


class Breaths(Model):
    breaths: Count


Duration: TypeAlias = Annotated[Span | Breaths | Spans, Field(union_mode="left_to_right")]
DurationAboveZero: TypeAlias = Annotated[SpanAboveZero | Breaths | SpansAboveZero, Field(union_mode="left_to_right")]


class Hold(Model):
    kind: Literal["hold"]
    duration: DurationAboveZero
    label: Text = ""


class Move(Model):
    kind: Literal["move"]
    duration: DurationAboveZero | None = None
    label: Text = ""


class Rest(Model):
    kind: Literal["rest"]
    duration: DurationAboveZero
    label: Text = ""


class Repetitions(Model):
    count: Count = 1
    phases: Annotated[tuple["Phase", ...], Field(min_length=1)] = (Move(kind="move"),)
    rest: Duration = NO_TIME


class NestedRepetitions(Repetitions):
    kind: Literal["repetitions"]


Phase: TypeAlias = Annotated[Hold | Move | Rest | NestedRepetitions, Field(discriminator="kind")]


class Frequency(Model):
    times: Count = 1
    every: Whole = 1
    unit: PeriodUnit = PeriodUnit.DAY
    weeks: Count | None = None


def distinct(sides):
    if len(set(sides)) < len(sides):
        message = "sides must not name a side twice"
        raise ValueError(message)
    return sides


class Sidedness(Model):
    sides: Annotated[tuple[Side, ...], Field(min_length=1), AfterValidator(distinct)] = (Side.BOTH,)
    switch_after: SwitchAfter = SwitchAfter.SET
    rest: Duration = NO_TIME


class Exercise(Model):
    kind: Literal["exercise"]
    name: Name
    work: Repetitions
    sets: Count = 1
    rest_between_sets: Duration = NO_TIME
    sidedness: Sidedness = Sidedness()
    instructions: Text = ""
    equipment: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    frequency: Frequency | None = None


class Circuit(Model):
    kind: Literal["circuit"]
    items: Annotated[tuple["Item", ...], Field(min_length=1)]
    rounds: Count = 1
    rest_between_items: Duration = NO_TIME
    rest_between_rounds: Duration = NO_TIME
    name: Text = ""


Item: TypeAlias = Annotated[Exercise | Rest | Circuit, Field(discriminator="kind")]


class Routine(Model):
    schema_version: Annotated[Literal[1], Field(alias="schema")]
    name: Name
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    rest_between_items: Duration = NO_TIME
    description: Text = ""
    source: Text = ""
    frequency: Frequency | None = None


for model in (Repetitions, NestedRepetitions, Exercise, Circuit, Routine):
    model.model_rebuild()


def read(document):
    return Routine.model_validate(document)


def write(routine):
    return routine.model_dump(mode="json", by_alias=True, exclude_defaults=True)
