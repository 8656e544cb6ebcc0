"""
The smallest values that strategies find.
"""

from hypothesis import Phase, find, settings

#: To shrink is what is tested, so nothing is remembered, and the first failure is enough.
SHRINKING = settings(
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    max_examples=2_000,
    phases=[Phase.generate, Phase.shrink],
)


def smallest(strategy, condition=lambda _: True):
    return find(strategy, condition, settings=SHRINKING)


def depth(part, kind, inside):
    """
    Return how many parts of one *kind* are nested in *part*, itself included.
    """
    deeper = max((depth(p, kind, inside) for p in getattr(part, inside, ())), default=0)
    return deeper + isinstance(part, kind)
