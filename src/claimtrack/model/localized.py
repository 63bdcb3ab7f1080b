"""Text in one or more languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen


@frozen(weakref_slot=False)
class Localized:
    """The same words in several languages: pairs of BCP 47 tag and text, in the order written.

    A plain string in a claim file is read as text in the ledger's default language.
    """

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str] | str, language: str = "en") -> Localized:
        """Make one from a mapping, or from a string in `language`."""
        pairs = [(language, texts)] if isinstance(texts, str) else texts.items()
        return cls(tuple(pairs))

    def __str__(self) -> str:
        """The first text: the one that its author wrote first."""
        return self.texts[0][1] if self.texts else ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """The pairs of language tag and text."""
        return iter(self.texts)

    def get(self, language: str) -> str | None:
        """The text in `language`, or in the same primary language, or None."""
        primary = language.split("-")[0].lower()
        near = None
        for tag, text in self.texts:
            if tag.lower() == language.lower():
                return text
            if near is None and tag.split("-")[0].lower() == primary:
                near = text
        return near

    def best(self, language: str) -> tuple[str, str]:
        """The pair of tag and text to show to a reader of `language`: that one, else the first."""
        text = self.get(language)
        if text is None:
            return self.texts[0] if self.texts else (language, "")
        return next(pair for pair in self.texts if pair[1] == text)
