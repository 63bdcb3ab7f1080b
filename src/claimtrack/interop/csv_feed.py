"""Rows of a table in CSV (RFC 4180), each as an object of its columns."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.interop.feed import Found, Gap
from claimtrack.interop.window import Place

_DELIMITERS = ",;\t|"


def csv_rows(pieces: Iterable[str], delimiter: str = "") -> Iterator[Found | Gap]:
    """The rows of a table whose first line names its columns; a cell without text is left out.

    Without a delimiter, it is whichever of `, ; | tab` stands most often in the first line. A row
    that is broken, or that has more cells than there are columns, is given as a gap, and reading
    goes on at the next line: a quotation mark that nobody closed takes one row with it, not the
    rest of the table.
    """
    lines = _Lines(pieces)
    header = next(iter(lines), "")
    sign = delimiter or max(_DELIMITERS, key=header.count)
    try:
        (names,) = csv.reader([header], delimiter=sign)
    except (csv.Error, ValueError):
        names = []
    columns = [name.strip().removeprefix("\ufeff") for name in names]
    if not any(columns):
        yield Gap(Place(1, 1), "the first line names no columns")
        return
    if doubled := sorted({name for name in columns if name and columns.count(name) > 1}):
        yield Gap(Place(1, 1), f"the column {doubled[0]!r} stands there twice; its last is read")
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
