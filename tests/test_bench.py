"""The generated ledgers of `bench/`, and the work that a check of one takes, in counts."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

import claimtrack
from claimtrack.cache import stamps

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture(scope="module")
def bench():
    """The modules that stand beside each other in `bench/`."""
    sys.path.insert(0, str(BENCH))
    try:
        import counted  # noqa: PLC0415 - it is no package
        import generate  # noqa: PLC0415
        import newsroom  # noqa: PLC0415
        import planted  # noqa: PLC0415
    finally:
        sys.path.remove(str(BENCH))
    return {"counted": counted, "generate": generate, "newsroom": newsroom, "planted": planted}


@pytest.fixture
def write(bench, tmp_path):
    def made(claims, **size):
        folder = tmp_path / f"ledger-{claims}"
        bench["generate"].generate(folder, bench["newsroom"].Size(claims, **size))
        return folder

    return made


@pytest.mark.parametrize(
    ("seed", "shape"), [(1, "zipf"), (2, "zipf"), (1, "one-key"), (1, "spread")]
)
def test_a_check_finds_what_was_planted_and_nothing_else(write, bench, monkeypatch, seed, shape):
    faults = len(bench["planted"].FAULTS)
    folder = write(400, seed=seed, planted=faults, shape=shape)
    monkeypatch.chdir(folder)
    told = claimtrack.check(claimtrack.load("claims"), as_of="2031-06-01").findings
    found = Counter((one.code, one.primary.file, one.primary.record) for one in told)
    manifest = json.loads(Path("manifest.json").read_text(encoding="utf-8"))
    assert found == Counter((one["code"], one["file"], one["record"]) for one in manifest)
    assert len({one["code"] for one in manifest}) == faults


def test_a_seed_gives_the_same_bytes(write, tmp_path):
    def content(folder):
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder): path.read_bytes() for path in files}

    first = content(write(100, planted=3))
    assert content(write(100, planted=3)) == first
    assert content(write(90, planted=3)) != first


def test_a_claim_is_of_the_size_that_the_figures_are_for(write):
    folder = write(1_000)
    content = b"".join(path.read_bytes() for path in folder.glob("claims/articles/**/*.yaml"))
    assert 38 <= content.count(b"\n") / 1_000 <= 44
    assert 1_500 <= len(content) / 1_000 <= 1_900


def test_a_check_takes_no_more_than_its_work(write, bench, tmp_path, monkeypatch):
    monkeypatch.setattr(stamps, "GRAIN", 0)  # the files are written just now, and not again
    folder = write(300)
    found = bench["counted"].three(folder, tmp_path / "cache")
    cold, unchanged, changed = (found[one] for one in ("cold", "unchanged", "one file changed"))
    size = sum(path.stat().st_size for path in folder.glob("claims/**/*.yaml"))
    assert (cold.looked_at, cold.opened, cold.read) == (cold.groups, cold.files, size)
    assert cold.groups < 25 * 300
    assert unchanged[2:] == (0, 0, 0)
    assert 0 < changed.looked_at < cold.groups / 20
    assert 1 <= changed.opened <= 2


def test_four_times_the_claims_are_no_more_than_four_times_the_groups(write, bench, tmp_path):
    few, many = (
        bench["counted"].counts(write(claims), tmp_path / str(claims)) for claims in (100, 400)
    )
    assert many.groups < 4.4 * few.groups


@pytest.mark.parametrize("disputed", [False, True])
def test_a_claim_more_or_less_is_checked_with_what_it_touches(
    write, bench, tmp_path, monkeypatch, disputed
):
    monkeypatch.setattr(stamps, "GRAIN", 0)
    counted, folder = bench["counted"], write(300)
    edit = counted.adding(folder, disputed=disputed)
    less = counted.after_an_edit(folder, tmp_path / "cache", edit)
    more = counted.after_an_edit(folder, tmp_path / "cache", edit)
    assert less.groups < more.groups
    for found in (less, more):
        assert 0 < found.looked_at < found.groups / 20
        assert found.opened <= 4
