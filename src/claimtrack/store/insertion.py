"""Adding to a claim file: a key to one of its mappings, an entry to one of its lists.

As with edits, what is not added keeps every byte, and the result is read again to see that it says
what was meant. New lines are written as a dump writes them, in the indentation that is there.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from claimtrack.findings import Edit, pointer, steps
from claimtrack.model.content import Plain
from claimtrack.store.additions import Insertion, below, with_entry, with_pair
from claimtrack.store.compose import compose
from claimtrack.store.decode import BOM
from claimtrack.store.dump import entry_lines, pair_lines
from claimtrack.store.edits import apply
from claimtrack.store.layout import Piece, comments, layout
from claimtrack.store.nodes import plain
from claimtrack.store.problems import Problems

_BY_HAND = "it cannot be added without a change elsewhere; add it by hand"


def put(text: str, place: str, key: str, value: Plain) -> str:
    """The text of a claim file with a key in the mapping at a pointer: new, or in place of the old.

    A mapping that gives way to another one keeps its place, and every comment in it. Raises
    `ValueError`, with the reason for a person, where the mapping is not in the file or is shared by
    an alias, an anchor or a merge key, where a comment would be lost, and where the result would
    not say what was meant.
    """
    if text.startswith(BOM):
        return BOM + put(text[1:], place, key, value)
    piece = _found(text, place)
    held = next((held for name, held in piece.entries if name and name.text == key), None)
    intended = _meaning(text)
    _at(intended, place)[key] = value
    if held is not None and held.kind == "mapping" and held.entries and isinstance(value, dict):
        done = _renewed(text, place + pointer(key), held, value)
    else:
        done = text
        if held is not None:
            done = apply(text, [Edit("", place + pointer(key), "remove")])
            piece = _found(done, place)
        done = _inserted(done, with_pair(done, piece, key, value))
    _keep_comments(text, done)
    return _checked(done, intended)


def _renewed(text: str, place: str, held: Piece, value: dict[str, Plain]) -> str:
    """The text with a mapping entry by entry in the place of another."""
    old = {name.text: part for name, part in held.entries if name is not None}
    edits = []
    for key, new in value.items():
        if key in old and old[key].kind == "scalar" and isinstance(new, str):
            if old[key].text != new:
                edits.append(Edit("", place + pointer(key), "replace", new))
        else:
            text = put(text, place, key, new)
    edits += (Edit("", place + pointer(key), "remove") for key in old if key not in value)
    return apply(text, edits) if edits else text


def _keep_comments(before: str, after: str) -> None:
    """Raise `ValueError` where a comment of one text is not in the other."""
    lost = Counter(comments(before)) - Counter(comments(after))
    if lost:
        comment = next(iter(lost))
        raise ValueError(f"the comment {comment!r} would go; move it out of what is replaced")


def append(text: str, section: str, value: Plain) -> str:
    """The text of a claim file with one more entry at the end of a list such as `decisions`.

    The list is begun where the file has none, and so is a file that holds nothing yet. Raises what
    `put` raises.
    """
    if text.startswith(BOM):
        return BOM + append(text[1:], section, value)
    root = layout(text)
    if root is None or not root.entries:
        kept = text if root is None else text[: root.start] + text[root.end :]
        kept = kept.rstrip("\r\n")
        begun = _inserted(kept, below(kept, len(kept), pair_lines(section, [value], 0)))
        return _checked(begun, {section: [value]})
    listed = next((held for name, held in root.entries if name and name.text == section), None)
    if listed is None:
        return put(text, "", section, [value])
    intended = _meaning(text)
    intended[section] = [*(intended[section] or ()), value]
    return _checked(_inserted(text, _with_entry(text, listed, value)), intended)


def _found(text: str, place: str) -> Piece:
    """The mapping at a pointer."""
    piece = layout(text)
    for step in steps(place):
        if piece is None or piece.kind == "alias":
            raise ValueError(f"{place} leads through an alias; {_BY_HAND}")
        named = (
            value
            for position, (key, value) in enumerate(piece.entries)
            if (str(position) if key is None else key.text) == step
        )
        piece = next(named, None)
    if piece is None or piece.kind != "mapping" or not (piece.entries or not place):
        raise ValueError(f"{place or 'the file'} is no mapping; {_BY_HAND}")
    return piece


def _with_entry(text: str, piece: Piece, value: Plain) -> Insertion:
    if piece.start == piece.end:  # the key stands there without a list
        return below(text, piece.end, entry_lines(value, 2))
    if piece.kind != "list":
        raise ValueError(f"there is no list to add to; {_BY_HAND}")
    return with_entry(text, piece, value)


def _inserted(text: str, insertion: Insertion) -> str:
    (at, _), new = insertion
    return text[:at] + new + text[at:]


def _meaning(text: str) -> Any:
    root = compose(text, Problems(""))
    return {} if root is None else plain(root)


def _at(tree: Any, place: str) -> Any:
    for step in steps(place):
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    return tree


def _checked(text: str, intended: object) -> str:
    if _meaning(text) != intended:
        raise ValueError(_BY_HAND)
    return text
