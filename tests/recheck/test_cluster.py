"""A check by a cluster says what a check in memory says, whatever befalls a worker."""

import os
import shutil
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_ledger import full, request

import claimtrack
from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.plugins import all_rules
from claimtrack.recheck import cluster, recheck
from claimtrack.testing import sample
from claimtrack.testing.faulty import AlwaysRaises

MODULE = "claimtrack.recheck.partitioned"
distributed = pytest.importorskip("distributed", reason="install the extra `cluster`")


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """A chunk is a file, and a partition 2,000 bytes of them."""
    monkeypatch.setattr(f"{MODULE}.PARTITION", 2000)
    monkeypatch.setattr(f"{MODULE}.CHUNK", 1)


@pytest.fixture(scope="module")
def workers():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", memory_limit=0
    ) as local:
        yield local


@pytest.fixture
def demo(tmp_path):
    """The demonstration ledger, a second time under other names, and a chain over all of it."""
    folder = tmp_path / "demo"
    shutil.copytree(sample("demo"), folder)
    (folder / "claims" / "zz-again.yaml").write_text(
        next((folder / "claims").rglob("*.yaml")).read_text("utf-8"), "utf-8"
    )
    chain = [f"{{id: link-{n}, text: Link, implies: [link-{n + 1}, gone]}}" for n in range(60)]
    (folder / "claims" / "zz-chain.yaml").write_text(
        "propositions:\n" + "".join(f"  - {one}\n" for one in chain), "utf-8"
    )
    return folder


def by(workers, folder, **changes):
    address = getattr(workers, "scheduler_address", workers)
    return recheck(request(folder, folder.parent / "cache" / "x", cluster=address, **changes))


@pytest.mark.slow
def test_the_result_is_that_of_a_run_in_memory(workers, demo):
    expected = full(demo)
    assert "CT002" in {finding.code for finding in expected.findings}
    assert by(workers, demo).result == expected
    assert [*(demo.parent / "cache").glob("work-*")] == []


@pytest.mark.slow
def test_a_ledger_of_years(workers, tmp_path, monkeypatch):
    """A generated one, with known conflicts (bench/generate.py), in chunks of many files."""
    monkeypatch.setattr(f"{MODULE}.PARTITION", 100_000)
    monkeypatch.setattr(f"{MODULE}.CHUNK", 100_000)
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "bench")
    from generate import generate  # noqa: PLC0415 - it is no package
    from newsroom import Size  # noqa: PLC0415

    planted = generate(tmp_path / "years", Size(claims=400, planted=10))
    found = by(workers, tmp_path / "years")
    assert found.result == full(tmp_path / "years")
    assert len(found.result.findings) >= len(planted) == 10


@pytest.mark.slow
def test_a_rule_that_raises_on_the_workers(workers, demo):
    rules = [*all_rules(), AlwaysRaises()]
    expected = claimtrack.check(claimtrack.load(demo), as_of="2031-06-01", rules=rules)
    assert "CT900" in {finding.code for finding in expected.findings}
    assert by(workers, demo, rules=rules).result == expected


@pytest.mark.slow
@pytest.mark.parametrize("step", ["map_chunk", "build_names", "small_star", "check_partition"])
def test_a_worker_that_is_killed_changes_nothing(workers, demo, step, monkeypatch):
    each, killed = cluster.Workers.each, []

    def deadly(self, work, tasks):
        for result in each(self, work, tasks):
            if work.func.__name__ == step and not killed:
                worker, pid = next(iter(self.client.run(os.getpid).items()))
                os.kill(pid, signal.SIGKILL)
                killed.append(worker)
            yield result

    monkeypatch.setattr(cluster.Workers, "each", deadly)
    assert by(workers, demo).result == full(demo)
    assert len(killed) == 1
    with distributed.Client(workers, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=30)


@pytest.mark.slow
def test_a_scheduler_without_workers(demo, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as local,
        pytest.raises(UsageError, match=r"the scheduler has no worker after 1 s"),
    ):
        by(local, demo)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tcp://127.0.0.1:1", "no Dask scheduler answers: Timed out"),
        ("nonsense://x", "no Dask scheduler answers: unknown address scheme"),
        ("127.0.0.1", "missing port number"),
    ],
)
def test_an_address_at_which_nobody_answers(folder, monkeypatch, address, says):
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with pytest.raises(UsageError, match=says):
        by(address, folder)


def test_without_dask_it_says_what_to_install(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"install claimtrack\[cluster\]"):
        by("127.0.0.1:8786", folder)


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (("0.0.1", True), "one has claimtrack 0.0.1, not"),
        ((claimtrack.__version__, False), "one does not see .*; --cluster-dir names a folder"),
        (ModuleNotFoundError("No module named 'claimtrack'"), "one cannot work: .* 'claimtrack'"),
    ],
)
def test_a_worker_that_could_not_do_the_work(tmp_path, found, says):
    client = SimpleNamespace(
        wait_for_workers=lambda *_, **__: None, run=lambda *_, **__: {"one": found}
    )
    with pytest.raises(UsageError, match=says):
        cluster.make_sure(client, str(tmp_path))


def test_tasks_of_which_every_worker_dies():
    def lost(*_, **__):
        raise distributed.KilledWorker("check_partition-3", None, 4)

    with pytest.raises(ClaimtrackError, match=r"lost every worker .*check_partition-3"):
        next(cluster.Workers(SimpleNamespace(map=lost)).each(len, [()]))
