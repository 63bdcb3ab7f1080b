"""A line of JSON Lines holds all of its record."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.interop.exporting import Context
from claimtrack.interop.json_text import json_bytes
from claimtrack.interop.jsonl import JSONL
from claimtrack.model import KINDS, Ledger
from claimtrack.testing.strategies import actors, articles, claims, decisions, propositions

SECTION = {cls.KIND: section for section, cls in KINDS.items()}


def read_back(lines):
    """The records of some lines: JSON is YAML, so that the reader of claim files reads them."""
    sections = {}
    for line in lines:
        record = json.loads(line)
        sections.setdefault(SECTION[record.pop("record")], []).append(record)
    ledger = claimtrack.loads(json_bytes(sections).decode("utf-8"))
    assert not ledger.findings
    return ledger.records


@settings(max_examples=15)
@given(st.lists(st.one_of(actors(), articles(), claims(), decisions(), propositions()), min_size=1))
def test_records_come_back(records):
    (file,) = JSONL.export(Ledger(records=tuple(records)), Context())
    back = read_back(b"".join(file.pieces).decode("utf-8").split("\n")[:-1])
    by_section = sorted(records, key=lambda record: [*KINDS].index(SECTION[record.KIND]))
    assert sorted(map(repr, back)) == sorted(map(repr, by_section))


def test_the_hard_ledger_comes_back(hard, exported):
    files, left_out = exported("jsonl", hard)
    lines = files["ledger.jsonl"].decode("utf-8").split("\n")[:-1]
    assert len(lines) == len(hard.records)
    assert not left_out
    assert {record.ref for record in read_back(lines)} == {record.ref for record in hard.records}
