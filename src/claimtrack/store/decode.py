"""From the bytes of a claim file to its text."""

from __future__ import annotations

import re

from claimtrack.store.nodes import Span
from claimtrack.store.problems import YAML_SYNTAX, Problems
from claimtrack.text.lines import lines_of

_OTHERS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_WIDE = re.compile(rb"[^\0]\0[^\0]?|\0[^\0]")
"""How a text of Latin letters starts in UTF-16 without a byte order mark."""

BOM = "\ufeff"
"""The byte order mark, which some editors put in front of a file."""


def decode(content: bytes, problems: Problems) -> str | None:
    """The text of a file in UTF-8, without a byte order mark; None, and why, where it is not."""
    other = other_encoding(content)
    if other is not None:
        message = f"the file is in {other}; a claim file is in UTF-8"
        problems.add(YAML_SYNTAX, message, Span(1, 1, 1, 2, 0, 1), help="save it as UTF-8")
        return None
    try:
        return content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix(BOM)
        wrong = content[error.start : error.start + 3]
        message = f"the byte 0x{wrong[0]:02X} is not valid UTF-8 here ({error.reason})"
        if wrong[0] == _SURROGATE and len(wrong) > 1 and wrong[1] >= _HIGH:
            message = "half of a surrogate pair stands here alone, which is not valid UTF-8"
        problems.add(YAML_SYNTAX, message, end_of(before), help="save the file as UTF-8")
        return None


def other_encoding(content: bytes) -> str | None:
    """The name of the wide encoding in which some bytes are, by their beginning; else None."""
    for mark, name in _OTHERS.items():
        if content.startswith(mark):
            return name
    return "UTF-16" if _WIDE.match(content) else None


_SURROGATE, _HIGH = 0xED, 0xA0
"""The first byte, and the least second one, of what would be a surrogate in UTF-8."""


def end_of(before: str) -> Span:
    """The place of the character that follows a text; lines end as YAML 1.2 says."""
    lines = lines_of(before)
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + 1, len(before), len(before) + 1)
