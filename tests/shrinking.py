"""
The smallest values of strategies, and the situations that they reach.
"""

from contextlib import suppress
from random import Random

from hypothesis import Phase, find, settings
from hypothesis.errors import NoSuchExample

#: Shrinking is tested, so no examples are stored, and the first failure is enough.
SHRINKING = settings(
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    max_examples=2_000,
    phases=[Phase.generate, Phase.shrink],
)


def smallest(strategy, condition=lambda _: True):
    return find(strategy, condition, settings=SHRINKING)


def reached(strategy, situations, max_examples=5_000):
    """
    Return the names of the *situations* that values of a *strategy* meet, until all are met.
    """
    met = set()

    def meets_the_last(value):
        met.update(name for name in situations.keys() - met if situations[name](value))
        return met == situations.keys()

    generated = settings(database=None, max_examples=max_examples, phases=[Phase.generate])
    with suppress(NoSuchExample):
        # A seed, because some situations are rare, and others may take ten times as long.
        find(strategy, meets_the_last, settings=generated, random=Random(1))
    return met


def depth(part, kind, inside):
    """
    Return how many parts of one *kind* are nested in *part*, itself included.
    """
    deeper = max((depth(p, kind, inside) for p in getattr(part, inside, ())), default=0)
    return deeper + isinstance(part, kind)
