"""What one record of a feed adds to a ledger, while it is being made."""

from __future__ import annotations

from attrs import define, field

from claimtrack.interop.feeds.window import Place
from claimtrack.interop.importing import Imported, Known, Matter, Remark
from claimtrack.interop.imports.identifiers import host
from claimtrack.interop.imports.lookalikes import note_name
from claimtrack.model import Actor, Claim, Record, Verdict
from claimtrack.model.words import ActorKind
from claimtrack.text.fold import fold


@define
class Draft:
    """New records, verdicts on old ones, and what is worth a look."""

    known: Known
    records: list[Record] = field(factory=list)
    verdicts: list[tuple[str, Verdict]] = field(factory=list)
    claims: list[str] = field(factory=list)
    remarks: list[Remark] = field(factory=list)

    def add(self, record: Record) -> None:
        """One more record, which later ones then find."""
        self.records.append(record)
        self.known.put(record.ref, "")

    def add_actor(self, actor: Actor) -> str:
        """One more actor, who is then known by name and domain; gives its identifier.

        One identifier stands for one actor: `x.com` and `www.x.com` are the same.
        """
        if self.known.get(actor.ref) is None:
            self.add(actor)
        note_actor(self.known, actor)
        return actor.id

    def add_claim(self, claim: Claim, where: str) -> None:
        """One more claim, which later ones repeat: `where` tells of which."""
        self.records.append(claim)
        self.claims.append(claim.id)
        self.known.put(claim.ref, where)

    def remark(self, matter: Matter, about: str = "") -> None:
        """Note what may be worth a look."""
        self.remarks.append(Remark(matter, about))

    def done(self, place: Place) -> Imported:
        """The outcome of the record that stood at a place."""
        return Imported(
            place=place,
            claims=tuple(self.claims),
            records=tuple(self.records),
            verdicts=tuple(self.verdicts),
            remarks=tuple(self.remarks),
        )


def note_actor(known: Known, actor: Actor) -> None:
    """Make an actor known by identifier, names and domains; whoever had one first keeps it.

    Outlets are known apart from others: one that publishes and one that is said to have claimed may
    have one name, and which of them comes first must not matter.
    """
    names = [actor.id, *(text for _, text in actor.name), *actor.aliases]
    keys = [name_key(name, is_outlet=actor.kind is ActorKind.OUTLET) for name in names]
    for key in (*keys, *(f"domain:{domain}" for domain in actor.domains)):
        if known.get(key) is None:
            known.put(key, actor.id)
    if not host(str(actor.name)):  # domains look alike by nature
        note_name(known, actor.id, str(actor.name))


def name_key(name: str, *, is_outlet: bool) -> str:
    """The key of an outlet, or of any other actor, by name."""
    return f"{'outlet' if is_outlet else 'name'}:{fold(name)}"
