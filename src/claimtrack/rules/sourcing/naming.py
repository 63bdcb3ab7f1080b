"""How messages call a root, and why a claim counts as coming from it."""

from __future__ import annotations

from claimtrack.model import EndKind, Root, Support
from claimtrack.model.sourcing import Via
from claimtrack.rule import Group
from claimtrack.rules.claims import listed

_HOW = {
    Via.SYNDICATED: "reprints",
    Via.CITES: "credits",
    Via.CHAIN: "came through",
    Via.BASED_ON: "is based on",
    Via.SPEAKER: "reports what is said by",
    Via.COPIED: "has most of its text from",
}


def why(group: Group, support: Support) -> str:
    """Why a claim counts as one with others of its root."""
    outlet = group.name(support.outlet)
    if not support.ties:
        return f"{outlet}: its own report"
    ties = listed([f"{_HOW[tie.via]} {tie.name}" for tie in support.ties])
    return f"{outlet}: {ties}"


def called(group: Group, root: Root) -> str:
    """How to call a root in a message."""
    end = root.end
    if end.kind is EndKind.ARTICLE:
        return f"{end.name}, and where it has it from is not recorded"
    if end.kind is EndKind.OUTLET:
        return f"{group.name(end.name)}, and where it has it from is not recorded"
    if end.kind is EndKind.LOOP:
        return "each has it from the other"
    if end.kind is EndKind.UNSAID:
        return f"{end.name}, which does not say where it has it from"
    if end.kind is EndKind.WITNESS:
        return f"the reporters of {group.name(end.name)}"
    return listed([group.name(name) for name in root.actors])
