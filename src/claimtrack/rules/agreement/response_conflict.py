"""CT305: a speaker who gave no answer here and took a position there, within a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.findings import Finding, Severity
from claimtrack.rule import Group, newest_first
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, speaker, speaker_name, stance, stance_place
from claimtrack.rules.judgements import one_speaker
from claimtrack.rules.stances import POSITIONS, SILENCES, Said, clusters, dated
from claimtrack.text.edtf import DAY


class ResponseConflict(ByProposition):
    """One article has no answer from a speaker, another has one, no more than a day apart.

    The speaker `declines_to_comment`, gave `no_response` or `neither_confirms_nor_denies` in one
    article, and affirms or denies the same proposition in another. Either the answer came too late
    for the first, which should then be updated, or one of the two was not had from the speaker. An
    article that tells both itself is no conflict, and a silence of last week is none with today's
    answer.

    What to do: find out when each was asked and who answered. Update the earlier piece, or correct
    the one that is wrong.
    """

    code = "CT305"
    name = "response-conflict"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each speaker and stretch of time."""
        silent: defaultdict[str, list[Said]] = defaultdict(list)
        answered: defaultdict[str, list[Said]] = defaultdict(list)
        for said in dated(group, SILENCES | POSITIONS):
            side = silent if said.claim.stance in SILENCES else answered
            side[one_speaker(group, said.claim)].append(said)
        for who, silences in silent.items():
            yield from self._conflicts(group, silences, answered[who])

    def _conflicts(
        self, group: Group, silent: Sequence[Said], answered: Sequence[Said]
    ) -> Iterator[Finding]:
        for together in clusters(silent, answered, within=DAY, apart=lambda claim: claim.article):
            claims = [said.claim for said in together]
            stances = dict.fromkeys(stance(claim) for claim in claims)
            yield self.finding(
                group,
                f"{speaker_name(group, claims[0])} both gave an answer and gave none: "
                f"{', '.join(stances)}",
                newest_first(stance_place(group, claim) for claim in claims),
                help="find out when each was asked and who answered; update or correct an article",
                about=about(speaker(claims[0]), claims),
            )
