"""
The same documents with pydantic: same fields, same rules, discriminated unions.

Only rules about several values are Python, such as "low is at most high"; the compiled core does everything else.
It may accept values that stretchlib refuses, such as "30" for a duration, because refusing them would slow it down.
"""

from datetime import time, timedelta
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from stretchlib import PeriodUnit, RelativeSide, Side, SwitchAfter, Weekday

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
        if self.low is None or self.high is None:
            if self.low is self.high:
                message = "low or high must be given"
                raise ValueError(message)
        elif self.low > self.high:
            message = "low must be at most high"
            raise ValueError(message)
        return self


class Counts(Ordered):
    low: Whole | None = None
    high: Whole | None = None


class Spans(Ordered):
    low: Span | None = None
    high: Span | None = None


class SpansAboveZero(Ordered):
    low: SpanAboveZero | None = None
    high: SpanAboveZero | None = None


class ClosedCounts(Ordered):
    low: Whole
    high: Whole


class ClosedSpans(Ordered):
    low: SpanAboveZero
    high: SpanAboveZero


Count: TypeAlias = Annotated[Whole | Counts, Field(union_mode="left_to_right")]


Halves: TypeAlias = Annotated[float, Field(strict=True, gt=0, multiple_of=0.5)]


class Breaths(Model):
    breaths: Annotated[Count | Halves, Field(union_mode="left_to_right")]


class ClosedBreaths(Model):
    breaths: Annotated[Whole | ClosedCounts | Halves, Field(union_mode="left_to_right")]


Duration: TypeAlias = Annotated[Span | Breaths | Spans, Field(union_mode="left_to_right")]
DurationAboveZero: TypeAlias = Annotated[SpanAboveZero | Breaths | SpansAboveZero, Field(union_mode="left_to_right")]
ClosedDuration: TypeAlias = Annotated[SpanAboveZero | ClosedBreaths | ClosedSpans, Field(union_mode="left_to_right")]


class AsManyAsFit(Model):
    as_many_as_fit: ClosedDuration


Times: TypeAlias = Annotated[Whole | Counts | AsManyAsFit, Field(union_mode="left_to_right")]


class Hold(Model):
    kind: Literal["hold"]
    duration: DurationAboveZero
    label: Text = ""
    side: RelativeSide = RelativeSide.SAME


class Move(Model):
    kind: Literal["move"]
    duration: DurationAboveZero | None = None
    label: Text = ""
    side: RelativeSide = RelativeSide.SAME


class Rest(Model):
    kind: Literal["rest"]
    duration: DurationAboveZero
    label: Text = ""


class Repetitions(Model):
    count: Times = 1
    phases: Annotated[tuple["Phase", ...], Field(min_length=1)] = (Move(kind="move"),)
    rest: Duration | None = None


class NestedRepetitions(Repetitions):
    kind: Literal["repetitions"]


Phase: TypeAlias = Annotated[Hold | Move | Rest | NestedRepetitions, Field(discriminator="kind")]


def distinct(values):
    if len(set(values)) < len(values):
        message = "must not name anything twice"
        raise ValueError(message)
    return values


class Frequency(Model):
    times: Count = 1
    every: Whole = 1
    unit: PeriodUnit = PeriodUnit.DAY
    weeks: Count | None = None
    days: Count | None = None
    weekdays: Annotated[tuple[Weekday, ...], AfterValidator(distinct)] = ()
    times_of_day: Annotated[tuple[time, ...], AfterValidator(distinct)] = ()

    @model_validator(mode="after")
    def fits_together(self):
        if self.weeks is not None and self.days is not None:
            message = "days must not be given together with weeks"
            raise ValueError(message)
        if self.weekdays and (self.unit is not PeriodUnit.DAY or self.every != 1):
            message = "weekdays must be left out unless unit is day and every is 1"
            raise ValueError(message)
        if self.times_of_day and (self.unit is not PeriodUnit.DAY or self.times != len(self.times_of_day)):
            message = "times must be as many as times_of_day"
            raise ValueError(message)
        return self


class Sidedness(Model):
    sides: Annotated[tuple[Side, ...], Field(min_length=1), AfterValidator(distinct)] = (Side.BOTH,)
    switch_after: SwitchAfter = SwitchAfter.SET
    rest: Duration | None = None


class Exercise(Model):
    kind: Literal["exercise"]
    name: Name
    work: Repetitions
    sets: Times = 1
    rest_between_sets: Duration | None = None
    sidedness: Sidedness = Sidedness()
    instructions: Text = ""
    pictures: tuple[Name, ...] = ()
    videos: tuple[Name, ...] = ()
    equipment: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    frequency: Frequency | None = None
    id: Text = ""


class Circuit(Model):
    kind: Literal["circuit"]
    items: Annotated[tuple["Item", ...], Field(min_length=1)]
    rounds: Times = 1
    rest_between_items: Duration | None = None
    rest_between_rounds: Duration | None = None
    round_every: ClosedDuration | None = None
    name: Text = ""
    id: Text = ""


Item: TypeAlias = Annotated[Exercise | Rest | Circuit, Field(discriminator="kind")]


class Routine(Model):
    schema_version: Annotated[Literal[1], Field(alias="schema")]
    name: Name
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    rest_between_items: Duration | None = None
    description: Text = ""
    source: Text = ""
    frequency: Frequency | None = None
    id: Text = ""


for model in (Repetitions, NestedRepetitions, Exercise, Circuit, Routine):
    model.model_rebuild()


def read(document):
    return Routine.model_validate(document)


def write(routine):
    return routine.model_dump(mode="json", by_alias=True, exclude_defaults=True)
