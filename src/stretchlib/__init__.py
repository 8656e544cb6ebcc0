"""
Stretching and physiotherapy routines: a model of prescriptions, and timelines of their steps.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from stretchlib.errors import (
    DoesNotFitError,
    ExportError,
    InvalidDocumentError,
    NotationError,
    Problem,
    ScheduleError,
    StretchlibError,
)
from stretchlib.model.quantities import AsManyAsFit, Breaths, Count, Duration, DurationLike, Range
from stretchlib.model.sidedness import RelativeSide, Side, Sidedness, SwitchAfter
from stretchlib.model.frequency import Frequency, PeriodUnit, Weekday
from stretchlib.model.work import Hold, Move, Phase, Repetitions, Rest
from stretchlib.model.exercise import Exercise
from stretchlib.model.routine import Circuit, Item, Routine
from stretchlib.model.steps import Step, StepKind
from stretchlib.timeline.pacing import Pacing
from stretchlib.timeline.bouts import Bout
from stretchlib.timeline.timeline import Timeline
from stretchlib.timeline.scheduler import schedule

if TYPE_CHECKING:
    # Loaded by `__getattr__` on first use, because few programs need all of them.
    from stretchlib.model.plan import Plan, Stage
    from stretchlib.words.language import ENGLISH, Language
    from stretchlib.words.describe import describe
    from stretchlib.words.notation import parse_exercise
    from stretchlib.timeline.dose import Dose, dose
    from stretchlib.timeline.wording import Wording
    from stretchlib.timeline.cues import Cue, CueKind, cues
    from stretchlib.dates.occurrences import occurrences, occurrences_a_week
    from stretchlib.dates.sessions import Session, sessions
    from stretchlib.documents.converters import from_dict, register_hooks, to_dict
    from stretchlib.documents.schema import json_schema

__all__ = [
    "ENGLISH",
    "AsManyAsFit",
    "Bout",
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
    "Language",
    "Move",
    "NotationError",
    "Pacing",
    "PeriodUnit",
    "Phase",
    "Plan",
    "Problem",
    "Range",
    "RelativeSide",
    "Repetitions",
    "Rest",
    "Routine",
    "ScheduleError",
    "Session",
    "Side",
    "Sidedness",
    "Stage",
    "Step",
    "StepKind",
    "StretchlibError",
    "SwitchAfter",
    "Timeline",
    "Weekday",
    "Wording",
    "cues",
    "describe",
    "dose",
    "from_dict",
    "json_schema",
    "occurrences",
    "occurrences_a_week",
    "parse_exercise",
    "register_hooks",
    "schedule",
    "sessions",
    "to_dict",
]

__version__: str

_MODULES = {
    "model.plan": ("Plan", "Stage"),
    "words.language": ("ENGLISH", "Language"),
    "words.describe": ("describe",),
    "words.notation": ("parse_exercise",),
    "timeline.dose": ("Dose", "dose"),
    "timeline.wording": ("Wording",),
    "timeline.cues": ("Cue", "CueKind", "cues"),
    "dates.occurrences": ("occurrences", "occurrences_a_week"),
    "dates.sessions": ("Session", "sessions"),
    "documents.converters": ("from_dict", "register_hooks", "to_dict"),
    "documents.schema": ("json_schema",),
}
_HOMES = {name: f"stretchlib.{module}" for module, names in _MODULES.items() for name in names}


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__", *(name for name in globals() if name.startswith("__"))})


# With __getattr__, a type checker would accept every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """
        Return an attribute that is loaded lazily, such as the version of the installed distribution.
        """
        if name in _HOMES:
            value: object = getattr(import_module(_HOMES[name]), name)
        elif name == "__version__":
            from importlib.metadata import version

            value = version(__name__)
        else:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        # The next access does not call this function.
        globals()[name] = value
        return value
