"""`claimtrack check --cluster`: what the command says where it cannot be done."""

import pytest

pytest.importorskip("distributed", reason="install the extra `cluster`")


@pytest.mark.usefixtures("ledger")
def test_an_address_without_a_port(invoke):
    ran = invoke("check", "--cluster", "127.0.0.1", "--cluster-dir", "work")
    assert ran.status == 2
    assert "--cluster 127.0.0.1: no Dask scheduler answers: missing port number" in ran.err
    assert not ran.out


@pytest.mark.parametrize("option", [["--since", "HEAD"], ["-"]])
@pytest.mark.usefixtures("ledger")
def test_only_the_files_as_they_are(invoke, option):
    ran = invoke("check", "--cluster", "127.0.0.1:1", *option)
    assert ran.status == 2
    assert "--cluster checks the files as they are; leave out --since and -" in ran.err
