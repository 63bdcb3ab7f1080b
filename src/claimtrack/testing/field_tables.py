"""Tables of the model's fields and vocabularies in Markdown, read from annotations and docstrings.

What a field takes is its annotation, as for the reader of claim files; what it means is the string
literal below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from attrs import NOTHING, fields

from claimtrack.model import KINDS, Localized, Record
from claimtrack.model import fields as scalars
from claimtrack.model.content import content
from claimtrack.model.hints import hints_of
from claimtrack.model.meanings import meanings, with_parts
from claimtrack.text.dates import Date

_SCALARS = {
    scalars.Identifier: "[identifier](#identifiers)",
    scalars.Text: "text",
    scalars.Url: "web address",
    scalars.LanguageTag: "[language tag](#languages)",
    scalars.Qid: "Wikidata identifier",
    scalars.Sha256: "SHA-256",
    scalars.Fingerprint: "[fingerprint](#fingerprints)",
    scalars.SeenFingerprint: "[fingerprint of a record](#fingerprints)",
    scalars.RelativePath: "[path](#paths)",
}
_PLAIN = {str: "text", bool: "`true` or `false`", Date: "[date](#dates)"}


def field_table(cls: type) -> str:
    """The fields of a class of the model: key, what it takes, default, meaning.

    Fields that every record has are left out, except from the table of `Record` itself.
    """
    rows = ["| key | takes | default | meaning |", "|---|---|---|---|"]
    hints = hints_of(cls)
    for field in fields(cls):
        if field.name == "origin" or (field.inherited and cls is not Record):
            continue
        hint = hints[field.name]
        star = "" if field.default is not NOTHING else " ★"
        key = f"`{_key(field.name, hint)}`{star}"
        meaning = _cell(meanings(cls)[field.name])
        rows.append(f"| {key} | {taken(hint)} | {_default(field.default)} | {meaning} |")
    return "\n".join([*rows, *_together(cls)])


def word_table(words: type[StrEnum]) -> str:
    """The words of a vocabulary and what each means."""
    rows = [f"| `{word.value}` | {_cell(meanings(words)[word.name])} |" for word in words]
    return "\n".join(["| word | meaning |", "|---|---|", *rows])


def documented() -> dict[str, type]:
    """Every class and vocabulary that a claim file can hold, by name."""
    return {cls.__name__: cls for cls in with_parts([Record, *KINDS.values()])}


def taken(hint: Any) -> str:
    """What a field of an annotated type takes, in words, with links into the format page."""
    known = next((words for alias, words in _SCALARS.items() if alias == hint), None)
    if known is not None:
        return known
    extras: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        extras = tuple(rest)
    if get_origin(hint) in (UnionType, Union):
        inner = next(part for part in get_args(hint) if part is not NoneType)
        return taken(Annotated[inner, *extras] if extras else inner)
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if get_origin(inner) is tuple:
            key, value = get_args(inner)
            return f"mapping from {taken(key)} to {taken(value)}"
        return f"list of {taken(inner).replace('reference to', 'references to', 1)}"
    refers = next((extra for extra in extras if isinstance(extra, scalars.Refers)), None)
    return _reference(refers) if refers else _type(hint, extras)


def anchor(cls: type) -> str:
    """The anchor of a class's section: its name in lower-case words, `history-entry`."""
    return "-".join(_words(cls))


def _words(cls: type) -> list[str]:
    return [word.lower() for word in re.findall("[A-Z][a-z]+", cls.__name__)]


def _type(hint: Any, extras: tuple[Any, ...]) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is Localized:
        return "[localized text](#localized-text)"
    link = f"[{' '.join(_words(hint))}](#{anchor(hint)})"
    if issubclass(hint, StrEnum):
        return f"word: {link}"
    short = next((extra.field for extra in extras if isinstance(extra, scalars.Shorthand)), None)
    return f"{link}, or its `{short}` alone" if short else link


def _reference(refers: scalars.Refers) -> str:
    ways = [f"[{'an' if kind[0] in 'aeiou' else 'a'} {kind}](#{kind})" for kind in refers.kinds]
    ways += [f"the word `{word}`" for word in refers.words]
    ways += ["web address"] if refers.urls else []
    return "reference to " + " or ".join(ways)


def _default(default: Any) -> str:
    if default is NOTHING or default is None or default == ():
        return ""
    if isinstance(default, StrEnum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    whole = {field.name: getattr(default, field.name) for field in fields(type(default))}
    return ", ".join(f"`{value}`" for value in (content(default) or whole).values())


def _key(name: str, hint: Any) -> str:
    extras = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((extra.name for extra in extras if isinstance(extra, scalars.Key)), name)


def _together(cls: type) -> Iterator[str]:
    notes = [f"At least one of {_listed(names)} is needed." for names in getattr(cls, "ONE_OF", ())]
    notes += [
        f"With `{first}`, `{second}` is needed too."
        for first, second in getattr(cls, "TOGETHER", ())
    ]
    if notes:
        yield ""
        yield " ".join(notes)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
