"""From the bytes of a claim file to its text."""

from __future__ import annotations

from claimtrack.store.nodes import Span
from claimtrack.store.problems import YAML_SYNTAX, Problems

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
BOM = "\ufeff"
"""The byte order mark, which some editors put in front of a file."""


def decode(content: bytes, problems: Problems) -> str | None:
    """The text of a file in UTF-8, without a byte order mark; None, and why, where it is not."""
    if content.startswith(_UTF16):
        span = Span(1, 1, 1, 2, 0, 1)
        problems.add(YAML_SYNTAX, "the file is in UTF-16", span, help="save it as UTF-8")
        return None
    try:
        return content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(BOM)
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        span = Span(line, column, line, column + 1, len(before), len(before) + 1)
        byte = content[error.start]
        message = f"the byte 0x{byte:02X} is not valid UTF-8 here ({error.reason})"
        problems.add(YAML_SYNTAX, message, span, help="save the file as UTF-8")
        return None
