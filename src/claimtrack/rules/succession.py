"""Derives which claims another takes the place of, for rules that may not meet the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip
from claimtrack.model import Claim, Record, Succession
from claimtrack.rule import AnyDeriver, Deriver, Group, Key
from claimtrack.rules import keys
from claimtrack.rules.synonyms import Synonyms, one_proposition


class Successions(Deriver[Claim]):
    """For each claim that live ones supersede or correct, what these are about.

    It is what `standing` leaves out of a group, known of a single claim.
    """

    name = code = "successions"
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Synonyms,)
    unread = keys.WORDING

    def keys(self, record: Claim) -> Iterable[Key | Skip]:
        """The claims that it takes the place of, itself left out."""
        if isinstance(keys.about(record), Key):
            for name in {*record.supersedes, *record.corrects} - {record.id}:
                yield keys.named(Claim.KIND, name)

    def derive(self, group: Group) -> Iterable[Record]:
        """What succeeds one claim."""
        found = {one_proposition(group, claim) or "" for claim in group.of(Claim)}
        yield Succession(claim=group.key.parts[0], propositions=tuple(sorted(found)))


def is_succeeded(group: Group, claim: Claim) -> bool:
    """Whether another live claim on the same proposition takes the place of a claim."""
    found = group.find(Succession, claim.id)
    return found is not None and one_proposition(group, claim) in found.propositions
