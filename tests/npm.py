"""Programs of others from npm, where `python3 dev.py oracles` has installed them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "build" / "oracles"
_MODULES = ROOT / "node_modules"
_HINT = "python3 dev.py oracles installs it where npm is"


def module(name):
    """The folder of an installed package; the test is skipped, with the reason, where it lacks."""
    folder = _MODULES / name
    if not folder.is_dir():
        pytest.skip(f"the npm package {name} is not installed; {_HINT}")
    return folder


def node(script, *arguments, stdin):
    """What a script prints."""
    return _run([_program("node"), script, *arguments], input=stdin).stdout


def multitool(*arguments):
    """Run Microsoft's SARIF Multitool."""
    program = module("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"
    program.chmod(0o755)
    env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    return _run([program, *arguments], env=env)


def nu(*arguments):
    """What the Nu Html Checker says of files, as JSON; what it finds does not fail it."""
    jar = module("vnu-jar") / "build" / "dist" / "vnu.jar"
    options = ("--format", "json", "--stdout", "--exit-zero-always")
    return _run([_program("java"), "-jar", jar, *options, *arguments]).stdout


def _program(name):
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    return program


def _run(command, **options):
    return subprocess.run(  # noqa: S603 - a program that the developer installed
        command, check=True, capture_output=True, encoding="utf-8", timeout=300, **options
    )
