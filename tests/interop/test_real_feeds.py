"""Feeds of others, which are no part of the repository: every record is imported or reported.

CLAIMTRACK_FEEDS names a folder with `claimreview-en.jsonl` and `claimreview-ar.jsonl`.
"""

import json
import os
from pathlib import Path

import pytest
from feeds import ledger_of, outcomes
from test_claimreview_export import export

import claimtrack
from claimtrack.interop.importing import Imported, Refused
from claimtrack.store.register import Register

FOLDER = os.environ.get("CLAIMTRACK_FEEDS", "")
NAMES = ("claimreview-en.jsonl", "claimreview-ar.jsonl")


@pytest.fixture
def feeds():
    if not FOLDER:
        pytest.skip("CLAIMTRACK_FEEDS names no folder of feeds")
    return [Path(FOLDER, name).read_text(encoding="utf-8") for name in NAMES]


def reviews(text):
    return sum(len(one.get("claimReview", [one])) for one in map(json.loads, text.splitlines()))


def early(text):
    """The reviews that are older than the claim, by the day."""
    entries = [json.loads(line) for line in text.splitlines()]
    parts = [{**one, **part} for one in entries for part in one.get("claimReview", [one])]
    return {
        (one["url"], one["text"])
        for one in parts
        if "NA" not in (one.get("claimDate", "NA"), one["reviewDate"])
        and one["claimDate"][:10] > one["reviewDate"][:10]
    }


@pytest.mark.slow
def test_every_record_is_imported_or_reported_and_wrong_dates_are_findings(feeds):
    known = Register()
    found = []
    for text in feeds:
        given = outcomes(text, known=known, size=1 << 16)
        assert len(given) == reviews(text)
        assert all(one.reason for one in given if isinstance(one, Refused))
        found += given
    ledger = ledger_of(found)
    assert ledger.findings == ()
    assert len(ledger.claims) == sum(len(one.claims) for one in found if isinstance(one, Imported))
    result = claimtrack.check(ledger, as_of="2031-01-01")
    late = [one for one in result.findings if one.code == "CT501" and one.severity.name == "ERROR"]
    assert len(late) == len(set.union(*map(early, feeds)))
    assert {one.code for one in result.findings} <= {"CT501", "CT303"}


@pytest.mark.slow
def test_out_and_in_again(feeds):
    known = Register()
    first = ledger_of([one for text in feeds for one in outcomes(text, known=known, size=1 << 16)])
    second = ledger_of(outcomes({"@graph": export(first)[0]}, size=1 << 16))
    assert set(second.records) == set(first.records)
