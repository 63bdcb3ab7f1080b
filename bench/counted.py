"""Counted work: what a check reads and looks at, which no other work on the machine changes.

    python bench/counted.py [CLAIMS]

Seconds are a poor witness; these counts are the same on every machine.
"""

import builtins
import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generate import generate
from newsroom import Size
from timing import ENVIRONMENT

from claimtrack.cache.stamps import GRAIN
from claimtrack.config import Config
from claimtrack.plugins import all_rules
from claimtrack.recheck import Request, recheck
from claimtrack.text.dates import parse_date

HEAVY = ("attr", "attrs", "click", "ruamel", "yaml", "jinja2")
"""Packages whose loading takes longer than to look at ten thousand files."""
DAY = parse_date("2031-06-01")
SETTLED = GRAIN / 1e9 + 0.1
"""Seconds after which a file is no longer one that was written just now, which is read again."""
_PROPOSITION = re.compile(r"^    proposition: (\S+)$", re.MULTILINE)
_IMPORTED = re.compile(r"^import time:.*\| +([\w.]+)$", re.MULTILINE)


class Counts(NamedTuple):
    """The work of one check."""

    files: int
    """Claim files of the ledger."""
    groups: int
    """Groups of records, over all rules."""
    looked_at: int
    """Of the groups those that this check looked at itself."""
    opened: int
    """Claim files that were opened."""
    read: int
    """Bytes read from them."""


def heavy_imports(arguments: Sequence[str], folder: Path) -> list[str]:
    """The heavy packages that a command of this package loads."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in _IMPORTED.findall(done.stderr)}
    return [name for name in HEAVY if name in loaded]


def counts(folder: Path, cache: Path) -> Counts:
    """Check a ledger in this process, with what the cache folder holds, and count."""
    config = Config(ignore=("text-missing",))
    with contextlib.chdir(folder), _opened() as sizes:
        request = Request(
            paths=config.ledger,
            config=config,
            configured=config,
            rules=all_rules(),
            as_of=DAY,
            index=str(cache / "counted.sqlite"),
            identity=[],
            jobs=1,
        )
        summary = recheck(request).result.summary
    made = summary.checks_run if summary.checks_made is None else summary.checks_made
    return Counts(summary.files, summary.checks_run, made, len(sizes), sum(sizes))


@contextlib.contextmanager
def _opened() -> Iterator[list[int]]:
    """The sizes of the claim files that are opened, in bytes."""
    sizes: list[int] = []
    plain = builtins.open

    def counting(file: Any, *arguments: Any, **options: Any) -> Any:
        if str(file).endswith(".yaml"):
            sizes.append(os.stat(file).st_size)  # noqa: PTH116 - as it was given
        return plain(file, *arguments, **options)

    builtins.open = counting  # type: ignore[assignment]
    try:
        yield sizes
    finally:
        builtins.open = plain


def after_an_edit(folder: Path, cache: Path, edit: Callable[[], None]) -> Counts:
    """What a check counts after an edit, where one before it kept what it found."""
    counts(folder, cache)
    edit()
    return counts(folder, cache)


def editing(folder: Path) -> Callable[[], None]:
    """Change a word in the last statement of the newest article; the next call changes it back."""
    path = max(folder.glob("claims/articles/*/*.yaml"))

    def edit() -> None:
        text = path.read_text(encoding="utf-8")
        old, new = sorted(("      en: The ", "      en: Our "), key=text.rfind, reverse=True)
        head, _, tail = text.rpartition(old)
        path.write_text(f"{head}{new}{tail}", encoding="utf-8")

    return edit


def adding(folder: Path, *, disputed: bool) -> Callable[[], None]:
    """Take the last claim of an article away; the next call puts it back.

    It is a live one, on the proposition with most claims; if not `disputed`, on one with as many as
    the claim in the middle has, if they are put in the order of that.
    """
    every: Counter[str] = Counter()
    last: dict[Path, str] = {}
    *paths, _ = sorted(folder.glob("claims/articles/*/*.yaml"))  # the newest is edited otherwise
    for path in paths:
        text = path.read_text(encoding="utf-8")
        found = _PROPOSITION.findall(text)
        every.update(found)
        if text.rpartition("\n  - id: ")[2].count("lifecycle: active") == 2:  # it is live  # noqa: PLR2004
            last[path] = found[-1]
    paths = sorted(last, key=lambda path: every[last[path]])
    path = paths[-1 if disputed else len(paths) // 2]
    whole = path.read_text(encoding="utf-8")
    without = whole.rpartition("\n  - id: ")[0] + "\n"

    def edit() -> None:
        is_whole = path.read_text(encoding="utf-8") == whole
        path.write_text(without if is_whole else whole, encoding="utf-8")

    return edit


def three(folder: Path, cache: Path) -> dict[str, Counts]:
    """A cold check, one of an unchanged ledger, and one after an edit."""
    return {
        "cold": counts(folder, cache),
        "unchanged": counts(folder, cache),
        "one file changed": after_an_edit(folder, cache, editing(folder)),
    }


def main(claims: int) -> None:
    """Print the counts of a generated ledger."""
    with tempfile.TemporaryDirectory() as home:
        generate(Path(home) / "ledger", Size(claims))
        time.sleep(SETTLED)
        found = three(Path(home) / "ledger", Path(home) / "cache")
    print(f"{claims:,} claims".ljust(20), *(f"{name:>12}" for name in Counts._fields))
    for name, one in found.items():
        print(f"{name:20}", *(f"{count:>12,}" for count in one))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
