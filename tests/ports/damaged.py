"""
Documents with damage at one place: another type, null, a wrong derived value, a missing key.
"""


def with_other_types(document):
    """
    Yield a *document* with another type at each of its places, and with null for each of its keys.
    """
    keys = set()
    for path in _paths(document):
        yield f"another type at {path}", _replaced(document, path, _retyped)
        if path and isinstance(path[-1], str) and path[-1] not in keys:
            keys.add(path[-1])
            yield f"null at {path}", _replaced(document, path, lambda _: None)


def without_keys(document):
    """
    Yield a *document* without each of its keys.
    """
    for path in _paths(document):
        if path and isinstance(path[-1], str):
            yield f"without {path}", _replaced(document, path[:-1], lambda inside, key=path[-1]: _without(inside, key))


def with_other_steps(timeline):
    """
    Yield the document of a *timeline* with another value at each derived place.
    """
    for path in _paths(timeline):
        if len(path) > 1 and path[0] not in ("duration", "steps"):
            continue
        yield f"another value at {path}", _replaced(timeline, path, _altered)
        if path and _at(timeline, path) in (0, 1):
            yield f"another type at {path}", _replaced(timeline, path, _exchanged)


def _paths(value, path=()):
    yield list(path)
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from _paths(value[key], (*path, key))


def _at(value, path):
    for key in path:
        value = value[key]
    return value


def _replaced(value, path, change):
    if not path:
        return change(value)
    key, *rest = path
    copy = value.copy()
    copy[key] = _replaced(value[key], rest, change)
    return copy


def _without(value, key):
    return {other: inside for other, inside in value.items() if other != key}


def _retyped(value):
    match value:
        case str():
            return 7
        case list():
            return {"kind": "rest", "duration": 5}
        case dict():
            return [value]
        case number:
            return str(number)


def _altered(value):
    match value:
        case None:
            return 0
        case bool():
            return not value
        case str():
            return f"{value} "
        case list():
            return [*value, 0]
        case dict():
            return {**value, "more": 1}
        case number:
            return number + 1


def _exchanged(value):
    """
    Return the number for a boolean, and the boolean for a number.
    """
    return int(value) if isinstance(value, bool) else bool(value)
