"""A check in partitions says what a check in memory says."""

import os
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_ledger import check, full, request

import claimtrack
from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.model import Actor
from claimtrack.plugins import all_rules
from claimtrack.recheck import partitioned, recheck
from claimtrack.rule import Deriver, Group, Key, Rule
from claimtrack.rules import catalogue
from claimtrack.testing import sample
from claimtrack.testing import strategies as cs
from claimtrack.testing.faulty import AlwaysRaises
from claimtrack.testing.planters import PLANTERS

MODULE = "claimtrack.recheck.partitioned"
RULES = sorted(rule.name for rule in catalogue() if rule.name in PLANTERS)


@pytest.fixture
def small(monkeypatch):
    """Every ledger is large, a chunk is a file, and a partition 500 bytes of them."""
    monkeypatch.setattr("claimtrack.recheck.sizes.LARGE", 0)
    monkeypatch.setattr(f"{MODULE}.PARTITION", 500)
    monkeypatch.setattr(f"{MODULE}.CHUNK", 1)


def apart(folder, **changes):
    return recheck(request(folder, folder.parent / "cache" / "x.sqlite", **changes))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_demonstration_ledger(tmp_path, jobs):
    folder = tmp_path / "demo"
    shutil.copytree(sample("demo"), folder)
    (folder / "claims" / "again.yaml").write_text(
        (next((folder / "claims").rglob("*.yaml"))).read_text("utf-8"), "utf-8"
    )  # every record of a file twice, in two partitions or one
    (folder / "claims" / "broken.yaml").write_text("claims: [{id: [", "utf-8")
    expected = full(folder)
    found = apart(folder, jobs=jobs)
    assert len(found.result.findings) > 60
    assert found.result == expected
    assert [*(folder.parent / "cache").glob("work-*")] == []
    text = next(name for name in found.files if name.endswith(".txt"))
    assert found.read(text) == (folder / os.path.relpath(text, folder)).read_text("utf-8")


@pytest.mark.usefixtures("small")
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_ledger_with_a_conflict_of_any_rule(tmp_path_factory, data):
    conflict = data.draw(st.sampled_from(RULES).flatmap(cs.conflicted))
    folder = tmp_path_factory.mktemp("ledger") / "claims"
    for name, text in conflict.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    assert apart(folder).result == full(folder)


def test_a_ledger_is_large_by_its_bytes(folder, index, monkeypatch):
    size = sum(path.stat().st_size for path in folder.glob("*.yaml"))
    monkeypatch.setattr("claimtrack.recheck.sizes.LARGE", size + 1)
    check(folder, index)
    assert index.exists()
    index.unlink()
    monkeypatch.setattr("claimtrack.recheck.sizes.LARGE", size)
    assert check(folder, index).result == full(folder)
    assert not index.exists()


@pytest.mark.usefixtures("small")
def test_the_part_that_was_asked_for_and_what_is_accepted(folder):
    found = full(folder).findings
    accepted = [finding.fingerprint for finding in found]
    result = apart(folder, baseline=accepted).result
    assert found
    assert not result.findings
    assert result.summary.suppressed["baseline"] == len(found)
    assert not apart(folder, only=[str(folder / "actors.yaml")]).result.findings


@pytest.mark.usefixtures("small")
def test_a_rule_that_raises(folder):
    rules = [*all_rules(), AlwaysRaises(), KeysRaise()]
    expected = claimtrack.check(claimtrack.load(folder), as_of="2031-06-01", rules=rules)
    assert "CT900" in {finding.code for finding in expected.findings}
    assert apart(folder, rules=rules).result == expected


class KeysRaise(Rule):
    """Fails when it is asked for keys."""

    code = "XX901"
    name = "keys-raise"
    severity = claimtrack.Severity.INFO
    reads = (Actor,)

    def keys(self, record):
        yield Key("actor", (record.id,))
        raise LookupError(record.id)

    def check(self, group: Group):
        raise AssertionError(group)


class Strange(Actor):
    """A record of a kind that no row holds."""

    KIND = "strange"


class Derives(Deriver):
    code = name = "derives-strange"
    reads = (Actor,)

    def derive(self, group):
        for one in group.of(Actor):
            yield Strange(id=one.id, kind=one.kind, name=one.name)


class Needs(Rule):
    code = "XX902"
    name = "needs-strange"
    severity = claimtrack.Severity.INFO
    reads = (Strange,)
    needs = (Derives,)

    def check(self, group):
        return ()


@pytest.mark.usefixtures("small")
def test_what_no_row_holds_is_said(folder):
    with pytest.raises(
        ClaimtrackError, match=r"Strange is not kept in rows: .* leave out the rule"
    ):
        apart(folder, rules=[*all_rules(), Needs()])


@pytest.mark.usefixtures("small")
def test_a_folder_that_cannot_be_made(folder):
    (folder.parent / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"cannot be written to; --cluster-dir"):
        apart(folder, work=str(folder.parent / "file" / "work"))


@pytest.mark.usefixtures("small")
def test_a_cache_folder_that_cannot_be_made_is_no_error(folder):
    (folder.parent / "file").write_text("", "utf-8")
    index = folder.parent / "file" / "cache" / "x.sqlite"
    assert recheck(request(folder, index)).result == full(folder)


@pytest.mark.parametrize("total", [1, 10**6, 10**9, 10**12])
def test_there_are_never_too_many_chunks_and_partitions(total):
    for least in (partitioned.CHUNK, partitioned.PARTITION):
        portion = partitioned._portion(total, least)
        assert portion >= least
        assert -(-total // portion) <= partitioned.MOST
