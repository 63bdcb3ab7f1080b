"""Derives which claims an editor has judged to be two, for rules that would take them for one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Skip, fingerprint
from claimtrack.model import Claim, Decision, Distinct, Record
from claimtrack.rule import Deriver, Group, Key
from claimtrack.rules import keys
from claimtrack.rules.judgements import holds
from claimtrack.rules.remembered import remembered


class Distinctions(Deriver[Decision]):
    """For each claim that decisions name as `different`, those decisions that hold."""

    name = code = "distinctions"
    reads: ClassVar[tuple[type[Record], ...]] = (Decision,)

    @staticmethod
    def keys(record: Decision) -> Iterable[Key | Skip]:
        """What it names: claims, or actors of which nobody asks."""
        return (keys.named(Claim.KIND, name) for name in record.different)

    def derive(self, group: Group) -> Iterable[Record]:
        """The judgements on one claim."""
        made = dict.fromkeys(_word(one) for one in group.of(Decision) if holds(group, one))
        if made:
            yield Distinct(claim=group.key.parts[0], judgements=tuple(made))


@remembered  # a decision on many claims is asked for by each
def _word(record: Decision) -> str:
    return fingerprint(*sorted(record.different))


def judgements_on(group: Group, claim: Claim) -> tuple[str, ...]:
    """A word for each judgement that a claim is not one with some others."""
    found = group.find(Distinct, claim.id)
    return () if found is None else found.judgements


def told_apart(group: Group, one: Claim, other: Claim) -> bool:
    """Whether an editor has judged that two claims are not one."""
    shared = set(judgements_on(group, one)).intersection(judgements_on(group, other))
    return one.id != other.id and bool(shared)
