"""
The JSON Schema of routines, and documents for it.
"""

from stretchlib import json_schema

SCHEMA = json_schema()


def routine_of(**item):
    return {"schema": 1, "name": "r", "items": [{"kind": "exercise", "name": "e", "work": {}, **item}]}
