"""Texts as YAML scalars: plain where every reader takes them for the same text, else quoted."""

from __future__ import annotations

import re

from claimtrack.store.literals import PLACEHOLDERS

_UNWRITABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
"""Controls, the line breaks of either version of YAML, the byte order mark, two non-characters."""
_IN_FLOW = frozenset(",[]{}")
_NEEDS_QUOTES = re.compile(
    rf"""
      [{_UNWRITABLE}]
    | ^ [,\[\]{{}}]
    | : (?! [\w/] )                   # what could end a key
    | \s \#                           # what would start a comment
    | \s \? (?= \s | $ )              # what some readers take for a key's mark in flow style
    | ^ (?: [\s\#&*!|>'"%@`?:] | - (?! \w ) | \.\.\. | <<$ )
    | \s $
    """,
    re.VERBOSE,
)
"""Where syntax alone asks for quotes, in either style; flow style also asks for them at `_IN_FLOW`.

Tested with libyaml and with the parser of ruamel.yaml.
"""
_JOINERS = frozenset("\u200c\u200d")
"""Persian words and composed emoji need them; every other invisible character is escaped."""
_OTHER_TYPES = re.compile(
    r"null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9][0-9_]*|[-+]?0[bo]?[0-7_]+|[-+]?0x[0-9a-fA-F_]+"
    r"|[-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""Plain scalars that other readers take for something else than text.

Those of the core schema (YAML 1.2.2, section 10.3), with the marks between digits that common
readers allow.
"""
_SPECIAL = frozenset({"<<", "="})
"""The merge key, which our reader knows, and the default value of YAML 1.1."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SPACE = re.compile(r"(?<=\S) (?=\S)")


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line; `flow` where it stands inside brackets or braces.

    Raises `ValueError` for a lone surrogate, which no YAML file can hold.
    """
    return text if is_plain(text, flow=flow) else quoted(text)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether the text may stand without quotes and still be read as this very text.

    A text that looks like a placeholder is quoted, since the plain one is refused.
    """
    if not text or _NEEDS_QUOTES.search(text) or not all(map(_is_shown, text)):
        return False
    if flow and not _IN_FLOW.isdisjoint(text):
        return False
    resolved = _OTHER_TYPES.fullmatch(text) or text.lower() in PLACEHOLDERS
    return not resolved and text not in _SPECIAL


def shortest(text: str) -> str:
    """The text as an author would write it into a file of theirs: in quotes only for syntax.

    The field decides the type, so `no` and `1.10` need none. It means the same in block and in flow
    style, as a value and as a key. Raises `ValueError` for a lone surrogate.
    """
    bare = _NEEDS_QUOTES.search(text) is None and _IN_FLOW.isdisjoint(text)
    if text and bare and text.lower() not in PLACEHOLDERS:
        _refuse_surrogates(text)
        return text
    if '"' in text and not re.search(f"[{_UNWRITABLE}]", text):
        _refuse_surrogates(text)
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def _refuse_surrogates(text: str) -> None:
    for char in text:
        if "\ud800" <= char <= "\udfff":
            _escaped(char)


def quoted(text: str) -> str:
    """The text in double quotes on one line, with escapes for what cannot be seen.

    Raises `ValueError` for a lone surrogate.
    """
    return f'"{"".join(_escaped(char) for char in text)}"'


def folded(text: str, indent: int, width: int, start: int | None = None) -> list[str]:
    """The text in double quotes over lines of about `width`, the first of which is not indented.

    That one begins at column `start` (from 0), the others at `indent`. A reader folds each break
    inside quotes to the one space at which it was made. Raises `ValueError` for a lone surrogate.
    """
    lines = [""]
    room = width - (indent if start is None else start)
    for word in _SPACE.split(quoted(text)):
        line = lines[-1]
        if line and len(line) + 1 + len(word) > room:
            lines.append(word)
            room = width - indent
        else:
            lines[-1] = f"{line} {word}" if line else word
    first, *rest = lines
    return [first, *(" " * indent + line for line in rest)]


def _is_shown(char: str) -> bool:
    return char.isprintable() or char in _JOINERS


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if _is_shown(char):
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the range of surrogates
        raise ValueError(f"a lone surrogate, U+{code:04X}, cannot stand in a claim file")
    if code <= 0xFF:  # noqa: PLR2004 - as many digits as the escape takes
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004 - the same
