"""Configuration: `claimtrack.toml`, or `[tool.claimtrack]` of a `pyproject.toml`, as a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from claimtrack.errors import ConfigError
from claimtrack.findings import Severity
from claimtrack.text.force import Force
from claimtrack.text.near import nearest
from claimtrack.text.words import words

ACCEPT, REFUSE = "accept", "refuse"
OFF = "off"
"""The word that switches a rule off where a severity is expected."""


@frozen(kw_only=True)
class Config:
    """What a run is told: where the ledger is, which rules count, and how much.

    Rules are named by code, by a code's beginning (`CT3`), by name, or all at once (`ALL`).
    """

    ledger: tuple[str, ...] = ("claims",)
    """Folders and files to check when the command names none."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths inside the ledger that are passed over."""
    texts: str | None = None
    """A folder for captured texts outside the ledger's own folder."""
    house: tuple[str, ...] = ()
    """Outlets whose articles are ours."""
    language: str = "en"
    """The language of localized text that is written as a plain string (BCP 47)."""
    select: tuple[str, ...] = ("ALL",)
    """Rules that run."""
    ignore: tuple[str, ...] = ()
    """Rules that do not run."""
    severity: Mapping[str, Severity | None] = field(factory=dict)
    """A severity for a rule other than its own; None switches it off."""
    per_path: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """Rules that are silent where a finding's primary place lies in a path of this pattern.

    Patterns are those of a shell, `*` passes over `/`, and paths are relative to `folder`.
    """
    cues: Mapping[str, Mapping[str, Force]] = field(factory=dict)
    """Reporting cues besides those of the lexicon: by language and phrase, with their force."""
    baseline: str | None = None
    """A file of accepted findings."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that makes a run fail; None never fails."""
    supported_roots: int = 2
    """How many independent roots a verdict of `supported` needs."""
    parties_count: bool = True
    """Whether the word of a party to a proposition counts as a root of it."""
    unnamed_count: bool = False
    """Whether somebody whom articles do not name counts as a root."""
    respelled: str = ACCEPT
    """Whether a quote in another accepted Arabic spelling than the text's passes (`accept`)."""
    max_file_bytes: int = 16 * 2**20
    """The size from which a claim file is refused rather than read."""
    folder: str = "."
    """The configuration's own folder, seen from the working folder; no key of the file."""

    @classmethod
    def parse(cls, table: Mapping[str, Any], where: str = "the configuration") -> Config:
        """Read a table as TOML gives it; `where` names it in messages.

        Raises `ConfigError` for an unknown key (with the nearest known one), a wrong type, or a
        word that is no severity.
        """
        values: dict[str, Any] = {}
        if not isinstance(table, Mapping):
            raise ConfigError(f"{where}: expected a table, found {table!r}")
        known = {name.replace("_", "-"): name for name in _READERS}
        for key, value in table.items():
            if key not in known:
                raise ConfigError(_unknown(key, known, where))
            try:
                values[known[key]] = _READERS[known[key]](value)
            except (TypeError, ValueError) as error:
                msg = f"{where}: {key}: {error}"
                raise ConfigError(msg) from None
        return cls(**values)


def _unknown(key: str, known: Mapping[str, str], where: str) -> str:
    near = nearest(key.replace("_", "-"), known)
    hint = f"did you mean {near!r}?" if near else f"known keys are {', '.join(sorted(known))}"
    return f"{where}: unknown key {key!r}; {hint}"


def _string(value: Any) -> str:
    if isinstance(value, str) and value:
        return value
    msg = f"expected a string, found {value!r}"
    raise TypeError(msg)


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    msg = f"expected a list of strings, found {value!r}"
    raise TypeError(msg)


def _ledger(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else _strings(value)


def _severities(value: Any) -> dict[str, Severity | None]:
    return {rule: _severity(word, OFF) for rule, word in _table(value).items()}


def _severity(value: Any, none: str) -> Severity | None:
    """A severity, or None for the word that means none of them."""
    if value == none:
        return None
    try:
        return Severity.parse(_string(value))
    except ValueError as error:
        msg = f"{error}, or {none}"
        raise ValueError(msg) from None


def _per_path(value: Any) -> dict[str, tuple[str, ...]]:
    return {pattern: _strings(rules) for pattern, rules in _table(value).items()}


def _cues(value: Any) -> dict[str, dict[str, Force]]:
    found: dict[str, dict[str, Force]] = {}
    for language, phrases in _table(value).items():
        known = found.setdefault(language.lower(), {})
        if not language.isalpha():
            msg = f"expected a language such as en or ar, found {language!r}"
            raise ValueError(msg)
        for phrase, force in _table(phrases).items():
            if not words(phrase):
                msg = f"expected words, found {phrase!r}"
                raise ValueError(msg)
            known[phrase] = _force(force)
    return found


def _force(value: Any) -> Force:
    try:
        return Force(_string(value))
    except ValueError:
        msg = f"expected {', '.join(Force)}, found {value!r}"
        raise ValueError(msg) from None


def _fail_on(value: Any) -> Severity | None:
    return _severity(value, "never")


def _table(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    msg = f"expected a table, found {value!r}"
    raise TypeError(msg)


def _above_zero(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    msg = f"expected a whole number above zero, found {value!r}"
    raise TypeError(msg)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    msg = f"expected true or false, found {value!r}"
    raise TypeError(msg)


def _accept_or_refuse(value: Any) -> str:
    if value in (ACCEPT, REFUSE):
        return str(value)
    msg = f"expected {ACCEPT!r} or {REFUSE!r}, found {value!r}"
    raise ValueError(msg)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "ledger": _ledger,
    "exclude": _strings,
    "texts": _string,
    "house": _strings,
    "language": _string,
    "select": _strings,
    "ignore": _strings,
    "severity": _severities,
    "per_path": _per_path,
    "cues": _cues,
    "baseline": _string,
    "fail_on": _fail_on,
    "supported_roots": _above_zero,
    "parties_count": _flag,
    "unnamed_count": _flag,
    "respelled": _accept_or_refuse,
    "max_file_bytes": _above_zero,
}
