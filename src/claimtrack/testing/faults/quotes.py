"""Faults in what a claim says that its article prints, told by the captured text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from attrs import evolve

from claimtrack.findings import Skip
from claimtrack.model import Attribution, Claim, Quote
from claimtrack.model.words import Force
from claimtrack.testing.faults.bed import Bed, run_of
from claimtrack.testing.faults.changes import Change
from claimtrack.testing.faults.fault import Plant, Planted
from claimtrack.text.excerpt import cut

NO_QUOTE = Skip("no-quote")
NO_TEXT = Skip("no-captured-text")
NOT_IN_TEXT = Skip("quote-not-in-text-as-it-is")

# What an editor's hand makes of `said`, with the letters by which a text would show it.
_HARDER = {
    "en": (("confessed", "confess"), ("admitted", "admit"), ("proved", "prov")),
    "ar": (("اعترف", "عترف"), ("كشف", "كشف"), ("أثبت", "ثبت")),
}
_MARKS = ("[", "…", "...")


def against_text(change: Change) -> Plant:
    """Planter of a slip in one quote of a claim: the captured text has it otherwise."""

    def plant(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
        quotes = _standing(bed, claim)
        if isinstance(quotes, Skip):
            return quotes
        captures = bed.captures(claim)
        slips = [
            (at, text)
            for at, quote in quotes
            for text in change.texts(quote.exact)
            if run_of(text).strip() and not any(run_of(text) in run for run in captures)
        ]
        if not slips:
            return change.lacks
        at, text = rng.choice(slips)
        return _with_quote(claim, at, text)

    return plant


def cue_hardened(bed: Bed, claim: Claim, rng: Random) -> Planted | Skip:
    """A cue that says more than the article's own, and stands nowhere in the article."""
    quotes = _standing(bed, claim)
    if isinstance(quotes, Skip):
        return quotes
    language = bed.article(claim).language.partition("-")[0].lower()
    text = bed.captures(claim)[-1]
    cues = [cue for cue, stem in _HARDER.get(language, ()) if run_of(stem).strip() not in text]
    if not cues:
        return Skip("no-cue-that-the-text-lacks")
    cue = rng.choice(cues)
    told = claim.attribution or Attribution()
    changed = evolve(claim, attribution=evolve(told, cue=cue, force=Force.FACTIVE))
    says = f"the cue {told.cue!r} recorded as {cue!r}"
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))


def _standing(bed: Bed, claim: Claim) -> list[tuple[int, Quote]] | Skip:
    """The quotes of a claim that stand in the text word by word, with their positions."""
    if not claim.quotes:
        return NO_QUOTE
    captures = bed.captures(claim)
    if not captures:
        return NO_TEXT
    found = [(at, quote) for at, quote in _plain(claim) if run_of(quote.exact) in captures[-1]]
    return found or NOT_IN_TEXT


def _plain(claim: Claim) -> Iterator[tuple[int, Quote]]:
    """The quotes without marks of omission or insertion."""
    for at, quote in enumerate(claim.quotes):
        if not any(mark in quote.exact for mark in _MARKS):
            yield at, quote


def _with_quote(claim: Claim, at: int, text: str) -> Planted:
    quotes = list(claim.quotes)
    says = f"«{cut(quotes[at].exact)}» recorded as «{cut(text)}»"
    quotes[at] = evolve(quotes[at], exact=text)
    changed = evolve(claim, quotes=tuple(quotes))
    return Planted(says=says, record=claim.ref, replaced=((claim, changed),))
