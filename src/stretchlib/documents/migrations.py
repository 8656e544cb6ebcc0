"""
Migrations of documents from older schemas to the current one.

A migration is a pure function from a document, and the name of its class or union, to a document of the next schema.
It does not use the model, which may change, and removes the `schema` of nested objects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from stretchlib._messages import shown
from stretchlib.documents.problems import raise_problem, raise_problem_of_value
from stretchlib.errors import InvalidDocumentError

#: The schema that this version writes, and the newest it reads.
SCHEMA = 1

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document, str], Document]

#: The migrations, by the schema that they start from.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})


def migrate(
    document: Document,
    kind: str,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = SCHEMA,
) -> Document:
    """
    Return the *document* of a *kind* of value migrated to the *newest* schema, one schema at a time.

    >>> migrate({"schema": 1, "name": "Neck"}, "Routine")
    {'schema': 1, 'name': 'Neck'}
    """
    for schema in range(schema_of(document, min(migrations, default=newest), newest), newest):
        try:
            document = {**migrations[schema](document, kind), "schema": schema + 1}
        except InvalidDocumentError:
            raise
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise_problem(f"cannot be migrated from schema {schema} to {schema + 1}: {type(error).__name__}: {error}")
    return document


def schema_of(document: Document, oldest: int, newest: int) -> int:
    """
    Return the schema of *document*, or raise an error if it is missing or cannot be read.
    """
    if "schema" not in document:
        raise_problem(f"missing, write {newest}", "schema")
    schema = document["schema"]
    if isinstance(schema, float) and schema.is_integer():
        schema = int(schema)
    if isinstance(schema, bool) or not isinstance(schema, int):
        raise_problem(f"must be a whole number (got {shown(schema)})", "schema")
    if schema > newest:
        raise_problem(f"written for schema {shown(schema)}, this version reads up to {newest}", "schema")
    if schema < oldest:
        raise_problem(f"written for schema {shown(schema)}, this version reads from {oldest} on", "schema")
    return schema


def check_schema(repeated: object) -> None:
    """
    Accept the schema that an object inside of a document repeats.
    """
    if isinstance(repeated, bool) or not isinstance(repeated, (int, float)) or repeated != SCHEMA:
        raise_problem_of_value(f"must be {SCHEMA}, as in the document around it", repeated)
