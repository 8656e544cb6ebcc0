"""
The structure of the package: imports between its modules, and the common behaviour of public classes.
"""

import ast
import importlib
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import stretchlib
from stretchlib import ScheduleError, StretchlibError

SOURCE = Path(stretchlib.__file__).parent
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
