"""Progress: at a terminal, after a second, and never mixed with what is printed."""

import io
import json
import re
import sys
from types import SimpleNamespace

import pytest

from claimtrack.__main__ import main
from claimtrack.cli import progress as module
from claimtrack.cli.progress import progress_bar


class Terminal(io.StringIO):
    """Keeps what is written, and says that somebody is looking."""

    encoding = "utf-8"

    def isatty(self):
        return True

    @property
    def lines(self):
        """The lines as they stay on the screen: what is wiped is gone."""
        return [re.split(r"\r\x1b\[K", line)[-1] for line in self.getvalue().split("\n")]


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    made = Terminal()
    # Not sys.stderr itself, which pytest sets again before the test begins.
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=made))
    return made


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    return now


def test_it_says_nothing_within_a_second_and_then_what_is_left(terminal, clock):
    with progress_bar("reading") as progress:
        progress(1, 10)
        clock[0] += 0.9
        progress(2, 10)
        assert terminal.getvalue() == ""
        clock[0] += 0.2
        progress(5, 2000)
        assert terminal.lines == ["reading 5 of 2,000, 439 s left"]
        clock[0] += 0.05
        progress(6, 2000)
        assert terminal.lines == ["reading 5 of 2,000, 439 s left"]
    assert terminal.lines == [""]


def test_a_total_that_nobody_knows_is_not_said(terminal, clock):
    with progress_bar("importing", " kB") as progress:
        clock[0] += 1.5
        progress(1500, 0)
        assert terminal.lines == ["importing 1,500 kB"]
        clock[0] += 0.5
        progress(1500, 3000)
        assert terminal.lines == ["importing 1,500 of 3,000 kB, 2 s left"]


@pytest.mark.parametrize("term", ["dumb", None])
def test_nothing_where_nobody_would_see_it(terminal, monkeypatch, term):
    if term is None:
        monkeypatch.setattr(module.sys, "stderr", io.StringIO())
    else:
        monkeypatch.setenv("TERM", term)
    with progress_bar("reading") as progress:
        assert progress is None


def review(number):
    return {
        "@type": "ClaimReview",
        "claimReviewed": f"Claim {number}",
        "url": f"https://halvath-check.example/{number}",
        "datePublished": "2031-05-02" if number % 2 else "soon",
        "reviewRating": {"alternateName": "False"},
        "author": {"name": "Halvath Check"},
        "padding": "x" * 5000,
    }


@pytest.mark.parametrize("options", [(), ("--format", "jsonl")])
def test_an_import_shows_how_far_it_is_between_its_lines(
    clean, invoke, terminal, monkeypatch, options
):
    feed = "\n".join(json.dumps(review(number)) for number in range(60))
    (clean / "feed.json").write_text(feed, encoding="utf-8")
    command = ("import", "claimreview", "feed.json", "--dry-run", *options)
    plain = invoke(*command)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    monkeypatch.setattr(module, "_EVERY", 0.0)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(list(command)) == plain.status == 1
    total = len(feed) // 1000
    assert re.search(rf"importing \d+ of {total} kB, \d+ s left", terminal.getvalue())
    assert "reading 0 of 1," in terminal.getvalue()
    assert terminal.lines == plain.out.split("\n")
