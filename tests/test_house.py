"""The shape of the house: what stands at its top, and how large a room may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "claimtrack"
FILES = sorted(SOURCE.rglob("*.py"))

TOP = {
    ".ci",
    ".editorconfig",
    ".git",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "action.yml",
    "bench",
    "changes",
    "claims",
    "claimtrack.toml",
    "dev.py",
    "docs",
    "pyproject.toml",
    "src",
    "tests",
}
ROOMS = {
    "cache",
    "cli",
    "engine",
    "interop",
    "lsp",
    "model",
    "recheck",
    "reports",
    "rules",
    "store",
    "testing",
    "text",
}

LONGEST_FILE = 350
LONGEST_FUNCTION = 60


def tracked():
    """The names at the top, without what .gitignore names and tools leave behind."""
    ignored = {
        line.strip().strip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line
    }
    return {
        path.name
        for path in ROOT.iterdir()
        if not any(Path(path.name).match(pattern) for pattern in ignored)
    }


def test_nothing_else_stands_at_the_top():
    assert tracked() <= TOP


def test_the_rooms_are_those_of_the_plan():
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert rooms == ROOMS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_says_what_it_is_and_stays_short(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says in a sentence why it exists"
    name, lines = path.relative_to(SOURCE), len(text.splitlines())
    assert lines < LONGEST_FILE
    sizes = {
        f"{name}: {node.name}": node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {what: size for what, size in sizes.items() if size >= LONGEST_FUNCTION}


def test_every_rule_has_its_cases_beside_it():
    modules = {
        path.with_suffix("")
        for path in (SOURCE / "rules").glob("*/*.py")
        if "    code = " in path.read_text(encoding="utf-8")
    }
    assert modules == {path.with_suffix("") for path in (SOURCE / "rules").glob("*/*.yml")}
