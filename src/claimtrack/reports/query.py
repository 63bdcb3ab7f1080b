"""The answer to a query: for a person, for a program, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.model import Claim, Ledger
from claimtrack.reports.claim_lines import claim_data, claim_lines
from claimtrack.reports.json import json_text
from claimtrack.reports.paint import PLAIN, Paint
from claimtrack.reports.runs import cleaned
from claimtrack.text.formulas import is_formula

SCHEMA = "claimtrack-query/1"
"""Names the shape; it changes when a field changes its meaning."""


def render_text(ledger: Ledger, claims: Sequence[Claim], paint: Paint = PLAIN) -> Iterator[str]:
    """Each claim in a few lines, then how many there are."""
    for claim in claims:
        yield "\n".join(claim_lines(ledger, claim, paint)) + "\n"
    yield paint.strong(f"{len(claims):,} claim{'' if len(claims) == 1 else 's'}") + "\n"


def render_json(
    ledger: Ledger, claims: Sequence[Claim], query: str, *, plain: bool = False
) -> Iterator[str]:
    """One document (`claimtrack-query/1`); a `plain` one is ASCII."""
    found = [claim_data(ledger, claim) for claim in claims]
    document = {"schema": SCHEMA, "query": query, "count": len(found), "claims": found}
    yield json_text(document, plain, indent=2) + "\n"


def render_jsonl(ledger: Ledger, claims: Sequence[Claim], *, plain: bool = False) -> Iterator[str]:
    """One claim a line, each as in the JSON document."""
    for claim in claims:
        yield json_text(claim_data(ledger, claim), plain) + "\n"


def render_csv(ledger: Ledger, claims: Sequence[Claim]) -> Iterator[str]:
    """A table with a head (RFC 4180): lines end in CR LF, cells are quoted where they need it.

    Texts in several languages are given in the ledger's own, else the first. No cell begins with
    what a spreadsheet would take for a formula: an apostrophe is put before it.
    """
    language = ledger.config.language
    yield _row(COLUMNS)
    for claim in claims:
        data = claim_data(ledger, claim)
        yield _row([_cell(data[name], language) for name in COLUMNS])


COLUMNS = (
    "id",
    "said",
    "speaker",
    "speaker_name",
    "stance",
    "proposition",
    "proposition_text",
    "statement",
    "value",
    "quotes",
    "form",
    "attribution",
    "lifecycle",
    "article",
    "outlet",
    "published",
    "topics",
    "tags",
    "file",
)
"""The columns of the table, as in the JSON output."""


def _cell(value: Any, language: str) -> str:
    if isinstance(value, dict):
        text = str(value.get(language) or next(iter(value.values()), ""))
    elif isinstance(value, list):
        text = "\n".join(str(one["exact"]) if isinstance(one, dict) else one for one in value)
    else:
        text = value or ""
    text = cleaned(text)
    return f"'{text}" if is_formula(text) else text


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
