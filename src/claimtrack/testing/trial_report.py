"""What a self-test found, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimtrack.findings import Severity
from claimtrack.reports.json import json_text, summary_data
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.testing.trials import Outcome, SelfTest, Trial

SCHEMA = "claimtrack-selftest/1"
"""Names the shape; it changes when a field changes its meaning."""

_HEAD = ("fault", "must be told by", "planted", "found", "missed", "false alarms")
_SHOWN = 3
"""Reasons that are shown; a fault seldom has more that matter."""


def render_text(result: SelfTest, paint: Paint = PLAIN) -> Iterator[str]:
    """A table of the faults, then what was missed, what could not be planted, and the ledger."""
    rows = [_row(outcome, result.rules) for outcome in result.outcomes]
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    yield paint.strong(_line(_HEAD, widths)) + "\n"
    for outcome, row in zip(result.outcomes, rows, strict=True):
        line = _line(row, widths)
        wrong = outcome.missed or outcome.false_alarms
        if wrong:
            line = paint.severity(line, Severity.ERROR)
        yield (line if wrong or outcome.trials else paint.dim(line)) + "\n"
    yield "\n"
    yield from _wrong(result, paint)
    yield from _not_planted(result.outcomes, result.each)
    yield from _last(result, paint)


def render_json(result: SelfTest, *, plain: bool = False) -> Iterator[str]:
    """One document (`claimtrack-selftest/1`); a `plain` one is ASCII."""
    document = {
        "schema": SCHEMA,
        "seed": result.seed,
        "each": result.each,
        "summary": _totals(result.outcomes),
        "rules_on_trial": sorted(result.on_trial),
        "rules_without_fault": sorted(result.rules.keys() - result.on_trial),
        "faults": [_outcome_data(outcome) for outcome in result.outcomes],
        "ledger_as_it_is": summary_data(result.as_it_is.summary),
    }
    yield json_text(document, plain, indent=2) + "\n"


def _row(outcome: Outcome, rules: Mapping[str, str]) -> tuple[str, ...]:
    counts = [len(outcome.trials), len(outcome.found), len(outcome.missed)]
    # Where nothing is added, the ledger as it is was the test of false alarms.
    silent = len(outcome.false_alarms) if any(t.planted.faithful for t in outcome.trials) else "–"
    numbers = [*map(str, counts), str(silent)] if outcome.trials else ["–"] * (len(counts) + 1)
    return outcome.fault.name, _told_by(outcome.fault.rules, rules), *numbers


def _told_by(codes: Sequence[str], rules: Mapping[str, str]) -> str:
    """The rules by code, and by name where it is one."""
    one = len(codes) == 1
    return f"{codes[0]} {rules.get(codes[0], '')}".strip() if one else " or ".join(codes)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    texts, numbers = slice(2), slice(2, None)
    left = [cell.ljust(width) for cell, width in zip(cells[texts], widths[texts], strict=True)]
    right = [cell.rjust(w) for cell, w in zip(cells[numbers], widths[numbers], strict=True)]
    return "  ".join([*left, *right])


def _wrong(result: SelfTest, paint: Paint) -> Iterator[str]:
    for outcome in result.outcomes:
        rules = " or ".join(outcome.fault.rules)
        for trial in outcome.missed:
            yield f"missed by {rules}: {paint.text(_place(trial))}\n"
        for trial in outcome.trials:
            for finding in trial.false_alarms:
                told = f"a faithful reprint of {trial.claim.ref}: {finding.message}"
                yield f"false alarm of {finding.code}: {paint.text(told)}\n"


def _place(trial: Trial) -> str:
    """Where and what: `claims/a.yaml: claim:a1-toll: the value '35' reprinted as '45'`."""
    file = trial.claim.origin.file
    return f"{file}: {trial.claim.ref}: {trial.planted.says}"


def _not_planted(outcomes: Iterable[Outcome], each: int) -> Iterator[str]:
    fewer = [one for one in outcomes if len(one.trials) < each and one.not_planted]
    if fewer:
        yield f"planted fewer than {each} times, since at so many claims it was not possible:\n"
    for outcome in fewer:
        ranked = sorted(outcome.not_planted.items(), key=lambda item: (-item[1], item[0]))
        told = [f"{reason.replace('-', ' ')} {count:,}" for reason, count in ranked[:_SHOWN]]
        rest = sum(count for _, count in ranked[_SHOWN:])
        told += [f"other reasons {rest:,}"] if rest else []
        rules = " or ".join(outcome.fault.rules)
        yield f"  {outcome.fault.name} ({rules}): {', '.join(told)}\n"
    if fewer:
        yield "\n"


def _last(result: SelfTest, paint: Paint) -> Iterator[str]:
    found = result.as_it_is.summary.findings
    told = ", ".join(f"{level} {count:,}" for level, count in found.items())
    yield f"findings of the ledger as it is: {told}\n"
    yield f"rules on trial: {len(result.on_trial)} of the {len(result.rules)} that run\n"
    totals = _totals(result.outcomes)
    line = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in totals.items())
    line += f" (seed {result.seed})"
    bad = result.exit_code() != 0
    yield (paint.severity(line, Severity.ERROR) if bad else paint.good(line)) + "\n"


def _totals(outcomes: Iterable[Outcome]) -> dict[str, int]:
    totals = dict.fromkeys(("planted", "found", "missed", "false_alarms"), 0)
    for outcome in outcomes:
        totals["planted"] += len(outcome.trials)
        totals["found"] += len(outcome.found)
        totals["missed"] += len(outcome.missed)
        totals["false_alarms"] += len(outcome.false_alarms)
    return totals


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "fault": outcome.fault.name,
        "rules": list(outcome.fault.rules),
        **_totals([outcome]),
        "not_planted": dict(outcome.not_planted),
        "trials": [_trial_data(trial) for trial in outcome.trials],
    }


def _trial_data(trial: Trial) -> dict[str, Any]:
    return {
        "record": trial.claim.ref,
        "file": trial.claim.origin.file,
        "planted": trial.planted.says,
        "told_by": sorted({finding.code for finding in trial.told}),
        "false_alarms": sorted({finding.code for finding in trial.false_alarms}),
    }
