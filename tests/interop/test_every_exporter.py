"""What holds of every format: any records are written, twice the same; the rest is named."""

import importlib.util

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.interop.exporting import Context
from claimtrack.model import Ledger
from claimtrack.plugins import all_exporters
from claimtrack.testing.strategies import (
    actors,
    articles,
    claims,
    decisions,
    occasions,
    propositions,
)

NAMES = sorted(all_exporters())
RECORDS = st.lists(
    st.one_of(actors(), articles(), claims(), decisions(), occasions(), propositions()), max_size=5
)


def written(name, ledger):
    left_out = []
    files = all_exporters()[name].export(ledger, Context(leave_out=left_out.append))
    return [(file.name, b"".join(file.pieces)) for file in files], left_out


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=5)
@given(records=RECORDS)
def test_any_records_are_written_twice_the_same(name, records):
    if name == "parquet" and importlib.util.find_spec("pyarrow") is None:
        pytest.skip("the extra parquet is not installed")
    exporter = all_exporters()[name]
    files, left_out = written(name, Ledger(records=tuple(records)))
    assert (files, left_out) == written(name, Ledger(records=tuple(records)))
    names = [file for file, _ in files]
    assert len(set(names)) == len(names) >= 1
    assert exporter.folder or len(names) == 1
    assert {one.ref.split("/")[0] for one in left_out} <= {record.ref for record in records}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_out_can_be_counted(demo, name):
    if name == "parquet" and importlib.util.find_spec("pyarrow") is None:
        pytest.skip("the extra parquet is not installed")
    _, left_out = written(name, demo)
    reasons = {one.reason for one in left_out}
    assert len(reasons) < 40, "a reason that names what it is about cannot be counted"
    assert not any(reason.endswith(".") for reason in reasons)
