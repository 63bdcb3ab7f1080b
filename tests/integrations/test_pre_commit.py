"""`.pre-commit-hooks.yaml`, by pre-commit itself."""

import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from newsrooms import newsroom_in
from programs import ROOT, copied, program, run
from repositories import ENVIRONMENT, Repository

HOOKS = ROOT / ".pre-commit-hooks.yaml"


def test_the_manifest_is_valid():
    ran = run(program("pre-commit"), "validate-manifest", HOOKS)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_the_whole_ledger_is_checked_once():
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True


QUOTED = {
    ".pre-commit-config.yaml": "",
    "claims/wire.yaml": """\
article:
  {id: wire, outlet: wire, title: T, language: en, published: 2031-05-02,
   versions: [{retrieved: 2031-05-02, text: texts/wire.txt}]}
claims:
  - {id: a, speaker: article, statement: It held, quotes: [{exact: the dam held}]}
""",
    "claims/world.yaml": "actors: [{id: wire, kind: outlet, name: Northern Wire}]\n",
    "claims/texts/wire.txt": "Engineers said the dam held.\n",
}


def test_a_hook_of_ones_own_sees_a_commit_of_a_captured_text_alone(tmp_path):
    page = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    *_, pasted = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    repository = Repository(tmp_path)
    repository.commit(QUOTED | {".pre-commit-config.yaml": pasted})
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(tmp_path / ".git" / "home")}

    def committed(text):
        repository.write({"claims/texts/wire.txt": text})
        repository.git("add", "-A")
        return run(program("pre-commit"), "run", cwd=tmp_path, env=environment)

    ran = committed("Engineers said the dam held. Later it rained.\n")
    assert (ran.returncode, "Passed" in ran.stdout) == (0, True), ran.stdout + ran.stderr
    ran = committed("Engineers said the dam broke.\n")
    assert (ran.returncode, "CT102" in ran.stdout) == (1, True), ran.stdout + ran.stderr


@pytest.fixture
def newsroom(tmp_path):
    return newsroom_in(tmp_path)


@pytest.mark.slow
def test_a_commit_that_contradicts_is_stopped(newsroom, tmp_path):
    """`pre-commit try-repo` clones, installs and runs the hook as in somebody's repository."""
    source = tmp_path / "claimtrack"
    source.mkdir()
    Repository(copied(source)).commit()
    environment = {**os.environ, **ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    environment.pop("PYTHONPATH", None)

    def tried():
        newsroom.git("add", "-A")
        command = (program("pre-commit"), "try-repo", source, "claimtrack", "--verbose")
        return run(*command, cwd=newsroom.folder, env=environment)

    ran = tried()
    if "No matching distribution" in ran.stdout:
        pytest.skip("pip reaches no index from here")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "claims/wire.yaml:3:" in ran.stdout
    assert "CT301" in ran.stdout
    barq = newsroom.folder / "claims" / "barq.yaml"
    barq.write_text(barq.read_text(encoding="utf-8").replace("35", "11"), encoding="utf-8")
    ran = tried()
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Passed" in ran.stdout
