"""A folder of made files: what changed is written, what is gone is removed, all else is left."""

import pytest

from claimtrack.store.report_folder import LIST, write_changed

PAGES = {"index.html": "front", "claims/a.html": "a", "claims/b.html": "b"}


def made(pages):
    return ((name, (text,)) for name, text in pages.items())


def streamed(pages):
    return ((name, iter(text)) for name, text in pages.items())


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


@pytest.mark.parametrize("form", [made, streamed])
def test_a_second_run_writes_what_changed_only(tmp_path, form):
    assert write_changed(tmp_path, form(PAGES)) == (0, 3, 0)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    assert write_changed(tmp_path, form(PAGES)) == (3, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")} == times
    assert write_changed(tmp_path, form({**PAGES, "claims/b.html": "c"})) == (2, 1, 0)
    assert texts(tmp_path) == {**PAGES, "claims/b.html": "c"}


def test_a_page_that_is_no_longer_made_is_removed_and_nothing_else(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    write_changed(tmp_path, made(PAGES))
    fewer = {name: text for name, text in PAGES.items() if name != "claims/b.html"}
    assert write_changed(tmp_path, made(fewer)).removed == 1
    assert texts(tmp_path) == {**fewer, "notes.txt": "mine"}


def test_a_list_that_leads_outside_removes_nothing_there(tmp_path):
    folder, precious = tmp_path / "out", tmp_path / "precious.txt"
    precious.write_text("mine", encoding="utf-8")
    folder.mkdir()
    (folder / LIST).write_text(f"../precious.txt\n{precious}\n", encoding="utf-8")
    write_changed(folder, made(PAGES))
    assert precious.exists()


def test_without_a_list_nothing_is_removed(tmp_path):
    write_changed(tmp_path, made(PAGES))
    write_changed(tmp_path, made({"digest.md": "d"}), tidy=False)
    assert texts(tmp_path) == {**PAGES, "digest.md": "d"}


def test_what_fails_while_it_is_made_leaves_the_old_file_and_no_other(tmp_path):
    def broken():
        yield "half"
        raise RuntimeError

    write_changed(tmp_path, made(PAGES))
    with pytest.raises(RuntimeError):
        write_changed(tmp_path, [("index.html", broken())])
    assert texts(tmp_path) == PAGES


def test_it_says_how_many_are_done(tmp_path):
    heard = []
    write_changed(tmp_path, made(PAGES), heard.append)
    assert heard == [1, 2, 3]
