import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import loads
from claimtrack.model import digest
from claimtrack.testing import editing
from claimtrack.testing import strategies as cs

SAME_RECORDS = ("rename_file", "reorder_files", "reorder_records", "move_record")


def contents(files):
    return sorted(digest(record) for record in loads(files).records)


@given(st.data())
def test_edits_leave_files_that_can_be_read(data):
    files = data.draw(cs.ledger_files())
    edit = data.draw(cs.edits(files))
    assert loads(edit.files).findings == ()


@pytest.mark.parametrize("action", SAME_RECORDS)
@given(data=st.data())
def test_some_edits_keep_every_record(action, data):
    files = data.draw(cs.ledger_files())
    after = getattr(editing, action)(data.draw, files)
    assert contents(after) == contents(files)


@pytest.mark.parametrize(("action", "difference"), [("delete_record", -1), ("add_record", 1)])
@given(data=st.data())
def test_others_change_how_many_there_are(action, difference, data):
    files = data.draw(cs.ledger_files())
    after = getattr(editing, action)(data.draw, files)
    assert len(contents(after)) - len(contents(files)) == difference


@given(st.data())
def test_a_history_goes_on_from_edit_to_edit(data):
    files = data.draw(cs.ledger_files())
    history = data.draw(cs.edit_histories(files, most=3))
    assert 1 <= len(history) <= 3
    assert loads(history[-1].files).findings == ()


@given(st.data())
def test_an_empty_ledger_can_be_edited(data):
    edit = data.draw(cs.edits({}))
    assert loads(edit.files).findings == ()
