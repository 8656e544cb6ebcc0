"""
How does a document of an older schema become one of the current schema?

Each migration is a pure function from one document to the next; none knows the model, which moves on without them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias

from stretchlib._validation import shown
from stretchlib.errors import InvalidDocumentError

#: The schema that this version writes, and the newest it reads.
SCHEMA = 1

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document], Document]

#: By the schema they start from, the steps to the schema after it.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})


def migrate(document: Document, *, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = SCHEMA) -> Document:
    """
    Bring *document* to the *newest* schema, one schema at a time; the document itself is left as it is.

    Raises:
        InvalidDocumentError: It does not say its schema, the schema is not known, or a migration cannot follow it.

    >>> migrate({"schema": 1, "name": "Neck"})
    {'schema': 1, 'name': 'Neck'}
    """
    for schema in range(schema_of(document, migrations=migrations, newest=newest), newest):
        try:
            document = {**migrations[schema](document), "schema": schema + 1}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            problem = f"$: cannot be brought from schema {schema} to {schema + 1}: {type(error).__name__}: {error}"
            raise InvalidDocumentError((problem,)) from error
    return document


def schema_of(document: Document, *, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = SCHEMA) -> int:
    """
    Return the schema that *document* is written for.

    Raises:
        InvalidDocumentError: It does not say, or the schema is not among those that can be read.
    """
    if "schema" not in document:
        _refuse_schema(f"missing, this version writes {newest}")
    schema = document["schema"]
    if isinstance(schema, float) and schema.is_integer():
        schema = int(schema)
    if isinstance(schema, bool) or not isinstance(schema, int):
        _refuse_schema(f"must be a whole number (got {shown(schema)})")
    if schema > newest:
        _refuse_schema(f"written for schema {shown(schema)}, this version reads up to {newest}")
    oldest = min(migrations, default=newest)
    if schema < oldest:
        _refuse_schema(f"written for schema {shown(schema)}, this version reads from {oldest} on")
    return schema


def _refuse_schema(problem: str) -> NoReturn:
    raise InvalidDocumentError((f"$.schema: {problem}",))
