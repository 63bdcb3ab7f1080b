"""Rows give back the record that they were made of, and nothing else."""

import json

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

import claimtrack
from claimtrack.engine.run import derived_for, every_record
from claimtrack.model import (
    Copy,
    Distinct,
    End,
    EndKind,
    Line,
    Lineage,
    Record,
    Shared,
    Succession,
    Synonym,
)
from claimtrack.model.lineage import Tie
from claimtrack.model.rows import KEPT, BadRowError, record_of, row_of
from claimtrack.model.sourcing import Via
from claimtrack.model.words import Stance
from claimtrack.testing import sample
from claimtrack.testing import strategies as cs


@given(cs.ledgers())
def test_a_record_comes_back_from_its_row(ledger):
    for record in every_record(ledger):
        same = record_of(row_of(record))
        assert (type(same), same, same.origin) == (type(record), record, record.origin)
        assert row_of(same) == row_of(record)


def test_records_of_the_samples_and_what_is_derived_from_them():
    ledger = claimtrack.load(sample("demo"))
    derived = [
        record
        for rule in claimtrack.plugins.all_rules()
        for record in derived_for(ledger, rule, as_of=claimtrack.parse_date("2031-06-01"))
    ]
    assert {type(record) for record in derived} >= {Lineage, Copy}
    records = [*every_record(ledger), *derived]
    assert [record_of(row_of(record)) for record in records] == records
    of_no_sample = {one.KIND for one in (Shared, Distinct, Synonym, Succession, Line)}
    assert {type(record).KIND for record in records} | of_no_sample == set(KEPT)


def test_tuples_of_two_kinds_keep_their_classes():
    lineage = Lineage(
        claim="c",
        article="a",
        proposition="p",
        stance=Stance.DENIES,
        ends=(End(EndKind.LOOP, "c"),),
        ties=(Tie(next(iter(Via)), "b"),),
    )
    same = record_of(row_of(lineage))
    assert same == lineage
    assert type(same.ends[0]) is End
    assert same.stance is Stance.DENIES


def test_a_foreign_record_has_no_row():
    @frozen(kw_only=True)
    class Foreign(Record):
        KIND = "claim"

    with pytest.raises(TypeError, match="Foreign"):
        row_of(Foreign())


def foreign_rows():
    plain = st.recursive(
        st.none() | st.booleans() | st.integers(-3, 60) | st.text(max_size=4),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=12,
    )
    rows = plain | st.tuples(st.sampled_from(sorted(KEPT)), st.integers(-2, 40), plain)
    return rows.map(json.dumps) | st.text() | st.just("[" * 100_000)


@given(foreign_rows())
def test_a_foreign_row_is_refused_or_is_a_record(row):
    try:
        found = record_of(row)
    except BadRowError:
        return
    assert isinstance(found, Record)
