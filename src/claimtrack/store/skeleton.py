"""A record to fill in: every key that it cannot be without, with what belongs there.

The values are the placeholder `TBD`, which no field takes: a check names each that was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from claimtrack.model import KINDS, Claim, Record
from claimtrack.model.fields import Refers
from claimtrack.model.meanings import Described, described, word_meanings
from claimtrack.store.compose import compose
from claimtrack.store.dump import SECTION_OF
from claimtrack.store.insertion import append
from claimtrack.store.problems import Problems

PLACEHOLDER = "TBD"

NAMED = {cls.KIND: cls for cls in KINDS.values() if "id" in described(cls)}
"""The records that have an identifier of their own, by kind."""


def with_skeleton(text: str, cls: type[Record], name: str) -> str:
    """The text of a claim file with one more record, to be filled in, at the end of its list.

    A claim in an article's file is left without an `article` of its own. Raises `ValueError`, with
    the reason for a person, where the file cannot take it.
    """
    root = compose(text, Problems(""))
    in_article = cls is Claim and root is not None and root.get("article") is not None
    keys = [key for key in _needed(cls) if not (in_article and key == "article")]
    marks = {key: f"{name}.{key}.to-fill-in" for key in keys}
    if any(mark in text for mark in marks.values()):
        raise ValueError(f"it has a skeleton of {name} already")
    done = append(text, SECTION_OF[cls], {"id": name, **marks})
    for key, mark in marks.items():
        # A comment has room only where the value ends its line.
        hint = f"{PLACEHOLDER}  # {_hint(described(cls)[key])}".replace("\\", r"\\")
        done = re.sub(rf"{re.escape(mark)}(?=[\r\n]|\Z)", hint, done)
        done = done.replace(mark, PLACEHOLDER)
    return done


def _needed(cls: type[Record]) -> Iterator[str]:
    """The keys that a record cannot be without, but for `id`; of several ways the first."""
    for key, field in described(cls).items():
        if (field.required and key != "id") or any(key == way[0] for way in cls.ONE_OF):
            yield key


def _hint(field: Described) -> str:
    """What belongs there, on the rest of a line."""
    refers, kind = field.taken.added(Refers), field.taken.type
    if refers is not None:
        return " or ".join([*refers.kinds, *(f"the word {word}" for word in refers.words)])
    return ", ".join(word_meanings(kind)) if issubclass(kind, StrEnum) else field.meaning
