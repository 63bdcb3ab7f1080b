"""Write a ledger as a newsroom would have it after years, of any size, with known conflicts in it.

    python bench/generate.py FOLDER [--claims N] [--seed N] [--planted N] [--shape SHAPE]

Ten claims stand in an article's file, in about 41 lines and 1.7 KB each; articles are Arabic and
English; speakers and propositions are as unevenly spread as in life (Zipf). Nothing is wrong with
the ledger but what was planted, and `manifest.json` names that. The same seed gives the same bytes.

The shapes `one-key` and `spread` measure one large group: in the first all claims are about one
proposition, in the second the same claims are about as many as there are.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsroom import DAYS, SHAPES, Newsroom, Size
from planted import FAULTS, Fault, Planted, planted

A_SHEET = 200
"""Actors or propositions in a file of theirs."""
CONFIG = """\
# The articles were not captured: there is no text against which a quote could be held.
ignore = ["text-missing"]
"""


def generate(folder: Path, size: Size) -> list[Planted]:
    """Write a ledger, an article at a time, and give what was planted in it."""
    room = Newsroom(size)
    write(folder / "claimtrack.toml", CONFIG)
    sheets(folder, "actors", room.actors())
    sheets(folder, "propositions", room.propositions())
    manifest = list(articles(folder, room))
    text = json.dumps([one._asdict() for one in manifest], indent=1)
    write(folder / "manifest.json", f"{text}\n")
    return manifest


def sheets(folder: Path, kind: str, records: Iterable[str]) -> None:
    """Write records of one kind, some to a file."""
    sheet: list[str] = []
    for number, record in enumerate(records):
        if number and number % A_SHEET == 0:
            write(folder / f"claims/{kind}/{number // A_SHEET - 1:04}.yaml", "".join(sheet))
            sheet = []
        sheet.append(record if sheet else f"{kind}:\n{record}")
    write(folder / f"claims/{kind}/last.yaml", "".join(sheet))


def articles(folder: Path, room: Newsroom) -> Iterator[Planted]:
    """Write the articles with the conflicts evenly among them, and give those."""
    size = room.size
    apart = size.files // DAYS + 1  # articles from one day to the next
    firsts: dict[int, list[Fault]] = defaultdict(list)
    seconds: dict[int, list[Fault]] = defaultdict(list)
    for number in range(size.planted):
        place = number * (size.files - apart) // size.planted
        one, two = room.article(place), room.article(place + apart)
        known = {"n": number, "one": one.id, "day": one.day, "later": two.day}
        fault = planted(FAULTS[number % len(FAULTS)], known)
        firsts[place].append(fault)
        seconds[place + apart].append(fault)
    for number in range(size.files):
        article = room.article(number)
        text = room.text(article)
        older, newer = firsts.pop(number, ()), seconds.pop(number, ())
        claims = [*(fault.first for fault in older), *(fault.second for fault in newer)]
        text += section("", claims)
        text += section("actors:\n", (fault.actors for fault in newer))
        text += section("propositions:\n", (fault.propositions for fault in newer))
        write(folder / article.file, text)
        for fault in newer:
            yield Planted(fault.code, article.file, fault.record)


def section(name: str, records: Iterable[str]) -> str:
    """Records under the name of their list; nothing where there are none."""
    lines = [f"  {line}\n" for record in records for line in record.splitlines()]
    return f"{name}{''.join(lines)}" if lines else ""


def write(path: Path, text: str) -> None:
    """Write a file of the ledger."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write a ledger and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--planted", type=int, help="conflicts; one for 500 claims unless given")
    parser.add_argument("--shape", choices=SHAPES, default="zipf")
    told = parser.parse_args()
    many = told.claims // 500 if told.planted is None else told.planted
    start = time.perf_counter()
    generate(told.folder, Size(told.claims, told.seed, many, told.shape))
    print(f"{told.claims:,} claims, {many:,} conflicts, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
