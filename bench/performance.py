"""Print the table of docs/performance.md: what a check takes, beside what users could run instead.

    python bench/performance.py [--claims N] [--many N] [--million] [--all] [--rounds N] [--again]

Each ratio is of one run in which both sides took turns. Times are the shortest of n runs, since
other work on a machine only ever makes one longer; the median stands beside it. Cold is a check
with an empty cache folder, and writes it. Ledgers and programs of others are kept below `build/`;
the first run makes and installs them.
"""

import argparse
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import counted
import peers
from generate import generate
from more_peers import MORE
from newsroom import Size
from timing import Job, Took, by_turns

BUILD = Path(__file__).resolve().parents[1] / "build" / "performance"
CLAIMTRACK = (sys.executable, "-m", "claimtrack")
CHECK = (*CLAIMTRACK, "check", "--output-format", "concise")
FOUND = (0, 1)
"""The status of a check that came to its end."""
SPARED = 40 * 1024
"""Memory that is not counted, in KiB: Python and its modules."""


class Row(NamedTuple):
    """A line of the table."""

    work: str
    goal: str
    measured: str
    met: bool | None
    how: str


def main() -> None:
    """Measure, and print each line when it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--million", action="store_true", help="also ten times as many")
    parser.add_argument("--all", action="store_true", help="also the slower programs of others")
    parser.add_argument("--rounds", type=int, default=3, help="of what takes long")
    parser.add_argument("--again", action="store_true", help="only what is checked again")
    asked = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the beginning\n")
    print(f"{'work':44}{'goal':>28}{'measured':>12}  met")
    for one in rows(asked):
        met = {True: "yes", False: "no", None: ""}[one.met]
        print(f"{one.work:44}{one.goal:>28}{one.measured:>12}  {met}\n  {one.how}", flush=True)


def rows(asked: argparse.Namespace) -> Iterator[Row]:
    """All measurements, the short ones first."""
    many, rounds = ledger(asked.many), asked.rounds
    if asked.again:
        yield from again_rows(many, asked.many, 3 * rounds)
        return
    few = ledger(asked.claims)
    yield from starts()
    yield from cold_rows(few, asked.claims, rounds, every=asked.all)
    yield from again_rows(many, asked.many, 3 * rounds)
    yield from many_rows(many, asked.many, rounds)
    if asked.million:
        yield from million_rows(many, asked.many)
    yield from one_key_rows(asked.many, rounds)


def ledger(claims: int, shape: str = "zipf", use: str = "") -> Path:
    """A generated ledger, made at the first time; what is to be edited has a `use` of its own."""
    folder = BUILD / f"{shape}-{claims}{use}"
    if not (folder / "manifest.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        generate(folder, Size(claims, planted=claims // 500, shape=shape))
        time.sleep(counted.SETTLED)
    return folder


def cache(folder: Path) -> Path:
    """The cache folder of a ledger."""
    return BUILD / "caches" / folder.name


def unchanged(folder: Path) -> Job:
    """A check of a ledger that was checked before."""
    return Job((*CHECK, "--cache-dir", str(cache(folder))), folder, FOUND)


def cold(folder: Path) -> Job:
    """The same check with an empty cache folder."""
    return unchanged(folder)._replace(
        before=lambda: shutil.rmtree(cache(folder), ignore_errors=True)
    )


def changes(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """What may have changed since the last check, and how."""
    yield "one word", counted.editing(folder)
    yield "one claim more or less", counted.adding(folder, disputed=False)
    yield "one claim more or less of the most disputed", counted.adding(folder, disputed=True)


def starts() -> Iterator[Row]:
    """What needs no ledger, beside a Python that does nothing."""
    jobs = {"bare Python": Job((sys.executable, "-c", "pass"), BUILD)}
    for words in (("--help",), ("--version",), ("explain", "CT301")):
        jobs[words[0]] = Job((*CLAIMTRACK, *words), BUILD)
    took = by_turns(jobs, 15)
    for name in ("--help", "--version"):
        yield at_most(name, took, (name, "bare Python"), 2.5)
    yield at_most("explain", took, ("explain", "bare Python"), None)


def cold_rows(folder: Path, claims: int, rounds: int, *, every: bool) -> Iterator[Row]:
    """A cold check beside programs that look at as much."""
    schema = peers.schema_of(BUILD)
    wanted: dict[str, tuple[Callable[[], Job], int | None]] = {
        "bean-check": (lambda: peers.bean_check(BUILD / f"beans-{claims}", claims), None),
        "ajv": (lambda: peers.ajv(folder, schema, BUILD / f"json-{claims}"), None),
        "check-jsonschema": (lambda: peers.check_jsonschema(folder, schema), 1),
    }
    if every:
        wanted["yamllint"] = (lambda: peers.yamllint(folder), 1)
        for name, more in MORE.items():
            home = BUILD / f"{name}-{claims}"
            wanted[name] = (lambda more=more, home=home: more(home, claims), 1)
    jobs = {"cold": cold(folder)}
    for name, (make, times) in wanted.items():
        try:
            jobs[name] = make()._replace(times=times, needed=False)
        except peers.MissingError as error:
            yield Row(f"cold, {claims:,} claims", f"beside {name}", "", None, str(error))
    took = by_turns(jobs, rounds)
    work = f"cold, {claims:,} claims"
    limits = {"bean-check": 1.0, "check-jsonschema": 1 / 25}
    for name in wanted:
        if name in took:
            yield at_most(work, took, ("cold", name), limits.get(name))


def again_rows(many: Path, claims: int, rounds: int) -> Iterator[Row]:
    """What is checked again."""
    edited = ledger(claims, use="-edited")
    by_turns({str(folder): cold(folder) for folder in (many, edited)}, 1)
    beans = peers.bean_check(BUILD / f"beans-{claims}", claims, cached=True)
    jobs = {
        "bare Python": Job((sys.executable, "-c", "pass"), BUILD),
        "unchanged": unchanged(many),
        "bean-check repeated": beans,
    }
    took = by_turns(jobs, rounds)
    work = f"unchanged, {claims:,} claims"
    spent = 1000 * (took["unchanged"].least - took["bare Python"].least)
    how = f"{shown(took, 'unchanged')}; {shown(took, 'bare Python')}"
    yield Row(work, "≤ 150 ms beyond Python", f"{spent:.0f} ms", spent <= 150, how)  # noqa: PLR2004
    yield at_most(work, took, ("unchanged", "bean-check repeated"), 1 / 25)
    heavy = counted.heavy_imports((*CHECK[1:], "--cache-dir", str(cache(many))), many)
    yield Row(
        work, "no attrs, click, ruamel", ", ".join(heavy) or "none", not heavy, "-X importtime"
    )
    edits = dict(changes(edited))
    jobs = {what: unchanged(edited)._replace(before=edit) for what, edit in edits.items()}
    took = by_turns({"unchanged": unchanged(many), **jobs}, rounds)
    for what, edit in edits.items():
        counts = counted.after_an_edit(edited, cache(edited), edit)
        yield at_most(f"changed: {what}", took, (what, "unchanged"), 2.5)
        how = f"of {counts.groups:,}; {counts.opened} of {counts.files:,} files opened"
        few = counts.looked_at < counts.groups / 20
        yield Row(f"changed: {what}", "groups looked at", f"{counts.looked_at:,}", few, how)


def many_rows(many: Path, claims: int, rounds: int) -> Iterator[Row]:
    """A large ledger."""
    beans = peers.bean_check(BUILD / f"beans-{claims}", claims)
    took = by_turns({"cold": cold(many), "bean-check": beans}, max(rounds - 1, 1))
    work = f"cold, {claims:,} claims"
    yield at_most(work, took, ("cold", "bean-check"), 0.8)
    each = (took["cold"].peak - SPARED) / claims
    how = f"{took['cold'].peak / 1024:.0f} MiB at most, of which 40 are not counted"
    yield Row(work, "≤ 1 KiB a claim", f"{each:.2f} KiB", each <= 1, how)


def million_rows(many: Path, claims: int) -> Iterator[Row]:
    """Ten times as many claims."""
    took = by_turns({"cold": cold(many), "ten times": cold(ledger(10 * claims))}, 1)
    work = f"cold, {10 * claims:,} claims"
    yield at_most(work, took, ("ten times", "cold"), 13)
    peak = took["ten times"].peak / 1024**2
    yield Row(work, "≤ 2 GiB", f"{peak:.2f} GiB", peak <= 2, "of the process that was started")  # noqa: PLR2004


def one_key_rows(claims: int, rounds: int) -> Iterator[Row]:
    """The same claims about one proposition, and about many."""
    jobs = {
        shape: Job((*CHECK, "--no-cache"), ledger(claims, shape), FOUND)
        for shape in ("one-key", "spread")
    }
    took = by_turns(jobs, max(rounds - 1, 1))
    yield at_most(f"one key shared by {claims:,} claims", took, ("one-key", "spread"), 2)


def at_most(work: str, took: Mapping[str, Took], pair: tuple[str, str], most: float | None) -> Row:
    """How many times as long one job took as another; below 1/2, how many times as fast it was."""
    one, other = pair
    ratio = took[one].least / took[other].least
    how = f"{shown(took, one)}; {shown(took, other)}"
    if most is None:
        return Row(work, f"beside {other}", f"{ratio:.2f} ×", None, how)
    if most < 1 / 2:
        goal = f"≥ {1 / most:.0f} × faster than {other}"
        return Row(work, goal, f"{1 / ratio:.2f} ×", ratio <= most, how)
    return Row(work, f"≤ {most:g} × {other}", f"{ratio:.2f} ×", ratio <= most, how)


def shown(took: Mapping[str, Took], name: str) -> str:
    """What a job took."""
    one = took[name]
    more = f"median {one.usual:.3f}, processor {one.work:.3f}, n = {len(one.seconds)}"
    return f"{name} {one.least:.3f} s ({more})"


if __name__ == "__main__":
    main()
