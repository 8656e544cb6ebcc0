"""
Refused texts, for tests.
"""

import pytest

from stretchlib import NotationError, parse_exercise


def refusal(text, name="exercise"):
    with pytest.raises(NotationError) as caught:
        parse_exercise(text, name=name)
    return caught.value
