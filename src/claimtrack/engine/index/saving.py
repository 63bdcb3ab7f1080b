"""Writing what a run over changes found into its index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimtrack.cache.packed import BUCKETS, packed, unpacked
from claimtrack.engine.index.shelf import Shelf
from claimtrack.engine.index.units import is_special
from claimtrack.engine.index.update import Update
from claimtrack.model.rows import row_of


def save(update: Update) -> None:
    """Write what changed into the database; the caller has begun to write."""
    database, shelf = update.database, update.shelf
    database.drop("records", shelf.removed)
    database.put("records", ((number, row_of(one)) for number, one in shelf.added.items()))
    database.drop("special", [*shelf.removed, *shelf.added])
    special = ((number,) for number, one in shelf.added.items() if is_special(one))
    database.put("special", special)
    for table, rows in update.put.items():
        database.drop(table, update.dropped[table] - rows.keys())
        database.put(table, rows.items())
    database.put("postings", _buckets(shelf))
    database.set_meta("free", update.free)
    database.set_meta("flawed", update.flawed)
    database.set_meta("day", update.as_of.text)
    counts = {"checks": update.checks, "skipped": +update.skipped, "kinds": update.kinds}
    database.set_meta("counts", counts)


def _buckets(shelf: Shelf) -> Iterable[tuple[int, bytes]]:
    """The buckets into which this run has posted, without what is gone."""
    fresh: defaultdict[int, dict[tuple[int, int], None]] = defaultdict(dict)
    for one, numbers in shelf.posted.items():
        fresh[one % BUCKETS].update(((one, number), None) for number in numbers)
    for bucket, pairs in fresh.items():
        old = unpacked(shelf.bucket(bucket))
        both = dict.fromkeys(old) | pairs
        if len(both) > len(old):  # what was asked before is mostly asked again
            kept = (pair for pair in both if pair[1] not in shelf.removed)
            yield from packed(kept)
