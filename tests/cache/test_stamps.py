import os

from claimtrack.cache.stamps import ABSENT, GRAIN, UNSURE, stamp_at, stamp_of


def test_a_file_touched_within_the_grain_is_not_sure(tmp_path):
    path = tmp_path / "a"
    path.write_text("a")
    status = path.stat()
    assert stamp_at(str(path)) == UNSURE
    later = max(status.st_mtime_ns, status.st_ctime_ns) + GRAIN + 1
    assert stamp_of(status, later) != UNSURE
    assert stamp_of(status, later - 2) == UNSURE


def test_a_time_ahead_of_the_clock_is_not_sure(tmp_path):
    path = tmp_path / "a"
    path.write_text("a")
    os.utime(path, (4e9, 4e9))
    status = path.stat()
    assert stamp_of(status, status.st_ctime_ns + GRAIN + 1) == UNSURE


def test_what_is_no_file(tmp_path):
    assert stamp_at(str(tmp_path / "nothing")) == ABSENT
    assert stamp_at(str(tmp_path)) == UNSURE
    assert stamp_at("a\0b") == UNSURE


def test_another_file_of_the_same_size_and_time_has_another_stamp(tmp_path):
    stamps = set()
    for name in "ab":
        path = tmp_path / name
        path.write_text("x")
        os.utime(path, (1, 1))
        stamps.add(stamp_of(path.stat(), path.stat().st_ctime_ns + GRAIN + 1))
    assert len(stamps) == 2
