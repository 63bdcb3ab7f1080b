import os

from claimtrack.cache.stamps import ABSENT, GRAIN, UNSURE, Look, stamp_of


def test_a_file_touched_within_the_grain_is_not_sure(tmp_path):
    path = tmp_path / "a"
    path.write_text("a")
    status = path.stat()
    assert Look().at(str(path)) == UNSURE
    touched = max(status.st_mtime_ns, status.st_ctime_ns)
    assert stamp_of(status, touched) != UNSURE
    assert stamp_of(status, touched - 1) == UNSURE


def test_the_grain_counts_from_when_the_look_began(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_text("a")
    begun = max(path.stat().st_mtime_ns, path.stat().st_ctime_ns) + GRAIN
    monkeypatch.setattr("time.time_ns", lambda: begun)
    assert Look().at(str(path)) != UNSURE
    monkeypatch.setattr("time.time_ns", lambda: begun - 1)
    assert Look().at(str(path)) == UNSURE


def test_a_time_ahead_of_the_clock_is_not_sure(tmp_path):
    path = tmp_path / "a"
    path.write_text("a")
    os.utime(path, (4e9, 4e9))
    status = path.stat()
    assert stamp_of(status, status.st_ctime_ns) == UNSURE


def test_what_is_no_file(tmp_path):
    assert Look().at(str(tmp_path / "nothing")) == ABSENT
    assert Look().at(str(tmp_path)) == UNSURE
    assert Look().at("a\0b") == UNSURE


def test_another_file_of_the_same_size_and_time_has_another_stamp(tmp_path):
    stamps = set()
    for name in "ab":
        path = tmp_path / name
        path.write_text("x")
        os.utime(path, (1, 1))
        stamps.add(stamp_of(path.stat(), path.stat().st_ctime_ns))
    assert len(stamps) == 2


def test_what_is_reached_through_a_link_is_not_sure(tmp_path, monkeypatch):
    monkeypatch.setattr("claimtrack.cache.stamps.GRAIN", -(10**18))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file").write_text("x")
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "a" / "direct").symlink_to("file")
    (tmp_path / "a" / "nowhere").symlink_to("/nowhere/at/all")
    assert Look().at(str(tmp_path / "a" / "file")) != UNSURE
    for path in ("link/file", "a/direct", "a/nowhere"):
        assert Look().at(str(tmp_path / path)) == UNSURE
