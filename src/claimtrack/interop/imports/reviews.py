"""What a published review of a claim says, whatever the shape in which a feed gives it."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Party:
    """Somebody whom a feed names: a claimant, or who published an article."""

    name: str = ""
    url: str = ""
    kind: str = ""
    """The type that the feed gives, `Person` or `Organization`; empty where it gives none."""
    wikidata: str = ""


@frozen(kw_only=True)
class Piece:
    """An article about a claim, as a feed gives it: dates and languages are still as written."""

    outlet: Party = Party()
    url: str = ""
    title: str = ""
    byline: str = ""
    language: str = ""
    published: str = ""
    is_review: bool = False
    """Whether it judges the claim; else it only reports it."""
    label: str = ""
    """The judgement, in the reviewer's words."""


@frozen(kw_only=True)
class Appraisal:
    """One claim and the articles about it: a `ClaimReview`, a `Claim`, or an entry of an API."""

    text: str = ""
    statement: str = ""
    """What a ledger that published the claim has of it besides: the words, with their value."""
    claimants: tuple[Party, ...] = ()
    said: str = ""
    appearances: tuple[str, ...] = ()
    """Web addresses at which the claim appeared."""
    pieces: tuple[Piece, ...] = ()
    unread: tuple[str, ...] = ()
    """What the feed says besides, for which a ledger has no place, by the names of its fields."""
    had_markup: bool = False
    claim: str = ""
    """The claim's identifier in the ledger that published it, where one did."""
