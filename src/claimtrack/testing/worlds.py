"""The part of a consistent ledger that articles report on: who there is, and what is so.

For each proposition there is one value and one veracity, and each speaker has one stance towards
it, for good: whatever articles are written about such a world, they do not contradict each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from claimtrack.model import Actor, Localized, Proposition, Role, ValueSpec, Verdict
from claimtrack.model.words import (
    ActorKind,
    Certainty,
    PropositionKind,
    Stance,
    ValueType,
    Veracity,
)
from claimtrack.testing import vocabulary
from claimtrack.testing.scalars import FIRST_DAY, days, pairs, texts, written
from claimtrack.text.dates import parse_date

_DECLINING = (Stance.DECLINES_TO_COMMENT, Stance.NO_RESPONSE)
_OPPOSITE = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}
_HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)
_FLAT = (Certainty.CERTAIN, Certainty.UNSTATED)
_OF_FACT = (PropositionKind.EVENT, PropositionKind.NUMERICAL)
_VERDICTS_FROM = date(2031, 5, 1)
"""Later than any article of a generated ledger: what nobody has said cannot be judged."""
_PARTIES = (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.GROUP)


@frozen(kw_only=True)
class World:
    """Actors and propositions, each speaker's stance and each proposition's value."""

    outlets: tuple[Actor, ...]
    speakers: tuple[Actor, ...]
    unnamed: tuple[Actor, ...]
    propositions: tuple[Proposition, ...]
    stances: Mapping[tuple[str, str], Stance]
    """By identifiers of speaker and proposition."""
    values: Mapping[str, st.SearchStrategy[str]]
    """Ways to print its value, by identifier of a proposition that has one."""
    certainties: tuple[Certainty, ...]
    """How sure everybody is, for good: of words that are hedged here, no hedge is dropped."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody."""
        return (*self.outlets, *self.speakers, *self.unnamed)

    def question(self, proposition: Proposition) -> str:
        """One identifier for all records of the same proposition."""
        same = (one.id for one in self.propositions if proposition.id in one.same_as)
        return next(same, proposition.id)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Worlds of one to three outlets, one to four speakers and one to five propositions."""
    outlets = tuple(draw(_outlets(place)) for place in range(draw(st.integers(1, 3))))
    speakers = tuple(draw(_speakers(place)) for place in range(draw(st.integers(1, 4))))
    unnamed = (draw(_unnamed()),) if draw(st.booleans()) else ()
    found = [draw(_propositions(place)) for place in range(draw(st.integers(1, 5)))]
    values = {one.id: _printings(draw, one) for one in found if one.value is not None}
    related = _related(draw, found, values)
    judged = tuple(_judged(draw, one, speakers[0].id) for one in related)
    stances = _stances(draw, [one.id for one in speakers], judged)
    return World(
        outlets=outlets,
        speakers=speakers,
        unnamed=unnamed,
        propositions=judged,
        stances=stances,
        values=values,
        certainties=draw(st.sampled_from([_HEDGED, _FLAT])),
    )


@st.composite
def _outlets(draw: st.DrawFn, place: int) -> Actor:
    return Actor(
        id=f"outlet-{place}",
        kind=ActorKind.OUTLET,
        name=draw(pairs(vocabulary.OUTLETS)),
        wire=draw(st.booleans()),
        domains=draw(st.sampled_from([(), ("northern-wire.example",)])),
    )


@st.composite
def _speakers(draw: st.DrawFn, place: int) -> Actor:
    kind = draw(st.sampled_from(_PARTIES))
    roles: tuple[Role, ...] = ()
    if kind is ActorKind.PERSON and draw(st.booleans()):
        # Held before the first day of any ledger and after the last: no use of it is out of time.
        roles = (Role(title=Localized.of("Minister of Water"), start=parse_date("2029-03-11")),)
    return Actor(
        id=f"speaker-{place}",
        kind=kind,
        name=draw(pairs(vocabulary.PEOPLE if kind is ActorKind.PERSON else vocabulary.BODIES)),
        aliases=draw(st.sampled_from([(), ("أودويا",), ("Oduya", "no")])),
        roles=roles,
        note=draw(st.none() | texts()),
    )


def _unnamed() -> st.SearchStrategy[Actor]:
    return pairs((("an official", "مسؤول"),)).map(
        lambda name: Actor(
            id="unnamed-0",
            kind=ActorKind.UNNAMED,
            name=name,
            described_as="an official of the authority",
        )
    )


@st.composite
def _propositions(draw: st.DrawFn, place: int) -> Proposition:
    spec = draw(st.none() | st.sampled_from(ValueType).flatmap(_specs))
    numerical = spec is not None and spec.type is ValueType.QUANTITY
    return Proposition(
        id=f"proposition-{place}",
        text=draw(pairs(vocabulary.SENTENCES)),
        kind=PropositionKind.NUMERICAL if numerical else draw(st.sampled_from(PropositionKind)),
        topics=draw(st.sampled_from([(), ("dam",), ("dam", "money")])),
        value=spec,
    )


def _specs(kind: ValueType) -> st.SearchStrategy[ValueSpec]:
    if kind is ValueType.QUANTITY:
        return st.builds(
            lambda unit, cumulative: ValueSpec(type=kind, unit=unit, cumulative=cumulative),
            st.sampled_from(vocabulary.UNITS),
            st.booleans(),
        )
    choices = ("open", "closed", "مغلق") if kind is ValueType.CHOICE else ()
    return st.just(ValueSpec(type=kind, choices=choices))


def _printings(draw: st.DrawFn, proposition: Proposition) -> st.SearchStrategy[str]:
    """Ways to print the one value that a proposition has."""
    spec = proposition.value
    kind = ValueType.TEXT if spec is None else spec.type
    if spec is not None and kind is ValueType.QUANTITY:
        return written(draw(st.integers(2, 9000)), spec.unit or "")
    if kind is ValueType.DATE:
        day = draw(days(FIRST_DAY, date(2031, 3, 31))).text
        return st.sampled_from([day, day[:7], f"{day}?"])
    return st.just("open" if kind is ValueType.CHOICE else draw(st.sampled_from(["two", "اثنان"])))


def _related(
    draw: st.DrawFn, found: list[Proposition], values: dict[str, st.SearchStrategy[str]]
) -> list[Proposition]:
    """The propositions with at most one relation for each two neighbours."""
    related = list(found)
    for place in range(0, len(found) - 1, 2):
        name = draw(st.sampled_from(["", "contradicts", "implies", "same_as"]))
        one, other = found[place], found[place + 1]
        if name == "same_as":
            # Two records of one question are read alike and have one value.
            related[place + 1] = evolve(other, value=one.value, kind=one.kind, topics=one.topics)
            values.pop(other.id, None)
            if one.id in values:
                values[other.id] = values[one.id]
        relation: dict[str, Any] = {name: (other.id,)} if name else {}
        related[place] = evolve(one, **relation)
    return related


def _judged(draw: st.DrawFn, proposition: Proposition, reviewer: str) -> Proposition:
    """Most propositions stay without a verdict; that of two records of one is the same."""
    if not draw(st.booleans()) or proposition.same_as:
        return proposition
    verdict = Verdict(
        veracity=draw(st.sampled_from([Veracity.NOT_ENOUGH_EVIDENCE, Veracity.NOT_CHECKABLE])),
        reviewer=reviewer,
        date=draw(days(_VERDICTS_FROM)),
        evidence=draw(st.sampled_from([(), ("https://plumb-line.example/letter",)])),
    )
    return evolve(proposition, verdicts=(verdict,))


def _stances(
    draw: st.DrawFn, speakers: list[str], propositions: tuple[Proposition, ...]
) -> dict[tuple[str, str], Stance]:
    stances: dict[tuple[str, str], Stance] = {}
    for speaker in (*speakers, "article"):
        for one in propositions:
            known = stances.get((speaker, one.id))
            own = (Stance.AFFIRMS, Stance.DENIES) if speaker == "article" else Stance
            stance = known or draw(st.sampled_from(own))
            stances[speaker, one.id] = stance
            for other in (*one.same_as, *one.implies):
                stances[speaker, other] = stance
            for other in one.contradicts:
                stances[speaker, other] = _OPPOSITE.get(stance, stance)
    return stances


def takes_part(actor: Actor, proposition: Proposition, stance: Stance) -> bool:
    """Whether an actor may be quoted on a proposition: the unnamed state facts and no more."""
    if actor.kind is not ActorKind.UNNAMED:
        return True
    return proposition.kind in _OF_FACT and stance not in _DECLINING
