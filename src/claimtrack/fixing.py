"""Fixes: the edits that findings offer, made only where a second check finds the better ledger.

A fix is a promise of a rule: it removes its finding and adds none. Nobody has to believe it. The
edited files are checked before they are written, and an edit that does not keep the promise is not
made, with the reason. A suggested fix of a misspelt key, word or reference is allowed
findings of other rules: they were there and could not be seen.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import unified_diff
from io import StringIO
from typing import NamedTuple

from attrs import evolve, frozen

from claimtrack import api
from claimtrack.errors import UsageError
from claimtrack.findings import Edit, Finding, steps
from claimtrack.model import Ledger
from claimtrack.result import Result
from claimtrack.rule import AnyRule
from claimtrack.store.edits import apply
from claimtrack.store.scope import holds
from claimtrack.text.dates import Date

FORM = "CT0"
"""The family of rules about the form of a file: their findings hide others of the same record."""
MOST_TRIES = 50
"""Fixes of one file that are tried one by one after they were refused together."""


class Change(NamedTuple):
    """A file with its text before and after, without a byte order mark."""

    file: str
    before: str
    after: str

    def diff(self) -> str:
        """The change as a unified diff."""
        lines = unified_diff(
            StringIO(self.before, newline="\n").readlines(),
            StringIO(self.after, newline="\n").readlines(),
            f"a/{self.file}",
            f"b/{self.file}",
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


class Refusal(NamedTuple):
    """A finding whose fix was not made, and why."""

    finding: Finding
    reason: str


@frozen(kw_only=True)
class FixOutcome:
    """What `fix` did, or with `dry_run` what it would do."""

    fixed: tuple[Finding, ...] = ()
    """The findings that are gone, by file, line and column."""
    refused: tuple[Refusal, ...] = ()
    """Those whose fix was not made."""
    changes: tuple[Change, ...] = ()
    """The files that changed, by name."""
    result: Result
    """What a check finds afterwards."""


def fix(
    ledger: Ledger,
    *,
    unsafe: bool = False,
    dry_run: bool = False,
    as_of: Date | str | None = None,
    rules: Sequence[AnyRule] | None = None,
    baseline: Collection[str] = (),
    only: Collection[api.PathLike] = (),
) -> FixOutcome:
    """Make the safe fixes of a ledger's findings, and with `unsafe` the suggested ones too.

    The edits of a file are kept only if a second check shows their findings gone and no new one. No
    fix touches a review or a decision. A file's fixes that are refused together are tried one by
    one. With `unsafe`, a fix of a finding of form may reveal findings of other rules. Files that
    one fix changes together are kept or left together. A file that changed since the ledger was
    read is not written. `as_of`, `rules` and `baseline` are those of `check`. With `only`, no other
    files are changed, and the `result` shows what touches these. Raises `UsageError` for a ledger
    that was given as texts, unless it is a `dry_run`.
    """
    if ledger.edited is None or (ledger.write is None and not dry_run):
        raise UsageError("this ledger was not read from files: there is no file to write")
    day = api.today() if as_of is None else as_of

    def check(one: Ledger) -> Result:
        return api.check(one, as_of=day, rules=rules, baseline=baseline)

    fixer = _Fixer(ledger, ledger.edited, check, unsafe=unsafe)
    asked = holds([os.fspath(path) for path in only]) if only else None
    offered = [
        found
        for found in fixer.result.findings
        if asked is None or all(asked(edit.file) for edit in _edits(found))
    ]
    judged = touches_judgement(ledger)
    wanted = [
        found
        for found in offered
        if found.fix and (unsafe or found.fix.safe) and not any(map(judged, _edits(found)))
    ]
    for batch in _batches(wanted):
        fixer.consider(batch)
    fixer.settle()
    if not dry_run:
        fixer.write()
    outcome = fixer.outcome()
    return outcome if asked is None else evolve(outcome, result=outcome.result.shown_in(asked))


def touches_judgement(ledger: Ledger) -> Callable[[Edit], bool]:
    """A test whether an edit touches a review or a decision: those only people change."""
    reviews = {
        (record.origin.file, record.origin.pointer)
        for record in ledger.records
        if record.review is not None
    }

    def touches(edit: Edit) -> bool:
        path = steps(edit.pointer)
        return (
            path[:1] == ["decisions"]
            or "review" in path[1:3]
            or (edit.action == "remove" and (edit.file, edit.pointer) in reviews)
        )

    return touches


def _batches(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings whose fixes share files, together; in the order of their files."""
    batches: list[tuple[set[str], list[Finding]]] = []
    for finding in findings:
        files = {edit.file for edit in _edits(finding)}
        found = [finding]
        apart = []
        for others, batch in batches:
            if others & files:
                files |= others
                found = batch + found
            else:
                apart.append((others, batch))
        batches = [*apart, (files, found)]
    return [found for _, found in sorted(batches, key=lambda batch: min(batch[0], default=""))]


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix is not None else ()


class _Batch(NamedTuple):
    """Findings that are fixed together, and the new texts of their files."""

    findings: list[Finding]
    texts: dict[str, str]


class _Fixer:
    """Holds the ledger as it would be, and what was decided so far."""

    def __init__(
        self,
        ledger: Ledger,
        edited: Callable[[Mapping[str, str]], Ledger],
        check: Callable[[Ledger], Result],
        *,
        unsafe: bool,
    ) -> None:
        self.ledger = ledger
        self.edited = edited
        self.check = check
        self.unsafe = unsafe
        self.result = check(ledger)
        self.known = {finding.fingerprint for finding in self.result.findings}
        self.before: dict[str, str] = {}
        self.kept: list[_Batch] = []
        self.refused: list[Refusal] = []

    def consider(self, findings: list[Finding]) -> None:
        """Make the edits of some findings; one that cannot stand beside earlier ones is refused."""
        try:
            batch = self._batch(findings)
        except ValueError:
            batch = _Batch([], {})
            for finding in findings:
                try:
                    batch = self._batch([*batch.findings, finding])
                except ValueError as reason:
                    self.refused.append(Refusal(finding, str(reason)))
        if batch.findings:
            self.kept.append(batch)

    def _batch(self, findings: list[Finding]) -> _Batch:
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for finding in findings:
            for edit in _edits(finding):
                edits[edit.file].append(edit)
        texts = {file: apply(self._text(file), made) for file, made in edits.items()}
        return _Batch(findings, texts)

    def _text(self, file: str) -> str:
        if file not in self.before:
            self.before[file] = self.ledger.read(file) or ""
        return self.before[file]

    def settle(self) -> None:
        """Keep what a second check approves: all at once if it can be, else batch by batch."""
        if not self.kept or self._objection(self.kept) is None:
            return
        candidates, self.kept = self.kept, []
        for batch in candidates:
            objection = self._objection([*self.kept, batch], revealing=self._may_reveal(batch))
            if objection is None:
                self.kept.append(batch)
            elif len(batch.findings) > 1:
                self._settle_singly(batch.findings, objection)
            else:
                self.refused += [Refusal(finding, objection) for finding in batch.findings]

    def _settle_singly(self, findings: list[Finding], objection: str) -> None:
        """Keep those of a refused batch that can stand without the others.

        Each costs a check of the ledger, so only the first `MOST_TRIES` are tried.
        """
        kept = _Batch([], {})
        for finding in findings[:MOST_TRIES]:
            try:
                batch = self._batch([*kept.findings, finding])
            except ValueError as error:
                self.refused.append(Refusal(finding, str(error)))
                continue
            revealing = self._may_reveal(_Batch([finding], {}))
            reason = self._objection([*self.kept, batch], revealing=revealing)
            if reason is None:
                kept = batch
            else:
                self.refused.append(Refusal(finding, reason))
        if kept.findings:
            self.kept.append(kept)
        self.refused += [Refusal(finding, objection) for finding in findings[MOST_TRIES:]]

    def _may_reveal(self, batch: _Batch) -> bool:
        """Whether new findings may come of it: what could not be read is then read and judged."""
        return self.unsafe and all(
            finding.code.startswith(FORM) and finding.fix is not None and not finding.fix.safe
            for finding in batch.findings
        )

    def _objection(self, batches: list[_Batch], *, revealing: bool = False) -> str | None:
        """Why some edits are not to be made, or None; then `result` is what they lead to.

        With `revealing`, new findings are no reason, unless they are of form themselves.
        """
        result = self._checked(batches)
        left = {finding.fingerprint: finding for finding in result.findings}
        for fingerprint, finding in left.items():
            revealed = revealing and not finding.code.startswith(FORM)
            if fingerprint not in self.known and not revealed:
                return f"it would bring a new finding: {finding.code} {finding.message}"
        for batch in batches:
            for finding in batch.findings:
                if finding.fingerprint in left:
                    return f"the finding would stay: {finding.code} {finding.message}"
        self.result = result
        self.known |= set(left)
        return None

    def _checked(self, batches: list[_Batch]) -> Result:
        texts = {file: text for batch in batches for file, text in batch.texts.items()}
        return self.check(self.edited(texts))

    def write(self) -> None:
        """Write what is kept; a batch one of whose files changed meanwhile is left alone."""
        write = self.ledger.write
        done = []
        for batch in self.kept:
            try:
                if write is not None:
                    write(batch.texts)
                done.append(batch)
            except OSError as error:
                reason = error.strerror or str(error)
                self.refused += [Refusal(finding, reason) for finding in batch.findings]
        if len(done) < len(self.kept):
            self.kept = done
            self.result = self._checked(done)

    def outcome(self) -> FixOutcome:
        """The account."""
        fixed = [finding for batch in self.kept for finding in batch.findings]
        changes = [
            Change(file, self.before[file], text)
            for batch in self.kept
            for file, text in batch.texts.items()
        ]
        return FixOutcome(
            fixed=tuple(sorted(fixed, key=lambda finding: finding.sort_key)),
            refused=tuple(sorted(self.refused, key=lambda refusal: refusal.finding.sort_key)),
            changes=tuple(sorted(changes)),
            result=self.result,
        )
