"""The nearest name to a misspelt one, for "did you mean"."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import Final

__all__ = ["meant", "nearest"]

_SHORTLIST: Final = 100
_LONGEST: Final = 200
_MOST: Final = 5


def meant(word: str, candidates: Iterable[str]) -> str:
    """Say what may be meant by a word: the nearest candidate, else the first five that hold it.

    Empty where there is none: `quote-absent`, or `quote-absent, quote-altered or quote-folded`.
    """
    known = sorted(set(candidates))
    near = nearest(word, known)
    if near is not None:
        return near
    part = word.lower()
    *others, last = [one for one in known if part and part in one.lower()][:_MOST] or [""]
    return f"{', '.join(others)} or {last}" if others else last


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Give the candidate that is most like the word, or None if none is near enough.

    Likeness is the ratio of difflib (Ratcliff and Obershelp), from 0 to 1, without regard to case;
    it must reach `cutoff`. Of candidates that are equally near, the first in the order of code
    points is given, whatever the order in which they come.

    Only the hundred candidates that share the most characters with the word are compared in full,
    so that a hundred thousand take a fraction of a second. A word of more than two hundred
    characters is no slip of a name: it has no nearest.
    """
    if len(word) > _LONGEST:
        return None
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    best, best_ratio = None, cutoff
    for _, candidate in nsmallest(_SHORTLIST, _promising(matcher, candidates, cutoff)):
        matcher.set_seq1(candidate.lower())
        ratio = matcher.ratio()
        if ratio > best_ratio or (ratio == best_ratio and (best is None or candidate < best)):
            best, best_ratio = candidate, ratio
    return best


def _promising(
    matcher: SequenceMatcher[str], candidates: Iterable[str], cutoff: float
) -> Iterator[tuple[float, str]]:
    """Give the candidates whose cheap upper bounds reach the cutoff, with that bound negated."""
    for candidate in candidates:
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() >= cutoff:
            bound = matcher.quick_ratio()
            if bound >= cutoff:
                yield -bound, candidate
