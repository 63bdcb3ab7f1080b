"""Faults in the value that a claim gives, told by another claim on the same question."""

from __future__ import annotations

from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Claim, Proposition, ValueSpec
from claimtrack.model.words import Stance, ValueType
from claimtrack.testing.faults.bed import Bed
from claimtrack.testing.faults.changes import NUMBER, Change
from claimtrack.testing.faults.fault import Plant, Planted
from claimtrack.text.dates import parse_date
from claimtrack.text.quantity import Quantity, can_equal, comparable, in_unit, parse_quantity

_UNITS = ("kilometres", "litres", "percent", "tonnes")
"""Units of which no two measure the same."""
_NEAREST, _FURTHEST = 3, 60
"""Days after which a later count is printed."""


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


def unit_changed(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """The number stays, and what it counts does not."""
    found = _counted(bed, claim)
    if isinstance(found, Skip):
        return found
    spec, quantity = found
    number = NUMBER.search(claim.value or "")
    if number is None:
        return Skip("no-number-in-digits")
    texts = [f"{number.group()} {unit}" for unit in _UNITS]
    others = [text for text in texts if not comparable(quantity, _read(text, spec))]
    value = rng.choice(others)
    reprint = bed.reprint(claim)
    return Planted(
        says=f"the value {claim.value!r} reprinted as {value!r}",
        record=reprint.claim.ref,
        added=reprint.differing(value=value),
        faithful=reprint,
    )


def count_fell(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A count that can only grow is lower later on, and nobody says that it was corrected."""
    found = _counted(bed, claim)
    if isinstance(found, Skip):
        return found
    spec, quantity = found
    if not spec.cumulative:
        return Skip("may-fall")
    published = bed.article(claim).published
    latest = max((d for d in (published, claim.as_of, claim.said) if d), key=lambda d: d.upper)
    day = bed.day_after(latest, rng.randint(_NEAREST, _FURTHEST))
    if day is None:
        return Skip("no-day-after-publication")
    lower = _lower(claim.value or "", spec, quantity)
    if lower is None:
        return Skip("no-value-that-is-surely-lower")
    then = parse_date(day)
    outlet, article, again = bed.reprint(claim, said=then, as_of=then, occasion=None)
    added = (outlet, evolve(article, published=then), evolve(again, value=lower))
    return Planted(
        says=f"{claim.value!r}, and on {day} {lower!r}", record=added[-1].ref, added=added
    )


def whole_exceeded(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """What is a part is more than what it is a part of."""
    del rng  # there is one way
    found = _counted(bed, claim)
    if isinstance(found, Skip):
        return found
    proposition = bed.ledger.propositions[claim.proposition or ""]
    if not bed.is_alone(claim) or proposition.part_of is not None:
        return Skip("not-alone-on-its-proposition-or-a-part-already")
    spec, quantity = found
    lower = _lower(claim.value or "", spec, quantity)
    if lower is None or any(one.lower is None or one.lower < 0 for one in quantity.readings):
        return Skip("no-value-that-is-surely-lower")
    whole = Proposition(
        id=bed.unused("planted-whole"),
        text=proposition.text,
        value=spec,
        origin=proposition.origin,
    )
    reprint = bed.reprint(claim, proposition=whole.id)
    part = evolve(proposition, part_of=whole.id)
    return Planted(
        says=f"{claim.value!r} made a part of {lower!r}",
        record=claim.ref,
        added=(whole, *reprint.differing(value=lower)),
        replaced=((proposition, part),),
    )


def _counted(bed: Bed, claim: Claim) -> tuple[ValueSpec, Quantity] | Skip:
    """How the value of a claim is read, and the quantity that it is."""
    proposition = bed.ledger.propositions.get(claim.proposition or "")
    spec = proposition.value if proposition is not None else None
    if claim.value is None:
        return Skip("no-value")
    if proposition is None or not bed.is_by_itself(proposition.id):
        return Skip("the-same-as-another-proposition")
    if spec is None or spec.type is not ValueType.QUANTITY:
        return Skip("value-is-no-quantity")
    if claim.stance is not Stance.AFFIRMS:
        return Skip("value-not-affirmed")
    try:
        return spec, _read(claim.value, spec)
    except ValueError:
        return Skip("value-is-no-quantity")


def _read(text: str, spec: ValueSpec) -> Quantity:
    """A quantity in the unit of its proposition. Raises `ValueError` where it is none."""
    quantity = parse_quantity(text)
    return quantity if spec.unit is None else in_unit(quantity, spec.unit)


def _lower(text: str, spec: ValueSpec, quantity: Quantity) -> str | None:
    """The text with a number that is a third of its own, where that is less under all readings."""
    number = NUMBER.search(text)
    if number is None:
        return None
    lower = text[: number.start()] + str(int(number.group()) // 3) + text[number.end() :]
    try:
        other = _read(lower, spec)
    except ValueError:
        return None
    most = [one.upper for one in other.readings]
    least = [one.lower for one in quantity.readings]
    sure = all(a is not None and b is not None and a < b for a in most for b in least)
    return lower if sure else None


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
