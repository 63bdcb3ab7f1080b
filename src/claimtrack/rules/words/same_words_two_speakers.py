"""CT207: one quote, two speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.findings import Finding, Severity
from claimtrack.model import Actor, Claim, Occasion
from claimtrack.model.words import ActorKind, OccasionKind
from claimtrack.rule import Group, newest_first
from claimtrack.rules.claims import listed, standing
from claimtrack.rules.judgements import one_actor
from claimtrack.rules.words.by_quote import ByQuote
from claimtrack.rules.words.repeated import count, place


class SameWordsTwoSpeakers(ByQuote):
    """The same six words or more are quoted from two speakers.

    One of the two attributions is most likely wrong: a name went astray between the notebook and
    the page. Two speakers count as one where either speaks for the other (`speaks_for`), both speak
    for one body, one holds a role in the other, the chain of a claim names the other speaker, a
    decision says that they are the `same`, or both made one statement: an occasion of that kind in
    which both took part.
    The article's own voice is no speaker, and a formula with which somebody declines to comment is
    no quote. Where one of two is not named, both may be the same person: that is a warning.

    What to do: find out whose words they are and record the other claim as misattributed, or put
    the hop through which it has them into its chain. Where both did say it, settle the finding.
    """

    code = "CT207"
    name = "same-words-two-speakers"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each quote of several parties."""
        (text,) = group.key.parts
        claims = standing(group)
        speakers = dict.fromkeys(claim.speaker for claim in claims)
        parties = _parties(group, claims)
        if len({parties[name] for name in speakers}) < 2:  # noqa: PLR2004 - two speakers
            return
        named = {parties[name] for name in speakers if not _is_unnamed(group, name)}
        yield self.finding(
            group,
            f"the same {count(text)} words are quoted from "
            f"{listed([group.name(speaker) for speaker in speakers])}",
            newest_first(place(group, claim, text, group.name(claim.speaker)) for claim in claims),
            help="find out whose words they are, or name the other speaker in the chain",
            severity=None if len(named) > 1 else Severity.WARNING,
        )


def _is_unnamed(group: Group, speaker: str) -> bool:
    actor = group.find(Actor, speaker)
    return actor is not None and actor.kind is ActorKind.UNNAMED


def _parties(group: Group, claims: Sequence[Claim]) -> Mapping[str, str]:
    """For each speaker the one who stands for all that are bound to each other."""
    bound: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for other in (*_bound_to(group, claim), one_actor(group, claim.speaker)):
            bound[claim.speaker].add(other)
            bound[other].add(claim.speaker)
    parties: dict[str, str] = {}
    for claim in claims:
        waiting = [claim.speaker]
        while waiting:
            name = waiting.pop()
            if name not in parties:
                parties[name] = claim.speaker
                waiting += bound[name]
    return parties


def _bound_to(group: Group, claim: Claim) -> set[str]:
    """Those for whom a speaker's words count, and from whom this claim has them."""
    others = {hop.actor for hop in claim.hops if hop.actor is not None}
    event = group.find(Occasion, claim.occasion)
    if event is not None and event.kind is OccasionKind.STATEMENT and claim.speaker in event.actors:
        # No speaker has this name: it binds all who share the occasion.
        others.add(f"{Occasion.KIND}:{event.id}")
    actor = group.find(Actor, claim.speaker)
    if actor is not None:
        others |= {*actor.speaks_for, *(role.of for role in actor.roles if role.of is not None)}
    return others
