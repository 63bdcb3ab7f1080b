"""From a place named by structure to lines and columns: read again only where there is a finding.

Records do not carry the positions of their fields: a clean ledger never needs them, and a ledger
of a hundred thousand claims would pay for them in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from claimtrack.findings import Finding, Fix, Location, Severity, steps
from claimtrack.store.compose import compose
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence, Span
from claimtrack.store.problems import START, Problems

Places = dict[str, dict[str, tuple[int, int, int, int, bool]]]
"""By file and pointer: where something stands (line, column, both ends), and whether it does."""


def placed(
    findings: Iterable[Finding], read: Callable[[str], str | None], known: Places | None = None
) -> list[Finding]:
    """The findings with a line and column for each place, by file, line, column and code.

    `read` gives the text of a file. A place that the text does not have any more is put on the
    nearest place around it that it has. A fix that would change what is not written there (a field
    left at its default) is not offered. What is `known` of files that did not change is not looked
    up again, and what is found is added to it.
    """
    waiting = list(findings)
    places: Places = {} if known is None else known
    for file, pointers in _wanted(waiting).items():
        found = places.setdefault(file, {})
        missing = pointers - found.keys()
        if missing:
            found |= _places(read(file), missing)

    def put(place: Location) -> Location:
        if place.is_placed:
            return place
        line, column, end_line, end_column, _ = places[place.file][place.pointer]
        return place._replace(line=line, column=column, end_line=end_line, end_column=end_column)

    def possible(fix: Fix | None) -> Fix | None:
        if fix is None or all(places[edit.file][edit.needs][4] for edit in fix.edits):
            return fix
        return None

    done = [
        finding._replace(
            primary=put(finding.primary),
            related=tuple(put(place) for place in finding.related),
            fix=possible(finding.fix),
        )
        for finding in waiting
    ]
    return sorted(done, key=lambda finding: finding.sort_key)


def _wanted(findings: Iterable[Finding]) -> dict[str, set[str]]:
    """The pointers that findings have into each file, those of their fixes as well."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for finding in findings:
        for place in finding.places:
            if not place.is_placed:
                wanted[place.file].add(place.pointer)
        for edit in finding.fix.edits if finding.fix is not None else ():
            wanted[edit.file].add(edit.needs)
    return wanted


def located(
    places: Iterable[Location], read: Callable[[str], str | None]
) -> dict[Location, Location]:
    """For each place the same with its line and column, as `placed` gives it for findings."""
    waiting = dict.fromkeys(places)
    found = placed([Finding("", "", Severity.INFO, "", place) for place in waiting], read)
    by_pointer = {(one.primary.file, one.primary.pointer): one.primary for one in found}
    return {
        place: place if place.is_placed else by_pointer[place.file, place.pointer]
        for place in waiting
    }


class _Place(NamedTuple):
    """What to show for a pointer, and whether the file has what it points at."""

    span: Span
    is_there: bool


def _places(
    text: str | None, pointers: Iterable[str]
) -> dict[str, tuple[int, int, int, int, bool]]:
    root = compose(text, Problems("")) if text is not None else None
    found = {}
    for pointer in pointers:
        span, is_there = _Place(START, False) if root is None else _place(root, steps(pointer))  # noqa: FBT003
        found[pointer] = (span.line, span.column, span.end_line, span.end_column, is_there)
    return found


def _place(root: Mapping, path: list[str]) -> _Place:
    """The span to show for a path: a scalar itself, a record's identifier, else a key."""
    node: Node = root
    shown = _name_of(root) or _start_of(root)
    for step in path:
        key, value = _child(node, step)
        if value is None:
            return _Place(shown, is_there=False)
        node = value
        if isinstance(node, Scalar):
            shown = node.span if not node.is_empty else (key or node).span
        else:
            shown = _name_of(node) or (key.span if key is not None else _start_of(node))
    return _Place(shown, is_there=True)


def _child(node: Node, step: str) -> tuple[Scalar | None, Node | None]:
    if isinstance(node, Mapping):
        pairs = ((key, value) for key, value in node.all_pairs() if key.text == step)
        return next(pairs, (None, None))
    if isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
        return None, node.items[int(step)]
    return None, None


def _name_of(node: Node) -> Span | None:
    name = node.get("id") if isinstance(node, Mapping) else None
    return name.span if isinstance(name, Scalar) else None


def _start_of(node: Node) -> Span:
    if isinstance(node, Mapping) and node.pairs:
        return node.pairs[0][0].span
    span = node.span
    return span._replace(end_line=span.line, end_column=span.column + 1, end=span.start + 1)
