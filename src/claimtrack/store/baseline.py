"""The baseline: findings that are accepted today, one by one, so that only new ones are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from claimtrack.errors import ConfigError
from claimtrack.findings import Finding

SCHEMA = "claimtrack-baseline/1"


def baseline_text(findings: Iterable[Finding]) -> str:
    """The text of a baseline file: for each finding its fingerprint, and what a reader needs.

    Only the fingerprints count when it is read. One line a finding, sorted, so that a change of the
    baseline is a change of those lines in git.
    """
    entries = sorted(
        (
            {
                "fingerprint": finding.fingerprint,
                "code": finding.code,
                "record": finding.primary.record,
                "message": finding.message,
            }
            for finding in findings
        ),
        key=lambda entry: (entry["code"], entry["record"], entry["fingerprint"]),
    )
    lines = ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    listing = f"[\n  {lines}\n]" if entries else "[]"
    return f'{{"schema": "{SCHEMA}", "findings": {listing}}}\n'


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of a baseline file. Raises `ConfigError` where it is not one."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        if table["schema"] != SCHEMA:
            raise ConfigError(f"{path}: expected {SCHEMA}, found {table['schema']!r}")
        return frozenset(str(entry["fingerprint"]) for entry in table["findings"])
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        advice = "`claimtrack baseline` writes one"
        raise ConfigError(f"{path}: not a baseline file; {advice}") from None
