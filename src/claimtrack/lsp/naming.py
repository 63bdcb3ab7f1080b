"""Where a record is named: for going to it, for finding what refers to it, and for renaming it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.errors import UsageError
from claimtrack.lsp.spots import Named, node_at, tree
from claimtrack.model import Decision, Ledger, Record
from claimtrack.model.fields import IDENTIFIER
from claimtrack.model.references import references
from claimtrack.store.nodes import Mapping, Node, Scalar
from claimtrack.text.excerpt import shown


class Mention(NamedTuple):
    """Where an identifier is written: a file, and offsets in its text, in code points."""

    file: str
    start: int
    end: int


def declared(ledger: Ledger, named: Named) -> list[Record]:
    """The records that are called so, in the order of files."""
    return [
        record
        for record in ledger.records
        if record.KIND in named.kinds and record.id == named.name
    ]


def declarations(ledger: Ledger, named: Named) -> list[Mention]:
    """Where the records that are called so have their identifiers."""
    places = [(one.origin.file, one.origin.inside("id")) for one in declared(ledger, named)]
    return _written(ledger, places, named.name)


def uses(ledger: Ledger, named: Named) -> list[Mention]:
    """Where records refer to those that are called so, and where these were seen in a judgement."""
    places = [
        (record.origin.file, record.origin.inside(*reference.path))
        for record in ledger.records
        for reference in references(record)
        if reference.name == named.name and not set(reference.kinds).isdisjoint(named.kinds)
    ]
    return [*_written(ledger, places, named.name), *_seen(ledger, named)]


def renamed(ledger: Ledger, named: Named, new: str) -> list[Mention]:
    """Every place at which the new identifier is to be written.

    Raises `UsageError`, with the reason for a person, where the name is no identifier or is taken,
    where it is not clear what is meant, and where some place does not spell the name out.
    """
    records = declared(ledger, named)
    if len(records) != 1:
        found = "no record is" if not records else f"{len(records)} records are"
        raise UsageError(f"{found} called {named.name}: it cannot be renamed")
    kind = records[0].KIND
    if IDENTIFIER.regex.fullmatch(new) is None:
        raise UsageError(f"{shown(new)} is no name; expected {IDENTIFIER.expected}")
    own = Named((kind,), named.name)
    rivals = {other for way in _ways(ledger, own) for other in way} | {kind}
    for taken in declared(ledger, Named(tuple(sorted(rivals)), new)):
        raise UsageError(f"{taken.ref} exists already, in {taken.origin.file}")
    for other in declared(ledger, Named(tuple(sorted(rivals - {kind})), named.name)):
        raise UsageError(
            f"{other.ref} is called so too, and some references can mean either; rename by hand"
        )
    mentions = sorted({*declarations(ledger, own), *uses(ledger, own)})
    for mention in mentions:
        text = _text(ledger, mention.file)
        if text[mention.start : mention.end] != named.name:
            line = text.count("\n", 0, mention.start) + 1
            raise UsageError(f"{mention.file}:{line}: {named.name} is not spelt out there; do that")
    return mentions


def _ways(ledger: Ledger, named: Named) -> Iterator[tuple[str, ...]]:
    """The kinds that the references to a record can mean."""
    for record in ledger.records:
        for reference in references(record):
            if reference.name == named.name and named.kinds[0] in reference.kinds:
                yield reference.kinds


def _seen(ledger: Ledger, named: Named) -> Iterator[Mention]:
    refs = {f"{kind}:{named.name}" for kind in named.kinds}
    for record in ledger.records:
        places = []
        if record.review is not None and not refs.isdisjoint(dict(record.review.seen)):
            places.append(record.origin.inside("review", "seen"))
        if isinstance(record, Decision) and not refs.isdisjoint(dict(record.seen)):
            places.append(record.origin.inside("seen"))
        for place in places:
            text = _text(ledger, record.origin.file)
            node = node_at(tree(text), place)
            for key, _ in node.pairs if isinstance(node, Mapping) else ():
                if key.text in refs:
                    yield _mention(record.origin.file, text, key, named.name)


def _written(ledger: Ledger, places: Iterable[tuple[str, str]], name: str) -> list[Mention]:
    """The places, by file and pointer, that are written in their file; others are inherited."""
    by_file: defaultdict[str, list[str]] = defaultdict(list)
    for file, place in places:
        by_file[file].append(place)
    found = []
    for file, pointers in by_file.items():
        text = _text(ledger, file)
        root = tree(text)
        for place in pointers:
            node = node_at(root, place)
            if isinstance(node, Scalar) and node.text == name:
                found.append(_mention(file, text, node, name))
    return sorted(set(found))


def _mention(file: str, text: str, node: Node, name: str) -> Mention:
    """The identifier within its scalar, quotes and what stands before a colon left out.

    All of the scalar, where it writes the identifier with escapes.
    """
    span = node.span
    start = text.rfind(name, span.start, span.end)
    if start < 0:
        return Mention(file, span.start, span.end)
    return Mention(file, start, start + len(name))


def _text(ledger: Ledger, file: str) -> str:
    """The text of a file; raises `UsageError` where it is gone."""
    text = ledger.read(file)
    if text is None:
        raise UsageError(f"{file} cannot be read any more")
    return text
