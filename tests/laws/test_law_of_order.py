"""Order of files and records is irrelevant, and so are the names of files."""

from hypothesis import given
from hypothesis import strategies as st
from laws import conflicts, essences, result_of

from claimtrack.testing import editing


@given(st.data())
def test_the_order_of_files_changes_nothing(data):
    files = data.draw(conflicts()).files
    assert result_of(editing.reorder_files(data.draw, files)) == result_of(files)


@given(st.data())
def test_the_order_of_records_and_their_files_change_no_conclusion(data):
    files = data.draw(conflicts()).files
    before = result_of(files)
    for action in (editing.reorder_records, editing.move_record, editing.rename_file):
        files = action(data.draw, files)
    after = result_of(files)
    assert essences(after) == essences(before)
    assert after.summary.checks_skipped == before.summary.checks_skipped
