"""What a fault is, and what it is to have planted one."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from attrs import evolve, field, frozen

from claimtrack.findings import Skip
from claimtrack.model import CapturedText, Claim, Ledger, Record
from claimtrack.testing.faults.bed import Bed


@frozen(kw_only=True)
class Planted:
    """A fault in a ledger: which records it changes or adds, and which one a rule must name."""

    says: str
    """What was done, in words: `value '35 bodies' reprinted as '45 bodies'`."""
    record: str
    """The record that a finding must name, as findings do: `claim:a1-toll`."""
    added: tuple[Record, ...] = ()
    """New records."""
    replaced: tuple[tuple[Record, Record], ...] = ()
    """Records of the ledger, each with what stands in its place."""
    texts: tuple[CapturedText, ...] = ()
    """New captured texts."""
    faithful: tuple[Record, ...] = ()
    """What is added without the fault, of which no rule may speak; empty where nothing is."""

    def into(self, ledger: Ledger) -> Ledger:
        """The ledger with the fault."""
        changed = {id(old): new for old, new in self.replaced}
        kept = (changed.get(id(record), record) for record in ledger.records)
        return evolve(ledger, records=(*kept, *self.added), texts=(*ledger.texts, *self.texts))

    def faithfully(self, ledger: Ledger) -> Ledger:
        """The ledger with the same addition, and without the fault."""
        return evolve(ledger, records=(*ledger.records, *self.faithful))


Plant = Callable[[Bed, Claim, Random], Planted | Skip]
"""Plants a fault at a claim of the bed, or says why that is not possible there."""


@frozen
class Fault:
    """A mistake that people make, and the rules of which one must tell it."""

    name: str
    """The mistake: `number-changed`."""
    rules: tuple[str, ...]
    """The codes of the rules; any of them will do."""
    plant: Plant = field(eq=False, repr=False)
    """How it is made."""
