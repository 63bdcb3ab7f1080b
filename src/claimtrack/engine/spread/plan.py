"""What every task of a run is given, and where in the work folder things are."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from attrs import field, frozen

from claimtrack.cache.packed import hashed
from claimtrack.config import Config
from claimtrack.engine.deriving import needed
from claimtrack.engine.index import Unit
from claimtrack.engine.spread.segments import Segments, lines_of
from claimtrack.rule import AnyGatherer, AnyRule
from claimtrack.text.dates import Date


class Loaded(NamedTuple):
    """What a chunk of claim files holds, and whatever else whoever asked for it wants back."""

    units: Sequence[Unit]
    aside: Any = None


PLAIN, JOINING, EDGES = range(3)
"""What a stage has in a file: records by key, those whose keys may be joined, and joined keys."""
_OF_A_STAGE = 3


@frozen
class Plan:
    """A run. Its stages are the derivers, one after the other, and then all rules at once.

    The work folder is one that every task sees, under the same name. Each task that gives records
    writes one file with slots for every channel and partition; a channel is what one kind of
    reader looks for.
    """

    folder: str
    partitions: int
    rules: Sequence[AnyRule]
    """Those that are selected."""
    config: Config
    as_of: Date
    load: Callable[[Any], Loaded]
    """Reads one chunk."""
    depth: int = field(init=False)
    """How many stages there are."""

    @depth.default
    def _counted(self) -> int:
        return len(self.stages)

    @property
    def stages(self) -> list[list[AnyGatherer]]:
        """The gatherers of each stage."""
        derivers: list[list[AnyGatherer]] = [[deriver] for deriver in needed(self.rules)]
        return [*derivers, [*self.rules]]

    @property
    def names(self) -> int:
        """The channel of records by name, which comes after those of the stages."""
        return _OF_A_STAGE * self.depth

    @property
    def slots(self) -> int:
        """How many slots a file of records has."""
        return (self.names + 1) * self.partitions

    def slot(self, channel: int, *parts: str) -> int:
        """The slot of what is called by some texts.

        A key is called by its parts: those of one name share a slot, whatever their space. Most
        keys of a claim name the claim itself, its article, or the words of a quote, and it is
        written once for each of these.
        """
        return channel * self.partitions + hashed(*parts) % self.partitions

    def filled(self, used: int, channel: int) -> list[int]:
        """The partitions of a channel that hold something, by the bits of `used`."""
        bits = used >> channel * self.partitions
        return [partition for partition in range(self.partitions) if bits >> partition & 1]

    def write(self, name: str, segments: Segments) -> str:
        """Put a file into the work folder, and give its name."""
        segments.write(self.path(name))
        return name

    def gather(self, listed: str, channel: int, partition: int, slots: int = 0) -> Iterator[str]:
        """The lines of one channel and partition, in all files of a list.

        `slots` is how many those files have, where they are no files of records.
        """
        with open(self.path(listed), encoding="utf-8") as file:  # noqa: PTH123
            names = json.load(file)
        slot = channel * self.partitions + partition
        for name in names:
            yield from lines_of(self.path(name), slot, slots or self.slots)

    def enlist(self, listed: str, names: Sequence[str]) -> str:
        """Write a list of files; the tasks read it, so that none has to be sent it."""
        with open(self.path(listed), "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump(sorted(names), file)
        return listed

    def path(self, name: str) -> str:
        """The path of a name in the work folder."""
        return os.path.join(self.folder, name)  # noqa: PTH118 - texts, as in the walk


def channel_of(stage: int, what: int) -> int:
    """The channel of a stage's `PLAIN`, `JOINING` or `EDGES`."""
    return _OF_A_STAGE * stage + what
