"""Keeps the tables of the format page equal to the model.

`python -m claimtrack.testing.format_page docs/format.md` writes the tables of fields and words
between their marks, `--check` compares. Everything else on the page is written by hand.

    <!-- fields of Claim -->
    …
    <!-- end -->
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from claimtrack.testing.field_tables import documented, field_table, word_table

_MARKED = re.compile(
    r"(?P<open><!-- (?P<what>fields|words) of (?P<name>\w+) -->\n).*?(?P<close><!-- end -->)",
    re.DOTALL,
)


def filled(page: str) -> str:
    """The page with every marked table written anew.

    Raises `ValueError` where a mark names no class of the model, or a class has no mark.
    """
    classes = documented()
    marked = {match["name"] for match in _MARKED.finditer(page)}
    if marked != classes.keys():
        raise ValueError(
            f"classes without a mark: {sorted(classes.keys() - marked)}; "
            f"marks without a class: {sorted(marked - classes.keys())}"
        )

    def table(match: re.Match[str]) -> str:
        cls = classes[match["name"]]
        text = word_table(cls) if issubclass(cls, StrEnum) else field_table(cls)
        return f"{match['open']}\n{text}\n\n{match['close']}"

    return _MARKED.sub(table, page)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the tables of a page; 1 where a check finds a difference."""
    parser = argparse.ArgumentParser(
        prog="python -m claimtrack.testing.format_page", description=__doc__
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("--check", action="store_true", help="compare only; write nothing")
    options = parser.parse_args(arguments)
    page: Path = options.page
    there = page.read_text(encoding="utf-8")
    wanted = filled(there)
    if wanted == there:
        return 0
    if options.check:
        sys.stdout.write(f"{page}: the tables are not what the model says\n")
        return 1
    page.write_text(wanted, encoding="utf-8")
    sys.stdout.write(f"{page}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
