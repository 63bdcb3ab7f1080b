"""The JSON Schema (2020-12) of claim files, made from the annotations and sentences of the model.

Tools read YAML into data before they look at a schema, so `value: 35` is a number to them and
`title: yes` may be a truth value, where a claim file knows texts only. The schema lets them be what
they are wherever the text that stands in the file is one that the field takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from attrs import has

from claimtrack.model import KINDS, Localized
from claimtrack.model import fields as scalars
from claimtrack.model.content import content
from claimtrack.model.fields import FilePath, Pattern, Refers, Shorthand
from claimtrack.model.meanings import (
    Described,
    Taken,
    described,
    summary,
    with_parts,
    word_meanings,
)
from claimtrack.text.dates import Date

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_YEAR = "(?!0000)[0-9]{4}"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_TIME = (
    "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_SEASON = "2[1-4]"
_ONE_DATE = (
    f"(?:{_YEAR}-{_MONTH}-{_DAY}{_TIME}"
    f"|(?:{_YEAR}(?:-(?:{_MONTH}(?:-(?:{_DAY}|XX))?|{_SEASON}|XX(?:-XX)?))?"
    "|[0-9]{3}X|[0-9]{2}XX)[?~%]?)"
)
_DATE = rf"{_ONE_DATE}(?:/(?:\.\.|{_ONE_DATE})?)?|(?:\.\.)?/{_ONE_DATE}"
"""EDTF level 1 as `claimtrack.text.edtf` reads it, but for the calendar and the order of ends."""

_TEXT = ["string", "number", "boolean"]
"""What becomes of a text that is written without quotes, when YAML is read as data."""


def schema() -> Schema:
    """The schema of one claim file, as data for JSON."""
    sections = {
        "article": {
            "$ref": "#/$defs/article",
            "description": "The article of this file; its claims need no `article` of their own.",
        },
        **{name: _section(name) for name in KINDS},
    }
    return {
        "$schema": DIALECT,
        "title": "claimtrack claim file",
        "description": "Attributed claims of news: who said what, where, in which words.",
        "type": "object",
        "properties": sections,
        "additionalProperties": False,
        "if": {"not": {"required": ["article"]}},
        "then": {"properties": {"claims": {"items": {"required": ["article"]}}}},
        "$defs": {
            **_scalars(),
            **{_name(cls): _definition(cls) for cls in with_parts(KINDS.values())},
        },
    }


def _section(name: str) -> Schema:
    cls = KINDS[name]
    return {
        "description": f"A list of {name}. {summary(cls)}",
        "type": ["array", "null"],
        "items": {"$ref": f"#/$defs/{_name(cls)}"},
    }


def _scalars() -> dict[str, Schema]:
    """The definitions of what is neither a record nor a vocabulary."""
    identifier = _matching(scalars.IDENTIFIER)
    said = identifier.pop("description")
    ways = [identifier, {"type": "number", "minimum": 0}, {"type": "boolean"}]
    return {
        "text": {"type": _TEXT, "pattern": _whole(scalars.WORDS)},
        "identifier": {"description": said, "anyOf": ways},
        "url": _matching(scalars.URL),
        "language": _matching(scalars.LANGUAGE),
        "path": {
            "description": "A path relative to this file, with forward slashes.",
            "allOf": [
                {"$ref": "#/$defs/text"},
                {"pattern": r"^(?!/|[A-Za-z]:)[^\\\x00-\x1f\x7f]*$"},
            ],
        },
        "date": {
            "description": "A date of EDTF level 1, such as `2031-05-02`, `2031-05`, `2031~`,"
            " `2031-05-02T16:40+02:00` or `2031-05-02/2031-05-04`.",
            "anyOf": [
                {"type": "string", "pattern": f"^(?:{_DATE})$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
        },
        "localized": {
            "description": "A text in the ledger's language, or `{en: …, ar: …}`.",
            "anyOf": [
                {"$ref": "#/$defs/text"},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"$ref": "#/$defs/language"},
                    "additionalProperties": {"$ref": "#/$defs/text"},
                },
            ],
        },
    }


_BY_PATTERN = {scalars.WORDS: "text", scalars.IDENTIFIER: "identifier", scalars.URL: "url"}
_BY_PATTERN |= {scalars.LANGUAGE: "language"}
_BY_TYPE: dict[Any, Schema] = {
    str: {"type": _TEXT},
    bool: {"type": "boolean"},
    Date: {"$ref": "#/$defs/date"},
    Localized: {"$ref": "#/$defs/localized"},
}


def _matching(pattern: Pattern) -> Schema:
    expected = pattern.expected[0].upper() + pattern.expected[1:]
    return {"description": f"{expected}.", "type": "string", "pattern": _whole(pattern)}


def _whole(pattern: Pattern) -> str:
    """The expression in the dialect of ECMA-262, for all of a text."""
    source = pattern.regex.pattern
    if pattern.regex.flags & re.DOTALL:
        source = source.removeprefix("(?s)").replace(".*", r"[\s\S]*")
    return f"^(?:{source})$"


def _name(cls: type) -> str:
    """The name of a class's definition, in lower-case words: `history-entry`."""
    return "-".join(re.findall("[A-Z][a-z]+", cls.__name__)).lower()


def _definition(cls: type) -> Schema:
    if issubclass(cls, StrEnum):
        words = word_meanings(cls)
        known = [{"const": word, "description": meaning} for word, meaning in words.items()]
        return {"description": summary(cls), "oneOf": known}
    fields = described(cls)
    # An article's file gives its claims their article: whether that is so, only the file can say.
    inherited = {"article"} if cls is KINDS["claims"] else set()
    required = [key for key, field in fields.items() if field.required and key not in inherited]
    ways = [[{"required": [key]} for key in keys] for keys in getattr(cls, "ONE_OF", ())]
    together = {first: [second] for first, second in getattr(cls, "TOGETHER", ())}
    return {
        "description": summary(cls),
        "type": "object",
        "properties": {key: _property(field) for key, field in fields.items()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **({"allOf": [{"anyOf": way} for way in ways]} if ways else {}),
        **({"dependentRequired": together} if together else {}),
    }


def _property(field: Described) -> Schema:
    value = _value(field.taken)
    if field.taken.form == "list":
        value = {"type": "array", "items": value}
    if field.taken.form == "mapping":
        value = {"type": "object", "additionalProperties": value}
    found = {"description": " ".join([field.meaning, *_referred(field.taken)]), **value}
    default = _default(field.default)
    return found if default is None else {**found, "default": default}


def _value(taken: Taken) -> Schema:
    pattern, refers = taken.added(Pattern), taken.added(Refers)
    if refers is not None:
        identifier = {"$ref": "#/$defs/identifier"}
        return {"anyOf": [identifier, {"$ref": "#/$defs/url"}]} if refers.urls else identifier
    if taken.added(FilePath) is not None:
        return {"$ref": "#/$defs/path"}
    if pattern is not None:
        name = _BY_PATTERN.get(pattern)
        return _matching(pattern) if name is None else {"$ref": f"#/$defs/{name}"}
    if taken.type in _BY_TYPE:
        return _BY_TYPE[taken.type]
    whole = {"$ref": f"#/$defs/{_name(taken.type)}"}
    short = taken.added(Shorthand)
    return (
        whole
        if short is None
        else {"anyOf": [_value(described(taken.type)[short.field].taken), whole]}
    )


def _referred(taken: Taken) -> Iterator[str]:
    """To what a reference leads, as a sentence."""
    refers = taken.added(Refers)
    if refers is not None:
        ways = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in refers.kinds]
        ways += [f"the word `{word}`" for word in refers.words]
        ways += ["a web address"] if refers.urls else []
        yield f"Names {' or '.join(ways)}."


def _default(default: Any) -> Any:
    """The default as a claim file writes it; None where that is nothing at all."""
    if default is None or default == ():
        return None
    if isinstance(default, StrEnum):
        return str(default.value)
    return content(default) or None if has(type(default)) else default
