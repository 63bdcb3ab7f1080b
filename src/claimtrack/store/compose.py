"""From the text of one file to its tree, within bounds, with every problem of form on the way.

Events are pulled one at a time, so a document that is too deep or too large is refused as soon as
that shows, long before a parser that builds whole trees would have run out of stack or memory.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import events as ev

from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence, Span
from claimtrack.store.parser import MarkedYAMLError, ReaderError, YAMLError, pull
from claimtrack.store.problems import (
    START,
    UNKNOWN_KEY,
    WRONG_TYPE,
    YAML_SYNTAX,
    Problems,
)

MAX_DEPTH = 64
"""Levels of nesting; a claim file needs eight."""
MAX_ALIASED = 100_000
"""Nodes that the aliases of one file may repeat, all together."""

_MERGE = "<<"


class Unsafe(Exception):  # noqa: N818 - not an error of the program: the file is refused
    """The document goes beyond the bounds; where, and which."""

    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(message)
        self.mark = mark


def compose(text: str, problems: Problems, *, pure: bool = False) -> Mapping | None:
    """The mapping that a file holds, or None where it holds none.

    What is read before a syntax error is kept: the records above it are still checked.
    """
    composer = _Composer(text, problems, pure=pure)
    try:
        composer.run()
    except Unsafe as refusal:
        problems.add(WRONG_TYPE, str(refusal), _at(refusal.mark), help=_SAFE_HELP)
        return None
    except (YAMLError, ValueError, RecursionError) as error:
        _report(error, text, problems)
    root = composer.root
    if root is None or isinstance(root, Mapping):
        return root
    problems.add(
        WRONG_TYPE,
        f"a claim file is one mapping, found {root.noun}",
        root.span,
        help="start it with keys such as `article:`, `actors:` or `claims:`",
    )
    return None


_SAFE_HELP = "such a document could exhaust the machine that reads it; write it out plainly"


def _at(mark: Any) -> Span:
    line, column = mark.line + 1, mark.column + 1
    return Span(line, column, line, column + 1, mark.index, mark.index + 1)


def _report(error: Exception, text: str, problems: Problems) -> None:
    """Tell a parser's error in its own words, at its line and column."""
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        context = f" {error.context}" if error.context else ""
        problems.add(YAML_SYNTAX, f"{error.problem}{context}", _at(error.problem_mark))
    elif isinstance(error, ReaderError):
        problems.add(YAML_SYNTAX, *forbidden(text))
    else:
        problems.add(YAML_SYNTAX, f"not YAML: {error}", START)


def forbidden(text: str) -> tuple[str, Span]:
    """Message and place of the first character that YAML forbids."""
    line = column = 1
    for index, char in enumerate(text):
        if not _allowed(char):
            message = f"the character U+{ord(char):04X} is not allowed in YAML"
            return message, Span(line, column, line, column + 1, index, index + 1)
        if char == "\n":
            line, column = line + 1, 1
        else:
            column += 1
    return "a character is not allowed in YAML", START


def _allowed(char: str) -> bool:
    return (
        " " <= char <= "~"
        or char in "\t\n\r\x85"
        or "\xa0" <= char <= "\ud7ff"
        or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000"
    )


class _Composer:
    """Builds the tree of the first document, with an explicit stack."""

    def __init__(self, text: str, problems: Problems, *, pure: bool) -> None:
        self.next = pull(text, pure=pure)
        self.problems = problems
        self.root: Node | None = None
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}
        self.extents: dict[int, tuple[int, int]] = {}
        self.aliased = 0

    def run(self) -> None:  # noqa: C901 - one branch for each kind of event, the hot loop
        pull_event, scalar_event, mapping_event = self.next, ev.ScalarEvent, ev.MappingStartEvent
        documents = 0
        while True:
            event = pull_event()
            kind = event.__class__
            if kind is scalar_event:
                node = Scalar(event.value, event.start_mark, event.end_mark, plain=not event.style)
                if event.anchor or event.tag:
                    self.note(event, node)
                self.place(node)
            elif kind is mapping_event:
                self.open(Mapping(event.start_mark, event.end_mark), event)
            elif kind is ev.SequenceStartEvent:
                self.open(Sequence(event.start_mark, event.end_mark), event)
            elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
                self.stack.pop().end_mark = event.end_mark
                self.keys.pop()
            elif kind is ev.AliasEvent:
                self.place(self.alias(event))
            elif kind is ev.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.second(event)
                    return
            elif kind is ev.StreamEndEvent:
                return

    def second(self, event: Any) -> None:
        self.problems.add(
            WRONG_TYPE,
            "a second document starts here; a claim file is one mapping",
            _at(event.start_mark),
            help="move what follows into a file of its own; it has not been checked",
        )

    def place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.__class__ is Sequence:
            top.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self.key(node)
        else:
            self.keys[-1] = None
            self.pair(top, key, node)  # type: ignore[arg-type]

    def key(self, node: Node) -> Scalar:
        if node.__class__ is Scalar:
            return node  # type: ignore[return-value]
        self.problems.add(WRONG_TYPE, f"a key must be a text, found {node.noun}", node.span)
        return Scalar("", node.start_mark, node.end_mark, plain=False)

    def pair(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        if key.text == _MERGE and key.plain:
            parts = node.items if isinstance(node, Sequence) else [node]
            for part in parts:
                if isinstance(part, Mapping):
                    mapping.merged.append(part)
                else:
                    message = f"a merge key takes a mapping, found {part.noun}"
                    self.problems.add(WRONG_TYPE, message, part.span)
        elif key.text:
            mapping.pairs.append((key, node))
        elif key.plain:
            self.problems.add(UNKNOWN_KEY, "a key is missing before the colon", key.span)

    def open(self, node: Mapping | Sequence, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise Unsafe(message, event.start_mark)
        if event.anchor or event.tag:
            self.note(event, node)
        self.place(node)
        self.stack.append(node)
        self.keys.append(None)

    def note(self, event: Any, node: Node) -> None:
        """Remember an anchor, refuse a tag."""
        if event.anchor:
            self.anchors[event.anchor] = node
        if event.tag:
            self.problems.add(
                WRONG_TYPE,
                f"found the tag {event.tag!s}; claim files have no tags",
                _at(event.start_mark),
                help="remove it: the field decides the type of its value",
            )

    def alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            message = f"the alias *{event.anchor} has no anchor above it"
            self.problems.add(YAML_SYNTAX, message, _at(event.start_mark))
            return Scalar("", event.start_mark, event.end_mark)
        if any(node is parent for parent in self.stack):
            raise Unsafe(f"the alias *{event.anchor} contains itself", event.start_mark)
        size, height = self.extent(node)
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            message = f"the aliases of this file stand for more than {MAX_ALIASED:,} values"
            raise Unsafe(message, event.start_mark)
        if len(self.stack) + height > MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep by its aliases"
            raise Unsafe(message, event.start_mark)
        return node

    def extent(self, node: Node) -> tuple[int, int]:
        """How many nodes and levels an alias repeats, through the aliases within it as well.

        An alias can only point at what is complete, and what it points at was measured when it was
        placed: so each node is counted once and the recursion stays within MAX_DEPTH.
        """
        known = self.extents.get(id(node))
        if known is None:
            parts: list[Node] = []
            if isinstance(node, Sequence):
                parts = node.items
            elif isinstance(node, Mapping):
                parts = [value for _, value in node.pairs] + list(node.merged)
            extents = [self.extent(part) for part in parts]
            size = 1 + sum(size for size, _ in extents)
            known = (size, 1 + max((height for _, height in extents), default=0))
            self.extents[id(node)] = known
        return known
