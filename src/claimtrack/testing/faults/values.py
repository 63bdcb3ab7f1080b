"""Faults in the value that a claim gives, told by another claim on the same question."""

from __future__ import annotations

from random import Random

from claimtrack.findings import Skip
from claimtrack.model import Claim, ValueSpec
from claimtrack.model.words import Stance, ValueType
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.changes import Change
from claimtrack.testing.faults.fault import Plant, Planted
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import can_equal, in_unit, parse_quantity


def reprinted(change: Change) -> Plant:
    """Planter of a slip in a value: another outlet prints one that cannot hold beside it."""

    def plant(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
        proposition = bed.ledger.propositions.get(claim.proposition or "")
        spec = proposition.value if proposition is not None else None
        if claim.value is None:
            return Skip("no-value")
        if spec is None or spec.type not in (ValueType.QUANTITY, ValueType.DATE):
            return Skip("value-neither-number-nor-date")
        if claim.stance is not Stance.AFFIRMS:
            return Skip("value-not-affirmed")
        slips = [text for text in change.texts(claim.value) if _excludes(claim.value, text, spec)]
        if not slips:
            return change.lacks
        value = rng.choice(slips)
        reprint = bed.reprint(claim)
        return Planted(
            says=f"the value {claim.value!r} reprinted as {value!r}",
            record=reprint.claim.ref,
            added=reprint.differing(value=value),
            faithful=reprint,
        )

    return plant


def _excludes(old: str, new: str, spec: ValueSpec) -> bool:
    """Whether two values certainly cannot hold at once; one that nobody can read is another slip.

    `about 35` leaves room for 36: that is no fault to be found.
    """
    try:
        if spec.type is ValueType.DATE:
            return not parse_date(old).overlaps(parse_date(new))
        one, other = parse_quantity(old), parse_quantity(new)
    except ValueError:
        return False
    if spec.unit is not None:
        one, other = in_unit(one, spec.unit), in_unit(other, spec.unit)
    return not can_equal(one, other)
