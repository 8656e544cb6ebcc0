"""
Migrations that bring documents of older schemas to the current one.

Each is a pure function from one document to the next; none knows the model, which moves on without them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from stretchlib._validation import shown
from stretchlib.documents.problems import refuse

#: The schema that this version writes, and the newest it reads.
SCHEMA = 1

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document], Document]

#: By the schema they start from, the steps to the schema after it.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})


def migrate(
    document: Document,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = SCHEMA,
    default: int | None = None,
) -> Document:
    """
    Bring *document* to the *newest* schema, one schema at a time; the document itself is left as it is.

    Args:
        document: A whole document.
        migrations: The steps, by the schema they start from.
        newest: The schema to reach.
        default: The schema of a document that does not say any, if it need not.

    Raises:
        InvalidDocumentError: It does not say its schema, the schema is not known, or a migration cannot follow it.

    >>> migrate({"schema": 1, "name": "Neck"})
    {'schema': 1, 'name': 'Neck'}
    """
    first = schema_of(document, migrations=migrations, newest=newest, default=default)
    if first < newest:
        document = {key: _without_schemas(value, first, (key,)) for key, value in document.items()}
    for schema in range(first, newest):
        try:
            document = {**migrations[schema](document), "schema": schema + 1}
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            refuse(f"cannot be brought from schema {schema} to {schema + 1}: {type(error).__name__}: {error}")
    return document


def schema_of(
    document: Document,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    newest: int = SCHEMA,
    default: int | None = None,
) -> int:
    """
    Return the schema that *document* is written for.

    Raises:
        InvalidDocumentError: It does not say, or the schema is not among those that can be read.
    """
    if "schema" not in document:
        if default is None:
            refuse(f"missing, this version writes {newest}", "schema")
        return default
    schema = document["schema"]
    if isinstance(schema, float) and schema.is_integer():
        schema = int(schema)
    if isinstance(schema, bool) or not isinstance(schema, int):
        refuse(f"must be a whole number (got {shown(schema)})", "schema")
    if schema > newest:
        refuse(f"written for schema {shown(schema)}, this version reads up to {newest}", "schema")
    oldest = min(migrations, default=newest)
    if schema < oldest:
        refuse(f"written for schema {shown(schema)}, this version reads from {oldest} on", "schema")
    return schema


def check_schema(said: object, schema: int = SCHEMA, path: tuple[Hashable, ...] = ()) -> None:
    """
    Accept the schema that an object inside of a document says again.
    """
    if isinstance(said, bool) or not isinstance(said, (int, float)) or said != schema:
        refuse(f"must be {schema}, as in the document around it (got {shown(said)})", *path)


def _without_schemas(part: Any, schema: int, path: tuple[Hashable, ...]) -> Any:
    """
    Return a *part* of a document without the schemas that are said again, which no migration should have to know.
    """
    if isinstance(part, list):
        return [_without_schemas(element, schema, (*path, index)) for index, element in enumerate(part)]
    if not isinstance(part, dict):
        return part
    if "schema" in part:
        check_schema(part["schema"], schema, (*path, "schema"))
    return {key: _without_schemas(value, schema, (*path, key)) for key, value in part.items() if key != "schema"}
