"""The runner of rule cases: a file of small ledgers, each with what one rule finds in it.

A case is documentation, test and regression at once. A file names its rule and lists its cases:

    rule: value-conflict
    cases:
      - name: two tolls for one day
        why: what the reader should notice            # optional
        ledger: |                                     # or `files: {a.yaml: |, b.yaml: |}`
          claims: […]
        as_of: 2031-05-20                             # optional, else 2031-06-01
        config: {house: [our-desk]}                   # optional, as in claimtrack.toml
        finds:                                        # `[]`: the rule must stay silent
          - at: claim:b-toll                          # the primary place's record
            with: [claim:a-toll]                      # the related places' records, in order
            line: 7                                   # optional, as are file, column, severity
            says: 35 bodies                           # optional part of message or places
        also: [always-raises]                         # optional: other rules that run beside it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from claimtrack import api
from claimtrack.config import Config
from claimtrack.findings import Finding
from claimtrack.plugins import all_rules
from claimtrack.rule import AnyRule
from claimtrack.store.compose import compose
from claimtrack.store.decode import decode
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems
from claimtrack.testing.faulty import AlwaysRaises

DEFAULT_AS_OF = "2031-06-01"
_CASE_KEYS = {"name", "why", "ledger", "files", "as_of", "config", "finds", "also"}
_FIND_KEYS = {"at", "with", "file", "line", "column", "severity", "says"}


class CaseError(ValueError):
    """A case file that is not written as one; the message says where and what is expected."""


class CaseFailedError(AssertionError):
    """A case whose rule found something else; the message shows both."""


@frozen(kw_only=True)
class Case:
    """One small ledger and what one rule finds in it."""

    rule: str
    """The name of the rule."""
    name: str
    """What the case shows."""
    why: str = ""
    """What the reader should notice."""
    files: Mapping[str, str]
    """The claim files, by name."""
    finds: Sequence[Mapping[str, Any]] = ()
    """What is expected of each finding, in the order of findings; nothing for silence."""
    as_of: str = DEFAULT_AS_OF
    """The day on which the ledger is judged."""
    config: Mapping[str, Any] = field(factory=dict)
    """Configuration, as in `claimtrack.toml`."""
    also: Sequence[str] = ()
    """Other rules that must run for this one to have anything to say."""

    @property
    def is_silent(self) -> bool:
        """Whether the rule must find nothing."""
        return not self.finds


def read_cases(path: Path) -> list[Case]:
    """The cases of a file. Raises `CaseError`."""
    problems = Problems(path.name)
    text = decode(path.read_bytes(), problems)
    root = None if text is None else compose(text, problems)
    if root is None or problems.found:
        found = problems.found[0] if problems.found else None
        where = f":{found.primary.line}:{found.primary.column}" if found else ""
        raise CaseError(f"{path}{where}: {found.message if found else 'no mapping'}")
    table: Any = plain(root)
    if not isinstance(table, dict) or set(table) != {"rule", "cases"}:
        raise CaseError(f"{path}: expected a mapping with the keys 'rule' and 'cases'")
    return [_case(path, table["rule"], entry) for entry in table["cases"]]


def _case(path: Path, rule: str, entry: Any) -> Case:
    if not isinstance(entry, dict) or "name" not in entry or "finds" not in entry:
        raise CaseError(f"{path}: a case is a mapping with at least 'name' and 'finds'")
    where = f"{path}: case {entry['name']!r}"
    if unknown := set(entry) - _CASE_KEYS:
        raise CaseError(f"{where}: unknown keys {sorted(unknown)}; known: {sorted(_CASE_KEYS)}")
    if ("ledger" in entry) == ("files" in entry):
        raise CaseError(f"{where}: give either 'ledger' (one file) or 'files'")
    for expected in entry["finds"] or ():
        if not isinstance(expected, dict) or set(expected) - _FIND_KEYS or "at" not in expected:
            raise CaseError(f"{where}: a finding takes 'at' and of {sorted(_FIND_KEYS)}")
    return Case(
        rule=rule,
        name=entry["name"],
        why=entry.get("why", ""),
        files=entry.get("files") or {"ledger.yaml": entry["ledger"]},
        finds=entry["finds"] or (),
        as_of=entry.get("as_of", DEFAULT_AS_OF),
        config={key: _typed(value) for key, value in entry.get("config", {}).items()},
        also=entry.get("also", ()),
    )


def _typed(value: Any) -> Any:
    """A value of a configuration as TOML has it: in a claim file each plain scalar is text."""
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def findings_of(case: Case, rules: Sequence[AnyRule] | None = None) -> tuple[Finding, ...]:
    """What the case's rule finds in its ledger. Raises `CaseError` where there is no such rule.

    `rules` are those among which it is looked up: all installed ones unless given.
    """
    known = [*(all_rules() if rules is None else rules), AlwaysRaises()]
    wanted = {case.rule, *case.also}
    chosen = [rule for rule in known if {rule.name, rule.code} & wanted]
    if not any(case.rule in (rule.name, rule.code) for rule in chosen):
        raise CaseError(f"no rule is called {case.rule!r}")
    ledger = api.loads(case.files, Config.parse(case.config))
    result = api.check(ledger, as_of=case.as_of, rules=chosen)
    return tuple(found for found in result.findings if case.rule in (found.name, found.code))


def check_case(case: Case, rules: Sequence[AnyRule] | None = None) -> None:
    """Run one case. Raises `CaseFailedError` where the rule finds something else than it says."""
    _check_form(case)
    found = findings_of(case, rules)
    problems = []
    if len(found) != len(case.finds):
        problems.append(f"expected {len(case.finds)} findings, found {len(found)}")
    for expected, finding in zip(case.finds, found, strict=False):
        problems += _differences(expected, finding)
    if problems:
        listing = "\n".join(f"  found: {_line(finding)}" for finding in found) or "  found: nothing"
        raise CaseFailedError(
            "\n".join([f"case {case.name!r} of {case.rule}:", *problems, listing])
        )


def _check_form(case: Case) -> None:
    """A case of another rule must be well formed, or it would show something else than it says."""
    ledger = api.loads(case.files, Config.parse(case.config))
    other = [found for found in ledger.findings if case.rule not in (found.name, found.code)]
    if other:
        raise CaseFailedError(f"case {case.name!r} of {case.rule} is malformed: {_line(other[0])}")


def _differences(expected: Mapping[str, Any], finding: Finding) -> Iterator[str]:
    at = finding.primary
    actual = {
        "at": at.record,
        "with": [place.record for place in finding.related],
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "severity": str(finding.severity),
    }
    for key, value in expected.items():
        if key == "says":
            told = [finding.message, *(place.message for place in finding.places)]
            if not any(str(value) in text for text in told):
                yield f"expected {value!r} in the message or a place"
        elif str(actual[key]) != str(value):
            yield f"expected {key} {value!r}, found {actual[key]!r}"


def _line(finding: Finding) -> str:
    at = finding.primary
    related = f" with {[place.record for place in finding.related]}" if finding.related else ""
    where = f"{at.file}:{at.line}:{at.column}"
    return f"{where} {finding.code} {at.record}{related}: {finding.message} «{at.message}»"
