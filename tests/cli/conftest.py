"""A small ledger with one finding of each severity, and two ways to run the command on it."""

import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from desk import CLEAN, FINDINGS

import claimtrack
from claimtrack.__main__ import main


class Ran(NamedTuple):
    """What a run of the command gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which the test works, with nothing said by the environment."""
    github = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "CLAIMTRACK_DEBUG", *github):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ledger(folder):
    """The folder with `claims/a.yaml`, which has one finding of each severity."""
    (folder / "claims").mkdir()
    (folder / "claims" / "a.yaml").write_text(FINDINGS, encoding="utf-8")
    return folder


@pytest.fixture
def clean(folder):
    """The folder with `claims/a.yaml`, in which nothing is wrong."""
    (folder / "claims").mkdir()
    (folder / "claims" / "a.yaml").write_text(CLEAN, encoding="utf-8")
    return folder


@pytest.fixture
def invoke(capfd):
    """Run the command in this process: its status and what it wrote."""

    def run(*arguments):
        status = main([os.fspath(argument) for argument in arguments])
        sys.stdout.flush()
        return Ran(status, *capfd.readouterr())

    yield run
    gc.enable()  # `check` leaves the collector off, for a process that is about to end


@pytest.fixture
def environment():
    """The environment of a process that uses the package under test.

    Without PYTHONUNBUFFERED: Python then loses what a closing pipe takes only in part.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "PYTHONPATH": str(Path(claimtrack.__file__).parents[1])}


@pytest.fixture
def spawn(environment):
    """Run the command as a process of its own; the streams are bytes."""

    def run(*arguments, python=(), **options):
        env = {**environment, **options.pop("env", {})}
        return subprocess.run(  # noqa: S603 - the package under test
            [sys.executable, *(python or ("-m", "claimtrack")), *arguments],
            check=False,
            env={name: value for name, value in env.items() if value is not None},
            **{"capture_output": True, "timeout": 60, **options},
        )

    return run
