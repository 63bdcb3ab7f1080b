"""What the pages on CI tell to paste is YAML where it says so, and its commands run."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import page_outputs
import pytest
import yaml
from repositories import Repository

NAMES = ("ci.md", "ci-github.md", "ci-gitlab.md", "pre-commit.md")
PAGE = "".join((page_outputs.DOCS / name).read_text(encoding="utf-8") for name in NAMES)
BLOCKS = re.findall(r"^```(yaml|groovy)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = sorted(
    {found for _, body in BLOCKS for found in re.findall(r"claimtrack (check[^\n']*)", body)}
)
LEDGER = re.search(r"^```yaml claims/gate.yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("body", [body for language, body in BLOCKS if language == "yaml"])
def test_yaml_can_be_read(body):
    assert yaml.safe_load(body)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_runs_and_finds(command, tmp_path):
    Repository(tmp_path).commit({})  # `--since HEAD` shows what is new since then
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "gate.yaml").write_text(LEDGER, encoding="utf-8")
    shell = page_outputs.Shell(tmp_path)
    ran = subprocess.run(  # noqa: S603 - the commands of our own page
        [Path(sys.executable).with_name("claimtrack"), *shlex.split(command)],
        cwd=tmp_path,
        env=shell.environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    target = re.search(r"--output (\S+)", command)
    told = (tmp_path / target[1]).read_text(encoding="utf-8") if target else ran.stdout
    assert "CT303" in told
    if target:
        # The file is picked up under the name by which it was written.
        assert PAGE.count(target[1]) >= 2


def test_the_page_has_all_that_it_promises():
    assert len(COMMANDS) == 5
