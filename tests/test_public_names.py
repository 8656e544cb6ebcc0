"""
The common behaviour of public classes and functions.
"""

import copy
import enum
import inspect
import pickle
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import get_args, get_type_hints

import attrs
import pytest

import stretchlib
from stretchlib import (
    AsManyAsFit,
    Breaths,
    Circuit,
    Exercise,
    Frequency,
    Hold,
    Language,
    Move,
    Pacing,
    PeriodUnit,
    Plan,
    Problem,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    Stage,
    StepKind,
    SwitchAfter,
    Wording,
    cues,
    dose,
    schedule,
    sessions,
    testing,
)
from stretchlib.exports import captions, fit, garmin_connect, handout, icalendar, plot, text

SIGNATURES = Path(__file__).with_name("signatures.txt")
PUBLIC = {name: getattr(stretchlib, name) for name in stretchlib.__all__}
#: The public names that are imported from modules of their own.
FURTHER = {f"testing.{name}": getattr(testing, name) for name in testing.__all__} | {
    f"exports.{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (captions, fit, garmin_connect, handout, icalendar, plot, text)
    for name, value in vars(module).items()
    if getattr(value, "__module__", "") == module.__name__ and inspect.isfunction(value) and name[0] != "_"
}
_HOLD = Hold(Range(15, 30), label="stretch")
_EXERCISE = Exercise("Stretch", Repetitions(2, [_HOLD, Move(), Rest(Breaths(2))]), sidedness=Sidedness.each())
_TIMELINE = schedule(Routine("Legs", [Circuit([_EXERCISE])], frequency=Frequency(3)), Pacing(level=0.5))
#: One value of each public class.
EXAMPLES = {
    type(value): value
    for value in (
        Range(1, 2),
        Breaths(5),
        AsManyAsFit(300),
        _HOLD,
        Move(2),
        Rest(3),
        _EXERCISE,
        _EXERCISE.work,
        _EXERCISE.sidedness,
        Circuit([_EXERCISE]),
        _TIMELINE.routine,
        Stage(_TIMELINE.routine),
        Plan("Knee", [Stage(_TIMELINE.routine, weeks=2)]),
        _TIMELINE.routine.frequency,
        _TIMELINE.pacing,
        _TIMELINE,
        _TIMELINE[1],
        _TIMELINE.bouts[0],
        next(cues(_TIMELINE)),
        next(sessions(_TIMELINE.routine, datetime(2026, 3, 27, tzinfo=UTC))),
        dose(_TIMELINE)[0],
        Wording(),
        Problem(("items", 0), "must be an object (got 5)"),
        Language(),
    )
}


def signatures():
    """
    Yield each public name with its signature, and the public attributes of classes.
    """
    for name, value in (PUBLIC | FURTHER).items():
        if get_args(value):
            # Versions of Python show unions differently, but not their members.
            yield f"{name} = {' | '.join(map(inspect.formatannotation, get_args(value)))}"
        elif attrs.has(type(value)):
            yield f"{name}: {type(value).__name__}"
        elif not inspect.isclass(value) and not inspect.isfunction(value):
            yield f"{name} = {value}"
        elif isinstance(value, type) and issubclass(value, enum.Enum):
            yield f"{name}: {', '.join(member.name for member in value)}"
        elif isinstance(value, type) and issubclass(value, Exception):
            yield f"{name}({', '.join(base.__name__ for base in value.__bases__)})"
        else:
            yield re.sub(r" at 0x\w+", "", f"{name}{inspect.signature(value)}")
            if isinstance(value, type):
                methods = (method for method in vars(value) if method[0] != "_" and callable(getattr(value, method)))
                yield from (f"{name}.{method}{inspect.signature(getattr(value, method))}" for method in methods)


@pytest.mark.parametrize("value", EXAMPLES.values(), ids=lambda value: type(value).__name__)
class TestPublicClass:
    """
    Public classes are final, frozen, slotted, hashable, picklable and comparable.
    """

    def test_is_final(self, value):
        """
        Type checkers refuse a subclass, and so does Python.
        """
        name = type(value).__name__

        assert type(value).__final__
        with pytest.raises(TypeError, match=rf"^{name} must not be subclassed \(got Special\)$"):
            type("Special", (type(value),), {})

    def test_is_frozen_and_slotted(self, value):
        """
        Attributes of an instance cannot be changed or added.
        """
        name = attrs.fields(type(value))[0].name

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            value.something_new = 1
        assert not hasattr(value, "__dict__")

    def test_is_comparable_and_hashable(self, value):
        """
        A copy is equal and has the same hash.
        """
        twin = copy.deepcopy(value)

        assert (value, hash(value)) == (twin, hash(twin))
        assert value != object()

    def test_is_picklable(self, value):
        """
        Unpickled values are equal, in every protocol.
        """
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert value == pickle.loads(pickle.dumps(value, protocol))

    def test_has_only_fields_that_are_given_to_the_constructor(self, value):
        """
        So `asdict`, `evolve` and `fields` of attrs show nothing that is derived.
        """
        assert all(field.init for field in attrs.fields(type(value)))

    def test_has_type_hints_at_run_time(self, value):
        """
        Those of the constructor and of the fields, from the start.
        """
        names = [field.name for field in attrs.fields(type(value))]

        assert names == [name for name in get_type_hints(type(value)) if name in names]
        assert {*names, "return"} == {*get_type_hints(type(value).__init__)}
        assert not any(isinstance(field.type, str) for field in attrs.fields(type(value)))

    def test_is_documented(self, value):
        """
        The class has a docstring with an example, and its section of attributes names each field, in order.
        """
        documentation = inspect.getdoc(type(value))
        section = re.search(r"^Attributes:\n((?:    .*\n?)+)", documentation, re.MULTILINE)[1]
        fields = [field.name for field in attrs.fields(type(value)) if field.init]

        assert ">>> " in documentation
        assert fields == re.findall(r"^    (\w+): .+", section, re.MULTILINE)


class TestPublicName:
    """
    The names of the façade.
    """

    def test_of_a_class_of_values_has_an_example(self):
        """
        `EXAMPLES` has a value of each public class.
        """
        values = {kind for kind in PUBLIC.values() if isinstance(kind, type) and attrs.has(kind)}

        assert values == set(EXAMPLES)

    @pytest.mark.parametrize("name", [name for name, value in (PUBLIC | FURTHER).items() if inspect.isfunction(value)])
    def test_of_a_function_is_documented(self, name):
        """
        Each public function has a docstring with an example.
        """
        assert ">>> " in inspect.getdoc((PUBLIC | FURTHER)[name])

    def test_is_all_that_is_shown(self):
        """
        `dir` lists the public names and those that every module has.
        """
        names = dir(stretchlib)

        assert {*stretchlib.__all__, "__version__"} <= set(names)
        assert set(stretchlib.__all__) == {name for name in names if name[0] != "_"}
        assert len(names) == len(set(names))
        assert [] == [name for name in names if name[0] == "_" and name[:2] != "__"]

    def test_of_an_enum_is_documented_and_final(self):
        """
        Each public enum documents its members, and is final.
        """
        enums = {kind for kind in PUBLIC.values() if isinstance(kind, type) and issubclass(kind, enum.Enum)}

        assert all(inspect.getdoc(kind) and kind.__final__ for kind in enums)
        assert {Side, StepKind, SwitchAfter, PeriodUnit} <= enums

    def test_of_the_version_is_looked_up_on_first_use(self):
        """
        `__version__` is the version of the installed distribution; unknown names raise an error.
        """
        assert version("stretchlib") == stretchlib.__version__
        with pytest.raises(AttributeError, match="module 'stretchlib' has no attribute 'version'"):
            _ = stretchlib.version

    def test_keeps_its_signature(self):
        """
        The signatures are as in the file beside this test, which changes only on purpose.
        """
        assert SIGNATURES.read_text(encoding="utf-8") == "".join(f"{line}\n" for line in signatures())
