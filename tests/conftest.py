"""
Options of the test suite.
"""


def pytest_addoption(parser):
    parser.addoption(
        "--documents",
        type=int,
        default=2_000,
        help="how many damaged documents to read (default: %(default)s)",
    )
