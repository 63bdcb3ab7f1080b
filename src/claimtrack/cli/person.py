"""Who gives a judgement, and when: options of the commands that write one down."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any, TypeVar

import click

from claimtrack.cli.options import DateType
from claimtrack.errors import UsageError
from claimtrack.model.fields import WORDS

Function = TypeVar("Function", bound=Callable[..., Any])


def by_option(command: Function) -> Function:
    """`--by NAME`."""
    return click.option("--by", metavar="NAME", help="Who judges [default: git's user.name].")(
        command
    )


def at_option(command: Function) -> Function:
    """`--at DATE`."""
    return click.option(
        "--at", type=DateType(), metavar="DATE", help="The day of the judgement; today unless told."
    )(command)


def person(by: str | None) -> str:
    """The name that was given, else the one that git knows. Raises `UsageError` without one."""
    name = _name_in_git() if by is None else by
    if WORDS.regex.fullmatch(name) is None:
        advice = 'say so with --by NAME, or once with `git config user.name "NAME"`'
        raise UsageError(f"a judgement needs a name: {advice}")
    return name.strip()


def words(text: str, option: str) -> str:
    """A text that says something. Raises `UsageError` for one that is empty or invisible."""
    if WORDS.regex.fullmatch(text) is None:
        raise UsageError(f"{option}: expected {WORDS.expected}")
    return text.strip()


def _name_in_git() -> str:
    command = ["git", "config", "user.name"]  # whichever git the person uses
    try:
        ran = subprocess.run(command, capture_output=True, check=False, timeout=10)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ran.stdout.decode("utf-8", "replace").strip()
