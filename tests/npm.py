"""
Programs for node, with packages of npm.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def run_in_node(config, package, script, *arguments):
    """
    Return what a *script* for node prints that imports a *package* of npm, which is installed once.

    The test is skipped where there is no npm, or where it cannot install the package.
    """
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"{package} needs node and npm")
    folder = package.replace("@", "-")
    cache = getattr(config, "cache", None)
    # Without the cache of pytest, the package is installed each time.
    directory = cache.mkdir(folder) if cache else Path(tempfile.mkdtemp(prefix=folder))
    # A module finds its packages beside itself.
    copy = directory / script.name
    if not copy.exists():
        install = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", directory, package]
        if subprocess.run(install, check=False).returncode:
            pytest.skip(f"npm could not install {package}")
    shutil.copy(script, copy)
    return subprocess.run(["node", copy, *arguments], capture_output=True, text=True, check=True).stdout
