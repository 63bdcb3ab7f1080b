"""`action.yml`: as GitHub's schema and an auditor see it, and run as GitHub's runner does."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from newsrooms import newsroom_in
from programs import ROOT, copied, program, run

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


def started(step, inputs, folder, **environment):
    """Run a step of the action: its inputs go into its environment and nowhere else."""
    given = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    values = {
        name: _INPUT.sub(lambda found: given[found[1]], text) for name, text in step["env"].items()
    }
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GITHUB_", "PYTHONPATH"))
    }
    return run(
        *(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]),
        cwd=folder,
        env={**kept, "GITHUB_ACTIONS": "true", **environment, **values},
    )


@pytest.fixture
def newsroom(tmp_path):
    return newsroom_in(tmp_path)


@pytest.fixture
def checked(newsroom, tmp_path):
    """Run the step that checks, with the package under test where the action would install it."""
    (tmp_path / "claimtrack").symlink_to(ROOT / "src")

    def check(**inputs):
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        given.setdefault("python", sys.executable)
        return started(CHECK, given, newsroom.folder, RUNNER_TEMP=str(tmp_path))

    return check


def test_the_schema_of_actions():
    command = program("check-jsonschema")
    ran = run(command, "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")
    assert ran.returncode == 0, ran.stdout


def test_an_auditor_finds_nothing():
    files = (ROOT / "action.yml", ROOT / ".pre-commit-hooks.yaml")
    ran = run(program("zizmor"), "--offline", "--persona=auditor", "--strict-collection", *files)
    assert ran.returncode == 0, ran.stdout
    assert "No findings" in ran.stdout


def test_no_script_holds_an_expression():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert all(_INPUT.fullmatch(value) for value in step["env"].values())


def test_the_check_annotates(checked):
    ran = checked()
    assert ran.returncode == 1, ran.stderr
    assert "file=claims/wire.yaml,line=3," in ran.stdout
    ran = checked(since="base")
    assert "file=claims/barq.yaml,line=3," in ran.stdout
    assert checked(since="HEAD").returncode == 0


def test_every_input_arrives(checked, newsroom):
    newsroom.write({"own.toml": 'ignore = ["CT301"]\n', "two words/a.yaml": "actors: [{id: a}]\n"})
    assert checked(config="own.toml").returncode == 0
    assert checked(fail_on="never").returncode == 0
    assert checked(paths="claims/world.yaml\n").returncode == 0
    ran = checked(paths="claims\n\ntwo words\n", output_format="json", output="found.json")
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
    assert '"two words/a.yaml"' in (newsroom.folder / "found.json").read_text()


@pytest.mark.parametrize("name", ["since", "fail_on", "config", "paths", "output_format"])
def test_an_input_is_never_a_command(checked, newsroom, name):
    word = """$(touch hacked)`touch hacked`"; touch hacked; "'; touch hacked; '"""
    assert checked(**{name: word}).returncode == 2
    assert checked(paths="--help").returncode == 2  # a path, which is not there
    assert not (newsroom.folder / "hacked").exists()


def test_a_folder_of_that_name_is_not_the_program(checked, newsroom):
    newsroom.write({"claimtrack/__main__.py": "print('another')\n", "yaml.py": "1 / 0\n"})
    ran = checked()
    assert ran.returncode == 1, ran.stderr
    assert "file=claims/" in ran.stdout


@pytest.mark.slow
def test_both_steps_as_a_runner_runs_them(newsroom, tmp_path):
    source = tmp_path / "action"
    source.mkdir()
    copied(source)
    environment = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(source)}
    given = {"python": sys.executable}
    ran = started(INSTALL, given, newsroom.folder, **environment)
    if ran.returncode and "No matching distribution" in ran.stderr:
        pytest.skip("pip reaches no index from here")
    assert ran.returncode == 0, ran.stderr
    assert Path(tmp_path, "claimtrack", "claimtrack", "__main__.py").exists()
    ran = started(CHECK, given, newsroom.folder, **environment)
    assert ran.returncode == 1, ran.stderr
    assert "file=claims/wire.yaml,line=3," in ran.stdout
