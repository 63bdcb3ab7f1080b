"""claimtrack keeps attributed claims as YAML in git and checks them.

    import claimtrack

    ledger = claimtrack.load("claims/")
    result = claimtrack.check(ledger)
    for finding in result.findings:
        print(finding.primary.file, finding.primary.line, finding.message)

Names are loaded when they are first used, so that the command starts quickly.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # to load typing takes as long as to look at a thousand files
if TYPE_CHECKING:
    from typing import Any

    from claimtrack.api import asof as asof
    from claimtrack.api import check as check
    from claimtrack.api import load as load
    from claimtrack.api import loads as loads
    from claimtrack.api import query as query
    from claimtrack.api import roots as roots
    from claimtrack.config import Config as Config
    from claimtrack.errors import ClaimtrackError as ClaimtrackError
    from claimtrack.errors import ConfigError as ConfigError
    from claimtrack.errors import UsageError as UsageError
    from claimtrack.findings import Edit as Edit
    from claimtrack.findings import Finding as Finding
    from claimtrack.findings import Fix as Fix
    from claimtrack.findings import Location as Location
    from claimtrack.findings import Severity as Severity
    from claimtrack.findings import Skip as Skip
    from claimtrack.model import Actor as Actor
    from claimtrack.model import Article as Article
    from claimtrack.model import CapturedText as CapturedText
    from claimtrack.model import Claim as Claim
    from claimtrack.model import Decision as Decision
    from claimtrack.model import Ledger as Ledger
    from claimtrack.model import Localized as Localized
    from claimtrack.model import Occasion as Occasion
    from claimtrack.model import Proposition as Proposition
    from claimtrack.model import Quote as Quote
    from claimtrack.model import Record as Record
    from claimtrack.model import Roots as Roots
    from claimtrack.result import Result as Result
    from claimtrack.result import Summary as Summary
    from claimtrack.rule import Deriver as Deriver
    from claimtrack.rule import Group as Group
    from claimtrack.rule import Key as Key
    from claimtrack.rule import Rule as Rule
    from claimtrack.rule import newest_first as newest_first
    from claimtrack.text.dates import Date as Date
    from claimtrack.text.dates import parse_date as parse_date
    from claimtrack.text.filters import FilterError as FilterError

__version__ = "0.1.0"

_HOMES = {
    "claimtrack.api": ("asof", "check", "load", "loads", "query", "roots"),
    "claimtrack.config": ("Config",),
    "claimtrack.result": ("Result", "Summary"),
    "claimtrack.errors": ("ClaimtrackError", "ConfigError", "UsageError"),
    "claimtrack.findings": ("Edit", "Finding", "Fix", "Location", "Severity", "Skip"),
    "claimtrack.model": (
        "Actor",
        "Article",
        "CapturedText",
        "Claim",
        "Decision",
        "Ledger",
        "Localized",
        "Occasion",
        "Proposition",
        "Quote",
        "Record",
        "Roots",
    ),
    "claimtrack.rule": ("Deriver", "Group", "Key", "Rule", "newest_first"),
    "claimtrack.text.dates": ("Date", "parse_date"),
    "claimtrack.text.filters": ("FilterError",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME_OF)]  # noqa: PLE0604 - names of the table above


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module 'claimtrack' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
