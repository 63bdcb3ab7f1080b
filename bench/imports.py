"""Processor time and memory of importing a long feed of invented reviews.

    python bench/imports.py [RECORDS] [--write]

The feed is one line of JSON. Each record is another claim in an article of its own; of the
claimants, every fourth is a new one. With --write the files are written too, into a folder that is
removed afterwards. Memory is the peak of the process.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtrack.config import Config
from claimtrack.importing import Import
from claimtrack.interop.importing import Settings
from claimtrack.interop.imports.claimreview import CLAIMREVIEW
from claimtrack.interop.imports.lookalikes import look_alikes
from claimtrack.store.register import Register

OUTLETS = ("halvath-check", "maruvia-facts", "marsad", "barq")
LABELS = ("False", "True", "Half true", "زائف", "Spun")


def review(number: int) -> dict[str, object]:
    """One invented review."""
    outlet = OUTLETS[number % len(OUTLETS)]
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "@type": "ClaimReview",
        "url": f"https://{outlet}.example/{number}",
        "headline": f"What is so about the {number} cracks in the dam",
        "inLanguage": "en",
        "datePublished": day,
        "author": {"@type": "Organization", "name": outlet, "url": f"https://{outlet}.example"},
        "claimReviewed": f"The dam of the valley has {number} cracks, and nobody has counted them",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": f"Speaker Number {number // 4}"},
            "datePublished": day,
        },
        "reviewRating": {"@type": "Rating", "alternateName": LABELS[number % len(LABELS)]},
    }


def feed(records: int) -> Iterator[str]:
    """The feed in pieces."""
    yield '{"claims": ['
    for number in range(records):
        yield ("," if number else "") + json.dumps(review(number), ensure_ascii=False)
    yield "]}"


def main(arguments: list[str]) -> None:
    """Import once, and print what it took."""
    numbers = [int(word) for word in arguments if word.isdecimal()]
    records = numbers[0] if numbers else 200_000
    writes = "--write" in arguments
    size = sum(len(piece.encode()) for piece in feed(records))
    with TemporaryDirectory() as folder:
        known = Register()
        config = Config(ledger=(folder,))
        run = Import(CLAIMREVIEW.prepare(Settings()), known, Path(folder), config, not writes)
        start = time.process_time()
        count = sum(1 for _ in run.read(feed(records)))
        read = time.process_time() - start
        alike = sum(1 for _ in look_alikes(known))
        took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    done = "read and written" if writes else "read"
    print(f"{count:,} records of {size / 1e6:.0f} MB {done} in {read:.1f} s, {run.written:,} files")
    print(f"{alike:,} pairs of names compared and suggested in {took - read:.1f} s")
    print(f"peak of memory: {peak:.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
