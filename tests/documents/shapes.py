"""
Documents of one or many exercises, and their problems.
"""

import pytest
from cattrs import Converter

from stretchlib import InvalidDocumentError, from_dict, register_hooks


def routine_of(*items, **more):
    return {"schema": 1, "name": "Back", "items": list(items), **more}


def exercise_of(**more):
    return {"kind": "exercise", "name": "Cat", "work": {}, **more}


def problems(document, **options):
    with pytest.raises(InvalidDocumentError) as caught:
        from_dict(document, **options)
    return [*map(str, caught.value.problems)]


def converter(**options):
    """
    Return a plain converter with the hooks of the library.
    """
    made = Converter()
    register_hooks(made, **options)
    return made
