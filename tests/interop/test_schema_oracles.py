"""Programs of others make of the schema what we make of it."""

import json
import subprocess
import sys
from pathlib import Path

import npm
import pytest
from changes import VALUES
from test_json_schema import COMMITTED, FIELDS, VALIDATOR
from yaml_data import read, write

from claimtrack import load
from claimtrack.interop.json_schema import schema
from claimtrack.testing.shipped import sample

SCRIPT = Path(__file__).parent / "oracles" / "validate.mjs"
FOUNDING = Path(__file__).parents[2] / "claims"


def test_ajv_agrees_on_every_type_of_field():
    instances = [read(field % write(value)) for field in FIELDS.values() for value in VALUES]
    given = json.dumps({"schema": schema(), "instances": instances})
    found = json.loads(npm.node(SCRIPT, str(npm.module("ajv")), stdin=given))
    ours = [VALIDATOR.is_valid(instance) for instance in instances]
    assert {True, False} == set(ours)
    assert found == ours


@pytest.mark.parametrize("folder", [FOUNDING, sample("demo") / "claims"], ids=["founding", "demo"])
def test_check_jsonschema_refuses_the_files_whose_form_is_wrong(folder):
    files = sorted(map(str, folder.rglob("*.yaml")))
    ran = subprocess.run(  # noqa: S603 - a program of the environment
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--output-format",
            "json",
            "--schemafile",
            COMMITTED,
            *files,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    told = json.loads(ran.stdout)
    refused = {error["filename"] for error in [*told["errors"], *told.get("parse_errors", [])]}
    wrong = {str(Path(one.primary.file).resolve()) for one in load(folder).findings}
    assert {str(Path(name).resolve()) for name in refused} == wrong
