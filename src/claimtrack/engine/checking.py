"""Running rules and derivers on groups, and keeping the accounts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple, Protocol

from claimtrack.engine.deriving import needed
from claimtrack.engine.grouping import RULE_FAULTS, Assembly, Posted, assemble, crash, sound_key
from claimtrack.engine.order import Name
from claimtrack.engine.outcome import sound_finding
from claimtrack.engine.selection import weighed
from claimtrack.engine.view import Asked, View
from claimtrack.findings import Finding, Skip
from claimtrack.model import Record, RuleCrash
from claimtrack.rule import AnyDeriver, AnyGatherer, AnyRule, Group, Key
from claimtrack.text.dates import Date

Progress = Callable[[int, int], None]
"""Called with how many groups are checked, and how many there are."""


class Outcome(NamedTuple):
    """What came of one group: findings, and why some checks could not be made; or a crash."""

    findings: Sequence[Finding] = ()
    skips: Sequence[str] = ()
    crash: RuleCrash | None = None


NOTHING = Outcome()
"""What comes of nearly all groups."""


class Made(NamedTuple):
    """What a deriver made of one group."""

    records: Sequence[Record] = ()
    crash: RuleCrash | None = None


def check_group(rule: AnyRule, group: Group) -> Outcome:
    """The outcome of a rule's check of one group; one that raises keeps what it gave before."""
    findings: list[Finding] = []
    skips: list[str] = []
    try:
        for outcome in rule.check(group):
            if isinstance(outcome, Skip):
                skips.append(sound_key(outcome).reason)
            else:
                findings.append(weighed(sound_finding(outcome, rule), group.config))
    except RULE_FAULTS as error:
        return Outcome(findings, skips, crash(rule, str(group.key), error, group.members[-1]))
    return Outcome(findings, skips) if findings or skips else NOTHING


def derive_group(deriver: AnyDeriver, group: Group) -> Made:
    """What a deriver makes of one group; one that raises loses all of it."""
    try:
        return Made([_sound(record) for record in deriver.derive(group)])
    except RULE_FAULTS as error:
        return Made((), crash(deriver, str(group.key), error, group.members[-1]))


def _sound(record: object) -> Record:
    if isinstance(record, Record):
        return record
    raise TypeError(f"expected a Record, found {record!r}")


class Recorder(Protocol):
    """Is shown everything that a full run does, so that a later one need not do it again."""

    def posted(self, record: Record, keys: Iterable[Key]) -> None:
        """A record, and every key that a rule or deriver has for it."""

    def ordered(self, record: Record, name: Name) -> None:
        """A record, and the name of another on which its place among others depends."""

    def checked(self, rule: AnyRule, group: Group, outcome: Outcome, asked: set[Name]) -> None:
        """A group, what came of it, and what it asked for."""

    def derived(
        self, deriver: AnyDeriver, group: Group, made: Sequence[Record], asked: set[Name]
    ) -> None:
        """A group of a deriver, and what was made of it."""

    def take(self) -> Any:
        """What was recorded since the last call, as plain values: another process hands it on."""

    def put_back(self, taken: Any) -> None:
        """Record what another process took."""

    def counted(
        self, as_of: Date, checks: int, skipped: Mapping[str, int], *, has_crashed: bool
    ) -> None:
        """The day, and the counts of all groups, before anything is silenced."""


class Checker:
    """Runs the checks of some rules on records, and keeps the accounts.

    `derived` is where what is derived is put: the view's look-up finds it there.
    """

    def __init__(
        self,
        rules: Sequence[AnyRule],
        view: View,
        derived: dict[Name, Record],
        progress: Progress | None = None,
        recorder: Recorder | None = None,
    ) -> None:
        self.rules = rules
        self.derived = derived
        self.progress = progress
        self.recorder = recorder
        self.plain = view
        self.asked = Asked(view.lookup)
        if recorder is not None:
            view = View(view.lookup, view.config, self.asked, recorder.ordered)
        self.view = view
        self.checks = 0
        self.skipped: Counter[str] = Counter()
        self.crashes: list[RuleCrash] = []
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def with_derived(self, records: Sequence[Record]) -> list[Record]:
        """The records, and those that follow from them and that the rules need.

        A deriver sees what those made that it needs itself.
        """
        every = list(records)
        for deriver in needed(self.rules):
            every += self._derive(deriver, every)
        return every

    def _derive(self, deriver: AnyDeriver, records: Sequence[Record]) -> list[Record]:
        (groups,) = self._assembled([deriver], records).groups
        found: list[Record] = []
        for key in sorted(groups):
            group = self.view.group(key, groups[key])
            made, fault = derive_group(deriver, group)
            if fault is not None:
                self.crashes.append(fault)
            if self.recorder is not None:
                self.recorder.derived(deriver, group, made, self.asked.take())
            found += made
        self.derived.update({(type(record), record.id): record for record in found})
        return found

    def check(self, records: Sequence[Record]) -> list[Finding]:
        """The findings of every group of these records, in no order: what they say decides it."""
        families, every, skipped, _ = self._assembled(self.rules, records)
        self.skipped.update(skipped)
        findings: list[Finding] = []
        work = [*zip(families, every, strict=True)]
        done, total = 0, sum(len(family.members) * len(groups) for family, groups in work)
        for family, groups in work:
            for key, members in groups.items():
                group = self.view.group(key, members)
                for rule in family.members:
                    findings += self._check(rule, group)
                    done += 1
                    if self.progress is not None:
                        self.progress(done, total)
        self.checks += total
        return findings

    def _assembled(self, gatherers: Sequence[AnyGatherer], records: Sequence[Record]) -> Assembly:
        posted: Posted | None = None if self.recorder is None else self.recorder.posted
        assembly = assemble(gatherers, records, posted)
        self.crashes += assembly.crashes
        return assembly

    def _check(self, rule: Any, group: Group) -> Iterable[Finding]:
        start = perf_counter()
        outcome = check_group(rule, group)
        self.seconds[rule.code] += perf_counter() - start
        if outcome is not NOTHING:
            self.skipped.update(outcome.skips)
            if outcome.crash is not None:
                self.crashes.append(outcome.crash)
        if self.recorder is not None:
            self.recorder.checked(rule, group, outcome, self.asked.take())
        return outcome.findings
