"""
The command `python -m stretchlib FILE`, which prints the outline of a document, or its problems.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import assert_never

from stretchlib._messages import shown
from stretchlib.documents.converters import from_dict
from stretchlib.errors import StretchlibError
from stretchlib.exports.text import to_text
from stretchlib.model.plan import Plan
from stretchlib.model.routine import Routine
from stretchlib.timeline.scheduler import schedule
from stretchlib.timeline.timeline import Timeline
from stretchlib.words.characters import one_line
from stretchlib.words.describe import describe


def main() -> None:
    """
    Print the outline of the document in a file, and its steps if requested, or its problems with exit status 1.
    """
    parser = argparse.ArgumentParser(prog="python -m stretchlib", description="Print the outline of a document.")
    parser.add_argument("file", help="the JSON of a routine, a plan or a timeline; - stands for the standard input")
    parser.add_argument("--steps", action="store_true", help="also print the steps")
    arguments = parser.parse_args()
    try:
        text = sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()
    except OSError as error:
        parser.error(str(error))
    try:
        value = _read(text)
        print(describe(value.routine if isinstance(value, Timeline) else value), flush=True)
        for each in _timelines(value) if arguments.steps else ():
            print(f"\n{one_line(each.routine.name)}\n{to_text(each)}", flush=True)
    except (StretchlibError, ValueError, RecursionError) as error:
        sys.exit(str(error))
    except BrokenPipeError:
        # The reader has closed the pipe; devnull keeps Python from failing when it flushes stdout at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _read(text: bytes) -> Routine | Plan | Timeline:
    document = json.loads(text, object_pairs_hook=_each_key_once)
    keys: Collection[str] = getattr(document, "keys", tuple)()
    return from_dict(document, Plan if "stages" in keys else Timeline if "steps" in keys else Routine)


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        [(key, _)] = Counter(key for key, _ in pairs).most_common(1)
        message = f"{shown(key)} is written twice in one object"
        raise ValueError(message)
    return fields


def _timelines(value: Routine | Plan | Timeline) -> Iterator[Timeline]:
    match value:
        case Timeline():
            yield value
        case Routine():
            yield schedule(value)
        case Plan():
            yield from (schedule(routine) for stage in value.stages for routine in stage.routines)
        case _:
            assert_never(value)


main()
