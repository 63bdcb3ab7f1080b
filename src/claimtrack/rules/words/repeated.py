"""The words of quotes as they are compared: under the widest folding, without what was inserted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from claimtrack.findings import Location
from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rule import Group
from claimtrack.rules.claims import outlet_name
from claimtrack.rules.remembered import remembered
from claimtrack.text.excerpt import cut
from claimtrack.text.quotation import parse_quotation
from claimtrack.text.words import wide_words

FEWEST_WORDS = 6
"""Fewer words in a row are said by many people, on many days."""
_SPOKEN = frozenset({Stance.AFFIRMS, Stance.DENIES, Stance.QUESTIONS, Stance.NEUTRAL})


def comparable_quotes(claim: Claim) -> Iterator[str]:
    """The quotes of somebody who speaks that are long enough to be recognised, each once.

    How somebody declines to comment is a formula: it tells nothing about who spoke.
    """
    if claim.stance in _SPOKEN and not claim.is_own_voice:
        found = (folded(quote.exact) for quote in claim.quotes)
        yield from dict.fromkeys(text for text in found if count(text) >= FEWEST_WORDS)


@lru_cache(maxsize=4096)
def folded(exact: str) -> str:
    """The words of a quote with a space between them; an omission stays one."""
    fragments = parse_quotation(exact).fragments
    return " … ".join(" ".join(wide_words(text)) for text in fragments)


def count(text: str) -> int:
    """How many words a folded quote has."""
    return len(text.replace("…", " ").split())


def place(group: Group, claim: Claim, text: str, says: str) -> Location:
    """Where a claim has a folded quote: who prints it, and what `says` adds."""
    at = _positions(claim)[text]
    message = f"{says}, in {outlet_name(group, claim)}: «{cut(claim.quotes[at].exact)}»"
    return claim.where("quotes", at, "exact", message=message)


@remembered
def _positions(claim: Claim) -> Mapping[str, int]:
    """The first of a claim's quotes with each folded text."""
    found: dict[str, int] = {}
    for at, quote in enumerate(claim.quotes):
        found.setdefault(folded(quote.exact), at)
    return found
