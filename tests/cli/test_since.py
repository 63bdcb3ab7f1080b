"""`check --since`: what a branch brought, while everything is still compared."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from repositories import ENVIRONMENT, Repository

WORLD = """\
actors:
  - {id: wire, kind: outlet, name: Northern Wire}
  - {id: barq, kind: outlet, name: {en: Barq, ar: البرق}}
propositions:
  - {id: toll, text: Bodies found by 1 May, value: {type: quantity, unit: bodies}}
"""
ARTICLE = """\
article: {id: %(id)s, outlet: %(id)s, title: T, language: en, published: %(day)s}
claims:
  - {id: %(id)s-toll, speaker: article, proposition: toll, as_of: 2031-05-01, value: %(value)s}
"""
LATE = ARTICLE % {"id": "barq", "day": "2031-05-09", "value": "35 bodies"}
EARLY = ARTICLE % {"id": "wire", "day": "2031-05-02", "value": "11 bodies"}
SLIP = "actors: [{id: other, kind: person, name: O, nmae: x}]\n"


@pytest.fixture
def repository(folder, monkeypatch):
    """`main` went on after `work` left it; the later article is in both, the earlier in `work`."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    repository = Repository(folder)
    repository.commit({"claims/world.yaml": WORLD, "claims/barq.yaml": LATE}, tag="base")
    repository.commit({"claims/slip.yaml": SLIP}, tag="old-slip")
    repository.git("checkout", "-q", "-b", "work")
    repository.commit({"claims/wire.yaml": EARLY})
    repository.git("checkout", "-q", "main")
    repository.commit({"claims/slip.yaml": SLIP.replace(", nmae: x", "")})
    repository.git("checkout", "-q", "work")
    return repository


def findings(ran):
    told = json.loads(ran.out)
    places = {
        one["code"]: (one["primary"]["file"], [place["file"] for place in one["related"]])
        for one in told["findings"]
        if one["severity"] != "info"
    }
    return places, told["summary"]


def check(invoke, *arguments):
    return findings(invoke("check", "--output-format", "json", *arguments))


def test_the_new_line_is_shown_though_the_old_article_is_the_newer_one(repository, invoke):
    whole, _ = check(invoke)
    assert whole["CT301"] == ("claims/barq.yaml", ["claims/wire.yaml"])
    assert "CT002" in whole
    shown, summary = check(invoke, "--since", "main")
    assert shown == {"CT301": ("claims/wire.yaml", ["claims/barq.yaml"])}
    assert summary["suppressed"]["earlier"] > 0
    assert summary["findings"]["error"] == 1


def test_what_the_other_branch_mended_since_is_not_of_this_one(repository, invoke):
    """`main` has no slip any more: compared with its tip, the slip here would look new."""
    shown, _ = check(invoke, "--since", "main")
    assert "CT002" not in shown
    shown, _ = check(invoke, "--since", "base")
    assert "CT002" in shown


def test_the_exit_status_is_that_of_what_is_shown(repository, invoke):
    assert invoke("check", "--since", "main").status == 1
    ran = invoke("check", "--since", "HEAD")
    assert (ran.status, ran.err) == (0, "")
    assert "earlier" in ran.out
    assert "no findings" in ran.out


def test_what_is_not_committed_counts_as_changed(repository, invoke):
    (repository.folder / "claims" / "slip.yaml").write_text(SLIP.replace("O,", "O, knid: x,"))
    ran = invoke("check", "--since", "HEAD", "--output-format", "concise")
    assert ran.status == 1
    assert ran.out.count("CT002") == 1
    assert "knid" in ran.out


def test_paths_and_stdin_go_with_it(repository, invoke, spawn):
    assert invoke("check", "--since", "main", "claims/slip.yaml").status == 0
    assert invoke("check", "--since", "main", "claims/barq.yaml").status == 1
    names = ("--stdin-filename", "claims/wire.yaml", "--since", "HEAD")
    assert spawn("check", "-", *names, input=EARLY.encode()).returncode == 0
    other = EARLY.replace("11 bodies", "12 bodies").encode()
    # The conflict is of the same records: it was there already.
    assert spawn("check", "-", *names, input=other).returncode == 0
    ran = spawn("check", "-", "--since", "HEAD", input=EARLY.encode())
    assert ran.returncode == 2
    assert b"stdin has no earlier state" in ran.stderr


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nowhere", "no revision 'nowhere'"),
        ("-x", "'-x' is no revision"),
        ("apart", "no commit in common"),
    ],
)
def test_a_revision_that_cannot_be_compared(repository, invoke, revision, says):
    repository.git("checkout", "-q", "--orphan", "apart")
    repository.commit()
    repository.git("checkout", "-q", "work")
    ran = invoke("check", f"--since={revision}")
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


def test_a_shallow_clone_says_what_to_do(repository, invoke, tmp_path_factory, monkeypatch):
    clone = tmp_path_factory.mktemp("clone")
    repository.git("clone", "-q", "--depth=1", "--no-single-branch", f"file://{Path.cwd()}", clone)
    monkeypatch.chdir(clone)
    for revision in ("origin/main", "base"):  # parted earlier than the clone goes; not in it
        ran = invoke("check", "--since", revision)
        assert ran.status == 2
        assert "this clone is shallow: git fetch --unshallow brings the rest" in ran.err


def test_outside_of_a_repository(clean, invoke, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(clean.parent))
    ran = invoke("check", "--since", "main")
    assert ran.status == 2
    assert "not a git repository" in ran.err
