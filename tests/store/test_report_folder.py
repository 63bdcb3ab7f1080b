"""A folder of made files: what changed is written, what is gone is removed, all else is left."""

import pytest

from claimtrack import UsageError
from claimtrack.store.report_folder import KEPT, LIST, reserve, write_changed

PAGES = {"index.html": "front", "claims/a.html": "a", "claims/b.html": "b"}


def made(pages):
    return ((name, (text,)) for name, text in pages.items())


def streamed(pages):
    return ((name, iter(text)) for name, text in pages.items())


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (LIST, KEPT)
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


@pytest.mark.parametrize("tidy", [True, False])
def test_what_a_run_wrote_or_was_about_to_write_is_ours(tmp_path, tidy):
    folder = tmp_path / "new" / "folder"
    reserve(folder, PAGES, tidy=tidy)
    (folder / "index.html").write_text("half-way", encoding="utf-8")
    for other in (True, False):
        reserve(folder, PAGES, tidy=other)
    write_changed(folder, made(PAGES), tidy=tidy)
    reserve(folder, [*PAGES, "claims/c.html"], tidy=tidy)
    assert texts(folder) == PAGES


@pytest.mark.parametrize("tidy", [True, False])
@pytest.mark.parametrize("theirs", ["index.html", "link.html"])
def test_what_no_run_wrote_is_refused_and_left(tmp_path, tidy, theirs):
    write_changed(tmp_path, made({"a.html": "ours"}))
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    (tmp_path / "link.html").symlink_to("nowhere")
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    with pytest.raises(UsageError, match=f"{theirs}: there already, and not written by claimtrack"):
        reserve(tmp_path, ["a.html", theirs], tidy=tidy)
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_files_beside_a_report_outlive_it(tmp_path):
    reserve(tmp_path, ["tables.csv"])
    (tmp_path / "tables.csv").write_text("a", encoding="utf-8")
    reserve(tmp_path, PAGES, tidy=True)
    write_changed(tmp_path, made(PAGES))
    reserve(tmp_path, ["index.html"], tidy=True)
    assert write_changed(tmp_path, made({"index.html": "front"})).removed == 2
    assert texts(tmp_path) == {"index.html": "front", "tables.csv": "a"}


def test_many_files_of_others_are_counted(tmp_path):
    names = [f"{number}.csv" for number in range(9)]
    for name in names:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"2\.csv and 6 more: there already"):
        reserve(tmp_path, names)


def test_a_linked_folder_is_refused_and_what_it_leads_to_is_left(tmp_path):
    outside, folder = tmp_path / "theirs", tmp_path / "out"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.html").write_text("mine", encoding="utf-8")
    (folder / "claims").symlink_to(outside)
    (folder / LIST).write_text("claims/a.html\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"claims: a link that leads to .*theirs; nothing was"):
        reserve(folder, PAGES, tidy=True)
    assert texts(outside) == {"a.html": "mine"}
    assert texts(folder) == {}


def test_a_folder_that_is_itself_a_link_is_the_one_that_was_named(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    reserve(tmp_path / "out", PAGES, tidy=True)
    write_changed(tmp_path / "out", made(PAGES))
    assert texts(tmp_path / "real") == PAGES


def test_a_list_that_somebody_changed_removes_nothing_of_theirs(tmp_path):
    write_changed(tmp_path, made(PAGES))
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "pages.html").mkdir()
    (tmp_path.parent / "outside.html").write_text("mine", encoding="utf-8")
    (tmp_path / "link.html").symlink_to(tmp_path.parent / "outside.html")
    with (tmp_path / LIST).open("a", encoding="utf-8") as file:
        file.write("notes.txt\npages.html\n../outside.html\nlink.html\na\0b\n")
    assert write_changed(tmp_path, made(PAGES)).removed == 0
    assert (tmp_path / "notes.txt").exists()
    assert (tmp_path / "pages.html").is_dir()
    assert (tmp_path / "link.html").read_text(encoding="utf-8") == "mine"
