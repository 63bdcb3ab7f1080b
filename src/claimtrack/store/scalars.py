"""Writing a text as one YAML scalar: plain where that is safe, else in quotes, always on one line.

What is safe is a matter of syntax alone: claim files have no types, so `no`, `1.10` and `true` are
written as they are. The result means the same in block and in flow style, as a value and as a key,
to libyaml, to ruamel.yaml and to any reader of YAML 1.2.
"""

from __future__ import annotations

import re

from claimtrack.store.literals import PLACEHOLDERS

_UNWRITABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
"""Controls, the line breaks of either version of YAML, the byte order mark, two non-characters."""

_NEEDS_QUOTES = re.compile(
    rf"""
      [{_UNWRITABLE}]
    | [,\[\]{{}}]                     # what ends a plain scalar in flow style
    | : (?! [\w/] )                   # what could end a key
    | \s \#                           # what would start a comment
    | \s \? (?= \s | $ )              # what some readers take for a key's mark in flow style
    | ^ (?: [\s\#&*!|>'"%@`?:] | - (?! \w ) | \.\.\. | <<$ )
    | \s $
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(rf'["\\{_UNWRITABLE}]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def quoted(text: str) -> str:
    """A text as a scalar of one line, in quotes only where it needs them.

    A text that would be taken for a placeholder (`TBD`, `-`) needs them too. Raises `ValueError`
    for a lone surrogate, which no YAML file can hold.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise ValueError(f"{text!r} has a lone surrogate, which cannot be written in YAML")
    if text and text.lower() not in PLACEHOLDERS and not _NEEDS_QUOTES.search(text):
        return text
    escaped = _ESCAPED.findall(text)
    if escaped and set(escaped) <= {'"', "\\"}:
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0], f"\\u{ord(match[0]):04X}")
