"""CT307: the parts of a whole add up to more than it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from attrs import frozen

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim, Proposition, Record
from claimtrack.model.values import quantity_under
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.agreement.sums import too_many
from claimtrack.rules.agreement.sweep import LEAST, Bound, Held
from claimtrack.rules.agreement.values import QUANTITY, Value, range_of, values
from claimtrack.rules.claims import about, listed
from claimtrack.rules.propositions import edges_of, linked, one_names
from claimtrack.text.intervals import chains
from claimtrack.text.quantity import unrounded

SIGNED = Skip("parts-below-zero")
"""Values of which some are negative: a part that nobody told may make up for the others."""
_ZERO = Bound.at(0)


@frozen
class _Told:
    """A value of the whole or of a part, as it adds up; in the order of the group."""

    order: int
    name: str
    value: Value
    held: Held


class SumBroken(Rule[Claim | Proposition]):
    """At one time, the values of the parts (`part_of`) are more together than that of the whole.

    One of the numbers is wrong, or the parts overlap, and no reader can tell which. It is found
    only where it holds under every reading: the least that each part can be, against the most that
    the whole can be. Of conflicting values of one part the least counts (CT301 tells of them); a
    part of which nothing is known, or only that it is `at most` so much, adds nothing. What is
    printed in round numbers may have been rounded: 34%, 33% and 34% make up 100%.

    Values count at the time at which they hold: parts of Friday are not held against a whole of
    Sunday. Quantities are added after conversion. Where a value is negative, nothing is said.

    What to do: read the passages again and correct a value or its time (`as_of`). Where two parts
    count the same things twice, take `part_of` from one of them.
    """

    code = "CT307"
    name = "sum-broken"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)
    unread = keys.WORDING

    def keys(self, record: Claim | Proposition) -> Iterable[Key | Skip]:
        """The proposition; a claim without a value has nothing to add."""
        if isinstance(record, Proposition) or record.value is not None:
            yield keys.about(record)

    def links(self, record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """The whole of which the proposition is a part, and other records of it."""
        return linked(record, "part_of")

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each whole, scale and stretch of time."""
        names = one_names(group)
        wholes = edges_of(group, "part_of", names, back=True)
        if not wholes:
            return
        told: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
        for order, value in enumerate(values(group)):
            if isinstance(value, Skip):
                yield value
            elif value.meaning.scale.startswith(QUANTITY):
                own = value.claim.proposition or ""
                name = names.get(own, own)
                one = _Told(order, name, value, _added(group, value))
                told[name, value.meaning.scale].append(one)
        for (whole, scale), sums in told.items():
            parts = [one for part in wholes.get(whole, ()) for one in told.get((part, scale), ())]
            if parts:
                yield from self._broken(group, sums, parts)

    def _broken(
        self, group: Group, whole: Sequence[_Told], parts: Sequence[_Told]
    ) -> Iterator[Finding | Skip]:
        if any(_negative(one.held) for one in (*whole, *parts)):
            yield SIGNED
            return
        told = {id(one.held): one for one in (*whole, *parts)}
        found = too_many([(one.name, one.held) for one in parts], [one.held for one in whole])
        for chain in chains((told[id(held)] for held in found), lambda one: one.held.span):
            yield self._finding(group, whole[0].name, sorted(chain, key=lambda one: one.order))

    def _finding(self, group: Group, whole: str, together: Sequence[_Told]) -> Finding:
        sums = [one.value for one in together if one.name == whole]
        parts = [one.value for one in together if one.name != whole]
        return self.finding(
            group,
            f"the parts of {whole} add up to more than it: "
            f"{listed([value.text for value in parts])}, "
            f"against {listed([value.text for value in sums])}",
            newest_first(
                one.value.place(group, f"{'the whole' if one.name == whole else one.name}: ")
                for one in together
            ),
            help="read the passages again: correct a value or its time (`as_of`), or take "
            "`part_of` from a part that overlaps with another",
            about=about(value.claim for value in sums),
        )


def _added(group: Group, value: Value) -> Held:
    """A value with the room that rounding leaves; its scale says that it is a quantity."""
    proposition = group.proposition(value.claim)
    spec = proposition.value if proposition is not None else None
    if spec is None:
        return value.held(common=True)
    readings = unrounded(quantity_under(value.text, spec))
    return Held(value.span, tuple(map(range_of, readings)))


def _negative(held: Held) -> bool:
    return any(LEAST < one.lower < _ZERO or one.upper < _ZERO for one in held.ranges)
