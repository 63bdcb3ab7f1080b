"""CT203: somebody speaks without a name in the article that says they declined to comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar

from claimtrack.findings import Finding, Location, Severity, Skip
from claimtrack.model import Actor, Claim, Record
from claimtrack.model.words import Stance
from claimtrack.rule import Group, Key, Rule, newest_first
from claimtrack.rules import keys
from claimtrack.rules.attribution.sourcing import not_for_attribution

_DECLINES = Stance.DECLINES_TO_COMMENT
_SILENT = frozenset(
    {_DECLINES, Stance.NO_RESPONSE, Stance.NEITHER_CONFIRMS_NOR_DENIES, Stance.REFERS_ELSEWHERE}
)


class BackgroundAndDeclined(Rule[Claim]):
    """One article quotes somebody without a name and says that they declined to comment.

    Both cannot be true for the reader: who speaks on background has commented. Quoted without a
    name means on background or deep background, or a source that is not named. The words may come
    from the one who declines or from somebody who speaks for it (`speaks_for`); what they are about
    does not matter. A later article may find them more talkative, and a source that did not answer,
    or would neither confirm nor deny, has not declined.

    What to do: take "declined to comment" out, or the background; ask the desk which it was.
    """

    code = "CT203"
    name = "background-and-declined"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Claim,)

    def keys(self, record: Claim) -> Iterable[Key | Skip]:
        """The article of a live claim: the actors who speak for others are sorted out there."""
        yield keys.named("article", record.article) if record.is_live else keys.NOT_LIVE

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each actor that both declines and speaks."""
        declined: defaultdict[str, list[Location]] = defaultdict(list)
        spoken: defaultdict[str, list[Location]] = defaultdict(list)
        for claim in group.of(Claim):
            if claim.stance is _DECLINES:
                place = claim.where("stance", message="declines to comment")
                declined[claim.speaker].append(place)
            elif claim.stance not in _SILENT and not claim.is_own_voice:
                speaker = group.find(Actor, claim.speaker)
                nameless = not_for_attribution(group, claim, speaker)
                if nameless is not None:
                    place = claim.where(*nameless.path, message=nameless.says)
                    for party in _parties(claim, speaker):
                        spoken[party].append(place)
        for party in sorted(declined.keys() & spoken.keys()):
            yield self.finding(
                group,
                f"{group.name(party)} declines to comment, and is quoted here without a name",
                [*newest_first(spoken[party]), *newest_first(declined[party])],
                help="whoever speaks on background has commented: take one of the two out",
                about=f"{group.key}|{party}",
            )


def _parties(claim: Claim, speaker: Actor | None) -> dict[str, None]:
    """For whom a claim's words count: the speaker and those for whom it speaks."""
    return dict.fromkeys((claim.speaker, *(speaker.speaks_for if speaker is not None else ())))
