"""Propositions as a report shows them: everyone who spoke to one, and its verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimtrack.model import Proposition, Verdict
from claimtrack.model.fields import URL
from claimtrack.reports.badges import badge, maybe_badge
from claimtrack.reports.claim_views import ClaimPairs, Mentions, date_run
from claimtrack.reports.marks import Ref
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import best_run, code_run, other_runs, run_of
from claimtrack.reports.view import ClaimView, PropositionView, VerdictView


def proposition_views(
    names: Names, mentions: Mentions, claims: ClaimPairs
) -> tuple[PropositionView, ...]:
    """The propositions in the order of the ledger, then those that are only referred to."""
    return tuple(_Propositions(names, mentions, claims).views())


class _Propositions:
    def __init__(self, names: Names, mentions: Mentions, claims: ClaimPairs) -> None:
        self.names = names
        self.mentions = mentions
        self.anchors = Anchors()
        self.about: defaultdict[str, list[ClaimView]] = defaultdict(list)
        for claim, view in claims:
            if claim.proposition is not None:
                self.about[claim.proposition].append(view)

    def views(self) -> Iterator[PropositionView]:
        known = self.names.ledger.propositions
        for record in self.names.ledger.records:
            if isinstance(record, Proposition):
                yield self._known(record, first=known[record.id] is record)
        for name in sorted(self.about.keys() - known.keys()):
            yield self._missing(name)

    def _known(self, proposition: Proposition, *, first: bool) -> PropositionView:
        names = self.names
        part_of = proposition.part_of
        return PropositionView(
            anchor=self.anchors.take("proposition", proposition.id),
            id=code_run(proposition.id).short,
            text=best_run(proposition.text, names.language),
            other_texts=other_runs(proposition.text, names.language),
            kind=maybe_badge(proposition.kind),
            topics=tuple(map(run_of, proposition.topics)),
            contradicts=self._refs(proposition.contradicts),
            implies=self._refs(proposition.implies),
            same_as=self._refs(proposition.same_as),
            part_of=names.ref("proposition", part_of) if part_of else None,
            parties=tuple(names.ref("actor", party) for party in proposition.parties),
            verdicts=tuple(map(self._verdict, proposition.verdicts)),
            claims=tuple(self.about[proposition.id]) if first else (),
            note=names.text(proposition.note),
            findings=self.mentions.get(proposition.ref, ()),
        )

    def _missing(self, name: str) -> PropositionView:
        return PropositionView(
            anchor=self.anchors.take("proposition", name),
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
            claims=tuple(self.about[name]),
            note=None,
            findings=self.mentions.get(f"proposition:{name}", ()),
            missing=True,
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
            evidence=tuple(map(self._evidence, verdict.evidence)),
        )

    def _evidence(self, name: str) -> Ref | str:
        if URL.regex.fullmatch(name):
            return name
        return self.names.any_ref(name, "claim", "article")
