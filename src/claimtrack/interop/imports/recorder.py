"""From what a feed says of a claim to the records of a ledger.

Identifiers are made of what the feed says, so that a second import finds what the first one made.
Actors, articles and propositions that the ledger has already are used: an actor by one of its names
or its domain, an article by its address, a proposition by the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimtrack.interop.feeds.csv import UNREADABLE, UNREADABLE_BYTES
from claimtrack.interop.feeds.window import Place
from claimtrack.interop.importing import UNDETERMINED, Known, Matter, Outcome, Refused, Repeated
from claimtrack.interop.imports import parties
from claimtrack.interop.imports.articles import Printed, article_of
from claimtrack.interop.imports.crosswalk import Crosswalk, folded
from claimtrack.interop.imports.drafts import Draft
from claimtrack.interop.imports.found_dates import DAY, found_date
from claimtrack.interop.imports.identifiers import host, mark, stem
from claimtrack.interop.imports.propositions import proposition_of, words_key
from claimtrack.interop.imports.reviews import Appraisal, Party, Piece
from claimtrack.model import Claim, Localized, Verdict
from claimtrack.model.words import Veracity
from claimtrack.text.dates import Date
from claimtrack.text.excerpt import shown
from claimtrack.text.fold import fold

APPEARED = "Appeared at "
"""Begins a line of a claim's note that gives an address at which the claim stood."""
IN_THE_LEDGER = "the ledger"
"""Where a claim stands that the ledger had before the import."""
HERE = "what stands at "
"""Begins where a claim stands that the import has made: a place of the feed follows."""
_LONGEST_LABEL = 80


@frozen
class Recorder:
    """Makes records of what feeds say, one appraisal after the other."""

    known: Known
    crosswalk: Crosswalk
    language: str = UNDETERMINED
    """Of articles of which the feed does not say it (BCP 47)."""

    def record(self, place: Place, appraisal: Appraisal) -> Iterator[Outcome]:
        """What becomes of one claim: an outcome for each article in which it stands."""
        if not appraisal.text:
            yield Refused(place, "no text of the claim")
        elif UNREADABLE in appraisal.text:
            # Recorded, they would be a claim of their own beside that of the mended feed.
            yield Refused(place, f"the words of the claim have {UNREADABLE_BYTES}")
        elif not appraisal.pieces:
            yield Refused(place, "no review of the claim, and no article in which it stands")
        elif self._is_own(appraisal):
            yield Repeated(place, IN_THE_LEDGER)
        else:
            for piece in appraisal.pieces:
                yield self._one(place, appraisal, piece)

    def _is_own(self, appraisal: Appraisal) -> bool:
        """Whether it is a claim that this ledger has published: of that name, in these words."""
        about = self.known.get(f"about:{appraisal.claim}") if appraisal.claim else None
        return about is not None and about == self.known.get(
            words_key(appraisal.text, is_ours=False)
        )

    def _one(self, place: Place, appraisal: Appraisal, piece: Piece) -> Outcome:
        try:
            printed = Printed.of(piece, appraisal.said, self.language)
        except ValueError as reason:
            return Refused(place, str(reason))
        draft = Draft(self.known)
        said = _said(draft, appraisal)
        named = {
            _claim_id(party, appraisal, said, printed): party
            for party in appraisal.claimants or (None,)
        }
        where = {name: self.known.get(f"claim:{name}") for name in named}
        if None not in where.values() and not self._is_news(printed, appraisal):
            return Repeated(place, next(iter(where.values())) or "")
        if None not in where.values():
            draft.remark(Matter.OTHER_VERDICT, printed.piece.label)
        article = article_of(draft, printed)
        proposition = proposition_of(draft, appraisal.text, printed.language)
        if piece.is_review:
            self._judge(draft, proposition, printed, appraisal)
        for name, party in named.items():
            if where[name] is None:
                claim = Claim(
                    id=name,
                    article=article,
                    speaker=parties.claimant(draft, party, self.crosswalk),
                    proposition=proposition,
                    statement=Localized.of(appraisal.statement, printed.language)
                    if appraisal.statement
                    else None,
                    said=said,
                    note=_note(appraisal),
                )
                draft.add_claim(claim, f"{HERE}{place}")
        _remark(draft, appraisal, printed)
        return draft.done(place)

    def _veracity(self, printed: Printed) -> Veracity:
        """What the label means of its reviewer."""
        party = printed.piece.outlet
        reviewer = host(party.url) or host(party.name) or host(printed.piece.url)
        return self.crosswalk.veracity(printed.piece.label, reviewer)

    def _is_news(self, printed: Printed, appraisal: Appraisal) -> bool:
        """Whether there is no such verdict yet, or only one that was not mapped and now is.

        A proposition that somebody has moved away from the imported ones is theirs.
        """
        if self.known.get(words_key(appraisal.text, is_ours=True)) is None:
            return False
        held = self.known.get(f"verdict:{_judgement(printed, appraisal)}")
        if held == Veracity.UNMAPPED:
            return self._veracity(printed) is not Veracity.UNMAPPED
        return printed.piece.is_review and held is None

    def _judge(
        self, draft: Draft, proposition: str, printed: Printed, appraisal: Appraisal
    ) -> None:
        piece, veracity = printed.piece, self._veracity(printed)
        key = f"verdict:{_judgement(printed, appraisal)}"
        if self.known.get(key) not in (None, Veracity.UNMAPPED):
            return
        verdict = Verdict(
            veracity=veracity,
            reviewer=parties.outlet(draft, piece.outlet, piece.url),
            date=printed.published,
            url=printed.address or None,
            label=piece.label or None,
        )
        draft.verdicts.append((proposition, verdict))
        self.known.put(key, veracity)
        if veracity is Veracity.UNMAPPED:
            about = f"{shown(piece.label)} of {verdict.reviewer}" if piece.label else ""
            draft.remark(Matter.UNMAPPED if piece.label else Matter.NO_LABEL, about)


def _judgement(printed: Printed, appraisal: Appraisal) -> str:
    address = printed.address or printed.key
    return judgement(appraisal.text, address, printed.published, printed.piece.label)


def _said(draft: Draft, appraisal: Appraisal) -> Date | None:
    """When the claim was made, as far as the feed says so."""
    if not appraisal.said:
        draft.remark(Matter.NO_DATE)
        return None
    try:
        return found_date(appraisal.said)
    except ValueError:
        draft.remark(Matter.BAD_DATE, appraisal.said)
        return None


def _claim_id(
    party: Party | None, appraisal: Appraisal, said: Date | None, printed: Printed
) -> str:
    name = "" if party is None else parties.called(party)
    day = printed.published if said is None else said
    when = (printed.published.text, "" if said is None else said.text)
    words = (folded(appraisal.statement),) if appraisal.statement else ()
    marked = mark(printed.key, folded(appraisal.text), fold(name), *when, *words)
    parts = (stem(name) or "claim", stem(day.text[:DAY]), marked)
    return "-".join(part for part in parts if part)


def _note(appraisal: Appraisal) -> str | None:
    return "\n".join(f"{APPEARED}{url}" for url in appraisal.appearances) or None


def _remark(draft: Draft, appraisal: Appraisal, printed: Printed) -> None:
    if appraisal.had_markup:
        draft.remark(Matter.MARKUP)
    if not printed.piece.published:
        draft.remark(Matter.NO_REVIEW_DATE)
    if len(printed.piece.label) > _LONGEST_LABEL:
        draft.remark(Matter.PARAGRAPH)
    for name in appraisal.unread:
        draft.remark(Matter.UNREAD, name)


def judgement(text: str, address: str, date: Date, label: str) -> str:
    """What tells one verdict from others: on which words, where and when, and in which words."""
    return mark(folded(text), address, date.text, label)
