"""Rules of other packages: one is really installed, and every way to be wrong is told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack

PACKAGE = Path(__file__).parent / "packages" / "claimtrack-example-rules"
LEDGER = """\
actors: [{id: o, kind: outlet, name: O}]
articles:
  - {id: a, outlet: o, title: RIVER RISES AGAIN, language: en, published: 2031-05-02}
  - {id: b, outlet: o, title: The river rests, language: en, published: 2031-05-03}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the example package is installed, from a copy of its source."""
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*pip, "--version"], check=False, capture_output=True).returncode:  # noqa: S603
        pip = ["uv", "pip"]
    subprocess.run(  # noqa: S603
        [*pip, "install", "--quiet", "--no-deps", "--no-build-isolation"]
        + (["--python", sys.executable] if pip[0] == "uv" else [])
        + ["--target", str(target), str(PACKAGE)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return target


@pytest.fixture
def project(tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(LEDGER)
    return tmp_path


@pytest.fixture
def run(project):
    """Run the command with a folder of packages: its status, its output, its errors."""

    def run(site, *arguments):
        source = Path(claimtrack.__file__).parents[1]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(source), str(site)])}
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "claimtrack", *arguments],
            check=False,
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.fixture
def site(tmp_path):
    """Makes a folder that looks as if a package with one module of rules were installed in it."""

    def make(code, value="broken_rules"):
        folder = tmp_path / "site"
        information = folder / "broken_rules-1.0.dist-info"
        information.mkdir(parents=True)
        (folder / "broken_rules.py").write_text(code)
        (information / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: broken-rules\nVersion: 1.0\n"
        )
        (information / "entry_points.txt").write_text(f"[claimtrack.rules]\nbroken = {value}\n")
        return folder

    return make


def test_an_installed_rule_finds_with_the_others(installed, run):
    status, out, err = run(installed, "check", "--output-format=json", "--fail-on=warning")
    assert (status, err) == (1, "")
    (finding,) = json.loads(out)["findings"]
    assert (finding["code"], finding["name"]) == ("EX001", "shouting-title")
    assert (finding["primary"]["line"], finding["primary"]["record"]) == (3, "article:a")
    assert run(installed, "check")[0] == 0, "it is a warning"


def test_it_is_selected_ignored_and_weighed_like_any_other(installed, run, project):
    assert "EX001" in run(installed, "check", "--select=EX")[1]
    assert "EX001" not in run(installed, "check", "--ignore=shouting-title")[1]
    (project / "claimtrack.toml").write_text('[severity]\nEX001 = "error"\n')
    assert run(installed, "check")[0] == 1
    entry = "published: 2031-05-02, ignore: [{rule: shouting-title, reason: r}]"
    (project / "claims" / "a.yaml").write_text(LEDGER.replace("published: 2031-05-02", entry))
    assert run(installed, "check")[0] == 0


def test_it_is_explained(installed, run):
    status, out, _ = run(installed, "explain", "EX001")
    assert status == 0
    assert out.startswith("EX001 shouting-title [warning]\n\nA title is written in capital letters")
    assert "shouting-title" in run(installed, "explain")[1]
    assert run(Path("nowhere"), "explain", "EX001")[0] == 2


def test_its_cases_lie_beside_it_and_hold(installed):
    program = (
        "import sys, pathlib, claimtrack_example_rules as package\n"
        "from claimtrack.testing.cases import check_case, read_cases\n"
        "path = pathlib.Path(package.__file__).with_name('shouting_title.yml')\n"
        "print(len([check_case(case) for case in read_cases(path)]))\n"
    )
    source = Path(claimtrack.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(source), str(installed)])}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], check=False, env=environment, capture_output=True
    )
    assert (done.stdout.strip(), done.stderr) == (b"3", b"")


RULE = """
from claimtrack import Article, Finding, Location, Rule, Severity
class Example(Rule):
    code, name, severity, reads = {code}, {name}, {severity}, {reads}
    def check(self, group):
        {body}
"""


def rule(
    code="'EX002'", name="'example'", severity="Severity.INFO", reads="(Article,)", body="return ()"
):
    return RULE.format(code=code, name=name, severity=severity, reads=reads, body=body)


@pytest.mark.parametrize(
    ("code", "value", "says"),
    [
        ("import no_such_module", "broken_rules", "ModuleNotFoundError: No module named 'no_such"),
        ("1 / 0", "broken_rules", "ZeroDivisionError"),
        ("raise SystemExit(0)", "broken_rules", "SystemExit: 0"),
        ("x = (", "broken_rules", "SyntaxError"),
        ("", "broken_rules:Missing", "AttributeError"),
        ("", "no_such_package", "ModuleNotFoundError"),
        ("class Plain: pass", "broken_rules:Plain", "is no claimtrack Rule"),
        ("def rules(): return [3]", "broken_rules:rules", "3 is no claimtrack Rule"),
        (rule(code="5"), "broken_rules", "lacks a sound code"),
        (rule(code="'ex-1'"), "broken_rules", "lacks a sound code"),
        (rule(name="'Two Words'"), "broken_rules", "lacks a sound name"),
        (rule(severity="'error'"), "broken_rules", "lacks a sound severity"),
        (rule(reads="Article"), "broken_rules", "lacks a sound reads"),
        (rule(reads="('article',)"), "broken_rules", "lacks a sound reads"),
    ],
)
def test_a_plug_in_that_cannot_be_loaded(run, site, code, value, says):
    status, out, err = run(site(code, value), "check")
    assert (status, out) == (2, "")
    assert err.startswith(
        f"claimtrack: error: the plug-in 'broken' of broken-rules ({value}) cannot be loaded: "
    )
    assert says in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("code", "word"),
    [(rule(code="'CT303'"), "'CT303'"), (rule(name="'verdict-conflict'"), "'verdict-conflict'")],
)
def test_a_plug_in_that_takes_what_another_rule_is_called(run, site, code, word):
    status, out, err = run(site(code), "check")
    assert (status, out) == (2, "")
    assert f"broken_rules.Example calls a rule {word}, as claimtrack.rules.agreement" in err
    assert len(err.splitlines()) == 1


def test_a_rule_that_raises_is_a_finding_and_the_run_goes_on(run, site):
    folder = site(rule(body="raise ValueError('oh')"))
    status, out, err = run(folder, "check", "--output-format=json")
    assert (status, err) == (1, "")
    found = json.loads(out)["findings"]
    assert {finding["code"] for finding in found} == {"CT900"}
    assert [finding["primary"]["record"] for finding in found] == ["article:a", "article:b"]
    assert (
        "EX002 example failed on article:a: ValueError: oh in check, line 6"
        in (found[0]["message"])
    )
    assert run(folder, "check", "--ignore=EX002")[0] == 0
    assert run(folder, "check", "--select=EX002")[0] == 1, "a failed rule is not green"


@pytest.mark.parametrize(
    "body",
    [
        "return 'text'",
        "yield Finding(self.code, self.name, self.severity, 'm', None)",
        "yield self.finding(group, 'm', [Location(3)])",
        "import sys; sys.exit(0)",
        "return self.check(group)",
    ],
)
def test_a_rule_that_yields_nonsense_is_a_finding_too(run, site, body):
    status, out, err = run(site(rule(body=body)), "check", "--output-format=concise")
    assert (status, err) == (1, "")
    assert out.count("CT900 error EX002 example failed on ") == 2
