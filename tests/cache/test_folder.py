from pathlib import Path

from claimtrack.cache.folder import default_folder, made


def test_a_made_folder_says_that_it_is_a_cache(tmp_path):
    folder = tmp_path / "deep" / "cache"
    assert made(str(folder))
    assert (folder / ".gitignore").read_text().endswith("*\n")
    tag = (folder / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert made(str(folder))


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    assert not made(str(tmp_path / "file" / "cache"))


def test_caches_of_a_project_are_kept_outside_of_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    one, other = (default_folder(str(tmp_path / name)) for name in "ab")
    assert one != other
    assert Path(one).parent == tmp_path / "xdg" / "claimtrack"
    link = tmp_path / "link"
    (tmp_path / "a").mkdir()
    link.symlink_to(tmp_path / "a")
    assert default_folder(str(link)) == one
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert default_folder(".") is None


def test_a_folder_with_something_in_it_is_not_marked(tmp_path):
    (tmp_path / "mine").write_text("")
    assert made(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
