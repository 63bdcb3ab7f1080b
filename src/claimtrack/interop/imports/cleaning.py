"""Text of the web as plain text: without markup, entities, and what no text should hold."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from claimtrack.model.fields import WORDS

_TAGS = (
    "a|abbr|b|big|blockquote|br|cite|code|dd|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|img|"
    "ins|del|li|mark|ol|p|q|s|section|small|span|strong|strike|sub|sup|table|tbody|td|th|tr|u|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
"""Markup by name: `x < 5 and y > 3` is none."""
_INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|mark|s|span|strong|sub|sup|u)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SILENT = frozenset(("Cc", "Cs", "Cn"))
_MISSING = frozenset(("", "-", "--", "n/a", "na", "nan", "none", "null", "undefined", "unknown"))
"""What programs write where they know nothing, in small letters."""


def plain_text(text: str) -> str:
    """The text on one line, with entities as the characters that they stand for, and no markup.

    Entities are read twice, since many feeds write them twice (`&amp;quot;`). Characters that show
    nothing and half characters (lone surrogates) become a space.
    """
    for _ in range(2):
        if _ENTITY.search(text):
            text = html.unescape(text)
    text = _TAG.sub(lambda tag: "" if _INLINE.match(tag[0]) else " ", text)
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(char) in _SILENT else char for char in text)
    return " ".join(text.split())


def has_markup(text: str) -> bool:
    """Whether `plain_text` takes markup or entities away."""
    return _ENTITY.search(text) is not None or _TAG.search(text) is not None


def first_text(value: Any) -> str:
    """The text of a JSON value as JSON-LD writes texts; empty where it says nothing.

    That is a string, an object with `@value`, or a list of which the first counts. A word that
    stands for nothing (`NA`, `null`) is nothing, and so is what does not show.
    """
    while isinstance(value, list | tuple) and value:
        value = value[0]
    if isinstance(value, Mapping):
        value = value.get("@value")
    found = plain_text(value) if isinstance(value, str) else ""
    return "" if found.casefold() in _MISSING or not WORDS.regex.fullmatch(found) else found
