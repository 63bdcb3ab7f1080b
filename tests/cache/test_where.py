from claimtrack.cache.where import place_of


def test_an_index_belongs_to_a_place_and_to_what_was_asked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config = str(tmp_path / "claimtrack.toml")
    base = place_of(config, "", folder="c")
    assert base == place_of(config, "", folder="c")
    assert place_of(config, "", ["elsewhere"], folder="c").file != base.file
    assert place_of(config, "", changes={"select": ("CT3",)}, folder="c").file != base.file
    other = place_of(config, "ignore = []", folder="c")
    assert (other.file, other.identity == base.identity) == (base.file, False)
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    assert place_of(config, "", folder="c").file != base.file, "files have other names there"


def test_without_a_home_there_is_no_place(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert place_of(None, "") is None
