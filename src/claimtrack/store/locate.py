"""From a place named by structure to lines and columns: read again only where there is a finding.

Records do not carry the positions of their fields: a clean ledger never needs them, and a ledger
of a hundred thousand claims would pay for them in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from claimtrack.findings import Finding, Location, steps
from claimtrack.store.compose import compose
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence, Span
from claimtrack.store.problems import START, Problems


def placed(findings: Iterable[Finding], read: Callable[[str], str | None]) -> list[Finding]:
    """The findings with a line and column for each place, by file, line, column and code.

    `read` gives the text of a file. A place that the text does not have any more is put on the
    nearest place around it that it has.
    """
    waiting = list(findings)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for finding in waiting:
        for place in finding.places:
            if not place.is_placed:
                wanted[place.file].add(place.pointer)
    spans = {file: _spans(read(file), pointers) for file, pointers in wanted.items()}

    def put(place: Location) -> Location:
        if place.is_placed:
            return place
        span = spans[place.file][place.pointer]
        return place._replace(
            line=span.line,
            column=span.column,
            end_line=span.end_line,
            end_column=span.end_column,
        )

    done = [
        finding._replace(
            primary=put(finding.primary), related=tuple(put(place) for place in finding.related)
        )
        for finding in waiting
    ]
    return sorted(done, key=lambda finding: finding.sort_key)


def _spans(text: str | None, pointers: Iterable[str]) -> dict[str, Span]:
    root = compose(text, Problems("")) if text is not None else None
    if root is None:
        return dict.fromkeys(pointers, START)
    return {pointer: _span(root, steps(pointer)) for pointer in pointers}


def _span(root: Mapping, path: list[str]) -> Span:
    """The span to show for a path: a scalar itself, a record's identifier, else a key."""
    node: Node = root
    shown = _name_of(root) or _start_of(root)
    for step in path:
        key, value = _child(node, step)
        if value is None:
            break
        node = value
        if isinstance(node, Scalar):
            shown = node.span if not node.is_empty else (key or node).span
        else:
            shown = _name_of(node) or (key.span if key is not None else _start_of(node))
    return shown


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
