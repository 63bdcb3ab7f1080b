"""Set up and run what a developer of claimtrack needs; the standard library is enough to start.

    python3 dev.py demo             check both ledgers and write their reports
    python3 dev.py test [ARGS…]     run the tests (ARGS go to pytest)
    python3 dev.py lint             style, types, import contract, generated pages
    python3 dev.py docs             write the generated pages again
    python3 dev.py shots            take the pictures of the report anew, with Chromium
    python3 dev.py oracles          install the programs of others that some tests compare with

Each makes the environment `.venv` when it is missing or when pyproject.toml has changed, with `uv`
where that is there and with `venv` and `pip` elsewhere.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REPORTS = ROOT / "build" / "reports"
ORACLES = ROOT / "build" / "oracles"
DEMO_DAY = "2031-06-01"
"""The demonstration ledger is of that spring: judged today, none of its dates would have come."""
GENERATED = (
    ("claimtrack.testing.pages", "docs/rules"),
    ("claimtrack.testing.format_page", "docs/format.md"),
)


def main(arguments: list[str]) -> int:
    """Run one command; without one, say which there are."""
    known = (demo, test, lint, docs, shots, oracles)
    commands = {command.__name__: command for command in known}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if not arguments or arguments[0] in ("-h", "--help", "help") else 2
    os.chdir(ROOT)
    return commands[arguments[0]](arguments[1:])


def demo(_: list[str]) -> int:
    """Check the founding and the demonstration ledger, and write the report of each."""
    prepare([])
    sample = "src/claimtrack/testing/samples/demo/claims"
    print("\n== The founding ledger: real facts, clean, as of today ==\n", flush=True)
    clean = run("claimtrack", "check", "claims")
    title = f"invented, with one of every conflict, as of {DEMO_DAY}"
    print(f"\n== The demonstration ledger: {title} ==\n", flush=True)
    found = run("claimtrack", "check", sample, "--as-of", DEMO_DAY, "--output-format", "concise")
    print("\n== Reports ==\n", flush=True)
    report = ("claimtrack", "report")
    written = [
        run(*report, "claims", *named("The founding ledger", "founding")),
        run(*report, sample, "--as-of", DEMO_DAY, *named("The Teshmar flood", "demo")),
    ]
    print(f"\nSee any of them in full: {BIN / 'claimtrack'} check {sample} --as-of {DEMO_DAY}")
    # The demonstration ledger has errors on purpose: anything but status 1 is the failure.
    return int(clean != 0 or found != 1 or any(written))


def test(arguments: list[str]) -> int:
    """Run the tests on all processors; without arguments all but the slow ones."""
    prepare(["dev"])
    spread = ("-n", "auto", "--dist", "worksteal")
    return run("pytest", *spread, *(arguments or ["-m", "not slow"]))


def lint(_: list[str]) -> int:
    """Everything that is checked without running the product's tests."""
    prepare(["dev"])
    checks = [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
        *[("python", "-m", *page, "--check") for page in GENERATED],
    ]
    return max([run(*check) for check in checks])


def docs(_: list[str]) -> int:
    """Write the pages of rules, the tables of fields, the schema, and the outputs on pages."""
    prepare(["dev"])
    written = [run("python", "-m", *page) for page in GENERATED]
    written.append(run("claimtrack", "schema", "--output", "docs/claimtrack.schema.json"))
    return max([*written, run("python", "tests/docs/page_outputs.py")])


def shots(_: list[str]) -> int:
    """Take the pictures of the report in docs/shots; each machine has its own fonts."""
    prepare(["dev"])
    return run("python", "tests/browser/shots.py")


def oracles(_: list[str]) -> int:
    """Install what the outputs for other programs are held against; without it those tests skip.

    No lock file: it would name a registry. The versions in package.json are exact.
    """
    prepare(["dev"])
    if subprocess.run(installing(["oracles"]), check=False).returncode:
        print("FollowTheMoney cannot be built here: the tests that ask it will be skipped")
    npm = shutil.which("npm")
    if npm is None:
        print("no npm here: the tests that compare with npm packages will be skipped")
        return 0
    ORACLES.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "tests" / "reports" / "oracles" / "package.json", ORACLES)
    quiet = ("--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    return subprocess.run([npm, "install", *quiet], cwd=ORACLES, check=False).returncode


def named(title: str, folder: str) -> tuple[str, ...]:
    """The options of a report: what it is called, and where its pages go."""
    return ("--title", title, "--out", str(REPORTS / folder))


def run(program: str, *arguments: str) -> int:
    """Run a program of the environment and give its exit status."""
    return subprocess.run([BIN / program, *arguments], check=False).returncode


def prepare(groups: list[str]) -> None:
    """Make the environment, with the package in place and the dependency groups asked for."""
    stamp = VENV / f"ready-{'-'.join(['claimtrack', *groups])}"
    state = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest() + sys.version
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    print(f"preparing {VENV} …", flush=True)
    if not PYTHON.exists():
        if uv := shutil.which("uv"):
            command(uv, "venv", "--quiet", "--python", sys.executable, str(VENV))
        else:
            make_venv()
    command(*installing(groups), "--editable", ".")
    stamp.write_text(state, encoding="utf-8")


def installing(groups: list[str]) -> list[str]:
    """The command that installs some dependency groups; more requirements may follow."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [word for group in groups for word in project["dependency-groups"][group]]
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--python", str(PYTHON), "--quiet", *wanted]
    quiet = ("--quiet", "--disable-pip-version-check")
    return [str(PYTHON), "-m", "pip", "install", *quiet, *wanted]


def make_venv() -> None:
    """Make the environment with the standard library; Debian keeps a part of that in a package."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(
            "dev.py: no virtual environment could be made; on Debian: apt install python3-venv"
        )


def command(*arguments: object) -> None:
    """Run a step of the set-up; a failure ends everything with its own message."""
    status = subprocess.run([str(part) for part in arguments], check=False).returncode
    if status:
        sys.exit(f"dev.py: this step failed with status {status}: {' '.join(map(str, arguments))}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
