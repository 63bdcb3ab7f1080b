"""The commands by name, and the page that lists them: printed without loading any of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Check a ledger: its form, and its claims against each other.",
        "explain": "Explain a rule: what it finds, why that matters, what to do.",
        "report": "Write the report that editors read.",
        "serve": "Show the report in a browser, live as files change.",
        "roots": "Count the independent roots of a proposition.",
        "chain": "Show where a claim comes from.",
        "query": "Find the claims that fit a filter.",
        "asof": "Show the ledger and its findings as they stood on a day.",
        "diff": "Show what changed in claims, not in lines.",
        "selftest": "Plant known faults into a copy of a ledger, and see which are found.",
        "fix": "Mend what can be mended without a decision.",
        "fmt": "Lay claim files out alike: indentation, blanks and blank lines.",
        "impact": "Show what a correction reaches: ours, copies, and all that rests on it.",
        "review": "Record that somebody has read a record and approves it.",
        "resolve": "Settle a finding, or judge two records the same or different.",
        "baseline": "Accept today's findings, so that only new ones are shown.",
        "lsp": "Serve an editor over stdin and stdout: findings as one types, renaming.",
        "schema": "Print the JSON Schema of claim files, for editors and other tools.",
        "new": "Begin a record: every key that it needs, to be filled in.",
        "import": "Take in claims and reviews that others have published.",
        "export": "Write the ledger in a format of other programs.",
        "init": "Start a ledger in a folder.",
    }
)
"""Every command with its one line of help; each is a module of `claimtrack.cli`."""

_ABOUT = "Keep attributed claims as YAML in git, and check them."
_STATUS = (
    "Exit status: 0 clean, 1 findings of the severity that fails (error unless changed), 2 usage "
    "or nothing to check, 3 internal error."
)
_OPTIONS = {"--version": "Show the version and exit.", "-h, --help": "Show this message and exit."}
_WIDEST, _NARROWEST = 80, 30


def help_text() -> str:
    """What `claimtrack --help` prints, for the width of the terminal."""
    width = max(min(_columns(), _WIDEST), _NARROWEST) - 2
    lines = ["Usage: claimtrack [OPTIONS] COMMAND [ARGS]...", ""]
    lines += [*_wrapped(_ABOUT, width, "  "), "", *_wrapped(_STATUS, width, "  ")]
    lines += ["", "Options:", *_listed(_OPTIONS, width), "", "Commands:", *_listed(COMMANDS, width)]
    return "\n".join(lines)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return _WIDEST


def _listed(table: Mapping[str, str], width: int) -> Iterator[str]:
    column = max(map(len, table)) + 4
    for name, text in table.items():
        first, *more = _wrapped(text, width - column, "")
        yield f"  {name}".ljust(column) + first
        yield from (" " * column + line for line in more)


def _wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    """The words of a text in lines; textwrap would take longer to load than this page to print."""
    line = indent
    for word in text.split():
        if len(line) + len(word) > width and line.strip():
            yield line.rstrip()
            line = indent
        line += word + " "
    yield line.rstrip()
