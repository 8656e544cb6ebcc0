"""
Methods of classes that need later modules, imported when they are called.

Only this file imports from later entries of the list in CONTRIBUTING.md, inside functions.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from stretchlib.model.exercise import Exercise
    from stretchlib.model.plan import Plan, Stage
    from stretchlib.model.routine import Circuit, Routine
    from stretchlib.model.steps import Step

Value = TypeVar("Value")


def named_card(exercise: Exercise) -> str:
    """
    Return the name and the card of an exercise, as `parse_exercise` reads them.
    """
    from stretchlib.words.describe import describe
    from stretchlib.words.notation import before_card

    return f"{before_card(exercise.name)}: {describe(exercise)}"


def in_words(value: Circuit | Routine | Stage | Plan | Step) -> str:
    """
    Return a step as one line, and another *value* as an outline of several lines.
    """
    from stretchlib.words.describe import describe

    return describe(value)


def documented(kind: type[Value]) -> type[Value]:
    """
    Let a class be a field of pydantic models, read and written as its document.
    """
    hooks: dict[str, Callable[..., Any]] = {
        "__get_pydantic_core_schema__": _core_schema,
        "__get_pydantic_json_schema__": _json_schema,
    }
    for name, hook in hooks.items():
        setattr(kind, name, classmethod(hook))
    return kind


def _core_schema(kind: Any, *_: object) -> Any:
    """
    Return the pydantic core schema for a *kind* of value, read and written as its document.
    """
    from pydantic_core import core_schema

    from stretchlib.documents.converters import to_dict

    return core_schema.no_info_plain_validator_function(
        lambda value: value if isinstance(value, kind) else _from_dict(value, kind),
        ref=f"stretchlib.{kind.__name__}Document",
        serialization=core_schema.plain_serializer_function_ser_schema(to_dict),
    )


def _from_dict(document: object, kind: Any) -> Any:
    from pydantic_core import PydanticCustomError, ValidationError

    from stretchlib.documents.converters import from_dict
    from stretchlib.errors import InvalidDocumentError

    try:
        return from_dict(document, kind)
    except InvalidDocumentError as error:
        # The message has the value. The raw input could break a JSON response, for example NaN or a lone surrogate.
        raise ValidationError.from_exception_data(
            kind.__name__,
            [
                {
                    "type": PydanticCustomError("invalid_document", problem.message),  # pyright: ignore[reportArgumentType]
                    "loc": tuple(map(_place, problem.path)),
                    "input": None,
                }
                for problem in error.problems
            ],
        ) from None


def _place(key: Hashable) -> str | int:
    return key if isinstance(key, int) else str(key).encode(errors="backslashreplace").decode()


def _json_schema(kind: Any, _: object, handler: Any) -> Any:
    """
    Return the JSON Schema of a *kind* of value, with its definitions moved to the definitions of pydantic.
    """
    from stretchlib.documents.schema import json_schema

    document = json_schema(kind)
    del document["$schema"]
    definitions = document.pop("$defs", {})
    references = {f"#/$defs/{name}": _defined(name, handler) for name in definitions}
    for name, definition in definitions.items():
        handler.resolve_ref_schema(references[f"#/$defs/{name}"]).update(_referring(definition, references))
    return _referring(document, references)


def _defined(name: str, handler: Any) -> Any:
    from pydantic_core import core_schema

    ref = f"stretchlib.{name}"
    reference = core_schema.definition_reference_schema(ref)
    return handler(core_schema.definitions_schema(reference, [core_schema.any_schema(ref=ref)]))


def _referring(schema: dict[str, Any] | list[Any] | str | float | None, references: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_referring(inside, references) for inside in schema]
    if not isinstance(schema, dict):
        return schema
    referring = {key: _referring(inside, references) for key, inside in schema.items()}
    return {**referring, **references[schema["$ref"]]} if "$ref" in schema else referring
