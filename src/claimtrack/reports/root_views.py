"""The independent origins of a proposition, as a report shows them."""

from __future__ import annotations

from claimtrack.model import EndKind, Root, Roots, Worth
from claimtrack.reports.claim_views import Claims
from claimtrack.reports.dossier_views import RootsView, RootView
from claimtrack.reports.marks import Badge, Ref, Tone
from claimtrack.reports.runs import Run, run_of

WORTH = "worth"
"""The table of messages for how much a root is worth."""
_TONES: dict[Worth, Tone] = {Worth.PROVEN: "good", Worth.PARTY: "open", Worth.UNKNOWN: "past"}


def roots_view(claims: Claims, roots: Roots | None) -> RootsView | None:
    """The roots of a proposition; None where nobody affirms it."""
    if roots is None or not roots.roots:
        return None
    return RootsView(
        proven=roots.proven,
        unknown=roots.unknown,
        needed=roots.needed,
        articles=len(roots.articles),
        roots=tuple(_root(claims, root) for root in roots.roots),
    )


def _root(claims: Claims, root: Root) -> RootView:
    known = claims.names.ledger.claims
    return RootView(
        name=_name(claims, root),
        kind=str(root.end.kind),
        worth=Badge(WORTH, str(root.worth), _TONES[root.worth]),
        is_party=root.is_party,
        claims=tuple(_ref(claims, one.claim) for one in root.supports if one.claim in known),
        articles=len(root.articles),
    )


def _ref(claims: Claims, name: str) -> Ref:
    return claims.ref(claims.names.ledger.claims[name])


def _name(claims: Claims, root: Root) -> Run:
    """The actors that are the origin; the record at which the way ends where it is none of them."""
    if root.actors:
        labels = [claims.names.ref("actor", name).label for name in root.actors]
        return run_of(", ".join(label.text for label in labels), labels[0].lang)
    if root.end.kind in (EndKind.LOOP, EndKind.UNSAID):
        return _ref(claims, root.end.name).label
    return claims.names.any_ref(root.end.name, "article", "actor").label
