"""YAML documents to test with: drawn ones in mixed styles, and the ledgers of this repository."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

import claimtrack
from claimtrack.store.scalars import shortest

ROOT = Path(__file__).parents[2]
SAMPLES = Path(claimtrack.__file__).parent / "testing" / "samples"
FILES = {
    path.name: path.read_text(encoding="utf-8")
    for folder in (ROOT / "claims", SAMPLES)
    for path in sorted(folder.rglob("*.yaml"))
    if path.name != "broken.yaml"
}

WORDS = st.sampled_from(
    ["a", "b c", "no", "1.10", "x: y", "ق", " ", "it's", "#", "two\nlines", "-"]
)
KEYS = st.sampled_from(["id", "name", "note", "tags", "x/y", "~", "بلد", "a b"])
TREES = st.recursive(
    WORDS,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3),
        st.dictionaries(KEYS, parts, min_size=1, max_size=3),
    ),
    max_leaves=8,
)
COMMENTS = st.sampled_from(["", "", "", "  # c", " #: d, e]"])
OWN_LINES = st.sampled_from(["", "", "", "", "\n", "# own\n", "      # deep\n"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A mapping of three keys in block and flow style, with comments on lines and between."""
    tree = draw(st.dictionaries(KEYS, TREES, min_size=2, max_size=3))
    written = draw(OWN_LINES) + _block(draw, tree, 0)
    return written.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


def _block(draw: st.DrawFn, tree: object, indent: int) -> str:
    """Lines of a collection at an indent; the caller has not written the first line's indent."""
    pad, lines = " " * indent, []
    entries = tree.items() if isinstance(tree, dict) else [(None, part) for part in tree]
    for key, value in entries:
        own = draw(OWN_LINES) if lines else ""
        mark = "-" if key is None else shortest(key) + ":"
        lines.append(own + (pad if lines else "") + mark + _value(draw, value, indent, key))
    return "".join(lines)


def _value(draw: st.DrawFn, value: object, indent: int, key: str | None) -> str:
    comment = draw(COMMENTS)
    if isinstance(value, str) and value.endswith("lines") and draw(st.booleans()):
        return " |-\n" + "".join(f"{' ' * (indent + 2)}{line}\n" for line in value.split("\n"))
    if isinstance(value, str):
        return f" {_scalar(draw, value)}{comment}\n"
    if draw(st.booleans()):
        return f" {_flow(draw, value)}{comment}\n"
    if key is None and draw(st.booleans()):
        return " " + _block(draw, value, indent + 2)
    deeper = indent + draw(st.integers(1, 3))
    return f"{comment}\n{' ' * deeper}" + _block(draw, value, deeper)


def _scalar(draw: st.DrawFn, text: str) -> str:
    if draw(st.booleans()) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return shortest(text)


def _flow(draw: st.DrawFn, tree: object) -> str:
    if isinstance(tree, str):
        return _scalar(draw, tree)
    gap = draw(st.sampled_from([", ", ",  ", ",", " , ", ", # in\n        "]))
    end = draw(st.sampled_from(["", " ", ", "]))
    if isinstance(tree, dict):
        pairs = [f"{shortest(key)}: {_flow(draw, value)}" for key, value in tree.items()]
        return "{" + gap.join(pairs) + end + "}"
    return "[" + gap.join(_flow(draw, part) for part in tree) + end + "]"
