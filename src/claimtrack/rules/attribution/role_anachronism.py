"""CT204: a title used for a time at which it was not held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Actor, Claim, Record, Role
from claimtrack.rule import Group, Rule
from claimtrack.rules import keys
from claimtrack.rules.attribution.titles import (
    Title,
    Titles,
    Words,
    held_titles,
    is_beside,
    names_of,
    titles_of,
)
from claimtrack.rules.remembered import remembered
from claimtrack.text.dates import Date


class RoleAnachronism(Rule[Claim]):
    """A speaker is given a title before they had it, or after they had left it.

    The actor's `roles` say which titles were held when. A title is looked for, in every language
    and spelling, in the claim's cue, and in its statement where the speaker's name stands right
    beside it: "the minister must go" may speak of the successor. It is told where it was held,
    under any of the roles that bear it, neither when the words were said nor when the article came
    out, and that is certain. "Former", "then", سابق and their like, or a longer title such as "vice
    president", are no anachronism.

    What to do: write "former" in the statement, or correct the dates of the role. Where the article
    itself prints the wrong title, the cue must keep it: say so with an `ignore`.
    """

    code = "CT204"
    name = "role-anachronism"
    severity = Severity.WARNING
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each live claim and role whose title it gives at a wrong time."""
        for claim in group.of(Claim):
            if not claim.is_live:
                yield keys.NOT_LIVE
            elif not claim.is_own_voice:
                actor = group.find(Actor, claim.speaker)
                if actor is not None and actor.roles:
                    yield from self._check_claim(group, actor, claim, *_called(actor))

    def _check_claim(
        self,
        group: Group,
        actor: Actor,
        claim: Claim,
        titles: Titles,
        names: set[Words],
    ) -> Iterator[Finding]:
        dates = _dates(group, claim)
        used: dict[tuple[int, ...], list[tuple[str, Location]]] = {}
        for title, place in _uses(claim, titles, names) if dates else ():
            if _unheld(actor, title, dates):
                used.setdefault(title.roles, []).append((title.text, place))
        for positions, uses in used.items():
            text = uses[0][0]
            roles = [
                actor.where("roles", position, "title", message=_held(actor.roles[position]))
                for position in positions
            ]
            yield self.finding(
                group,
                f"{group.shown(actor.name)} was not {text!r} when this was said, "
                f"{group.said(claim)}",
                [*(place for _, place in uses), *roles],
                help="write 'former' in the statement, or correct the dates of the role",
                about=f"{keys.named(actor.KIND, actor.id)}|{text}",
            )


@remembered
def _called(actor: Actor) -> tuple[Titles, set[Words]]:
    """The titles and the names of an actor, read once for all of their claims."""
    return titles_of(actor), names_of(actor)


def _dates(group: Group, claim: Claim) -> list[Date]:
    """When a claim was said and printed: at either time its title may have been held."""
    article = group.article(claim)
    printed = None if article is None else article.published
    return [date for date in (group.said(claim), printed) if date is not None]


def _unheld(actor: Actor, title: Title, dates: Sequence[Date]) -> bool:
    """Whether no role of that title can have been held on any of the dates."""
    return not any(_covers(actor.roles[role], date) for role in title.roles for date in dates)


def _covers(role: Role, date: Date) -> bool:
    begun = role.start is None or not date.before(role.start)
    return begun and (role.end is None or not role.end.before(date))


def _uses(claim: Claim, titles: Titles, names: set[Words]) -> Iterator[tuple[Title, Location]]:
    if claim.statement is not None:
        for language, text in claim.statement:
            for title, start, end, words in held_titles(text, titles):
                if is_beside(names, words, start, end):
                    yield title, claim.where("statement", language, message=f"says {title.text!r}")
    if claim.attribution is not None and claim.attribution.cue is not None:
        for title, _, _, _ in held_titles(claim.attribution.cue, titles):
            yield title, claim.where("attribution", "cue", message=f"says {title.text!r}")


def _held(role: Role) -> str:
    if role.start is None:
        return f"held until {role.end}"
    return f"held since {role.start}" if role.end is None else f"held {role.start} to {role.end}"
