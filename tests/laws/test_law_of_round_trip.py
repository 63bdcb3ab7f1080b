"""What is written is what is read."""

from hypothesis import given

from claimtrack import loads
from claimtrack.model import digest
from claimtrack.store.dump import dump_files
from claimtrack.testing import strategies as cs


@given(cs.ledgers())
def test_a_ledger_is_read_back_from_its_dump(ledger):
    files = dump_files(ledger.records)
    again = loads(files)
    assert again.findings == ()
    assert sorted(map(digest, again.records)) == sorted(map(digest, ledger.records))
    assert dump_files(again.records) == files
