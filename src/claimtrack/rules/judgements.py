"""Editors' judgements that records are `same` or `different`: which hold, and who is one."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.model import KINDS, Change, Claim, Decision, Record, SameActors, changes_since
from claimtrack.rule import Group
from claimtrack.rules.claims import speaker

_CLASSES = {cls.KIND: cls for cls in KINDS.values()}


def one_actor(group: Group, name: str) -> str:
    """The identifier that stands for an actor and all that were judged the same."""
    same = group.find(SameActors, "")
    return name if same is None else same.one(name)


def one_speaker(group: Group, claim: Claim) -> str:
    """Who speaks, as `speaker` gives it: one word for all actors that were judged the same."""
    return one_actor(group, speaker(claim))


def seen_in(group: Group) -> Callable[[str], list[Record]]:
    """A look-up by kind and identifier (`claim:a-toll`), as `changes` takes it."""

    def find(ref: str) -> list[Record]:
        kind, _, name = ref.partition(":")
        found = group.find(_CLASSES[kind], name) if kind in _CLASSES else None
        return [] if found is None else [found]

    return find


def changed(group: Group, decision: Decision) -> tuple[Change, ...]:
    """Which of the records that a judgement saw are not as they were."""
    return changes_since(decision.seen, seen_in(group))


def holds(group: Group, decision: Decision) -> bool:
    """Whether a judgement has not expired, and all that it saw is as it was."""
    expired = decision.expires is not None and decision.expires.before(group.as_of)
    return not expired and not changed(group, decision)
