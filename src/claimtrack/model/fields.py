"""The types of fields: what a scalar must look like, and what a reference may point at.

A field's annotation says everything: `Annotated` adds the shape to the Python type, and the reader
of YAML, the JSON Schema, the strategies of the test kit and the format page all read it from there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from attrs import field, frozen

from claimtrack.model.languages import TAGS
from claimtrack.text.regex import regex


@frozen
class Pattern:
    """A scalar that must match `regex` in full; `expected` describes it to a person.

    The expression means the same in Python and, apart from a leading `(?s)`, in ECMA-262, whose
    dialect the JSON Schema speaks. `instead` gives what to write for words, in small letters, that
    people write in its place.
    """

    regex: re.Pattern[str]
    expected: str
    instead: Mapping[str, str] = field(factory=dict, eq=False)


@frozen
class Refers:
    """A reference by bare identifier to a record of one of `kinds`.

    `words` are reserved words that stand for something other than a record; `urls` also lets a web
    address stand in the place of an identifier.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()
    urls: bool = False


@frozen
class Key:
    """The key in a claim file, where it is not the name of the attribute (`from` is Python's)."""

    name: str


@frozen
class Shorthand:
    """A plain scalar may stand for the whole mapping: it is the value of `field`."""

    field: str


@frozen
class Refused:
    """Words that look like members of a vocabulary but must never be stored, and why."""

    words: dict[str, str]


@frozen
class FilePath:
    """A path relative to the YAML file that names it, with forward slashes."""


IDENTIFIER = Pattern(
    regex(r"[a-z0-9][a-z0-9._-]*"),
    "an identifier of a-z, 0-9, '.', '_' and '-' that starts with a letter or digit",
)
URL = Pattern(
    regex(r'[hH][tT][tT][pP][sS]?://[^\s<>"{}|\\^`/?#][^\s<>"{}|\\^`]*'),
    "a web address that starts with http:// or https://",
)
LANGUAGE = Pattern(
    regex(
        # Language and extended subtags. RFC 5646 also keeps room for languages of four to eight
        # letters; none was ever registered, and names such as `arabic` would pass for one.
        r"[a-zA-Z]{2,3}(?:-[a-zA-Z]{3}){0,3}"
        r"(?:-[a-zA-Z]{4})?"  # script
        r"(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?"  # region
        r"(?:-(?:[a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"  # variants
        r"(?:-[a-wyzA-WYZ0-9](?:-[a-zA-Z0-9]{2,8})+)*"  # extensions
        r"(?:-x(?:-[a-zA-Z0-9]{1,8})+)?"  # private use
        r"|x(?:-[a-zA-Z0-9]{1,8})+"
    ),
    "a BCP 47 language tag such as en, ar or ar-LB",
    TAGS,
)
_QID = Pattern(regex(r"Q[1-9][0-9]*"), "a Wikidata identifier such as Q794")
_SHA256 = Pattern(regex(r"[0-9a-f]{64}"), "64 lower-case hexadecimal digits (SHA-256)")
_FINGERPRINT = Pattern(regex(r"[0-9a-f]{20}"), "a fingerprint of 20 hexadecimal digits")
_SEEN = Pattern(
    regex(r"[0-9a-f]{20}(?:-(?:[0-9a-f]{5})*)?"),
    "a fingerprint of 20 hexadecimal digits, or with more of them behind a hyphen",
)
_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f"  # separators and controls
    r"\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\u115f\u1160\u2800\u3164\uffa0"  # blanks that are letters or symbols by their category
)
"""What shows nothing: separators, controls, and Unicode's Default_Ignorable_Code_Point.

The signs of format that do show, such as U+0600 before an Arabic number, are not among them.
"""
WORDS = Pattern(regex(rf"(?s)[{_INVISIBLE}]*[^{_INVISIBLE}].*"), "some text")

Identifier = Annotated[str, IDENTIFIER]
Text = Annotated[str, WORDS]
Url = Annotated[str, URL]
LanguageTag = Annotated[str, LANGUAGE]
Qid = Annotated[str, _QID]
Sha256 = Annotated[str, _SHA256]
Fingerprint = Annotated[str, _FINGERPRINT]
SeenFingerprint = Annotated[str, _SEEN]
RelativePath = Annotated[str, FilePath()]

ActorRef = Annotated[str, Refers(("actor",))]
SpeakerRef = Annotated[str, Refers(("actor",), words=("article",))]
ArticleRef = Annotated[str, Refers(("article",))]
OccasionRef = Annotated[str, Refers(("occasion",))]
PropositionRef = Annotated[str, Refers(("proposition",))]
ClaimRef = Annotated[str, Refers(("claim",))]
ClaimOrArticleRef = Annotated[str, Refers(("claim", "article"))]
ClaimOrActorRef = Annotated[str, Refers(("claim", "actor"))]
OutletOrArticleRef = Annotated[str, Refers(("actor", "article"))]
EvidenceRef = Annotated[str, Refers(("claim", "article"), urls=True)]
