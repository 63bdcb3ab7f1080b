"""CT405: nobody says so but those who have an interest in it."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.model import Claim
from claimtrack.rule import Group, newest_first
from claimtrack.rules.claims import listed, stance_place
from claimtrack.rules.sourcing.naming import called
from claimtrack.rules.sourcing.roots import OWN_WORD, OfRoots, is_their_own, roots_of


class InterestedPartiesOnly(OfRoots):
    """Every root of a proposition is a party to it.

    Parties are those that the proposition names in `parties`; whoever speaks for one of them is
    that party too. However many articles there are, all that is known comes from somebody who gains
    or loses by it. Where a single root is no party, or is unknown, nothing is said. Nor is it of a
    proposition that its speaker's word settles: a position, a quote, an intention, a prediction, a
    definition.

    What to do: look for somebody who has nothing to gain, or write whose word it is.
    """

    code = "CT405"
    name = "interested-parties-only"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """At most one finding."""
        found = roots_of(group)
        if not found.roots or not all(root.is_party for root in found.roots):
            return
        if is_their_own(group):
            yield OWN_WORD
            return
        claims = {claim.id: claim for claim in group.of(Claim)}
        names = {support.claim for root in found.roots for support in root.supports}
        places = [stance_place(group, claims[name]) for name in claims if name in names]
        parties = listed([called(group, root) for root in found.roots])
        say = "says" if len(found.roots) == 1 else "say"
        yield self.finding(
            group,
            f"only {parties} {say} so, with an interest in it",
            newest_first(places),
            help="find somebody who is no party to it, or write whose word it is",
        )
