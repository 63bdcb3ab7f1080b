"""The nearest name to a misspelt one, for "did you mean"."""

from collections.abc import Iterable
from difflib import SequenceMatcher

__all__ = ["nearest"]


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Give the candidate that is most like the word, or None if none is near enough.

    Likeness is the ratio of difflib (Ratcliff and Obershelp), from 0 to 1, without regard to case;
    it must reach `cutoff`. Of candidates that are equally near, the first in the order of code
    points is given. Cheap upper bounds of the ratio spare most candidates the full comparison.
    """
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    best, best_ratio = None, cutoff
    for candidate in candidates:
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (ratio == best_ratio and (best is None or candidate < best)):
            best, best_ratio = candidate, ratio
    return best
