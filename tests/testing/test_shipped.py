import pytest

import claimtrack
from claimtrack import UsageError
from claimtrack.testing import sample, samples


def test_the_demonstration_ledger_is_shipped():
    assert "demo" in samples()
    ledger = claimtrack.load(sample("demo") / "claims")
    assert ledger.claims
    codes = {found.code for found in claimtrack.check(ledger, as_of="2031-06-01").findings}
    assert codes >= {"CT001", "CT301", "CT601"}


def test_a_sample_that_does_not_exist():
    with pytest.raises(UsageError, match="did you mean 'demo'"):
        sample("demos")
