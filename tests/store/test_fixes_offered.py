"""A fix is offered only where the file has what it would change."""

import pytest

import claimtrack

CLAIM = """
claims:
  - id: autumn
    article: courier
    speaker: oduya
    statement: The work begins.
    STATUS
    history: [{date: 2031-05-11, attribution: verified, why: We heard the tape.}]
"""


@pytest.mark.parametrize(
    ("status", "safe"),
    [
        ("status: {attribution: unverified}", True),
        ("status: {attribution: misquoted}", False),
        ("status: active", None),
        ("note: no status", None),
    ],
)
def test_a_status_that_is_left_out_has_nothing_to_replace(status, safe):
    ledger = claimtrack.loads(CLAIM.replace("STATUS", status))
    found = [f for f in claimtrack.check(ledger).findings if f.code == "CT506"]
    assert [finding.fix and finding.fix.safe for finding in found] == [safe]
