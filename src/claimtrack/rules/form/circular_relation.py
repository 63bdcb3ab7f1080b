"""CT008: records that refer to each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Claim, Proposition, Record
from claimtrack.rule import Group, Key, Rule
from claimtrack.rules.claims import listed
from claimtrack.rules.loops import knots, shortest_loop

_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Claim: ("supersedes", "corrects"),
    Proposition: ("implies", "part_of", "same_as", "contradicts"),
}
_MUTUAL = frozenset({"same_as", "contradicts"})
"""Relations that hold both ways: two records that name each other say one thing twice."""
_EQUAL = "implies"
"""A circle of these is no contradiction: what implies each other is one."""


class CircularRelation(Rule[Claim | Proposition]):
    """Records name each other in a circle by a relation that has a direction.

    A claim cannot take the place of one that takes its place, nor put right what puts it right; a
    part is less than its whole. Whichever record was meant to come last, the ledger does not say,
    and a circle of claims that supersede each other leaves none that counts. Propositions that
    imply each other are one proposition, which is a warning. `same_as` and `contradicts` hold both
    ways, so only a record that names itself is in a circle there. Circles of sourcing are CT401's.

    What to do: take one of the steps out. For propositions that imply each other, write `same_as`.
    """

    code = "CT008"
    name = "circular-relation"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)

    def keys(self, record: Claim | Proposition) -> Iterable[Key]:
        """Each relation in which the record names another: who names none is on no circle."""
        for field in _FIELDS[type(record)]:
            if _named(record, field):
                yield _key(record, field, record.id)

    def links(self, record: Claim | Proposition) -> Iterable[tuple[Key, Key]]:
        """What it names."""
        for field in _FIELDS[type(record)]:
            for other in _named(record, field):
                yield _key(record, field, record.id), _key(record, field, other)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each knot of circles: a shortest one of them."""
        field = group.key.space.partition(".")[2]
        records = {record.id: record for record in group.members}

        def following(name: str) -> list[str]:
            return [one for one in _named(records[name], field) if one in records]

        for knot in knots(list(records), following):
            own = [name for name in knot if name in following(name)]
            for name in own:
                yield self._finding(group, field, [records[name]])
            if len(knot) > 1 and field not in _MUTUAL:
                circle = shortest_loop(_newest(group, knot), set(knot), following) or knot
                if len(circle) > 1:
                    yield self._finding(group, field, [records[name] for name in circle])

    def _finding(self, group: Group, field: str, circle: list[Record]) -> Finding:
        names = [record.id for record in circle]
        said = field.replace("_", " ")
        if len(names) == 1:
            message = f"{names[0]} names itself in `{field}`"
        else:
            message = f"{said} in a circle: {listed(names)}, and again {names[0]}"
        is_warning = field == _EQUAL and len(names) > 1
        return self.finding(
            group,
            message,
            [
                _place(record, field, following)
                for record, following in zip(circle, [*names[1:], names[0]], strict=True)
            ],
            help="what implies each other is one proposition: write `same_as`"
            if is_warning
            else "take out the step that was not meant",
            severity=Severity.WARNING if is_warning else None,
            about=f"{group.key.space}|circle",
        )


def _key(record: Record, field: str, name: str) -> Key:
    return Key(f"{record.KIND}.{field}", (name,))


def _named(record: Record, field: str) -> tuple[str, ...]:
    """The records that a field names: several, one or none."""
    named = getattr(record, field)
    return (named,) if isinstance(named, str) else tuple(named or ())


def _newest(group: Group, knot: list[str]) -> str:
    """The newest record of a knot, where circles are told from."""
    among = set(knot)
    return next(record.id for record in reversed(group.members) if record.id in among)


def _place(record: Record, field: str, following: str) -> Location:
    named = getattr(record, field)
    path = (field,) if isinstance(named, str) else (field, named.index(following))
    return record.where(*path, message=f"{record.id} names {following}")
