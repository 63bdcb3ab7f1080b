"""Articles of feeds: what tells one from another, and the record that is made of it."""

from __future__ import annotations

from attrs import frozen

from claimtrack.interop.importing import UNDETERMINED, Known, Matter
from claimtrack.interop.imports import parties
from claimtrack.interop.imports.drafts import Draft
from claimtrack.interop.imports.found_dates import DAY, found_date
from claimtrack.interop.imports.identifiers import mark, stem
from claimtrack.interop.imports.reviews import Piece
from claimtrack.model import Article, Localized
from claimtrack.model.fields import LANGUAGE, URL
from claimtrack.model.words import ArticleKind
from claimtrack.text.dates import Date, parse_date
from claimtrack.text.excerpt import shown


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
    """Its language (BCP 47)."""

    @classmethod
    def of(cls, piece: Piece, said: str, language: str) -> Printed:
        """Look at an article on what was said on a day; raises `ValueError` with a reason.

        `language` is that of articles of which the feed does not say it.
        """
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
        known = tag if LANGUAGE.regex.fullmatch(tag) else language
        return cls(piece, published, piece.url, key, known)


def article_of(draft: Draft, printed: Printed, kind: ArticleKind | None = None) -> str:
    """The identifier of an article, which is made where nobody has recorded it.

    Without a kind it is news, or the analysis that a review is.
    """
    title, language = printed.piece.title, printed.language
    known = find_article(draft.known, printed.key, printed.published)
    if known is not None:
        if draft.known.get(f"title:{known}") not in (None, mark(title)):
            draft.remark(Matter.OTHER_TITLE, title)
        return known
    outlet = parties.outlet(draft, printed.piece.outlet, printed.piece.url)
    when = printed.published.text
    made = Article(
        id=f"{outlet}-{stem(when[:DAY])}-{mark(printed.key, when)}",
        outlet=outlet,
        title=Localized.of(title or printed.key, language),
        language=language,
        published=printed.published,
        url=printed.key if printed.address else None,
        kind=kind or (ArticleKind.ANALYSIS if printed.piece.is_review else ArticleKind.NEWS),
        byline=printed.piece.byline or None,
    )
    draft.add(made)
    note_article(draft.known, made, printed.key)
    draft.known.put(f"title:{made.id}", mark(title))
    if not title:
        draft.remark(Matter.NO_TITLE)
    if language == UNDETERMINED:
        draft.remark(Matter.NO_LANGUAGE)
    return made.id


def find_article(known: Known, address: str, published: Date) -> str | None:
    """The article at an address that came out on that date: imported so, or recorded by hand.

    A page that is written anew under its old address is another article. Of one that was not
    imported, the date may be recorded more or less exactly.
    """
    found = known.get(f"url:{address} {published}")
    if found is None and (other := known.get(f"url-elsewhere:{address}")):
        name, _, date = other.partition(" ")
        return name if parse_date(date).overlaps(published) else None
    return found


def note_article(known: Known, article: Article, address: str, *, is_ours: bool = True) -> None:
    """Make an article known by its address and date."""
    if is_ours:
        known.put(f"url:{address} {article.published}", article.id)
    else:
        known.put(f"url-elsewhere:{address}", f"{article.id} {article.published}")


def _published(piece: Piece, said: str, kind: str) -> Date:
    """When an article came out: without a date of its own, when the claim was made or later."""
    try:
        if piece.published:
            return found_date(piece.published)
    except ValueError as error:
        raise ValueError(f"date of the {kind}: {error}") from None
    try:
        return parse_date(f"{found_date(said).text[:DAY]}/..")
    except ValueError:
        raise ValueError(f"no date of the {kind}, and none of the claim") from None
