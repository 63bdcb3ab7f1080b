"""From what a feed says of a claim to the records of a ledger.

Identifiers are made of what the feed says, so that a second import finds what the first one made.
Actors, articles and propositions that the ledger has already are used: an actor by one of its names
or its domain, an article by its address, a proposition by the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from claimtrack.interop import parties
from claimtrack.interop.crosswalk import Crosswalk, folded
from claimtrack.interop.drafts import Draft
from claimtrack.interop.found_dates import found_date
from claimtrack.interop.identifiers import host, mark, stem
from claimtrack.interop.importing import UNDETERMINED, Known, Matter, Outcome, Refused, Repeated
from claimtrack.interop.reviews import Appraisal, Party, Piece
from claimtrack.interop.window import Place
from claimtrack.model import Article, Claim, Localized, Proposition, Verdict
from claimtrack.model.fields import LANGUAGE, URL
from claimtrack.model.words import ArticleKind, Veracity
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.excerpt import shown
from claimtrack.text.fold import fold

APPEARED = "Appeared at "
"""Begins a line of a claim's note that gives an address at which the claim stood."""
HERE = "what stands at "
"""What stands under the key of a claim that this import has made, before its place."""
_LONGEST_LABEL = 80
_DAY = len("2031-05-02")


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
        elif not appraisal.pieces:
            yield Refused(place, "no review of the claim, and no article in which it stands")
        for piece in appraisal.pieces if appraisal.text else ():
            try:
                printed = Printed.of(piece, appraisal.said)
            except ValueError as reason:
                yield Refused(place, str(reason))
            else:
                yield self._one(place, appraisal, printed)

    def _one(self, place: Place, appraisal: Appraisal, printed: Printed) -> Outcome:
        draft = Draft(self.known)
        said = _said(draft, appraisal)
        named = {
            _claim_id(party, appraisal, said, printed): party
            for party in appraisal.claimants or (None,)
        }
        where = {name: self.known.get(f"claim:{name}") for name in named}
        if None not in where.values() and not self._changes(printed, appraisal):
            return self._repeated(place, printed, appraisal, next(iter(where.values())) or "")
        article = self._article(draft, printed)
        proposition = self._proposition(draft, appraisal, printed)
        if printed.piece.is_review:
            self._judge(draft, proposition, printed, appraisal)
        for name, party in named.items():
            if where[name] is None:
                speaker = parties.claimant(draft, party, self.crosswalk)
                draft.claims.append(name)
                draft.records.append(
                    Claim(
                        id=name,
                        article=article,
                        speaker=speaker,
                        proposition=proposition,
                        said=said,
                        note=_note(appraisal),
                    )
                )
                self.known.put(f"claim:{name}", f"{HERE}{place}")
        _remark(draft, appraisal, printed)
        return draft.done(place)

    def _veracity(self, printed: Printed) -> Veracity:
        """What the label means of its reviewer."""
        party = printed.piece.outlet
        reviewer = host(party.url) or host(party.name) or host(printed.piece.url)
        return self.crosswalk.veracity(printed.piece.label, reviewer)

    def _changes(self, printed: Printed, appraisal: Appraisal) -> bool:
        """Whether a verdict was not mapped when it was imported, and now is."""
        held = self.known.get(f"verdict:{printed.judgement(appraisal)}")
        return held == Veracity.UNMAPPED and self._veracity(printed) is not Veracity.UNMAPPED

    def _repeated(
        self, place: Place, printed: Printed, appraisal: Appraisal, where: str
    ) -> Outcome:
        is_judged = self.known.get(f"verdict:{printed.judgement(appraisal)}") is not None
        if printed.piece.is_review and not is_judged:
            what = f"with another label or date: {shown(printed.piece.label)}"
            return Refused(place, f"the same claim and review as {where}, {what}")
        return Repeated(place, where)

    def _language(self, printed: Printed) -> str:
        return printed.language or self.language

    def _article(self, draft: Draft, printed: Printed) -> str:
        title, language = printed.piece.title, self._language(printed)
        known = find_article(self.known, printed.key, printed.published)
        if known is not None:
            if self.known.get(f"title:{known}") not in (None, mark(title)):
                draft.remark(Matter.OTHER_TITLE, title)
            return known
        outlet = parties.outlet(draft, printed.piece.outlet, printed.piece.url)
        when = printed.published.text
        made = Article(
            id=f"{outlet}-{stem(printed.published.text[:_DAY])}-{mark(printed.key, when)}",
            outlet=outlet,
            title=Localized.of(title or printed.key, language),
            language=language,
            published=printed.published,
            url=printed.key if printed.address else None,
            kind=ArticleKind.ANALYSIS if printed.piece.is_review else ArticleKind.NEWS,
            byline=printed.piece.byline or None,
        )
        draft.add(made)
        note_article(self.known, made, printed.key)
        self.known.put(f"title:{made.id}", mark(title))
        if not title:
            draft.remark(Matter.NO_TITLE)
        if language == UNDETERMINED:
            draft.remark(Matter.NO_LANGUAGE)
        return made.id

    def _proposition(self, draft: Draft, appraisal: Appraisal, printed: Printed) -> str:
        ours = words_key(appraisal.text, is_ours=True)
        known = self.known.get(ours)
        if known is not None:
            return known
        elsewhere = self.known.get(words_key(appraisal.text, is_ours=False))
        marked = mark(folded(appraisal.text))
        made = Proposition(
            id=f"{stem(appraisal.text) or 'proposition'}-{marked}",
            text=Localized.of(appraisal.text, self._language(printed)),
            same_as=() if elsewhere is None else (elsewhere,),
        )
        draft.add(made)
        self.known.put(ours, made.id)
        return made.id

    def _judge(
        self, draft: Draft, proposition: str, printed: Printed, appraisal: Appraisal
    ) -> None:
        piece, veracity = printed.piece, self._veracity(printed)
        key = f"verdict:{printed.judgement(appraisal)}"
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


@frozen
class Printed:
    """An article of a feed of which everything can be recorded."""

    piece: Piece
    published: Date
    address: str
    """Its web address with what stands behind `#`; empty where it has none."""
    key: str
    """What tells it from others: its address without that, else its outlet, date and title."""
    language: str
    """Its language (BCP 47); empty where the feed does not say it."""

    @classmethod
    def of(cls, piece: Piece, said: str) -> Printed:
        """Look at an article on what was said on a day; raises `ValueError` with a reason."""
        kind = "review" if piece.is_review else "article"
        published = _published(piece, said, kind)
        if piece.url and not URL.regex.fullmatch(piece.url):
            raise ValueError(f"address of the {kind}: {shown(piece.url)} is not {URL.expected}")
        if not (piece.outlet.name or piece.outlet.url or piece.url):
            raise ValueError(f"nothing says who published the {kind}")
        if not (piece.url or piece.title):
            raise ValueError(f"the {kind} has neither an address nor a title")
        key = piece.url.partition("#")[0]
        if not key:
            key = f"{piece.outlet.name or piece.outlet.url} {published}: {piece.title}"
        tag = LANGUAGE.instead.get(piece.language.lower(), piece.language).replace("_", "-")
        language = tag if LANGUAGE.regex.fullmatch(tag) else ""
        return cls(piece, published, piece.url, key, language)

    def judgement(self, appraisal: Appraisal) -> str:
        """What tells its verdict on a claim from others."""
        return judgement(appraisal.text, self.address or self.key, self.published, self.piece.label)


def _published(piece: Piece, said: str, kind: str) -> Date:
    """When an article came out: without a date of its own, when the claim was made or later."""
    try:
        if piece.published:
            return found_date(piece.published)
    except ValueError as error:
        raise ValueError(f"date of the {kind}: {error}") from None
    try:
        return parse_date(f"{found_date(said).text[:_DAY]}/..")
    except ValueError:
        raise ValueError(f"no date of the {kind}, and none of the claim") from None


def find_article(known: Known, address: str, published: Date) -> str | None:
    """The article at an address that can have come out on that date.

    A page that is written anew under its old address is another article.
    """
    for key in (f"url:{address}", f"url:{address} {published}"):
        found = known.get(key)
        if found is not None:
            name, _, date = found.partition(" ")
            if parse_date(date).overlaps(published):
                return name
    return None


def note_article(known: Known, article: Article, address: str) -> None:
    """Make an article known by its address, and by address and date."""
    for key in (f"url:{address}", f"url:{address} {article.published}"):
        if known.get(key) is None:
            known.put(key, f"{article.id} {article.published}")


def words_key(text: str, *, is_ours: bool) -> str:
    """The key of a proposition by its words: of one that was imported, or of any other."""
    return f"words{'' if is_ours else '-elsewhere'}:{mark(folded(text))}"


def judgement(text: str, address: str, date: Date, label: str) -> str:
    """What tells one verdict from others: on which words, where and when, and in which words."""
    return mark(folded(text), address, date.text, label)


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
    marked = mark(printed.key, folded(appraisal.text), fold(name), *when)
    parts = (stem(name) or "claim", stem(day.text[:_DAY]), marked)
    return "-".join(part for part in parts if part)


def _note(appraisal: Appraisal) -> str | None:
    return "\n".join(f"{APPEARED}{url}" for url in appraisal.appearances) or None


def _remark(draft: Draft, appraisal: Appraisal, printed: Printed) -> None:
    if appraisal.had_markup:
        draft.remark(Matter.MARKUP)
    if "\ufffd" in appraisal.text:
        draft.remark(Matter.DAMAGED)
    if not printed.piece.published:
        draft.remark(Matter.NO_REVIEW_DATE)
    if len(printed.piece.label) > _LONGEST_LABEL:
        draft.remark(Matter.PARAGRAPH)
    for name in appraisal.unread:
        draft.remark(Matter.UNREAD, name)
