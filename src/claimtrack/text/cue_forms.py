"""The forms in which a cue of the lexicon is printed: alternatives, and Arabic inflection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Final

TEH_MARBUTA = "ة"


def forms(entry: str | Mapping[str, str]) -> Iterator[str]:
    """The forms of one entry of the lexicon: listed, or made of an Arabic verb's stems.

    Raises `KeyError` for a field that the lexicon's head does not tell of.
    """
    listed = {"forms": entry} if isinstance(entry, str) else entry
    for field, text in listed.items():
        for one in text.split(", "):
            yield from _MADE[field](one)


def _spread(form: str) -> Iterator[str]:
    """Each of the forms that slashes tell: `is/are said to`."""
    return map(" ".join, product(*(word.split("/") for word in form.split(" "))))


def _past(stem: str) -> Iterator[str]:
    return (stem + ending for ending in ("", "ت", "ا", "تا", "وا", "ن"))


def _present(stem: str) -> Iterator[str]:
    endings = ("", "ون", "وا", "ان", "ن")
    return (person + stem + ending for person in "يت" for ending in endings)


def _participle(stem: str) -> Iterator[str]:
    """The accusative: the bare form is mostly an adjective or the name of a trade."""
    return (stem + ending for ending in ("ا", TEH_MARBUTA, "ين", "تين"))


def _noun(stem: str) -> Iterator[str]:
    yield stem
    yield "ال" + stem
    owned = stem[:-1] + "ت" if stem.endswith(TEH_MARBUTA) else stem
    for owner in ("ه", "ها", "هم", "هما"):
        yield owned + owner


_MADE: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    "forms": _spread,
    "past": _past,
    "present": _present,
    "participle": _participle,
    "noun": _noun,
}
