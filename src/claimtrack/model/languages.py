"""English names of languages, and the BCP 47 tags that a claim file writes instead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TAGS: Mapping[str, str] = MappingProxyType(
    {
        "amharic": "am",
        "arabic": "ar",
        "armenian": "hy",
        "chinese": "zh",
        "dutch": "nl",
        "english": "en",
        "farsi": "fa",
        "french": "fr",
        "german": "de",
        "greek": "el",
        "hebrew": "he",
        "hindi": "hi",
        "italian": "it",
        "japanese": "ja",
        "korean": "ko",
        "kurdish": "ku",
        "norwegian": "no",
        "persian": "fa",
        "portuguese": "pt",
        "russian": "ru",
        "spanish": "es",
        "swahili": "sw",
        "swedish": "sv",
        "turkish": "tr",
        "ukrainian": "uk",
        "urdu": "ur",
    }
)
"""Tags of the IANA registry by the name in small letters; not all of them: only to suggest one."""

_NAMES = {tag: name.capitalize() for name, tag in TAGS.items()}


def language_name(tag: str) -> str:
    """What a sentence calls a language of that primary tag: an English name, else the tag."""
    return _NAMES.get(tag, tag)
