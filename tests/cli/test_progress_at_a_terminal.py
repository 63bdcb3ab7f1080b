"""How far long work has come: seen at a terminal, and nowhere else."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="of POSIX systems")

AT_ONCE = """
import sys
import claimtrack.cli.progress as progress
progress._PATIENCE = progress._EVERY = 0
from claimtrack.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""The command, for which any work is long."""


def seen(environment, **changes):
    """What a report prints, and what a terminal is shown beside it."""
    master, terminal = pty.openpty()
    ran = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", AT_ONCE, "report", "--out", "site", "--as-of", "2031-06-01"],
        check=True,
        stdout=subprocess.PIPE,
        stderr=terminal,
        env={**environment, "TERM": "xterm", **changes},
    )
    os.close(terminal)
    try:
        shown = os.read(master, 1 << 16).decode()
    except OSError:  # nothing was written, and the other end is closed
        shown = ""
    os.close(master)
    return ran.stdout.decode(), shown


def test_a_report_says_at_a_terminal_how_far_it_has_come(ledger, environment):
    out, shown = seen(environment)
    assert out == "site/index.html\n"
    lines = shown.split("\r\x1b[K")
    pages = len(list((ledger / "site").rglob("*.html")))
    assert any(line.startswith("checking ") for line in lines)
    assert f"writing {pages:,} of {pages:,}, 0 s left" in lines
    assert lines[-1] == ""  # the line is wiped before anything else is printed


def test_a_terminal_that_cannot_wipe_a_line_is_shown_nothing(ledger, environment):
    assert seen(environment, TERM="dumb")[1] == ""
