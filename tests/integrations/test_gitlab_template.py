"""The template for GitLab CI: by GitLab's schema, and its script run in a shell."""

import json
import os
import sys
from pathlib import Path

import pytest
import yaml
from newsrooms import newsroom_in
from programs import ROOT, program, run

TEMPLATE = ROOT / "docs" / "gitlab" / "claimtrack.yml"
JOB = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["claimtrack"]
_, *CHECKS = JOB["script"]  # without the installation


def test_the_schema_of_gitlab():
    ran = run(program("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", TEMPLATE)
    assert ran.returncode == 0, ran.stdout


@pytest.fixture
def newsroom(tmp_path):
    return newsroom_in(tmp_path)


@pytest.fixture
def job(newsroom):
    """Run the checks of the job, its first failure last, as GitLab's runner does."""

    def job(**variables):
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")},
            **{name: value for name, value in JOB["variables"].items() if "SOURCE" not in name},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            **variables,
        }
        script = "\n".join(("set -e", *CHECKS))
        return run("/bin/sh", "-c", script, cwd=newsroom.folder, env=environment)

    return job


def test_the_report_is_of_everything_and_the_status_of_the_change(job, newsroom):
    assert job().returncode == 1
    base = newsroom.git("rev-parse", "base").strip()
    ran = job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert ran.returncode == 1
    assert "claims/barq.yaml:3" in ran.stdout  # the new line
    head = newsroom.git("rev-parse", "HEAD").strip()
    assert job(CI_MERGE_REQUEST_DIFF_BASE_SHA=head).returncode == 0
    report = JOB["artifacts"]["reports"]["codequality"]
    told = json.loads((newsroom.folder / report).read_text(encoding="utf-8"))
    assert "value-conflict" in {one["check_name"] for one in told}


def test_paths_are_passed_on(job):
    assert job(CLAIMTRACK_PATHS="claims/world.yaml").returncode == 0
    assert job(CLAIMTRACK_PATHS="nowhere").returncode == 2
