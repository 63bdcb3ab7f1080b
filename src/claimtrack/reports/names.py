"""How a report calls each record, and the anchor at which it shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet

from claimtrack.findings import fingerprint
from claimtrack.model import OWN_VOICE, Claim, Ledger
from claimtrack.reports.marks import Ref
from claimtrack.reports.runs import Run, best_run, code_run, run_of
from claimtrack.reports.scope import Scope

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*")


def anchor_of(kind: str, name: str) -> str:
    """A fragment that is safe in every format: the identifier itself, else a digest of it."""
    plain = _PLAIN.fullmatch(name) is not None
    return f"{kind}-{name}" if plain else f"{kind}-_{fingerprint(kind, name)}"


class Anchors:
    """Gives each record its own anchor: the first of one identifier the plain one."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    def take(self, kind: str, name: str) -> str:
        """The anchor of the next record of that kind and identifier."""
        anchor = anchor_of(kind, name)
        self._taken[anchor] += 1
        number = self._taken[anchor]
        # The tilde stands in no identifier, so that no record has this anchor of its own.
        return anchor if number == 1 else f"{anchor}~{number}"


class Names:
    """Mentions of the records of one ledger, in the language of its readers."""

    def __init__(self, ledger: Ledger, language: str, scope: Scope | None = None) -> None:
        self.ledger = ledger
        self.language = language
        self.scope = scope or Scope(ledger)
        self._known: dict[str, dict[str, Run]] = {
            "actor": {name: best_run(a.name, language) for name, a in ledger.actors.items()},
            "article": {name: best_run(a.title, language) for name, a in ledger.articles.items()},
            "proposition": {
                name: best_run(p.text, language) for name, p in ledger.propositions.items()
            },
            "occasion": {name: code_run(name) for name in ledger.occasions},
            "claim": {name: code_run(name) for name in ledger.claims},
        }
        self.claims = self.scope.claims
        speakers = {claim.speaker for claim in self.claims if not claim.is_own_voice}
        speakers |= {a.outlet for a in ledger.articles.values()}
        propositions = {claim.proposition for claim in self.claims}
        self._broken = {entry for document in ledger.documents for entry in document.broken}
        self._shown: dict[str, AbstractSet[str | None]] = {
            "actor": self._known["actor"].keys() | speakers,
            "proposition": self._known["proposition"].keys() | propositions,
            "claim": self._known["claim"].keys(),
            "article": self._known["article"].keys(),
        }

    def ref(self, kind: str, name: str) -> Ref:
        """A mention of a record by kind and identifier."""
        shown = name in self._shown.get(kind, ()) and self.scope.holds(kind, name)
        anchor = anchor_of(kind, name) if shown else ""
        label = self._known.get(kind, {}).get(name)
        if label is None:
            broken = (kind, name) in self._broken
            return Ref(kind, code_run(name).short, anchor, "broken" if broken else "missing")
        return Ref(kind, label.short, anchor)

    def any_ref(self, name: str, *kinds: str) -> Ref:
        """A mention of the record of the first of `kinds` that has that identifier."""
        known = (kind for kind in kinds if name in self._known[kind])
        return self.ref(next(known, kinds[0]), name)

    def record(self, ref: str) -> Ref | None:
        """A mention of a record as findings name it (`claim:a1-toll`); None for a file."""
        kind, _, name = ref.partition(":")
        if kind not in self._known or not name:
            return None
        return self.ref(kind, name)

    def place(self, claim: Claim) -> Run:
        """Where and when a claim stands, in few words: the outlet and the day."""
        return self.printed(claim.article)

    def printed(self, name: str) -> Run:
        """The outlet and the day of an article; of one that is not there its identifier."""
        article = self.ledger.articles.get(name)
        if article is None:
            return code_run(name).short
        outlet = self.ref("actor", article.outlet).label
        return run_of(f"{outlet.text} · {article.published.day()}", outlet.lang)

    def topic(self, text: str) -> Run:
        """A topic, of which no language is recorded."""
        return run_of(text).short

    def age(self, claim: Claim) -> tuple[tuple[object, ...], str]:
        """Sorts claims oldest first."""
        when = self.ledger.when(claim)
        return (when.sort_key if when is not None else (), claim.id)

    def text(self, text: str | None, language: str | None = None) -> Run | None:
        """A text of a record, in the ledger's default language unless told; None for none."""
        if text is None:
            return None
        return run_of(text, language or self.ledger.config.language)

    def speaker(self, claim: Claim) -> Ref:
        """Who says it: the outlet, or without one the article, for an article's own voice."""
        if claim.speaker != OWN_VOICE:
            return self.ref("actor", claim.speaker)
        article = self.ledger.articles.get(claim.article)
        if article is None:
            return self.ref("article", claim.article)
        return self.ref("actor", article.outlet)
