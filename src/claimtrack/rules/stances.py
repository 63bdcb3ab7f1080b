"""Where speakers stand: what one speaker is reported to have said of one question, and when.

Four rules look at one speaker who is reported on both sides, and share the cases among them so that
one fact gives one finding:

- at one occasion, in two outlets or more: CT602, somebody misreports (or turned around at once);
- at one occasion in one outlet, or at times that overlap: CT304, the speaker contradicts itself;
- on different days: CT601, the stance has changed;
- silence on one side and a position on the other: CT305, whatever the occasion.

What CT602 speaks of is left out of the other three: where the speaker stood is not known.

Affirming one value and denying another is no contradiction: stances are compared on one question,
which is the proposition and, where claims carry them, the value and its `as_of`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rule import Group
from claimtrack.rules.agreement.values import Meaning, meaning_of
from claimtrack.rules.claims import days, standing
from claimtrack.rules.judgements import one_speaker
from claimtrack.text.intervals import Crowd, Span, Timeline, chains

POSITIONS = frozenset({Stance.AFFIRMS, Stance.DENIES})
"""Stances that a speaker can hold against another: yes and no."""
SILENCES = frozenset(
    {Stance.DECLINES_TO_COMMENT, Stance.NO_RESPONSE, Stance.NEITHER_CONFIRMS_NOR_DENIES}
)
"""Stances of a speaker who gave no answer."""


class Said(NamedTuple):
    """A claim, the days on which its words may have been uttered, and its place in the group."""

    claim: Claim
    span: Span
    place: int


class Utterance(NamedTuple):
    """What one speaker is reported to have said of one question on one occasion, oldest first.

    A claim without an occasion is an utterance of its own. All that is said of one occasion has one
    time: from the earliest day to the latest that is given for it.
    """

    said: tuple[Said, ...]
    span: Span

    @property
    def stances(self) -> set[Stance]:
        """The stances that are reported."""
        return {said.claim.stance for said in self.said}


class Question(NamedTuple):
    """What a speaker takes a stance on; claims without a value share the first."""

    speaker: str
    proposition: str
    value: Hashable = None


def dated(group: Group, stances: Iterable[Stance]) -> list[Said]:
    """The standing claims that take one of some stances, oldest first.

    Claims of which nothing says when they were made are left out: their article is missing, which
    is another rule's finding.
    """
    wanted = frozenset(stances)
    found = []
    for place, claim in enumerate(standing(group)):
        when = group.said(claim) if claim.stance in wanted else None
        if when is not None:
            found.append(Said(claim, days(when), place))
    return found


def questions(group: Group, names: dict[str, str]) -> dict[Question, list[Utterance]]:
    """All positions of all speakers, by question; `names` gives propositions their one name."""
    found: defaultdict[Question, defaultdict[Hashable, list[Said]]]
    found = defaultdict(lambda: defaultdict(list))
    for said in dated(group, POSITIONS):
        claim = said.claim
        own = (claim.id, said.place)
        name = claim.proposition or ""
        question = Question(
            one_speaker(group, claim), names.get(name, name), value_of(group, claim)
        )
        found[question][claim.occasion or own].append(said)
    return {
        question: [_utterance(said) for said in occasions.values()]
        for question, occasions in found.items()
    }


def value_of(group: Group, claim: Claim) -> Hashable:
    """What the value of a claim says, in a form that is equal for equal values."""
    if claim.value is None:
        return None
    meaning = meaning_of(group, claim)
    what = (meaning.scale, meaning.exact) if isinstance(meaning, Meaning) else claim.value
    return what, None if claim.as_of is None else days(claim.as_of)


def _utterance(said: Sequence[Said]) -> Utterance:
    span = Span(min(one.span.start for one in said), max(one.span.end for one in said))
    return Utterance(tuple(one._replace(span=span) for one in said), span)


def is_misreported(group: Group, utterance: Utterance) -> bool:
    """Whether several outlets report one occasion, and not all of them one position."""
    return (
        len(utterance.stances) > 1
        and len({group.outlet(said.claim) for said in utterance.said}) > 1
    )


def settled(group: Group, utterances: Iterable[Utterance]) -> dict[Stance, list[Said]]:
    """What is said, by stance, without what outlets report differently of one occasion."""
    sides: dict[Stance, list[Said]] = {stance: [] for stance in POSITIONS}
    for utterance in utterances:
        if not is_misreported(group, utterance):
            for said in utterance.said:
                sides[said.claim.stance].append(said)
    return sides


class Side:
    """What is said on one side, of which one may ask for what may meet a few on the other."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said

    @cached_property
    def _timeline(self) -> Timeline[Said]:
        return Timeline(self.said, _span)

    def near(self, others: Sequence[Said]) -> Sequence[Said]:
        """At least those of this side that meet one of the others, at the cost of the others."""
        if len(self.said) <= len(others):
            return self.said
        found: dict[int, Said] = {}
        for together in chains(others, _span):
            whole = Span(together[0].span.start, max(said.span.end for said in together))
            found.update((said.place, said) for said in self._timeline.meeting(whole))
        return list(found.values())


def _span(said: Said) -> Span:
    return said.span


def clusters(
    one: Sequence[Said],
    other: Sequence[Said],
    *,
    within: int = 0,
    apart: Callable[[Claim], str] | None = None,
) -> Iterator[list[Said]]:
    """Those of either side whose time meets that of one on the other side, in chains of time.

    `within` is by how many minutes two times may miss each other. With `apart`, only two claims for
    which it differs count. The claims of a chain stand oldest first. Takes n log n.
    """
    wider = [said._replace(span=said.span.widened(within)) for said in one]
    found = chain(_meeting(wider, other, apart), _meeting(other, wider, apart))
    for together in chains(found, _span):
        yield sorted(together, key=lambda said: said.place)


def _meeting(
    asked: Sequence[Said], against: Sequence[Said], apart: Callable[[Claim], str] | None
) -> Iterator[Said]:
    everyone = Crowd(said.span for said in against)
    kin: dict[str, Crowd] = {}
    if apart is not None:
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for said in against:
            spans[apart(said.claim)].append(said.span)
        kin = {name: Crowd(some) for name, some in spans.items()}
    for said in asked:
        near = kin.get(apart(said.claim)) if apart is not None else None
        if everyone.meeting(said.span) > (near.meeting(said.span) if near is not None else 0):
            yield said
