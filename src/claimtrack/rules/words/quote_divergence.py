"""CT306: outlets print one utterance in different words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Claim, Occasion, Record
from claimtrack.model.words import Form
from claimtrack.rule import AnyDeriver, Group, Key, Rule, newest_first
from claimtrack.rules.claims import listed, outlet_name, speaker_name, standing
from claimtrack.rules.distinctions import Distinctions, told_apart
from claimtrack.rules.keys import NOT_LIVE
from claimtrack.rules.words.printed import (
    Pair,
    Printed,
    known_names,
    languages,
    primary,
    utterances,
    wordings,
)
from claimtrack.text.divergence import Degree, Divergence
from claimtrack.text.excerpt import cut
from claimtrack.text.worddiff import shown

NO_OCCASION = Skip("no-occasion")
"""A claim of which nobody knows at which event its words were uttered."""


class QuoteDivergence(Rule[Claim]):
    """Two articles quote one speaker on one occasion, in one language, in different words.

    The words were uttered once. Quotes are taken as one utterance where they share most of their
    words; a quote that is a part of another is no divergence, nor is another spelling, a number in
    words or what is marked as left out or put in. It is an error where a negation, a number, its
    unit or a name differs, where two names change places, or a word stands in the place of its
    opposite: the two cannot both be right. A name is one of the speaker, of those who took
    part or of their bodies, or a capital letter within a sentence. All else is a warning, a lost
    condition, a denial, an Arabic `ما` that may negate or a whole clause left without a mark among
    it, since outlets tidy and shorten. Where the occasion was held in another language, the outlets
    translate: only meaning is told. Claims that a decision says are `different` are two utterances.

    What to do: hold both against a recording or a transcript. Correct the wrong one; mark with
    `[…]` what was left out. Where the speaker said it twice, record that: `different: [one, other]`
    among the decisions.
    """

    code = "CT306"
    name = "quote-divergence"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)
    needs: ClassVar[tuple[type[AnyDeriver], ...]] = (Distinctions,)

    def keys(self, record: Claim) -> Iterable[Key | Skip]:
        """The occasion and the speaker of a live claim that quotes."""
        if not record.quotes or record.is_own_voice or record.form is Form.INDIRECT:
            return
        if not record.is_live:
            yield NOT_LIVE
        elif record.occasion is None:
            yield NO_OCCASION
        else:
            yield Key("occasion and speaker", (record.occasion, record.speaker))

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each utterance that is printed in different words."""
        claims = standing(group)
        several = {
            language: quotes
            for language, quotes in languages(group, claims).items()
            if len({quote.exact for quote in quotes}) > 1
        }
        if not several:
            return  # nearly always: one outlet, or all of them in the same words
        names = known_names(group, claims)
        for language, quotes in several.items():
            least = Degree.MEANING if _is_translated(group, claims[0], language) else Degree.WORDING
            for found in utterances(wordings(quotes), names):
                pairs = [pair for pair in found if not _are_two(group, pair)]
                if pairs and max(pair.differs.degree for pair in pairs) >= least:
                    yield self._divergence(group, pairs)

    def _divergence(self, group: Group, pairs: Sequence[Pair]) -> Finding:
        order = {claim.id: place for place, claim in enumerate(group.of(Claim))}
        # By identity: to hash a claim is to read all of it.
        places = {(id(quote.claim), quote.at): (quote, at) for quote, at in _places(group, pairs)}
        told = sorted(places.values(), key=lambda one: (order[one[0].claim.id], one[0].at))
        printed = [quote for quote, _ in told]
        error = any(_cannot_both_be(pair) for pair in pairs)
        speaker = speaker_name(group, printed[0].claim)
        occasion = printed[0].claim.occasion or ""
        return self.finding(
            group,
            f"outlets print what {speaker} said at {occasion} in different words{_told(pairs)}",
            newest_first(place for _, place in told),
            help="hold both against a recording; correct the wrong one, mark omissions with […]",
            severity=Severity.ERROR if error else None,
            about=f"{group.key}|{' '.join(sorted(_name(quote) for quote in printed))}",
        )


def _are_two(group: Group, pair: Pair) -> bool:
    """Whether an editor has judged that two wordings are two utterances."""
    return all(
        told_apart(group, one.claim, other.claim)
        for one in pair.later.quotes
        for other in pair.earlier.quotes
    )


def _is_translated(group: Group, claim: Claim, language: str) -> bool:
    """Whether the quotes are in a language that was not spoken on the occasion."""
    occasion = group.find(Occasion, claim.occasion)
    spoken = occasion.language if occasion is not None else None
    return spoken is not None and language != "" and primary(spoken) != language


def _cannot_both_be(pair: Pair) -> bool:
    """Whether two wordings exclude each other.

    What is cut behind a negation may be told beside the quote, unless both are whole sentences.
    """
    quotes = (*pair.later.quotes, *pair.earlier.quotes)
    whole = all(quote.claim.form is Form.DIRECT for quote in quotes)
    return pair.differs.turns or (pair.differs.cut and whole)


def _told(pairs: Iterable[Pair]) -> str:
    """What differs beyond the wording: `: a negation and a number`."""
    aspects = [aspect for pair in pairs for aspect in meanings(pair.differs)]
    return f": {listed(aspects)}" if aspects else ""


def meanings(differs: Divergence) -> list[str]:
    """The aspects of a difference in words."""
    told = [aspect.value for aspect in differs.aspects]
    return ["a negation", *(one for one in told if one != "a negation")] if differs.cut else told


def _places(group: Group, pairs: Sequence[Pair]) -> Iterator[tuple[Printed, Location]]:
    """Where each wording stands; a later one shows its difference from an earlier."""
    for earlier in {id(pair.earlier): pair.earlier for pair in pairs}.values():
        yield from _stands(group, earlier.quotes)
    for pair in pairs:
        difference = ""
        if pair.differs.degree >= Degree.WORDING:
            difference = shown(pair.differs.stretches)
        yield from _stands(group, pair.later.quotes, difference)


def _stands(
    group: Group, quotes: Iterable[Printed], difference: str = ""
) -> Iterator[tuple[Printed, Location]]:
    for quote in quotes:
        says = difference or f"«{cut(quote.exact)}»"
        message = f"{outlet_name(group, quote.claim)}: {says}"
        yield quote, quote.claim.where("quotes", quote.at, "exact", message=message)


def _name(quote: Printed) -> str:
    return f"{quote.claim.id}/{quote.at}"
