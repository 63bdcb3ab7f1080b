"""Actors as a report shows them: who speaks, under which names and titles, and what they said."""

from __future__ import annotations

from typing import Any

from claimtrack.model import Actor, Claim, Role
from claimtrack.reports.badges import badge
from claimtrack.reports.claim_views import Mentions, maybe_date
from claimtrack.reports.lanes import lanes
from claimtrack.reports.matrix import answers
from claimtrack.reports.names import Anchors
from claimtrack.reports.runs import Run, best_run, code_run, other_runs, run_of
from claimtrack.reports.sources import Sources
from claimtrack.reports.view import ActorView, RoleView

Shown = tuple[str, str, Actor | None]
"""Identifier, anchor, and the record where there is one."""


class Actors:
    """The actors that a report shows, and the view of each.

    Those who speak stand first, by name; also those whom the ledger does not know.
    """

    def __init__(self, sources: Sources, mentions: Mentions) -> None:
        self.sources = sources
        self.names = sources.names
        self.mentions = mentions
        claims, ledger, scope = sources.claims, self.names.ledger, self.names.scope
        anchors = Anchors()
        found: list[Shown] = [
            (record.id, anchors.take("actor", record.id), record)
            for record in ledger.records
            if isinstance(record, Actor) and scope.holds("actor", record.id)
        ]
        outlets = (a.outlet for a in ledger.articles.values() if scope.holds("actor", a.outlet))
        unknown = dict.fromkeys(
            name for name in (*claims.by, *outlets) if name not in ledger.actors
        )
        found += ((name, anchors.take("actor", name), None) for name in unknown)
        self.shown = sorted(found, key=self._by_name)

    def said(self, shown: Shown) -> tuple[list[Claim], list[Claim]]:
        """What one of those shown is said to have said, and what it prints in its own voice."""
        name, _, record = shown
        if record is not None and self.names.ledger.actors[name] is not record:
            return [], []
        return self.sources.claims.by.get(name, []), self.sources.claims.own.get(name, [])

    def view(self, shown: Shown) -> ActorView:
        """One of those shown, as its page has it."""
        name, anchor, record = shown
        claims = self.sources.claims
        said, own = self.said(shown)
        parts: dict[str, Any] = {
            "anchor": anchor,
            "claims": claims.views(said),
            "own_voice": claims.views(own),
            "lanes": lanes(claims, said),
            "declined": claims.views(one for one in said if not answers(one)),
            "findings": self.mentions.get(f"actor:{name}", ()),
        }
        return self._missing(name, parts) if record is None else self._known(record, parts)

    def _by_name(self, shown: Shown) -> tuple[bool, str, str]:
        name, anchor, record = shown
        called = name if record is None else best_run(record.name, self.names.language).text
        return not any(self.said(shown)), called.casefold(), anchor

    def _known(self, actor: Actor, parts: dict[str, Any]) -> ActorView:
        language = self.names.language
        return ActorView(
            id=code_run(actor.id).short,
            name=best_run(actor.name, language),
            other_names=(*other_runs(actor.name, language), *map(run_of, actor.aliases)),
            kind=badge(actor.kind),
            described_as=self.names.text(actor.described_as),
            roles=tuple(map(self._role, actor.roles)),
            **parts,
        )

    def _missing(self, name: str, parts: dict[str, Any]) -> ActorView:
        shown: Run = code_run(name)
        return ActorView(
            id=shown.short,
            name=shown,
            other_names=(),
            kind=None,
            described_as=None,
            roles=(),
            missing=True,
            **parts,
        )

    def _role(self, role: Role) -> RoleView:
        return RoleView(
            title=best_run(role.title, self.names.language),
            of=self.names.ref("actor", role.of) if role.of else None,
            start=maybe_date(role.start),
            end=maybe_date(role.end),
        )
