"""Decisions on findings: which of them hold, and which settle nothing any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from claimtrack.findings import Finding
from claimtrack.model import (
    Change,
    Decision,
    IdleDecision,
    Record,
    SameActors,
    changes_since,
)
from claimtrack.rule import AnyRule
from claimtrack.text.dates import Date


def same_actors(
    decisions: Iterable[Decision],
    records: Iterable[Record],
    is_actor: Callable[[str], bool],
    as_of: Date,
) -> SameActors:
    """The actors that are one by every judgement that holds on a day, over any number of them.

    `records` are at least those that the decisions have seen.
    """
    known = Decisions(as_of)
    for record in records:
        known.add(record)
    ones: dict[str, str] = {}

    def one(name: str) -> str:
        while ones.get(name, name) != name:
            ones[name] = ones.get(ones[name], ones[name])  # path halving: the next walk is shorter
            name = ones[name]
        return name

    for decision in decisions:
        if known.holds(decision) and all(map(is_actor, decision.same)):
            names = sorted({one(name) for name in decision.same})
            ones.update(dict.fromkeys(names, names[0] if names else ""))
    return SameActors(ones={name: one(name) for name in ones})


class Decisions:
    """Tells which findings are settled, and remembers which ones were found at all."""

    def __init__(self, as_of: Date) -> None:
        self.as_of = as_of
        self._records: defaultdict[str, list[Record]] = defaultdict(list)
        self._on: defaultdict[str, list[Decision]] = defaultdict(list)
        self._met: set[str] = set()
        self._open: dict[str, Finding] = {}

    def add(self, record: Record) -> None:
        """Take in a record of the ledger: a decision, or what one has seen."""
        self._records[record.ref].append(record)
        if isinstance(record, Decision) and record.finding:
            self._on[record.finding].append(record)

    def settle(self, fingerprint: str) -> bool:
        """Whether a decision on a finding holds: not expired, and nothing changed that it saw."""
        return any(map(self.holds, self._on.get(fingerprint, ())))

    def holds(self, decision: Decision) -> bool:
        """Whether a decision has not expired, and nothing changed that it saw."""
        return not self._has_expired(decision) and not self._changed(decision)

    def met(self, finding: Finding, *, is_open: bool) -> None:
        """Remember a finding of this run, and whether it is open: shown, or in the baseline.

        The baseline is no judgement, and must not make a decision seem to hold.
        """
        if finding.fingerprint in self._on:
            self._met.add(finding.fingerprint)
            if is_open:
                self._open[finding.fingerprint] = finding

    def idle(
        self, ran: Sequence[AnyRule], every: Sequence[AnyRule], *, whole: bool
    ) -> list[IdleDecision]:
        """The newest decision on each finding that is open again, or that does not exist.

        `ran` are the rules that this run finished, `every` are all that exist. That a finding does
        not exist is only known where its rule ran and the ledger is `whole`.
        """
        names = {name for rule in ran for name in (rule.code, rule.name)}
        all_ran = len(ran) == len(every)
        facts = []
        for fingerprint, decisions in self._on.items():
            decision = max(decisions, key=lambda one: (one.at.sort_key, one.origin.sort_key))
            finding = self._open.get(fingerprint)
            is_gone = (
                whole
                and fingerprint not in self._met
                and (decision.rule in names if decision.rule else all_ran)
            )
            if finding is not None or is_gone:
                facts.append(
                    IdleDecision(
                        decision=decision,
                        finding=finding,
                        expired=self._has_expired(decision),
                        changed=self._changed(decision),
                        origin=decision.origin,
                    )
                )
        return facts

    def _changed(self, decision: Decision) -> tuple[Change, ...]:
        return changes_since(decision.seen, lambda ref: self._records.get(ref, ()))

    def _has_expired(self, decision: Decision) -> bool:
        return decision.expires is not None and decision.expires.before(self.as_of)
