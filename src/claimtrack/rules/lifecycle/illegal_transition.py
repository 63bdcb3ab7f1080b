"""CT505: a history that comes back from where there is no way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from claimtrack.findings import Finding, Location, Severity
from claimtrack.model import Claim, HistoryEntry, Proposition, Record
from claimtrack.model.words import Lifecycle, VerdictLifecycle, Verification
from claimtrack.rule import Group, Rule

_ONWARD: Mapping[str, frozenset[Lifecycle]] = MappingProxyType(
    {
        Lifecycle.SUPERSEDED: frozenset(
            {Lifecycle.CORRECTED, Lifecycle.RETRACTED, Lifecycle.WITHDRAWN}
        ),
        Lifecycle.CORRECTED: frozenset(
            {Lifecycle.SUPERSEDED, Lifecycle.RETRACTED, Lifecycle.WITHDRAWN}
        ),
        Lifecycle.RETRACTED: frozenset(),
        Lifecycle.WITHDRAWN: frozenset(),
    }
)
"""Where a claim may still go from a state that ends its use; from any other, anywhere."""

_REFUTED = frozenset({Verification.MISATTRIBUTED, Verification.MISQUOTED, Verification.FABRICATED})
"""Answers to "did they say it?" that only evidence can overturn."""


class _Step(NamedTuple):
    """A change of one answer: from what, since which entry, to what, by which entry."""

    axis: str
    old: str
    since: int
    new: str
    place: int
    entry: HistoryEntry


class IllegalTransition(Rule[Claim | Proposition]):
    """A history leaves a state that is final, runs backwards in time, or gives no grounds.

    `retracted` and `withdrawn` are final. A claim that is `superseded` or `corrected` never comes
    back to life, though it may still be corrected, superseded, retracted or withdrawn. A claim that
    was found misattributed, misquoted or fabricated stays so unless the entry that says otherwise
    names evidence. Entries stand oldest first. An entry with neither `why` nor `evidence` cannot be
    judged by anybody later: a warning. A verdict has no history of its own; one that its reviewer
    retracted must not stand again, with the same veracity at the same address.

    What to do: record a claim that turned out right after all anew, with `supersedes`, so that both
    the mistake and its correction can be seen. Give every entry a reason.
    """

    code = "CT505"
    name = "illegal-transition"
    severity = Severity.ERROR
    reads: ClassVar[tuple[type[Record], ...]] = (Claim, Proposition)

    def check(self, group: Group) -> Iterable[Finding]:
        """One finding for each step of a history, and for each verdict that was put back."""
        for claim in group.of(Claim):
            yield from self._check_steps(group, claim)
            yield from self._check_order(group, claim)
            yield from self._check_grounds(group, claim)
        for proposition in group.of(Proposition):
            yield from self._check_verdicts(group, proposition)

    def _check_steps(self, group: Group, claim: Claim) -> Iterator[Finding]:
        for step in _steps(claim, "lifecycle"):
            if step.new not in _ONWARD.get(step.old, (step.new,)):
                advice = "record the claim anew and let it supersede this one"
                yield self._step(group, claim, step, "", advice)
        for step in _steps(claim, "attribution"):
            if step.old in _REFUTED and not step.entry.evidence:
                yield self._step(group, claim, step, " without evidence", "name the evidence")

    def _step(self, group: Group, claim: Claim, step: _Step, how: str, advice: str) -> Finding:
        when = step.entry.date
        return self.finding(
            group,
            f"the history goes from {step.old} to {step.new}{how}",
            [
                claim.where("history", step.place, step.axis, message=f"{step.new} on {when}"),
                claim.where("history", step.since, step.axis, message=f"{step.old} before"),
            ],
            help=advice,
            about=f"{group.key}|{step.axis}|{step.old}|{step.new}|{when}",
        )

    def _check_order(self, group: Group, claim: Claim) -> Iterator[Finding]:
        for place, (first, second) in enumerate(pairwise(claim.history)):
            if second.date.before(first.date):
                later = claim.where("history", place, "date", message=f"{first.date} stands first")
                yield self.finding(
                    group,
                    f"the history is out of order: {second.date} stands after {first.date}",
                    [claim.where("history", place + 1, "date", message=str(second.date)), later],
                    help="put the entries in order, oldest first, or correct a date",
                    about=f"{group.key}|order|{first.date}|{second.date}",
                )

    def _check_grounds(self, group: Group, claim: Claim) -> Iterator[Finding]:
        bare = [
            claim.where("history", place, "date", message=f"{_changes(entry)}, and not why")
            for place, entry in enumerate(claim.history)
            if entry.why is None and not entry.evidence and _changes(entry)
        ]
        if bare:
            yield self.finding(
                group,
                "the history gives neither a reason nor evidence for a change",
                bare,
                help="add why, or evidence",
                severity=Severity.WARNING,
                about=f"{group.key}|grounds",
            )

    def _check_verdicts(self, group: Group, proposition: Proposition) -> Iterator[Finding]:
        retracted: dict[tuple[str, str, str], tuple[Location, int]] = {}
        for place, verdict in enumerate(proposition.verdicts):
            if verdict.lifecycle is VerdictLifecycle.RETRACTED and verdict.url is not None:
                told = proposition.where("verdicts", place, "lifecycle", message="retracted")
                retracted[verdict.reviewer, verdict.url, verdict.veracity] = (told, place)
        for place, verdict in enumerate(proposition.verdicts):
            known = retracted.get((verdict.reviewer, verdict.url or "", verdict.veracity))
            if verdict.lifecycle is not VerdictLifecycle.ACTIVE or known is None:
                continue
            told, position = known
            if verdict.date.before(proposition.verdicts[position].date):
                continue
            active = proposition.where("verdicts", place, "date", message=f"given {verdict.date}")
            yield self.finding(
                group,
                f"{group.name(verdict.reviewer)} retracted this verdict, and it stands again",
                [active, told],
                help="set its lifecycle to retracted, or give the address of the new verdict",
                about=f"{group.key}|{verdict.reviewer}|{verdict.url}|{verdict.date}",
            )


def _steps(claim: Claim, axis: str) -> Iterator[_Step]:
    """The changes of one answer in a history; saying the same again changes nothing."""
    answers = [
        (str(answer), place)
        for place, entry in enumerate(claim.history)
        if (answer := getattr(entry, axis)) is not None
    ]
    for (old, since), (new, place) in pairwise(answers):
        if new != old:
            yield _Step(axis, old, since, new, place, claim.history[place])


def _changes(entry: HistoryEntry) -> str:
    """What an entry changes, as words for a message."""
    changed = [str(state) for state in (entry.attribution, entry.lifecycle) if state is not None]
    return f"{' and '.join(changed)} on {entry.date}" if changed else ""
