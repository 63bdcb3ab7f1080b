"""From the text of one file to its tree, within bounds, with every problem of form on the way.

Events are pulled one at a time, so a document that is too deep or too large is refused as soon as
that shows, long before a parser that builds whole trees would have run out of stack or memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.store.parser import SYNTAX_ERRORS, stream
from claimtrack.store.problems import (
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    YAML_SYNTAX,
    Problems,
)
from claimtrack.store.syntax import at_mark, report_syntax

MAX_DEPTH = 64
"""Levels of nesting; a claim file needs eight."""
MAX_ALIASED = 100_000
"""Nodes that the aliases of one file may repeat, all together."""

_NESTED = f"nested more than {MAX_DEPTH} levels deep"
_TOO_DEEP = "maximum nesting depth"
_MERGE = "<<"
_MERGE_HELP = "write `<<: *name`, where `&name` stands before an earlier mapping"
_QUOTE_KEY = "write a plain key; quotes around it make a text of anything"
_CORE_TAGS = "tag:yaml.org,2002:"


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
        problems.add(WRONG_TYPE, str(refusal), at_mark(refusal.mark), help=_SAFE_HELP)
        return None
    except SYNTAX_ERRORS as error:
        mark = getattr(error, "problem_mark", None)
        # libyaml reads ahead of the events that it gives, and then gives up by itself.
        if mark is not None and _TOO_DEEP in str(getattr(error, "problem", "")):
            problems.add(WRONG_TYPE, _NESTED, at_mark(mark), help=_SAFE_HELP)
            return None
        report_syntax(error, text, problems)
        composer.break_off()
    root = composer.root
    if root is None or isinstance(root, Mapping):
        return root
    if isinstance(root, Scalar) and root.is_empty:
        return None
    problems.add(
        WRONG_TYPE,
        f"a claim file is one mapping, found {root.noun}",
        root.span,
        help=START_WITH,
    )
    return None


START_WITH = "start it with keys such as `article:`, `actors:` or `claims:`"
"""What to do about a file that holds no mapping."""
_SAFE_HELP = "such a document could exhaust the machine that reads it; write it out plainly"


_NO_KEY = Scalar("", None, None, plain=False)
"""In the place of a key that is no text: its value is passed over."""


class _Composer:
    """Builds the tree of the first document, with an explicit stack."""

    def __init__(self, text: str, problems: Problems, *, pure: bool) -> None:
        self.stream = stream(text, pure=pure)
        self.problems = problems
        self.root: Node | None = None
        self.last_mark: Any = None
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}
        self.extents: dict[Node, tuple[int, int]] = {}
        self.aliased = 0
        self.merging: dict[Sequence, Mapping] = {}

    def run(self) -> None:  # noqa: C901, PLR0912 - a branch for each kind of event, the hot loop
        pull_event, ev = self.stream
        scalar_event, mapping_event = ev.ScalarEvent, ev.MappingStartEvent
        stack, keys = self.stack, self.keys
        documents = 0
        while True:
            event = pull_event()
            kind = event.__class__
            if kind is scalar_event:
                node = Scalar(event.value, event.start_mark, event.end_mark, plain=not event.style)
                if event.anchor or event.tag:
                    self.note(event, node)
                if (
                    stack and stack[-1].__class__ is Mapping
                ):  # as `place` does it: nine of ten nodes
                    key = keys[-1]
                    keys[-1] = node if key is None else None
                    if key is not None:
                        self.pair(stack[-1], key, node)
                else:
                    self.place(node)
                self.last_mark = event.end_mark
            elif kind is mapping_event:
                self.open(Mapping(event.start_mark, event.end_mark), event)
            elif kind is ev.SequenceStartEvent:
                self.open(Sequence(event.start_mark, event.end_mark), event)
            elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
                self.close(event)
            elif kind is ev.AliasEvent:
                self.place(self.alias(event))
                self.last_mark = event.end_mark
            elif kind is ev.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.second(event)
                    return
            elif kind is ev.StreamEndEvent:
                return

    def close(self, event: Any) -> None:
        """End a list or mapping: in flow style at its bracket, in block style at its last value.

        Parsers end a block where the next thing starts, comments and blank lines behind.
        """
        if event.end_mark.index > event.start_mark.index:
            self.last_mark = event.end_mark
        node = self.stack.pop()
        node.end_mark = self.last_mark
        self.keys.pop()
        if self.merging and isinstance(node, Sequence) and node in self.merging:
            self.merge(self.merging.pop(node), node.items)

    def break_off(self) -> None:
        """Mark what is still open where the parser gave up."""
        for node in self.stack:
            if isinstance(node, Mapping):
                node.whole = False

    def second(self, event: Any) -> None:
        self.problems.add(
            WRONG_TYPE,
            "a second document starts here; a claim file is one mapping",
            at_mark(event.start_mark),
            help="move what follows into a file of its own; it has not been checked",
        )

    def place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if isinstance(top, Sequence):
            top.items.append(node)
            return
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self.key(node)
        else:
            self.keys[-1] = None
            self.pair(top, key, node)

    def key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        message = f"a key must be a text, found {node.noun}"
        self.problems.add(WRONG_TYPE, message, at_mark(node.start_mark), help=_QUOTE_KEY)
        return _NO_KEY

    def pair(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        text = key.text
        if text and text != _MERGE:
            mapping.pairs.append((key, node))
        elif key is _NO_KEY:
            return
        elif text and key.plain:
            self.start_merge(mapping, key, node)
        elif text:
            mapping.pairs.append((key, node))
        else:
            message = "a key is missing before the colon"
            self.problems.add(UNKNOWN_KEY, message, at_mark(key.start_mark), help="write it")

    def start_merge(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        """Merge a mapping, or a list of them: one that is written here is not read yet."""
        if mapping.merged:
            message = "'<<' stands twice in one mapping"
            self.problems.add(DUPLICATE_KEY, message, key.span, help="give one of them a list")
        if not isinstance(node, Sequence):
            self.merge(mapping, [node])
        elif node.items:
            self.merge(mapping, node.items)
        else:
            self.merging[node] = mapping

    def merge(self, mapping: Mapping, parts: Iterable[Node]) -> None:
        for part in parts:
            if isinstance(part, Mapping):
                mapping.merged.append(part)
            else:
                message = f"a merge key takes a mapping, found {part.noun}"
                self.problems.add(WRONG_TYPE, message, part.span, help=_MERGE_HELP)

    def open(self, node: Mapping | Sequence, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise Unsafe(_NESTED, event.start_mark)
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
            tag = str(event.tag).replace(_CORE_TAGS, "!!")
            self.problems.add(
                WRONG_TYPE,
                f"found the tag {tag}; claim files have no tags",
                at_mark(event.start_mark),
                help="remove it: the field decides the type of its value",
            )

    def alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            message = f"the alias *{event.anchor} has no anchor above it"
            advice = f"write &{event.anchor} before what it repeats, or write that out"
            self.problems.add(YAML_SYNTAX, message, at_mark(event.start_mark), help=advice)
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
        known = self.extents.get(node)
        if known is None:
            parts: list[Node] = []
            if isinstance(node, Sequence):
                parts = node.items
            elif isinstance(node, Mapping):
                parts = [value for _, value in node.pairs] + list(node.merged)
            extents = [self.extent(part) for part in parts]
            size = 1 + sum(size for size, _ in extents)
            known = (size, 1 + max((height for _, height in extents), default=0))
            self.extents[node] = known
        return known
