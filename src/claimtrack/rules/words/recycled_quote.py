"""CT208: one speaker, the same words on two occasions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Claim, Occasion
from claimtrack.rule import Group, newest_first
from claimtrack.rules.claims import days, not_replaced
from claimtrack.rules.words.by_quote import ByQuote
from claimtrack.rules.words.repeated import count, place
from claimtrack.text.dates import Date


class RecycledQuote(ByQuote):
    """The same six words or more are quoted from one speaker on two occasions.

    Politicians repeat themselves; but an old quote that is printed as a new one tells the reader
    that somebody still says what was said once. Two articles that report one occasion are no
    finding, nor are days that may be the same; a claim that tells neither its occasion nor when
    its words were said is not compared.

    What to do: find out whether the words were said again. If not, give the later claim the
    occasion and the day of the first.
    """

    code = "CT208"
    name = "recycled-quote"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each speaker who said it more than once."""
        (text,) = group.key.parts
        speakers: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in group.of(Claim):
            speakers[claim.speaker].append(claim)
        for speaker, said in speakers.items():
            claims = [claim for claim in not_replaced(said) if claim.occasion or claim.said]
            if _said_twice(group, claims):
                yield self._recycled(group, text, speaker, claims)

    def _recycled(self, group: Group, text: str, speaker: str, claims: Sequence[Claim]) -> Finding:
        return self.finding(
            group,
            f"the same {count(text)} words are quoted from {group.name(speaker)} "
            "on different occasions",
            newest_first(_place(group, claim, text) for claim in claims),
            help="a habit, or an old quote printed anew: find out whether it was said again",
            about=f"{group.key}|{speaker}",
        )


def _when(group: Group, claim: Claim) -> Date | None:
    """When the words were uttered: the occasion knows best, and publication tells nothing."""
    occasion = group.find(Occasion, claim.occasion)
    return claim.said if occasion is None else occasion.date


def _said_twice(group: Group, claims: Sequence[Claim]) -> bool:
    if len({claim.occasion for claim in claims if claim.occasion}) > 1:
        return True
    if all(claim.occasion for claim in claims):
        return False
    dates = [_when(group, claim) for claim in claims]
    spans = [days(date) for date in dates if date is not None]
    return bool(spans) and max(first for first, _ in spans) > min(last for _, last in spans)


def _place(group: Group, claim: Claim, text: str) -> Location:
    when = _when(group, claim)
    told = [claim.occasion or "", "" if when is None else str(when.day())]
    return place(group, claim, text, ", ".join(filter(None, told)))
