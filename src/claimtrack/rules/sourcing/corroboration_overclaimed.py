"""CT406: judged supported on fewer independent roots than the house asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Claim, Proposition, Roots, Verdict
from claimtrack.model.words import Veracity, VerdictLifecycle
from claimtrack.rule import Group, newest_first
from claimtrack.rules.sourcing.naming import called
from claimtrack.rules.sourcing.roots import OWN_WORD, OfRoots, is_their_own, roots_of

ELSEWHERE = Skip("evidence-not-recorded")
"""A verdict rests on something that the ledger does not hold: nobody can count its roots."""


class CorroborationOverclaimed(OfRoots):
    """A verdict of `supported` stands on fewer independent roots than the policy asks.

    The policy is configuration: `supported-roots` says how many it takes, `parties-count` and
    `unnamed-count` whose word counts. Roots are counted over all standing claims that affirm the
    proposition, and an unknown root never counts, unless a decision that claims are `different`
    tells it apart from all others.

    A verdict that rests on something outside the ledger is not judged: evidence that is a web
    address; or no evidence at all, where the address of a published review is given or no claim
    affirms the proposition. Nor is one on a proposition that its speaker's word settles: a
    position, a quote, an intention, a prediction, a definition.

    What to do: record the evidence that is missing, find another root, or judge that there is
    `not_enough_evidence`.
    """

    code = "CT406"
    name = "corroboration-overclaimed"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each such verdict."""
        verdicts = list(_supported(group))
        if not verdicts:
            return
        if is_their_own(group):
            yield OWN_WORD
            return
        found = roots_of(group)
        if found.proven >= found.needed:
            return
        for record, position, verdict in verdicts:
            if _rests_elsewhere(verdict, found):
                yield ELSEWHERE
            else:
                place = record.where(
                    "verdicts", position, "veracity", message=f"supported, {verdict.date.day()}"
                )
                yield self._finding(group, found, place, position)

    def _finding(self, group: Group, found: Roots, place: Location, position: int) -> Finding:
        roots = "root" if found.proven == 1 else "roots"
        unknown = f" and {found.unknown} unknown" if found.unknown else ""
        return self.finding(
            group,
            f"supported on {found.proven or 'no'} independent {roots}{unknown}, "
            f"where the policy asks for {found.needed}",
            [place, *newest_first(_behind(group, found))],
            about=f"{place.record}|{position}",
            help="record what else it rests on, find another root, or judge not_enough_evidence",
        )


def _supported(group: Group) -> Iterator[tuple[Proposition, int, Verdict]]:
    for record in group.of(Proposition):
        for position, verdict in enumerate(record.verdicts):
            is_active = verdict.lifecycle is VerdictLifecycle.ACTIVE
            if is_active and verdict.veracity is Veracity.SUPPORTED:
                yield record, position, verdict


def _rests_elsewhere(verdict: Verdict, found: Roots) -> bool:
    if not verdict.evidence:
        return verdict.url is not None or not found.roots
    return any(":" in name for name in verdict.evidence)  # a web address


def _behind(group: Group, found: Roots) -> Iterator[Location]:
    """The claims behind the roots, each with the root it comes from, oldest first."""
    roots = {support.claim: root for root in found.roots for support in root.supports}
    for claim in group.of(Claim):
        if claim.id in roots:
            root = roots[claim.id]
            yield claim.where("proposition", message=f"{root.worth} root: {called(group, root)}")
