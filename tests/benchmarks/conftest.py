"""
Print the measurements as a table at the end.
"""

import pytest

from .table import as_markdown

_costs = pytest.StashKey()


@pytest.fixture(scope="session")
def costs(pytestconfig):
    """
    The costs of each row, ours and the peer's.
    """
    return pytestconfig.stash.setdefault(_costs, {})


def pytest_terminal_summary(terminalreporter, config):
    if costs := config.stash.get(_costs, None):
        terminalreporter.section("ratios")
        terminalreporter.write_line(as_markdown(costs))
