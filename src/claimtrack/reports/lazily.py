"""Sequences whose members are made when they are asked for, so that a report of any size is small.

A view holds every word that a page shows of a record. Made one at a time, the views of a hundred
thousand claims take no more memory than the longest page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Source = TypeVar("Source")
Made = TypeVar("Made")


class Lazily(Sequence[Made], Generic[Source, Made]):
    """`make` of each of some sources; nothing that was made is kept."""

    def __init__(self, make: Callable[[Source], Made], sources: Sequence[Source]) -> None:
        self._make = make
        self._sources = sources

    def __len__(self) -> int:
        return len(self._sources)

    @overload
    def __getitem__(self, place: int) -> Made: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Made]: ...
    def __getitem__(self, place: int | slice) -> Made | Sequence[Made]:
        if isinstance(place, slice):
            return Lazily(self._make, self._sources[place])
        return self._make(self._sources[place])

    def __iter__(self) -> Iterator[Made]:
        return map(self._make, self._sources)
