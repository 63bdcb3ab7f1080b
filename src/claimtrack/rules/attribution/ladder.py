"""The ladder of one proposition: on which rung each claim stands, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.findings import Location
from claimtrack.model import Claim, Proposition
from claimtrack.model.ladder import Rung, Step, rung_of
from claimtrack.model.words import Certainty, Veracity, VerdictLifecycle
from claimtrack.rule import Group
from claimtrack.rules.claims import earliest, outlet_name, standing, words_of
from claimtrack.rules.stances import POSITIONS
from claimtrack.text.dates import Date


class Told(NamedTuple):
    """A claim that takes a position, its rung, and when its article was published."""

    claim: Claim
    rung: Rung
    published: Date

    def place(self, group: Group) -> Location:
        """Where the claim says how it is told, with the rung, the outlet, the day and the words."""
        told = self.claim.attribution
        if self.claim.is_own_voice:
            path: tuple[str, ...] = ("speaker",)
        elif self.rung.step is Step.GUESSED and self.claim.certainty is not Certainty.UNSTATED:
            path = ("certainty",)
        elif told is not None and told.cue is not None:
            path = ("attribution", "cue")
        else:
            path = ("attribution",)
        says = f"{self.how}; {outlet_name(group, self.claim)}, {self.published.day()}"
        return self.claim.where(*path, message=says + words_of(self.claim))

    @property
    def how(self) -> str:
        """The rung in words: `'said', neutral, named, possible`; what is not known is left out."""
        cue = self.claim.attribution.cue if self.claim.attribution is not None else None
        parts = [
            "own voice" if self.claim.is_own_voice else "",
            "" if cue is None else repr(cue),
            self.rung.force or "",
            (self.rung.sourcing or "").replace("_", " "),
            "" if self.claim.certainty is Certainty.UNSTATED else self.claim.certainty,
        ]
        return ", ".join(part for part in parts if part)


def told(group: Group) -> list[Told]:
    """The standing claims of a group that take a position, oldest first, without undated ones."""
    found = []
    for claim in standing(group):
        article = group.article(claim)
        if article is not None and claim.stance in POSITIONS:
            rung = rung_of(claim, article.language, group.config.cues)
            found.append(Told(claim, rung, article.published))
    return found


def grounds(claim: Claim) -> Iterator[str]:
    """The claims and articles from which a claim says that it was taken."""
    yield from claim.based_on
    for hop in claim.hops:
        if hop.article is not None and hop.article != claim.article:
            yield hop.article


def supported_from(group: Group) -> list[Date]:
    """When active verdicts first supported the proposition."""
    return earliest(
        verdict.date
        for proposition in group.of(Proposition)
        for verdict in proposition.verdicts
        if verdict.lifecycle is VerdictLifecycle.ACTIVE and verdict.veracity is Veracity.SUPPORTED
    )


def has_support(supported: Iterable[Date], published: Date) -> bool:
    """Whether one of the verdicts may have been known when an article was published."""
    return any(not published.before(date) for date in supported)
