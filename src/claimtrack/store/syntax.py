"""What a parser says of a file that is not YAML, in its words, at the place, with what to do."""

from __future__ import annotations

from typing import Any

from claimtrack.store.decode import end_of
from claimtrack.store.nodes import Span
from claimtrack.store.parser import READER_ERRORS
from claimtrack.store.problems import START, YAML_SYNTAX, Problems
from claimtrack.text.regex import regex


def at_mark(mark: Any) -> Span:
    """The place of the character at a parser's mark."""
    line, column = mark.line + 1, mark.column + 1
    return Span(line, column, line, column + 1, mark.index, mark.index + 1)


def report_syntax(error: Exception, text: str, problems: Problems) -> None:
    """Tell a parser's error in its own words, at its line and column."""
    mark = getattr(error, "problem_mark", None)
    if isinstance(error, READER_ERRORS):
        problems.add(YAML_SYNTAX, *_forbidden(text), help="remove it, or write it as an escape")
    elif mark is None:
        problems.add(YAML_SYNTAX, f"not YAML: {error}", START, help=_MEND)
    else:
        start = getattr(error, "context_mark", None)
        context = getattr(error, "context", None)
        told = f" {context}" if context else ""
        if told and start is not None:
            told += f" that starts on line {start.line + 1}"
        found = text[mark.index : mark.index + 1]
        message = _TAB if found == "\t" else f"{getattr(error, 'problem', error)}{told}"
        # What is missing at the end of a file is missed behind the last thing that stands there.
        last = len(text.rstrip())
        span = at_mark(mark) if mark.index < last else end_of(text[:last])
        problems.add(YAML_SYNTAX, message, span, help=_advice(message, found))


_MEND = "mend this line; nothing below it has been read"
_TAB = "a tab stands here; indent with spaces"

_ADVICE = (
    ("mapping values are not allowed", "a text that holds a colon and a blank goes in quotes"),
    ("did not find expected node content", "a bracket or brace may have been left open above"),
    ("did not find expected ',' or", "a bracket, brace or comma is missing above"),
    ("unexpected end of stream", "a quotation mark or bracket was left open"),
    ("did not find expected key", "see that the line stands in the column of its neighbours"),
    ("could not find expected ':'", "write the key, a colon and a blank"),
    ("<block end>", "see that the line stands in the column of its neighbours"),
    ("escape c", "in double quotes a backslash starts an escape; write it twice, or use '…'"),
)
"""What to do about the parser's commoner complaints."""


def _advice(message: str, found: str) -> str:
    if "cannot start any token" in message:
        return f"a text that starts with {found!r} goes in quotes"
    return next((advice for words, advice in _ADVICE if words in message), _MEND)


_FORBIDDEN = regex("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _forbidden(text: str) -> tuple[str, Span]:
    """Message and place of the first character that YAML forbids."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return "a character is not allowed in YAML", START
    message = f"the character U+{ord(found[0]):04X} is not allowed in YAML"
    return message, end_of(text[: found.start()])
