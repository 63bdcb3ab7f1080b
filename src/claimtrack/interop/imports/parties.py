"""The actors of a feed: who published, who is said to have claimed."""

from __future__ import annotations

import re

from claimtrack.interop.importing import UNDETERMINED, Matter
from claimtrack.interop.imports.crosswalk import Crosswalk
from claimtrack.interop.imports.drafts import Draft, name_key
from claimtrack.interop.imports.identifiers import host, of_name
from claimtrack.interop.imports.reviews import Party
from claimtrack.model import Actor, Localized
from claimtrack.model.words import ActorKind

NOBODY = "not-named"
"""The actor who stands for a claimant of whom a feed says nothing."""
NO_KIND = "kind-not-given"
"""A tag of actors of whom the feed does not say whether they are persons."""
_ARABIC, _LATIN = re.compile("[\u0620-\u064a]"), re.compile("[A-Za-z]")
_KINDS = {"Person": ActorKind.PERSON, "Organization": ActorKind.ORGANISATION}


def outlet(draft: Draft, party: Party, address: str) -> str:
    """The outlet that published an article, found by domain or name, else made."""
    domain = host(party.url) or host(party.name) or ("" if party.name else host(address))
    found = draft.known.get(f"domain:{domain}") if domain else None
    if found is None and party.name:
        found = draft.known.get(name_key(party.name, is_outlet=True))
    if found is not None:
        return found
    name = party.name or domain or party.url
    made = Actor(
        id=domain or of_name(name),
        kind=ActorKind.OUTLET,
        name=_named(name),
        domains=(domain,) if domain else (),
    )
    return draft.add_actor(made)


def claimant(draft: Draft, party: Party | None, crosswalk: Crosswalk) -> str:
    """The speaker of a claim, found by name, else made; nobody in particular is unnamed."""
    if party is None:
        draft.remark(Matter.NO_CLAIMANT)
        if draft.known.get(f"actor:{NOBODY}") is None:
            draft.add(_nobody())
        return NOBODY
    name = called(party)
    at_large = crosswalk.is_platform(name)
    if at_large:
        draft.remark(Matter.PLATFORM, name)
    found = draft.known.get(name_key(name, is_outlet=False))
    if found is None and host(name):
        found = draft.known.get(f"domain:{host(name)}")
    if found is not None:
        return found
    return draft.add_actor(_speaker(draft, party, name, at_large=at_large))


def called(party: Party) -> str:
    """How a claimant is called; one that is a web address, by its domain alone."""
    return host(party.name) or party.name or host(party.url) or party.url


def _speaker(draft: Draft, party: Party, name: str, *, at_large: bool) -> Actor:
    shown = _named(name)
    if at_large:
        id_ = host(name) or of_name(name)
        return Actor(id=id_, kind=ActorKind.UNNAMED, name=shown, described_as=name)
    if domain := host(name):
        return Actor(id=domain, kind=ActorKind.OUTLET, name=shown, domains=(domain,))
    if not party.kind:
        draft.remark(Matter.KIND, name)
    return Actor(
        id=of_name(name),
        kind=_KINDS.get(party.kind, ActorKind.PERSON),
        name=shown,
        wikidata=party.wikidata or None,
        tags=() if party.kind else (NO_KIND,),
    )


def _named(name: str) -> Localized:
    """A name in the language that its script suggests: those of Arabic and Latin names."""
    language = "ar" if _ARABIC.search(name) else "en" if _LATIN.search(name) else UNDETERMINED
    return Localized.of(name, language)


def _nobody() -> Actor:
    return Actor(
        id=NOBODY,
        kind=ActorKind.UNNAMED,
        name=Localized.of({"en": "Not named", "ar": "لم يُذكر اسمه"}),
        described_as="of whom the feed says nothing",
    )
