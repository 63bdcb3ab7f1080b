"""Text for a terminal: nothing in it can act, and right-to-left words stay where they belong.

Files come from strangers, so characters that move the cursor or reorder a line are shown by their
code instead. Right-to-left runs are isolated (UAX #9: FSI … PDI), so that a terminal that knows
bidirectional text paints each in its own cells, and a mark under a word points at that word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from claimtrack.text.regex import regex

UTF_8 = "utf-8"
FSI, PDI, LRM = "\u2068", "\u2069", "\u200e"

_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Arabic digits (AN) count too: two numbers of them would change places around a dash.
_RTL = frozenset({"R", "AL", "AN"})
_NUMBER = r"[0-9](?:[0-9.,]*[0-9])?%?"
_NUMBER_BEFORE = regex(rf"(?<![\w.,:/-]){_NUMBER} ?\Z")
_OPENERS = {"'": "'", '"': '"', ")": "(", "]": "[", "»": "«", "”": "“", "’": "‘"}
_DIFF_MARKS = (("[-", "-]"), ("{+", "+}"))
_CUT_BEFORE, _CUT_AFTER = "… ", " …"
_NUMBER_AFTER = regex(rf" ?{_NUMBER}(?![\w-])")
_DAY = r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"
_DATE = regex(rf"(?<![0-9-]){_DAY}(?:/{_DAY})?(?![0-9-])")
# Arabic has a comma and a semicolon of its own, so these are a message's or a list's. The colon is
# Arabic too: it ends a run only where a date stands beside it, or a number between two marks.
_APART = regex(rf"[,;] |: {_DAY}(?![0-9-])|(?<![0-9-]){_DAY}:(?: |\Z)|: {_NUMBER}[:,;](?: |\Z)")
_TAB = "    "


def visible(char: str, encoding: str = UTF_8) -> str:
    """A character as it may be shown: itself, or a code that cannot act on the terminal.

    One that the terminal's encoding lacks is shown by its code as well.
    """
    if " " <= char <= "~":
        return char
    if char == "\t":
        return _TAB
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Co", "Zl", "Zp") or char in _BIDI_CONTROLS:
        return f"<U+{ord(char):04X}>"
    return char if can_show(char, encoding) else f"<U+{ord(char):04X}>"


def can_show(text: str, encoding: str) -> bool:
    """Whether an encoding, named as Python's codecs name it, has every character of a text."""
    if encoding == UTF_8:
        return True
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def width(text: str) -> int:
    """How many cells a text takes: combining and format characters none, wide ones two."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def safe(text: str, encoding: str = UTF_8) -> str:
    """A text on one line of a terminal: harmless, with right-to-left runs isolated."""
    if text.isascii() and text.isprintable():  # most names and paths
        return text
    shown = "".join(" " if char == "\n" else visible(char, encoding) for char in text)
    return isolated(shown, encoding)


def isolated(text: str, encoding: str = UTF_8) -> str:
    """The text with each right-to-left run isolated; numbers and marks within a run stay in it.

    A date such as 2031-05-02 within a run is isolated in it: its parts would change places.
    Where the encoding lacks the isolates, it is the text alone.
    """
    if text.isascii() or not can_show(FSI + PDI, encoding):
        return text
    pieces: list[str] = []
    end = 0
    for start, stop in _with_neighbours(text, _runs(text)):
        run = _DATE.sub(rf"{FSI}\g<0>{PDI}", text[start:stop])
        pieces += [text[end:start], FSI, run, PDI]
        end = stop
    return "".join([*pieces, text[end:]])


def _runs(text: str) -> Iterable[tuple[int, int]]:
    """Where right-to-left runs begin and end: from one such letter to the last before a Latin one.

    A combining mark after the last letter belongs to it. Latin punctuation ends a run as well, but
    not between guillemets, where it is the quoted words' own.
    """
    start = last = -1
    depth, quoted = 0, False
    for index, char in enumerate(text):
        depth = max(0, depth + (char == "«") - (char == "»"))
        direction = unicodedata.bidirectional(char)
        if direction in _RTL:
            if start >= 0 and not quoted and _APART.search(text[last:index]):
                yield start, last
                start = -1
            start = index if start < 0 else start
            last = index + 1
            quoted = depth > 0
        elif direction == "NSM" and last == index:
            last = index + 1
        elif direction == "L" and start >= 0:
            yield start, last
            start = -1
    if start >= 0:
        yield start, last


def _with_neighbours(text: str, runs: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The runs with what is read with their words, though it has no direction of its own.

    That is a European number right before or after, and what closes a bracket or a quotation that
    was opened within.
    """
    end = 0
    for begin, stop in runs:
        before = _NUMBER_BEFORE.search(text, end, begin)
        after = _NUMBER_AFTER.match(text, stop)
        start = begin if before is None else before.start()
        least, end = end, stop if after is None else after.end()
        start, end = _with_marks(text, start, end, least)
        while end < len(text) and _is_open(text[end], text[start:end]):
            end += 1
        yield start, end


def _with_marks(text: str, start: int, end: int, least: int) -> tuple[int, int]:
    """A run with the marks of a word diff around its first and last word, and of what is cut off.

    `[-` and `{+` go into the run where what closes them does: brackets in two directions pair with
    nothing. `least` is where the run before ends.
    """
    for opens, closes in _DIFF_MARKS:
        before = start - len(opens)
        closed = text.find(closes, start, end + len(closes)) >= 0
        if closed and before >= least and text.startswith(opens, before):
            start = before
            break
    for opens, closes in _DIFF_MARKS:
        if text.startswith(closes, end):
            run = text[start:end]
            end += len(closes) * (run.count(opens) > run.count(closes))
    cut = start - len(_CUT_BEFORE)
    if cut >= least and text.startswith(_CUT_BEFORE, cut) and not text[:cut].strip()[-1:].isalnum():
        start = cut
    if text.startswith(_CUT_AFTER, end):
        end += len(_CUT_AFTER)
    return start, end


def _is_open(closer: str, run: str) -> bool:
    """Whether a character closes what was opened in a run, and is open still."""
    opener = _OPENERS.get(closer, "")
    if opener == closer:
        return run.count(opener) % 2 == 1
    return bool(opener) and run.count(opener) > run.count(closer)
