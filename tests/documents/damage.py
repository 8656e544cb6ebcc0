"""
Damage to documents, as people, editors and other programs do it: one value, one key, one list at a time.
"""

import copy
import enum
import json
import math
import string
from functools import cache

from hypothesis import HealthCheck, Phase, given, settings

import stretchlib
from stretchlib import Range, to_dict
from stretchlib.documents.kinds import READABLE, TAGS, fields_by_key
from stretchlib.documents.writing import write
from stretchlib.testing import routines
from stretchlib.testing.derived import strategy_of

KEYS = {key for kind in (*READABLE, Range) for key in fields_by_key(kind)}
FIELDS = ["schema", "$schema", "kind", *sorted(KEYS)]
ENUMS = [kind for kind in vars(stretchlib).values() if isinstance(kind, enum.EnumMeta)]
KINDS = [*TAGS.values(), *(member.value for kind in ENUMS for member in kind)]
EXTREMES = [
    *(None, True, False, 0, -1, 1, 2, 7.0, 2.9, -0.0, 1e-6, 5e-7, 2.5e-132, 5e-324, 1e308, -1e308, 2**33 + 0.5, 1e16),
    *(math.nan, math.inf, -math.inf, 2**63, 10**14, 10**400, 10**4299, 10**4300, 10**5000, -(10**5000)),
    *("", " ", "7", "left", "name", "\ud800", "a\udfff", "\0", "é" * 100, b"bytes", (), (1, 2), {1}, 1j, object()),
    *(
        [],
        [[]],
        {},
        {"low": 1, "high": 2},
        {"low": 2, "high": 1},
        {"low": True, "high": 2},
        {"low": 0.5, "high": 1e300},
    ),
    *({"breaths": 5}, {"breaths": {"low": 3, "high": 5}}, {"breaths": 0}, {"breaths": 5, "low": 1}, {1: 2}, {None: 1}),
    *({"low": 30}, {"high": 60}, {"breaths": 0.5}, {"breaths": {"high": 3}}, {"as_many_as_fit": 300}, {"low": None}),
    *({"as_many_as_fit": {"low": 60}}, {"schema": 1, "low": 2}, {"schema": 2}, "opposite", "monday", "08:00", "24:00"),
    *({"kind": "rest", "duration": 1}, {"kind": "hold", "duration": 0}, {"kind": "move"}, {"sides": ["left", "left"]}),
]


def _generated(strategy, number):
    """
    Return a number of values of a *strategy*, the same on every run.
    """
    found = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value):
        found.append(value)

    collect()
    return found


@cache
def others():
    """
    Return values that other documents have in a field, by its key.
    """
    found = {}
    for kind in READABLE:
        for key, field in fields_by_key(kind).items():
            values = _generated(strategy_of(field), 12)
            found.setdefault(key, []).extend(write(value, field.type) for value in values if value is not None)
    return found


def documents(number, strategy=None):
    """
    Return the JSON of a number of valid documents of routines, or of a *strategy*, the same on every run.
    """
    return [
        json.dumps(to_dict(value))
        for value in _generated(routines(max_size=2) if strategy is None else strategy, number)
    ]


def damaged(random, text):
    """
    Return the document in *text*, after up to four kinds of damage.
    """
    root = [json.loads(text)]
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        container, key = _place(random, root)
        random.choice(_DAMAGES)(random, container, key, root)
    return root[0]


def _place(random, container):
    """
    Return somewhere in *container*: a container and a key of it.
    """
    while True:
        key = random.choice(list(container)) if isinstance(container, dict) else random.randrange(len(container))
        inside = container[key]
        if not inside or not isinstance(inside, (dict, list)) or random.random() < 0.15:
            return container, key
        container = inside


def _replace(random, container, key, _):
    container[key] = copy.deepcopy(random.choice(EXTREMES))


def _rewrite(random, container, key, _):
    if isinstance(container, dict):
        key = random.choice((key, *others()))
        container[key] = copy.deepcopy(random.choice(others().get(key, [1])))


def _delete(_random, container, key, root):
    if container is not root:
        del container[key]


def _duplicate(random, container, key, root):
    if isinstance(container, dict):
        container[random.choice(FIELDS)] = copy.deepcopy(container[key])
    elif container is not root:
        container.insert(random.randrange(len(container) + 1), copy.deepcopy(container[key]))


def _rename(random, container, key, _):
    if isinstance(container, dict):
        new = random.choice(
            (random.choice(FIELDS), _misspelt(random, str(key)), str(key).upper(), 7, None, ("a", "b"), "")
        )
        # The field keeps its position, as if edited by hand.
        entries = [(new if old == key else old, value) for old, value in container.items()]
        container.clear()
        container.update(entries)


def _misspelt(random, word):
    at = random.randrange(len(word) + 1)
    return (
        word[:at]
        + random.choice((*string.ascii_lowercase, "_", " ", "-", "\ud800", ""))
        + word[at + random.choice((0, 1)) :]
    )


def _retype(random, container, key, _):
    value = container[key]
    options = [[value], {"kind": value} if isinstance(value, str) else {"low": value, "high": value}, bool(value)]
    if isinstance(value, int | float) and abs(value) < 1e300:
        options += [str(value), {"breaths": value}, float(value), value + 0.5, -value, value * 10**6]
    if isinstance(value, str):
        options += [value.encode(errors="replace"), list(value), value.upper(), random.choice(KINDS)]
    if isinstance(value, dict):
        options += [list(value.items()), list(value.values()), list(value), tuple(value)]
    if isinstance(value, list):
        options += [tuple(value), dict(enumerate(value)), value[0] if value else None]
    container[key] = random.choice(options)


def _reorder(random, container, key, _):
    value = container[key]
    if isinstance(value, list):
        random.shuffle(value)
    elif isinstance(value, dict):
        entries = random.sample(list(value.items()), len(value))
        value.clear()
        value.update(entries)


def _nest(random, container, key, _):
    wrap = random.choice(
        (
            lambda value: [value],
            lambda value: {"kind": "circuit", "items": [value]},
            lambda value: {"kind": "repetitions", "phases": [value]},
            lambda value: {"kind": "circuit", "items": value},
            lambda value: {"phases": value},
        )
    )
    for _ in range(random.choice((1, 1, 1, 2, 7, 8, 31, 32, 33, 60))):
        container[key] = wrap(container[key])


def _exchange(random, container, key, root):
    other, place = _place(random, root)
    container[key] = copy.deepcopy(other[place])


_DAMAGES = (
    _replace,
    _rewrite,
    _rewrite,
    _rewrite,
    _delete,
    _duplicate,
    _rename,
    _retype,
    _retype,
    _reorder,
    _nest,
    _exchange,
)
