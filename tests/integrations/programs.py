"""Programs of others that the development environment holds, and the repository as they see it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def program(name):
    """The path of a program; the test is skipped, with the reason, where it lacks."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; python3 dev.py test installs it")
    return found


def run(*command, **options):
    """Run a program; what it printed, on both streams, and its status."""
    return subprocess.run(  # noqa: S603 - words of our own
        command,
        check=False,
        encoding="utf-8",
        **{"capture_output": True, "timeout": 600, **options},
    )


def copied(folder):
    """What of this repository a package is built from, in a folder of its own."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", folder / "src", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml"):
        shutil.copy(ROOT / name, folder / name)
    return folder
