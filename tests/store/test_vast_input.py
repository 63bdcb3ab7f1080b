"""Input that is built, or happens, to exhaust a reader: bounded time and memory, and a finding."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

import pytest

import claimtrack

CLAIM = "claims:\n- id: c\n  article: a\n  speaker: s\n  statement: x\n"
LETTERS = "abcdefghijklm"
MOST_SECONDS = 30
"""Far more than any takes, for a slow machine; without its bound each would take hours."""


def laughs() -> str:
    """A billion laughs: each line stands for nine of the line before."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]\n"]
    for before, name in pairwise(LETTERS):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n")
    return "".join(lines)


def chain(link: str, count: int = 5000) -> str:
    """Anchors that each hold an alias of the one before."""
    links = [link.format(before=n - 1, name=n) for n in range(1, count)]
    return "a0: &a0 {k: x}\n" + "".join(links)


HELP = "such a document could exhaust the machine that reads it"
REFUSED: dict[str, tuple[Callable[[], str], str]] = {
    "billion laughs": (laughs, "6:8 the aliases of this file stand for more than 100,000 values"),
    "quadratic blow-up": (
        lambda: f"a: &a [{', '.join('x' * 10_000)}]\nb: [{', '.join(['*a'] * 10_000)}]\n",
        "2:41 the aliases of this file stand for more than 100,000 values",
    ),
    "chain of aliases": (
        lambda: chain("a{name}: &a{name} [*a{before}]\n"),
        "63:12 nested more than 64 levels deep by its aliases",
    ),
    "chain of merges": (
        lambda: chain("a{name}: &a{name} {{<<: *a{before}, k{name}: 1}}\n"),
        "63:16 nested more than 64 levels deep by its aliases",
    ),
    "chain of merged lists": (
        lambda: chain("a{name}: &a{name} {{<<: [*a{before}, *a{before}]}}\n"),
        "16:17 the aliases of this file stand for more than 100,000 values",
    ),
    # libyaml 0.2.6 reads on to a thousand brackets before it gives the first, and then gives up.
    "open lists": (lambda: "a: " + "[" * 100_000, " nested more than 64 levels deep"),
    "lists in lists": (
        lambda: "a: " + "[" * 100_000 + "]" * 100_000,
        " nested more than 64 levels deep",
    ),
    "mappings in mappings": (
        lambda: "{a: " * 100_000 + "x" + "}" * 100_000,
        "1:257 nested more than 64 levels deep",
    ),
    "dashes": (lambda: "a:\n" + "- " * 100_000, "2:127 nested more than 64 levels deep"),
    "indentation": (
        lambda: "".join(" " * depth + "a:\n" for depth in range(5000)),
        "65:65 nested more than 64 levels deep",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_at_once(name: str) -> None:
    make, expected = REFUSED[name]
    text = make()
    start = perf_counter()
    tracemalloc.start()
    found = claimtrack.loads(text).findings
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert perf_counter() - start < MOST_SECONDS
    assert most < 40 * 2**20
    told = [f"{one.primary.line}:{one.primary.column} {one.message}" for one in found]
    assert any(one.endswith(expected) for one in told), told
    assert [one.code for one in found if HELP in one.help] in (["CT003"], [])


def test_question_marks_are_refused_as_keys() -> None:
    found = claimtrack.loads("? " * 100_000).findings
    assert found[-1].message == "nested more than 64 levels deep"
    assert len(found) <= 65


VAST = {
    "a line of ten million characters": ("  note: " + "x" * 10_000_000 + "\n", 0, ""),
    "a list of 200,000 entries": ("  tags:\n" + "  - x\n" * 200_000, 0, ""),
    "200,000 keys": (
        "".join(f"  k{number}: x\n" for number in range(200_000)),
        1000,
        "unknown key 'k999' (and 199000 more problems in this file)",
    ),
    "200,000 times one key": (
        "  note: x\n" * 200_000,
        1000,
        "'note' stands twice in one mapping; line 6 has it already (and 198999 more problems",
    ),
    "200,000 entries without a value": (
        "  tags:\n" + "  -\n" * 200_000,
        1000,
        "entry 1000 has no value; expected some text (and 199000 more problems in this file)",
    ),
    "a key of 100,000 characters": ("  ? " + "k" * 100_000 + "\n  : x\n", 1, "unknown key 'kkkk"),
    "a word of 100,000 characters": ("  stance: " + "k" * 100_000 + "\n", 1, "stance: found 'kkk"),
    "a date of 100,000 characters": ("  said: " + "1" * 100_000 + "\n", 1, ""),
    "a tag of 100,000 characters": (
        "  quotes: [{exact: x, language: en" + "-a" * 50_000 + "}]\n",
        1,
        "language: found 'en-a-a",
    ),
}


@pytest.mark.parametrize("name", VAST)
def test_is_read_in_bounded_time(name: str) -> None:
    text, count, last = VAST[name]
    start = perf_counter()
    ledger = claimtrack.loads(CLAIM + text)
    assert perf_counter() - start < MOST_SECONDS
    assert len(ledger.findings) == count
    assert all(len(found.message) < 500 for found in ledger.findings)
    if last:
        assert max(ledger.findings, key=lambda found: found.primary.line).message.startswith(last)


@pytest.mark.parametrize("letter", ["a", "A"])
def test_identifiers_of_100_000_characters(letter: str) -> None:
    name = letter * 100_000
    ledger = claimtrack.loads(CLAIM.replace("id: c", f"id: {name}") + "  zzz: x\n")
    codes = sorted(found.code for found in ledger.findings)
    assert codes == (["CT002"] if letter == "a" else ["CT002", "CT004"])
    assert not [found for found in claimtrack.check(ledger).findings if found.code == "CT900"]
