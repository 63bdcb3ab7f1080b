"""Actors as a report shows them: who speaks, under which names and titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimtrack.model import OWN_VOICE, Actor, Role
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import ClaimPairs, Mentions, maybe_date
from claimtrack.reports.names import Anchors, Names
from claimtrack.reports.runs import Run, best_run, code_run, other_runs, run_of
from claimtrack.reports.view import ActorView, ClaimView, RoleView

_Claims = Mapping[str, Sequence[ClaimView]]


def actor_views(names: Names, mentions: Mentions, claims: ClaimPairs) -> tuple[ActorView, ...]:
    """Those who speak, by name, then the others; also those whom the ledger does not know."""
    return tuple(sorted(_Actors(names, mentions, claims).views(), key=_by_name))


def _by_name(actor: ActorView) -> tuple[bool, str, str]:
    return (not actor.speaks, actor.name.text.casefold(), actor.anchor)


class _Actors:
    def __init__(self, names: Names, mentions: Mentions, claims: ClaimPairs) -> None:
        self.names = names
        self.mentions = mentions
        self.anchors = Anchors()
        self.spoken: defaultdict[str, list[ClaimView]] = defaultdict(list)
        self.own: defaultdict[str, list[ClaimView]] = defaultdict(list)
        for claim, view in claims:
            if claim.speaker != OWN_VOICE:
                self.spoken[claim.speaker].append(view)
            elif (article := names.ledger.articles.get(claim.article)) is not None:
                self.own[article.outlet].append(view)

    def views(self) -> Iterator[ActorView]:
        for record in self.names.ledger.records:
            if isinstance(record, Actor):
                yield self._known(record)
        outlets = (article.outlet for article in self.names.ledger.articles.values())
        for name in dict.fromkeys([*self.spoken, *outlets]):
            if name not in self.names.ledger.actors:
                yield self._missing(name)

    def _known(self, actor: Actor) -> ActorView:
        language = self.names.language
        aliases = tuple(map(run_of, actor.aliases))
        anchor = self.anchors.take("actor", actor.id)
        first = self.names.ledger.actors[actor.id] is actor
        return ActorView(
            anchor=anchor,
            id=code_run(actor.id).short,
            name=best_run(actor.name, language),
            other_names=(*other_runs(actor.name, language), *aliases),
            kind=badge(actor.kind),
            described_as=self.names.text(actor.described_as),
            roles=tuple(map(self._role, actor.roles)),
            claims=tuple(self.spoken[actor.id]) if first else (),
            own_voice=tuple(self.own[actor.id]) if first else (),
            findings=self.mentions.get(actor.ref, ()),
        )

    def _missing(self, name: str) -> ActorView:
        shown: Run = code_run(name)
        return ActorView(
            anchor=self.anchors.take("actor", name),
            id=shown.short,
            name=shown,
            other_names=(),
            kind=None,
            described_as=None,
            roles=(),
            claims=tuple(self.spoken[name]),
            own_voice=tuple(self.own[name]),
            findings=self.mentions.get(f"actor:{name}", ()),
            missing=True,
        )

    def _role(self, role: Role) -> RoleView:
        return RoleView(
            title=best_run(role.title, self.names.language),
            of=self.names.ref("actor", role.of) if role.of else None,
            start=maybe_date(role.start),
            end=maybe_date(role.end),
        )
