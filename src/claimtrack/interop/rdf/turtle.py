"""Turtle (W3C Recommendation, 2014): statements about one subject as one block of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "ct": "urn:claimtrack:terms#",
        "dcterms": "http://purl.org/dc/terms/",
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""What the short names of terms stand for."""


class Iri(NamedTuple):
    """An address in full."""

    address: str

    def __str__(self) -> str:
        return f"<{_UNSAFE.sub(_percent, self.address)}>"


class Term(NamedTuple):
    """A term of a vocabulary by its short name, as `prov:Entity`."""

    name: str

    def __str__(self) -> str:
        return self.name


class Literal(NamedTuple):
    """A text, in a language (BCP 47) or of a datatype where one is given."""

    text: str
    language: str = ""
    datatype: str = ""

    def __str__(self) -> str:
        words = f'"{_ESCAPED.sub(_escape, self.text)}"'
        if self.language:
            return f"{words}@{self.language}"
        return f"{words}^^{self.datatype}" if self.datatype else words


Object = Iri | Term | Literal
Statements = Iterable[tuple[str, Object]]
"""Pairs of predicate, by its short name (`a` for the type), and object."""


def head() -> str:
    """The declarations of all prefixes."""
    return "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())


def block(subject: Iri, statements: Statements) -> str:
    """What is said of one subject; each statement on its own line."""
    lines = [f"{predicate} {found}" for predicate, found in statements]
    return f"\n{subject} " + " ;\n    ".join(lines) + " .\n"


_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\\ud800-\udfff]")
"""What IRIREF does not take."""
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace"))


def _escape(sign: re.Match[str]) -> str:
    if "\ud800" <= sign[0] <= "\udfff":
        return "\ufffd"  # half of a character is no Unicode text
    return _SHORT.get(sign[0]) or f"\\u{ord(sign[0]):04X}"
