"""What is not shown, and why: ignores of records, decisions, paths, and the baseline.

Nothing is silenced in silence: each suppression is counted, and one that silences nothing is a
fact that a rule reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from fnmatch import fnmatchcase

from claimtrack.config import Config
from claimtrack.engine.decided import Decisions
from claimtrack.engine.selection import matches
from claimtrack.findings import Finding
from claimtrack.model import Ignore, Record, UnusedIgnore
from claimtrack.rule import AnyRule
from claimtrack.text.dates import Date
from claimtrack.text.near import nearest

IGNORED, DECIDED, PER_PATH, BASELINE = "ignored", "decided", "per-path", "baseline"


class Suppressions:
    """Sorts findings into shown and silenced, and remembers which ignores were of use.

    `seen_from_config` gives, for a file of the ledger, its path in the configuration's folder,
    with which the patterns of `per-path` are compared.
    """

    def __init__(
        self,
        records: Iterable[Record],
        config: Config,
        as_of: Date,
        baseline: AbstractSet[str] = frozenset(),
        seen_from_config: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.config = config
        self.as_of = as_of
        self.baseline = baseline
        self.counts: Counter[str] = Counter({IGNORED: 0, DECIDED: 0, BASELINE: 0, PER_PATH: 0})
        self._ignores: defaultdict[str, list[tuple[Record, int, Ignore]]] = defaultdict(list)
        self._used: set[tuple[int, int]] = set()
        self._told: set[tuple[int, int]] = set()
        self.decisions = Decisions(as_of)
        self._accepted: set[str] = set()
        self._seen_from_config = dict(seen_from_config)
        for record in records:
            self.decisions.add(record)
            for position, entry in enumerate(record.ignore):
                self._ignores[record.ref].append((record, position, entry))

    def shown(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that nothing silences."""
        kept = []
        for finding in findings:
            reason = self._reason(finding)
            if finding.fingerprint in self.baseline:
                self._accepted.add(finding.fingerprint)
            self.decisions.met(finding, is_open=reason in (None, BASELINE))
            if reason is None:
                kept.append(finding)
            else:
                self.counts[reason] += 1
        return kept

    def _reason(self, finding: Finding) -> str | None:
        # Every ignore that matches is of use, even where a decision would have been enough.
        if self._ignored(finding):
            return IGNORED
        if self.decisions.settle(finding.fingerprint):
            return DECIDED
        if self._is_silent_there(finding):
            return PER_PATH
        return BASELINE if finding.fingerprint in self.baseline else None

    def _is_silent_there(self, finding: Finding) -> bool:
        file = finding.primary.file
        path = self._seen_from_config.get(file, file)
        return any(
            fnmatchcase(path, pattern)
            and any(matches(spec, finding.code, finding.name) for spec in specs)
            for pattern, specs in self.config.per_path.items()
        )

    def _ignored(self, finding: Finding) -> bool:
        ignored = False
        for ref in {place.record for place in finding.places}:
            for record, position, entry in self._ignores.get(ref, ()):
                if entry.rule in (finding.code, finding.name) and not self._expired(entry.until):
                    self._used.add((id(record), position))
                    ignored = True
        return ignored

    def _expired(self, until: Date | None) -> bool:
        return until is not None and until.before(self.as_of)

    @property
    def unused_baseline(self) -> int:
        """How many accepted findings were not found."""
        return len(self.baseline - self._accepted)

    def unused(
        self, rules: Sequence[AnyRule], every: Sequence[AnyRule], *, whole: bool = True
    ) -> list[UnusedIgnore]:
        """The ignores that silenced nothing, where the rule that they name ran or does not exist.

        Each is given once, however often they are asked for.

        `rules` are those that this run finished, `every` are all that exist. One that failed
        cannot say whether it had anything to silence. Where the ledger is not `whole`, what an
        ignore silences may stand in the rest of it.
        """
        ran = {name for rule in rules for name in (rule.code, rule.name)}
        known = {name for rule in every for name in (rule.code, rule.name)}
        facts = []
        for entries in self._ignores.values():
            for record, position, entry in entries:
                reason = self._idle(record, position, entry, ran, known)
                if reason is not None and (id(record), position) not in self._told:
                    self._told.add((id(record), position))
                    facts.append(
                        UnusedIgnore(
                            record=record,
                            position=position,
                            entry=entry,
                            reason=reason,
                            certain=self._expired(entry.until) or (whole and entry.rule in known),
                            origin=record.origin,
                        )
                    )
        return facts

    def _idle(
        self, record: Record, position: int, entry: Ignore, ran: set[str], known: set[str]
    ) -> str | None:
        if entry.rule not in known:
            near = nearest(entry.rule, known)
            hint = f"; did you mean {near!r}?" if near else ""
            return f"names no rule that exists: {entry.rule!r}{hint}"
        if self._expired(entry.until):
            return f"expired on {entry.until}"
        if entry.rule not in ran or (id(record), position) in self._used:
            return None
        return f"silences nothing: {entry.rule} has no finding here"
