"""
How do documents get damaged?

As hands, editors, other programs and strangers do it: one value, one name, one list at a time.
"""

import copy
import json
import math
import string

from hypothesis import HealthCheck, Phase, given, settings

from stretchlib import (
    Circuit,
    Exercise,
    Frequency,
    Move,
    PeriodUnit,
    Range,
    Repetitions,
    Rest,
    Routine,
    Side,
    Sidedness,
    SwitchAfter,
    to_dict,
)
from stretchlib._validation import fields_of
from stretchlib.testing import routines

CLASSES = (Routine, Exercise, Circuit, Rest, Move, Repetitions, Sidedness, Frequency, Range)
FIELDS = ["schema", "kind", "breaths", *sorted({field.name for kind in CLASSES for field in fields_of(kind)})]
WORDS = [member.value for kind in (Side, SwitchAfter, PeriodUnit) for member in kind]
KINDS = ["exercise", "rest", "circuit", "hold", "move", "repetitions", *WORDS]
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
    *({"kind": "rest", "duration": 1}, {"kind": "hold", "duration": 0}, {"kind": "move"}, {"sides": ["left", "left"]}),
]
#: What other people write in a field.
OTHERS = {
    "duration": [
        5,
        3.0,
        0.25,
        0.1234567,
        {"low": 1, "high": 2.5},
        {"breaths": 3.0},
        {"breaths": {"low": 1, "high": 4}},
    ],
    "rest": [0, 0.0, 10, 2.5, {"low": 0, "high": 1}, {"breaths": 2}],
    "count": [1, 2.0, 10**12, {"low": 1, "high": 1}, {"low": 2, "high": 4.0}],
    "label": ["", "up", "\U0001f9d8", "\0"],
    "tags": [[], ["neck"], ["neck", "neck"]],
    "sides": [["both"], ["right"], ["left", "right"], ["unaffected", "affected", "both"]],
    "switch_after": ["repetition", "set", "all_sets"],
    "sidedness": [{}, {"rest": 3}, {"sides": ["right", "left"], "switch_after": "all_sets"}],
    "frequency": [{}, {"every": 2.0}, {"times": {"low": 2, "high": 3}, "unit": "week", "weeks": 6}],
    "work": [{}, {"count": 3, "phases": [{"kind": "hold", "duration": 30}], "rest": 2}],
    "phases": [[{"kind": "move"}], [{"kind": "repetitions", "phases": [{"kind": "rest", "duration": 1}]}]],
    "items": [
        [{"kind": "exercise", "name": "a", "work": {}}],
        [{"kind": "circuit", "items": [{"kind": "rest", "duration": 1}]}],
    ],
}
OTHERS |= dict.fromkeys(("sets", "rounds", "times"), OTHERS["count"])
OTHERS |= dict.fromkeys(("rest_between_items", "rest_between_sets", "rest_between_rounds"), OTHERS["rest"])
OTHERS |= dict.fromkeys(("name", "instructions", "description", "source"), OTHERS["label"])
OTHERS["equipment"] = OTHERS["tags"]


def documents(number):
    """
    Return the JSON of so many valid documents of all kinds, always the same.
    """
    found = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(routines(max_size=2))
    def collect(routine):
        found.append(json.dumps(to_dict(routine)))

    collect()
    return found


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
        key = random.choice((key, *OTHERS))
        container[key] = copy.deepcopy(random.choice(OTHERS.get(key, [1])))


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
        # The field keeps its place, as it does under a person's hand.
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
