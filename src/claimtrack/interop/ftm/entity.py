"""One entity of FollowTheMoney, as a line of JSON."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from claimtrack.interop.exporting import Context, LeftOut
from claimtrack.interop.ftm.values import LONGEST, cleaned, language_of, point, span
from claimtrack.interop.json_text import json_bytes
from claimtrack.model import Localized, Record
from claimtrack.text.dates import Date


def entity_id(context: Context, kind: str, name: str) -> str:
    """The identifier of what is made of a record: a digest, as FollowTheMoney makes its own.

    Its identifiers take no underscore, and no hyphen at the end.
    """
    return hashlib.sha256(context.iri(kind, name).encode("utf-8")).hexdigest()[:40]


class Entity:
    """Gathers the values of one entity; what its schema cannot hold of the record is left out."""

    def __init__(self, schema: str, identifier: str, record: Record, context: Context) -> None:
        self._schema = schema
        self._id = identifier
        self._properties: defaultdict[str, list[str]] = defaultdict(list)
        self._ref = record.ref
        self._leave_out = context.leave_out

    def text(self, name: str, value: str | Localized | None, kind: str = "string") -> None:
        """Add a text, in each of its languages."""
        texts = [words for _, words in value] if isinstance(value, Localized) else [value]
        for words in texts:
            if words is None:
                continue
            clean = cleaned(words, kind)
            if len(clean) > LONGEST[kind]:
                self._lose(f"ftm keeps {LONGEST[kind]:,} characters of a {kind}")
            self.plain(name, clean[: LONGEST[kind]].strip())

    def plain(self, name: str, value: str | None) -> None:
        """Add a value as it is."""
        if value and value not in self._properties[name]:
            self._properties[name].append(value)

    def language(self, tag: str) -> None:
        """Add a language."""
        code = language_of(tag)
        if code is None:
            self._lose("ftm does not have its language")
        self.plain("language", code)

    def date(self, name: str, date: Date | None) -> None:
        """Add a date that has to be a point in time."""
        if date is not None:
            value = point(date)
            if value is None:
                self._lose(f"ftm takes no interval for {self._schema}:{name}")
            self.plain(name, value)

    def interval(self, date: Date | None) -> None:
        """Add a date to an entity that may last."""
        if date is not None and point(date) is not None:
            self.plain("date", point(date))
        elif date is not None:
            first, last = span(date)
            self.plain("startDate", first)
            self.plain("endDate", last)

    def _lose(self, reason: str) -> None:
        self._leave_out(LeftOut(self._ref, reason))

    def line(self) -> bytes:
        """The entity as one line."""
        properties = {name: values for name, values in self._properties.items() if values}
        document = {"id": self._id, "schema": self._schema, "properties": properties}
        return json_bytes(document) + b"\n"
