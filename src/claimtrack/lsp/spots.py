"""What stands at a place of a claim file, and what the model says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import has

from claimtrack.findings import steps
from claimtrack.model import KINDS, Article
from claimtrack.model.fields import Refers, Shorthand
from claimtrack.model.localized import Localized
from claimtrack.model.meanings import Taken, described
from claimtrack.store.compose import compose
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.store.problems import Problems

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file."""


class Spot(NamedTuple):
    """A scalar of a claim file: a key, or a value."""

    path: Path
    """To the value; for a key, to the value of that key."""
    node: Scalar
    is_key: bool
    """Whether it is the key itself."""


class Named(NamedTuple):
    """The mention of a record by its identifier."""

    kinds: tuple[str, ...]
    """The kinds of record that it can mean."""
    name: str


def tree(text: str) -> Mapping | None:
    """The mapping that a text holds, as far as it can be read."""
    return compose(text, Problems(""))


def spot_at(root: Mapping | None, offset: int) -> Spot | None:
    """The scalar at an offset, its end included; None where there is none.

    The way down is by beginnings alone: what a syntax error cut off has no end.
    """
    node: Node | None = root
    path: Path = ()
    while node is not None and not isinstance(node, Scalar):
        last = max(_begun(node, offset), key=lambda entry: entry.start, default=None)
        if last is None:
            return None
        path, node = (*path, last.step), last.node
        if last.key is not None and _holds(last.key, offset):
            return Spot(path, last.key, is_key=True)
    return Spot(path, node, is_key=False) if node is not None and _holds(node, offset) else None


class _Entry(NamedTuple):
    start: int
    step: str | int
    key: Scalar | None
    node: Node


def _begun(node: Node, offset: int) -> Iterator[_Entry]:
    """The entries of a list or mapping that begin at an offset or before it."""
    if isinstance(node, Mapping):
        entries = [_Entry(key.span.start, key.text, key, value) for key, value in node.pairs]
    else:
        items = node.items if isinstance(node, Sequence) else []
        entries = [_Entry(item.span.start, step, None, item) for step, item in enumerate(items)]
    return (entry for entry in entries if entry.start <= offset)


def node_at(root: Mapping | None, pointer: str) -> Node | None:
    """The node at an RFC 6901 pointer; None where the file has none, as for an inherited value."""
    node: Node | None = root
    for step in steps(pointer):
        if isinstance(node, Mapping):
            node = node.get(step)
        elif isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
            node = node.items[int(step)]
        else:
            return None
    return node


def taken_at(path: Path) -> Taken | None:
    """What may stand at a path, by the model; None where nothing may.

    A list or a mapping of texts is given as such, and what it holds one step further.
    """
    found: Taken | None = None
    for place, step in enumerate(path):
        found = _section(step) if place == 0 else _inside(found, step)
        if found is None:
            return None
    return found


def named_at(spot: Spot) -> Named | None:
    """The record that a spot mentions: as a reference, as its own identifier, or as one seen."""
    if spot.is_key:
        kind, colon, name = spot.node.text.partition(":")
        above = taken_at(spot.path[:-1])
        seen = above is not None and above.form == "mapping" and colon
        return Named((kind,), name) if seen else None
    found = taken_at(spot.path)
    if found is None or found.form != "one":
        return None
    refers = found.added(Refers)
    text = spot.node.text
    if refers is not None:
        return None if text in refers.words or ":" in text else Named(refers.kinds, text)
    holder = taken_at(spot.path[:-1])
    kinds = {cls: (cls.KIND,) for cls in KINDS.values()}
    if spot.path[-1] == "id" and holder is not None and holder.type in kinds:
        return Named(kinds[holder.type], text)
    return None


def keys_at(path: Path) -> type | None:
    """The class of the model whose keys a mapping at a path has."""
    found = taken_at(path)
    is_one = found is not None and found.form == "one" and found.type is not Localized
    return found.type if found is not None and is_one and has(found.type) else None


def _section(step: str | int) -> Taken | None:
    if step == "article":
        return Taken(Article)
    return Taken(KINDS[step], form="list") if isinstance(step, str) and step in KINDS else None


def _inside(around: Taken | None, step: str | int) -> Taken | None:
    if around is None:
        return None
    if around.form == "list":
        return around._replace(form="one") if isinstance(step, int) else None
    if around.form == "mapping":
        return around._replace(form="one")
    if not isinstance(step, str):
        return None
    if around.type is Localized:
        return _TEXT
    field = described(around.type).get(step) if has(around.type) else None
    return None if field is None else field.taken


_TEXT = Taken(str)


def short_form(found: Taken) -> Taken:
    """What a plain scalar means where it may stand for a whole mapping."""
    short = found.added(Shorthand)
    return found if short is None else described(found.type)[short.field].taken


def _holds(node: Scalar, offset: int) -> bool:
    span = node.span
    return span.start <= offset <= span.end
