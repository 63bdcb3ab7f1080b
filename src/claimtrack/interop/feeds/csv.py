"""Rows of a table in CSV (RFC 4180), each as an object of its columns."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence

from claimtrack.interop.feeds.found import Found, Gap
from claimtrack.interop.feeds.window import START, Place
from claimtrack.text.near import nearest

_DELIMITERS = ",;\t|"
UNREADABLE = "\ufffd"
"""What stands in the place of bytes that are not of the encoding."""
UNREADABLE_BYTES = "bytes that are not of its encoding; save it as UTF-8, or name its --encoding"


def csv_rows(
    pieces: Iterable[str], delimiter: str = "", needed: Collection[str] = ()
) -> Iterator[Found | Gap]:
    """The rows of a table whose first line names its columns; a cell without text is left out.

    Without a delimiter, it is whichever of `, ; | tab` stands most often in the first line. A row
    that is broken, or that has more cells than there are columns, is given as a gap, and reading
    goes on at the next line: a quotation mark that nobody closed takes one row with it, not the
    rest of the table. No row is read of a table that lacks one of the columns `needed`.
    """
    lines = _Lines(pieces)
    header = next(iter(lines), "")
    sign = delimiter or max(_DELIMITERS, key=header.count)
    columns = _columns(header, sign)
    if reason := _why_unreadable(columns, needed):
        yield Gap(START, reason)
        return
    while not lines.ended:
        lines.forget()
        place = Place(lines.number + 1, 1)
        try:
            cells = next(csv.reader(lines, delimiter=sign, strict=True), None)
        except csv.Error as error:
            lines.back_to_second()
            yield Gap(place, f"broken CSV: {error}")
            continue
        if cells:
            yield _row(place, columns, cells)


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().removeprefix("\ufeff") for name in names]


def _why_unreadable(columns: Sequence[str], needed: Collection[str]) -> str | None:
    if not any(columns):
        return "the first line names no columns"
    if any(UNREADABLE in name for name in columns):
        return f"the first line has {UNREADABLE_BYTES}"
    for name in columns:
        if name and columns.count(name) > 1:
            return f"two columns are called {name!r}; rename one"
    for name in needed:
        if name not in columns:
            near = nearest(name, columns)
            hint = f"did you mean {near!r}?" if near else f"there are {', '.join(columns)}"
            return f"the table has no column {name!r}; {hint}"
    return None


def _row(place: Place, columns: Sequence[str], cells: Sequence[str]) -> Found | Gap:
    if len(cells) > len(columns):
        return Gap(place, f"{len(cells)} cells in a table of {len(columns)} columns")
    pairs = zip(columns, cells, strict=False)
    return Found(place, {name: cell for name, cell in pairs if name and cell.strip()})


class _Lines:
    """The lines of a text given in pieces; those of the row at hand can be read again."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._source = _lines(pieces)
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self.number = 0
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.number += 1
        self._row.append(line)
        return line

    def forget(self) -> None:
        """The row at hand is read; what comes now is another."""
        self._row.clear()

    def back_to_second(self) -> None:
        """Give the lines of the row at hand again, but for its first."""
        self._again.extendleft(reversed(self._row[1:]))
        self.number -= len(self._row) - 1
        self.ended = False


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).split("\n")
        yield from (f"{line}\n" for line in whole)
    if rest:
        yield rest
