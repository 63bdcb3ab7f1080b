"""CT205: on the way from outlet to outlet, a hedge was dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from claimtrack.findings import Finding, Severity
from claimtrack.model import Actor, Claim
from claimtrack.model.ladder import Step
from claimtrack.model.words import ActorKind
from claimtrack.rule import Group, newest_first
from claimtrack.rules.attribution.ladder import Told, grounds, has_support, supported_from, told
from claimtrack.rules.attribution.utterances import parted, utterances
from claimtrack.rules.by_proposition import ByProposition
from claimtrack.rules.claims import about, outlet_name, speaker_name
from claimtrack.text.dates import Date


class AttributionDrift(ByProposition):
    """What a speaker is first reported to have guessed is later reported as said, shown, confirmed.

    The words were uttered once, at one occasion, or one claim was taken from the other; nothing new
    came to light; and still the later article is surer than the earlier one. The finding shows the
    ladder by date (cue, force, sourcing, certainty) and names who climbed it first.

    A claim that is `possible` or `probable`, or whose force is `speculative`, is guessed; one whose
    force is `doubting` is doubted; then come `neutral` and `factive`. Two steps make a drift. One
    step, such as from "claimed" to "said", is a matter of style. The force of a claim that records
    none is that of its cue, by the lexicon and the `cues` of the configuration.

    New evidence makes it no drift: a sourcing of its own that is `witnessed` or `document`, a
    ground (`based_on`, `chain`) besides the earlier reports and at least as strong as "said", or a
    verdict of `supported` by then. Neither is it one if a first report was as sure, or if the order
    of the articles is not certain. Claims without an occasion are compared only with those from
    which they were taken. What an article says in its own voice is own-voice-upgrade.

    What to do: go back to the words of the occasion. Put the hedge back, or record what the later
    article knew.
    """

    code = "CT205"
    name = "attribution-drift"
    severity = Severity.WARNING

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each utterance, on the first reports and all that climbed."""
        everyone = told(group)
        known = _Known(_firm(everyone), supported_from(group))
        for retellings in utterances(group, everyone):
            first, later = parted(retellings)
            climbers = list(_climbers(group, first, later, known))
            if climbers:
                yield self._drift(group, first, climbers)

    def _drift(self, group: Group, first: Sequence[Told], climbers: Sequence[Told]) -> Finding:
        told_first = max(first, key=lambda one: one.rung.order)
        climber = climbers[0]
        claim = climber.claim
        more = len(climbers) - 1
        return self.finding(
            group,
            f"{outlet_name(group, claim)} was the first to drop the hedge from what "
            f"{speaker_name(group, claim)} said of {claim.proposition}: "
            f"{told_first.how} became {climber.how}" + (f"; {more} more followed" if more else ""),
            newest_first(one.place(group) for one in (*first, *climbers)),
            help="put the hedge back, or record what the later article knew",
            about=about(claim.speaker, [one.claim for one in (*first, *climbers)]),
        )


class _Known(NamedTuple):
    """What was known of the proposition: which claims and articles are firm, and verdicts."""

    firm: Mapping[str, bool]
    supported: Sequence[Date]


def _climbers(
    group: Group, first: Sequence[Told], later: Iterable[Told], known: _Known
) -> Iterator[Told]:
    """Those that drop the hedge of all first reports, until one has evidence of its own."""
    hedges = {one.rung for one in first if one.rung.step is not None}
    own = {one.claim.id for one in first} | {one.claim.article for one in first}
    for one in later:
        rung = one.rung
        if hedges and all(rung.drops_the_hedge_of(hedge) for hedge in hedges):
            if _has_evidence(group, one, own, known):
                return  # whoever comes after may rely on it
            yield one
        own |= {one.claim.id, one.claim.article}


def _has_evidence(group: Group, one: Told, own: AbstractSet[str], known: _Known) -> bool:
    """Whether a claim knew more than the reports of the same words that came before it."""
    if one.rung.is_first_hand or has_support(known.supported, one.published):
        return True
    if any(name not in own and known.firm.get(name, True) for name in grounds(one.claim)):
        return True
    return any(_is_another(group, one.claim, hop.actor) for hop in one.claim.hops)


def _is_another(group: Group, claim: Claim, name: str | None) -> bool:
    """Whether an actor in a chain is a voice of its own: not the speaker, and no outlet."""
    if name is None or name == claim.speaker:
        return False
    actor = group.find(Actor, name)
    return actor is None or actor.kind is not ActorKind.OUTLET


def _firm(everyone: Iterable[Told]) -> dict[str, bool]:
    """Whether each claim of the group, and each article by its surest claim, is at least said.

    A claim or an article that is not among them is taken to be: what it says is not known here.
    """
    found: dict[str, bool] = {}
    for one in everyone:
        said = one.rung.step is None or one.rung.step >= Step.SAID
        found[one.claim.id] = said
        found[one.claim.article] = said or found.get(one.claim.article, False)
    return found
