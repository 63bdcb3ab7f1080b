"""The page of a claim: what the whole ledger knows of one act of attribution."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claimtrack.model import OWN_VOICE, Claim, Verdict, seen_fingerprint
from claimtrack.model.claim import HistoryEntry
from claimtrack.model.fields import URL
from claimtrack.model.words import VerdictLifecycle
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import date_run
from claimtrack.reports.dossier_views import Change, ClaimDossier
from claimtrack.reports.marks import Badge, Ref
from claimtrack.reports.names import Names
from claimtrack.reports.passages import found_quotes
from claimtrack.reports.resting import resting
from claimtrack.reports.runs import Run, best_run, code_run
from claimtrack.reports.sources import Sources

MOST_REPEATED = 100
"""Claims that say the same and that one page names, the oldest."""


def dossier_of(sources: Sources, claim: Claim) -> ClaimDossier:
    """Everything that is known of a claim."""
    claims, names = sources.claims, sources.names
    repeated = _repeated(sources, claim)
    return ClaimDossier(
        claim=claims.view(claim),
        found=found_quotes(claims, claim, sources.texts.get(claim.article)),
        verdicts=_verdicts(names, claim),
        history=_history(names, claim),
        repeated=tuple(claims.ref(other) for other in islice(repeated, MOST_REPEATED)),
        relations=_relations(names, claim),
        resting=resting(claims, sources.reached(claim)),
        cite=_cite(names, claim),
        fingerprint=seen_fingerprint(claim),
    )


def evidence_ref(names: Names, name: str) -> Ref | str:
    """Evidence: a mention of a record, or a web address."""
    if URL.regex.fullmatch(name):
        return name
    return names.any_ref(name, "claim", "article")


def _verdicts(names: Names, claim: Claim) -> tuple[tuple[Badge, Ref, Run], ...]:
    return tuple(
        (badge(one.veracity), names.ref("actor", one.reviewer), date_run(one.date))
        for one in _judgements(names, claim)
        if one.lifecycle is VerdictLifecycle.ACTIVE
    )


def _judgements(names: Names, claim: Claim) -> tuple[Verdict, ...]:
    """Every verdict on the claim's proposition, also those that no longer stand."""
    proposition = names.ledger.propositions.get(claim.proposition or "")
    return proposition.verdicts if proposition is not None else ()


def _history(names: Names, claim: Claim) -> tuple[Change, ...]:
    """What became of both axes of its status and of the verdicts, oldest first."""
    changes = [(entry.date, _change(names, entry)) for entry in claim.history]
    changes += [(one.date, _judged(names, one)) for one in _judgements(names, claim)]
    return tuple(change for _, change in sorted(changes, key=lambda one: one[0].sort_key))


def _judged(names: Names, verdict: Verdict) -> Change:
    stands = verdict.lifecycle is VerdictLifecycle.ACTIVE
    return Change(
        date=date_run(verdict.date),
        badges=(badge(verdict.veracity), *(() if stands else (badge(verdict.lifecycle),))),
        by=names.ref("actor", verdict.reviewer).label,
        why=names.text(verdict.label),
        evidence=tuple(evidence_ref(names, name) for name in verdict.evidence),
    )


def _change(names: Names, entry: HistoryEntry) -> Change:
    words = (entry.attribution, entry.lifecycle)
    return Change(
        date=date_run(entry.date),
        badges=tuple(badge(word) for word in words if word is not None),
        by=names.text(entry.by),
        why=names.text(entry.why),
        evidence=tuple(evidence_ref(names, name) for name in entry.evidence),
    )


def _repeated(sources: Sources, claim: Claim) -> Iterator[Claim]:
    """Other live claims in which the same speaker says the same."""
    if claim.proposition is None or claim.speaker == OWN_VOICE:
        return iter(())
    same = sources.repeated.get((claim.proposition, claim.speaker, claim.stance), ())
    return (other for other in same if other is not claim)


def _relations(names: Names, claim: Claim) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
    related = {
        "is-based-on": tuple(names.any_ref(name, "claim", "article") for name in claim.based_on),
        "supersedes": tuple(names.ref("claim", name) for name in claim.supersedes),
        "corrects": tuple(names.ref("claim", name) for name in claim.corrects),
    }
    return tuple((word, refs) for word, refs in related.items() if refs)


def _cite(names: Names, claim: Claim) -> tuple[Run, ...]:
    """Speaker, outlet, headline, day, address."""
    article = names.ledger.articles.get(claim.article)
    parts = [names.speaker(claim).label]
    if article is not None:
        parts += [names.ref("actor", article.outlet).label, best_run(article.title, names.language)]
        parts.append(code_run(article.published.day().text))
        parts += [code_run(article.url)] if article.url else []
    return tuple(dict.fromkeys(parts))
