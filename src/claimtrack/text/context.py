"""What a quote says of the text around it, to tell one place from another."""

from __future__ import annotations

from functools import cached_property

from claimtrack.text.folding import fold, respell

_AROUND = " \t\n\r\"'“”„«»‘’‚‹›"
"""What may stand between a quote and its context without being part of either."""


class Context:
    """What a quote says of the text before and after it.

    Context is compared in any typography and spelling: it only tells one place from another.
    """

    def __init__(self, prefix: str, suffix: str) -> None:
        self.size = len(prefix) + len(suffix)
        self.printed = prefix.strip(_AROUND), suffix.strip(_AROUND)

    @property
    def before(self) -> Context:
        """The half that tells where a quote begins."""
        return Context(self.printed[0], "")

    @cached_property
    def respelled(self) -> tuple[str, str]:
        """The same in the widest folding."""
        prefix, suffix = self.printed
        return respell(fold(prefix)).text.strip(_AROUND), respell(fold(suffix)).text.strip(_AROUND)


def between(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Whether a passage stands between two texts, but for space and quotation marks."""
    if text.endswith(prefix, 0, start) and text.startswith(suffix, end):
        return True
    while prefix and start and text[start - 1] in _AROUND:
        start -= 1
    while suffix and end < len(text) and text[end] in _AROUND:
        end += 1
    return text.endswith(prefix, 0, start) and text.startswith(suffix, end)
