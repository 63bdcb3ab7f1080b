"""Records that follow from others: made before rules run, for those rules that need them."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.rule import AnyDeriver, AnyGatherer


def needed(gatherers: Iterable[AnyGatherer]) -> list[AnyDeriver]:
    """The derivers that some gatherers need, each once and after those that it needs itself."""
    found: dict[type[AnyDeriver], AnyDeriver] = {}

    def visit(kinds: Iterable[type[AnyDeriver]]) -> None:
        for kind in kinds:
            if kind not in found:
                visit(kind.needs)
                found[kind] = kind()

    for gatherer in gatherers:
        visit(gatherer.needs)
    return list(found.values())
