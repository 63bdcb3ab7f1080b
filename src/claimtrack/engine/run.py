"""One run over a ledger: group, check, silence, tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from time import perf_counter
from types import MappingProxyType

from claimtrack.config import Config
from claimtrack.engine.decided import same_actors
from claimtrack.engine.deriving import derived, needed
from claimtrack.engine.grouping import RULE_FAULTS, assemble, crash, sound_key
from claimtrack.engine.order import Lookup, in_order
from claimtrack.engine.outcome import distinct, sound_finding
from claimtrack.engine.selection import selected, weighed
from claimtrack.engine.suppression import Suppressions
from claimtrack.findings import Finding, Skip
from claimtrack.model import KINDS, Identifiers, IdleDecision, Ledger, Record, RuleCrash, SameActors
from claimtrack.result import Result, Summary, by_severity
from claimtrack.rule import AnyRule, Group, Key
from claimtrack.text.dates import Date

Name = tuple[type[Record], str]
"""Kind and identifier."""
Progress = Callable[[int, int], None]
"""Told how many groups are checked, and how many there are."""


def run(
    ledger: Ledger,
    rules: Sequence[AnyRule],
    *,
    as_of: Date,
    config: Config | None = None,
    baseline: AbstractSet[str] = frozenset(),
    progress: Progress | None = None,
) -> Result:
    """Check a ledger with the rules that its configuration (or `config`) selects.

    `as_of` is today: rules read no clock. `baseline` holds fingerprints of accepted findings. The
    findings have no lines yet: see `claimtrack.store.locate`. Raises `ConfigError` where the
    configuration names a rule that does not exist.
    """
    config = ledger.config if config is None else config
    chosen = selected(rules, config)
    checker = _Checker(chosen, config, as_of, ledger, progress)
    findings = checker.check(checker.with_derived(every_record(ledger)))
    inside = ((document.path, document.inside or document.path) for document in ledger.documents)
    suppressions = Suppressions(ledger.records, config, as_of, baseline, inside)
    shown = suppressions.shown(findings)
    # What the run itself brought to light: the facts of a second, small pass.
    told = len(checker.crashes)
    failed = {fact.rule for fact in checker.crashes}
    finished = [rule for rule in chosen if failed.isdisjoint(_on_whom(rule))]
    # A decision may settle an unused ignore, and an ignore may silence an idle decision.
    early = [rule for rule in finished if IdleDecision not in rule.reads]
    unused = suppressions.unused(early, rules, whole=ledger.is_whole)
    shown += suppressions.shown(checker.check([*unused, *checker.crashes]))
    idle = suppressions.decisions.idle(finished, rules, whole=ledger.is_whole)
    shown += suppressions.shown(checker.check(idle))
    unused = suppressions.unused(finished, rules, whole=ledger.is_whole)
    shown += suppressions.shown(checker.check(unused))
    # A rule may fail on those facts as well; what it says of that failure is not asked for.
    shown += suppressions.shown(checker.check(checker.crashes[told:]))
    everything_ran = ledger.is_whole and len(finished) == len(rules)
    return Result(
        findings=tuple(shown),
        summary=Summary(
            files=len(ledger.documents),
            records=count_records(ledger.records),
            checks_run=checker.checks,
            checks_skipped=dict(sorted(checker.skipped.items())),
            findings=by_severity(shown),
            suppressed=dict(suppressions.counts),
            unused_baseline=suppressions.unused_baseline if everything_ran else 0,
            seconds=dict(checker.seconds),
        ),
    )


def gathered(
    ledger: Ledger, rule: AnyRule, key: Key, *, as_of: Date, config: Config | None = None
) -> Group | None:
    """The group of one key as a rule sees it; None where no record of the ledger belongs to it."""
    config = ledger.config if config is None else config
    checker = _Checker([rule], config, as_of, ledger)
    assembly = assemble([rule], checker.with_derived(every_record(ledger)))
    for (_, root), members in assembly.groups.items():
        if key in (root, *(one for record in members for one in rule.keys(record))):
            return checker.group(root, members)
    return None


def derived_for(ledger: Ledger, rule: AnyRule, *, as_of: Date) -> list[Record]:
    """What the derivers make of a ledger that a rule needs, and those that they need themselves."""
    records = every_record(ledger)
    return _Checker([rule], ledger.config, as_of, ledger).with_derived(records)[len(records) :]


def every_record(ledger: Ledger) -> list[Record]:
    """What rules may read: files, captured texts and records."""
    return [*ledger.documents, *ledger.texts, *ledger.records]


def _on_whom(rule: AnyRule) -> set[str]:
    """The codes of a rule and of the derivers on which it depends."""
    return {rule.code, *(deriver.code for deriver in needed([rule]))}


def lookup_of(
    ledger: Ledger, as_of: Date, derived: Mapping[Name, Record] = MappingProxyType({})
) -> Lookup:
    """A look-up by kind and identifier; where two share one, the first place in the tree counts.

    It also gives what is `derived`, and the `Identifiers` of a kind and the `SameActors`, which are
    gathered when first asked for.
    """
    named: dict[Name, Record] = {}
    for record in ledger.records:
        key = (type(record), record.id)
        known = named.get(key)
        if known is None or record.origin.sort_key < known.origin.sort_key:
            named[key] = record

    def lookup(cls: type[Record], name: str) -> Record | None:
        if cls is Identifiers and (cls, name) not in named:
            named[cls, name] = identifiers(ledger, name)
        elif cls is SameActors and (cls, name) not in named:
            named[cls, name] = same_actors(ledger, as_of)
        return named.get((cls, name)) or derived.get((cls, name))

    return lookup


def identifiers(ledger: Ledger, kind: str) -> Identifiers:
    """The identifiers of a kind, those of records too broken to be made included."""
    names = {record.id for record in ledger.records if kind == record.KIND}
    for document in ledger.documents:
        names.update(name for broken, name in document.broken if broken == kind)
    return Identifiers(kind=kind, names=tuple(sorted(names)))


def count_records(records: Iterable[Record]) -> dict[str, int]:
    """How many records there are, by the name of their list in a claim file."""
    counts = Counter(type(record) for record in records)
    return {name: counts[cls] for name, cls in KINDS.items()}


class _Checker:
    """Runs the checks of some rules on records, and keeps the accounts."""

    def __init__(
        self,
        rules: Sequence[AnyRule],
        config: Config,
        as_of: Date,
        ledger: Ledger,
        progress: Progress | None = None,
    ) -> None:
        self.rules = rules
        self.config = config
        self.as_of = as_of
        self.derived: dict[Name, Record] = {}
        self.lookup = lookup_of(ledger, as_of, self.derived)
        self.progress = progress
        self.checks = 0
        self.skipped: Counter[str] = Counter()
        self.crashes: list[RuleCrash] = []
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def group(self, key: Key, members: Iterable[Record]) -> Group:
        """The group of a key, its members in order."""
        ordered = in_order(members, self.lookup)
        return Group(key, ordered, self.as_of, self.config, self.lookup)

    def with_derived(self, records: Sequence[Record]) -> list[Record]:
        """The records, and those that follow from them and that the rules need."""
        every = list(records)
        for made in derived(self.rules, records, self.group):
            self.crashes += made.crashes
            self.derived.update({(type(record), record.id): record for record in made.records})
            every += made.records
        return every

    def check(self, records: Sequence[Record]) -> list[Finding]:
        """The findings of every group of these records, in the order of rules and keys."""
        assembly = assemble(self.rules, records)
        self.skipped.update(assembly.skipped)
        self.crashes += assembly.crashes
        findings: list[Finding] = []
        total = len(assembly.groups)
        for done, (position, key) in enumerate(sorted(assembly.groups)):
            group = self.group(key, assembly.groups[position, key])
            findings += self._check(self.rules[position], group)
            if self.progress is not None:
                self.progress(done + 1, total)
        self.checks += total
        return distinct(findings)

    def _check(self, rule: AnyRule, group: Group) -> Iterable[Finding]:
        start = perf_counter()
        found: list[Finding] = []
        try:
            for outcome in rule.check(group):
                if isinstance(outcome, Skip):
                    self.skipped[sound_key(outcome).reason] += 1
                else:
                    found.append(weighed(sound_finding(outcome, rule), self.config))
        except RULE_FAULTS as error:
            self.crashes.append(crash(rule, str(group.key), error, group.members[-1]))
        self.seconds[rule.code] += perf_counter() - start
        return found
