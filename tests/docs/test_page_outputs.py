"""Every command on a page prints what the page says."""

import page_outputs
import pytest


@pytest.mark.parametrize("path", page_outputs.RUN, ids=lambda path: path.name)
def test_outputs(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    assert page_outputs.rerun(text, tmp_path) == text, "python3 dev.py docs writes it anew"


def test_change_of_a_file():
    text = "a: 1\nb: 2\nc: 3\n"
    assert page_outputs.changed(text, " a: 1\n-b: 2\n+b: 4\n") == "a: 1\nb: 4\nc: 3\n"


def test_change_that_does_not_fit():
    with pytest.raises(ValueError, match="stands 0 times"):
        page_outputs.changed("a: 1\n", "-b: 2\n")


def test_status_of_the_last_command(tmp_path):
    shell = page_outputs.Shell(tmp_path)
    assert shell.show("exit 3") == "$ exit 3\n"
    assert shell.show("echo $?") == "$ echo $?\n3\n"
