"""
The JSON Schema of routines, and documents for it.
"""

from stretchlib import json_schema

SCHEMA = json_schema()


def routine_of(**item):
    return {"schema": 1, "name": "r", "items": [{"kind": "exercise", "name": "e", "work": {}, **item}]}


def in_circuits(document, depth):
    """
    Return a *document* of a routine with its items inside circuits, nested to a *depth*.
    """
    items = document["items"]
    for _ in range(depth):
        items = [{"kind": "circuit", "items": items}]
    return document | {"items": items}
