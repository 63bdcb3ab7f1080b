"""Claims as a report shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from claimtrack.model import OWN_VOICE, Attribution, Claim, Hop, Occasion, Quote
from claimtrack.reports.badges import badge, maybe_badge
from claimtrack.reports.claim_view import (
    ClaimView,
    HopView,
    OccasionView,
    QuoteView,
    TranslationView,
)
from claimtrack.reports.lazily import Lazily
from claimtrack.reports.marks import Badge, FindingRef, Ref
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import Run, best_run, code_run, run_of
from claimtrack.text.dates import Date

Mentions = Mapping[str, tuple[FindingRef, ...]]
"""The findings of each record, by its reference."""


def date_run(date: Date) -> Run:
    """A date in the notation of claim files (EDTF), the time set apart by a space."""
    return code_run(date.text.replace("T", " "))


def maybe_date(date: Date | None) -> Run | None:
    """A date that may be left out."""
    return None if date is None else date_run(date)


class Claims:
    """The claims that a report shows: in order, by what they are about, and the view of each."""

    def __init__(self, names: Names, mentions: Mentions) -> None:
        self.names = names
        self.mentions = mentions
        anchors = Anchors()
        self._anchors = {id(one): anchors.take(one.KIND, one.id) for one in names.claims}
        self.oldest_first = tuple(sorted(names.claims, key=names.age))
        self.about: defaultdict[str, list[Claim]] = defaultdict(list)
        """By proposition."""
        self.by: defaultdict[str, list[Claim]] = defaultdict(list)
        """By speaker."""
        self.own: defaultdict[str, list[Claim]] = defaultdict(list)
        """What articles say in their own voice, by outlet."""
        self.standing: defaultdict[str, list[Claim]] = defaultdict(list)
        """By article."""
        for claim in self.oldest_first:
            self._shelve(claim)

    def _shelve(self, claim: Claim) -> None:
        self.standing[claim.article].append(claim)
        if claim.proposition is not None:
            self.about[claim.proposition].append(claim)
        if claim.speaker != OWN_VOICE:
            self.by[claim.speaker].append(claim)
        elif (article := self.names.ledger.articles.get(claim.article)) is not None:
            self.own[article.outlet].append(claim)

    def anchor(self, claim: Claim) -> str:
        """Where the report shows it."""
        return self._anchors[id(claim)]

    def ref(self, claim: Claim) -> Ref:
        """A mention by where and when it stands: `The Wire · 2031-05-03`."""
        return Ref(claim.KIND, self.names.place(claim), self._anchors.get(id(claim), ""))

    def views(self, claims: Iterable[Claim]) -> Sequence[ClaimView]:
        """The view of each, made when it is asked for."""
        return Lazily(self.view, tuple(claims))

    def view(self, claim: Claim) -> ClaimView:
        """The claim as pages show it."""
        names = self.names
        article = names.ledger.articles.get(claim.article)
        language = article.language if article is not None else ""
        said = names.ledger.when(claim)
        attribution = claim.attribution or Attribution()
        return ClaimView(
            anchor=self.anchor(claim),
            id=code_run(claim.id).short,
            speaker=names.speaker(claim),
            own_voice=claim.speaker == OWN_VOICE,
            article=names.ref("article", claim.article),
            outlet=names.ref("actor", article.outlet) if article is not None else None,
            proposition=(
                names.ref("proposition", claim.proposition) if claim.proposition else None
            ),
            statement=best_run(claim.statement, names.language) if claim.statement else None,
            stance=badge(claim.stance),
            value=run_of(claim.value, language) if claim.value is not None else None,
            value_as_of=maybe_date(claim.as_of),
            said=maybe_date(said),
            said_from=self._said_from(claim, said),
            occasion=self._occasion(claim),
            quotes=tuple(self._quote(quote, language) for quote in claim.quotes),
            cue=run_of(attribution.cue, language) if attribution.cue is not None else None,
            chain=tuple(self._hop(hop, language) for hop in attribution.chain),
            details=tuple(_details(claim, attribution)),
            attribution=badge(claim.status.attribution),
            lifecycle=badge(claim.status.lifecycle),
            live=claim.is_live,
            note=names.text(claim.note),
            file=code_run(claim.origin.file),
            findings=self.mentions.get(claim.ref, ()),
        )

    def _said_from(
        self, claim: Claim, said: Date | None
    ) -> Literal["said", "occasion", "published", "unknown"]:
        if said is None:
            return "unknown"
        if claim.said is not None:
            return "said"
        return "occasion" if claim.occasion in self.names.ledger.occasions else "published"

    def _occasion(self, claim: Claim) -> OccasionView | None:
        occasion: Occasion | None = self.names.ledger.occasions.get(claim.occasion or "")
        if occasion is None:
            return None
        place = best_run(occasion.place, self.names.language) if occasion.place else None
        present = (name for name in occasion.actors if name != claim.speaker)
        return OccasionView(
            badge(occasion.kind),
            date_run(occasion.date),
            place,
            tuple(self.names.ref("actor", name) for name in present),
        )

    def _quote(self, quote: Quote, language: str) -> QuoteView:
        return QuoteView(
            run_of(quote.exact, quote.language or language),
            tuple(
                TranslationView(
                    run_of(translation.text, translation.language),
                    maybe_badge(translation.kind),
                    self.names.ref("actor", translation.by) if translation.by else None,
                )
                for translation in quote.translations
            ),
        )

    def _hop(self, hop: Hop, language: str) -> HopView:
        kind, name = ("actor", hop.actor) if hop.actor is not None else ("article", hop.article)
        who: Ref = self.names.ref(kind, name or "")
        verb = run_of(hop.verb, language) if hop.verb is not None else None
        return HopView(who, verb, hop.consulted)


def _details(claim: Claim, attribution: Attribution) -> Iterable[Badge]:
    words = (claim.form, attribution.force, attribution.sourcing, attribution.basis)
    yield from (badge(word) for word in words if word is not None)
    if claim.certainty != "unstated":
        yield badge(claim.certainty)
