"""A correction, followed: from what an editor names to all that it reaches, policy included."""

from __future__ import annotations

from attrs import evolve

from claimtrack import api
from claimtrack.errors import UsageError
from claimtrack.findings import Finding
from claimtrack.impact import Impact, Target, trace
from claimtrack.model import Article, CapturedText, Claim, Ledger, Record
from claimtrack.model.called import called
from claimtrack.model.words import ArticleStatus, Lifecycle
from claimtrack.plugins import all_rules
from claimtrack.text.dates import Date

POLICY = frozenset({"corroboration-overclaimed", "single-root", "interested-parties-only"})
"""Rules that say how many independent roots a proposition has, and whether they are enough."""


def impact(ledger: Ledger, word: str, *, as_of: Date | str | None = None) -> Impact:
    """What a correction of `word` reaches: an article, a claim, or a captured text of an article.

    A captured text is named by its article and its number, counted from 1, or the day on which it
    was retrieved: `wire-2031-05-02@2`. Raises `UsageError` where nothing is called so.
    """
    found = trace(ledger, _target(ledger, word))
    return evolve(found, dropped=_dropped(ledger, found, as_of))


def _target(ledger: Ledger, word: str) -> Target:
    name, at, version = word.partition("@")
    record = called(ledger, name, ("article",) if at else ("article", "claim"))
    if isinstance(record, Claim):
        return record
    if not isinstance(record, Article):
        raise UsageError(f"{word}: expected an article or a claim")
    if not at:
        return record
    texts = [text for text in ledger.texts if text.article == record.id]
    meant = [text for text in texts if version in _versions(text)]
    if len(meant) == 1:
        return meant[0]
    known = ", ".join(
        f"{text.number} ({text.retrieved})" if text.retrieved else str(text.number)
        for text in texts
    )
    which = "several captured texts of that day" if meant else "no such captured text"
    raise UsageError(f"{word}: {which}; there is {known or 'none'}")


def _versions(text: CapturedText) -> set[str]:
    """How a captured text of an article may be called."""
    when = text.retrieved
    return {str(text.number)} | ({str(when), str(when.day())} if when is not None else set())


def _dropped(ledger: Ledger, found: Impact, as_of: Date | str | None) -> tuple[Finding, ...]:
    """What the policy's rules find of a ledger without all that falls, and do not find of this."""
    rules = [rule for rule in all_rules() if rule.name in POLICY]
    fallen = {id(one.record) for one in found.reached if one.falls} | {id(found.target)}
    if not rules:
        return ()
    day = api.today() if as_of is None else as_of
    records = tuple(_taken_back(one) if id(one) in fallen else one for one in ledger.records)
    before = api.check(ledger, as_of=day, rules=rules).findings
    known = {(finding.code, finding.primary.record) for finding in before}
    known |= {(finding.code, finding.fingerprint) for finding in before}
    after = api.check(evolve(ledger, records=records), as_of=day, rules=rules).findings
    return tuple(
        finding
        for finding in after
        if known.isdisjoint(
            {(finding.code, finding.primary.record), (finding.code, finding.fingerprint)}
        )
    )


def _taken_back(record: Record) -> Record:
    if isinstance(record, Claim) and record.is_live:
        return evolve(record, status=evolve(record.status, lifecycle=Lifecycle.RETRACTED))
    if isinstance(record, Article):
        return evolve(record, status=ArticleStatus.RETRACTED)
    return record
