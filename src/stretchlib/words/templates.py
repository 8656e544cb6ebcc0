"""
Validators of templates and functions.
"""

from __future__ import annotations

from string import Formatter
from typing import cast

from stretchlib._messages import refuse
from stretchlib._validation import Field, check_text


def is_template(_: object, attribute: Field, value: object) -> None:
    """
    Validate a text with no placeholders except those of the English one.
    """
    if "|" in _checked(attribute, value):
        refuse(attribute.name, 'must have no alternatives with "|", because it has no number', value)


def is_template_with_number(_: object, attribute: Field, value: object) -> None:
    """
    Validate a template with a number, which may have alternatives.
    """
    if not all(_checked(attribute, value).split("|")):
        refuse(attribute.name, "must have no empty alternative", value)


def is_function(_: object, attribute: Field, value: object) -> None:
    """
    Validate a function.
    """
    if not callable(value):
        refuse(attribute.name, "must be a function", value, TypeError)


def _checked(attribute: Field, value: object) -> str:
    """
    Return the *value* of a template, if it is valid apart from its alternatives.
    """
    name, english = attribute.name, cast(str, attribute.default)
    check_text(name, value)
    template = cast(str, value)
    # Separators may be empty.
    if not template and any(map(str.isalnum, english)):
        refuse(name, "must not be empty", value)
    try:
        found = [*Formatter().parse(template)]
    except ValueError as error:
        refuse(name, f"must be a template: {error}", value)
    if any(specification or conversion for _, _, specification, conversion in found):
        refuse(name, "must have placeholders without a format", value)
    known = _placeholders(english)
    if _placeholders(template) - known:
        refuse(name, f"must have no placeholders but {sorted(known)}", value)
    return template


def _placeholders(template: str) -> set[str]:
    """
    Return the names in braces of *template*.
    """
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
