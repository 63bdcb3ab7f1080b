"""The view model as JSON (`claimtrack-report/1`), a record at a time, so that any ledger fits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import fields, has

from claimtrack.reports.view import Report

FILE = "report.json"
SCHEMA: Final = "claimtrack-report/1"
_LISTS: Final = ("propositions", "actors", "articles", "claims", "matrix", "rules")
_SHORT: Final = ("edition", "counts", "changed", "due", "findings", "gaps", "silenced")


def render(report: Report, language: str = "en") -> Iterator[str]:  # noqa: ARG001 - as the others
    """The document in pieces. It has no words of an interface, whatever the language."""
    yield f'{{"schema": {_text(SCHEMA)}'
    for name in _SHORT:
        yield f",\n{_text(name)}: {_text(plain(getattr(report, name)))}"
    for name in _LISTS:
        yield f",\n{_text(name)}: ["
        views: Sequence[Any] = getattr(report, name)
        for place, view in enumerate(views):
            yield f"{',' if place else ''}\n{_text(plain(view))}"
        yield "]"
    yield "}\n"


def plain(value: Any) -> Any:
    """A view as JSON has it: an object of its fields. It is as deep as the model, and no deeper."""
    if has(type(value)):
        return {one.name: plain(getattr(value, one.name)) for one in fields(type(value))}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(one) for one in value]
    return value


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
