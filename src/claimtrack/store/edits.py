"""Edits of a claim file, span by span: what an edit does not name keeps every byte.

Comments, indentation, line breaks and trailing blanks belong to the people who wrote the file. So
an edit is never made by loading and dumping: the new text is put in the place of the old one, and
then read again to see that it says what was meant and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from claimtrack.findings import Edit, steps
from claimtrack.store.decode import BOM
from claimtrack.store.layout import Piece, layout
from claimtrack.store.removal import Place, Span, closure, removals
from claimtrack.store.scalars import shortest


class _Plan(NamedTuple):
    """What is to be done, by the position of the entry in the tree."""

    replaced: dict[Place, str]
    renamed: dict[Place, str]
    removed: set[Place]


def apply(text: str, edits: Iterable[Edit], *, pure: bool = False) -> str:
    """The text of a claim file after some edits, all of whose pointers speak of the text as given.

    `pure` asks for the parser in Python. Raises `ValueError`, with the reason for a person, where
    two edits overlap, where a pointer leads nowhere, or through an alias, an anchor or a merge key
    (so that other records would change too), and where the result would not say what was meant.
    """
    if text.startswith(BOM):
        return BOM + apply(text[1:], edits, pure=pure)
    root = layout(text, pure=pure)
    if root is None:
        raise ValueError("the file holds nothing that could be edited")
    plan = _planned(root, edits)
    done = _spliced(text, _changes(text, root, plan))
    if not _says(done, _intended(root, plan, ()), pure=pure):
        raise ValueError("the edit cannot be made without a change elsewhere; make it by hand")
    return done


def _planned(root: Piece, edits: Iterable[Edit]) -> _Plan:
    plan = _Plan({}, {}, set())
    for edit in dict.fromkeys(edits):
        place = _place(root, edit)
        if edit.action == "remove":
            plan.removed.add(place)
            continue
        table = plan.replaced if edit.action == "replace" else plan.renamed
        if table.setdefault(place, edit.text) != edit.text:
            raise ValueError(f"two edits of {edit.pointer} differ")
    plan.removed.update(closure(root, plan.removed))
    for place in (*plan.replaced, *plan.renamed):
        if any(place[: len(other)] == other for other in plan.removed):
            raise ValueError("edits overlap: one removes what another changes")
    for place in plan.replaced:
        inside = (other for other in (*plan.replaced, *plan.renamed, *plan.removed))
        if any(len(other) > len(place) and other[: len(place)] == place for other in inside):
            raise ValueError("edits overlap: one replaces what another changes")
    return plan


def _place(root: Piece, edit: Edit) -> Place:
    """Where a pointer leads. Raises `ValueError` where that is nowhere, or is shared."""
    piece, place = root, list[int]()
    for step in steps(edit.pointer):
        if piece.kind == "alias":
            raise ValueError(f"{edit.pointer} leads through the alias *{piece.text}")
        position = _position(piece, step)
        if position is None:
            merged = any(key is not None and key.text == "<<" for key, _ in piece.entries)
            why = "leads through a merge key" if merged else "is not in the file"
            raise ValueError(f"{edit.pointer} {why}")
        place.append(position)
        piece = piece.entries[position][1]
        if piece.anchored:
            raise ValueError(f"{edit.pointer} leads through an anchor, which others may use")
    if not place:
        raise ValueError("an edit is of one entry, not of the whole file")
    key = root.at(place[:-1]).entries[place[-1]][0]
    if edit.action == "rename" and (key is None or key.kind != "scalar" or key.anchored):
        raise ValueError(f"{edit.pointer} has no key that could be renamed")
    return tuple(place)


def _position(piece: Piece, step: str) -> int | None:
    if piece.kind == "list":
        return int(step) if step.isdecimal() and int(step) < len(piece.entries) else None
    for position, (key, _) in enumerate(piece.entries):
        if key is not None and key.kind == "scalar" and key.text == step:
            return position
    return None


def _changes(text: str, root: Piece, plan: _Plan) -> list[tuple[Span, str]]:
    changes = [(span, "") for span in removals(text, root, plan.removed)]
    for place, new in plan.replaced.items():
        old = root.at(place)
        blank = " " if old.start == old.end else ""  # nothing is written there yet
        changes.append((Span(old.start, old.end), blank + shortest(new)))
    for place, new in plan.renamed.items():
        key = root.at(place[:-1]).entries[place[-1]][0]
        if key is not None:
            changes.append((Span(key.start, key.end), shortest(new)))
    return sorted(changes)


def _spliced(text: str, changes: list[tuple[Span, str]]) -> str:
    parts, kept = [], 0
    for span, new in changes:
        if span.start < kept:
            raise ValueError("edits overlap")
        parts += [text[kept : span.start], new]
        kept = span.end
    return "".join([*parts, text[kept:]])


_Outline = tuple[object, ...] | None
"""What a document says, however it is written: texts, lists, mappings, anchors and aliases."""


def same_outline(text: str, other: str) -> bool:
    """Whether two texts say the same, with the same anchors and aliases."""
    return _says(other, _outline(layout(text)), pure=False)


def _says(text: str, intended: _Outline, *, pure: bool) -> bool:
    try:
        return _outline(layout(text, pure=pure)) == intended
    except ValueError:
        return False


def _outline(piece: Piece | None) -> _Outline:
    return None if piece is None else _intended(piece, _Plan({}, {}, set()), ())


def _intended(piece: Piece, plan: _Plan, place: Place) -> _Outline:
    """What a document is to say once the plan is carried out."""
    new = plan.replaced.get(place)
    if new is not None:
        return ("scalar", False, new)
    if piece.kind in ("scalar", "alias"):
        return (piece.kind, piece.anchored, piece.text)
    entries = []
    for position, (key, value) in enumerate(piece.entries):
        here = (*place, position)
        if here in plan.removed:
            continue
        name = plan.renamed.get(here)
        named = ("scalar", False, name) if name is not None else _outline(key)
        entries.append((named, _intended(value, plan, here)))
    return (piece.kind, piece.anchored, *entries)
