"""
Say what a person is asked to do, and know what happens when.
"""

from stretchlib.errors import DoesNotFitError, ExportError, InvalidDocumentError, ScheduleError, StretchlibError
from stretchlib.quantities import Breaths, Count, Duration, DurationLike, Range
from stretchlib.sidedness import Side, Sidedness, SwitchAfter
from stretchlib.frequency import Frequency, PeriodUnit
from stretchlib.model import Circuit, Exercise, Hold, Item, Move, Phase, Repetitions, Rest, Routine
from stretchlib.pacing import Pacing
from stretchlib.sessions import sessions
from stretchlib.steps import Step, StepKind
from stretchlib.timeline import Timeline
from stretchlib.scheduler import schedule
from stretchlib.dose import Dose, dose
from stretchlib.wording import Wording
from stretchlib.cues import Cue, CueKind, cues
from stretchlib.serialization import (
    from_dict,
    make_converter,
    register_hooks,
    step_to_dict,
    timeline_from_dict,
    timeline_to_dict,
    to_dict,
)
from stretchlib.schema import json_schema

__all__ = [
    "Breaths",
    "Circuit",
    "Count",
    "Cue",
    "CueKind",
    "DoesNotFitError",
    "Dose",
    "Duration",
    "DurationLike",
    "Exercise",
    "ExportError",
    "Frequency",
    "Hold",
    "InvalidDocumentError",
    "Item",
    "Move",
    "Pacing",
    "PeriodUnit",
    "Phase",
    "Range",
    "Repetitions",
    "Rest",
    "Routine",
    "ScheduleError",
    "Side",
    "Sidedness",
    "Step",
    "StepKind",
    "StretchlibError",
    "SwitchAfter",
    "Timeline",
    "Wording",
    "cues",
    "dose",
    "from_dict",
    "json_schema",
    "make_converter",
    "register_hooks",
    "schedule",
    "sessions",
    "step_to_dict",
    "timeline_from_dict",
    "timeline_to_dict",
    "to_dict",
]
