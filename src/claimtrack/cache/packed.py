"""Pairs of a hash and a number, packed into buckets: which records have a key.

A ledger of a hundred thousand claims has a million such pairs. As rows of a table they would take
longer to write than the ledger takes to read; a bucket is one row, and an edit rewrites a few.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

BUCKETS = 4096
_MASK = (1 << 63) - 1
_BYTES = 16


class BadPackError(Exception):
    """A bucket that was not packed here."""


def hashed(*parts: str) -> int:
    """A number of 63 bits for some texts, in their order; other texts have another number.

    Two that had the same would only be looked at together: what is found is compared in full.
    """
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little") & _MASK


def bucket_of(number: int) -> int:
    """The bucket in which the pairs of a hash are."""
    return number % BUCKETS


def packed(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, bytes]]:
    """Each bucket that some pairs of hash and record fall into, with its bytes."""
    buckets: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))
    for pair in pairs:
        buckets[pair[0] % BUCKETS].extend(pair)
    for bucket in sorted(buckets):
        found = buckets[bucket]
        once = dict.fromkeys(zip(found[::2], found[1::2], strict=True))
        yield bucket, array("q", [number for pair in once for number in pair]).tobytes()


def sound(data: bytes) -> bytes:
    """The bytes of a bucket as they are. Raises `BadPackError` for what is no pairs."""
    if len(data) % _BYTES:
        raise BadPackError(f"{len(data)} bytes are no pairs")
    return data


def unpacked(data: bytes) -> list[tuple[int, int]]:
    """The pairs of a bucket."""
    found = array("q")
    found.frombytes(data)
    return list(zip(found[::2], found[1::2], strict=True))


def having(data: bytes, wanted: int) -> Iterator[int]:
    """The records that have a hash, in a bucket."""
    # A bucket may have a thousand pairs, of which one is wanted: bytes are searched much faster.
    sought = array("q", (wanted,)).tobytes()
    place = data.find(sought)
    while place >= 0:
        if place % _BYTES == 0:
            yield int.from_bytes(data[place + _BYTES // 2 : place + _BYTES], sys.byteorder)
        place = data.find(sought, place + 1)
