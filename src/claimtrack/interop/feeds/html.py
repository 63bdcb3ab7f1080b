"""The JSON-LD of web pages: what stands in `<script type="application/ld+json">`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from claimtrack.interop.feeds.window import Place

LONGEST = 1 << 24
_TYPE = "application/ld+json"


class Script(NamedTuple):
    """The text of one script, and where it begins."""

    place: Place
    text: str


def scripts(pieces: Iterable[str]) -> Iterator[Script]:
    """The JSON-LD scripts of a page, in its order; the page is never held as a whole.

    A page is read up to a script or tag of more than `LONGEST` characters, which is given cut.
    """
    parser = _Scripts()
    for piece in pieces:
        parser.feed(piece)
        yield from parser.take()
        if len(parser.rawdata) > LONGEST:
            break
    parser.close()
    yield from parser.take()


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[Script] = []
        self._parts: list[str] | None = None
        self._place = Place(1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to listen at a script of the right type."""
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().lower()
        if tag == "script" and kind == _TYPE:
            self._parts = []
            self._place = _behind(self.getpos(), self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        """Keep what stands in such a script."""
        if self._parts is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Stop at its end."""
        if tag == "script":
            self._finish()

    def close(self) -> None:
        """Give a script that the page does not end, too."""
        rest = self.rawdata
        super().close()
        if self._parts == []:  # which the parser of some versions keeps to itself
            self._parts.append(rest)
        self._finish()

    def take(self) -> list[Script]:
        """The scripts that have ended since the last time."""
        done, self._done = self._done, []
        return done

    def _finish(self) -> None:
        if self._parts is not None:
            self._done.append(Script(self._place, "".join(self._parts)))
        self._parts = None


def _behind(start: tuple[int, int], tag: str) -> Place:
    """The place where a tag ends that begins at a line, from 1, and a column, from 0."""
    line, column = start
    breaks = tag.count("\n")
    return Place(line + breaks, len(tag) - tag.rfind("\n") if breaks else column + len(tag) + 1)
