"""Programs that users could run instead, on as many records of theirs; each in a folder of its own.

They are installed on demand below `build/peers`, and never into the environment of claimtrack.
"""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from timing import ENVIRONMENT, Job

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "peers"


class MissingError(Exception):
    """A program cannot be installed here."""


def python(name: str, *wanted: str) -> Path:
    """The folder of programs of an environment in which some distributions are installed."""
    folder = HOME / name
    ready = folder / "ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _run([str(folder / "bin" / "python"), *install, *wanted], HOME)
        ready.touch()
    return folder / "bin"


def node(name: str, *wanted: str) -> Path:
    """A folder in which packages of npm are installed."""
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("npm is not here")
    folder = HOME / name
    ready = folder / "ready"
    if not ready.exists():
        folder.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--silent")
        _run([npm, "install", *quiet, *wanted], folder)
        ready.touch()
    return folder


def _run(command: list[str], folder: Path) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise MissingError(f"{' '.join(command[-2:])}: {done.stderr.strip()[-300:]}")


def bean_check(folder: Path, claims: int, *, cached: bool = False) -> Job:
    """As many transactions as there are claims, read by beancount 3; `cached`: again."""
    program = python("beancount", "beancount>=3,<4") / "bean-check"
    ledger = folder / "ledger.beancount"
    if not ledger.exists():
        folder.mkdir(parents=True, exist_ok=True)
        ledger.write_text("".join(transactions(claims)), encoding="utf-8")
    return Job([str(program), *(() if cached else ("--no-cache",)), ledger.name], folder)


def transactions(count: int) -> Iterator[str]:
    """Directives of a ledger that balances, over as many years as the claims."""
    yield 'option "operating_currency" "EUR"\n'
    for n in range(40):
        yield f"2018-01-01 open Assets:Bank{n}\n2018-01-01 open Expenses:Kind{n}\n"
    for n in range(count):
        day = f"{2018 + n * 8 // count}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        yield (
            f'\n{day} * "Payee {n % 997}" "Payment {n}"\n'
            f"  Expenses:Kind{n % 40}  {n % 900 + 1}.50 EUR\n  Assets:Bank{n % 37}\n"
        )


def check_jsonschema(ledger: Path, schema: Path) -> Job:
    """The same files held against a schema."""
    program = python("check-jsonschema", "check-jsonschema") / "check-jsonschema"
    files = sorted(str(path.relative_to(ledger)) for path in ledger.glob("claims/**/*.yaml"))
    # What was planted may be an error for it as well.
    return Job([str(program), "--schemafile", str(schema), *files], ledger, (0, 1))


AJV = """\
const {readdirSync, readFileSync} = require("fs");
const Ajv = require("ajv/dist/2020");
const [schema, folder] = process.argv.slice(2);
const check = new Ajv({strict: false, allErrors: true}).compile(
  JSON.parse(readFileSync(schema, "utf8")));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
for (const name of readdirSync(folder)) check(read(`${folder}/${name}`));
"""


def ajv(ledger: Path, schema: Path, folder: Path) -> Job:
    """The same records held against a schema, as JSON that somebody else has made of the YAML."""
    home = node("ajv", "ajv@8")
    program = shutil.which("node")
    if program is None:
        raise MissingError("node is not here")
    if not folder.exists():
        folder.mkdir(parents=True)
        for number, path in enumerate(sorted(ledger.glob("claims/**/*.yaml"))):
            content = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
            text = json.dumps(content, ensure_ascii=False)
            (folder / f"{number:06}.json").write_text(text, encoding="utf-8")
    script = home / "validate.js"
    script.write_text(AJV, encoding="utf-8")
    return Job([program, str(script), str(schema), str(folder)], home)


def yamllint(ledger: Path) -> Job:
    """The same files held against rules of style."""
    program = python("yamllint", "yamllint") / "yamllint"
    return Job([str(program), "-d", "relaxed", "claims"], ledger, (0, 1))


def schema_of(folder: Path) -> Path:
    """The schema of claim files as `claimtrack schema` prints it; a small one before it could."""
    path = folder / "schema.json"
    command = [sys.executable, "-m", "claimtrack", "schema"]
    done = subprocess.run(  # noqa: S603 - our own commands
        command, check=False, capture_output=True, text=True, env=ENVIRONMENT
    )
    text = done.stdout if done.returncode == 0 else json.dumps(SMALL)
    path.write_text(text, encoding="utf-8")
    return path


_TEXTS = {"type": ["string", "object"]}
_LISTS = ("articles", "actors", "occasions", "propositions", "claims", "decisions")
SMALL: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "article": {"$ref": "#/$defs/record"},
        **{name: {"type": "array", "items": {"$ref": "#/$defs/record"}} for name in _LISTS},
    },
    "$defs": {
        "record": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]*$"},
                "text": _TEXTS,
                "title": _TEXTS,
                "statement": _TEXTS,
                "stance": {"enum": ["affirms", "denies", "questions", "neutral"]},
                "certainty": {"enum": ["certain", "probable", "possible", "unstated"]},
                "quotes": {"type": "array", "items": {"required": ["exact"]}},
                "history": {"type": "array", "items": {"required": ["date"]}},
                "based_on": {"type": "array", "items": {"type": "string"}},
            },
        }
    },
}
"""A part of what a claim file may hold: less work than the whole would be."""
