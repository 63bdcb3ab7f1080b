"""What a spreadsheet would run, and what only looks a little like it."""

import pytest

from claimtrack.text.formulas import is_formula


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@x", "\tx", "\r=", " =1", "\n=1", "＝1", "－1", "-٢٠", " \t@x"]
)
def test_formulas(cell):
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["", "a=1", "1-2", "'=1", "٢٠", "قال: -", "“=1”", " x"])
def test_plain_cells(cell):
    assert not is_formula(cell)
