"""What a rule's check may yield, made sure of: a plug-in's mistake must not end the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from claimtrack.findings import Finding, Location, Severity, fingerprint
from claimtrack.rule import AnyRule


def sound_finding(outcome: Any, rule: AnyRule) -> Finding:
    """A finding as it is; raises `TypeError` for anything that could not be reported as one."""
    if not isinstance(outcome, Finding):
        raise TypeError(f"expected a Finding or a Skip, found {outcome!r}")
    if (outcome.code, outcome.name) != (rule.code, rule.name):
        raise TypeError(f"a finding of {rule.code} calls itself {outcome.code!r} {outcome.name!r}")
    texts = (outcome.message, outcome.fingerprint, outcome.help)
    if not (isinstance(outcome.severity, Severity) and all(isinstance(t, str) for t in texts)):
        raise TypeError(f"a finding takes a Severity and texts, found {outcome!r}")
    if not all(map(_is_sound, outcome.places)):
        raise TypeError(f"a finding's places are Locations, found {outcome.places!r}")
    return outcome


def _is_sound(place: Any) -> bool:
    return isinstance(place, Location) and all(isinstance(text, str) for text in place[:4])


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with a number worked into the fingerprints that several share.

    Two findings of one rule about the same key and records cannot be told apart by identity. They
    are counted in the order of what they say and where, so that a baseline which accepts two of
    them shows a third.
    """
    seen: Counter[str] = Counter()
    numbered = []
    for finding in sorted(findings, key=_by_content):
        identity = finding.fingerprint
        seen[identity] += 1
        if seen[identity] > 1:
            identity = fingerprint("again", identity, str(seen[identity]))
        numbered.append(finding._replace(fingerprint=identity))
    return numbered


def _by_content(finding: Finding) -> tuple[str, str, tuple[Location, ...]]:
    return finding.fingerprint, finding.message, finding.places
