"""Finding the record that a person means by a word: `claim:a-toll`, or `a-toll` where one fits."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.errors import UsageError
from claimtrack.model.ledger import KINDS, Ledger
from claimtrack.model.record import Record
from claimtrack.text.near import meant

_KINDS = tuple(cls.KIND for cls in KINDS.values())


def called(ledger: Ledger, word: str, kinds: Iterable[str] = _KINDS) -> Record:
    """The one record of some kinds that is called so: by its identifier, or by kind and identifier.

    Raises `UsageError`, which says what was meant or what to write, where there is none, where it
    could not be read, or where several are called so.
    """
    wanted = tuple(kinds)
    kind, colon, name = word.partition(":")
    if not colon:
        kind, name = "", word
    elif kind not in wanted:
        raise UsageError(f"{word}: expected {_either(wanted)} before the colon, found {kind!r}")
    among = (kind,) if colon else wanted
    found = [one for one in ledger.records if one.id == name and one.KIND in among]
    if not found:
        raise UsageError(f"{word}: {_why_none(ledger, name, among)}")
    if len({one.KIND for one in found}) > 1:
        refs = _either(tuple(one.ref for one in found))
        raise UsageError(f"{word}: several kinds of record are called so; write {refs}")
    if len(found) > 1:
        files = " and ".join(dict.fromkeys(one.origin.file for one in found))
        raise UsageError(
            f"{word}: {len(found)} records are called so, in {files}; rename one first"
        )
    return found[0]


def _why_none(ledger: Ledger, name: str, kinds: tuple[str, ...]) -> str:
    for document in ledger.documents:
        if any(kind in kinds and other == name for kind, other in document.broken):
            return f"it could not be read; `claimtrack check {document.path}` says why"
    near = meant(name, (one.id for one in ledger.records if one.KIND in kinds))
    hint = f"; did you mean {near}?" if near else ""
    return f"there is no {_either(kinds)} of that identifier{hint}"


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
