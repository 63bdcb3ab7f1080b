"""Every reason for which a check is skipped is explained where people look for it."""

import ast
from pathlib import Path

import claimtrack

SOURCE = Path(claimtrack.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def reasons():
    for path in sorted(SOURCE.glob("rules/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Skip":
                (reason,) = node.args
                yield ast.literal_eval(reason)


def test_every_reason_stands_in_the_table():
    page = PAGE.read_text(encoding="utf-8")
    found = set(reasons())
    assert len(found) > 10
    assert {reason for reason in found if f"`{reason}`" not in page} == set()
