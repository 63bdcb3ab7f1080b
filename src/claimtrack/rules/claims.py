"""What several rules ask of claims: which still stand, who speaks, when, and how to show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from claimtrack.findings import Location, Skip
from claimtrack.model import Claim
from claimtrack.model.words import Stance
from claimtrack.rule import Group
from claimtrack.text.dates import Date
from claimtrack.text.excerpt import cut
from claimtrack.text.intervals import Span

UNDATED = Skip("undated")
"""A claim of which nothing says when it was made: it has no article in the ledger."""

_SHOWN = 4


def standing(group: Group) -> list[Claim]:
    """The claims of a group, oldest first, without those that another of them takes the place of.

    A claim that is superseded or corrected by a live one is history, even where nobody has changed
    its `lifecycle` yet.
    """
    return not_replaced(group.of(Claim))


def not_replaced(claims: Sequence[Claim]) -> list[Claim]:
    """Some claims, without those that another of them supersedes or corrects."""
    gone = {
        name
        for claim in claims
        for name in (*claim.supersedes, *claim.corrects)
        if name != claim.id
    }
    return [claim for claim in claims if claim.id not in gone]


def speaker(claim: Claim) -> str:
    """Who speaks, as one word: an actor, or the article whose own voice it is."""
    return f"article:{claim.article}" if claim.is_own_voice else claim.speaker


def speaker_name(group: Group, claim: Claim) -> str:
    """How to call the speaker of a claim in a message."""
    if claim.is_own_voice:
        return f"{outlet_name(group, claim)} in its own voice"
    return group.name(claim.speaker)


def outlet_name(group: Group, claim: Claim) -> str:
    """How to call the outlet that printed a claim."""
    return group.name(group.outlet(claim))


def days(date: Date) -> Span:
    """A date as a span of whole days of its own calendar."""
    whole = date.day()
    return Span(whole.lower, whole.upper)


def earliest(dates: Iterable[Date]) -> list[Date]:
    """The earliest date with a zone and the earliest without: what precedes both precedes all."""
    found: dict[bool, Date] = {}
    for date in dates:
        known = found.setdefault(date.zone is None, date)
        found[date.zone is None] = min(known, date, key=lambda one: one.sort_key)
    return list(found.values())


def stance(claim: Claim) -> str:
    """The stance of a claim in plain words: `declines to comment`."""
    return claim.stance.replace("_", " ")


def words_of(claim: Claim) -> str:
    """The words of a claim's first quote, cut and between guillemets; nothing without a quote."""
    return f": «{cut(claim.quotes[0].exact)}»" if claim.quotes else ""


def stance_place(group: Group, claim: Claim, also: str = "", *, after: str = "") -> Location:
    """Where a claim takes its stance, with all that an editor compares.

    Such as `affirms, Northern Wire, 2031-05-02: «a red line»`. `also` follows the stance, `after`
    the words.
    """
    said = group.said(claim)
    when = "" if said is None else f", {said.day()}"
    message = f"{stance(claim)}{also}, {outlet_name(group, claim)}{when}{words_of(claim)}{after}"
    # A stance that is left out is `affirms`, and stands nowhere: what is affirmed then does.
    field = "proposition" if claim.stance is Stance.AFFIRMS else "stance"
    return claim.where(field, message=message)


def about(*names: str | Iterable[Claim]) -> str:
    """What a finding is about, for its fingerprint: names, and the propositions of claims.

    Of several identifiers of one proposition the least among these claims counts, so that records
    elsewhere in the group change nothing.
    """
    return "|".join(
        name if isinstance(name, str) else min(claim.proposition or "" for claim in name)
        for name in names
    )


def listed(values: Sequence[str]) -> str:
    """The distinct values in their order, the first few of them by name: `35, 11 and 3 more`."""
    distinct = dict.fromkeys(values)
    some = list(islice(distinct, _SHOWN))
    more = len(distinct) - len(some)
    some += [f"{more} more"] if more else []
    return " and ".join([", ".join(some[:-1]), some[-1]]) if len(some) > 1 else some[0]
