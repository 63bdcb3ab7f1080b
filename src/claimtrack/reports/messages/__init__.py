"""The words of the reports' own interface: one TOML file for each language.

A further language is one file beside `en.toml` with the same tables, and a line in `_PLURALS`. What
rules say is English; `rules/` holds, for each other language, what each of ours means in a sentence
and what to do, by name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import frozen

from claimtrack.reports.marks import Badge
from claimtrack.reports.runs import Direction, direction_of_language


def _arabic(count: int) -> str:
    if count < 3:  # noqa: PLR2004 - the forms that Arabic has of its own
        return ("zero", "one", "two")[count]
    rest = count % 100
    if 3 <= rest <= 10:  # noqa: PLR2004 - as CLDR has it
        return "few"
    return "many" if rest > 10 else "other"  # noqa: PLR2004


# CLDR's plural categories of a whole number (https://cldr.unicode.org/index/cldr-spec/plural-rules).
_PLURALS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"en": lambda count: "one" if count == 1 else "other", "ar": _arabic}
)

RULES_SPEAK = "en"
"""The language in which rules write their messages."""

LANGUAGES = tuple(_PLURALS)
"""The languages of the interface."""


@frozen
class RuleWords:
    """A rule in few words."""

    title: str
    """What its findings say, in one sentence."""
    do: str
    """What to do."""


@frozen
class Messages:
    """The interface in one language; a name that is not in its tables raises `KeyError`."""

    language: str
    """BCP 47."""
    tables: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, RuleWords]
    """Rules by name; without those of plug-ins, and empty in English, which rules speak."""

    @property
    def dir(self) -> Direction:
        """The direction of the interface."""
        return direction_of_language(self.language)

    def __call__(self, key: str) -> str:
        """A label: `page.speakers` is `speakers` of the table `page`."""
        table, _, name = key.partition(".")
        return str(self.tables[table][name])

    def count(self, noun: str, count: int) -> str:
        """So many of something: `3 claims`, thousands set apart."""
        forms = self.tables["count"][noun]
        category = _PLURALS[self.language](count)
        return str(forms[category]).format(n=f"{count:,}")

    def word(self, badge: Badge) -> str:
        """The label of a word of a closed vocabulary."""
        return str(self.tables[badge.axis][badge.word])

    def axis(self, badge: Badge) -> str:
        """The question that the badge answers."""
        return str(self.tables["axis"][badge.axis])

    def relation(self, word: str) -> str:
        """How a record rests on another; a relation without a word of its own as it stands."""
        return str(self.tables["relation"].get(word, word.replace("-", " ")))

    def gap(self, why: str) -> str:
        """Why something was not checked or not shown; a plug-in's own reason as it stands."""
        return str(self.tables["gap"].get(why, why.replace("-", " ")))


@cache
def messages(language: str = "en") -> Messages:
    """The interface in a language; raises `KeyError` for one that has no file."""
    if language not in _PLURALS:
        raise KeyError(language)
    rules = {} if language == RULES_SPEAK else _table(f"rules/{language}.toml")
    words = {name: RuleWords(**said) for name, said in rules.items()}
    return Messages(language, _table(f"{language}.toml"), words)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
