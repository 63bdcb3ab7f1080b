"""Edits of a claim file, span by span: what an edit does not name keeps every byte.

Comments, indentation, line breaks and trailing blanks belong to the people who wrote the file. So
an edit is never made by loading and dumping: the new text is put in the place of the old one, and
then read again to see that it says what was meant and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from claimtrack.findings import Edit, steps
from claimtrack.model.content import Plain
from claimtrack.store.additions import Insertion, with_entry, with_pair
from claimtrack.store.decode import BOM
from claimtrack.store.layout import Piece, layout
from claimtrack.store.removal import Place, Span, closure, removals
from claimtrack.store.scalars import shortest


class _New(NamedTuple):
    """An entry that is added: a key with its value, or a value without one to a list."""

    key: str | None
    value: Plain

    @property
    def meant(self) -> tuple[_Outline, _Outline]:
        """The key and the value as an outline has them."""
        return None if self.key is None else ("scalar", False, self.key), _meant(self.value)


class _Plan(NamedTuple):
    """What is to be done, by the position of the entry in the tree; additions by what gets them."""

    replaced: dict[Place, str]
    renamed: dict[Place, str]
    removed: set[Place]
    added: dict[Place, list[_New]]

    def adds(self, place: Place, pointer: str, new: _New) -> None:
        """Take in an addition."""
        others = self.added.setdefault(place, [])
        if new.key is not None and any(other.key == new.key for other in others):
            raise ValueError(f"two edits of {pointer} differ")
        others.append(new)


def apply(text: str, edits: Iterable[Edit], *, pure: bool = False) -> str:
    """The text of a claim file after some edits, all of whose pointers speak of the text as given.

    `pure` asks for the parser in Python. Raises what `changes` raises.
    """
    if text.startswith(BOM):
        return BOM + apply(text[1:], edits, pure=pure)
    return _spliced(text, changes(text, edits, pure=pure))


def changes(text: str, edits: Iterable[Edit], *, pure: bool = False) -> list[tuple[Span, str]]:
    """What `apply` writes, span by span in their order; the text has no byte order mark.

    Raises `ValueError`, with the reason for a person, where two edits overlap, where a pointer
    leads nowhere, or through an alias, an anchor or a merge key (so that other records would change
    too), and where the result would not say what was meant.
    """
    root = layout(text, pure=pure)
    if root is None:
        raise ValueError("the file holds nothing that could be edited")
    plan = _planned(root, edits)
    found = _changes(text, root, plan)
    if not _says(_spliced(text, found), _intended(root, plan, ()), pure=pure):
        raise ValueError("the edit cannot be made without a change elsewhere; make it by hand")
    return found


def _planned(root: Piece, edits: Iterable[Edit]) -> _Plan:
    plan = _Plan({}, {}, set(), {})
    for edit in dict.fromkeys(edits):
        if edit.action == "add":
            plan.adds(*_addition(root, edit))
            continue
        place = _place(root, edit)
        if edit.action == "remove":
            plan.removed.add(place)
            continue
        table = plan.replaced if edit.action == "replace" else plan.renamed
        if table.setdefault(place, edit.text) != edit.text:
            raise ValueError(f"two edits of {edit.pointer} differ")
    plan.removed.update(closure(root, plan.removed))
    for place in (*plan.replaced, *plan.renamed, *plan.added):
        if any(place[: len(other)] == other for other in plan.removed):
            raise ValueError("edits overlap: one removes what another changes")
    for place in plan.replaced:
        inside = (*plan.replaced, *plan.renamed, *plan.removed)
        beside = any(len(other) > len(place) and other[: len(place)] == place for other in inside)
        if beside or any(other[: len(place)] == place for other in plan.added):
            raise ValueError("edits overlap: one replaces what another changes")
    return plan


def _addition(root: Piece, edit: Edit) -> tuple[Place, str, _New]:
    """What gets an addition, and the addition."""
    place, piece = _walked(root, edit.needs)
    *_, step = steps(edit.pointer) or [""]
    if piece.kind == "list" and step == "-":
        return place, edit.pointer, _New(None, _value(edit))
    if piece.kind != "mapping" or not piece.entries:
        raise ValueError(f"{edit.needs or 'the file'} is nothing that {step!r} could be added to")
    if _position(piece, step) is not None:
        raise ValueError(f"{edit.pointer} is in the file already")
    return place, edit.pointer, _New(step, _value(edit))


def _value(edit: Edit) -> Plain:
    value: Plain = json.loads(edit.text)
    _meant(value)
    return value


def _meant(value: Plain) -> _Outline:
    """What a new value is to say. Raises `ValueError` for what no claim file holds."""
    if isinstance(value, str | bool):
        return ("scalar", False, value if isinstance(value, str) else str(value).lower())
    if isinstance(value, list):
        return ("list", False, *((None, _meant(item)) for item in value))
    if isinstance(value, dict):
        pairs = ((("scalar", False, key), _meant(item)) for key, item in value.items())
        return ("mapping", False, *pairs)
    raise ValueError(f"{value!r} is no text, flag, list or mapping")


def _place(root: Piece, edit: Edit) -> Place:
    """Where a pointer leads. Raises `ValueError` where that is nowhere, or is shared."""
    place, _ = _walked(root, edit.pointer)
    if not place:
        raise ValueError("an edit is of one entry, not of the whole file")
    key = root.at(place[:-1]).entries[place[-1]][0]
    if edit.action == "rename" and (key is None or key.kind != "scalar" or key.anchored):
        raise ValueError(f"{edit.pointer} has no key that could be renamed")
    return place


def _walked(root: Piece, pointer: str) -> tuple[Place, Piece]:
    """The place and the piece to which a pointer leads."""
    piece, place = root, list[int]()
    for step in steps(pointer):
        if piece.kind == "alias":
            raise ValueError(f"{pointer} leads through the alias *{piece.text}")
        position = _position(piece, step)
        if position is None:
            merged = any(key is not None and key.text == "<<" for key, _ in piece.entries)
            why = "leads through a merge key" if merged else "is not in the file"
            raise ValueError(f"{pointer} {why}")
        place.append(position)
        piece = piece.entries[position][1]
        if piece.anchored:
            raise ValueError(f"{pointer} leads through an anchor, which others may use")
    return tuple(place), piece


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
    for place, news in sorted(plan.added.items(), key=lambda one: -len(one[0])):  # inner ones first
        changes += (_added(text, root.at(place), new) for new in news)
    return sorted(changes, key=lambda change: change[0])


def _added(text: str, piece: Piece, new: _New) -> Insertion:
    if new.key is None:
        return with_entry(text, piece, new.value)
    return with_pair(text, piece, new.key, new.value)


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
    return None if piece is None else _intended(piece, _Plan({}, {}, set(), {}), ())


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
    entries += (new.meant for new in plan.added.get(place, ()))
    return (piece.kind, piece.anchored, *entries)
