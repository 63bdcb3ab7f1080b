"""Which part of a ledger a report shows: all of it, or what some topics, people or articles touch.

Everything is compared whatever is shown: a filter never makes a conflict go away, it only leaves
out the pages that are not asked for.
"""

from __future__ import annotations

from collections.abc import Collection

from claimtrack.findings import Finding
from claimtrack.model import Claim, Ledger


class Scope:
    """The claims that some filters let through, and every record that one of them touches.

    Of several values of one filter any will do; filters of several sorts must all hold.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        topics: Collection[str] = (),
        speakers: Collection[str] = (),
        articles: Collection[str] = (),
    ) -> None:
        self.filters = tuple(
            (sort, value)
            for sort, values in (("topic", topics), ("speaker", speakers), ("article", articles))
            for value in values
        )
        everything = (one for one in ledger.records if isinstance(one, Claim))
        if not self.filters:
            self.claims = tuple(everything)
            return
        under = {one.id for one in ledger.propositions.values() if set(topics) & {*one.topics}}
        self.claims = tuple(
            claim
            for claim in everything
            if (not topics or claim.proposition in under)
            and (not speakers or claim.speaker in speakers)
            and (not articles or claim.article in articles)
        )
        self._held = self._touched(ledger) | {("proposition", name) for name in under}
        self._held |= {("article", name) for name in articles}
        self._held |= {("actor", name) for name in speakers}

    def _touched(self, ledger: Ledger) -> set[tuple[str, str]]:
        held: set[tuple[str, str]] = set()
        for claim in self.claims:
            held |= {("claim", claim.id), ("actor", claim.speaker), ("article", claim.article)}
            if claim.proposition is not None:
                held.add(("proposition", claim.proposition))
            if (article := ledger.articles.get(claim.article)) is not None:
                held.add(("actor", article.outlet))
        return held

    def holds(self, kind: str, name: str) -> bool:
        """Whether a record of that kind and identifier is shown."""
        return not self.filters or (kind, name) in self._held

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is about a record that is shown."""
        if not self.filters:
            return True
        refs = (place.record.partition(":") for place in finding.places)
        return any(self.holds(kind, name) for kind, _, name in refs)
