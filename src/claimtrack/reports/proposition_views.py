"""Propositions as a report shows them: everyone who spoke to one, and its verdicts."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from claimtrack.model import Claim, Proposition, Verdict
from claimtrack.reports.badges import badge, maybe_badge
from claimtrack.reports.claim_views import Mentions, date_run
from claimtrack.reports.differences import differences
from claimtrack.reports.dossier_views import Row
from claimtrack.reports.dossiers import evidence_ref
from claimtrack.reports.graph import graph_of
from claimtrack.reports.marks import Ref
from claimtrack.reports.matrix import answers, compared, row_of
from claimtrack.reports.names import Anchors
from claimtrack.reports.root_views import roots_view
from claimtrack.reports.runs import best_run, code_run, other_runs
from claimtrack.reports.sources import Sources
from claimtrack.reports.view import PropositionView, VerdictView

Shown = tuple[str, str, Proposition | None]
"""Identifier, anchor, and the record where there is one."""


class Propositions:
    """The propositions that a report shows, and the view of each.

    They stand in the order of the ledger; those that are only referred to come last.
    """

    def __init__(self, sources: Sources, mentions: Mentions) -> None:
        self.sources = sources
        self.names = sources.names
        self.mentions = mentions
        known = self.names.ledger.propositions
        anchors = Anchors()
        self.shown: list[Shown] = [
            (record.id, anchors.take("proposition", record.id), record)
            for record in self.names.ledger.records
            if isinstance(record, Proposition) and self.names.scope.holds(record.KIND, record.id)
        ]
        for name in sorted(sources.claims.about.keys() - known.keys()):
            self.shown.append((name, anchors.take("proposition", name), None))

    def about(self, name: str, record: Proposition | None) -> list[Claim]:
        """The claims on one of those shown: of two with one identifier the first has them."""
        if record is not None and self.names.ledger.propositions[name] is not record:
            return []
        return self.sources.claims.about.get(name, [])

    def view(self, shown: Shown) -> PropositionView:
        """One of those shown, as its page has it."""
        name, anchor, record = shown
        sources, about = self.sources, self.about(name, record)
        parts: dict[str, Any] = {
            "anchor": anchor,
            "claims": sources.claims.views(about),
            "findings": self.mentions.get(f"proposition:{name}", ()),
            "row": self.row(shown),
            "declined": sources.claims.views(one for one in about if not answers(one)),
            "differences": differences(sources.claims, about),
            "roots": roots_view(sources.claims, sources.origins.roots(name)) if about else None,
            "graph": graph_of(sources.claims, sources.sourcing, about),
        }
        return self._missing(name, parts) if record is None else self._known(record, parts)

    def row(self, shown: Shown) -> Row:
        """What each outlet prints of one of those shown."""
        name, anchor, record = shown
        ref = evolve(self.names.ref("proposition", name), anchor=anchor)
        findings = self.mentions.get(f"proposition:{name}", ())
        about = self.about(name, record)
        return row_of(self.sources.claims, ref, about, findings, self.sources.outlets)

    def compared(self) -> list[Shown]:
        """Those of which several outlets speak, the disputed ones first."""
        claims = self.sources.claims
        disputed: list[Shown] = []
        agreed: list[Shown] = []
        for shown in self.shown:
            name, _, record = shown
            likenesses = compared(claims, self.about(name, record))
            if len(likenesses) > 1:
                (disputed if "differs" in likenesses else agreed).append(shown)
        return disputed + agreed

    def _known(self, proposition: Proposition, parts: dict[str, Any]) -> PropositionView:
        names = self.names
        part_of = proposition.part_of
        return PropositionView(
            id=code_run(proposition.id).short,
            text=best_run(proposition.text, names.language),
            other_texts=other_runs(proposition.text, names.language),
            kind=maybe_badge(proposition.kind),
            topics=tuple(map(names.topic, proposition.topics)),
            contradicts=self._refs(proposition.contradicts),
            implies=self._refs(proposition.implies),
            same_as=self._refs(proposition.same_as),
            part_of=names.ref("proposition", part_of) if part_of else None,
            parties=tuple(names.ref("actor", party) for party in proposition.parties),
            verdicts=tuple(map(self._verdict, proposition.verdicts)),
            note=names.text(proposition.note),
            **parts,
        )

    def _missing(self, name: str, parts: dict[str, Any]) -> PropositionView:
        return PropositionView(
            id=code_run(name).short,
            text=code_run(name),
            other_texts=(),
            kind=None,
            topics=(),
            contradicts=(),
            implies=(),
            same_as=(),
            part_of=None,
            parties=(),
            verdicts=(),
            note=None,
            missing=True,
            **parts,
        )

    def _refs(self, names: tuple[str, ...]) -> tuple[Ref, ...]:
        return tuple(self.names.ref("proposition", name) for name in names)

    def _verdict(self, verdict: Verdict) -> VerdictView:
        return VerdictView(
            veracity=badge(verdict.veracity),
            lifecycle=badge(verdict.lifecycle),
            reviewer=self.names.ref("actor", verdict.reviewer),
            date=date_run(verdict.date),
            label=self.names.text(verdict.label),
            url=verdict.url,
            evidence=tuple(evidence_ref(self.names, name) for name in verdict.evidence),
        )
