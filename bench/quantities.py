"""Measure how numbers of real articles are read; the articles are not part of the repository.

    python bench/quantities.py FOLDER

FOLDER holds `number-pairs-ar-2015.jsonl` (near-equal sentences of two Arabic outlets with different
digits), `articles-ar-2015.jsonl` and `polnear-dev.jsonl` (articles in Arabic and English). Printed
are development figures: of the pairs that differ in notation only, how many are read as equal; of
the others, how many as different; and how many runs of digits are read as quantities.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from claimtrack.text.quantity import Quantity, can_equal, comparable
from claimtrack.text.running import quantities_in

DIGITS = re.compile(r"\d+(?:[.,٫٬،'ر]\d+)*")


def main(folder: Path) -> None:
    """Print the figures of the pairs and of the articles."""
    print("pairs\n" + listed(pairs(rows(folder / "number-pairs-ar-2015.jsonl"))))
    for language, name, field in (
        ("arabic", "articles-ar-2015.jsonl", "content"),
        ("english", "polnear-dev.jsonl", "text"),
    ):
        texts = [row[field] for row in rows(folder / name)]
        start = perf_counter()
        counts = coverage(texts)
        rate = sum(map(len, texts)) / (perf_counter() - start) / 1e6
        print(f"{language}\n{listed(counts)}\n  {rate:>7.2f}  million characters a second")


def rows(path: Path) -> list[dict]:
    """The records of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pairs(found: Iterable[dict]) -> Counter[str]:
    """Each pair of sentences, by what was mined of it and how its quantities are read."""
    counts: Counter[str] = Counter()
    for pair in found:
        kind = pair.get("kind_norm") or pair["kind"]
        one, other = (
            [found.quantity for found in quantities_in(pair[side]["sentence"])] for side in "ab"
        )
        counts[f"{kind}: pairs"] += 1
        counts[f"{kind}:   {verdict(one, other)}"] += 1
    return Counter(dict(sorted(counts.items())))


def verdict(one: list[Quantity], other: list[Quantity]) -> str:
    """Whether every quantity of either sentence can equal one of the other."""
    if not one or not other:
        return "no quantity read in one of the two"
    for left, right in ((one, other), (other, one)):
        for quantity in left:
            if not any(can_equal(quantity, another) for another in right):
                comparables = any(comparable(quantity, another) for another in right)
                return "read as different" if comparables else "read, not comparable"
    return "read as equal"


def coverage(texts: Iterable[str]) -> Counter[str]:
    """How many runs of digits stand in a quantity that was read, and how many quantities are."""
    counts: Counter[str] = Counter()
    for text in texts:
        found = list(quantities_in(text))
        counts["quantities read"] += len(found)
        spans = iter(found)
        current = next(spans, None)
        for match in DIGITS.finditer(text):
            while current and current.end <= match.start():
                current = next(spans, None)
            inside = current is not None and current.start <= match.start()
            counts["runs of digits"] += 1
            counts["  read" if inside else "  left out"] += 1
    return counts


def listed(counts: Counter[str]) -> str:
    """The counts, one a line."""
    return "\n".join(f"  {count:>7,}  {what}" for what, count in counts.items())


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - one folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
