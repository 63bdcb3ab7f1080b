"""Two printed wordings laid side by side, unit by unit.

What both share at the beginning and the end is laid together first, so identical wordings take
linear time; what lies between is aligned by difflib (Ratcliff and Obershelp), at most `LONGEST`
units of it on either side, and taken as different behind that. So is what repeats a few words over
and over, where no alignment says more than another. The alignment of (one, other) is that of
(other, one) turned round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from claimtrack.text.meaning import Unit, units
from claimtrack.text.quotation import parse_quotation

LONGEST: Final = 400
"""Units of either side that are aligned where the two differ."""
_MOST_PAIRS: Final = 20 * LONGEST
"""Pairs of like units, one of either side, that are worth aligning: running text has half as many.

difflib goes through all of them again for every stretch that it finds.
"""
OMITTED: Final = "…"
"""The key of what a quote declares: words left out, or put in with brackets."""
_WEAK: Final = 3
"""Characters of a word that says little by itself: `of`, `في`."""
_MARGIN: Final = 4
"""Units at an end, different on both sides, that are still held against each other."""


class Run(NamedTuple):
    """A stretch of both sides: alike, or one in the place of the other; either may be empty."""

    same: bool
    first: Sequence[Unit]
    second: Sequence[Unit]

    @property
    def sides(self) -> tuple[Sequence[Unit], Sequence[Unit]]:
        """The units of either side."""
        return self.first, self.second

    @property
    def is_declared(self) -> bool:
        """Whether one of the quotes says that its words are not complete here."""
        return any(unit.key == OMITTED for side in self.sides for unit in side)


def quoted_units(exact: str) -> list[Unit]:
    """The units of a quote; each declared omission or insertion is one of its own."""
    found: list[Unit] = []
    end = 0
    for fragment in parse_quotation(exact).fragments:
        start = exact.index(fragment, end)
        if found:
            found.append(Unit(OMITTED, end, start))
        end = start + len(fragment)
        found += [
            unit._replace(start=start + unit.start, end=start + unit.end)
            for unit in units(fragment)
        ]
    return found


def aligned(first: Sequence[Unit], second: Sequence[Unit]) -> list[Run]:
    """The runs of two sides, in order."""
    ours, theirs = ([unit.key for unit in side] for side in (first, second))
    if theirs < ours:  # difflib favours one side; the order of the keys decides which
        return [Run(run.same, run.second, run.first) for run in aligned(second, first)]
    return [
        Run(same, first[a:b], second[c:d]) for same, a, b, c, d in _joined(_codes(ours, theirs))
    ]


_PARTED: Final = "\n"
"""Stands in no key."""
_Code = tuple[bool, int, int, int, int]


def _codes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Code]:
    start = _place(ours, theirs)
    if start is not None:
        yield False, 0, 0, 0, start
        yield True, 0, len(ours), start, start + len(ours)
        yield False, len(ours), len(ours), start + len(ours), len(theirs)
        return
    if _place(theirs, ours) is not None:
        yield from ((same, c, d, a, b) for same, a, b, c, d in _codes(theirs, ours))
        return
    shortest = min(len(ours), len(theirs))
    head = next((at for at in range(shortest) if ours[at] != theirs[at]), shortest)
    left = shortest - head
    tail = next((at for at in range(left) if ours[~at] != theirs[~at]), left)
    if head:
        yield True, 0, head, 0, head
    middle = [side[head : len(side) - tail][:LONGEST] for side in (ours, theirs)]
    if _pairs(*middle) > _MOST_PAIRS:
        middle = [[], []]
    matcher = SequenceMatcher(None, middle[0], middle[1], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield tag == "equal", head + a, head + b, head + c, head + d
    ends = [head + len(side) for side in middle]
    if ends != [len(ours) - tail, len(theirs) - tail]:
        yield False, ends[0], len(ours) - tail, ends[1], len(theirs) - tail
    if tail:
        yield True, len(ours) - tail, len(ours), len(theirs) - tail, len(theirs)


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> int:
    counts = Counter(theirs)
    return sum(counts[key] for key in ours)


def _place(some: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where some keys stand in others, one after the other; None where they do not."""
    if not some:
        return None
    text = _PARTED.join(["", *whole, ""])
    found = text.find(_PARTED.join(["", *some, ""]))
    return text.count(_PARTED, 0, found) if found >= 0 else None


def _joined(codes: Iterator[_Code]) -> list[_Code]:
    """The codes, neighbours of one sort as one."""
    found: list[_Code] = []
    for code in codes:
        same, a, b, c, d = code
        if a == b and c == d:
            continue
        if found and found[-1][0] == same:
            _, a, _, c, _ = found[-1]
            found[-1] = (same, a, b, c, d)
        else:
            found.append(code)
    return found


def settled(runs: Sequence[Run]) -> list[Run]:
    """The runs without those that are alike by chance.

    That is one small word between two differences, or at an end, far away from all else.
    """
    found: list[Run] = []
    for at, run in enumerate(runs):
        beside = [*runs[max(0, at - 1) : at], *runs[at + 1 : at + 2]]
        far = any(len(side) > _MARGIN for one in beside for side in one.sides)
        alone = _is_weak(run) and len(runs) > 1 and (far or len(beside) > 1)
        same = run.same and not alone
        if found and found[-1].same == same:
            last = found[-1]
            found[-1] = Run(same, [*last.first, *run.first], [*last.second, *run.second])
        else:
            found.append(run._replace(same=same))
    return found


def _is_weak(run: Run) -> bool:
    if not run.same or len(run.first) > 1:
        return False
    return run.first[0].kind is None and len(run.first[0].key) <= _WEAK


Texts = tuple[str, str]
"""The two quotes, as printed."""
_BREAKS: Final = frozenset(".!?؟;؛,،:\n")


def inner_runs(texts: Texts, runs: Sequence[Run]) -> list[Run]:
    """The runs without what only one quote prints at its ends: it prints more of the utterance.

    Where both go on differently, a few words are one in the place of the other; more of them are
    other parts of what was said.
    """
    inner = list(runs)
    if inner and not inner[0].same:
        sides = (_near(*pair, last=False) for pair in zip(texts, inner[0].sides, strict=True))
        inner[:1] = _held(*sides)
    if inner and not inner[-1].same:
        sides = (_near(*pair, last=True) for pair in zip(texts, inner[-1].sides, strict=True))
        inner[-1:] = _held(*sides)
    return inner


def _held(first: Sequence[Unit], second: Sequence[Unit]) -> list[Run]:
    few = 0 < len(first) <= _MARGIN and 0 < len(second) <= _MARGIN
    return [Run(False, first, second)] if few else []  # noqa: FBT003 - as in a table


def _near(text: str, side: Sequence[Unit], *, last: bool) -> Sequence[Unit]:
    """The units at an end that are of one clause with what is alike."""
    parts = [at for at in range(1, len(side)) if is_break(text, side[at - 1], side[at])]
    if not parts:
        return side
    return side[: parts[0]] if last else side[parts[-1] :]


def is_break(text: str, one: Unit, other: Unit) -> bool:
    """Whether a mark ends a sentence or a clause between two units of a text."""
    return not _BREAKS.isdisjoint(text[one.end : other.start])


def printed(text: str, some: Sequence[Unit]) -> str:
    """Some units that follow each other, as they stand in their text."""
    return text[some[0].start : some[-1].end] if some else ""
