"""The account of an import: how much came in, what did not and why, what is worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field

from claimtrack.interop.feeds.window import Place
from claimtrack.interop.importing import Imported, Matter, Outcome, Refused
from claimtrack.interop.imports.lookalikes import Alike
from claimtrack.text.excerpt import shown

_NAMED = 1000
"""How many different labels or fields are counted by name; others are counted together."""
_PLACES = 3
"""How many places are shown of each matter."""
_LISTED = frozenset((Matter.UNMAPPED, Matter.UNREAD))
"""What is listed by name, not by place."""


@define
class Account:
    """Counts what became of records; its size does not grow with the feed."""

    imported: int = 0
    repeated: int = 0
    refused: int = 0
    records: Counter[str] = field(factory=Counter)
    """New records, by kind."""
    _counts: Counter[Matter] = field(factory=Counter)
    _places: dict[Matter, list[str]] = field(factory=dict)
    _names: dict[Matter, Counter[str]] = field(factory=dict)

    def add(self, file: str, outcome: Outcome) -> None:
        """Count one outcome of a file."""
        if isinstance(outcome, Imported):
            self.imported += 1
            self.records.update(record.KIND for record in outcome.records)
            self.records.update("verdict" for _ in outcome.verdicts)
            for remark in outcome.remarks:
                self._remark(remark.matter, remark.about, at(file, outcome.place))
        elif isinstance(outcome, Refused):
            self.refused += 1
        else:
            self.repeated += 1

    @property
    def total(self) -> int:
        """How many outcomes were counted."""
        return self.imported + self.repeated + self.refused

    def _remark(self, matter: Matter, about: str, place: str) -> None:
        self._counts[matter] += 1
        if matter in _LISTED:
            names = self._names.setdefault(matter, Counter())
            names[about if about in names or len(names) < _NAMED else "others"] += 1
        elif len(places := self._places.setdefault(matter, [])) < _PLACES:
            places.append(f"{place}{f': {shown(about)}' if about else ''}")

    def matters(self) -> Iterator[str]:
        """What is worth a look, as lines: each matter with names or with its first places."""
        for matter in Matter:
            if not self._counts[matter]:
                continue
            yield f"{matter}: {self._counts[matter]:,}"
            if matter in _LISTED:
                listed = sorted(self._names[matter].items(), key=lambda pair: (-pair[1], pair[0]))
                yield from (f"  {count:,} × {name}" for name, count in listed)
            else:
                yield from (f"  {place}" for place in self._places[matter])
                if self._counts[matter] > _PLACES:
                    yield f"  and {self._counts[matter] - _PLACES:,} more"

    def summary(self) -> str:
        """The counts, on one line."""
        counts = f"{self.imported:,} imported, {self.repeated:,} repeated, {self.refused:,} refused"
        new = ", ".join(
            f"{count:,} {kind}{'' if count == 1 else 's'}"
            for kind, count in sorted(self.records.items())
        )
        return f"{counts}; new: {new or 'nothing'}"


def at(file: str, place: Place) -> str:
    """A place of a feed as messages have it: `feed.json:12:5 (record 7)`."""
    return f"{file}:{place}"


def outcome_line(file: str, outcome: Outcome) -> str | None:
    """What became of a record that was not imported, on one line; None for one that was."""
    if isinstance(outcome, Imported):
        return None
    if isinstance(outcome, Refused):
        return f"{at(file, outcome.place)}: refused: {outcome.reason}"
    return f"{at(file, outcome.place)}: repeats {outcome.where}"


def alike_lines(pairs: Iterable[Alike]) -> Iterator[str]:
    """Actors whose names look alike, and how to say that they are one, as lines."""
    for pair in pairs:
        names = [f"{name} ({actor})" for actor, name in pair]
        yield f"  {names[0]} and {names[1]}"


def outcome_data(file: str, outcome: Outcome) -> dict[str, object]:
    """What became of a record, as data."""
    found: dict[str, object] = {"file": file, **outcome.place._asdict()}
    if isinstance(outcome, Imported):
        remarks = [
            {"matter": one.matter.name.lower(), "about": one.about} for one in outcome.remarks
        ]
        return {**found, "outcome": "imported", "claims": list(outcome.claims), "remarks": remarks}
    if isinstance(outcome, Refused):
        return {**found, "outcome": "refused", "reason": outcome.reason}
    return {**found, "outcome": "repeated", "where": outcome.where}
