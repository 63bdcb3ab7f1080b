from claimtrack.cache import code


def test_a_program_is_the_same_until_a_file_of_it_or_a_package_changes(tmp_path, monkeypatch):
    before = code.program()
    assert code.program() == before
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "plain.py").write_text("")
    assert code.program() == before
    metadata = tmp_path / "plugin-1.0.dist-info"
    metadata.mkdir()
    installed = code.program()
    assert installed != before
    (metadata / "entry_points.txt").write_text("[claimtrack.rules]\na = b\n")
    assert code.program() not in (before, installed)


def test_states_tell_a_changed_and_a_missing_file(tmp_path):
    path = tmp_path / "plugin.py"
    path.write_text("a = 1")
    states = code.states([str(path), str(tmp_path / "no")])
    assert states[1] == [str(tmp_path / "no"), -1, 0]
    path.write_text("a = 12")
    assert code.states([str(path)]) != states[:1]
