"""Makers of records with sensible defaults, for tests that care about one or two fields.

    make_claim(speaker="minister-oduya", said="2031-05-02", quotes=[{"exact": "a red line"}])

Values may be written as in a claim file (texts for dates, words of a vocabulary and localized
text; mappings and lists for what holds more) or be objects of the model. The default records refer
to each other: in `an-article` of `an-outlet`, `a-speaker` affirms `a-proposition` in `a-claim`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve

from claimtrack import api
from claimtrack.config import Config
from claimtrack.model import (
    NOWHERE,
    Actor,
    Article,
    Claim,
    Ledger,
    Occasion,
    Proposition,
    Record,
)
from claimtrack.model.content import Plain, plain
from claimtrack.store.dump import SECTION_OF, dump, written

RecordT = TypeVar("RecordT", bound=Record)


def make_actor(id: str = "a-speaker", **fields: Any) -> Actor:  # noqa: A002 - the format's word
    """An actor; a person by the name of Rima Delqan unless told. Raises `ValueError`."""
    return _made(Actor, {"id": id, "kind": "person", "name": "Rima Delqan"}, fields)


def make_article(id: str = "an-article", **fields: Any) -> Article:  # noqa: A002 - as above
    """An article of `an-outlet`, published on 2 May 2031 unless told. Raises `ValueError`."""
    defaults = {
        "id": id,
        "outlet": "an-outlet",
        "title": "The night the gate failed",
        "language": "en",
        "published": "2031-05-02",
    }
    return _made(Article, defaults, fields)


def make_occasion(id: str = "an-occasion", **fields: Any) -> Occasion:  # noqa: A002 - as above
    """A press conference on 2 May 2031 unless told. Raises `ValueError`."""
    return _made(Occasion, {"id": id, "kind": "press_conference", "date": "2031-05-02"}, fields)


def make_proposition(id: str = "a-proposition", **fields: Any) -> Proposition:  # noqa: A002
    """A proposition without relations or verdicts unless told. Raises `ValueError`."""
    return _made(Proposition, {"id": id, "text": "The third gate was inspected"}, fields)


def make_claim(id: str = "a-claim", **fields: Any) -> Claim:  # noqa: A002 - as above
    """A claim in which `a-speaker` affirms `a-proposition` unless told. Raises `ValueError`.

    `proposition=None` makes one without, as the format allows beside a `statement`.
    """
    defaults = {
        "id": id,
        "article": "an-article",
        "speaker": "a-speaker",
        "proposition": "a-proposition",
    }
    return _made(Claim, defaults, fields)


def make_ledger(*records: Record, config: Config | None = None) -> Ledger:
    """A ledger of one file, `ledger.yaml`, that holds the records: its findings have lines."""
    config = config or Config()
    return api.loads(dump(records, config.language), config)


def _made(cls: type[RecordT], defaults: Mapping[str, str], fields: Mapping[str, Any]) -> RecordT:
    """The record that a claim file with these fields holds.

    Raises `ValueError` with every problem that the reader has with them; `None` leaves a field out.
    """
    merged = {**defaults, **fields}
    entry = {key: _written(value) for key, value in merged.items() if value is not None}
    ledger = api.loads(written({SECTION_OF[cls]: [entry]}))
    if ledger.findings:
        problems = "; ".join(found.message for found in ledger.findings)
        raise ValueError(f"cannot make the {cls.KIND} {merged['id']!r}: {problems}")
    (record,) = ledger.records
    assert isinstance(record, cls)  # noqa: S101 - tells the type checker what the section holds
    return evolve(record, origin=NOWHERE)


def _written(value: Any) -> Plain:
    if isinstance(value, Mapping):
        return {key: _written(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_written(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return plain(value)
