"""CT108: a quote that an article had and has no more."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.findings import Finding, Severity, Skip
from claimtrack.rule import Group
from claimtrack.rules.words.held import ByArticle, Held, held
from claimtrack.rules.words.nearest import closest, former
from claimtrack.text.anchor import Grade


class QuoteOrphaned(ByArticle):
    """A quote stands in an earlier capture of the article and is gone from the newest one.

    The outlet changed its article after we took the words down. Perhaps it corrected itself, and
    perhaps it did so in silence; either way a reader who follows our reference does not find them.

    What to do: read what became of the passage, and ask. If the outlet took the words back, say so
    in the status and the history of the claim; if it only reworded, record the new words.
    """

    code = "CT108"
    name = "quote-orphaned"
    severity = Severity.ERROR

    def check(self, group: Group) -> Iterable[Finding | Skip]:
        """One finding for each quote that only an earlier capture has."""
        for quote in held(group):
            if isinstance(quote, Skip):
                yield quote
            elif quote.anchor.grade in (Grade.ABSENT, Grade.OUT_OF_ORDER):
                before = former(group, quote)
                if before is not None:
                    yield self._orphaned(group, quote, before)

    def _orphaned(self, group: Group, quote: Held, before: Held) -> Finding:
        whole, near = before.anchor.whole, closest(quote)
        places = [quote.place("gone from the newest capture")]
        if near is not None:
            places.append(quote.shown(near.passage))
        if whole is not None:
            places.append(before.shown(whole))
        return self.finding(
            group,
            f"the article had these words in {_capture(before)} and lacks them "
            f"in {_capture(quote)}",
            places,
            help="read what became of the passage; if the outlet took the words back, "
            "say so in the claim's status and history",
            about=quote.about,
        )


def _capture(quote: Held) -> str:
    """How to call a capture: by its day, where the article gives it, else by its number."""
    when = quote.text.retrieved
    return f"its capture of {when.day()}" if when is not None else f"capture {quote.text.number}"
