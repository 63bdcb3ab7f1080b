"""CT402: many articles, one origin."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Claim, EndKind, Root
from claimtrack.rule import Group, newest_first
from claimtrack.rules.claims import listed
from claimtrack.rules.sourcing.naming import called, why
from claimtrack.rules.sourcing.roots import OWN_WORD, OfRoots, is_their_own, roots_of

TWO = 2


class SingleRoot(OfRoots):
    """Several outlets affirm a proposition, and all of them have it from one origin.

    Each of the articles, on the way upstream from its claim, comes to the same speaker, or to the
    same article or outlet beyond which nothing is recorded. They are one voice and not several that
    confirm each other. Each place says why its article counts as one with the others.

    Outlets that each heard the same speaker themselves are no finding: whose word it is stands in
    every one of them. Nor is a proposition that its speaker's word settles: a position, a quote, an
    intention, a prediction, a definition.

    What to do: write that it is one origin, or look for a second.
    """

    code = "CT402"
    name = "single-root"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """At most one finding."""
        if is_their_own(group):
            yield OWN_WORD
            return
        found = roots_of(group)
        if len(found.roots) != 1 or len(found.articles) < TWO:
            return
        root = found.roots[0]
        if root.end.kind is EndKind.LOOP:
            return  # circular sourcing, which is another rule's finding
        outlets = {support.outlet for support in root.supports}
        if len(outlets) < TWO or not any(support.ties for support in root.supports):
            return
        names = listed([group.name(outlet) for outlet in sorted(outlets)])
        yield self.finding(
            group,
            f"{len(found.articles)} articles of {names}, and one root: {called(group, root)}",
            newest_first(_places(group, root)),
            help="say that it is one origin, or find a second that does not have it from there",
        )


def _places(group: Group, root: Root) -> list[Location]:
    claims = {claim.id: claim for claim in group.of(Claim)}
    return [
        claims[support.claim].where("proposition", message=why(group, support))
        for support in root.supports
    ]
