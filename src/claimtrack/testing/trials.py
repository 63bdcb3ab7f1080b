"""Whether the rules tell what is planted: faults in a copy of a ledger, one after the other.

    result = claimtrack.testing.selftest(claimtrack.load("claims/"))
    assert result.exit_code() == 0

The ledger is copied in memory; no file is written. For each fault some of the ledger's own claims
are drawn by a seed, the fault is planted at one of them at a time, and the rules that must tell it
check the whole ledger. So one trial costs what these rules cost on the ledger, once more where the
fault is a reprint: then the same reprint without the fault must bring nothing to light.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from random import Random

from attrs import evolve, frozen

from claimtrack import api
from claimtrack.config import Config
from claimtrack.engine.run import run
from claimtrack.engine.selection import selected
from claimtrack.findings import Finding, Skip
from claimtrack.model import Claim, Ledger
from claimtrack.plugins import all_rules
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.testing.faults import FAULTS, Bed, Fault, Planted
from claimtrack.text.dates import Date, parse_date

EACH = 5
"""How often each fault is planted, unless told."""

TOLD_ALREADY = Skip("told-already")
"""A claim of which the rule has something to say before anything is planted there."""
NO_RULE = Skip("no-rule-for-it-is-installed")
SWITCHED_OFF = Skip("its-rule-is-switched-off")

Progress = Callable[[int, int], None]
"""Told how many trials are made, and how many there will be at most."""


@frozen(kw_only=True)
class Trial:
    """One fault at one claim: what was planted, and who told it."""

    claim: Claim
    planted: Planted
    told: tuple[Finding, ...] = ()
    """The findings that tell the fault; empty where it was missed."""
    false_alarms: tuple[Finding, ...] = ()
    """Findings on the same addition without the fault."""


@frozen(kw_only=True)
class Outcome:
    """All trials of one fault, and why there are not more."""

    fault: Fault
    trials: tuple[Trial, ...] = ()
    not_planted: Mapping[str, int]
    """At how many claims it could not be planted, by reason.

    Whole where there are fewer trials than were asked for; else as far as it was looked for.
    """

    @property
    def found(self) -> tuple[Trial, ...]:
        """The trials in which a rule told the fault."""
        return tuple(trial for trial in self.trials if trial.told)

    @property
    def missed(self) -> tuple[Trial, ...]:
        """The trials in which none did."""
        return tuple(trial for trial in self.trials if not trial.told)

    @property
    def false_alarms(self) -> tuple[Finding, ...]:
        """The findings on what was no fault."""
        return tuple(finding for trial in self.trials for finding in trial.false_alarms)


@frozen(kw_only=True)
class SelfTest:
    """What came of all faults, and what the ledger has as it is."""

    seed: int
    each: int
    ledger: Ledger
    as_it_is: Result
    """The ordinary check of the untouched ledger."""
    outcomes: tuple[Outcome, ...]
    rules: Mapping[str, str]
    """The rules that ran on the ledger: their names by code."""

    @property
    def on_trial(self) -> frozenset[str]:
        """The codes of the rules for which a fault was planted."""
        told = (one.fault.rules for one in self.outcomes if one.trials)
        return frozenset(code for codes in told for code in codes if code in self.rules)

    def exit_code(self) -> int:
        """The exit status of the command: 1 where a rule missed a fault or told one that is none.

        2 where nothing could be planted at all: then nothing was tested.
        """
        if not any(outcome.trials for outcome in self.outcomes):
            return 2
        return int(any(outcome.missed or outcome.false_alarms for outcome in self.outcomes))


def selftest(
    ledger: Ledger,
    *,
    seed: int = 0,
    each: int = EACH,
    as_of: Date | str | None = None,
    rules: Sequence[AnyRule] | None = None,
    faults: Sequence[Fault] = FAULTS,
    progress: Progress | None = None,
) -> SelfTest:
    """Plant faults into a copy of a ledger and see which rules tell them.

    Each fault is planted at up to `each` claims, which `seed` chooses; the same ledger, seed and
    rules give the same result. The rules are those that the ledger's configuration selects, but
    nothing is silenced: ignores, decisions, and what is silent by path are lifted. Of `rules`,
    those that may run, all installed ones count unless told; `as_of` is today. Raises `ConfigError`
    where the configuration names a rule that does not exist, and `ValueError` for an `as_of` that
    is no date.
    """
    day = api.today() if as_of is None else as_of
    told = parse_date(day) if isinstance(day, str) else day
    known = all_rules() if rules is None else rules
    stand = _Stand(Bed.of(ledger), known, told)
    outcomes = []
    for done, fault in enumerate(faults):
        report = _share(progress, done * each, len(faults) * each)
        rng = Random(f"{seed} {fault}")  # noqa: S311 - chooses places, guards nothing
        outcomes.append(stand.outcome(fault, rng, each, report))
    return SelfTest(
        seed=seed,
        each=each,
        ledger=ledger,
        as_it_is=api.check(ledger, as_of=told, rules=known),
        outcomes=tuple(outcomes),
        rules={code: rule.name for code, rule in stand.chosen.items()},
    )


class _Stand:
    """The bed, the rules on trial, and what they say before anything is planted."""

    def __init__(self, bed: Bed, known: Sequence[AnyRule], as_of: Date) -> None:
        self.bed = bed
        self.as_of = as_of
        self.known = {rule.code: rule for rule in known}
        self.chosen = {rule.code: rule for rule in selected(known, bed.ledger.config)}
        config = bed.ledger.config
        self.config = evolve(config, select=Config().select, ignore=(), severity={}, per_path={})
        self.before: set[str] = set()
        self.named: defaultdict[str, set[str]] = defaultdict(set)
        for finding in self._findings(bed.ledger, self.chosen.values()):
            self.before.add(finding.fingerprint)
            self.named[finding.code].update(place.record for place in finding.places)

    def outcome(
        self, fault: Fault, rng: Random, each: int, progress: Callable[[int], None]
    ) -> Outcome:
        """Plant a fault at one claim after the other, until it was planted often enough."""
        rules = [self.chosen[code] for code in fault.rules if code in self.chosen]
        if not rules:
            is_known = any(code in self.known for code in fault.rules)
            reason = SWITCHED_OFF if is_known else NO_RULE
            return Outcome(fault=fault, not_planted={reason.reason: len(self.bed.claims)})
        named = {name for rule in rules for name in self.named[rule.code]}
        reasons: Counter[str] = Counter()
        trials: list[Trial] = []
        for claim in rng.sample(self.bed.claims, len(self.bed.claims)):
            if len(trials) == each:
                break
            planted = self._planted(fault, claim, rng, named)
            if isinstance(planted, Skip):
                reasons[planted.reason] += 1
            else:
                trials.append(self._trial(claim, planted, rules))
                progress(len(trials))
        return Outcome(fault=fault, trials=tuple(trials), not_planted=dict(sorted(reasons.items())))

    def _planted(
        self, fault: Fault, claim: Claim, rng: Random, named: AbstractSet[str]
    ) -> Planted | Skip:
        planted = fault.plant(self.bed, claim, rng)
        return TOLD_ALREADY if isinstance(planted, Planted) and claim.ref in named else planted

    def _trial(self, claim: Claim, planted: Planted, rules: Sequence[AnyRule]) -> Trial:
        bed = self.bed.ledger
        alarms = self._new(planted.faithfully(bed), planted, rules) if planted.faithful else ()
        told = self._new(planted.into(bed), planted, rules)
        return Trial(claim=claim, planted=planted, told=told, false_alarms=alarms)

    def _new(
        self, ledger: Ledger, planted: Planted, rules: Iterable[AnyRule]
    ) -> tuple[Finding, ...]:
        """The findings that were not there before and name the record in question."""
        return tuple(
            finding
            for finding in self._findings(ledger, rules)
            if finding.fingerprint not in self.before
            and any(place.record == planted.record for place in finding.places)
        )

    def _findings(self, ledger: Ledger, rules: Iterable[AnyRule]) -> tuple[Finding, ...]:
        return run(ledger, list(rules), as_of=self.as_of, config=self.config).findings


def _share(progress: Progress | None, before: int, total: int) -> Callable[[int], None]:
    """Progress over all faults, for one that tells how far it is itself."""
    return lambda done: None if progress is None else progress(before + done, total)
