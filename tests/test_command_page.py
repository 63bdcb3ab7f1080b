import importlib
import subprocess
import sys

import pytest

from claimtrack.__main__ import main
from claimtrack.cli import module_of
from claimtrack.commands import COMMANDS, help_text


@pytest.mark.parametrize("columns", ["1", "40", "57", "80", "200"])
def test_help_fits_the_terminal(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    text = help_text()
    longest = max(len(line) for line in text.splitlines()[1:])
    assert longest <= max(min(int(columns), 80), 47)
    for name, says in COMMANDS.items():
        assert name in text
        assert set(says.split()) <= set(text.split())


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"]])
def test_the_quick_page_is_that_of_the_command(capsys, words):
    from claimtrack.cli import run  # noqa: PLC0415 - the long way

    assert main(words) == 0
    quick = capsys.readouterr()
    assert run(words) == 0
    assert capsys.readouterr() == quick


def test_every_command_begins_its_help_as_the_list_does():
    for name, says in COMMANDS.items():
        word = module_of(name)
        module = importlib.import_module(f"claimtrack.cli.{word}")
        assert getattr(module, word).help.split()[:2] == says.split()[:2]


def test_help_loads_no_library():
    code = (
        "import sys; from claimtrack.__main__ import main; main(['--help'])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-Ic", code], capture_output=True, check=True)  # noqa: S603
    loaded = set(ran.stderr.decode().split())
    assert loaded.isdisjoint({"click", "attr", "typing", "json", "re", "sqlite3"})
