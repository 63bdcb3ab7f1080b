"""Whether two words may be one name: another spelling of it, or a form that is made from it.

One letter parts Iran from Iraq, so likeness alone says nothing. A short name is the same only under
the variations that transliteration brings: a doubled letter, `k` for `q`, `e` and `y` for `i`, `o`
for `u`, an article, a hyphen. A long one may differ by one letter besides. The name of a people is
a form of that of its country.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from claimtrack.text.regex import regex

_SHORT: Final = 6
"""Letters of a name up to which each of them counts."""
_STEM: Final = 4
"""Letters of a name of which others are made."""
_ONE_SOUND: Final = str.maketrans("qeyo", "kiiu", "'’-. ")
_ARTICLE: Final = regex(r"(?:al|el|ad|ar|as|at|ash)[-‐ ]")
_DOUBLED: Final = regex(r"(.)\1+")
_OWNER: Final = regex("['’]s?$")
_FORMS: Final = frozenset(("s", "n", "ns", "i", "is", "an", "ans", "ian", "ians", "ese", "ish"))


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two words, in lower case, can be spellings or forms of one name. Symmetric."""
    low, high = sorted((_sounded(one), _sounded(other)), key=lambda name: (len(name), name))
    if low == high:
        return True
    if len(low) >= _STEM and high.startswith(low) and high[len(low) :] in _FORMS:
        return True
    if len(low) <= _SHORT or len(high) > len(low) + 1:
        return False
    matcher = SequenceMatcher(None, low, high, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= len(high) - 1


def _sounded(name: str) -> str:
    plain = _ARTICLE.sub("", _OWNER.sub("", name), count=1).translate(_ONE_SOUND)
    return _DOUBLED.sub(r"\1", plain)
