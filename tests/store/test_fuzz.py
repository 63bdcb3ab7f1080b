"""Fuzzing of the loader: whatever the bytes, findings at places that exist, the same every time.

`pytest -m slow` looks longer.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from documents import FILES, documents
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack.store.compose import compose
from claimtrack.store.nodes import Mapping, Node, Scalar, Sequence
from claimtrack.store.parser import libyaml
from claimtrack.store.problems import Problems

DEEP = settings(
    max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)

SCRAPS = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`\n\r\t \0\x07\x85~=<é\u2028\ufeffق😀",
        *[
            "\r\n",
            "- ",
            ": ",
            "? ",
            " #",
            "---\n",
            "...\n",
            "&a ",
            "*a",
            "<<: *a",
            "!!str ",
            "|+\n",
        ],
        *[
            "%YAML 1.1\n",
            '"',
            "''",
            ">-\n",
            "  ",
            "\n  ",
            "\n- ",
            "claims:\n",
            "article:\n",
            "id: a",
        ],
        *["note: x\n", "tags: [a, b]\n", "quotes: {exact: ", "said: 2031-05", "text: ../..", "TBD"],
    ]
)
YAMLISH = st.lists(SCRAPS, max_size=30).map("".join)
WHOLE = st.sampled_from(sorted(FILES.values()))


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A real claim file, cut down and damaged in a few places."""
    lines = draw(WHOLE).splitlines(keepends=True)
    start = draw(st.integers(0, max(0, len(lines) - 12)))
    text = "".join(lines[start : start + 12])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 1, 2, 20]))
        text = text[:at] + draw(SCRAPS) + text[at + gone :]
    return text


CONTENTS = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=60),
    YAMLISH,
    YAMLISH.map(lambda text: text.encode("utf-16")),
    mutations(),
    documents(),
    st.tuples(mutations(), st.binary(max_size=3)).map(lambda pair: pair[0].encode() + pair[1]),
)


def assert_read(content: str | bytes) -> None:
    ledger = claimtrack.loads({"a.yaml": content})
    result = claimtrack.check(ledger, as_of="2031-06-01")
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    lines = re.split(r"\r\n|\r|\n", text)
    for found in (*ledger.findings, *result.findings):
        assert found.code != "CT900", found
        for at in found.places:
            assert at.file == "a.yaml"
            assert 1 <= at.line <= len(lines), found
            assert 1 <= at.column <= len(lines[at.line - 1]) + 1, found
            assert (at.end_line, at.end_column) >= (at.line, at.column), found
            assert at.end_line <= len(lines), found
    again = claimtrack.loads({"a.yaml": content})
    assert again.findings == ledger.findings
    assert again.records == ledger.records
    assert claimtrack.check(again, as_of="2031-06-01").findings == result.findings


@given(CONTENTS)
@example("a: [\n")
@example("? [a")
@example("\ufeff\ufeff- a")
@example(b"\xff\xfe")
def test_whatever_the_bytes(content: str | bytes) -> None:
    assert_read(content)


@pytest.mark.slow
@DEEP
@given(CONTENTS)
def test_whatever_the_bytes_for_long(content: str | bytes) -> None:
    assert_read(content)


@settings(max_examples=20)
@given(st.lists(CONTENTS, min_size=1, max_size=4))
def test_one_file_never_hides_another(contents: list[str | bytes]) -> None:
    files = {f"{number}.yaml": content for number, content in enumerate(contents)}
    together = claimtrack.loads(files)
    for name, content in files.items():
        alone = claimtrack.loads({name: content})
        assert [one for one in together.findings if one.primary.file == name] == list(
            alone.findings
        )
        assert [one for one in together.records if one.origin.file == name] == list(alone.records)


KNOWN_DIFFERENCES = {
    r"\t": "libyaml takes a tab for a blank within and behind plain texts; ruamel.yaml refuses it",
    r"(^|[\s{,\[?:-])[:?](\s|,|$)": "an empty key is an error to libyaml, a key to ruamel.yaml",
    r"!": "they know different letters in tags",
    r"[&*](?![a-zA-Z0-9_-]+(\s|[,\]}]|$))": "libyaml has fewer letters for anchors",
    r"\ufeff": "libyaml passes over a byte order mark between values",
    r"(?m)^\s*(---\s*)?(&\w+\s*)?[|>\"']": "ruamel.yaml stops behind a text that is all there is",
    r"(?m)^\.\.\.": "ruamel.yaml lets a second document start without its mark",
    r"[|>][-+\d]*#": "libyaml lets a comment stand close behind the mark of a block text",
}
"""Patterns of texts that the two parsers read differently, and why."""


def outline(node: Node | None) -> Any:
    """What a tree says and where: values with their spans; those of nothing stand nowhere."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        span = node.span
        return (node.text, node.plain, None if node.is_empty else (span.start, span.end))
    if isinstance(node, Sequence):
        return [outline(item) for item in node.items]
    assert isinstance(node, Mapping)
    pairs = [(outline(key), outline(value)) for key, value in node.pairs]
    return {"pairs": pairs, "merged": [outline(part) for part in node.merged]}


def assert_alike(text: str) -> None:
    if any(re.search(pattern, text) for pattern in KNOWN_DIFFERENCES):
        return
    problems = Problems("a.yaml"), Problems("a.yaml")
    tree, other = (
        outline(compose(text, found, pure=pure))
        for found, pure in zip(problems, (False, True), strict=True)
    )
    codes, others = ({one.code for one in found.found} for found in problems)
    assert ("CT001" in codes) == ("CT001" in others), text
    if "CT001" not in codes:
        assert codes == others, text
        assert tree == other, text


needs_both = pytest.mark.skipif(libyaml is None, reason="libyaml is not here")


# Fixed examples: a new difference of two foreign parsers must not stop somebody's change.
@needs_both
@settings(derandomize=True)
@given(st.one_of(documents(), WHOLE))
def test_both_parsers_read_good_files_alike(text: str) -> None:
    assert_alike(text)


@needs_both
@pytest.mark.slow
@settings(DEEP, derandomize=True)
@given(st.one_of(documents(), mutations(), YAMLISH))
def test_both_parsers_accept_alike(text: str) -> None:
    assert_alike(text)
