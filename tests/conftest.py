"""
Options of the test suite, and programs for node.
"""

import shutil
import subprocess

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--documents",
        type=int,
        default=1_000,
        help="how many damaged documents to read (default: %(default)s)",
    )


@pytest.fixture(scope="session")
def run_in_node(request, tmp_path_factory):
    """
    Return a function that runs a script in node with a package of npm, and returns its output.

    The package is installed once; without npm, or if the installation fails, the test is skipped.
    """
    npm = shutil.which("npm")
    cache = getattr(request.config, "cache", None)

    def run(package, script, *arguments, text=""):
        if npm is None:
            pytest.skip(f"{package} needs npm")
        name = package.replace("@", "-")
        directory = cache.mkdir(name) if cache else tmp_path_factory.mktemp(name)
        if not (directory / "node_modules").exists():
            install = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", directory, package]
            if subprocess.run(install, check=False).returncode:
                pytest.skip(f"npm could not install {package}")
        # Node looks for packages next to the module.
        command = ["node", shutil.copy(script, directory), *arguments]
        return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True).stdout

    return run
