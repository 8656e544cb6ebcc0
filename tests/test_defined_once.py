"""
Fields and kinds of phases are defined only in the model.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import stretchlib

SOURCE = Path(stretchlib.__file__).parent
TESTS = Path(__file__).parent

#: A new field of exercises: a line in the docstring, and the field itself.
FIELD = {
    "        pictures: Addresses": "        notes: What to remember, for the person who does it.\n",
    "    pictures: tuple[str, ...] = attrs": (
        '    notes: str = attrs.field(default="", converter=to_text, validator=is_text, kw_only=True)\n'
    ),
}
USE_OF_FIELD = """
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from stretchlib import Exercise, InvalidDocumentError, Move, Routine, from_dict, json_schema, to_dict
from tests.documents import damage

noted = Exercise("Cat", Move(), notes="Breathe out.")
document = to_dict(noted)
print(document["notes"], list(document).index("notes"))
print(from_dict(document, Exercise) == noted, from_dict({**document, "notes": ""}, Exercise) == Exercise("Cat", Move()))

def problems(**changes):
    try:
        from_dict({"schema": 1, "name": "Back", "items": [{**document, **changes}]})
    except InvalidDocumentError as error:
        print(error)

problems(notes=5, note="")
problems(notes=None)

print(json_schema()["$defs"]["Exercise"]["properties"]["notes"])

quick = settings(database=None, derandomize=True, phases=[Phase.generate])
has_notes = lambda routine: any(getattr(item, "notes", "") for item in routine.items)
print(has_notes(find(st.from_type(Routine), has_notes, settings=quick)))
print("notes" in damage.FIELDS, len(set(damage.others()["notes"])) > 1)
"""
SAID_OF_FIELD = """\
Breathe out. 4
True True
$.items[0].notes: must be text (got 5)
$.items[0].note: unknown field, did you mean 'notes'? (a newer version may know it)
$.items[0].notes: must not be null, leave the field out instead
{'type': 'string', 'default': '', 'description': 'What to remember, for the person who does it.'}
True
True True
"""

#: A new kind of phase: its class, and its name among the phases.
KIND = {
    "def _to_phases": '''\
@final
@attrs.frozen
class Shake:
    """
    A loose shake.

    Attributes:
        duration: How long it takes, above 0 seconds.
    """

    duration: Duration = attrs.field(converter=to_duration, validator=is_duration_above_zero)


''',
    "Hold, Move, Rest, Repetitions)": "Shake, ",
    "Hold | Move | Rest | Repetitions": "Shake | ",
}
USE_OF_KIND = """
from stretchlib import InvalidDocumentError, Repetitions, from_dict, json_schema, to_dict
from stretchlib.model.work import Shake
from tests.documents import damage

document = to_dict(Repetitions(2, [Shake(5)]))
print(document)
print(from_dict(document, Repetitions) == Repetitions(2, [Shake(5)]), from_dict(to_dict(Shake(5)), Shake) == Shake(5))
try:
    from_dict({"phases": [{"kind": "shake", "duration": 0}, {"kind": "shak"}]}, Repetitions)
except InvalidDocumentError as error:
    print(error)
print(json_schema()["$defs"]["Shake"]["required"], json_schema()["$defs"]["Phase"]["anyOf"][0])
print("shake" in damage.KINDS)
"""
SAID_OF_KIND = """\
{'schema': 1, 'kind': 'repetitions', 'count': 2, 'phases': [{'kind': 'shake', 'duration': 5}]}
True True
$.phases[0].duration: must be above 0 seconds (got 0)
$.phases[1].kind: unknown kind 'shak', expected 'shake', 'hold', 'move', 'rest' or 'repetitions'
['kind', 'duration'] {'$ref': '#/$defs/Shake'}
True
"""


@pytest.fixture
def said(tmp_path):
    """
    Return the output of a program that uses a copy of the library with *additions* to a module of its model.
    """
    for folder, inside in ((SOURCE, "stretchlib"), (TESTS / "documents", "tests/documents")):
        shutil.copytree(folder, tmp_path / inside, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests" / "__init__.py").touch()

    def run(module, additions, program):
        path = tmp_path / "stretchlib" / "model" / module
        text = path.read_text(encoding="utf-8")
        for before, addition in additions.items():
            assert before in text
            text = text.replace(before, addition + before)
        path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return done.stdout or done.stderr

    return run


class TestField:
    def test_is_defined_only_in_its_class(self, said):
        """
        A new field is written, read, refused at its place, described, generated and damaged.
        """
        assert SAID_OF_FIELD == said("exercise.py", FIELD, USE_OF_FIELD)


class TestPhase:
    def test_is_defined_only_in_its_class_and_the_union(self, said):
        """
        A new phase is written, read, refused at its place, described and damaged.
        """
        assert SAID_OF_KIND == said("work.py", KIND, USE_OF_KIND)
