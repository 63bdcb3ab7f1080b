"""CT702: the same words of one occasion, rendered differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Claim, Quote, Record
from claimtrack.model.languages import language_name
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules.claims import listed, outlet_name, standing
from claimtrack.rules.keys import NOT_LIVE
from claimtrack.rules.remembered import remembered
from claimtrack.rules.words.printed import known_names, primary
from claimtrack.rules.words.quote_divergence import NO_OCCASION, meanings
from claimtrack.text.divergence import Degree, Divergence, divergence_of_whole
from claimtrack.text.excerpt import cut
from claimtrack.text.fold import respell
from claimtrack.text.turns import Aspect
from claimtrack.text.worddiff import shown


class TranslationDivergence(Rule[Claim]):
    """Two claims quote the same words of one occasion and render them differently.

    Readers of the two are told different things. The renderings in one language are held against
    the oldest: another spelling is no difference, other words are a warning, and a negation or a
    number that is not the same is an error. Renderings of one claim are alternatives that its
    recorder wants.

    What to do: settle on one rendering, or correct the one that the original does not bear out.
    """

    code = "CT702"
    name = "translation-divergence"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def keys(self, record: Claim) -> Iterable[Key | Skip]:
        """The occasion and the words of each quote that is rendered."""
        for quote in record.quotes:
            if not quote.translations:
                continue
            if not record.is_live:
                yield NOT_LIVE
            elif record.occasion is None:
                yield NO_OCCASION
            else:
                yield Key("occasion and words", (record.occasion, respell(quote.exact)))

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each language in which the renderings differ."""
        claims = standing(group)
        _, words = group.key.parts
        several = {
            language: some
            for language, some in _renderings(claims, words).items()
            if any(other.text != some[0].text for other in some)
        }
        if not several:
            return  # nearly always: one rendering, or all of them in the same words
        names = known_names(group, claims)
        for language, some in several.items():
            first = some[0]
            differing = [
                (other, differs)
                for other in some[1:]
                if other.claim is not first.claim
                and other.text != first.text
                and (differs := divergence_of_whole(first.text, other.text, names)).degree
                >= Degree.WORDING
            ]
            if differing:
                yield self._divergence(group, language, first, differing)

    def _divergence(
        self,
        group: Group,
        language: str,
        first: Rendering,
        differing: Sequence[tuple[Rendering, Divergence]],
    ) -> Finding:
        aspects = [aspect for _, differs in differing for aspect in differs.aspects]
        told = [one for _, differs in differing for one in meanings(differs)]
        return self.finding(
            group,
            f"the same words are rendered in {language_name(language)} in different ways"
            + (f": {listed(told)}" if told else ""),
            newest_first(
                [
                    first.place(group, f"«{cut(first.text)}»"),
                    *(one.place(group, shown(differs.stretches)) for one, differs in differing),
                ]
            ),
            help=f"the original is «{cut(first.quote.exact)}»; settle on one rendering",
            severity=Severity.ERROR if _WRONG.intersection(aspects) else None,
            about=f"{group.key}|{language}",
        )


_WRONG = frozenset({Aspect.NEGATION, Aspect.NUMBER})
"""What every rendering must bear out; names are transliterated and translated in many ways."""


class Rendering(NamedTuple):
    """A translation of a claim's quote, by its place."""

    claim: Claim
    at: int
    number: int

    @property
    def quote(self) -> Quote:
        """The quote that is rendered."""
        return self.claim.quotes[self.at]

    @property
    def text(self) -> str:
        """Its words."""
        return self.quote.translations[self.number].text

    def place(self, group: Group, says: str) -> Location:
        """Where it stands, with what is said of it."""
        path = ("quotes", self.at, "translations", self.number, "text")
        return self.claim.where(*path, message=f"{outlet_name(group, self.claim)}: {says}")


def _renderings(claims: Iterable[Claim], words: str) -> dict[str, list[Rendering]]:
    """The renderings of some words, by primary language, oldest first."""
    found: defaultdict[str, list[Rendering]] = defaultdict(list)
    for claim in claims:
        for at in _positions(claim).get(words, ()):
            for number, translation in enumerate(claim.quotes[at].translations):
                found[primary(translation.language)].append(Rendering(claim, at, number))
    return found


@remembered
def _positions(claim: Claim) -> Mapping[str, Sequence[int]]:
    """The quotes of a claim with the same words."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, quote in enumerate(claim.quotes):
        if quote.translations:
            found[respell(quote.exact)].append(at)
    return found
