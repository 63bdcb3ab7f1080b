"""Texts in Markdown (CommonMark): shown as they are, each phrase in its own direction."""

from __future__ import annotations

import re

from claimtrack.reports.runs import Run

_OPEN = {"rtl": "\u2067", "ltr": "\u2066"}
_CLOSE = "\u2069"
_ACTIVE = re.compile(r"[\\`*_\[\]~|#$@^]")
# What would start a list or a rule where it stands first: `- `, `1. `, `===`.
_FIRST = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is, also where HTML is let through."""
    line = " ".join(text.split())
    line = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], line)
    line = _ACTIVE.sub(r"\\\g<0>", line)
    first = _FIRST.match(line)
    if first is None:
        return line
    end = first.end()
    return f"{line[:end]}\\{line[end:]}" if first[0].isdigit() else f"\\{line}"


def said(run: Run) -> str:
    """A run, escaped, with each change of direction isolated."""
    text = "".join(
        escaped_piece if piece.dir == run.dir else f"{_OPEN[piece.dir]}{escaped_piece}{_CLOSE}"
        for piece in run.pieces
        if (escaped_piece := _edges(piece.text))
    )
    return f"{_OPEN['rtl']}{text}{_CLOSE}" if run.dir == "rtl" else text


def _edges(text: str) -> str:
    """An escaped piece that keeps the space at its ends."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + escaped(text) + after
