"""
Common behaviour of all classes: they cannot be subclassed, and their type hints are resolved at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

import attrs

__all__ = ["final", "resolve_types"]

Class = TypeVar("Class", bound=type)

if TYPE_CHECKING:
    from typing import final
else:

    def final(kind: Class) -> Class:
        """
        Return *kind* as a class that cannot be subclassed.

        `typing.final`, which type checkers know, does not enforce it, and a subclass would fail later,
        where documents look up the class of a value.
        """
        from typing import final

        def raise_error(subclass: type, **_: object) -> NoReturn:
            message = f"{kind.__name__} must not be subclassed (got {subclass.__name__})"
            raise TypeError(message)

        kind.__init_subclass__ = classmethod(raise_error)
        return final(kind)


def resolve_types(*kinds: type[Any]) -> None:
    """
    Resolve the type hints of the fields and constructors of *kinds*, as soon as all names in them are defined.
    """
    for kind in kinds:
        fields = attrs.fields(attrs.resolve_types(kind))
        # A constructor has the type hints of its converters, so it needs the names in their modules.
        known: dict[str, Any] = cast(Any, kind).__init__.__globals__
        converters = [field.converter for field in fields]
        for names in [converter.__globals__ for converter in converters if converter]:
            known.update(names | known)
