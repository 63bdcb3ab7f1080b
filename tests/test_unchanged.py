"""The shortest way says what the long one says, or leaves it to that."""

import subprocess
import sys

import pytest

from claimtrack.__main__ import main
from claimtrack.cache import stamps
from claimtrack.testing import sample
from claimtrack.unchanged import FORMATS_HERE, answer


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The demonstration ledger, checked a while ago."""
    import shutil  # noqa: PLC0415

    folder = tmp_path / "demo"
    shutil.copytree(sample("demo"), folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setattr(stamps, "GRAIN", 0)
    return folder


@pytest.mark.parametrize("form", sorted(FORMATS_HERE))
@pytest.mark.parametrize("more", [[], ["--fail-on", "never"], ["claims/actors.yaml"]])
def test_it_prints_what_the_command_prints(project, capsys, form, more):
    words = ["check", "--as-of", "2031-06-01", "--output-format", form, *more]
    status, printed = main(words), capsys.readouterr()
    assert answer(words) == status
    assert capsys.readouterr() == printed
    assert printed.out


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--statistics"],
        ["check", "--output-format=json"],
        ["check", "--output-format", "sarif"],
        ["check", "--output-format", "nothing"],
        ["check", "--select", "CT3"],
        ["check", "--as-of"],
        ["check", "--as-of", "2031", "--as-of", "2032"],
        ["check", "--jobs", "abc"],
        ["check", "--jobs", "0"],
        ["check", "--fail-on", "ERROR"],
        ["check", "--fail-on", ""],
        ["check", "--as-of", ""],
        ["check", "--output-format", ""],
        ["check", "--config", ""],
        ["check", "nowhere"],
        ["check", "--config", "nothing.toml"],
        ["check", "README.md"],
        ["explain", "CT301"],
        [],
    ],
)
def test_what_is_not_plain_is_left_to_the_command(project, words):
    main(["check"])
    assert answer(words) is None


def test_a_change_is_left_to_the_command(project, capsys):
    main(["check"])
    assert answer(["check"]) == 1
    path = project / "claims" / "actors.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "# later\n", encoding="utf-8")
    assert answer(["check"]) is None
    main(["check"])
    assert answer(["check"]) == 1
    (project / "claimtrack.toml").write_text('ledger = "claims"\nignore = ["ALL"]\n', "utf-8")
    assert answer(["check"]) is None


def test_a_baseline_of_the_configuration_is_read_again(project, capsys):
    config = project / "claimtrack.toml"
    config.write_text(config.read_text("utf-8") + 'baseline = "known.json"\n', "utf-8")
    known = project / "known.json"
    known.write_text('{"schema": "claimtrack-baseline/1", "findings": []}', "utf-8")
    assert main(["check"]) == 1
    assert answer(["check"]) == 1
    main(["check", "--baseline", "known.json"])
    assert answer(["check"]) == 1
    known.write_text('{"schema": "claimtrack-baseline/1", "findings": [{"fingerprint": "a"}]}')
    assert answer(["check"]) is None


def test_it_loads_no_library(project):
    main(["check"])
    code = (
        "import sys; from claimtrack.cache import stamps; stamps.GRAIN = 0\n"
        "from claimtrack.__main__ import main; status = main(['check'])\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
        "raise SystemExit(status)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603
    assert ran.returncode == 1
    loaded = set(ran.stderr.decode().split())
    assert "sqlite3" in loaded
    assert loaded.isdisjoint({"attr", "attrs", "click", "ruamel", "yaml", "jinja2"})
