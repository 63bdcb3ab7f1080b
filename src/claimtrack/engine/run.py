"""One run over a ledger: group, check, silence, report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from claimtrack.config import Config
from claimtrack.engine.checking import Checker, Progress, Recorder
from claimtrack.engine.deriving import needed
from claimtrack.engine.grouping import assemble
from claimtrack.engine.order import Name
from claimtrack.engine.outcome import distinct
from claimtrack.engine.parallel import check_by
from claimtrack.engine.selection import selected
from claimtrack.engine.suppression import Suppressions
from claimtrack.engine.view import View, lookup_of
from claimtrack.findings import Finding
from claimtrack.model import KINDS, IdleDecision, Ledger, Record
from claimtrack.result import Result, Summary, by_severity
from claimtrack.rule import AnyRule, Group, Key
from claimtrack.text.dates import Date


def run(
    ledger: Ledger,
    rules: Sequence[AnyRule],
    *,
    as_of: Date,
    config: Config | None = None,
    baseline: AbstractSet[str] = frozenset(),
    progress: Progress | None = None,
    recorder: Recorder | None = None,
    jobs: int = 1,
) -> Result:
    """Check a ledger with the rules that its configuration (or `config`) selects.

    `as_of` is today: rules read no clock. `baseline` holds fingerprints of accepted findings. The
    findings have no lines yet: see `claimtrack.store.locate`. A large ledger is checked by up to
    `jobs` processes. Raises `ConfigError` where the
    configuration names a rule that does not exist.
    """
    config = ledger.config if config is None else config
    chosen = selected(rules, config)
    checker = _checker(ledger, chosen, as_of, config, progress, recorder)
    records = checker.with_derived(every_record(ledger))
    findings = check_by(jobs, checker, records)
    if recorder is not None:
        crashed = bool(checker.crashes)
        recorder.counted(as_of, checker.checks, checker.skipped, has_crashed=crashed)
        checker.recorder = None  # what follows is done in each run
    about = About(
        records=ledger.records,
        inside=insides(ledger),
        is_whole=ledger.is_whole,
        files=len(ledger.documents),
        counts=count_records(ledger.records),
    )
    return concluded(about, findings, checker, rules, as_of=as_of, baseline=baseline)


@frozen(kw_only=True)
class About:
    """What must be known of a ledger to conclude a run over it."""

    records: Iterable[Record]
    """At least the decisions, what they have seen, and the records with an `ignore`."""
    inside: Iterable[tuple[str, str]]
    """Each claim file, and its path seen from the configuration's folder."""
    is_whole: bool
    files: int
    counts: Mapping[str, int]
    """Records, by the name of their list in a claim file."""


def concluded(
    about: About,
    findings: Iterable[Finding],
    checker: Checker,
    rules: Sequence[AnyRule],
    *,
    as_of: Date,
    baseline: AbstractSet[str],
) -> Result:
    """The result of a run whose groups are checked: without what is silenced, with what that tells.

    `rules` are all that exist; those of the `checker` ran.
    """
    config, chosen = checker.view.config, checker.rules
    suppressions = Suppressions(about.records, config, as_of, baseline, about.inside)
    shown = suppressions.shown(distinct(findings))
    # What the run itself brought to light: the facts of a second, small pass.
    known = len(checker.crashes)
    failed = {fact.rule for fact in checker.crashes}
    finished = [rule for rule in chosen if failed.isdisjoint(_on_whom(rule))]

    def also(facts: Sequence[Record]) -> list[Finding]:
        return suppressions.shown(distinct(checker.check(facts)))

    # A decision may settle an unused ignore, and an ignore may silence an idle decision.
    early = [rule for rule in finished if IdleDecision not in rule.reads]
    unused = suppressions.unused(early, rules, whole=about.is_whole)
    shown += also([*unused, *checker.crashes])
    idle = suppressions.decisions.idle(finished, rules, whole=about.is_whole)
    shown += also(idle)
    shown += also(suppressions.unused(finished, rules, whole=about.is_whole))
    # A rule may fail on those facts as well; what it says of that failure is not asked for.
    shown += also(checker.crashes[known:])
    everything_ran = about.is_whole and len(finished) == len(rules)
    return Result(
        findings=tuple(shown),
        summary=Summary(
            files=about.files,
            records=dict(about.counts),
            checks_run=checker.checks,
            checks_skipped=dict(sorted((+checker.skipped).items())),
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
    checker = _checker(ledger, [rule], as_of, config)
    assembly = assemble([rule], checker.with_derived(every_record(ledger)))
    for root, members in assembly.groups[0].items():
        if key in (root, *(one for record in members for one in rule.keys(record))):
            return checker.view.group(root, members)
    return None


def derived_for(ledger: Ledger, rule: AnyRule, *, as_of: Date) -> list[Record]:
    """What the derivers make of a ledger that a rule needs, and those that they need themselves."""
    records = every_record(ledger)
    checker = _checker(ledger, [rule], as_of, ledger.config)
    return checker.with_derived(records)[len(records) :]


def every_record(ledger: Ledger) -> list[Record]:
    """What rules may read: files, captured texts and records."""
    return [*ledger.documents, *ledger.texts, *ledger.records]


def insides(ledger: Ledger) -> list[tuple[str, str]]:
    """Each claim file, and its path seen from the configuration's folder."""
    return [(document.path, document.inside or document.path) for document in ledger.documents]


def count_records(records: Iterable[Record]) -> dict[str, int]:
    """How many records there are, by the name of their list in a claim file."""
    counts = Counter(type(record) for record in records)
    return {name: counts[cls] for name, cls in KINDS.items()}


def _checker(
    ledger: Ledger,
    rules: Sequence[AnyRule],
    as_of: Date,
    config: Config,
    progress: Progress | None = None,
    recorder: Recorder | None = None,
) -> Checker:
    derived: dict[Name, Record] = {}
    view = View(lookup_of(ledger, as_of, derived), config)
    return Checker(rules, view, derived, progress, recorder)


def _on_whom(rule: AnyRule) -> set[str]:
    """The codes of a rule and of the derivers on which it depends."""
    return {rule.code, *(deriver.code for deriver in needed([rule]))}
