"""A YAML document as a tree that remembers where everything stands, and resolves no types."""

from __future__ import annotations

from typing import Any, NamedTuple

Plain = str | list["Plain"] | dict[str, "Plain"]


class Span(NamedTuple):
    """From where to where: lines and columns from 1, offsets from 0, all in code points.

    The end is exclusive.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class Node:
    """Base of the three kinds of node. The parser's marks are kept as they are: spans are rare."""

    __slots__ = ("end_mark", "start_mark")
    noun = "a value"

    def __init__(self, start_mark: Any, end_mark: Any) -> None:
        self.start_mark = start_mark
        self.end_mark = end_mark

    @property
    def span(self) -> Span:
        """Where the node stands."""
        start, end = self.start_mark, self.end_mark
        return Span(
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
            start.index,
            end.index,
        )


class Scalar(Node):
    """A text. `plain` ones are written without quotes; they are never anything but text."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, start_mark: Any, end_mark: Any, *, plain: bool = True) -> None:
        self.text = text
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.plain = plain

    @property
    def noun(self) -> str:  # type: ignore[override]
        """What a message calls it."""
        return "nothing" if self.is_empty else "a text"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written where a value belongs."""
        return self.plain and not self.text


class Sequence(Node):
    """A list."""

    __slots__ = ("items",)
    noun = "a list"

    def __init__(self, start_mark: Any, end_mark: Any) -> None:
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.items: list[Node] = []


class Mapping(Node):
    """A mapping: its pairs in the order written, duplicates included; then what it merges.

    One that is not `whole` was cut off by a syntax error: what it lacks may stand behind that.
    """

    __slots__ = ("merged", "pairs", "whole")
    noun = "a mapping"

    def __init__(self, start_mark: Any, end_mark: Any) -> None:
        self.start_mark = start_mark
        self.end_mark = end_mark
        self.pairs: list[tuple[Scalar, Node]] = []
        self.merged: list[Mapping] = []
        self.whole = True

    def get(self, key: str) -> Node | None:
        """The value of a key: the first written one, else a merged one."""
        for name, value in self.pairs:
            if name.text == key:
                return value
        for other in self.merged:
            found = other.get(key)
            if found is not None:
                return found
        return None

    def all_pairs(self) -> list[tuple[Scalar, Node]]:
        """The written pairs, then those of merged mappings that no earlier pair overrides."""
        if not self.merged:
            return self.pairs
        pairs = list(self.pairs)
        seen = {key.text for key, _ in pairs}
        for other in self.merged:
            for key, value in other.all_pairs():
                if key.text not in seen:
                    seen.add(key.text)
                    pairs.append((key, value))
        return pairs


def plain(node: Node) -> Plain:
    """The tree as lists, dictionaries and texts; merged keys in place, the first of two kept."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        found: dict[str, Plain] = {}
        for key, value in node.all_pairs():
            found.setdefault(key.text, plain(value))
        return found
    msg = f"{type(node).__name__} is no kind of node"
    raise TypeError(msg)
