r"""The grammar of filters: `speaker:oduya topic:dam|flood -status:draft "red line"`.

    filter = [ term *( SP term ) ]          all terms hold
    term   = [ "-" ] [ field ":" ] values   "-" turns it around
    values = value *( "|" value )           one of them holds
    value  = word / quoted
    word   = 1*( any character but white space, "|" and quotation marks )
    quoted = DQUOTE *( character / "\" character ) DQUOTE

A quotation may also stand in “ ” or « ». A term without a field looks for words. What fields there
are, and what they take, is in `claimtrack.model.search`.
"""

import re
from typing import Final, NamedTuple

from claimtrack.errors import UsageError

__all__ = ["FilterError", "Term", "Value", "read_filter"]

_FIELD: Final = re.compile(r"([A-Za-z][A-Za-z_-]*):")
_WORD: Final = re.compile(r'[^\s|"“”«»]+')
_SPACE: Final = re.compile(r"\s*")
_QUOTES: Final = {'"': '"', "“": "”", "«": "»"}
_LONGEST: Final = 10_000


class FilterError(UsageError):
    """A filter that cannot be understood; `position` counts from 1, in code points."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"filter, character {position}: {message}")
        self.position = position


class Value(NamedTuple):
    """One value of a term: its text, whether it was quoted, and where it stands, from 1."""

    text: str
    quoted: bool
    position: int


class Term(NamedTuple):
    """One condition: a field (empty for words), what it may be, and whether it must not be so."""

    field: str
    values: tuple[Value, ...]
    negated: bool
    position: int


def read_filter(text: str) -> tuple[Term, ...]:
    """Give the terms of a filter; none where it is empty.

    Raises:
        FilterError: the text is no filter; the message says where, and what is expected.

    """
    if len(text) > _LONGEST:
        raise FilterError(f"a filter has at most {_LONGEST:,} characters", _LONGEST + 1)
    terms = []
    place = _spaces(text, 0)
    while place < len(text):
        term, place = _term(text, place)
        terms.append(term)
        place = _spaces(text, place)
    return tuple(terms)


def _spaces(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return place if match is None else match.end()


def _term(text: str, start: int) -> tuple[Term, int]:
    place = start
    negated = text[place] == "-"
    if negated:
        place += 1
    named = _FIELD.match(text, place)
    field = "" if named is None else named[1].lower()
    if named is not None:
        place = named.end()
    values = []
    while True:
        value, place = _value(text, place, field)
        values.append(value)
        if text[place : place + 1] != "|":
            break
        place += 1
    if place < len(text) and not text[place].isspace():
        raise FilterError("expected a space before this", place + 1)
    return Term(field, tuple(values), negated, start + 1), place


def _value(text: str, place: int, field: str) -> tuple[Value, int]:
    opener = text[place : place + 1]
    if opener in _QUOTES and opener:
        return _quoted(text, place, _QUOTES[opener])
    word = _WORD.match(text, place)
    if word is None:
        what = f"a value for {field}" if field else "a word, or a field with its value"
        raise FilterError(f"expected {what}", place + 1)
    return Value(word[0], quoted=False, position=place + 1), word.end()


def _quoted(text: str, start: int, closer: str) -> tuple[Value, int]:
    found: list[str] = []
    place = start + 1
    while place < len(text) and text[place] != closer:
        if text[place] == "\\" and place + 1 < len(text):
            place += 1
        found.append(text[place])
        place += 1
    if place >= len(text):
        raise FilterError("this quotation is not closed", start + 1)
    words = "".join(found)
    if not words.strip():
        raise FilterError("this quotation is empty", start + 1)
    return Value(words, quoted=True, position=start + 1), place + 1
