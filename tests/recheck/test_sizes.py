"""By how many processes a ledger is checked in memory, if at all."""

from pathlib import Path

import pytest

from claimtrack import memory
from claimtrack.recheck import Request, recheck, sizes
from claimtrack.store.settings import find_config
from claimtrack.store.walk import find_files
from claimtrack.text.dates import parse_date

MIB = 2**20


@pytest.fixture
def entries(tmp_path, monkeypatch):
    """Two claim files of 1 MiB together."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        tmp_path.joinpath(name).write_bytes(b"#" * (MIB // 2))
    return find_files(["."], (), ["."], "texts")


@pytest.mark.parametrize(
    ("room", "jobs"),
    [(None, 8), (1000 * MIB, 8), (48 * MIB, 7), (24 * MIB, 2), (12 * MIB, 1), (9 * MIB, 0)],
)
def test_processes_are_as_many_as_have_room(entries, monkeypatch, room, jobs):
    monkeypatch.setattr(sizes, "at_hand", lambda: room)
    assert sizes.fitting(entries, 8) == jobs


def test_a_ledger_without_files_needs_no_room(monkeypatch):
    monkeypatch.setattr(sizes, "at_hand", lambda: 0)
    assert sizes.fitting([], 8) == 8


def test_what_linux_says_is_available(monkeypatch):
    told = {"/proc/meminfo": "MemTotal: 9 kB\nMemAvailable:    2048 kB\n"}
    monkeypatch.setattr(memory, "_read", lambda path: told.get(path, ""))
    assert memory.at_hand() == 2 * MIB
    told["/sys/fs/cgroup/memory.max"] = "max\n"
    assert memory.at_hand() == 2 * MIB
    told["/sys/fs/cgroup/memory.max"] = f"{MIB}\n"
    assert memory.at_hand() == MIB


@pytest.mark.parametrize("text", ["", "MemAvailable: kB\n", "MemAvailable:\n", "max\n", "9" * 5000])
def test_where_nothing_tells(monkeypatch, text):
    monkeypatch.setattr(memory, "_read", lambda _: text)
    assert memory.at_hand() is None


def test_a_file_that_is_not_there_has_no_text(tmp_path):
    assert memory._read(str(tmp_path / "meminfo")) == ""


def test_a_check_has_the_processes_that_fit(entries, monkeypatch):
    asked = []

    def anew(request, *_):
        asked.append(request.jobs)
        return "checked"

    monkeypatch.setattr("claimtrack.recheck.anew", anew)
    config = find_config(Path())
    request = Request(
        paths=[entry.path for entry in entries],
        config=config,
        configured=config,
        rules=[],
        as_of=parse_date("2031-06-01"),
        jobs=8,
    )
    for room in (24 * MIB, None):
        monkeypatch.setattr(sizes, "at_hand", lambda room=room: room)
        assert recheck(request) == "checked"
    assert asked == [2, 8]
