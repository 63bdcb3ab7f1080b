"""From the words of others to ours: a table that people read, in place of a guess.

The shipped table is `crosswalk.toml`. A user's own has the same form and counts before it. A label
that neither knows is `unmapped`, and its words are kept.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from claimtrack.errors import ConfigError
from claimtrack.interop.imports.identifiers import host
from claimtrack.model.words import Veracity
from claimtrack.text.near import nearest
from claimtrack.text.searchable import searchable

_EDGES = " .,;:!?\"'()[]-*،؛؟"
_KEYS = ("veracity", "reviewers", "platforms")
_ANY = ""
"""In the place of a reviewer: whoever it is."""


def folded(words: str) -> str:
    """Words as they are compared: without case, typography, and the signs around them."""
    return searchable(words).strip(_EDGES)


@frozen
class Crosswalk:
    """What the labels of reviewers mean, and which claimants are nobody in particular."""

    labels: Mapping[tuple[str, str], Veracity] = field(factory=dict)
    """By reviewer's domain, empty for any, and folded label."""
    domains: frozenset[str] = frozenset()
    """Of platforms, on which anybody may write."""
    words: frozenset[str] = frozenset()
    """Folded words; a name that is made of them alone names nobody."""

    def veracity(self, label: str, reviewer: str) -> Veracity:
        """What a label means of a reviewer, who is known by domain; `UNMAPPED` where none says."""
        words = folded(label)
        for whose in (host(reviewer), _ANY):
            if found := self.labels.get((whose, words)):
                return found
        return Veracity.UNMAPPED

    def is_platform(self, name: str) -> bool:
        """Whether a claimant is a platform, or people at large: `x.com`, "Facebook posts"."""
        said = folded(name).split()
        return host(name) in self.domains or (bool(said) and self.words.issuperset(said))

    def under(self, other: Crosswalk) -> Crosswalk:
        """The two tables in one: what both know, the other one says."""
        return Crosswalk(
            {**self.labels, **other.labels},
            self.domains | other.domains,
            self.words | other.words,
        )

    @classmethod
    def parse(cls, text: str, where: str) -> Crosswalk:
        """Read a table in TOML; `where` names it in messages.

        Raises `ConfigError` for what is no TOML, for an unknown key, and for one label with two
        meanings.
        """
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{where}: no TOML: {error}") from None
        _know(table, _KEYS, where)
        reviewers = {"": table.get("veracity", {}), **_tables(table, "reviewers", where)}
        labels: dict[tuple[str, str], Veracity] = {}
        for whose, meanings in reviewers.items():
            for word, label in _labels(meanings, f"{where}: {whose or 'veracity'}"):
                given = labels.setdefault((whose, folded(label)), word)
                if given is not word:
                    raise ConfigError(f"{where}: {label!r} is both {given} and {word}; keep one")
        platforms = table.get("platforms", {})
        _know(platforms, ("domains", "words"), f"{where}: platforms")
        return cls(
            labels,
            frozenset(host(name) for name in _strings(platforms.get("domains", []), where)),
            frozenset(
                folded(word)
                for language in _tables(platforms, "words", where).values()
                for word in _strings(language, where)
            ),
        )


@cache
def shipped() -> Crosswalk:
    """The table that comes with the program."""
    text = files(__package__).joinpath("crosswalk.toml").read_text(encoding="utf-8")
    return Crosswalk.parse(text, "crosswalk.toml")


def _labels(meanings: Any, where: str) -> Iterator[tuple[Veracity, str]]:
    """Each label of a table with what it means: by veracity, then by language or at once."""
    _know(meanings, [word.value for word in Veracity], where)
    for word, given in meanings.items():
        lists = given.values() if isinstance(given, Mapping) else [given]
        for labels in lists:
            for label in _strings(labels, where):
                yield Veracity(word), label


def _know(table: Any, keys: Sequence[str], where: str) -> None:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{where}: expected a table, found {table!r}")
    for key in table:
        if key not in keys:
            near = nearest(key, keys)
            hint = f"did you mean {near!r}?" if near else f"known keys are {', '.join(keys)}"
            raise ConfigError(f"{where}: unknown key {key!r}; {hint}")


def _tables(table: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    found = table.get(key, {})
    if isinstance(found, Mapping):
        return found
    raise ConfigError(f"{where}: {key}: expected a table, found {found!r}")


def _strings(value: Any, where: str) -> Sequence[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise ConfigError(f"{where}: expected a list of strings, found {value!r}")
