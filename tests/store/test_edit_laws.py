"""Laws of edits: what is meant is read back, and no byte outside the span changes."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from documents import FILES, KEYS, WORDS, documents
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.findings import Edit, pointer
from claimtrack.store.compose import compose
from claimtrack.store.edits import apply
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence, plain
from claimtrack.store.problems import Problems

ANY_DOCUMENT = st.one_of(documents(), st.sampled_from(sorted(FILES.values())))


def read(text: str) -> Any:
    problems = Problems("a.yaml")
    root = compose(text, problems)
    assert root is not None, text
    assert not problems.found, text
    return root


def places(node: Node, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all entries of a document."""
    parts: list[tuple[Any, Node]] = []
    if isinstance(node, Mapping):
        parts = [(key.text, value) for key, value in node.pairs]
    elif isinstance(node, Sequence):
        parts = list(enumerate(node.items))
    found = []
    for step, part in parts:
        found += [(*path, step), *places(part, (*path, step))]
    return found


def holder(tree: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        tree = tree[step]
    return tree


def node_at(node: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        node = node.get(step) if isinstance(node, Mapping) else node.items[step]
    return node


def changed(text: str, path: tuple[Any, ...], action: Any, new: str = "") -> str | None:
    """The edited text, or None where the edit is refused."""
    try:
        return apply(text, [Edit("a.yaml", pointer(*path), action, new)])
    except ValueError as error:
        if not re.search("nothing would be left|without a change elsewhere", str(error)):
            raise
        return None


def outside(text: str, done: str) -> tuple[str, str]:
    """What stands in a text where another, made of it by one change, differs; and in that one."""
    front = 0
    while front < min(len(text), len(done)) and text[front] == done[front]:
        front += 1
    back = 0
    while back < min(len(text), len(done)) - front and text[-1 - back] == done[-1 - back]:
        back += 1
    return text[front : len(text) - back], done[front : len(done) - back]


@given(ANY_DOCUMENT, WORDS, st.data())
def test_replace(text: str, new: str, data: st.DataObject) -> None:
    root = read(text)
    path = data.draw(st.sampled_from(places(root)))
    done = changed(text, path, "replace", new)
    if done is None:
        return
    meant: Any = plain(root)
    holder(meant, path)[path[-1]] = new
    assert plain(read(done)) == meant
    span = node_at(root, path).span
    assert done.startswith(text[: span.start])
    assert done.endswith(text[span.end :])


@given(ANY_DOCUMENT, KEYS, st.data())
def test_rename(text: str, new: str, data: st.DataObject) -> None:
    root = read(text)
    keyed = [path for path in places(root) if isinstance(path[-1], str)]
    path = data.draw(st.sampled_from(keyed))
    pairs = node_at(root, path[:-1]).pairs
    key = next(key for key, _ in pairs if key.text == path[-1])
    done = changed(text, path, "rename", new)
    assert done is not None
    assert done.startswith(text[: key.span.start])
    assert done.endswith(text[key.span.end :])
    names = [new if name is key else name.text for name, _ in pairs]
    assert [name.text for name, _ in node_at(compose_any(done), path[:-1]).pairs] == names


VALUES = WORDS | st.lists(WORDS, max_size=2) | st.dictionaries(KEYS, WORDS, min_size=1, max_size=2)


@given(ANY_DOCUMENT, KEYS, VALUES, st.data())
def test_add(text: str, key: str, value: Any, data: st.DataObject) -> None:
    root = read(text)
    path = data.draw(st.sampled_from(places(root)))
    meant: Any = plain(root)
    kept = holder(meant, (*path, ""))
    if isinstance(kept, dict) and kept and key not in kept:
        kept[key] = value
    elif isinstance(kept, list):
        key = "-"
        kept.append(value)
    else:
        return
    done = changed(text, (*path, key), "add", json.dumps(value))
    if done is None:
        return
    assert plain(read(done)) == meant
    gone, _ = outside(text, done)
    assert not gone, "an addition takes nothing away"


def compose_any(text: str) -> Any:
    return compose(text, Problems("a.yaml"))


@given(ANY_DOCUMENT, st.data())
def test_remove_one(text: str, data: st.DataObject) -> None:
    root = read(text)
    path = data.draw(st.sampled_from(places(root)))
    done = changed(text, path, "remove")
    if done is None:
        return
    meant = without(plain(root), path)
    assert plain(read(done)) == meant
    gone, come = outside(text, done)
    assert not come, "a removal only takes away"
    assert len(gone) == len(text) - len(done)


def without(tree: Any, path: tuple[Any, ...]) -> Any:
    """Data without an entry, and without what that would leave empty."""
    tree = copy.deepcopy(tree)
    while path:
        parent = holder(tree, path)
        del parent[path[-1]]
        if parent:
            break
        path = path[:-1]
    return tree


@given(documents(), st.data())
def test_comments_on_lines_of_their_own_stay(text: str, data: st.DataObject) -> None:
    root = read(text)
    path = data.draw(st.sampled_from(places(root)))
    done = changed(text, path, "remove")
    node = node_at(root, path)
    if done is None or not isinstance(node, Scalar) or len(holder(plain(root), path)) == 1:
        return
    assert done.count("# own") == text.count("# own")


@settings(max_examples=50)
@given(ANY_DOCUMENT, st.data())
def test_the_order_of_edits_is_irrelevant(text: str, data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(places(read(text))), min_size=2, max_size=4))
    edits = [Edit("a.yaml", pointer(*path), "remove") for path in paths]
    try:
        done = apply(text, edits)
    except ValueError:
        return
    assert apply(text, reversed(edits)) == done
    assert len(done) < len(text)
