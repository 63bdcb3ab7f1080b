"""CT404: words quoted to the letter, by way of something that nobody here has read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimtrack.findings import Finding, Severity
from claimtrack.model import Actor, Claim, Hop
from claimtrack.model.words import ActorKind, Form
from claimtrack.rule import Group
from claimtrack.rules.by_claim import ByClaim
from claimtrack.text.excerpt import cut


class UnreadHopQuoted(ByClaim):
    """A verbatim quote came through a hop that the recorder did not read (`consulted: false`).

    Every hand through which words pass can change them. Where one was not looked at, it is not
    known that the words are those of the speaker, and a quotation says just that. A claim in
    indirect form is not meant: its quotes are the article's own wording. Nor are the speaker at the
    beginning of the chain, who is heard and not read, and the article itself at its end.

    What to do: read the hop and set `consulted: true`, or report the words in indirect form.
    """

    code = "CT404"
    name = "unread-hop-quoted"
    severity = Severity.WARNING

    def check_claim(self, group: Group, claim: Claim) -> Iterable[Finding]:
        """One finding for a claim, with every hop that was not read."""
        unread = list(_unread(group, claim))
        if not unread or not claim.quotes or claim.form is Form.INDIRECT:
            return
        quote = claim.where("quotes", 0, "exact", message=f"«{cut(claim.quotes[0].exact)}»")
        hops = [
            claim.where("attribution", "chain", place, message=f"{_named(group, hop)}, not read")
            for place, hop in unread
        ]
        names = " and ".join(dict.fromkeys(_named(group, hop) for _, hop in unread))
        yield self.finding(
            group,
            f"quoted word for word by way of {names}, which nobody read",
            [quote, *hops],
            help="read it and set consulted: true, or report the words in indirect form",
        )


def _unread(group: Group, claim: Claim) -> Iterator[tuple[int, Hop]]:
    for place, hop in enumerate(claim.hops):
        is_end = place == len(claim.hops) - 1 and hop.article == claim.article
        if not (hop.consulted or is_end or (place == 0 and _is_heard(group, claim, hop))):
            yield place, hop


def _is_heard(group: Group, claim: Claim, hop: Hop) -> bool:
    """Whether the first hop is somebody who speaks, rather than something that can be read."""
    if hop.article is not None or hop.actor == claim.speaker:
        return hop.article is None
    actor = group.find(Actor, hop.actor)
    return actor is None or actor.kind is not ActorKind.OUTLET


def _named(group: Group, hop: Hop) -> str:
    return hop.article or group.name(hop.actor or "")
