"""
The structure of the package: imports between its modules, and the common behaviour of public classes.
"""

import ast
import copy
import enum
import importlib
import inspect
import os
import pickle
import re
import subprocess
import sys
import warnings
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
    ScheduleError,
    Side,
    Sidedness,
    Stage,
    StepKind,
    StretchlibError,
    SwitchAfter,
    Wording,
    cues,
    dose,
    schedule,
    sessions,
    testing,
)
from stretchlib.exports import captions, fit, garmin_connect, handout, icalendar, plot, text

SOURCE = Path(stretchlib.__file__).parent
SIGNATURES = Path(__file__).with_name("signatures.txt")

#: The order of imports: each folder or file imports only from itself and earlier entries; `_late` imports later ones.
FLOORS = (
    "_classes",
    "_messages",
    "_validation",
    "errors",
    "_late",
    "model",
    "words",
    "timeline",
    "dates",
    "documents",
    "exports",
    "testing",
    "catalog",
    "__main__",
)

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


def floor_of(path):
    return FLOORS.index(path.relative_to(SOURCE).parts[0].removesuffix(".py"))


def imported_floors(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    # `_late` may import later entries inside functions, so only its other imports are read.
    for node in tree.body if path.name == "_late.py" else ast.walk(tree):
        # Only `from stretchlib… import` is allowed, so that no import is missed.
        assert not isinstance(node, ast.Import) or all("stretchlib" not in alias.name for alias in node.names)
        assert not isinstance(node, ast.ImportFrom) or not node.level
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("stretchlib"):
            modules = [node.module] if "." in node.module else [f"stretchlib.{alias.name}" for alias in node.names]
            yield from (FLOORS.index(module.split(".")[1]) for module in modules)


class TestFloors:
    """
    The order of imports between folders.
    """

    @pytest.mark.parametrize(
        "path",
        sorted(set(SOURCE.rglob("*.py")) - {SOURCE / "__init__.py"}),
        ids=lambda path: str(path.relative_to(SOURCE)),
    )
    def test_import_only_from_earlier_entries(self, path):
        """
        Each folder imports only from itself and from earlier entries.
        """
        later = [FLOORS[floor] for floor in imported_floors(path) if floor > floor_of(path)]

        assert [] == later

    @pytest.mark.parametrize("folder", ["model", "words", "timeline", "dates", "documents"])
    def test_have_a_reading_order(self, folder):
        """
        `CONTRIBUTING.md` lists the modules of a folder, each after those that it imports.
        """
        contributing = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
        order = re.findall(r"\w+", re.search(rf"^- `{folder}`: (.*)\.$", contributing, re.MULTILINE)[1])
        imports = re.compile(rf"^from stretchlib\.{folder}(?:\.| import )(\w+)", re.MULTILINE)
        later = {
            name: [other for other in imports.findall(path.read_text(encoding="utf-8")) if other not in order[:number]]
            for number, name in enumerate(order)
            if (path := SOURCE / folder / f"{name}.py").exists()
        }

        assert {path.stem for path in (SOURCE / folder).glob("[!_]*.py")} == later.keys()
        assert {} == {name: others for name, others in later.items() if others}

    def test_are_the_order_of_the_facade(self):
        """
        `__init__` imports in this order, both at once and lazily, and lists its names sorted.
        """
        body = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8")).body
        blocks = [body, *(node.body for node in body if isinstance(node, ast.If))]
        modules = [[node.module for node in block if isinstance(node, ast.ImportFrom)] for block in blocks]
        floors = [[FLOORS.index(name.split(".")[1]) for name in names if "." in name] for names in modules]

        assert [sorted(numbers) for numbers in floors] == floors
        assert sorted(stretchlib.__all__, key=lambda name: (not name.isupper(), name)) == list(stretchlib.__all__)

    def test_are_loaded_on_first_use(self):
        """
        Importing the package loads the model and timelines; the rest is loaded on first use.
        """
        loaded = "print({'stretchlib.words.describe', 'stretchlib.dates.sessions'} & sys.modules.keys())"
        code = f"import sys, stretchlib; {loaded}; stretchlib.describe; {loaded}"
        output = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

        assert ["set()", "{'stretchlib.words.describe'}"] == output.splitlines()

    def test_are_loaded_once(self):
        """
        A name that was loaded is a plain attribute of the package from then on.
        """
        for name in ("describe", "__version__"):
            assert getattr(stretchlib, name) is vars(stretchlib)[name]

    def test_keep_third_parties_out(self):
        """
        The only run-time dependencies are attrs and cattrs: importing the package imports no other.
        """
        code = "import sys, stretchlib; print(*{name.split('.')[0] for name in sys.modules} - sys.stdlib_module_names)"
        # Otherwise coverage, if active, would also measure the subprocess.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        output = subprocess.run(
            [sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True, env=environment
        ).stdout
        third_parties = {name for name in output.split() if not name.startswith(("_", "sitecustomize"))}

        assert {"attr", "attrs", "cattrs", "stretchlib", "typing_extensions"} >= third_parties

    @pytest.mark.parametrize(
        "path",
        # The command may read a file and print.
        sorted(set(SOURCE.rglob("*.py")) - {SOURCE / "__main__.py"}),
        ids=lambda path: str(path.relative_to(SOURCE)),
    )
    def test_use_no_clock_and_no_files(self, path):
        """
        The package uses no clock, no files and no globals.
        """
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

        assert not called & {"open", "print", "input", "datetime.now", "datetime.today", "date.today"}
        assert not imported & {"io", "os", "pathlib", "random", "time"}
        assert not any(isinstance(node, ast.Global) for node in ast.walk(tree))


class TestSource:
    """
    What users see when they install the package.
    """

    def test_compiles_without_warnings(self):
        """
        The compiler warns of comparing the identity of texts and numbers, for example.
        """
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for path in SOURCE.rglob("*.py"):
                compile(path.read_text(encoding="utf-8"), str(path), "exec")

        assert [] == [str(warning.message) for warning in caught]


class TestClass:
    """
    What all classes have in common, also internal ones.
    """

    def test_is_final(self):
        """
        Only errors that others derive from can be subclassed.
        """
        names = [".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in SOURCE.rglob("*.py")]
        modules = [importlib.import_module(name) for name in names if not name.endswith(("__init__", "__main__"))]
        classes = {
            kind
            for module in modules
            for kind in vars(module).values()
            if isinstance(kind, type) and kind.__module__ == module.__name__
        }

        assert {StretchlibError, ScheduleError} == {kind for kind in classes if not getattr(kind, "__final__", False)}


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
